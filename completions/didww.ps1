# Completion of didww for PowerShell. Made by: didww completion powershell

$env:DIDWW_COMPLETION_SCRIPT = 'powershell 0.1.0'
Register-ArgumentCompleter -Native -CommandName didww -ScriptBlock {
    param($current, $line, $cursor)
    $place = ''; $option = ''; $count = 1; $ended = $false; $before = ''
    $exact = [System.StringComparison]::Ordinal
    function Find([string[]] $keys) {
        foreach ($key in $keys) { if ($DidwwOffers.ContainsKey($key)) { return $DidwwOffers[$key] } }
    }
    $words = @($line.CommandElements | Where-Object { $_.Extent.EndOffset -lt $cursor } | ForEach-Object { "$_" })
    foreach ($word in ($words | Select-Object -Skip 1)) {
        if ($option) { $option = '' }
        elseif ($ended) { $count++ }
        elseif ($word -eq '--') { $ended = $true }
        elseif ($word -like '-*=*') { }
        elseif ($word -like '-*') { if (Find "values:$place $word", "values:$word") { $option = $word } }
        elseif (Find "commands:$place" | Where-Object { $_.StartsWith("$word|", $exact) }) {
            $place = "$place $word".Trim()
        }
        elseif (-not $place -and (Find "alias:$word")) { $place = @(Find "alias:$word")[1].Trim('|') }
        else { $count++ }
    }
    $options = @(Find "options:$place") + @(Find 'global:')
    if (-not $option -and -not $ended -and $current -like '--*=*') {
        $option = $current.Substring(0, $current.IndexOf('='))
        $before = "$option="
    }
    if ($option) { $offer = @(Find "values:$place $option", "values:$option") }
    elseif (-not $ended -and $current -like '-*') { $offer = $options }
    else {
        $offer = @(Find "commands:$place", "arguments:$place $count", "arguments:$place")
        if (-not $offer -and -not $ended) { $offer = $options }
    }
    if ($offer -and $offer[0] -eq 'profiles') { $offer = @('words', 'demo|') }
    if ($offer -and $offer[0] -eq 'list' -and $current.Contains(',')) {
        $before = $current.Substring(0, $current.LastIndexOf(',') + 1)
    }
    foreach ($entry in $offer) {
        $word, $help = $entry -split '\|', 2
        if ($null -eq $help -or -not "$before$word".StartsWith($current, $exact)) { continue }
        if (-not $help) { $help = $word }
        [System.Management.Automation.CompletionResult]::new("$before$word", $word, 'ParameterValue', $help)
    }
}

$global:DidwwOffers = [System.Collections.Hashtable]::new([System.StringComparer]::Ordinal)
foreach ($key in 'global:') {
    $DidwwOffers[$key] = @(
        'words',
        '--profile|Profile to use; ''demo'' is an emulated account',
        '-p|Profile to use; ''demo'' is an emulated account',
        '--environment|DIDWW''s environment',
        '--api-version|Version of the API; chosen by itself otherwise',
        '--read-only|Write nothing: refuse whatever would',
        '--output|table, json, jsonl, csv, tsv, markdown, ids or jsonapi',
        '-o|table, json, jsonl, csv, tsv, markdown, ids or jsonapi',
        '--query|Pick from JSON output (JMESPath)',
        '--timeout|Time for each answer as a whole',
        '--max-time|Time for the whole command',
        '--retries|Repeats of a failed request; 3 by default',
        '--show-secrets|Show passwords in tables',
        '--csv-safe|In csv and tsv, quote what a spreadsheet would run',
        '--no-header|In csv, no line of titles',
        '--no-color|No colour',
        '--quiet|No notices on stderr',
        '-q|No notices on stderr',
        '--verbose|Each request on stderr, secrets hidden',
        '-v|Each request on stderr, secrets hidden',
        '--curl|Requests as lines for curl: with -v, or with --dry-run',
        '--help|Show help'
    )
}
foreach ($key in 'commands:') {
    $DidwwOffers[$key] = @(
        'words',
        'dids|Phone numbers that you own',
        'did-groups|Groups of numbers on sale: by country, city, type and prefix',
        'did-group-types|Kinds of number: local, mobile, toll-free and so on',
        'available-dids|Single numbers on sale; a new draw each time',
        'nanpa-prefixes|Area and exchange codes of North America',
        'reservations|Numbers held for ten minutes',
        'history|What happened to DIDs in the last 90 days',
        'countries|Countries with numbers',
        'regions|States and provinces',
        'cities|Cities with numbers',
        'areas|Areas that regulators know',
        'trunks|Inbound and outbound trunks, and groups of inbound ones',
        'pops|Places where DIDWW hands over calls',
        'capacity|Channels: pools that you own and groups that share them',
        'sms|SMS trunks, their groups, and checked senders',
        'orders|What you bought',
        'balance|Show the balance: money that you can spend',
        'exports|CDR exports: call records as files',
        'emergency|Emergency calling: register, follow, and what it is made of',
        'identities|People and companies that numbers are registered to',
        'addresses|Addresses that numbers are registered at',
        'address-requirements|What each country asks for before a number works',
        'address-verifications|Reviews of addresses for DIDs',
        'proofs|Documents that prove an identity or an address',
        'proof-types|Kinds of document that count as proof',
        'documents|Forms on file for an identity',
        'document-templates|Blank forms',
        'files|Encrypted documents, uploaded and waiting to be used',
        'public-keys|Keys that documents are encrypted with',
        'numbers|Numbers on sale: search them with prices, and buy some',
        'requirements|Show what is asked for before numbers work, or emergency calls from them; what of it is there, and what supplies the rest',
        'register|Register numbers at an address from plain files: checked, encrypted, uploaded, handed in and submitted',
        'route|Show where calls to your numbers go: capacity, trunks by priority and share, and what stops a call',
        'check|See what is amiss in the account: numbers, trunks, capacity, documents, money',
        'status|Show the account at a glance: money, numbers, trunks, capacity, what is open, last orders, history',
        'snapshot|The configuration of the account as a file: save it, compare it, put it back',
        'journal|What this machine wrote, what was there before, and putting it back',
        'prices|What calls and SMS cost on your price plans: of a number, or all as a file',
        'costs|Show what the account costs each month, by kind, country and pool, and what ends when',
        'cdr|Call records summed up: calls, answered, ASR, ACD, minutes, cost',
        'webhook|Callbacks: verify captured ones and say why not, sign, send and receive',
        'api|Send any request to the API',
        'schema|Show what the API offers',
        'config|Profiles: keys, environments and other settings',
        'auth|Tokens: who this is, one for other tools, and forgetting them',
        'emulator|The emulated DIDWW account',
        'completion|Completion of command lines in bash, zsh, fish and PowerShell',
        'doctor|See whether the tool can work here: configuration, key, network, clock',
        'commands|List all commands; as json with their arguments, options and examples',
        'help|Help for a command, or on a topic: filters, formats, exit-codes, environment, files, routing, options'
    )
}
foreach ($key in 'options:') {
    $DidwwOffers[$key] = @(
        'words',
        '--version|Show the version'
    )
}
foreach ($key in 'commands:dids') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List dids',
        'get|Show one or more dids',
        'update|Change one or more dids; only what differs is sent',
        'cancel|Give up DIDs, whose calls may stop at once; --at-end keeps them to the end of what is paid',
        'restore|Keep DIDs that were given up; renew those whose period is over, which is charged',
        'assign|Send the calls or SMS of many numbers to a trunk or group',
        'unassign|Take numbers off their trunk or group'
    )
}
foreach ($key in 'options:dids list',
    'options:did-groups list',
    'options:did-group-types list',
    'options:available-dids list',
    'options:nanpa-prefixes list',
    'options:reservations list',
    'options:history list',
    'options:countries list',
    'options:regions list',
    'options:cities list',
    'options:areas list',
    'options:trunks in list',
    'options:trunks groups list',
    'options:trunks out list',
    'options:pops list',
    'options:capacity pools list',
    'options:capacity groups list',
    'options:sms trunks list',
    'options:sms groups list',
    'options:sms sender-ids list',
    'options:orders list',
    'options:exports list',
    'options:emergency requirements list',
    'options:emergency services list',
    'options:emergency verifications list',
    'options:identities list',
    'options:addresses list',
    'options:address-requirements list',
    'options:address-verifications list',
    'options:proofs list',
    'options:proof-types list',
    'options:documents list',
    'options:document-templates list',
    'options:files list',
    'options:public-keys list') {
    $DidwwOffers[$key] = @(
        'words',
        '--filter|Only what matches; repeatable',
        '-f|Only what matches; repeatable',
        '--include|Related resources as well',
        '-i|Related resources as well',
        '--sort|Order; - before it reverses',
        '-s|Order; - before it reverses',
        '--columns|Columns, also dotted: did_group.area_name',
        '-c|Columns, also dotted: did_group.area_name',
        '--no-links|Leave out what it is linked to unless asked for',
        '--limit|At most so many',
        '-n|At most so many',
        '--page|One page alone',
        '--page-size|Size of a page'
    )
}
foreach ($key in 'options:dids get',
    'options:did-groups get',
    'options:did-group-types get',
    'options:available-dids get',
    'options:nanpa-prefixes get',
    'options:reservations get',
    'options:history get',
    'options:countries get',
    'options:regions get',
    'options:cities get',
    'options:areas get',
    'options:trunks in get',
    'options:trunks groups get',
    'options:trunks out get',
    'options:pops get',
    'options:capacity pools get',
    'options:capacity groups get',
    'options:sms trunks get',
    'options:sms groups get',
    'options:sms sender-ids get',
    'options:orders get',
    'options:exports get',
    'options:emergency requirements get',
    'options:emergency services get',
    'options:emergency verifications get',
    'options:identities get',
    'options:addresses get',
    'options:address-requirements get',
    'options:address-verifications get',
    'options:proofs get',
    'options:proof-types get',
    'options:documents get',
    'options:document-templates get',
    'options:files get') {
    $DidwwOffers[$key] = @(
        'words',
        '--include|Related resources as well',
        '-i|Related resources as well',
        '--columns|Columns, also dotted: did_group.area_name',
        '-c|Columns, also dotted: did_group.area_name',
        '--no-links|Leave out what it is linked to unless asked for'
    )
}
foreach ($key in 'options:dids update') {
    $DidwwOffers[$key] = @(
        'words',
        '--filter|All that match, instead of REFs',
        '-f|All that match, instead of REFs',
        '--description|Your own note',
        '--terminated|Cancelled; false restores or renews it',
        '--no-terminated|Cancelled; false restores or renews it',
        '--capacity-limit|Most calls at once; null is no limit',
        '--dedicated-channels-count|Further channels that only this DID uses',
        '--billing-cycles-count|Billing cycles left, each of them charged; null renews for ever, 0 is not renewed',
        '--capacity-pool|Pool that its channels come from',
        '--shared-capacity-group|Group that it shares channels with',
        '--address-verification|Verification that registered it',
        '--voice-in-trunk|Trunk that its calls go to',
        '--voice-in-trunk-group|Trunk group that its calls go to',
        '--sms-trunk|SMS trunk that its messages go to',
        '--sms-trunk-group|Group of SMS trunks that its messages go to',
        '--emergency-calling-service|Emergency service of it',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--empty-clears|Empty cells of CSV clear',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'options:dids cancel') {
    $DidwwOffers[$key] = @(
        'words',
        '--filter|All that match, instead of REFs',
        '-f|All that match, instead of REFs',
        '--at-end|Only stop the renewal: usable to the end of what is paid, reversible',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'options:dids restore') {
    $DidwwOffers[$key] = @(
        'words',
        '--filter|All that match, instead of REFs',
        '-f|All that match, instead of REFs',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'options:dids assign') {
    $DidwwOffers[$key] = @(
        'words',
        '--filter|All that match, instead of REFs',
        '-f|All that match, instead of REFs',
        '--trunk|A trunk or trunk group, for calls or SMS: by name or id',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'options:dids unassign') {
    $DidwwOffers[$key] = @(
        'words',
        '--filter|All that match, instead of REFs',
        '-f|All that match, instead of REFs',
        '--trunk|All that go to this trunk or group; a --filter narrows them',
        '--sms|Off where their SMS go, not their calls',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'commands:did-groups') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List did groups',
        'get|Show one or more did groups'
    )
}
foreach ($key in 'commands:did-group-types') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List did group types',
        'get|Show one or more did group types'
    )
}
foreach ($key in 'commands:available-dids') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List available dids',
        'get|Show one or more available dids'
    )
}
foreach ($key in 'commands:nanpa-prefixes') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List nanpa prefixes',
        'get|Show one or more nanpa prefixes'
    )
}
foreach ($key in 'commands:reservations') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List reservations',
        'get|Show one or more reservations',
        'create|Create a reservation',
        'delete|Delete one or more reservations'
    )
}
foreach ($key in 'options:reservations create') {
    $DidwwOffers[$key] = @(
        'words',
        '--description|Your own note',
        '--available-did|The number held',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'options:reservations delete',
    'options:trunks in delete',
    'options:trunks groups delete',
    'options:trunks out delete',
    'options:capacity groups delete',
    'options:sms trunks delete',
    'options:sms groups delete',
    'options:orders cancel',
    'options:emergency services cancel',
    'options:identities delete',
    'options:addresses delete',
    'options:proofs delete',
    'options:documents delete',
    'options:files delete') {
    $DidwwOffers[$key] = @(
        'words',
        '--filter|All that match, instead of REFs',
        '-f|All that match, instead of REFs',
        '--input|Rows of CSV or JSON lines (ref); - is stdin',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'commands:history') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List history entries',
        'get|Show one or more history entries',
        'summary|Count history entries: all, or by what they hold'
    )
}
foreach ($key in 'options:history summary') {
    $DidwwOffers[$key] = @(
        'words',
        '--by|One row for each: did, the DID that it is about; action, what happened; method, which way it was done; month, the month, UTC; day, the day, UTC; hour, the hour of the day, UTC',
        '--sort|Order: by a key or by entries; - before it reverses',
        '-s|Order: by a key or by entries; - before it reverses',
        '--limit|At most so many rows; the total is of all',
        '-n|At most so many rows; the total is of all',
        '--from|First moment: a date, a time, yesterday, last-month',
        '--to|First moment that no longer counts',
        '--filter|Only what matches; repeatable',
        '-f|Only what matches; repeatable'
    )
}
foreach ($key in 'commands:countries') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List countries',
        'get|Show one or more countries'
    )
}
foreach ($key in 'commands:regions') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List regions',
        'get|Show one or more regions'
    )
}
foreach ($key in 'commands:cities') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List cities',
        'get|Show one or more cities'
    )
}
foreach ($key in 'commands:areas') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List areas',
        'get|Show one or more areas'
    )
}
foreach ($key in 'commands:trunks') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List trunks of both directions',
        'in|Trunks that calls to your DIDs go to: SIP hosts and phone numbers',
        'groups|Groups of inbound trunks, tried in order',
        'out|Trunks that your calls leave by'
    )
}
foreach ($key in 'options:trunks list') {
    $DidwwOffers[$key] = @(
        'words',
        '--filter|Only what matches; repeatable',
        '-f|Only what matches; repeatable',
        '--include|Related resources as well',
        '-i|Related resources as well',
        '--sort|Order; - before it reverses',
        '-s|Order; - before it reverses',
        '--columns|Columns, also dotted: did_group.area_name',
        '-c|Columns, also dotted: did_group.area_name',
        '--no-links|Leave out what it is linked to unless asked for',
        '--limit|At most so many',
        '-n|At most so many'
    )
}
foreach ($key in 'commands:trunks in') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List inbound trunks',
        'get|Show one or more inbound trunks',
        'create|Create an inbound trunk',
        'update|Change one or more trunks in; only what differs is sent',
        'delete|Delete one or more trunks in'
    )
}
foreach ($key in 'options:trunks in create') {
    $DidwwOffers[$key] = @(
        'words',
        '--name|Its name',
        '--description|Your own note',
        '--external-reference-id|Your own reference, at most 100 characters',
        '--priority|Order within a trunk group; the lowest is tried first',
        '--weight|Share of calls among trunks of one priority; 65535 unless given',
        '--capacity-limit|Most calls at once; null is no limit',
        '--cli-format|How the caller''s number is written: raw, e164, local',
        '--cli-prefix|Put before the caller''s number',
        '--ringing-timeout|Seconds to ring; null leaves it to DIDWW',
        '--sip-host|Host name or address that calls go to',
        '--sip-port|SIP port; null finds it by DNS SRV',
        '--sip-username|User part of the request URI; {DID} stands for the number',
        '--sip-transport-protocol-id|SIP transport, by name or number',
        '--transport|SIP transport, by name or number',
        '--sip-network-protocol-priority|Which IP version comes first: force_ipv4, force_ipv6, any, prefer_ipv4, prefer_ipv6',
        '--sip-resolve-ruri|Resolve the host of the request URI first',
        '--no-sip-resolve-ruri|Resolve the host of the request URI first',
        '--sip-use-did-in-ruri|Put the DID into the request URI',
        '--no-sip-use-did-in-ruri|Put the DID into the request URI',
        '--sip-codec-ids|Codecs offered, the best first; telephone-event is what RFC 2833 DTMF needs, by name or number',
        '--codecs|Codecs offered, the best first; telephone-event is what RFC 2833 DTMF needs, by name or number',
        '--sip-rx-dtmf-format-id|How DTMF tones are received, by name or number',
        '--rx-dtmf|How DTMF tones are received, by name or number',
        '--sip-tx-dtmf-format-id|How DTMF tones are sent, by name or number',
        '--tx-dtmf|How DTMF tones are sent, by name or number',
        '--sip-auth-enabled|Answer the host''s request for a password',
        '--no-sip-auth-enabled|Answer the host''s request for a password',
        '--sip-auth-user|User name for the host',
        '--sip-auth-password|Password for the host',
        '--sip-auth-from-user|User part of the From header',
        '--sip-auth-from-domain|Domain of the From header',
        '--sip-enabled-sip-registration|The trunk registers with DIDWW instead of having a host',
        '--no-sip-enabled-sip-registration|The trunk registers with DIDWW instead of having a host',
        '--sip-sst-enabled|Use SIP session timers',
        '--no-sip-sst-enabled|Use SIP session timers',
        '--sip-sst-min-timer|Shortest session interval, seconds',
        '--sip-sst-max-timer|Longest session interval, seconds',
        '--sip-sst-session-expires|Session interval asked for, seconds',
        '--sip-sst-refresh-method-id|How a session is refreshed, by name or number',
        '--sip-sst-refresh-method|How a session is refreshed, by name or number',
        '--sip-sst-accept-501|Take a 501 to a refresh as success',
        '--no-sip-sst-accept-501|Take a 501 to a refresh as success',
        '--sip-sip-timer-b|Time limit of an INVITE, milliseconds',
        '--sip-dns-srv-failover-timer|Time before the next SRV host, milliseconds',
        '--sip-rtp-ping|Keep the media path open with packets',
        '--no-sip-rtp-ping|Keep the media path open with packets',
        '--sip-rtp-timeout|Seconds without media after which a call ends',
        '--sip-force-symmetric-rtp|Send media to where it comes from',
        '--no-sip-force-symmetric-rtp|Send media to where it comes from',
        '--sip-symmetric-rtp-ignore-rtcp|Learn that address from media alone, not from RTCP',
        '--no-sip-symmetric-rtp-ignore-rtcp|Learn that address from media alone, not from RTCP',
        '--sip-allowed-rtp-ips|Addresses that media may come from; null is any',
        '--sip-media-encryption-mode|Encryption of the media: disabled, srtp_sdes, srtp_dtls, zrtp',
        '--sip-stir-shaken-mode|How the caller''s attestation is handed on: disabled, original, pai, original_pai, verstat',
        '--sip-diversion-relay-policy|What becomes of a Diversion header: none, as_is, sip, tel',
        '--sip-diversion-inject-mode|Whether DIDWW adds a Diversion header: none, did_number',
        '--sip-cnam-lookup|Look up the caller''s name and send it along',
        '--no-sip-cnam-lookup|Look up the caller''s name and send it along',
        '--sip-max-transfers|Most REFER transfers in a call',
        '--sip-max-30x-redirects|Most redirects followed in a call',
        '--sip-rerouting-disconnect-code-ids|Failures after which the next trunk is tried, by name or number',
        '--reroute-on|Failures after which the next trunk is tried, by name or number',
        '--pstn-dst|Phone number that calls go to, digits only',
        '--voice-in-trunk-group|Group that it belongs to',
        '--pop|Point of presence that it is tied to',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'options:trunks in update') {
    $DidwwOffers[$key] = @(
        'words',
        '--filter|All that match, instead of REFs',
        '-f|All that match, instead of REFs',
        '--name|Its name',
        '--description|Your own note',
        '--external-reference-id|Your own reference, at most 100 characters',
        '--priority|Order within a trunk group; the lowest is tried first',
        '--weight|Share of calls among trunks of one priority; 65535 unless given',
        '--capacity-limit|Most calls at once; null is no limit',
        '--cli-format|How the caller''s number is written: raw, e164, local',
        '--cli-prefix|Put before the caller''s number',
        '--ringing-timeout|Seconds to ring; null leaves it to DIDWW',
        '--sip-host|Host name or address that calls go to',
        '--sip-port|SIP port; null finds it by DNS SRV',
        '--sip-username|User part of the request URI; {DID} stands for the number',
        '--sip-transport-protocol-id|SIP transport, by name or number',
        '--transport|SIP transport, by name or number',
        '--sip-network-protocol-priority|Which IP version comes first: force_ipv4, force_ipv6, any, prefer_ipv4, prefer_ipv6',
        '--sip-resolve-ruri|Resolve the host of the request URI first',
        '--no-sip-resolve-ruri|Resolve the host of the request URI first',
        '--sip-use-did-in-ruri|Put the DID into the request URI',
        '--no-sip-use-did-in-ruri|Put the DID into the request URI',
        '--sip-codec-ids|Codecs offered, the best first; telephone-event is what RFC 2833 DTMF needs, by name or number',
        '--codecs|Codecs offered, the best first; telephone-event is what RFC 2833 DTMF needs, by name or number',
        '--add-sip-codec-ids|Put into: Codecs offered, the best first; telephone-event is what RFC 2833 DTMF needs, by name or number',
        '--add-codecs|Put into: Codecs offered, the best first; telephone-event is what RFC 2833 DTMF needs, by name or number',
        '--remove-sip-codec-ids|Take out of: Codecs offered, the best first; telephone-event is what RFC 2833 DTMF needs, by name or number',
        '--remove-codecs|Take out of: Codecs offered, the best first; telephone-event is what RFC 2833 DTMF needs, by name or number',
        '--sip-rx-dtmf-format-id|How DTMF tones are received, by name or number',
        '--rx-dtmf|How DTMF tones are received, by name or number',
        '--sip-tx-dtmf-format-id|How DTMF tones are sent, by name or number',
        '--tx-dtmf|How DTMF tones are sent, by name or number',
        '--sip-auth-enabled|Answer the host''s request for a password',
        '--no-sip-auth-enabled|Answer the host''s request for a password',
        '--sip-auth-user|User name for the host',
        '--sip-auth-password|Password for the host',
        '--sip-auth-from-user|User part of the From header',
        '--sip-auth-from-domain|Domain of the From header',
        '--sip-enabled-sip-registration|The trunk registers with DIDWW instead of having a host',
        '--no-sip-enabled-sip-registration|The trunk registers with DIDWW instead of having a host',
        '--sip-sst-enabled|Use SIP session timers',
        '--no-sip-sst-enabled|Use SIP session timers',
        '--sip-sst-min-timer|Shortest session interval, seconds',
        '--sip-sst-max-timer|Longest session interval, seconds',
        '--sip-sst-session-expires|Session interval asked for, seconds',
        '--sip-sst-refresh-method-id|How a session is refreshed, by name or number',
        '--sip-sst-refresh-method|How a session is refreshed, by name or number',
        '--sip-sst-accept-501|Take a 501 to a refresh as success',
        '--no-sip-sst-accept-501|Take a 501 to a refresh as success',
        '--sip-sip-timer-b|Time limit of an INVITE, milliseconds',
        '--sip-dns-srv-failover-timer|Time before the next SRV host, milliseconds',
        '--sip-rtp-ping|Keep the media path open with packets',
        '--no-sip-rtp-ping|Keep the media path open with packets',
        '--sip-rtp-timeout|Seconds without media after which a call ends',
        '--sip-force-symmetric-rtp|Send media to where it comes from',
        '--no-sip-force-symmetric-rtp|Send media to where it comes from',
        '--sip-symmetric-rtp-ignore-rtcp|Learn that address from media alone, not from RTCP',
        '--no-sip-symmetric-rtp-ignore-rtcp|Learn that address from media alone, not from RTCP',
        '--sip-allowed-rtp-ips|Addresses that media may come from; null is any',
        '--add-sip-allowed-rtp-ips|Put into: Addresses that media may come from; null is any',
        '--remove-sip-allowed-rtp-ips|Take out of: Addresses that media may come from; null is any',
        '--sip-media-encryption-mode|Encryption of the media: disabled, srtp_sdes, srtp_dtls, zrtp',
        '--sip-stir-shaken-mode|How the caller''s attestation is handed on: disabled, original, pai, original_pai, verstat',
        '--sip-diversion-relay-policy|What becomes of a Diversion header: none, as_is, sip, tel',
        '--sip-diversion-inject-mode|Whether DIDWW adds a Diversion header: none, did_number',
        '--sip-cnam-lookup|Look up the caller''s name and send it along',
        '--no-sip-cnam-lookup|Look up the caller''s name and send it along',
        '--sip-max-transfers|Most REFER transfers in a call',
        '--sip-max-30x-redirects|Most redirects followed in a call',
        '--sip-rerouting-disconnect-code-ids|Failures after which the next trunk is tried, by name or number',
        '--reroute-on|Failures after which the next trunk is tried, by name or number',
        '--add-sip-rerouting-disconnect-code-ids|Put into: Failures after which the next trunk is tried, by name or number',
        '--add-reroute-on|Put into: Failures after which the next trunk is tried, by name or number',
        '--remove-sip-rerouting-disconnect-code-ids|Take out of: Failures after which the next trunk is tried, by name or number',
        '--remove-reroute-on|Take out of: Failures after which the next trunk is tried, by name or number',
        '--pstn-dst|Phone number that calls go to, digits only',
        '--voice-in-trunk-group|Group that it belongs to',
        '--pop|Point of presence that it is tied to',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--empty-clears|Empty cells of CSV clear',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'commands:trunks groups') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List trunks groups',
        'get|Show one or more trunks groups',
        'create|Create a trunk group',
        'update|Change one or more trunks groups; only what differs is sent',
        'delete|Delete one or more trunks groups'
    )
}
foreach ($key in 'options:trunks groups create') {
    $DidwwOffers[$key] = @(
        'words',
        '--name|Its name',
        '--capacity-limit|Most calls at once over all its trunks; null is no limit',
        '--external-reference-id|Your own reference, at most 100 characters',
        '--voice-in-trunks|Trunks in the group, each in one group alone',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'options:trunks groups update') {
    $DidwwOffers[$key] = @(
        'words',
        '--filter|All that match, instead of REFs',
        '-f|All that match, instead of REFs',
        '--name|Its name',
        '--capacity-limit|Most calls at once over all its trunks; null is no limit',
        '--external-reference-id|Your own reference, at most 100 characters',
        '--voice-in-trunks|Trunks in the group, each in one group alone',
        '--add-voice-in-trunks|Add to: Trunks in the group, each in one group alone',
        '--remove-voice-in-trunks|Take away from: Trunks in the group, each in one group alone',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--empty-clears|Empty cells of CSV clear',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'commands:trunks out') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List outbound trunks',
        'get|Show one or more outbound trunks',
        'create|Create an outbound trunk',
        'update|Change one or more trunks out; only what differs is sent',
        'delete|Delete one or more trunks out',
        'regenerate-credentials|Make a new user name and password; the old ones end at once'
    )
}
foreach ($key in 'options:trunks out create') {
    $DidwwOffers[$key] = @(
        'words',
        '--name|Its name',
        '--status|Blocked trunks place no calls: active, blocked',
        '--external-reference-id|Your own reference, at most 100 characters',
        '--capacity-limit|Most calls at once; null is no limit',
        '--allow-any-did-as-cli|Any DID of the account may be shown as the caller; DIDs linked by themselves are unassigned',
        '--no-allow-any-did-as-cli|Any DID of the account may be shown as the caller; DIDs linked by themselves are unassigned',
        '--on-cli-mismatch-action|What happens to a call that shows another number: reject_call, replace_cli, send_original_cli, randomize_cli',
        '--default-dst-action|What holds for destinations not among dst_prefixes: allow_all, reject_all',
        '--dst-prefixes|Prefixes that are the exception from default_dst_action',
        '--media-encryption-mode|Encryption of the media: disabled, srtp_sdes, srtp_dtls, zrtp',
        '--allowed-rtp-ips|Addresses that media may come from, null is any; credentials_and_ip wants some',
        '--force-symmetric-rtp|Send media to where it comes from',
        '--no-force-symmetric-rtp|Send media to where it comes from',
        '--rtp-ping|Keep the media path open with packets',
        '--no-rtp-ping|Keep the media path open with packets',
        '--rtp-timeout|Seconds without media after which a call ends',
        '--threshold-amount|Spending in 24 hours that blocks the trunk, 0 to 100000, as a decimal string',
        '--callback-url|Where DIDWW reports that the trunk was blocked or unblocked',
        '--emergency-enable-all|Links every DID with emergency calling to the trunk',
        '--no-emergency-enable-all|Links every DID with emergency calling to the trunk',
        '--auth|How DIDWW knows that a call is yours: credentials_and_ip, twilio',
        '--allowed-sip-ips|Addresses that calls may come from, at most 15',
        '--tech-prefix|Taken off the dialled number',
        '--twilio-account-sid|Account SID at Twilio',
        '--dids|DIDs that may be shown as the caller',
        '--emergency-dids|DIDs that may place emergency calls',
        '--default-did|DID shown when the caller''s number is replaced',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'options:trunks out update') {
    $DidwwOffers[$key] = @(
        'words',
        '--filter|All that match, instead of REFs',
        '-f|All that match, instead of REFs',
        '--name|Its name',
        '--status|Blocked trunks place no calls: active, blocked',
        '--external-reference-id|Your own reference, at most 100 characters',
        '--capacity-limit|Most calls at once; null is no limit',
        '--allow-any-did-as-cli|Any DID of the account may be shown as the caller; DIDs linked by themselves are unassigned',
        '--no-allow-any-did-as-cli|Any DID of the account may be shown as the caller; DIDs linked by themselves are unassigned',
        '--on-cli-mismatch-action|What happens to a call that shows another number: reject_call, replace_cli, send_original_cli, randomize_cli',
        '--default-dst-action|What holds for destinations not among dst_prefixes: allow_all, reject_all',
        '--dst-prefixes|Prefixes that are the exception from default_dst_action',
        '--add-dst-prefixes|Put into: Prefixes that are the exception from default_dst_action',
        '--remove-dst-prefixes|Take out of: Prefixes that are the exception from default_dst_action',
        '--media-encryption-mode|Encryption of the media: disabled, srtp_sdes, srtp_dtls, zrtp',
        '--allowed-rtp-ips|Addresses that media may come from, null is any; credentials_and_ip wants some',
        '--add-allowed-rtp-ips|Put into: Addresses that media may come from, null is any; credentials_and_ip wants some',
        '--remove-allowed-rtp-ips|Take out of: Addresses that media may come from, null is any; credentials_and_ip wants some',
        '--force-symmetric-rtp|Send media to where it comes from',
        '--no-force-symmetric-rtp|Send media to where it comes from',
        '--rtp-ping|Keep the media path open with packets',
        '--no-rtp-ping|Keep the media path open with packets',
        '--rtp-timeout|Seconds without media after which a call ends',
        '--threshold-amount|Spending in 24 hours that blocks the trunk, 0 to 100000, as a decimal string',
        '--callback-url|Where DIDWW reports that the trunk was blocked or unblocked',
        '--emergency-enable-all|Links every DID with emergency calling to the trunk',
        '--no-emergency-enable-all|Links every DID with emergency calling to the trunk',
        '--auth|How DIDWW knows that a call is yours: credentials_and_ip, twilio',
        '--allowed-sip-ips|Addresses that calls may come from, at most 15',
        '--add-allowed-sip-ips|Put into: Addresses that calls may come from, at most 15',
        '--remove-allowed-sip-ips|Take out of: Addresses that calls may come from, at most 15',
        '--tech-prefix|Taken off the dialled number',
        '--twilio-account-sid|Account SID at Twilio',
        '--dids|DIDs that may be shown as the caller',
        '--add-dids|Add to: DIDs that may be shown as the caller',
        '--remove-dids|Take away from: DIDs that may be shown as the caller',
        '--emergency-dids|DIDs that may place emergency calls',
        '--add-emergency-dids|Add to: DIDs that may place emergency calls',
        '--remove-emergency-dids|Take away from: DIDs that may place emergency calls',
        '--default-did|DID shown when the caller''s number is replaced',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--empty-clears|Empty cells of CSV clear',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'options:trunks out regenerate-credentials',
    'options:sms trunks regenerate-credentials',
    'options:journal undo') {
    $DidwwOffers[$key] = @(
        'words',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'commands:pops') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List pops',
        'get|Show one or more pops'
    )
}
foreach ($key in 'commands:capacity') {
    $DidwwOffers[$key] = @(
        'words',
        'pools|Channels that you own, by set of countries',
        'groups|DIDs that share channels of a pool'
    )
}
foreach ($key in 'commands:capacity pools') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List capacity pools',
        'get|Show one or more capacity pools',
        'update|Change one or more capacity pools; only what differs is sent'
    )
}
foreach ($key in 'options:capacity pools update') {
    $DidwwOffers[$key] = @(
        'words',
        '--filter|All that match, instead of REFs',
        '-f|All that match, instead of REFs',
        '--total-channels-count|Channels you own: fewer gives them back, ''orders create --capacity-pool'' buys more',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--empty-clears|Empty cells of CSV clear',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'commands:capacity groups') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List capacity groups',
        'get|Show one or more capacity groups',
        'create|Create a capacity group',
        'update|Change one or more capacity groups; only what differs is sent',
        'delete|Delete one or more capacity groups'
    )
}
foreach ($key in 'options:capacity groups create') {
    $DidwwOffers[$key] = @(
        'words',
        '--name|Its name',
        '--shared-channels-count|Channels that the group takes from the pool',
        '--metered-channels-count|Channels charged by the minute when those are busy; null is none',
        '--external-reference-id|Your own reference, at most 100 characters',
        '--capacity-pool|Pool that its channels come from',
        '--dids|DIDs that it is for, of groups that allow additional channels',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'options:capacity groups update') {
    $DidwwOffers[$key] = @(
        'words',
        '--filter|All that match, instead of REFs',
        '-f|All that match, instead of REFs',
        '--name|Its name',
        '--shared-channels-count|Channels that the group takes from the pool',
        '--metered-channels-count|Channels charged by the minute when those are busy; null is none',
        '--external-reference-id|Your own reference, at most 100 characters',
        '--capacity-pool|Pool that its channels come from',
        '--dids|DIDs that it is for, of groups that allow additional channels',
        '--add-dids|Add to: DIDs that it is for, of groups that allow additional channels',
        '--remove-dids|Take away from: DIDs that it is for, of groups that allow additional channels',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--empty-clears|Empty cells of CSV clear',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'commands:sms') {
    $DidwwOffers[$key] = @(
        'words',
        'trunks|Where messages go, and where they come from',
        'groups|Groups of SMS trunks, offered messages by priority',
        'sender-ids|Checks of the names and numbers that messages are sent from'
    )
}
foreach ($key in 'commands:sms trunks') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List sms trunks',
        'get|Show one or more sms trunks',
        'create|Create a SMS trunk',
        'update|Change one or more sms trunks; only what differs is sent',
        'delete|Delete one or more sms trunks',
        'regenerate-credentials|Make a new user name and password; the old ones end at once'
    )
}
foreach ($key in 'options:sms trunks create') {
    $DidwwOffers[$key] = @(
        'words',
        '--name|Its name, borne by no other SMS trunk or group',
        '--external-reference-id|Your own reference, at most 100 characters',
        '--blocked|No messages pass',
        '--no-blocked|No messages pass',
        '--priority|The higher is offered first; http_out has none',
        '--allow-any-did-as-source|Any of your DIDs may send; empties the outgoing DIDs',
        '--no-allow-any-did-as-source|Any of your DIDs may send; empties the outgoing DIDs',
        '--email-send-to|Addresses that they are sent to',
        '--email-subject|Subject; {SMS_SRC_ADDR} and its like are filled in',
        '--email-message|Text; {SMS_TEXT} and its like are filled in',
        '--http-in-url|Where they are sent',
        '--http-in-http-method|HTTP method: get, post, put',
        '--http-in-query-parameters|Parameters of the URL, as a JSON object',
        '--http-in-headers|Headers, as a JSON object',
        '--http-in-body-type|Form of the body; none with get: json, html_multipart, html_url_encoded, raw',
        '--http-in-body|Body; a JSON object for forms',
        '--http-in-follow-redirect|Follow redirects',
        '--no-http-in-follow-redirect|Follow redirects',
        '--http-in-validate-https-certificate|Refuse a wrong certificate',
        '--no-http-in-validate-https-certificate|Refuse a wrong certificate',
        '--http-out-callback-url|Where DIDWW reports what became of them',
        '--http-out-allowed-ips|Addresses that connections may come from',
        '--esme-system-type|SMPP system type',
        '--esme-allowed-ips|Addresses that connections may come from',
        '--esme-server-location|Where DIDWW''s server stands, such as fra',
        '--smsc-host|Your SMSC',
        '--smsc-tx-port|Port to send to',
        '--smsc-rx-port|Port to receive from',
        '--smsc-system-id|SMPP user name',
        '--smsc-password|SMPP password',
        '--smsc-system-type|SMPP system type',
        '--smsc-transceiver-mode|One connection for both ways',
        '--no-smsc-transceiver-mode|One connection for both ways',
        '--smsc-connection-timeout|Seconds to wait for a connection',
        '--smsc-use-ssl|Connect by TLS',
        '--no-smsc-use-ssl|Connect by TLS',
        '--smsc-server-location|Where DIDWW''s server stands, such as fra',
        '--outgoing-dids|DIDs that may send by it',
        '--sms-trunk-group|Group that it belongs to',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'options:sms trunks update') {
    $DidwwOffers[$key] = @(
        'words',
        '--filter|All that match, instead of REFs',
        '-f|All that match, instead of REFs',
        '--name|Its name, borne by no other SMS trunk or group',
        '--external-reference-id|Your own reference, at most 100 characters',
        '--blocked|No messages pass',
        '--no-blocked|No messages pass',
        '--priority|The higher is offered first; http_out has none',
        '--allow-any-did-as-source|Any of your DIDs may send; empties the outgoing DIDs',
        '--no-allow-any-did-as-source|Any of your DIDs may send; empties the outgoing DIDs',
        '--email-send-to|Addresses that they are sent to',
        '--email-subject|Subject; {SMS_SRC_ADDR} and its like are filled in',
        '--email-message|Text; {SMS_TEXT} and its like are filled in',
        '--http-in-url|Where they are sent',
        '--http-in-http-method|HTTP method: get, post, put',
        '--http-in-query-parameters|Parameters of the URL, as a JSON object',
        '--http-in-headers|Headers, as a JSON object',
        '--http-in-body-type|Form of the body; none with get: json, html_multipart, html_url_encoded, raw',
        '--http-in-body|Body; a JSON object for forms',
        '--http-in-follow-redirect|Follow redirects',
        '--no-http-in-follow-redirect|Follow redirects',
        '--http-in-validate-https-certificate|Refuse a wrong certificate',
        '--no-http-in-validate-https-certificate|Refuse a wrong certificate',
        '--http-out-callback-url|Where DIDWW reports what became of them',
        '--http-out-allowed-ips|Addresses that connections may come from',
        '--add-http-out-allowed-ips|Put into: Addresses that connections may come from',
        '--remove-http-out-allowed-ips|Take out of: Addresses that connections may come from',
        '--esme-system-type|SMPP system type',
        '--esme-allowed-ips|Addresses that connections may come from',
        '--add-esme-allowed-ips|Put into: Addresses that connections may come from',
        '--remove-esme-allowed-ips|Take out of: Addresses that connections may come from',
        '--esme-server-location|Where DIDWW''s server stands, such as fra',
        '--smsc-host|Your SMSC',
        '--smsc-tx-port|Port to send to',
        '--smsc-rx-port|Port to receive from',
        '--smsc-system-id|SMPP user name',
        '--smsc-password|SMPP password',
        '--smsc-system-type|SMPP system type',
        '--smsc-transceiver-mode|One connection for both ways',
        '--no-smsc-transceiver-mode|One connection for both ways',
        '--smsc-connection-timeout|Seconds to wait for a connection',
        '--smsc-use-ssl|Connect by TLS',
        '--no-smsc-use-ssl|Connect by TLS',
        '--smsc-server-location|Where DIDWW''s server stands, such as fra',
        '--outgoing-dids|DIDs that may send by it',
        '--add-outgoing-dids|Add to: DIDs that may send by it',
        '--remove-outgoing-dids|Take away from: DIDs that may send by it',
        '--sms-trunk-group|Group that it belongs to',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--empty-clears|Empty cells of CSV clear',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'commands:sms groups') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List sms groups',
        'get|Show one or more sms groups',
        'create|Create a SMS trunk group',
        'update|Change one or more sms groups; only what differs is sent',
        'delete|Delete one or more sms groups'
    )
}
foreach ($key in 'options:sms groups create') {
    $DidwwOffers[$key] = @(
        'words',
        '--name|Its name, borne by no other SMS trunk or group',
        '--external-reference-id|Your own reference, at most 100 characters',
        '--sms-trunks|Trunks in the group, each in one group alone',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'options:sms groups update') {
    $DidwwOffers[$key] = @(
        'words',
        '--filter|All that match, instead of REFs',
        '-f|All that match, instead of REFs',
        '--name|Its name, borne by no other SMS trunk or group',
        '--external-reference-id|Your own reference, at most 100 characters',
        '--sms-trunks|Trunks in the group, each in one group alone',
        '--add-sms-trunks|Add to: Trunks in the group, each in one group alone',
        '--remove-sms-trunks|Take away from: Trunks in the group, each in one group alone',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--empty-clears|Empty cells of CSV clear',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'commands:sms sender-ids') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List sms sender ids',
        'get|Show one or more sms sender ids',
        'update|Change one or more sms sender-ids; only what differs is sent'
    )
}
foreach ($key in 'options:sms sender-ids update') {
    $DidwwOffers[$key] = @(
        'words',
        '--filter|All that match, instead of REFs',
        '-f|All that match, instead of REFs',
        '--name|Its name',
        '--sms-trunk|Trunk that they send by; without one nothing is sent',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--empty-clears|Empty cells of CSV clear',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'commands:orders') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List orders',
        'get|Show one or more orders',
        'create|Buy numbers and channels',
        'update|Change one or more orders; only what differs is sent',
        'cancel|Cancel one or more orders',
        'wait|Wait until it is completed, and show it'
    )
}
foreach ($key in 'options:orders create') {
    $DidwwOffers[$key] = @(
        'words',
        '--sku|Stock keeping unit to buy by; found by itself for what names a DID group',
        '--qty|How many numbers or channels',
        '--available-did|Buy this number, by number or id; repeatable',
        '--reservation|Buy the number of a reservation; repeatable',
        '--nanpa-prefix|Numbers of this NANPA prefix; one, without --qty',
        '--did-group|Numbers of this DID group: finds the SKU',
        '--channels|Choose the SKU that includes so many channels',
        '--billing-cycles-count|Renewals, 0 to 999; for ever without it',
        '--capacity-pool|Buy channels of this pool, by name or id',
        '--item|A further item, by the names of these options without dashes; repeatable',
        '--callback-url|Where DIDWW reports a change of status',
        '--callback-method|HTTP method of the callback: get, post',
        '--external-reference-id|Your own reference, drawn if not given: what is there under it is not ordered again',
        '--allow-back-ordering|Take numbers that are not in stock too: charged now, delivered later',
        '--no-allow-back-ordering|Take numbers that are not in stock too: charged now, delivered later',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--description|Your own note',
        '--capacity-limit|Most calls at once; null is no limit',
        '--dedicated-channels-count|Further channels that only this DID uses',
        '--did-capacity-pool|Pool that its channels come from',
        '--shared-capacity-group|Group that it shares channels with',
        '--address-verification|Verification that registered it',
        '--voice-in-trunk|Trunk that its calls go to',
        '--voice-in-trunk-group|Trunk group that its calls go to',
        '--sms-trunk|SMS trunk that its messages go to',
        '--sms-trunk-group|Group of SMS trunks that its messages go to',
        '--emergency-calling-service|Emergency service of it',
        '--dids|Show the DIDs in place of the order: their ids with -o ids',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask',
        '--wait|Wait until it is completed or canceled, then list the new DIDs',
        '--wait-timeout|Time to wait at most; 600 by default'
    )
}
foreach ($key in 'options:orders update',
    'options:exports update',
    'options:emergency verifications update',
    'options:address-verifications update',
    'options:proofs update',
    'options:documents update') {
    $DidwwOffers[$key] = @(
        'words',
        '--filter|All that match, instead of REFs',
        '-f|All that match, instead of REFs',
        '--external-reference-id|Your own reference, at most 100 characters',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--empty-clears|Empty cells of CSV clear',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'options:orders wait',
    'options:exports wait',
    'options:emergency verifications wait',
    'options:address-verifications wait') {
    $DidwwOffers[$key] = @(
        'words',
        '--wait-timeout|Time to wait at most; 600 by default'
    )
}
foreach ($key in 'commands:exports') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List exports',
        'get|Show one or more exports',
        'create|Create a CDR export',
        'update|Change one or more exports; only what differs is sent',
        'wait|Wait until it is completed, and show it',
        'download|Download the file of an export, or of several joined in order: whole and checked, or not at all'
    )
}
foreach ($key in 'options:exports create') {
    $DidwwOffers[$key] = @(
        'words',
        '--type|Which calls or messages',
        '--export-type|Which calls or messages',
        '--from|First moment: a date, a time, yesterday, last-month',
        '--to|First moment that no longer counts; now, or the end of the month',
        '--did|Calls to this DID alone (cdr_in)',
        '--voice-out-trunk|Calls through this trunk alone (cdr_out)',
        '--filter|Only what matches; ''didww schema exports'' lists the keys of each type',
        '-f|Only what matches; ''didww schema exports'' lists the keys of each type',
        '--callback-url|Where DIDWW reports that it is done',
        '--callback-method|HTTP method of the callback',
        '--external-reference-id|Your own reference, drawn if not given: what is there under it is not created again',
        '--dry-run|Show the request instead of sending it',
        '--yes|This never asks',
        '-y|This never asks',
        '--wait|Wait until the export is completed',
        '--wait-timeout|Time to wait at most; 600 by default',
        '--download|Wait, and download into FILE; - is standard output',
        '--gunzip|Unpack it; done by itself for a FILE that ends in .csv',
        '--force|Replace a FILE that exists'
    )
}
foreach ($key in 'options:exports download') {
    $DidwwOffers[$key] = @(
        'words',
        '--to|Where to; - is standard output',
        '--gunzip|Unpack it; done by itself for a FILE that ends in .csv',
        '--force|Replace a FILE that exists',
        '--wait|Wait until the exports are completed',
        '--wait-timeout|Time to wait at most; 600 by default'
    )
}
foreach ($key in 'commands:emergency') {
    $DidwwOffers[$key] = @(
        'words',
        'register|Get emergency calls for DIDs: shows plan and price, asks, checks what is asked for, hands in once',
        'status|Show how far each emergency service is: what happened, its numbers and price, and what to do next',
        'gaps|List the DIDs without an emergency service that could have one: active, with the feature',
        'requirements|What each country asks for before emergency calls work',
        'services|Emergency calling of your DIDs',
        'verifications|Reviews of addresses for emergency calls'
    )
}
foreach ($key in 'options:emergency register') {
    $DidwwOffers[$key] = @(
        'words',
        '--did|DIDs of a new service; repeatable',
        '--service|A service that gets another address, in place of --did',
        '--address|Address that emergency calls come from',
        '--identity|Whose address it is, to be sure of it',
        '--callback-url|Where DIDWW reports a change of status',
        '--callback-method|HTTP method of the callback: get, post',
        '--external-reference-id|Your own reference, drawn if not given: handed in once under it',
        '--wait|Wait until it is active, or rejected (exit 10)',
        '--wait-timeout|Time to wait at most; 600 by default',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'options:emergency status') {
    $DidwwOffers[$key] = @(
        'words',
        '--did|Of these DIDs alone; repeatable'
    )
}
foreach ($key in 'options:emergency gaps') {
    $DidwwOffers[$key] = @(
        'words',
        '--filter|Only what matches; repeatable',
        '-f|Only what matches; repeatable',
        '--sort|Order; - before it reverses',
        '-s|Order; - before it reverses',
        '--columns|Columns, also dotted: did_group.area_name',
        '-c|Columns, also dotted: did_group.area_name',
        '--limit|At most so many',
        '-n|At most so many'
    )
}
foreach ($key in 'commands:emergency requirements') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List emergency requirements',
        'get|Show one or more emergency requirements',
        'check|See whether an identity and an address fulfil an emergency requirement'
    )
}
foreach ($key in 'options:emergency requirements check',
    'options:address-requirements check') {
    $DidwwOffers[$key] = @(
        'words',
        '--identity|Identity to check',
        '--address|Address to check',
        '--dry-run|Show the request instead of sending it',
        '--yes|This never asks',
        '-y|This never asks'
    )
}
foreach ($key in 'commands:emergency services') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List emergency services',
        'get|Show one or more emergency services',
        'cancel|Cancel one or more emergency services'
    )
}
foreach ($key in 'commands:emergency verifications') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List emergency verifications',
        'get|Show one or more emergency verifications',
        'create|Create an emergency verification',
        'update|Change one or more emergency verifications; only what differs is sent',
        'wait|Wait until it is approved, and show it'
    )
}
foreach ($key in 'options:emergency verifications create') {
    $DidwwOffers[$key] = @(
        'words',
        '--callback-url|Where DIDWW reports a change of status',
        '--callback-method|HTTP method of the callback: get, post',
        '--external-reference-id|Your own reference, at most 100 characters',
        '--address|The address',
        '--emergency-calling-service|Service that gets this address (new, changes_required or active); without it the DIDs get a new one',
        '--dids|DIDs of a new service: active, with the feature emergency, of one country and type, in no service',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask',
        '--wait|Wait for the review; exit 10 where it is rejected',
        '--wait-timeout|Time to wait at most; 600 by default'
    )
}
foreach ($key in 'commands:identities') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List identities',
        'get|Show one or more identities',
        'create|Create an identity',
        'update|Change one or more identities; only what differs is sent',
        'delete|Delete one or more identities'
    )
}
foreach ($key in 'options:identities create') {
    $DidwwOffers[$key] = @(
        'words',
        '--identity-type|A person or a company: personal, business',
        '--first-name|First name',
        '--last-name|Last name',
        '--phone-number|Phone number to reach them, digits only',
        '--contact-email|Address for e-mail',
        '--company-name|Name of the company; a business identity needs it',
        '--company-reg-number|Number in the company register',
        '--vat-id|VAT number',
        '--id-number|Number of the passport or identity card',
        '--personal-tax-id|Tax number of the person',
        '--birth-date|Date of birth',
        '--description|Your own note',
        '--external-reference-id|Your own reference, at most 100 characters',
        '--country|Its country',
        '--birth-country|Country of birth',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'options:identities update') {
    $DidwwOffers[$key] = @(
        'words',
        '--filter|All that match, instead of REFs',
        '-f|All that match, instead of REFs',
        '--first-name|First name',
        '--last-name|Last name',
        '--phone-number|Phone number to reach them, digits only',
        '--contact-email|Address for e-mail',
        '--company-name|Name of the company; a business identity needs it',
        '--company-reg-number|Number in the company register',
        '--vat-id|VAT number',
        '--id-number|Number of the passport or identity card',
        '--personal-tax-id|Tax number of the person',
        '--birth-date|Date of birth',
        '--description|Your own note',
        '--external-reference-id|Your own reference, at most 100 characters',
        '--country|Its country',
        '--birth-country|Country of birth',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--empty-clears|Empty cells of CSV clear',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'commands:addresses') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List addresses',
        'get|Show one or more addresses',
        'create|Create an address',
        'update|Change one or more addresses; only what differs is sent',
        'delete|Delete one or more addresses'
    )
}
foreach ($key in 'options:addresses create') {
    $DidwwOffers[$key] = @(
        'words',
        '--address|Street and house number',
        '--city-name|Town',
        '--postal-code|Postal code',
        '--description|Your own note',
        '--external-reference-id|Your own reference, at most 100 characters',
        '--identity|Person or company behind it',
        '--country|Its country',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'options:addresses update') {
    $DidwwOffers[$key] = @(
        'words',
        '--filter|All that match, instead of REFs',
        '-f|All that match, instead of REFs',
        '--address|Street and house number',
        '--city-name|Town',
        '--postal-code|Postal code',
        '--description|Your own note',
        '--external-reference-id|Your own reference, at most 100 characters',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--empty-clears|Empty cells of CSV clear',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'commands:address-requirements') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List address requirements',
        'get|Show one or more address requirements',
        'check|See whether an identity and an address fulfil an address requirement'
    )
}
foreach ($key in 'commands:address-verifications') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List address verifications',
        'get|Show one or more address verifications',
        'create|Create an address verification',
        'update|Change one or more address-verifications; only what differs is sent',
        'wait|Wait until it is approved, and show it'
    )
}
foreach ($key in 'options:address-verifications create') {
    $DidwwOffers[$key] = @(
        'words',
        '--service-description|What the numbers are for',
        '--callback-url|Where DIDWW reports a change of status',
        '--callback-method|HTTP method of the callback: get, post',
        '--external-reference-id|Your own reference, at most 100 characters',
        '--address|The address',
        '--dids|DIDs that it is for',
        '--onetime-files|Uploaded forms for this one verification; sent only',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask',
        '--wait|Wait for the review; exit 10 where it is rejected',
        '--wait-timeout|Time to wait at most; 600 by default'
    )
}
foreach ($key in 'commands:proofs') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List proofs',
        'get|Show one or more proofs',
        'create|Create a proof',
        'update|Change one or more proofs; only what differs is sent',
        'delete|Delete one or more proofs',
        'add|Hand in a proof from plain files: encrypted, uploaded and created, each once'
    )
}
foreach ($key in 'options:proofs create') {
    $DidwwOffers[$key] = @(
        'words',
        '--external-reference-id|Your own reference, at most 100 characters',
        '--proof-type|Kind of document',
        '--entity|Identity or address that it proves',
        '--files|Uploaded files; sent only, never shown again',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'options:proofs add') {
    $DidwwOffers[$key] = @(
        'words',
        '--entity|Identity or address that it proves',
        '--proof-type|Kind of document',
        '--dry-run|Show the request instead of sending it',
        '--yes|This never asks',
        '-y|This never asks'
    )
}
foreach ($key in 'arguments:proofs add',
    'arguments:documents add',
    'arguments:files upload',
    'arguments:files encrypt 1',
    'arguments:snapshot save 1',
    'arguments:snapshot diff 1',
    'arguments:snapshot diff 2',
    'arguments:snapshot apply 1',
    'arguments:cdr summary',
    'arguments:webhook verify',
    'arguments:webhook replay',
    'values:--data',
    'values:--input',
    'values:--results',
    'values:--resume',
    'values:exports download --to',
    'values:files encrypt --to',
    'values:prices download --to',
    'values:--download',
    'values:--public-key',
    'values:--document',
    'values:--body',
    'values:--save',
    'values:--seed-file',
    'values:--state',
    'values:--man') {
    $DidwwOffers[$key] = @(
        'files'
    )
}
foreach ($key in 'commands:proof-types') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List proof types',
        'get|Show one or more proof types'
    )
}
foreach ($key in 'commands:documents') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List documents',
        'get|Show one or more documents',
        'create|Create a document',
        'update|Change one or more documents; only what differs is sent',
        'delete|Delete one or more documents',
        'add|Hand in a document from plain files: encrypted, uploaded and created, each once'
    )
}
foreach ($key in 'options:documents create') {
    $DidwwOffers[$key] = @(
        'words',
        '--external-reference-id|Your own reference, at most 100 characters',
        '--template|Form that was filled in',
        '--identity|Person or company behind it',
        '--files|Uploaded files; sent only, never shown again',
        '--set|Any attribute; JSON values; null clears',
        '--unset|Clear it: send null',
        '--data|A flat JSON object as ''get -o json'' prints it; - is stdin',
        '--input|Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin',
        '--continue-on-error|Go on after a failure',
        '--results|Where the outcome of each row goes, as JSON lines',
        '--resume|Go on after a stop; FILE is what --results wrote',
        '--settle|With --resume: what became of a row whose outcome is unknown; a failed one is tried again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'options:documents add') {
    $DidwwOffers[$key] = @(
        'words',
        '--identity|Person or company behind it',
        '--template|Form that was filled in',
        '--dry-run|Show the request instead of sending it',
        '--yes|This never asks',
        '-y|This never asks'
    )
}
foreach ($key in 'commands:document-templates') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List document templates',
        'get|Show one or more document templates'
    )
}
foreach ($key in 'commands:files') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List files',
        'get|Show one or more files',
        'delete|Delete one or more files',
        'upload|Encrypt documents with the account''s public keys and upload them',
        'encrypt|Encrypt a document as an upload would, without uploading it, and print the fingerprint of the keys'
    )
}
foreach ($key in 'options:files upload') {
    $DidwwOffers[$key] = @(
        'words',
        '--description|Your own note',
        '--dry-run|Show the request instead of sending it',
        '--yes|This never asks',
        '-y|This never asks'
    )
}
foreach ($key in 'options:files encrypt') {
    $DidwwOffers[$key] = @(
        'words',
        '--to|Where to; - is standard output',
        '--public-key|PEM file of a public key; twice, in the order of ''didww public-keys list''',
        '--force|Replace a FILE that exists'
    )
}
foreach ($key in 'commands:public-keys') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List public keys'
    )
}
foreach ($key in 'commands:numbers') {
    $DidwwOffers[$key] = @(
        'words',
        'search|What is on sale: prices of areas and kinds of numbers, or with --numbers single numbers',
        'buy|Buy numbers and set them up: finds, shows the cost, asks, orders once, waits, assigns'
    )
}
foreach ($key in 'options:numbers search') {
    $DidwwOffers[$key] = @(
        'words',
        '--country|In this country: ISO code or name',
        '--region|In this state or province: code or name; with --country',
        '--city|In this city',
        '--area|In the area of this name, as DID groups have it',
        '--type|local, national, mobile, toll_free, shared_cost, global',
        '--features|With all of these: voice_in, voice_out, t38, sms_in, p2p, a2p, emergency, cnam_out',
        '--prefix|Beginning so, with the country code or without',
        '--nanpa|Of this area and exchange code of North America',
        '--contains|Single numbers with these digits in them',
        '--no-registration|That work without documents alone',
        '--max-monthly|That cost no more each month, without VAT',
        '--channels|Whose price covers so many calls at once',
        '--numbers|Single numbers instead of areas: a new draw each time',
        '--sort|By price, or by a column',
        '-s|By price, or by a column',
        '--columns|Columns, also dotted: did_group.area_name',
        '-c|Columns, also dotted: did_group.area_name',
        '--limit|At most so many',
        '-n|At most so many',
        '--fresh|Read places and coverage again, which are kept for an hour'
    )
}
foreach ($key in 'options:numbers buy') {
    $DidwwOffers[$key] = @(
        'words',
        '--country|In this country: ISO code or name',
        '--region|In this state or province: code or name; with --country',
        '--city|In this city',
        '--area|In the area of this name, as DID groups have it',
        '--type|local, national, mobile, toll_free, shared_cost, global',
        '--features|With all of these: voice_in, voice_out, t38, sms_in, p2p, a2p, emergency, cnam_out',
        '--prefix|Beginning so, with the country code or without',
        '--nanpa|Of this area and exchange code of North America',
        '--contains|Single numbers with these digits in them',
        '--no-registration|That work without documents alone',
        '--max-monthly|That cost no more each month, without VAT',
        '--channels|Whose price covers so many calls at once',
        '--qty|How many numbers; 1 by default',
        '--trunk|Where calls go, or SMS; one of each at most',
        '--description|Your own note to each of them',
        '--capacity-pool|Pool that their channels come from',
        '--cycles|Renewals, 0 to 999; for ever without it',
        '--reserve|Hold single numbers before the question; DIDWW holds 10 at a time',
        '--max-total|Buy nothing if it costs more now, without VAT',
        '--external-reference-id|Your own reference: ordered once under it',
        '--wait-timeout|Time to wait at most; 600 by default',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'options:requirements') {
    $DidwwOffers[$key] = @(
        'words',
        '--did|For this DID',
        '--did-group|For the numbers of this DID group',
        '--country|For the numbers of this country; with --type',
        '--type|local, national, mobile, toll_free, shared_cost, global',
        '--emergency|For emergency calls',
        '--identity|What of it this person or company has; exit 10 if not all',
        '--address|The same of this address',
        '--dry-run|Show the request instead of sending it',
        '--yes|This never asks',
        '-y|This never asks'
    )
}
foreach ($key in 'options:register') {
    $DidwwOffers[$key] = @(
        'words',
        '--identity|Whom they are registered to',
        '--address|Where; one of the identity''s addresses',
        '--document|A JPG, PNG or PDF and what it is (''didww requirements'' says what is taken); repeatable',
        '--service-description|What the numbers are for',
        '--callback-url|Where DIDWW reports a change of status',
        '--callback-method|HTTP method of the callback: get, post',
        '--external-reference-id|Your own reference, drawn if not given: what is there under it is not submitted again',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask',
        '--wait|Wait for the review; exit 10 where it is rejected',
        '--wait-timeout|Time to wait at most; 600 by default'
    )
}
foreach ($key in 'options:route') {
    $DidwwOffers[$key] = @(
        'words',
        '--filter|Those that match; repeatable',
        '-f|Those that match; repeatable',
        '--ends-nowhere|Only those that no call gets through to; exit code 10 if any'
    )
}
foreach ($key in 'options:check') {
    $DidwwOffers[$key] = @(
        'words',
        '--only|These checks alone; repeatable, or parted by commas',
        '--ignore|All but these: low-balance, money-days, no-route, blocked, registration, cancelled, expiring, last-cycle, trunk-blocked, trunk-spending, group-empty, sms-trunk-blocked, sms-group-empty, sender-changes, capacity, address-rejected, emergency-rejected, emergency-changes, document-expiring, file-expiring, order-pending, reservation-lapsing',
        '--min-balance|Money below which something is amiss; 0 by default',
        '--days|How long before its end something is told; 14 by default',
        '--share|Share of a trunk''s spending limit at which that is told; 80 by default'
    )
}
foreach ($key in 'options:status') {
    $DidwwOffers[$key] = @(
        'words',
        '--watch|Look again and again, until Ctrl-C'
    )
}
foreach ($key in 'commands:snapshot') {
    $DidwwOffers[$key] = @(
        'words',
        'save|Write what can be written of numbers, trunks and groups to a file: by name, sorted, without secrets',
        'diff|Show what the account, or another file, has otherwise than a file; exit code 10 where something differs',
        'apply|Make the account as a file says: a plan, a question, then what others need first'
    )
}
foreach ($key in 'options:snapshot save',
    'options:snapshot diff') {
    $DidwwOffers[$key] = @(
        'words',
        '--only|Only these nouns: dids, trunks, ''trunks in'', capacity'
    )
}
foreach ($key in 'options:snapshot apply') {
    $DidwwOffers[$key] = @(
        'words',
        '--only|Only these nouns: dids, trunks, ''trunks in'', capacity',
        '--number|Only this number; repeatable',
        '--delete|Delete what the file does not have; numbers are never cancelled by it',
        '--skip-unmapped|Leave out what this account cannot have',
        '--results|Where the outcome of each step goes, as JSON lines',
        '--continue-on-error|Go on after a failure',
        '--dry-run|Show the request instead of sending it',
        '--yes|Do not ask',
        '-y|Do not ask'
    )
}
foreach ($key in 'commands:journal') {
    $DidwwOffers[$key] = @(
        'words',
        'list|List what this machine wrote, the newest first',
        'show|Show one entry, with what was there before and after it',
        'undo|Put updates back as they were, the newest first, where what they wrote is still there'
    )
}
foreach ($key in 'options:journal list') {
    $DidwwOffers[$key] = @(
        'words',
        '--ref|Only what was done to this, by its name or id',
        '--since|Only what was done since then: 2h, today, 2026-01-31',
        '--limit|At most so many, the newest',
        '-n|At most so many, the newest'
    )
}
foreach ($key in 'commands:prices') {
    $DidwwOffers[$key] = @(
        'words',
        'lookup|Look up what calls or SMS to a number cost',
        'download|Download all prices of a plan as gzipped CSV: whole or not at all'
    )
}
foreach ($key in 'options:prices lookup') {
    $DidwwOffers[$key] = @(
        'words',
        '--service|Whose prices; voice-in by default',
        '--from-country|Where the call comes from, such as GB; for voice-in',
        '--to-country|Where the SMS goes, with a number or instead of one; for SMS',
        '--columns|Columns, such as country,rate',
        '-c|Columns, such as country,rate'
    )
}
foreach ($key in 'options:prices download') {
    $DidwwOffers[$key] = @(
        'words',
        '--service|Whose prices; voice-in by default',
        '--to|Where to; - is standard output',
        '--gunzip|Unpack it; done by itself for a FILE that ends in .csv',
        '--force|Replace a FILE that exists and was not put there by this command'
    )
}
foreach ($key in 'options:costs') {
    $DidwwOffers[$key] = @(
        'words',
        '--ends|Only what ends or renews when'
    )
}
foreach ($key in 'commands:cdr') {
    $DidwwOffers[$key] = @(
        'words',
        'summary|Sum up call records of files, or of a period, which are exported, waited for and read'
    )
}
foreach ($key in 'options:cdr summary') {
    $DidwwOffers[$key] = @(
        'words',
        '--by|One row for each: did, the DID that was called; trunk, the trunk that took the call; group, the trunk group; country, the other end''s country; network, the other end''s network; source, who called; destination, where the call went; code, the code it ended with; response, the same in words; initiator, who ended it; status, what became of it; attempt, which try at the same call it was; type, the type of call; month, the month, UTC; day, the day, UTC; hour, the hour of the day, UTC',
        '--sort|Order: by a key or by what is counted; - before it reverses',
        '-s|Order: by a key or by what is counted; - before it reverses',
        '--limit|At most so many rows; the total is of all',
        '-n|At most so many rows; the total is of all',
        '--title|What a column is called that is not found: start, connect, duration, cost, or a key',
        '--type|Which calls; cdr_in by default, cdr_out with --voice-out-trunk',
        '--export-type|Which calls; cdr_in by default, cdr_out with --voice-out-trunk',
        '--from|First moment: a date, a time, yesterday, last-month',
        '--to|First moment that no longer counts; now, or the end of the month',
        '--did|Calls to this DID alone (cdr_in)',
        '--voice-out-trunk|Calls through this trunk alone (cdr_out)',
        '--filter|Only what matches; ''didww schema exports'' lists the keys of each type',
        '-f|Only what matches; ''didww schema exports'' lists the keys of each type',
        '--external-reference-id|Your own reference, drawn if not given: what is there under it is not created again',
        '--wait-timeout|Time to wait at most; 600 by default',
        '--dry-run|Show the request instead of sending it',
        '--yes|This never asks',
        '-y|This never asks'
    )
}
foreach ($key in 'commands:webhook') {
    $DidwwOffers[$key] = @(
        'words',
        'verify|See whether the signatures of captured callbacks are right, and why not',
        'sign|Print the signature header of a callback',
        'send|Send a signed event to a URL, as DIDWW would',
        'replay|Send captured callbacks again: as they were, or signed anew',
        'listen|Receive callbacks on this machine and verify them'
    )
}
foreach ($key in 'options:webhook verify') {
    $DidwwOffers[$key] = @(
        'words',
        '--url|The whole URL that DIDWW called, instead of the captures''',
        '--signature|The signature, with --url and without a capture',
        '--param|A parameter of it; repeatable',
        '--body|Its body',
        '--method|Its method',
        '--base-url|Scheme, host and port that DIDWW called (behind a proxy)',
        '--secret-env|Variable that holds a secret; repeatable',
        '--all-profiles|With the secrets of all profiles'
    )
}
foreach ($key in 'options:webhook sign') {
    $DidwwOffers[$key] = @(
        'words',
        '--param|A parameter; repeatable',
        '--body|A body instead of parameters',
        '--method|Method; post by default',
        '--secret-env|Variable that holds a secret to sign with'
    )
}
foreach ($key in 'options:webhook send') {
    $DidwwOffers[$key] = @(
        'words',
        '--event|One of order-completed, order-canceled, export-completed, address-verification-approved, address-verification-rejected, emergency-verification-approved, emergency-verification-rejected, trunk-blocked, trunk-unblocked',
        '--method|Method; post by default',
        '--id|Id of what the event is about; drawn if not given',
        '--param|A parameter; repeatable',
        '--repeat|Repeat until it is accepted, when DIDWW would',
        '--repeat-scale|Waits between repeats times this',
        '--dry-run|Show the request instead of sending it',
        '--yes|This never asks',
        '-y|This never asks',
        '--secret-env|Variable that holds a secret to sign with'
    )
}
foreach ($key in 'options:webhook replay') {
    $DidwwOffers[$key] = @(
        'words',
        '--sign|Sign for this URL with the profile''s secret',
        '--dry-run|Show the request instead of sending it',
        '--yes|This never asks',
        '-y|This never asks',
        '--secret-env|Variable that holds a secret to sign with'
    )
}
foreach ($key in 'options:webhook listen') {
    $DidwwOffers[$key] = @(
        'words',
        '--port|Port to listen on; 0 takes a free one',
        '--host|Address to listen on',
        '--allow-remote|Listen where other machines can reach it',
        '--path|Take requests to this path alone',
        '--public-url|URL that was given to DIDWW, where it differs',
        '--forward-to|Send what is right on to this URL, and answer as it does',
        '--save|Keep each request as a file that ''verify'' reads',
        '--secret-env|Variable that holds a secret; repeatable',
        '--all-profiles|With the secrets of all profiles'
    )
}
foreach ($key in 'options:api') {
    $DidwwOffers[$key] = @(
        'words',
        '--field|A query parameter; in the body of a write',
        '-F|A query parameter; in the body of a write',
        '--data|Body of the request; - is standard input',
        '--paginate|Follow all pages and join them',
        '--include-headers|Status and headers of the answer first',
        '--dry-run|Show the request instead of sending it',
        '--yes|This never asks',
        '-y|This never asks'
    )
}
foreach ($key in 'arguments:api 1') {
    $DidwwOffers[$key] = @(
        'words',
        'GET|',
        'POST|',
        'PATCH|',
        'DELETE|',
        'PUT|',
        'HEAD|'
    )
}
foreach ($key in 'arguments:api 2') {
    $DidwwOffers[$key] = @(
        'words',
        '/dids|',
        '/did_groups|',
        '/did_group_types|',
        '/available_dids|',
        '/nanpa_prefixes|',
        '/did_reservations|',
        '/did_history|',
        '/countries|',
        '/regions|',
        '/cities|',
        '/areas|',
        '/voice_in_trunks|',
        '/voice_in_trunk_groups|',
        '/voice_out_trunks|',
        '/voice_out_trunk_regenerate_credentials|',
        '/pops|',
        '/capacity_pools|',
        '/shared_capacity_groups|',
        '/sms_trunks|',
        '/sms_trunk_regenerate_credentials|',
        '/sms_trunk_groups|',
        '/sender_id_verifications|',
        '/orders|',
        '/balance|',
        '/exports|',
        '/emergency_requirements|',
        '/emergency_requirement_validations|',
        '/emergency_calling_services|',
        '/emergency_verifications|',
        '/identities|',
        '/addresses|',
        '/address_requirements|',
        '/address_requirement_validations|',
        '/address_verifications|',
        '/proofs|',
        '/proof_types|',
        '/permanent_supporting_documents|',
        '/supporting_document_templates|',
        '/encrypted_files|',
        '/public_keys|'
    )
}
foreach ($key in 'options:schema') {
    $DidwwOffers[$key] = @(
        'words',
        '--diagram|Relationships as a Mermaid ER diagram',
        '--codes|Codec, transport, DTMF and disconnect codes by number and name',
        '--changes|What differs between versions 2026-04-16 and 2026-11-19'
    )
}
foreach ($key in 'arguments:schema') {
    $DidwwOffers[$key] = @(
        'words',
        'dids|Phone numbers that you own',
        'did_groups|Groups of numbers on sale: by country, city, type and prefix',
        'did_group_types|Kinds of number: local, mobile, toll-free and so on',
        'stock_keeping_units|What the numbers of a DID group are sold for; found through their group',
        'available_dids|Single numbers on sale; a new draw each time',
        'nanpa_prefixes|Area and exchange codes of North America',
        'did_reservations|Numbers held for ten minutes',
        'did_history|What happened to DIDs in the last 90 days',
        'countries|Countries with numbers',
        'regions|States and provinces',
        'cities|Cities with numbers',
        'areas|Areas that regulators know',
        'voice_in_trunks|Trunks that calls to your DIDs go to: SIP hosts and phone numbers',
        'voice_in_trunk_groups|Groups of inbound trunks, tried in order',
        'voice_out_trunks|Trunks that your calls leave by',
        'voice_out_trunk_regenerate_credentials|New credentials for an outbound trunk',
        'pops|Places where DIDWW hands over calls',
        'capacity_pools|Channels that you own, by set of countries',
        'qty_based_pricings|Prices of a capacity pool by number of channels; found through their pool',
        'shared_capacity_groups|DIDs that share channels of a pool',
        'sms_trunks|Where messages go, and where they come from',
        'sms_trunk_regenerate_credentials|New credentials for an SMS trunk',
        'sms_trunk_groups|Groups of SMS trunks, offered messages by priority',
        'sender_id_verifications|Checks of the names and numbers that messages are sent from',
        'orders|What you bought',
        'balances|Money that you can spend',
        'exports|CDR exports: call records as files',
        'emergency_requirements|What each country asks for before emergency calls work',
        'emergency_requirement_validations|Whether an identity and an address fulfil an emergency requirement',
        'emergency_calling_services|Emergency calling of your DIDs',
        'emergency_verifications|Reviews of addresses for emergency calls',
        'identities|People and companies that numbers are registered to',
        'addresses|Addresses that numbers are registered at',
        'address_requirements|What each country asks for before a number works',
        'address_requirement_validations|Whether an identity and an address fulfil an address requirement',
        'address_verifications|Reviews of addresses for DIDs',
        'proofs|Documents that prove an identity or an address',
        'proof_types|Kinds of document that count as proof',
        'permanent_supporting_documents|Forms on file for an identity',
        'supporting_document_templates|Blank forms',
        'encrypted_files|Encrypted documents, uploaded and waiting to be used',
        'public_keys|Keys that documents are encrypted with',
        'did-groups|Groups of numbers on sale: by country, city, type and prefix',
        'did-group-types|Kinds of number: local, mobile, toll-free and so on',
        'available-dids|Single numbers on sale; a new draw each time',
        'nanpa-prefixes|Area and exchange codes of North America',
        'reservations|Numbers held for ten minutes',
        'history|What happened to DIDs in the last 90 days',
        'balance|Money that you can spend',
        'address-requirements|What each country asks for before a number works',
        'address-verifications|Reviews of addresses for DIDs',
        'proof-types|Kinds of document that count as proof',
        'documents|Forms on file for an identity',
        'document-templates|Blank forms',
        'files|Encrypted documents, uploaded and waiting to be used',
        'public-keys|Keys that documents are encrypted with'
    )
}
foreach ($key in 'commands:config') {
    $DidwwOffers[$key] = @(
        'words',
        'init|Store a key as a profile',
        'list|List profiles',
        'use|Make a profile the default',
        'show|Show each setting and where it came from; secrets are masked',
        'set|Set a setting of a profile',
        'unset|Remove a setting of a profile',
        'remove|Remove a profile',
        'path|Show where the configuration file is'
    )
}
foreach ($key in 'options:config init') {
    $DidwwOffers[$key] = @(
        'words',
        '--force|Replace a profile that exists',
        '--no-check|Store the key without trying it; nothing is sent'
    )
}
foreach ($key in 'arguments:config use 1',
    'arguments:config remove 1',
    'values:--profile',
    'values:-p') {
    $DidwwOffers[$key] = @(
        'profiles'
    )
}
foreach ($key in 'options:config show') {
    $DidwwOffers[$key] = @(
        'words',
        '--check|Ask the API which version it serves, with the key or a token'
    )
}
foreach ($key in 'arguments:config set 1',
    'arguments:config unset 1') {
    $DidwwOffers[$key] = @(
        'words',
        'environment|',
        'base_url|',
        'api_key|',
        'api_key_command|',
        'api_key_env|',
        'api_key_keyring|',
        'callback_secret|',
        'callback_secret_command|',
        'callback_secret_env|',
        'api_version|',
        'scope|',
        'token_url|',
        'services.api-vin|',
        'services.api-vout|',
        'services.api-sms|',
        'check.min_balance|',
        'check.days|',
        'check.share|',
        'check.ignore|',
        'timeout|',
        'requests_per_second|',
        'proxy|',
        'insecure_http|',
        'output|'
    )
}
foreach ($key in 'commands:auth') {
    $DidwwOffers[$key] = @(
        'words',
        'status|Show which account this is, the version of the API, and how long the token lasts',
        'token|Print a token, for other tools',
        'forget|Remove the token and what is remembered of the account from this machine'
    )
}
foreach ($key in 'commands:emulator') {
    $DidwwOffers[$key] = @(
        'words',
        'serve|Serve an emulated DIDWW account on this machine',
        'reset|Begin the account of the profile demo anew'
    )
}
foreach ($key in 'options:emulator serve') {
    $DidwwOffers[$key] = @(
        'words',
        '--host|Address to listen on',
        '--port|Port to listen on; 0 takes a free one',
        '--allow-remote|Listen where other machines can reach it',
        '--dids|A large account with so many DIDs',
        '--seed-file|JSON laid over the account that it starts with',
        '--state|Keep the account in a file; in memory otherwise',
        '--latency|Delay of each answer',
        '--rate-limit|Most requests a second and key; 429 beyond',
        '--fault|What goes wrong: a status, drop-before, drop-after, cut, html or slow; repeatable',
        '--api-key|The only key that it takes',
        '--account-version|Version that the account is on',
        '--token-lifetime|Seconds after which its tokens end',
        '--callback-secret|Send callbacks, signed with it',
        '--callback-scale|Waits between callbacks times this',
        '--after-reads|Reads after which pending things are done',
        '--after-seconds|Seconds after which they are done',
        '--reject|Reject all verifications, not just those that say so',
        '--calls-a-day|Calls of a DID and day in CDR exports'
    )
}
foreach ($key in 'commands:completion') {
    $DidwwOffers[$key] = @(
        'words',
        'bash|Print the completion script of bash',
        'zsh|Print the completion script of zsh',
        'fish|Print the completion script of fish',
        'powershell|Print the completion script of powershell',
        'install|Put the completion script where the shell looks for it, and say how that is undone',
        'refresh|Read the names that bash, zsh and fish complete: numbers, trunks, groups, pools, orders, countries'
    )
}
foreach ($key in 'options:completion install') {
    $DidwwOffers[$key] = @(
        'words',
        '--force|Replace a file that was not made by didww'
    )
}
foreach ($key in 'arguments:completion install 1') {
    $DidwwOffers[$key] = @(
        'words',
        'bash|',
        'zsh|',
        'fish|',
        'powershell|'
    )
}
foreach ($key in 'options:help') {
    $DidwwOffers[$key] = @(
        'words',
        '--man|Write all of it as pages for man'
    )
}
foreach ($key in 'values:--environment') {
    $DidwwOffers[$key] = @(
        'words',
        'production|',
        'sandbox|'
    )
}
foreach ($key in 'values:--api-version') {
    $DidwwOffers[$key] = @(
        'words',
        '2017-09-18|',
        '2021-04-19|',
        '2021-12-15|',
        '2022-05-10|',
        '2026-04-16|',
        '2026-11-19|'
    )
}
foreach ($key in 'values:--output',
    'values:-o') {
    $DidwwOffers[$key] = @(
        'words',
        'table|',
        'json|',
        'jsonl|',
        'csv|',
        'tsv|',
        'markdown|',
        'ids|',
        'jsonapi|'
    )
}
foreach ($key in 'values:--query',
    'values:--timeout',
    'values:--max-time',
    'values:--retries',
    'values:cdr summary --filter',
    'values:cdr summary -f',
    'values:emergency gaps --sort',
    'values:numbers search --sort',
    'values:cdr summary --sort',
    'values:emergency gaps -s',
    'values:numbers search -s',
    'values:cdr summary -s',
    'values:emergency gaps --columns',
    'values:numbers search --columns',
    'values:prices lookup --columns',
    'values:emergency gaps -c',
    'values:numbers search -c',
    'values:prices lookup -c',
    'values:--limit',
    'values:-n',
    'values:--page',
    'values:--page-size',
    'values:--description',
    'values:--capacity-limit',
    'values:--dedicated-channels-count',
    'values:--billing-cycles-count',
    'values:--capacity-pool',
    'values:--shared-capacity-group',
    'values:--address-verification',
    'values:--voice-in-trunk',
    'values:--voice-in-trunk-group',
    'values:--sms-trunk',
    'values:--sms-trunk-group',
    'values:--emergency-calling-service',
    'values:--settle',
    'values:--trunk',
    'values:--available-did',
    'values:--by',
    'values:--from',
    'values:history summary --to',
    'values:exports create --to',
    'values:cdr summary --to',
    'values:--name',
    'values:--external-reference-id',
    'values:--priority',
    'values:--weight',
    'values:--cli-prefix',
    'values:--ringing-timeout',
    'values:--sip-host',
    'values:--sip-port',
    'values:--sip-username',
    'values:--sip-auth-user',
    'values:--sip-auth-password',
    'values:--sip-auth-from-user',
    'values:--sip-auth-from-domain',
    'values:--sip-sst-min-timer',
    'values:--sip-sst-max-timer',
    'values:--sip-sst-session-expires',
    'values:--sip-sip-timer-b',
    'values:--sip-dns-srv-failover-timer',
    'values:--sip-rtp-timeout',
    'values:--sip-allowed-rtp-ips',
    'values:--sip-max-transfers',
    'values:--sip-max-30x-redirects',
    'values:--pstn-dst',
    'values:--add-sip-allowed-rtp-ips',
    'values:--remove-sip-allowed-rtp-ips',
    'values:--voice-in-trunks',
    'values:--add-voice-in-trunks',
    'values:--remove-voice-in-trunks',
    'values:--dst-prefixes',
    'values:--allowed-rtp-ips',
    'values:--rtp-timeout',
    'values:--threshold-amount',
    'values:--callback-url',
    'values:--allowed-sip-ips',
    'values:--tech-prefix',
    'values:--twilio-account-sid',
    'values:trunks out create --dids',
    'values:trunks out update --dids',
    'values:capacity groups create --dids',
    'values:capacity groups update --dids',
    'values:emergency verifications create --dids',
    'values:address-verifications create --dids',
    'values:emulator serve --dids',
    'values:--emergency-dids',
    'values:--default-did',
    'values:--add-dst-prefixes',
    'values:--remove-dst-prefixes',
    'values:--add-allowed-rtp-ips',
    'values:--remove-allowed-rtp-ips',
    'values:--add-allowed-sip-ips',
    'values:--remove-allowed-sip-ips',
    'values:--add-dids',
    'values:--remove-dids',
    'values:--add-emergency-dids',
    'values:--remove-emergency-dids',
    'values:--total-channels-count',
    'values:--shared-channels-count',
    'values:--metered-channels-count',
    'values:--email-send-to',
    'values:--email-subject',
    'values:--email-message',
    'values:--http-in-url',
    'values:--http-in-query-parameters',
    'values:--http-in-headers',
    'values:--http-in-body',
    'values:--http-out-callback-url',
    'values:--http-out-allowed-ips',
    'values:--esme-system-type',
    'values:--esme-allowed-ips',
    'values:--esme-server-location',
    'values:--smsc-host',
    'values:--smsc-tx-port',
    'values:--smsc-rx-port',
    'values:--smsc-system-id',
    'values:--smsc-password',
    'values:--smsc-system-type',
    'values:--smsc-connection-timeout',
    'values:--smsc-server-location',
    'values:--outgoing-dids',
    'values:--add-http-out-allowed-ips',
    'values:--remove-http-out-allowed-ips',
    'values:--add-esme-allowed-ips',
    'values:--remove-esme-allowed-ips',
    'values:--add-outgoing-dids',
    'values:--remove-outgoing-dids',
    'values:--sms-trunks',
    'values:--add-sms-trunks',
    'values:--remove-sms-trunks',
    'values:--sku',
    'values:--qty',
    'values:--reservation',
    'values:--nanpa-prefix',
    'values:--did-group',
    'values:--channels',
    'values:--item',
    'values:emergency register --callback-method',
    'values:register --callback-method',
    'values:--did-capacity-pool',
    'values:--wait-timeout',
    'values:numbers search --type',
    'values:numbers buy --type',
    'values:requirements --type',
    'values:--did',
    'values:--voice-out-trunk',
    'values:emergency register --service',
    'values:emergency register --address',
    'values:emergency requirements check --address',
    'values:emergency verifications create --address',
    'values:addresses create --address',
    'values:addresses update --address',
    'values:address-requirements check --address',
    'values:address-verifications create --address',
    'values:requirements --address',
    'values:register --address',
    'values:--identity',
    'values:--first-name',
    'values:--last-name',
    'values:--phone-number',
    'values:--contact-email',
    'values:--company-name',
    'values:--company-reg-number',
    'values:--vat-id',
    'values:--id-number',
    'values:--personal-tax-id',
    'values:--birth-date',
    'values:--country',
    'values:--birth-country',
    'values:--city-name',
    'values:--postal-code',
    'values:--service-description',
    'values:--onetime-files',
    'values:--proof-type',
    'values:--entity',
    'values:--files',
    'values:--template',
    'values:--region',
    'values:--city',
    'values:--area',
    'values:--features',
    'values:--prefix',
    'values:--nanpa',
    'values:--contains',
    'values:--max-monthly',
    'values:--cycles',
    'values:--max-total',
    'values:--only',
    'values:--ignore',
    'values:--min-balance',
    'values:--days',
    'values:--share',
    'values:--watch',
    'values:--number',
    'values:--ref',
    'values:--since',
    'values:--from-country',
    'values:--to-country',
    'values:--title',
    'values:--url',
    'values:--signature',
    'values:--param',
    'values:--base-url',
    'values:--secret-env',
    'values:--id',
    'values:--repeat-scale',
    'values:--port',
    'values:--host',
    'values:--path',
    'values:--public-url',
    'values:--forward-to',
    'values:--field',
    'values:-F',
    'values:--latency',
    'values:--rate-limit',
    'values:--fault',
    'values:--api-key',
    'values:--account-version',
    'values:--token-lifetime',
    'values:--callback-secret',
    'values:--callback-scale',
    'values:--after-reads',
    'values:--after-seconds',
    'values:--calls-a-day') {
    $DidwwOffers[$key] = @(
        'text'
    )
}
foreach ($key in 'values:dids list --filter',
    'values:dids update --filter',
    'values:dids cancel --filter',
    'values:dids restore --filter',
    'values:dids assign --filter',
    'values:dids unassign --filter',
    'values:emergency gaps --filter',
    'values:route --filter',
    'values:dids list -f',
    'values:dids update -f',
    'values:dids cancel -f',
    'values:dids restore -f',
    'values:dids assign -f',
    'values:dids unassign -f',
    'values:emergency gaps -f',
    'values:route -f') {
    $DidwwOffers[$key] = @(
        'words',
        'address_verification.id=|',
        'address_verification.reference=|',
        'address_verification.external_reference_id=|',
        'awaiting_registration=true|',
        'awaiting_registration=false|',
        'billing_cycles_count=|',
        'blocked=true|',
        'blocked=false|',
        'capacity_pool.id=|',
        'capacity_pool.name=|',
        'city.id=|',
        'city.name=|',
        'country.id=|',
        'country.iso=|',
        'country.name=|',
        'description=|',
        'did_group.features=voice_in|',
        'did_group.features=voice_out|',
        'did_group.features=t38|',
        'did_group.features=sms_in|',
        'did_group.features=p2p|',
        'did_group.features=a2p|',
        'did_group.features=emergency|',
        'did_group.features=cnam_out|',
        'did_group.id=|',
        'did_group.area_name=|',
        'did_group.prefix=|',
        'emergency_calling_service.id=|',
        'emergency_calling_service.reference=|',
        'emergency_calling_service.name=|',
        'emergency_enabled=true|',
        'emergency_enabled=false|',
        'id=|',
        'number=|',
        'order.id=|',
        'order.reference=|',
        'order.external_reference_id=|',
        'pending_removal=true|',
        'pending_removal=false|',
        'region.id=|',
        'region.name=|',
        'region.iso=|',
        'shared_capacity_group.id=|',
        'shared_capacity_group.name=|',
        'shared_capacity_group.external_reference_id=|',
        'sms_trunk.id=|',
        'sms_trunk.name=|',
        'sms_trunk.external_reference_id=|',
        'sms_trunk_group.id=|',
        'sms_trunk_group.name=|',
        'sms_trunk_group.external_reference_id=|',
        'terminated=true|',
        'terminated=false|',
        'trunk.id=|',
        'trunk.name=|',
        'trunk.external_reference_id=|',
        'trunk_group.id=|',
        'trunk_group.name=|',
        'trunk_group.external_reference_id=|',
        'voice_in_trunk.id=|',
        'voice_in_trunk.name=|',
        'voice_in_trunk.external_reference_id=|',
        'voice_in_trunk_group.id=|',
        'voice_in_trunk_group.name=|',
        'voice_in_trunk_group.external_reference_id=|'
    )
}
foreach ($key in 'values:did-groups list --filter',
    'values:did-groups list -f') {
    $DidwwOffers[$key] = @(
        'words',
        'allow_additional_channels=true|',
        'allow_additional_channels=false|',
        'area_name=|',
        'available_dids_enabled=true|',
        'available_dids_enabled=false|',
        'city.id=|',
        'city.name=|',
        'country.id=|',
        'country.iso=|',
        'country.name=|',
        'did_group_type.id=|',
        'did_group_type.name=|',
        'features=voice_in|',
        'features=voice_out|',
        'features=t38|',
        'features=sms_in|',
        'features=p2p|',
        'features=a2p|',
        'features=emergency|',
        'features=cnam_out|',
        'id=|',
        'is_available=true|',
        'is_available=false|',
        'is_demo=true|',
        'is_demo=false|',
        'is_metered=true|',
        'is_metered=false|',
        'meta.total_count_gteq=|',
        'nanpa_prefix.id=|',
        'nanpa_prefix.npanxx=|',
        'needs_registration=true|',
        'needs_registration=false|',
        'number_type=local|',
        'number_type=national|',
        'number_type=mobile|',
        'number_type=toll_free|',
        'number_type=shared_cost|',
        'number_type=global|',
        'prefix=|',
        'region.id=|',
        'region.name=|',
        'region.iso=|'
    )
}
foreach ($key in 'values:did-group-types list --filter',
    'values:did-group-types list -f') {
    $DidwwOffers[$key] = @(
        'words',
        'id=|',
        'name=|'
    )
}
foreach ($key in 'values:available-dids list --filter',
    'values:available-dids list -f') {
    $DidwwOffers[$key] = @(
        'words',
        'city.id=|',
        'city.name=|',
        'country.id=|',
        'country.iso=|',
        'country.name=|',
        'did_group.features=voice_in|',
        'did_group.features=voice_out|',
        'did_group.features=t38|',
        'did_group.features=sms_in|',
        'did_group.features=p2p|',
        'did_group.features=a2p|',
        'did_group.features=emergency|',
        'did_group.features=cnam_out|',
        'did_group.id=|',
        'did_group.area_name=|',
        'did_group.prefix=|',
        'did_group.needs_registration=true|',
        'did_group.needs_registration=false|',
        'did_group_type.id=|',
        'did_group_type.name=|',
        'did_group.number_type=local|',
        'did_group.number_type=national|',
        'did_group.number_type=mobile|',
        'did_group.number_type=toll_free|',
        'did_group.number_type=shared_cost|',
        'did_group.number_type=global|',
        'id=|',
        'nanpa_prefix.id=|',
        'number_contains=|',
        'region.id=|',
        'region.name=|',
        'region.iso=|'
    )
}
foreach ($key in 'values:nanpa-prefixes list --filter',
    'values:nanpa-prefixes list -f') {
    $DidwwOffers[$key] = @(
        'words',
        'country.id=|',
        'country.iso=|',
        'country.name=|',
        'did_group.features=voice_in|',
        'did_group.features=voice_out|',
        'did_group.features=t38|',
        'did_group.features=sms_in|',
        'did_group.features=p2p|',
        'did_group.features=a2p|',
        'did_group.features=emergency|',
        'did_group.features=cnam_out|',
        'did_group.is_available=true|',
        'did_group.is_available=false|',
        'id=|',
        'npa=|',
        'npanxx=|',
        'nxx=|',
        'region.id=|',
        'region.name=|',
        'region.iso=|'
    )
}
foreach ($key in 'values:reservations list --filter',
    'values:reservations delete --filter',
    'values:reservations list -f',
    'values:reservations delete -f') {
    $DidwwOffers[$key] = @(
        'words',
        'description=|',
        'id=|'
    )
}
foreach ($key in 'values:history list --filter',
    'values:history summary --filter',
    'values:history list -f',
    'values:history summary -f') {
    $DidwwOffers[$key] = @(
        'words',
        'action=assigned|',
        'action=renewed|',
        'action=canceled|',
        'action=removed|',
        'action=billing_cycles_count_changed|',
        'action=restored|',
        'created_at_gteq=|',
        'created_at_lteq=|',
        'did_number=|',
        'id=|',
        'method=system|',
        'method=api2|',
        'method=api3|',
        'method=staff|',
        'method=user_panel|',
        'method=mcp|'
    )
}
foreach ($key in 'values:countries list --filter',
    'values:countries list -f') {
    $DidwwOffers[$key] = @(
        'words',
        'id=|',
        'is_available=true|',
        'is_available=false|',
        'iso=|',
        'name=|',
        'prefix=|'
    )
}
foreach ($key in 'values:regions list --filter',
    'values:regions list -f') {
    $DidwwOffers[$key] = @(
        'words',
        'country.id=|',
        'country.iso=|',
        'country.name=|',
        'id=|',
        'iso=|',
        'name=|'
    )
}
foreach ($key in 'values:cities list --filter',
    'values:cities list -f') {
    $DidwwOffers[$key] = @(
        'words',
        'area.id=|',
        'area.name=|',
        'country.id=|',
        'country.iso=|',
        'country.name=|',
        'id=|',
        'is_available=true|',
        'is_available=false|',
        'name=|',
        'region.id=|',
        'region.name=|',
        'region.iso=|'
    )
}
foreach ($key in 'values:areas list --filter',
    'values:areas list -f') {
    $DidwwOffers[$key] = @(
        'words',
        'country.id=|',
        'country.iso=|',
        'country.name=|',
        'id=|',
        'name=|'
    )
}
foreach ($key in 'values:trunks list --filter',
    'values:sms groups list --filter',
    'values:sms groups update --filter',
    'values:sms groups delete --filter',
    'values:trunks list -f',
    'values:sms groups list -f',
    'values:sms groups update -f',
    'values:sms groups delete -f') {
    $DidwwOffers[$key] = @(
        'words',
        'external_reference_id=|',
        'id=|',
        'name=|'
    )
}
foreach ($key in 'values:trunks in list --filter',
    'values:trunks in update --filter',
    'values:trunks in delete --filter',
    'values:trunks in list -f',
    'values:trunks in update -f',
    'values:trunks in delete -f') {
    $DidwwOffers[$key] = @(
        'words',
        'configuration.type=sip_configurations|',
        'configuration.type=pstn_configurations|',
        'external_reference_id=|',
        'id=|',
        'name=|'
    )
}
foreach ($key in 'values:trunks groups list --filter',
    'values:trunks groups update --filter',
    'values:trunks groups delete --filter',
    'values:proofs list --filter',
    'values:proofs update --filter',
    'values:proofs delete --filter',
    'values:documents list --filter',
    'values:documents update --filter',
    'values:documents delete --filter',
    'values:trunks groups list -f',
    'values:trunks groups update -f',
    'values:trunks groups delete -f',
    'values:proofs list -f',
    'values:proofs update -f',
    'values:proofs delete -f',
    'values:documents list -f',
    'values:documents update -f',
    'values:documents delete -f') {
    $DidwwOffers[$key] = @(
        'words',
        'external_reference_id=|',
        'id=|'
    )
}
foreach ($key in 'values:trunks out list --filter',
    'values:trunks out update --filter',
    'values:trunks out delete --filter',
    'values:trunks out list -f',
    'values:trunks out update -f',
    'values:trunks out delete -f') {
    $DidwwOffers[$key] = @(
        'words',
        'allow_any_did_as_cli=true|',
        'allow_any_did_as_cli=false|',
        'authentication_method.type=credentials_and_ip|',
        'authentication_method.type=ip_only|',
        'authentication_method.type=twilio|',
        'default_did.id=|',
        'default_did.number=|',
        'default_dst_action=allow_all|',
        'default_dst_action=reject_all|',
        'external_reference_id=|',
        'id=|',
        'media_encryption_mode=disabled|',
        'media_encryption_mode=srtp_sdes|',
        'media_encryption_mode=srtp_dtls|',
        'media_encryption_mode=zrtp|',
        'name=|',
        'name_contains=|',
        'on_cli_mismatch_action=reject_call|',
        'on_cli_mismatch_action=replace_cli|',
        'on_cli_mismatch_action=send_original_cli|',
        'on_cli_mismatch_action=randomize_cli|',
        'status=active|',
        'status=blocked|',
        'threshold_reached=true|',
        'threshold_reached=false|'
    )
}
foreach ($key in 'values:pops list --filter',
    'values:files list --filter',
    'values:files delete --filter',
    'values:public-keys list --filter',
    'values:pops list -f',
    'values:files list -f',
    'values:files delete -f',
    'values:public-keys list -f') {
    $DidwwOffers[$key] = @(
        'words',
        'id=|'
    )
}
foreach ($key in 'values:capacity pools list --filter',
    'values:capacity pools update --filter',
    'values:capacity pools list -f',
    'values:capacity pools update -f') {
    $DidwwOffers[$key] = @(
        'words',
        'country.id=|',
        'country.iso=|',
        'country.name=|',
        'has_unassigned_channels=true|',
        'has_unassigned_channels=false|',
        'id=|',
        'name=|'
    )
}
foreach ($key in 'values:capacity groups list --filter',
    'values:capacity groups update --filter',
    'values:capacity groups delete --filter',
    'values:capacity groups list -f',
    'values:capacity groups update -f',
    'values:capacity groups delete -f') {
    $DidwwOffers[$key] = @(
        'words',
        'capacity_pool.id=|',
        'capacity_pool.name=|',
        'external_reference_id=|',
        'id=|',
        'name=|'
    )
}
foreach ($key in 'values:sms trunks list --filter',
    'values:sms trunks update --filter',
    'values:sms trunks delete --filter',
    'values:sms trunks list -f',
    'values:sms trunks update -f',
    'values:sms trunks delete -f') {
    $DidwwOffers[$key] = @(
        'words',
        'configuration.type=sms_to_email|',
        'configuration.type=http_in|',
        'configuration.type=http_out|',
        'configuration.type=smpp_esme|',
        'configuration.type=smpp_smsc|',
        'external_reference_id=|',
        'id=|',
        'name=|'
    )
}
foreach ($key in 'values:sms sender-ids list --filter',
    'values:sms sender-ids update --filter',
    'values:sms sender-ids list -f',
    'values:sms sender-ids update -f') {
    $DidwwOffers[$key] = @(
        'words',
        'id=|',
        'name=|',
        'reference=|',
        'sender_type=alphanumeric|',
        'sender_type=carrier|',
        'sender_type=long_code|',
        'sender_type=short_code|',
        'sender_type=toll_free|',
        'sms_trunk.id=|',
        'sms_trunk.name=|',
        'sms_trunk.external_reference_id=|',
        'status=active|',
        'status=changes_required|',
        'status=closed|',
        'status=closing_in_process|',
        'status=in_process|',
        'status=new|'
    )
}
foreach ($key in 'values:orders list --filter',
    'values:orders update --filter',
    'values:orders cancel --filter',
    'values:orders list -f',
    'values:orders update -f',
    'values:orders cancel -f') {
    $DidwwOffers[$key] = @(
        'words',
        'created_at_gteq=|',
        'created_at_lteq=|',
        'external_reference_id=|',
        'id=|',
        'reference=|',
        'status=pending|',
        'status=completed|',
        'status=canceled|'
    )
}
foreach ($key in 'values:exports list --filter',
    'values:exports create --filter',
    'values:exports update --filter',
    'values:exports list -f',
    'values:exports create -f',
    'values:exports update -f') {
    $DidwwOffers[$key] = @(
        'words',
        'created_at_gteq=|',
        'created_at_lteq=|',
        'export_type=cdr_in|',
        'export_type=cdr_out|',
        'export_type=sms_in|',
        'export_type=sms_out|',
        'external_reference_id=|',
        'id=|',
        'status=pending|',
        'status=completed|',
        'status=processing|'
    )
}
foreach ($key in 'values:emergency requirements list --filter',
    'values:address-requirements list --filter',
    'values:emergency requirements list -f',
    'values:address-requirements list -f') {
    $DidwwOffers[$key] = @(
        'words',
        'country.id=|',
        'country.iso=|',
        'country.name=|',
        'did_group_type.id=|',
        'did_group_type.name=|',
        'number_type=local|',
        'number_type=national|',
        'number_type=mobile|',
        'number_type=toll_free|',
        'number_type=shared_cost|',
        'number_type=global|',
        'id=|'
    )
}
foreach ($key in 'values:emergency services list --filter',
    'values:emergency services cancel --filter',
    'values:emergency services list -f',
    'values:emergency services cancel -f') {
    $DidwwOffers[$key] = @(
        'words',
        'address.id=|',
        'address.external_reference_id=|',
        'address.address=|',
        'country.id=|',
        'country.iso=|',
        'country.name=|',
        'did_group_type.id=|',
        'did_group_type.name=|',
        'number_type=local|',
        'number_type=national|',
        'number_type=mobile|',
        'number_type=toll_free|',
        'number_type=shared_cost|',
        'number_type=global|',
        'id=|',
        'identity.id=|',
        'identity.external_reference_id=|',
        'identity.company_name=|',
        'name=|',
        'reference=|',
        'status=active|',
        'status=canceled|',
        'status=new|',
        'status=changes_required|',
        'status=in_process|',
        'status=pending_update|'
    )
}
foreach ($key in 'values:emergency verifications list --filter',
    'values:emergency verifications update --filter',
    'values:emergency verifications list -f',
    'values:emergency verifications update -f') {
    $DidwwOffers[$key] = @(
        'words',
        'emergency_calling_service.id=|',
        'emergency_calling_service.reference=|',
        'emergency_calling_service.name=|',
        'external_reference_id=|',
        'id=|',
        'status=approved|',
        'status=pending|',
        'status=rejected|'
    )
}
foreach ($key in 'values:identities list --filter',
    'values:identities update --filter',
    'values:identities delete --filter',
    'values:identities list -f',
    'values:identities update -f',
    'values:identities delete -f') {
    $DidwwOffers[$key] = @(
        'words',
        'birth_date=|',
        'company_name=|',
        'company_name_contains=|',
        'company_reg_number=|',
        'company_reg_number_contains=|',
        'country.id=|',
        'country.iso=|',
        'country.name=|',
        'description=|',
        'description_contains=|',
        'external_reference_id=|',
        'first_name=|',
        'first_name_contains=|',
        'id=|',
        'id_number=|',
        'id_number_contains=|',
        'identity_type=personal|',
        'identity_type=business|',
        'last_name=|',
        'last_name_contains=|',
        'personal_tax_id=|',
        'personal_tax_id_contains=|',
        'phone_number=|',
        'phone_number_contains=|',
        'vat_id=|',
        'vat_id_contains=|'
    )
}
foreach ($key in 'values:addresses list --filter',
    'values:addresses update --filter',
    'values:addresses delete --filter',
    'values:addresses list -f',
    'values:addresses update -f',
    'values:addresses delete -f') {
    $DidwwOffers[$key] = @(
        'words',
        'address=|',
        'address_contains=|',
        'area.id=|',
        'area.name=|',
        'city.id=|',
        'city.name=|',
        'city_name=|',
        'city_name_contains=|',
        'country.id=|',
        'country.iso=|',
        'country.name=|',
        'description=|',
        'description_contains=|',
        'external_reference_id=|',
        'id=|',
        'identity.external_reference_id=|',
        'identity.id=|',
        'identity.company_name=|',
        'postal_code=|',
        'postal_code_contains=|'
    )
}
foreach ($key in 'values:address-verifications list --filter',
    'values:address-verifications update --filter',
    'values:address-verifications list -f',
    'values:address-verifications update -f') {
    $DidwwOffers[$key] = @(
        'words',
        'address.id=|',
        'address.external_reference_id=|',
        'address.address=|',
        'address.identity.id=|',
        'external_reference_id=|',
        'id=|',
        'reference=|',
        'reference_in=|',
        'status=pending|',
        'status=approved|',
        'status=rejected|'
    )
}
foreach ($key in 'values:proof-types list --filter',
    'values:proof-types list -f') {
    $DidwwOffers[$key] = @(
        'words',
        'entity_type=Address|',
        'entity_type=Business|',
        'entity_type=Personal|',
        'entity_type=Porting|',
        'id=|'
    )
}
foreach ($key in 'values:document-templates list --filter',
    'values:document-templates list -f') {
    $DidwwOffers[$key] = @(
        'words',
        'id=|',
        'name=|',
        'name_contains=|',
        'permanent=true|',
        'permanent=false|'
    )
}
foreach ($key in 'values:dids list --include',
    'values:dids get --include',
    'values:dids list -i',
    'values:dids get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'did_group|',
        'order|',
        'capacity_pool|',
        'shared_capacity_group|',
        'address_verification|',
        'voice_in_trunk|',
        'voice_in_trunk_group|',
        'sms_trunk|',
        'sms_trunk_group|',
        'emergency_calling_service|',
        'emergency_verification|',
        'identity|'
    )
}
foreach ($key in 'values:did-groups list --include',
    'values:did-groups get --include',
    'values:did-groups list -i',
    'values:did-groups get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'country|',
        'city|',
        'did_group_type|',
        'region|',
        'stock_keeping_units|',
        'address_requirement|'
    )
}
foreach ($key in 'values:did-group-types list --include',
    'values:did-group-types get --include',
    'values:history list --include',
    'values:history get --include',
    'values:trunks list --include',
    'values:pops list --include',
    'values:pops get --include',
    'values:orders list --include',
    'values:orders get --include',
    'values:exports list --include',
    'values:exports get --include',
    'values:proof-types list --include',
    'values:proof-types get --include',
    'values:document-templates list --include',
    'values:document-templates get --include',
    'values:files list --include',
    'values:files get --include',
    'values:public-keys list --include',
    'values:did-group-types list -i',
    'values:did-group-types get -i',
    'values:history list -i',
    'values:history get -i',
    'values:trunks list -i',
    'values:pops list -i',
    'values:pops get -i',
    'values:orders list -i',
    'values:orders get -i',
    'values:exports list -i',
    'values:exports get -i',
    'values:proof-types list -i',
    'values:proof-types get -i',
    'values:document-templates list -i',
    'values:document-templates get -i',
    'values:files list -i',
    'values:files get -i',
    'values:public-keys list -i',
    'values:pops list --sort',
    'values:emergency requirements list --sort',
    'values:pops list -s',
    'values:emergency requirements list -s') {
    $DidwwOffers[$key] = @(
        'list'
    )
}
foreach ($key in 'values:available-dids list --include',
    'values:available-dids get --include',
    'values:available-dids list -i',
    'values:available-dids get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'did_group|',
        'nanpa_prefix|'
    )
}
foreach ($key in 'values:nanpa-prefixes list --include',
    'values:nanpa-prefixes get --include',
    'values:nanpa-prefixes list -i',
    'values:nanpa-prefixes get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'country|',
        'region|'
    )
}
foreach ($key in 'values:reservations list --include',
    'values:reservations get --include',
    'values:reservations list -i',
    'values:reservations get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'available_did|'
    )
}
foreach ($key in 'values:countries list --include',
    'values:countries get --include',
    'values:countries list -i',
    'values:countries get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'regions|'
    )
}
foreach ($key in 'values:regions list --include',
    'values:regions get --include',
    'values:areas list --include',
    'values:areas get --include',
    'values:regions list -i',
    'values:regions get -i',
    'values:areas list -i',
    'values:areas get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'country|'
    )
}
foreach ($key in 'values:cities list --include',
    'values:cities get --include',
    'values:cities list -i',
    'values:cities get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'country|',
        'region|',
        'area|'
    )
}
foreach ($key in 'values:trunks in list --include',
    'values:trunks in get --include',
    'values:trunks in list -i',
    'values:trunks in get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'voice_in_trunk_group|',
        'pop|'
    )
}
foreach ($key in 'values:trunks groups list --include',
    'values:trunks groups get --include',
    'values:trunks groups list -i',
    'values:trunks groups get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'voice_in_trunks|'
    )
}
foreach ($key in 'values:trunks out list --include',
    'values:trunks out get --include',
    'values:trunks out list -i',
    'values:trunks out get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'dids|',
        'emergency_dids|'
    )
}
foreach ($key in 'values:capacity pools list --include',
    'values:capacity pools get --include',
    'values:capacity pools list -i',
    'values:capacity pools get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'countries|',
        'shared_capacity_groups|',
        'qty_based_pricings|'
    )
}
foreach ($key in 'values:capacity groups list --include',
    'values:capacity groups get --include',
    'values:capacity groups list -i',
    'values:capacity groups get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'capacity_pool|',
        'dids|'
    )
}
foreach ($key in 'values:sms trunks list --include',
    'values:sms trunks get --include',
    'values:sms trunks list -i',
    'values:sms trunks get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'outgoing_dids|',
        'incoming_dids|',
        'sms_trunk_group|'
    )
}
foreach ($key in 'values:sms groups list --include',
    'values:sms groups get --include',
    'values:sms groups list -i',
    'values:sms groups get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'sms_trunks|',
        'incoming_dids|'
    )
}
foreach ($key in 'values:sms sender-ids list --include',
    'values:sms sender-ids get --include',
    'values:sms sender-ids list -i',
    'values:sms sender-ids get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'sms_trunk|',
        'countries|',
        'dids|',
        'order|',
        'identity|',
        'address|'
    )
}
foreach ($key in 'values:emergency requirements list --include',
    'values:emergency requirements get --include',
    'values:emergency requirements list -i',
    'values:emergency requirements get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'country|',
        'did_group_type|'
    )
}
foreach ($key in 'values:emergency services list --include',
    'values:emergency services get --include',
    'values:emergency services list -i',
    'values:emergency services get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'country|',
        'did_group_type|',
        'order|',
        'emergency_requirement|',
        'emergency_verification|',
        'dids|'
    )
}
foreach ($key in 'values:emergency verifications list --include',
    'values:emergency verifications get --include',
    'values:emergency verifications list -i',
    'values:emergency verifications get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'address|',
        'emergency_calling_service|',
        'dids|'
    )
}
foreach ($key in 'values:identities list --include',
    'values:identities get --include',
    'values:identities list -i',
    'values:identities get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'country|',
        'birth_country|',
        'proofs|',
        'addresses|',
        'permanent_documents|'
    )
}
foreach ($key in 'values:addresses list --include',
    'values:addresses get --include',
    'values:addresses list -i',
    'values:addresses get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'identity|',
        'country|',
        'area|',
        'city|',
        'proofs|'
    )
}
foreach ($key in 'values:address-requirements list --include',
    'values:address-requirements get --include',
    'values:address-requirements list -i',
    'values:address-requirements get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'country|',
        'did_group_type|',
        'personal_permanent_document|',
        'business_permanent_document|',
        'personal_onetime_document|',
        'business_onetime_document|',
        'personal_proof_types|',
        'business_proof_types|',
        'address_proof_types|'
    )
}
foreach ($key in 'values:address-verifications list --include',
    'values:address-verifications get --include',
    'values:address-verifications list -i',
    'values:address-verifications get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'address|',
        'dids|'
    )
}
foreach ($key in 'values:proofs list --include',
    'values:proofs get --include',
    'values:proofs list -i',
    'values:proofs get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'proof_type|',
        'entity|'
    )
}
foreach ($key in 'values:documents list --include',
    'values:documents get --include',
    'values:documents list -i',
    'values:documents get -i') {
    $DidwwOffers[$key] = @(
        'list',
        'template|',
        'identity|'
    )
}
foreach ($key in 'values:dids list --sort',
    'values:dids list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'awaiting_registration|',
        'billing_cycles_count|',
        'blocked|',
        'capacity_limit|',
        'channels_included_count|',
        'created_at|',
        'dedicated_channels_count|',
        'description|',
        'expires_at|',
        'number|',
        'terminated|',
        '-awaiting_registration|',
        '-billing_cycles_count|',
        '-blocked|',
        '-capacity_limit|',
        '-channels_included_count|',
        '-created_at|',
        '-dedicated_channels_count|',
        '-description|',
        '-expires_at|',
        '-number|',
        '-terminated|'
    )
}
foreach ($key in 'values:did-groups list --sort',
    'values:did-groups list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'allow_additional_channels|',
        'area_name|',
        'country.name|',
        'did_group_type.name|',
        'is_demo|',
        'is_metered|',
        'number_type|',
        'prefix|',
        'service_restrictions|',
        '-allow_additional_channels|',
        '-area_name|',
        '-country.name|',
        '-did_group_type.name|',
        '-is_demo|',
        '-is_metered|',
        '-number_type|',
        '-prefix|',
        '-service_restrictions|'
    )
}
foreach ($key in 'values:did-group-types list --sort',
    'values:cities list --sort',
    'values:areas list --sort',
    'values:did-group-types list -s',
    'values:cities list -s',
    'values:areas list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'name|',
        '-name|'
    )
}
foreach ($key in 'values:available-dids list --sort',
    'values:available-dids list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'number|',
        '-number|'
    )
}
foreach ($key in 'values:nanpa-prefixes list --sort',
    'values:nanpa-prefixes list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'npa|',
        'nxx|',
        '-npa|',
        '-nxx|'
    )
}
foreach ($key in 'values:reservations list --sort',
    'values:reservations list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'created_at|',
        'description|',
        'expire_at|',
        'expires_at|',
        '-created_at|',
        '-description|',
        '-expire_at|',
        '-expires_at|'
    )
}
foreach ($key in 'values:history list --sort',
    'values:history summary --sort',
    'values:history list -s',
    'values:history summary -s') {
    $DidwwOffers[$key] = @(
        'list',
        'created_at|',
        '-created_at|'
    )
}
foreach ($key in 'values:countries list --sort',
    'values:countries list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'iso|',
        'name|',
        'prefix|',
        '-iso|',
        '-name|',
        '-prefix|'
    )
}
foreach ($key in 'values:regions list --sort',
    'values:regions list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'iso|',
        'name|',
        '-iso|',
        '-name|'
    )
}
foreach ($key in 'values:trunks list --sort',
    'values:trunks list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'created_at|',
        'external_reference_id|',
        'name|',
        '-created_at|',
        '-external_reference_id|',
        '-name|'
    )
}
foreach ($key in 'values:trunks in list --sort',
    'values:trunks in list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'capacity_limit|',
        'cli_format|',
        'cli_prefix|',
        'created_at|',
        'description|',
        'external_reference_id|',
        'name|',
        'priority|',
        'ringing_timeout|',
        'weight|',
        '-capacity_limit|',
        '-cli_format|',
        '-cli_prefix|',
        '-created_at|',
        '-description|',
        '-external_reference_id|',
        '-name|',
        '-priority|',
        '-ringing_timeout|',
        '-weight|'
    )
}
foreach ($key in 'values:trunks groups list --sort',
    'values:trunks groups list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'capacity_limit|',
        'created_at|',
        'external_reference_id|',
        'name|',
        '-capacity_limit|',
        '-created_at|',
        '-external_reference_id|',
        '-name|'
    )
}
foreach ($key in 'values:trunks out list --sort',
    'values:trunks out list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'allow_any_did_as_cli|',
        'created_at|',
        'external_reference_id|',
        'name|',
        'threshold_reached|',
        '-allow_any_did_as_cli|',
        '-created_at|',
        '-external_reference_id|',
        '-name|',
        '-threshold_reached|'
    )
}
foreach ($key in 'values:capacity pools list --sort',
    'values:capacity pools list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'assigned_channels_count|',
        'metered_rate|',
        'minimum_limit|',
        'minimum_qty_per_order|',
        'monthly_price|',
        'name|',
        'renew_date|',
        'setup_price|',
        'total_channels_count|',
        '-assigned_channels_count|',
        '-metered_rate|',
        '-minimum_limit|',
        '-minimum_qty_per_order|',
        '-monthly_price|',
        '-name|',
        '-renew_date|',
        '-setup_price|',
        '-total_channels_count|'
    )
}
foreach ($key in 'values:capacity groups list --sort',
    'values:capacity groups list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'created_at|',
        'external_reference_id|',
        'metered_channels_count|',
        'name|',
        'shared_channels_count|',
        '-created_at|',
        '-external_reference_id|',
        '-metered_channels_count|',
        '-name|',
        '-shared_channels_count|'
    )
}
foreach ($key in 'values:sms trunks list --sort',
    'values:sms trunks list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'allow_in|',
        'allow_out|',
        'blocked|',
        'created_at|',
        'external_reference_id|',
        'name|',
        'priority|',
        'updated_at|',
        '-allow_in|',
        '-allow_out|',
        '-blocked|',
        '-created_at|',
        '-external_reference_id|',
        '-name|',
        '-priority|',
        '-updated_at|'
    )
}
foreach ($key in 'values:sms groups list --sort',
    'values:sms groups list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'created_at|',
        'external_reference_id|',
        'name|',
        'updated_at|',
        '-created_at|',
        '-external_reference_id|',
        '-name|',
        '-updated_at|'
    )
}
foreach ($key in 'values:sms sender-ids list --sort',
    'values:sms sender-ids list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'created_at|',
        'name|',
        'renew_date|',
        'status|',
        '-created_at|',
        '-name|',
        '-renew_date|',
        '-status|'
    )
}
foreach ($key in 'values:orders list --sort',
    'values:orders list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'amount|',
        'created_at|',
        'external_reference_id|',
        'reference|',
        'status|',
        '-amount|',
        '-created_at|',
        '-external_reference_id|',
        '-reference|',
        '-status|'
    )
}
foreach ($key in 'values:exports list --sort',
    'values:exports list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'created_at|',
        'external_reference_id|',
        'status|',
        '-created_at|',
        '-external_reference_id|',
        '-status|'
    )
}
foreach ($key in 'values:emergency services list --sort',
    'values:emergency services list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'country.name|',
        'created_at|',
        'name|',
        'renew_date|',
        'status|',
        '-country.name|',
        '-created_at|',
        '-name|',
        '-renew_date|',
        '-status|'
    )
}
foreach ($key in 'values:emergency verifications list --sort',
    'values:address-verifications list --sort',
    'values:documents list --sort',
    'values:emergency verifications list -s',
    'values:address-verifications list -s',
    'values:documents list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'created_at|',
        'external_reference_id|',
        '-created_at|',
        '-external_reference_id|'
    )
}
foreach ($key in 'values:identities list --sort',
    'values:identities list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'birth_date|',
        'company_name|',
        'company_reg_number|',
        'contact_email|',
        'created_at|',
        'description|',
        'external_reference_id|',
        'first_name|',
        'id_number|',
        'last_name|',
        'personal_tax_id|',
        'phone_number|',
        'vat_id|',
        'verified|',
        '-birth_date|',
        '-company_name|',
        '-company_reg_number|',
        '-contact_email|',
        '-created_at|',
        '-description|',
        '-external_reference_id|',
        '-first_name|',
        '-id_number|',
        '-last_name|',
        '-personal_tax_id|',
        '-phone_number|',
        '-vat_id|',
        '-verified|'
    )
}
foreach ($key in 'values:addresses list --sort',
    'values:addresses list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'address|',
        'city_name|',
        'created_at|',
        'description|',
        'external_reference_id|',
        'postal_code|',
        'verified|',
        '-address|',
        '-city_name|',
        '-created_at|',
        '-description|',
        '-external_reference_id|',
        '-postal_code|',
        '-verified|'
    )
}
foreach ($key in 'values:address-requirements list --sort',
    'values:address-requirements list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'address_proof_qty|',
        'business_proof_qty|',
        'personal_proof_qty|',
        'restriction_message|',
        'service_description_required|',
        '-address_proof_qty|',
        '-business_proof_qty|',
        '-personal_proof_qty|',
        '-restriction_message|',
        '-service_description_required|'
    )
}
foreach ($key in 'values:proofs list --sort',
    'values:proofs list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'created_at|',
        'expires_at|',
        'external_reference_id|',
        '-created_at|',
        '-expires_at|',
        '-external_reference_id|'
    )
}
foreach ($key in 'values:proof-types list --sort',
    'values:proof-types list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'entity_type|',
        'name|',
        '-entity_type|',
        '-name|'
    )
}
foreach ($key in 'values:document-templates list --sort',
    'values:document-templates list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'name|',
        'permanent|',
        '-name|',
        '-permanent|'
    )
}
foreach ($key in 'values:files list --sort',
    'values:files list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'description|',
        'expire_at|',
        'expires_at|',
        '-description|',
        '-expire_at|',
        '-expires_at|'
    )
}
foreach ($key in 'values:public-keys list --sort',
    'values:public-keys list -s') {
    $DidwwOffers[$key] = @(
        'list',
        'key|',
        '-key|'
    )
}
foreach ($key in 'values:dids list --columns',
    'values:dids get --columns',
    'values:dids list -c',
    'values:dids get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'number|',
        'description|',
        'blocked|',
        'awaiting_registration|',
        'terminated|',
        'emergency_enabled|',
        'capacity_limit|',
        'channels_included_count|',
        'dedicated_channels_count|',
        'billing_cycles_count|',
        'created_at|',
        'expires_at|',
        'did_group|',
        'order|',
        'capacity_pool|',
        'shared_capacity_group|',
        'address_verification|',
        'voice_in_trunk|',
        'voice_in_trunk_group|',
        'sms_trunk|',
        'sms_trunk_group|',
        'emergency_calling_service|',
        'emergency_verification|',
        'identity|'
    )
}
foreach ($key in 'values:did-groups list --columns',
    'values:did-groups get --columns',
    'values:did-groups list -c',
    'values:did-groups get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'prefix|',
        'area_name|',
        'features|',
        'is_metered|',
        'allow_additional_channels|',
        'service_restrictions|',
        'number_type|',
        'is_demo|',
        'meta.available_dids_enabled|',
        'meta.needs_registration|',
        'meta.is_available|',
        'meta.total_count|',
        'country|',
        'city|',
        'did_group_type|',
        'region|',
        'stock_keeping_units|',
        'address_requirement|'
    )
}
foreach ($key in 'values:did-group-types list --columns',
    'values:did-group-types get --columns',
    'values:pops list --columns',
    'values:pops get --columns',
    'values:did-group-types list -c',
    'values:did-group-types get -c',
    'values:pops list -c',
    'values:pops get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'name|'
    )
}
foreach ($key in 'values:available-dids list --columns',
    'values:available-dids get --columns',
    'values:available-dids list -c',
    'values:available-dids get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'number|',
        'did_group|',
        'nanpa_prefix|'
    )
}
foreach ($key in 'values:nanpa-prefixes list --columns',
    'values:nanpa-prefixes get --columns',
    'values:nanpa-prefixes list -c',
    'values:nanpa-prefixes get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'npa|',
        'nxx|',
        'country|',
        'region|'
    )
}
foreach ($key in 'values:reservations list --columns',
    'values:reservations get --columns',
    'values:reservations list -c',
    'values:reservations get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'description|',
        'created_at|',
        'expires_at|',
        'available_did|'
    )
}
foreach ($key in 'values:history list --columns',
    'values:history get --columns',
    'values:history list -c',
    'values:history get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'did_number|',
        'action|',
        'method|',
        'created_at|',
        'meta.from|',
        'meta.to|'
    )
}
foreach ($key in 'values:countries list --columns',
    'values:countries get --columns',
    'values:countries list -c',
    'values:countries get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'name|',
        'prefix|',
        'iso|',
        'regions|'
    )
}
foreach ($key in 'values:regions list --columns',
    'values:regions get --columns',
    'values:regions list -c',
    'values:regions get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'name|',
        'iso|',
        'country|'
    )
}
foreach ($key in 'values:cities list --columns',
    'values:cities get --columns',
    'values:cities list -c',
    'values:cities get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'name|',
        'country|',
        'region|',
        'area|'
    )
}
foreach ($key in 'values:areas list --columns',
    'values:areas get --columns',
    'values:areas list -c',
    'values:areas get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'name|',
        'country|'
    )
}
foreach ($key in 'values:trunks list --columns',
    'values:trunks list -c') {
    $DidwwOffers[$key] = @(
        'list',
        'direction|',
        'id|',
        'type|',
        'name|',
        'external_reference_id|',
        'capacity_limit|',
        'created_at|'
    )
}
foreach ($key in 'values:trunks in list --columns',
    'values:trunks in get --columns',
    'values:trunks in list -c',
    'values:trunks in get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'name|',
        'description|',
        'external_reference_id|',
        'priority|',
        'weight|',
        'capacity_limit|',
        'cli_format|',
        'cli_prefix|',
        'ringing_timeout|',
        'created_at|',
        'configuration|',
        'configuration.type|',
        'configuration.allowed_rtp_ips|',
        'configuration.auth_enabled|',
        'configuration.auth_from_domain|',
        'configuration.auth_from_user|',
        'configuration.auth_password|',
        'configuration.auth_user|',
        'configuration.cnam_lookup|',
        'configuration.codec_ids|',
        'configuration.diversion_inject_mode|',
        'configuration.diversion_relay_policy|',
        'configuration.dns_srv_failover_timer|',
        'configuration.dst|',
        'configuration.enabled_sip_registration|',
        'configuration.force_symmetric_rtp|',
        'configuration.host|',
        'configuration.incoming_auth_password|',
        'configuration.incoming_auth_username|',
        'configuration.max_30x_redirects|',
        'configuration.max_transfers|',
        'configuration.media_encryption_mode|',
        'configuration.network_protocol_priority|',
        'configuration.port|',
        'configuration.rerouting_disconnect_code_ids|',
        'configuration.resolve_ruri|',
        'configuration.rtp_ping|',
        'configuration.rtp_timeout|',
        'configuration.rx_dtmf_format_id|',
        'configuration.sip_timer_b|',
        'configuration.sst_accept_501|',
        'configuration.sst_enabled|',
        'configuration.sst_max_timer|',
        'configuration.sst_min_timer|',
        'configuration.sst_refresh_method_id|',
        'configuration.sst_session_expires|',
        'configuration.stir_shaken_mode|',
        'configuration.symmetric_rtp_ignore_rtcp|',
        'configuration.transport_protocol_id|',
        'configuration.tx_dtmf_format_id|',
        'configuration.use_did_in_ruri|',
        'configuration.username|',
        'pop|',
        'voice_in_trunk_group|'
    )
}
foreach ($key in 'values:trunks groups list --columns',
    'values:trunks groups get --columns',
    'values:trunks groups list -c',
    'values:trunks groups get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'name|',
        'capacity_limit|',
        'external_reference_id|',
        'created_at|',
        'meta.trunks_count|',
        'voice_in_trunks|'
    )
}
foreach ($key in 'values:trunks out list --columns',
    'values:trunks out get --columns',
    'values:trunks out list -c',
    'values:trunks out get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'name|',
        'status|',
        'external_reference_id|',
        'capacity_limit|',
        'allow_any_did_as_cli|',
        'on_cli_mismatch_action|',
        'default_dst_action|',
        'dst_prefixes|',
        'media_encryption_mode|',
        'allowed_rtp_ips|',
        'force_symmetric_rtp|',
        'rtp_ping|',
        'rtp_timeout|',
        'threshold_amount|',
        'callback_url|',
        'emergency_enable_all|',
        'created_at|',
        'threshold_reached|',
        'authentication_method|',
        'authentication_method.type|',
        'authentication_method.allowed_sip_ips|',
        'authentication_method.password|',
        'authentication_method.tech_prefix|',
        'authentication_method.twilio_account_sid|',
        'authentication_method.username|',
        'meta.spent_amount|',
        'dids|',
        'emergency_dids|'
    )
}
foreach ($key in 'values:capacity pools list --columns',
    'values:capacity pools get --columns',
    'values:capacity pools list -c',
    'values:capacity pools get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'name|',
        'renew_date|',
        'total_channels_count|',
        'assigned_channels_count|',
        'minimum_limit|',
        'minimum_qty_per_order|',
        'setup_price|',
        'monthly_price|',
        'metered_rate|',
        'monthly_cost|',
        'countries|',
        'shared_capacity_groups|',
        'qty_based_pricings|'
    )
}
foreach ($key in 'values:capacity groups list --columns',
    'values:capacity groups get --columns',
    'values:capacity groups list -c',
    'values:capacity groups get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'name|',
        'shared_channels_count|',
        'metered_channels_count|',
        'external_reference_id|',
        'created_at|',
        'capacity_pool|',
        'dids|'
    )
}
foreach ($key in 'values:sms trunks list --columns',
    'values:sms trunks get --columns',
    'values:sms trunks list -c',
    'values:sms trunks get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'name|',
        'external_reference_id|',
        'blocked|',
        'priority|',
        'allow_any_did_as_source|',
        'allow_in|',
        'allow_out|',
        'created_at|',
        'updated_at|',
        'configuration|',
        'configuration.type|',
        'configuration.allowed_ips|',
        'configuration.auth_name|',
        'configuration.auth_password|',
        'configuration.body|',
        'configuration.body_type|',
        'configuration.callback_url|',
        'configuration.connection_timeout|',
        'configuration.follow_redirect|',
        'configuration.headers|',
        'configuration.host|',
        'configuration.http_method|',
        'configuration.message|',
        'configuration.password|',
        'configuration.query_parameters|',
        'configuration.rx_port|',
        'configuration.send_to|',
        'configuration.server_location|',
        'configuration.subject|',
        'configuration.system_id|',
        'configuration.system_type|',
        'configuration.transceiver_mode|',
        'configuration.tx_port|',
        'configuration.url|',
        'configuration.use_ssl|',
        'configuration.validate_https_certificate|',
        'meta.host|',
        'outgoing_dids|',
        'incoming_dids|',
        'sms_trunk_group|'
    )
}
foreach ($key in 'values:sms groups list --columns',
    'values:sms groups get --columns',
    'values:sms groups list -c',
    'values:sms groups get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'name|',
        'external_reference_id|',
        'created_at|',
        'updated_at|',
        'meta.sms_trunks_count|',
        'sms_trunks|',
        'incoming_dids|'
    )
}
foreach ($key in 'values:sms sender-ids list --columns',
    'values:sms sender-ids get --columns',
    'values:sms sender-ids list -c',
    'values:sms sender-ids get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'name|',
        'reference|',
        'status|',
        'sender_type|',
        'sender_ids|',
        'reject_reasons|',
        'reject_comment|',
        'renew_date|',
        'created_at|',
        'activated_at|',
        'closed_at|',
        'sms_trunk|',
        'countries|',
        'dids|',
        'order|',
        'identity|',
        'address|'
    )
}
foreach ($key in 'values:orders list --columns',
    'values:orders get --columns',
    'values:orders list -c',
    'values:orders get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'reference|',
        'description|',
        'amount|',
        'status|',
        'created_at|',
        'callback_url|',
        'callback_method|',
        'external_reference_id|',
        'items|',
        'items.type|',
        'items.billed_from|',
        'items.billed_to|',
        'items.capacity_pool_id|',
        'items.did_group_id|',
        'items.emergency_calling_service_id|',
        'items.monthly_price|',
        'items.mrc|',
        'items.nrc|',
        'items.prorated_mrc|',
        'items.qty|',
        'items.setup_price|'
    )
}
foreach ($key in 'values:exports list --columns',
    'values:exports get --columns',
    'values:exports list -c',
    'values:exports get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'export_type|',
        'status|',
        'url|',
        'filters|',
        'callback_url|',
        'callback_method|',
        'external_reference_id|',
        'created_at|'
    )
}
foreach ($key in 'values:emergency requirements list --columns',
    'values:emergency requirements get --columns',
    'values:emergency requirements list -c',
    'values:emergency requirements get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'identity_type|',
        'personal_area_level|',
        'business_area_level|',
        'address_area_level|',
        'personal_mandatory_fields|',
        'business_mandatory_fields|',
        'address_mandatory_fields|',
        'estimate_setup_time|',
        'requirement_restriction_message|',
        'number_type|',
        'meta.setup_price|',
        'meta.monthly_price|',
        'country|',
        'did_group_type|'
    )
}
foreach ($key in 'values:emergency services list --columns',
    'values:emergency services get --columns',
    'values:emergency services list -c',
    'values:emergency services get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'name|',
        'reference|',
        'status|',
        'activated_at|',
        'canceled_at|',
        'renew_date|',
        'created_at|',
        'number_type|',
        'meta.setup_price|',
        'meta.monthly_price|',
        'country|',
        'did_group_type|',
        'order|',
        'emergency_requirement|',
        'emergency_verification|',
        'dids|'
    )
}
foreach ($key in 'values:emergency verifications list --columns',
    'values:emergency verifications get --columns',
    'values:emergency verifications list -c',
    'values:emergency verifications get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'reference|',
        'status|',
        'reject_reasons|',
        'reject_comment|',
        'callback_url|',
        'callback_method|',
        'external_reference_id|',
        'created_at|',
        'address|',
        'emergency_calling_service|',
        'dids|'
    )
}
foreach ($key in 'values:identities list --columns',
    'values:identities get --columns',
    'values:identities list -c',
    'values:identities get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'identity_type|',
        'first_name|',
        'last_name|',
        'phone_number|',
        'contact_email|',
        'company_name|',
        'company_reg_number|',
        'vat_id|',
        'id_number|',
        'personal_tax_id|',
        'birth_date|',
        'description|',
        'external_reference_id|',
        'created_at|',
        'verified|',
        'country|',
        'birth_country|',
        'proofs|',
        'addresses|',
        'permanent_documents|'
    )
}
foreach ($key in 'values:addresses list --columns',
    'values:addresses get --columns',
    'values:addresses list -c',
    'values:addresses get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'address|',
        'city_name|',
        'postal_code|',
        'description|',
        'external_reference_id|',
        'created_at|',
        'verified|',
        'identity|',
        'country|',
        'area|',
        'city|',
        'proofs|'
    )
}
foreach ($key in 'values:address-requirements list --columns',
    'values:address-requirements get --columns',
    'values:address-requirements list -c',
    'values:address-requirements get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'identity_type|',
        'personal_area_level|',
        'business_area_level|',
        'address_area_level|',
        'personal_proof_qty|',
        'business_proof_qty|',
        'address_proof_qty|',
        'personal_mandatory_fields|',
        'business_mandatory_fields|',
        'service_description_required|',
        'restriction_message|',
        'number_type|',
        'country|',
        'did_group_type|',
        'personal_permanent_document|',
        'business_permanent_document|',
        'personal_onetime_document|',
        'business_onetime_document|',
        'personal_proof_types|',
        'business_proof_types|',
        'address_proof_types|'
    )
}
foreach ($key in 'values:address-verifications list --columns',
    'values:address-verifications get --columns',
    'values:address-verifications list -c',
    'values:address-verifications get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'reference|',
        'status|',
        'reject_reasons|',
        'reject_comment|',
        'service_description|',
        'callback_url|',
        'callback_method|',
        'external_reference_id|',
        'created_at|',
        'address|',
        'dids|'
    )
}
foreach ($key in 'values:proofs list --columns',
    'values:proofs get --columns',
    'values:proofs list -c',
    'values:proofs get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'created_at|',
        'expires_at|',
        'external_reference_id|',
        'proof_type|',
        'entity|'
    )
}
foreach ($key in 'values:proof-types list --columns',
    'values:proof-types get --columns',
    'values:proof-types list -c',
    'values:proof-types get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'name|',
        'entity_type|'
    )
}
foreach ($key in 'values:documents list --columns',
    'values:documents get --columns',
    'values:documents list -c',
    'values:documents get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'created_at|',
        'external_reference_id|',
        'template|',
        'identity|'
    )
}
foreach ($key in 'values:document-templates list --columns',
    'values:document-templates get --columns',
    'values:document-templates list -c',
    'values:document-templates get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'name|',
        'permanent|',
        'url|'
    )
}
foreach ($key in 'values:files list --columns',
    'values:files get --columns',
    'values:files list -c',
    'values:files get -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'description|',
        'expires_at|'
    )
}
foreach ($key in 'values:public-keys list --columns',
    'values:public-keys list -c') {
    $DidwwOffers[$key] = @(
        'list',
        'id|',
        'type|',
        'key|'
    )
}
foreach ($key in 'values:dids update --set') {
    $DidwwOffers[$key] = @(
        'words',
        'description=|',
        'terminated=|',
        'capacity_limit=|',
        'dedicated_channels_count=|',
        'billing_cycles_count=|'
    )
}
foreach ($key in 'values:reservations create --set') {
    $DidwwOffers[$key] = @(
        'words',
        'description=|'
    )
}
foreach ($key in 'values:trunks in create --set',
    'values:trunks in update --set') {
    $DidwwOffers[$key] = @(
        'words',
        'name=|',
        'description=|',
        'external_reference_id=|',
        'priority=|',
        'weight=|',
        'capacity_limit=|',
        'cli_format=|',
        'cli_prefix=|',
        'ringing_timeout=|',
        'configuration=|',
        'pop=|'
    )
}
foreach ($key in 'values:trunks groups create --set',
    'values:trunks groups update --set') {
    $DidwwOffers[$key] = @(
        'words',
        'name=|',
        'capacity_limit=|',
        'external_reference_id=|'
    )
}
foreach ($key in 'values:trunks out create --set',
    'values:trunks out update --set') {
    $DidwwOffers[$key] = @(
        'words',
        'name=|',
        'status=|',
        'external_reference_id=|',
        'capacity_limit=|',
        'allow_any_did_as_cli=|',
        'on_cli_mismatch_action=|',
        'default_dst_action=|',
        'dst_prefixes=|',
        'media_encryption_mode=|',
        'allowed_rtp_ips=|',
        'force_symmetric_rtp=|',
        'rtp_ping=|',
        'rtp_timeout=|',
        'threshold_amount=|',
        'callback_url=|',
        'emergency_enable_all=|',
        'authentication_method=|'
    )
}
foreach ($key in 'values:capacity pools update --set') {
    $DidwwOffers[$key] = @(
        'words',
        'total_channels_count=|'
    )
}
foreach ($key in 'values:capacity groups create --set',
    'values:capacity groups update --set') {
    $DidwwOffers[$key] = @(
        'words',
        'name=|',
        'shared_channels_count=|',
        'metered_channels_count=|',
        'external_reference_id=|'
    )
}
foreach ($key in 'values:sms trunks create --set',
    'values:sms trunks update --set') {
    $DidwwOffers[$key] = @(
        'words',
        'name=|',
        'external_reference_id=|',
        'blocked=|',
        'priority=|',
        'allow_any_did_as_source=|',
        'configuration=|'
    )
}
foreach ($key in 'values:sms groups create --set',
    'values:sms groups update --set') {
    $DidwwOffers[$key] = @(
        'words',
        'name=|',
        'external_reference_id=|'
    )
}
foreach ($key in 'values:sms sender-ids update --set') {
    $DidwwOffers[$key] = @(
        'words',
        'name=|'
    )
}
foreach ($key in 'values:orders create --set') {
    $DidwwOffers[$key] = @(
        'words',
        'callback_url=|',
        'callback_method=|',
        'external_reference_id=|',
        'items=|',
        'allow_back_ordering=|'
    )
}
foreach ($key in 'values:orders update --set',
    'values:exports update --set',
    'values:emergency verifications update --set',
    'values:address-verifications update --set',
    'values:proofs create --set',
    'values:proofs update --set',
    'values:documents create --set',
    'values:documents update --set') {
    $DidwwOffers[$key] = @(
        'words',
        'external_reference_id=|'
    )
}
foreach ($key in 'values:emergency verifications create --set') {
    $DidwwOffers[$key] = @(
        'words',
        'callback_url=|',
        'callback_method=|',
        'external_reference_id=|'
    )
}
foreach ($key in 'values:identities create --set') {
    $DidwwOffers[$key] = @(
        'words',
        'identity_type=|',
        'first_name=|',
        'last_name=|',
        'phone_number=|',
        'contact_email=|',
        'company_name=|',
        'company_reg_number=|',
        'vat_id=|',
        'id_number=|',
        'personal_tax_id=|',
        'birth_date=|',
        'description=|',
        'external_reference_id=|'
    )
}
foreach ($key in 'values:identities update --set') {
    $DidwwOffers[$key] = @(
        'words',
        'first_name=|',
        'last_name=|',
        'phone_number=|',
        'contact_email=|',
        'company_name=|',
        'company_reg_number=|',
        'vat_id=|',
        'id_number=|',
        'personal_tax_id=|',
        'birth_date=|',
        'description=|',
        'external_reference_id=|'
    )
}
foreach ($key in 'values:addresses create --set',
    'values:addresses update --set') {
    $DidwwOffers[$key] = @(
        'words',
        'address=|',
        'city_name=|',
        'postal_code=|',
        'description=|',
        'external_reference_id=|'
    )
}
foreach ($key in 'values:address-verifications create --set') {
    $DidwwOffers[$key] = @(
        'words',
        'service_description=|',
        'callback_url=|',
        'callback_method=|',
        'external_reference_id=|'
    )
}
foreach ($key in 'values:dids update --unset') {
    $DidwwOffers[$key] = @(
        'words',
        'description|',
        'capacity_limit|',
        'billing_cycles_count|'
    )
}
foreach ($key in 'values:reservations create --unset',
    'values:capacity pools update --unset',
    'values:sms sender-ids update --unset') {
    $DidwwOffers[$key] = @(
        'words'
    )
}
foreach ($key in 'values:trunks in create --unset',
    'values:trunks in update --unset') {
    $DidwwOffers[$key] = @(
        'words',
        'description|',
        'external_reference_id|',
        'capacity_limit|',
        'cli_format|',
        'cli_prefix|',
        'ringing_timeout|',
        'pop|'
    )
}
foreach ($key in 'values:trunks groups create --unset',
    'values:trunks groups update --unset') {
    $DidwwOffers[$key] = @(
        'words',
        'capacity_limit|',
        'external_reference_id|'
    )
}
foreach ($key in 'values:trunks out create --unset',
    'values:trunks out update --unset') {
    $DidwwOffers[$key] = @(
        'words',
        'external_reference_id|',
        'capacity_limit|',
        'allowed_rtp_ips|',
        'callback_url|'
    )
}
foreach ($key in 'values:capacity groups create --unset',
    'values:capacity groups update --unset') {
    $DidwwOffers[$key] = @(
        'words',
        'metered_channels_count|',
        'external_reference_id|'
    )
}
foreach ($key in 'values:sms trunks create --unset',
    'values:sms trunks update --unset') {
    $DidwwOffers[$key] = @(
        'words',
        'external_reference_id|',
        'priority|'
    )
}
foreach ($key in 'values:sms groups create --unset',
    'values:sms groups update --unset',
    'values:orders create --unset',
    'values:orders update --unset',
    'values:exports update --unset',
    'values:emergency verifications create --unset',
    'values:emergency verifications update --unset',
    'values:address-verifications create --unset',
    'values:address-verifications update --unset',
    'values:proofs create --unset',
    'values:proofs update --unset',
    'values:documents create --unset',
    'values:documents update --unset') {
    $DidwwOffers[$key] = @(
        'words',
        'external_reference_id|'
    )
}
foreach ($key in 'values:identities create --unset',
    'values:identities update --unset') {
    $DidwwOffers[$key] = @(
        'words',
        'contact_email|',
        'company_name|',
        'company_reg_number|',
        'vat_id|',
        'id_number|',
        'personal_tax_id|',
        'birth_date|',
        'description|',
        'external_reference_id|'
    )
}
foreach ($key in 'values:addresses create --unset',
    'values:addresses update --unset') {
    $DidwwOffers[$key] = @(
        'words',
        'description|',
        'external_reference_id|'
    )
}
foreach ($key in 'values:--cli-format') {
    $DidwwOffers[$key] = @(
        'words',
        'raw|',
        'e164|',
        'local|'
    )
}
foreach ($key in 'values:--sip-transport-protocol-id',
    'values:--transport') {
    $DidwwOffers[$key] = @(
        'words',
        'UDP|',
        'TCP|',
        'TLS|'
    )
}
foreach ($key in 'values:--sip-network-protocol-priority') {
    $DidwwOffers[$key] = @(
        'words',
        'force_ipv4|',
        'force_ipv6|',
        'any|',
        'prefer_ipv4|',
        'prefer_ipv6|'
    )
}
foreach ($key in 'values:--sip-codec-ids',
    'values:--codecs',
    'values:--add-sip-codec-ids',
    'values:--add-codecs',
    'values:--remove-sip-codec-ids',
    'values:--remove-codecs') {
    $DidwwOffers[$key] = @(
        'list',
        'telephone-event|',
        'G723|',
        'G729|',
        'PCMU|',
        'PCMA|',
        'SPEEX|',
        'GSM|',
        'G726-32|',
        'G721|',
        'G726-24|',
        'G726-40|',
        'G726-16|',
        'L16|'
    )
}
foreach ($key in 'values:--sip-rx-dtmf-format-id',
    'values:--rx-dtmf') {
    $DidwwOffers[$key] = @(
        'words',
        'RFC2833|',
        'INFO|',
        'RFC2833-or-INFO|'
    )
}
foreach ($key in 'values:--sip-tx-dtmf-format-id',
    'values:--tx-dtmf') {
    $DidwwOffers[$key] = @(
        'words',
        'disabled|',
        'RFC2833|',
        'INFO-relay|',
        'INFO|'
    )
}
foreach ($key in 'values:--sip-sst-refresh-method-id',
    'values:--sip-sst-refresh-method') {
    $DidwwOffers[$key] = @(
        'words',
        'INVITE|',
        'UPDATE|',
        'UPDATE-or-INVITE|'
    )
}
foreach ($key in 'values:--sip-media-encryption-mode',
    'values:--media-encryption-mode') {
    $DidwwOffers[$key] = @(
        'words',
        'disabled|',
        'srtp_sdes|',
        'srtp_dtls|',
        'zrtp|'
    )
}
foreach ($key in 'values:--sip-stir-shaken-mode') {
    $DidwwOffers[$key] = @(
        'words',
        'disabled|',
        'original|',
        'pai|',
        'original_pai|',
        'verstat|'
    )
}
foreach ($key in 'values:--sip-diversion-relay-policy') {
    $DidwwOffers[$key] = @(
        'words',
        'none|',
        'as_is|',
        'sip|',
        'tel|'
    )
}
foreach ($key in 'values:--sip-diversion-inject-mode') {
    $DidwwOffers[$key] = @(
        'words',
        'none|',
        'did_number|'
    )
}
foreach ($key in 'values:--sip-rerouting-disconnect-code-ids',
    'values:--reroute-on',
    'values:--add-sip-rerouting-disconnect-code-ids',
    'values:--add-reroute-on',
    'values:--remove-sip-rerouting-disconnect-code-ids',
    'values:--remove-reroute-on') {
    $DidwwOffers[$key] = @(
        'list',
        '400|Bad Request',
        '401|Unauthorized',
        '402|Payment Required',
        '403|Forbidden',
        '404|Not Found',
        '408|Request Timeout',
        '409|Conflict',
        '410|Gone',
        '412|Conditional Request Failed',
        '413|Request Entity Too Large',
        '414|Request-URI Too Long',
        '415|Unsupported Media Type',
        '416|Unsupported URI Scheme',
        '417|Unknown Resource-Priority',
        '420|Bad Extension',
        '421|Extension Required',
        '422|Session Interval Too Small',
        '423|Interval Too Brief',
        '424|Bad Location Information',
        '428|Use Identity Header',
        '429|Provide Referrer Identity',
        '433|Anonymity Disallowed',
        '436|Bad Identity-Info',
        '437|Unsupported Certificate',
        '438|Invalid Identity Header',
        '480|Temporarily Unavailable',
        '482|Loop Detected',
        '483|Too Many Hops',
        '484|Address Incomplete',
        '485|Ambiguous',
        '486|Busy Here',
        '487|Request Terminated',
        '488|Not Acceptable Here',
        '494|Security Agreement Required',
        '500|Server Internal Error',
        '501|Not Implemented',
        '502|Bad Gateway',
        '503|Service Unavailable',
        '504|Server Time-out',
        '505|Version Not Supported',
        '513|Message Too Large',
        '580|Precondition Failure',
        '600|Busy Everywhere',
        '603|Decline',
        '604|Does Not Exist Anywhere',
        '606|Not Acceptable',
        'Ringing-timeout|'
    )
}
foreach ($key in 'values:--pop') {
    $DidwwOffers[$key] = @(
        'words',
        'NYC|',
        'FRA|',
        'LAC|',
        'MIA|',
        'SG|',
        'HK|',
        'AMS|'
    )
}
foreach ($key in 'values:--status') {
    $DidwwOffers[$key] = @(
        'words',
        'active|',
        'blocked|'
    )
}
foreach ($key in 'values:--on-cli-mismatch-action') {
    $DidwwOffers[$key] = @(
        'words',
        'reject_call|',
        'replace_cli|',
        'send_original_cli|',
        'randomize_cli|'
    )
}
foreach ($key in 'values:--default-dst-action') {
    $DidwwOffers[$key] = @(
        'words',
        'allow_all|',
        'reject_all|'
    )
}
foreach ($key in 'values:--auth') {
    $DidwwOffers[$key] = @(
        'words',
        'credentials_and_ip|',
        'twilio|'
    )
}
foreach ($key in 'values:--http-in-http-method') {
    $DidwwOffers[$key] = @(
        'words',
        'get|',
        'post|',
        'put|'
    )
}
foreach ($key in 'values:--http-in-body-type') {
    $DidwwOffers[$key] = @(
        'words',
        'json|',
        'html_multipart|',
        'html_url_encoded|',
        'raw|'
    )
}
foreach ($key in 'values:orders create --callback-method',
    'values:exports create --callback-method',
    'values:emergency verifications create --callback-method',
    'values:address-verifications create --callback-method',
    'values:--method') {
    $DidwwOffers[$key] = @(
        'words',
        'get|',
        'post|'
    )
}
foreach ($key in 'values:exports create --type',
    'values:exports create --export-type') {
    $DidwwOffers[$key] = @(
        'words',
        'cdr_in|',
        'cdr_out|',
        'sms_in|',
        'sms_out|'
    )
}
foreach ($key in 'values:cdr summary --type',
    'values:cdr summary --export-type') {
    $DidwwOffers[$key] = @(
        'words',
        'cdr_in|',
        'cdr_out|'
    )
}
foreach ($key in 'values:prices lookup --service',
    'values:prices download --service') {
    $DidwwOffers[$key] = @(
        'words',
        'voice-in|',
        'voice-out|',
        'sms-in|',
        'sms-out-a2p|',
        'sms-out-p2p|',
        'sms-out-otp|'
    )
}
foreach ($key in 'values:--identity-type') {
    $DidwwOffers[$key] = @(
        'words',
        'personal|',
        'business|'
    )
}
foreach ($key in 'values:--event') {
    $DidwwOffers[$key] = @(
        'words',
        'order-completed|',
        'order-canceled|',
        'export-completed|',
        'address-verification-approved|',
        'address-verification-rejected|',
        'emergency-verification-approved|',
        'emergency-verification-rejected|',
        'trunk-blocked|',
        'trunk-unblocked|'
    )
}
foreach ($key in 'alias:did_groups') {
    $DidwwOffers[$key] = @(
        'alias',
        'did-groups|'
    )
}
foreach ($key in 'alias:did_group_types') {
    $DidwwOffers[$key] = @(
        'alias',
        'did-group-types|'
    )
}
foreach ($key in 'alias:available_dids') {
    $DidwwOffers[$key] = @(
        'alias',
        'available-dids|'
    )
}
foreach ($key in 'alias:nanpa_prefixes') {
    $DidwwOffers[$key] = @(
        'alias',
        'nanpa-prefixes|'
    )
}
foreach ($key in 'alias:did_reservations',
    'alias:did-reservations') {
    $DidwwOffers[$key] = @(
        'alias',
        'reservations|'
    )
}
foreach ($key in 'alias:did_history',
    'alias:did-history') {
    $DidwwOffers[$key] = @(
        'alias',
        'history|'
    )
}
foreach ($key in 'alias:voice_in_trunks',
    'alias:voice-in-trunks') {
    $DidwwOffers[$key] = @(
        'alias',
        'trunks in|'
    )
}
foreach ($key in 'alias:voice_in_trunk_groups',
    'alias:voice-in-trunk-groups') {
    $DidwwOffers[$key] = @(
        'alias',
        'trunks groups|'
    )
}
foreach ($key in 'alias:voice_out_trunks',
    'alias:voice-out-trunks') {
    $DidwwOffers[$key] = @(
        'alias',
        'trunks out|'
    )
}
foreach ($key in 'alias:capacity_pools',
    'alias:capacity-pools') {
    $DidwwOffers[$key] = @(
        'alias',
        'capacity pools|'
    )
}
foreach ($key in 'alias:shared_capacity_groups',
    'alias:shared-capacity-groups') {
    $DidwwOffers[$key] = @(
        'alias',
        'capacity groups|'
    )
}
foreach ($key in 'alias:sms_trunks',
    'alias:sms-trunks') {
    $DidwwOffers[$key] = @(
        'alias',
        'sms trunks|'
    )
}
foreach ($key in 'alias:sms_trunk_groups',
    'alias:sms-trunk-groups') {
    $DidwwOffers[$key] = @(
        'alias',
        'sms groups|'
    )
}
foreach ($key in 'alias:sender_id_verifications',
    'alias:sender-id-verifications') {
    $DidwwOffers[$key] = @(
        'alias',
        'sms sender-ids|'
    )
}
foreach ($key in 'alias:balances') {
    $DidwwOffers[$key] = @(
        'alias',
        'balance|'
    )
}
foreach ($key in 'alias:emergency_requirements',
    'alias:emergency-requirements') {
    $DidwwOffers[$key] = @(
        'alias',
        'emergency requirements|'
    )
}
foreach ($key in 'alias:emergency_calling_services',
    'alias:emergency-calling-services') {
    $DidwwOffers[$key] = @(
        'alias',
        'emergency services|'
    )
}
foreach ($key in 'alias:emergency_verifications',
    'alias:emergency-verifications') {
    $DidwwOffers[$key] = @(
        'alias',
        'emergency verifications|'
    )
}
foreach ($key in 'alias:address_requirements') {
    $DidwwOffers[$key] = @(
        'alias',
        'address-requirements|'
    )
}
foreach ($key in 'alias:address_verifications') {
    $DidwwOffers[$key] = @(
        'alias',
        'address-verifications|'
    )
}
foreach ($key in 'alias:proof_types') {
    $DidwwOffers[$key] = @(
        'alias',
        'proof-types|'
    )
}
foreach ($key in 'alias:permanent_supporting_documents',
    'alias:permanent-supporting-documents') {
    $DidwwOffers[$key] = @(
        'alias',
        'documents|'
    )
}
foreach ($key in 'alias:supporting_document_templates',
    'alias:supporting-document-templates') {
    $DidwwOffers[$key] = @(
        'alias',
        'document-templates|'
    )
}
foreach ($key in 'alias:encrypted_files',
    'alias:encrypted-files') {
    $DidwwOffers[$key] = @(
        'alias',
        'files|'
    )
}
foreach ($key in 'alias:public_keys') {
    $DidwwOffers[$key] = @(
        'alias',
        'public-keys|'
    )
}
