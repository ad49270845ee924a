# Completion of didww for fish. Made by: didww completion fish

function __didww_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l place
    set -l option
    set -l ended
    set -l kind
    set -l found
    set -l count 1
    set -l profile $DIDWW_PROFILE
    set -l environment $DIDWW_ENVIRONMENT
    set -e words[1]
    for word in $words
        switch (string join -- = $option $word)
            case '--profile=*' '-p=*'
                set profile (string replace -- --profile= '' $word)
            case '-p?*'
                set profile (string sub -s 3 -- $word)
            case '--environment=*'
                set environment (string replace -- --environment= '' $word)
        end
        if test -n "$option"
            set option
        else if test -n "$ended"
            set count (math $count + 1)
        else if test "$word" = --
            set ended yes
        else if string match -qr -- '^-.*=' $word
            continue
        else if string match -q -- '-*' $word
            __didww_values $word; and set option $word
        else if __didww_data "commands:$place"; and contains -- $word (string split -f 1 \t -- $found)
            set place (string trim -- "$place $word")
        else if test -z "$place"; and __didww_data "alias:$word"
            set place (string trim -- $found)
        else
            set count (math $count + 1)
        end
    end
    set -l before
    set -l typed (string match -r -- '^--[^=]*=' $current)
    if test -n "$option"
        __didww_option_values
    else if test -z "$ended"; and test -n "$typed"
        set before $typed
        set option (string replace -- = '' $typed)
        __didww_option_values; or return
    else if test -z "$ended"; and string match -q -- '-*' $current
        __didww_options
    else if not __didww_data "commands:$place"; and not __didww_data "arguments:$place $count"
        # fish would take an option for a word that it holds the letters of
        __didww_data "arguments:$place"; or test -n "$ended$current"; or __didww_options
    end
    switch "$kind"
        case files
            __fish_complete_path $current
        case profiles
            printf '%s\n' "$before"demo "$before"(__didww_profiles)
        case names several
            __didww_names; and return
            test -n "$option$ended$current"; and return
            __didww_options
            printf '%s\n' $found
        case list
            set -l listed (string match -r -- '^.*,' $current)
            set -q listed[1]; and set before $listed
            printf '%s\n' "$before"$found
        case words
            printf '%s\n' "$before"$found
    end
end

function __didww_values --no-scope-shadowing
    __didww_data "values:$place $argv[1]"; or __didww_data "values:$argv[1]"
end

# Those of $option; where KEY= is typed of KEY=VALUE, what may stand behind that.
function __didww_option_values --no-scope-shadowing
    set -l key (string match -r -- '^[^=]*=' (string replace -r -- '^--[^=]*=' '' $current | string trim -c '"\''))
    test -n "$key"; and __didww_values "$option $key"; and set before "$before$key"; or __didww_values $option
end

function __didww_options --no-scope-shadowing
    __didww_data "options:$place"
    set -l own $found
    __didww_data global:
    set found $own $found
end

# Print the names that are kept of the types in $found, behind what is typed before them; 1 where there are none.
function __didww_names --no-scope-shadowing
    test "$DIDWW_COMPLETION_CACHE" = 0; and return
    set -l folder $HOME/.cache
    test -n "$XDG_CACHE_HOME"; and set folder $XDG_CACHE_HOME
    test -d $folder/didww; or set folder $HOME/Library/Caches
    test -n "$profile"; or set profile (__didww_config '^ *default_profile *= *"(.*)" *$')
    test -n "$profile"; or set profile -
    set -l parts $profile
    if test "$profile" != demo
        test -n "$environment"; and set -a parts $environment
        test -n "$DIDWW_BASE_URL"; and set -a parts base_url
        test -n "$DIDWW_API_KEY"; and set -a parts api_key
    end
    set -l files
    for kept in $folder/didww/names/(string join , $parts | string replace -a / _)/(string split -f 1 \t -- $found)
        test -r $kept; and set -a files $kept
    end
    set -q files[1]; or return 1
    if test $kind = several
        set -l plain (string unescape -- $current; or string trim -c '"\'' -- $current)
        set -l listed (string match -r -- '^.*,' (string sub -s (math (string length -- "$before") + 1) -- $plain))
        set before "$before$listed"
    end
    before=$before kind=$kind LC_ALL=C awk \
        'ENVIRON["kind"] != "several" || !index($0, ",") { print ENVIRON["before"] $0 }' $files
end

function __didww_config
    set -l folder $HOME/.config
    set -q XDG_CONFIG_HOME; and set folder $XDG_CONFIG_HOME
    set -l files $folder/didww/config.toml "$HOME/Library/Application Support/didww/config.toml"
    set -q DIDWW_CONFIG; and set files $DIDWW_CONFIG
    for file in $files
        test -r $file; and string replace -fr -- $argv[1] '$1' <$file | string replace -ra '\\\\(["\\\\])' '$1'
    end
end

function __didww_profiles
    __didww_config '^ *\[profiles\.(?|"(.*)"|([A-Za-z0-9_-]*))\] *$'
end

complete -c didww -f -a '(__didww_complete)'
set -gx DIDWW_COMPLETION_SCRIPT 'fish 0.1.0'

function __didww_data --no-scope-shadowing
    set kind
    set found
    switch "$argv[1]"
        case 'global:'
            set kind words
            set found \
                '--profile'\t'Profile to use; \'demo\' is an emulated account' \
                '-p'\t'Profile to use; \'demo\' is an emulated account' \
                '--environment'\t'DIDWW\'s environment' \
                '--api-version'\t'Version of the API; chosen by itself otherwise' \
                '--read-only'\t'Write nothing: refuse whatever would' \
                '--output'\t'table, json, jsonl, csv, tsv, markdown, ids or jsonapi' \
                '-o'\t'table, json, jsonl, csv, tsv, markdown, ids or jsonapi' \
                '--query'\t'Pick from JSON output (JMESPath)' \
                '--timeout'\t'Time for each answer as a whole' \
                '--max-time'\t'Time for the whole command' \
                '--retries'\t'Repeats of a failed request; 3 by default' \
                '--show-secrets'\t'Show passwords in tables' \
                '--csv-safe'\t'In csv and tsv, quote what a spreadsheet would run' \
                '--no-header'\t'In csv, no line of titles' \
                '--no-color'\t'No colour' \
                '--quiet'\t'No notices on stderr' \
                '-q'\t'No notices on stderr' \
                '--verbose'\t'Each request on stderr, secrets hidden' \
                '-v'\t'Each request on stderr, secrets hidden' \
                '--curl'\t'Requests as lines for curl: with -v, or with --dry-run' \
                '--help'\t'Show help'
        case 'commands:'
            set kind words
            set found \
                'dids'\t'Phone numbers that you own' \
                'did-groups'\t'Groups of numbers on sale: by country, city, type and prefix' \
                'did-group-types'\t'Kinds of number: local, mobile, toll-free and so on' \
                'available-dids'\t'Single numbers on sale; a new draw each time' \
                'nanpa-prefixes'\t'Area and exchange codes of North America' \
                'reservations'\t'Numbers held for ten minutes' \
                'history'\t'What happened to DIDs in the last 90 days' \
                'countries'\t'Countries with numbers' \
                'regions'\t'States and provinces' \
                'cities'\t'Cities with numbers' \
                'areas'\t'Areas that regulators know' \
                'trunks'\t'Inbound and outbound trunks, and groups of inbound ones' \
                'pops'\t'Places where DIDWW hands over calls' \
                'capacity'\t'Channels: pools that you own and groups that share them' \
                'sms'\t'SMS trunks, their groups, and checked senders' \
                'orders'\t'What you bought' \
                'balance'\t'Show the balance: money that you can spend' \
                'exports'\t'CDR exports: call records as files' \
                'emergency'\t'Emergency calling: register, follow, and what it is made of' \
                'identities'\t'People and companies that numbers are registered to' \
                'addresses'\t'Addresses that numbers are registered at' \
                'address-requirements'\t'What each country asks for before a number works' \
                'address-verifications'\t'Reviews of addresses for DIDs' \
                'proofs'\t'Documents that prove an identity or an address' \
                'proof-types'\t'Kinds of document that count as proof' \
                'documents'\t'Forms on file for an identity' \
                'document-templates'\t'Blank forms' \
                'files'\t'Encrypted documents, uploaded and waiting to be used' \
                'public-keys'\t'Keys that documents are encrypted with' \
                'numbers'\t'Numbers on sale: search them with prices, and buy some' \
                'requirements'\t'Show what is asked for before numbers work, or emergency calls from them; what of it is there, and what supplies the rest' \
                'register'\t'Register numbers at an address from plain files: checked, encrypted, uploaded, handed in and submitted' \
                'route'\t'Show where calls to your numbers go: capacity, trunks by priority and share, and what stops a call' \
                'check'\t'See what is amiss in the account: numbers, trunks, capacity, documents, money' \
                'status'\t'Show the account at a glance: money, numbers, trunks, capacity, what is open, last orders, history' \
                'snapshot'\t'The configuration of the account as a file: save it, compare it, put it back' \
                'journal'\t'What this machine wrote, what was there before, and putting it back' \
                'prices'\t'What calls and SMS cost on your price plans: of a number, or all as a file' \
                'costs'\t'Show what the account costs each month, by kind, country and pool, and what ends when' \
                'cdr'\t'Call records summed up: calls, answered, ASR, ACD, minutes, cost' \
                'webhook'\t'Callbacks: verify captured ones and say why not, sign, send and receive' \
                'api'\t'Send any request to the API' \
                'schema'\t'Show what the API offers' \
                'config'\t'Profiles: keys, environments and other settings' \
                'auth'\t'Tokens: who this is, one for other tools, and forgetting them' \
                'emulator'\t'The emulated DIDWW account' \
                'completion'\t'Completion of command lines in bash, zsh, fish and PowerShell' \
                'doctor'\t'See whether the tool can work here: configuration, key, network, clock' \
                'commands'\t'List all commands; as json with their arguments, options and examples' \
                'help'\t'Help for a command, or on a topic: filters, formats, exit-codes, environment, files, routing, options'
        case 'options:'
            set kind words
            set found \
                '--version'\t'Show the version'
        case 'commands:dids'
            set kind words
            set found \
                'list'\t'List dids' \
                'get'\t'Show one or more dids' \
                'update'\t'Change one or more dids; only what differs is sent' \
                'cancel'\t'Give up DIDs, whose calls may stop at once; --at-end keeps them to the end of what is paid' \
                'restore'\t'Keep DIDs that were given up; renew those whose period is over, which is charged' \
                'assign'\t'Send the calls or SMS of many numbers to a trunk or group' \
                'unassign'\t'Take numbers off their trunk or group'
        case 'options:dids list' \
            'options:did-groups list' \
            'options:did-group-types list' \
            'options:available-dids list' \
            'options:nanpa-prefixes list' \
            'options:reservations list' \
            'options:history list' \
            'options:countries list' \
            'options:regions list' \
            'options:cities list' \
            'options:areas list' \
            'options:trunks in list' \
            'options:trunks groups list' \
            'options:trunks out list' \
            'options:pops list' \
            'options:capacity pools list' \
            'options:capacity groups list' \
            'options:sms trunks list' \
            'options:sms groups list' \
            'options:sms sender-ids list' \
            'options:orders list' \
            'options:exports list' \
            'options:emergency requirements list' \
            'options:emergency services list' \
            'options:emergency verifications list' \
            'options:identities list' \
            'options:addresses list' \
            'options:address-requirements list' \
            'options:address-verifications list' \
            'options:proofs list' \
            'options:proof-types list' \
            'options:documents list' \
            'options:document-templates list' \
            'options:files list' \
            'options:public-keys list'
            set kind words
            set found \
                '--filter'\t'Only what matches; repeatable' \
                '-f'\t'Only what matches; repeatable' \
                '--include'\t'Related resources as well' \
                '-i'\t'Related resources as well' \
                '--sort'\t'Order; - before it reverses' \
                '-s'\t'Order; - before it reverses' \
                '--columns'\t'Columns, also dotted: did_group.area_name' \
                '-c'\t'Columns, also dotted: did_group.area_name' \
                '--no-links'\t'Leave out what it is linked to unless asked for' \
                '--limit'\t'At most so many' \
                '-n'\t'At most so many' \
                '--page'\t'One page alone' \
                '--page-size'\t'Size of a page'
        case 'options:dids get' \
            'options:did-groups get' \
            'options:did-group-types get' \
            'options:available-dids get' \
            'options:nanpa-prefixes get' \
            'options:reservations get' \
            'options:history get' \
            'options:countries get' \
            'options:regions get' \
            'options:cities get' \
            'options:areas get' \
            'options:trunks in get' \
            'options:trunks groups get' \
            'options:trunks out get' \
            'options:pops get' \
            'options:capacity pools get' \
            'options:capacity groups get' \
            'options:sms trunks get' \
            'options:sms groups get' \
            'options:sms sender-ids get' \
            'options:orders get' \
            'options:exports get' \
            'options:emergency requirements get' \
            'options:emergency services get' \
            'options:emergency verifications get' \
            'options:identities get' \
            'options:addresses get' \
            'options:address-requirements get' \
            'options:address-verifications get' \
            'options:proofs get' \
            'options:proof-types get' \
            'options:documents get' \
            'options:document-templates get' \
            'options:files get'
            set kind words
            set found \
                '--include'\t'Related resources as well' \
                '-i'\t'Related resources as well' \
                '--columns'\t'Columns, also dotted: did_group.area_name' \
                '-c'\t'Columns, also dotted: did_group.area_name' \
                '--no-links'\t'Leave out what it is linked to unless asked for'
        case 'arguments:dids get' \
            'arguments:dids update' \
            'arguments:dids cancel' \
            'arguments:dids restore' \
            'arguments:dids assign' \
            'arguments:dids unassign' \
            'arguments:register' \
            'arguments:route' \
            'arguments:prices lookup 1' \
            'values:--default-did' \
            'values:--did' \
            'values:--number'
            set kind names
            set found \
                'dids'\t''
        case 'options:dids update'
            set kind words
            set found \
                '--filter'\t'All that match, instead of REFs' \
                '-f'\t'All that match, instead of REFs' \
                '--description'\t'Your own note' \
                '--terminated'\t'Cancelled; false restores or renews it' \
                '--no-terminated'\t'Cancelled; false restores or renews it' \
                '--capacity-limit'\t'Most calls at once; null is no limit' \
                '--dedicated-channels-count'\t'Further channels that only this DID uses' \
                '--billing-cycles-count'\t'Billing cycles left, each of them charged; null renews for ever, 0 is not renewed' \
                '--capacity-pool'\t'Pool that its channels come from' \
                '--shared-capacity-group'\t'Group that it shares channels with' \
                '--address-verification'\t'Verification that registered it' \
                '--voice-in-trunk'\t'Trunk that its calls go to' \
                '--voice-in-trunk-group'\t'Trunk group that its calls go to' \
                '--sms-trunk'\t'SMS trunk that its messages go to' \
                '--sms-trunk-group'\t'Group of SMS trunks that its messages go to' \
                '--emergency-calling-service'\t'Emergency service of it' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--empty-clears'\t'Empty cells of CSV clear' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'options:dids cancel'
            set kind words
            set found \
                '--filter'\t'All that match, instead of REFs' \
                '-f'\t'All that match, instead of REFs' \
                '--at-end'\t'Only stop the renewal: usable to the end of what is paid, reversible' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'options:dids restore'
            set kind words
            set found \
                '--filter'\t'All that match, instead of REFs' \
                '-f'\t'All that match, instead of REFs' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'options:dids assign'
            set kind words
            set found \
                '--filter'\t'All that match, instead of REFs' \
                '-f'\t'All that match, instead of REFs' \
                '--trunk'\t'A trunk or trunk group, for calls or SMS: by name or id' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'options:dids unassign'
            set kind words
            set found \
                '--filter'\t'All that match, instead of REFs' \
                '-f'\t'All that match, instead of REFs' \
                '--trunk'\t'All that go to this trunk or group; a --filter narrows them' \
                '--sms'\t'Off where their SMS go, not their calls' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'commands:did-groups'
            set kind words
            set found \
                'list'\t'List did groups' \
                'get'\t'Show one or more did groups'
        case 'arguments:did-groups get' \
            'values:--did-group'
            set kind names
            set found \
                'did_groups'\t''
        case 'commands:did-group-types'
            set kind words
            set found \
                'list'\t'List did group types' \
                'get'\t'Show one or more did group types'
        case 'commands:available-dids'
            set kind words
            set found \
                'list'\t'List available dids' \
                'get'\t'Show one or more available dids'
        case 'commands:nanpa-prefixes'
            set kind words
            set found \
                'list'\t'List nanpa prefixes' \
                'get'\t'Show one or more nanpa prefixes'
        case 'commands:reservations'
            set kind words
            set found \
                'list'\t'List reservations' \
                'get'\t'Show one or more reservations' \
                'create'\t'Create a reservation' \
                'delete'\t'Delete one or more reservations'
        case 'options:reservations create'
            set kind words
            set found \
                '--description'\t'Your own note' \
                '--available-did'\t'The number held' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'options:reservations delete' \
            'options:trunks in delete' \
            'options:trunks groups delete' \
            'options:trunks out delete' \
            'options:capacity groups delete' \
            'options:sms trunks delete' \
            'options:sms groups delete' \
            'options:orders cancel' \
            'options:emergency services cancel' \
            'options:identities delete' \
            'options:addresses delete' \
            'options:proofs delete' \
            'options:documents delete' \
            'options:files delete'
            set kind words
            set found \
                '--filter'\t'All that match, instead of REFs' \
                '-f'\t'All that match, instead of REFs' \
                '--input'\t'Rows of CSV or JSON lines (ref); - is stdin' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'commands:history'
            set kind words
            set found \
                'list'\t'List history entries' \
                'get'\t'Show one or more history entries' \
                'summary'\t'Count history entries: all, or by what they hold'
        case 'options:history summary'
            set kind words
            set found \
                '--by'\t'One row for each: did, the DID that it is about; action, what happened; method, which way it was done; month, the month, UTC; day, the day, UTC; hour, the hour of the day, UTC' \
                '--sort'\t'Order: by a key or by entries; - before it reverses' \
                '-s'\t'Order: by a key or by entries; - before it reverses' \
                '--limit'\t'At most so many rows; the total is of all' \
                '-n'\t'At most so many rows; the total is of all' \
                '--from'\t'First moment: a date, a time, yesterday, last-month' \
                '--to'\t'First moment that no longer counts' \
                '--filter'\t'Only what matches; repeatable' \
                '-f'\t'Only what matches; repeatable'
        case 'commands:countries'
            set kind words
            set found \
                'list'\t'List countries' \
                'get'\t'Show one or more countries'
        case 'arguments:countries get' \
            'values:--country' \
            'values:--birth-country' \
            'values:--from-country' \
            'values:--to-country'
            set kind names
            set found \
                'countries'\t''
        case 'commands:regions'
            set kind words
            set found \
                'list'\t'List regions' \
                'get'\t'Show one or more regions'
        case 'commands:cities'
            set kind words
            set found \
                'list'\t'List cities' \
                'get'\t'Show one or more cities'
        case 'commands:areas'
            set kind words
            set found \
                'list'\t'List areas' \
                'get'\t'Show one or more areas'
        case 'commands:trunks'
            set kind words
            set found \
                'list'\t'List trunks of both directions' \
                'in'\t'Trunks that calls to your DIDs go to: SIP hosts and phone numbers' \
                'groups'\t'Groups of inbound trunks, tried in order' \
                'out'\t'Trunks that your calls leave by'
        case 'options:trunks list'
            set kind words
            set found \
                '--filter'\t'Only what matches; repeatable' \
                '-f'\t'Only what matches; repeatable' \
                '--include'\t'Related resources as well' \
                '-i'\t'Related resources as well' \
                '--sort'\t'Order; - before it reverses' \
                '-s'\t'Order; - before it reverses' \
                '--columns'\t'Columns, also dotted: did_group.area_name' \
                '-c'\t'Columns, also dotted: did_group.area_name' \
                '--no-links'\t'Leave out what it is linked to unless asked for' \
                '--limit'\t'At most so many' \
                '-n'\t'At most so many'
        case 'commands:trunks in'
            set kind words
            set found \
                'list'\t'List inbound trunks' \
                'get'\t'Show one or more inbound trunks' \
                'create'\t'Create an inbound trunk' \
                'update'\t'Change one or more trunks in; only what differs is sent' \
                'delete'\t'Delete one or more trunks in'
        case 'arguments:trunks in get' \
            'arguments:trunks in update' \
            'arguments:trunks in delete' \
            'values:--voice-in-trunk'
            set kind names
            set found \
                'voice_in_trunks'\t''
        case 'options:trunks in create'
            set kind words
            set found \
                '--name'\t'Its name' \
                '--description'\t'Your own note' \
                '--external-reference-id'\t'Your own reference, at most 100 characters' \
                '--priority'\t'Order within a trunk group; the lowest is tried first' \
                '--weight'\t'Share of calls among trunks of one priority; 65535 unless given' \
                '--capacity-limit'\t'Most calls at once; null is no limit' \
                '--cli-format'\t'How the caller\'s number is written: raw, e164, local' \
                '--cli-prefix'\t'Put before the caller\'s number' \
                '--ringing-timeout'\t'Seconds to ring; null leaves it to DIDWW' \
                '--sip-host'\t'Host name or address that calls go to' \
                '--sip-port'\t'SIP port; null finds it by DNS SRV' \
                '--sip-username'\t'User part of the request URI; {DID} stands for the number' \
                '--sip-transport-protocol-id'\t'SIP transport, by name or number' \
                '--transport'\t'SIP transport, by name or number' \
                '--sip-network-protocol-priority'\t'Which IP version comes first: force_ipv4, force_ipv6, any, prefer_ipv4, prefer_ipv6' \
                '--sip-resolve-ruri'\t'Resolve the host of the request URI first' \
                '--no-sip-resolve-ruri'\t'Resolve the host of the request URI first' \
                '--sip-use-did-in-ruri'\t'Put the DID into the request URI' \
                '--no-sip-use-did-in-ruri'\t'Put the DID into the request URI' \
                '--sip-codec-ids'\t'Codecs offered, the best first; telephone-event is what RFC 2833 DTMF needs, by name or number' \
                '--codecs'\t'Codecs offered, the best first; telephone-event is what RFC 2833 DTMF needs, by name or number' \
                '--sip-rx-dtmf-format-id'\t'How DTMF tones are received, by name or number' \
                '--rx-dtmf'\t'How DTMF tones are received, by name or number' \
                '--sip-tx-dtmf-format-id'\t'How DTMF tones are sent, by name or number' \
                '--tx-dtmf'\t'How DTMF tones are sent, by name or number' \
                '--sip-auth-enabled'\t'Answer the host\'s request for a password' \
                '--no-sip-auth-enabled'\t'Answer the host\'s request for a password' \
                '--sip-auth-user'\t'User name for the host' \
                '--sip-auth-password'\t'Password for the host' \
                '--sip-auth-from-user'\t'User part of the From header' \
                '--sip-auth-from-domain'\t'Domain of the From header' \
                '--sip-enabled-sip-registration'\t'The trunk registers with DIDWW instead of having a host' \
                '--no-sip-enabled-sip-registration'\t'The trunk registers with DIDWW instead of having a host' \
                '--sip-sst-enabled'\t'Use SIP session timers' \
                '--no-sip-sst-enabled'\t'Use SIP session timers' \
                '--sip-sst-min-timer'\t'Shortest session interval, seconds' \
                '--sip-sst-max-timer'\t'Longest session interval, seconds' \
                '--sip-sst-session-expires'\t'Session interval asked for, seconds' \
                '--sip-sst-refresh-method-id'\t'How a session is refreshed, by name or number' \
                '--sip-sst-refresh-method'\t'How a session is refreshed, by name or number' \
                '--sip-sst-accept-501'\t'Take a 501 to a refresh as success' \
                '--no-sip-sst-accept-501'\t'Take a 501 to a refresh as success' \
                '--sip-sip-timer-b'\t'Time limit of an INVITE, milliseconds' \
                '--sip-dns-srv-failover-timer'\t'Time before the next SRV host, milliseconds' \
                '--sip-rtp-ping'\t'Keep the media path open with packets' \
                '--no-sip-rtp-ping'\t'Keep the media path open with packets' \
                '--sip-rtp-timeout'\t'Seconds without media after which a call ends' \
                '--sip-force-symmetric-rtp'\t'Send media to where it comes from' \
                '--no-sip-force-symmetric-rtp'\t'Send media to where it comes from' \
                '--sip-symmetric-rtp-ignore-rtcp'\t'Learn that address from media alone, not from RTCP' \
                '--no-sip-symmetric-rtp-ignore-rtcp'\t'Learn that address from media alone, not from RTCP' \
                '--sip-allowed-rtp-ips'\t'Addresses that media may come from; null is any' \
                '--sip-media-encryption-mode'\t'Encryption of the media: disabled, srtp_sdes, srtp_dtls, zrtp' \
                '--sip-stir-shaken-mode'\t'How the caller\'s attestation is handed on: disabled, original, pai, original_pai, verstat' \
                '--sip-diversion-relay-policy'\t'What becomes of a Diversion header: none, as_is, sip, tel' \
                '--sip-diversion-inject-mode'\t'Whether DIDWW adds a Diversion header: none, did_number' \
                '--sip-cnam-lookup'\t'Look up the caller\'s name and send it along' \
                '--no-sip-cnam-lookup'\t'Look up the caller\'s name and send it along' \
                '--sip-max-transfers'\t'Most REFER transfers in a call' \
                '--sip-max-30x-redirects'\t'Most redirects followed in a call' \
                '--sip-rerouting-disconnect-code-ids'\t'Failures after which the next trunk is tried, by name or number' \
                '--reroute-on'\t'Failures after which the next trunk is tried, by name or number' \
                '--pstn-dst'\t'Phone number that calls go to, digits only' \
                '--voice-in-trunk-group'\t'Group that it belongs to' \
                '--pop'\t'Point of presence that it is tied to' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'options:trunks in update'
            set kind words
            set found \
                '--filter'\t'All that match, instead of REFs' \
                '-f'\t'All that match, instead of REFs' \
                '--name'\t'Its name' \
                '--description'\t'Your own note' \
                '--external-reference-id'\t'Your own reference, at most 100 characters' \
                '--priority'\t'Order within a trunk group; the lowest is tried first' \
                '--weight'\t'Share of calls among trunks of one priority; 65535 unless given' \
                '--capacity-limit'\t'Most calls at once; null is no limit' \
                '--cli-format'\t'How the caller\'s number is written: raw, e164, local' \
                '--cli-prefix'\t'Put before the caller\'s number' \
                '--ringing-timeout'\t'Seconds to ring; null leaves it to DIDWW' \
                '--sip-host'\t'Host name or address that calls go to' \
                '--sip-port'\t'SIP port; null finds it by DNS SRV' \
                '--sip-username'\t'User part of the request URI; {DID} stands for the number' \
                '--sip-transport-protocol-id'\t'SIP transport, by name or number' \
                '--transport'\t'SIP transport, by name or number' \
                '--sip-network-protocol-priority'\t'Which IP version comes first: force_ipv4, force_ipv6, any, prefer_ipv4, prefer_ipv6' \
                '--sip-resolve-ruri'\t'Resolve the host of the request URI first' \
                '--no-sip-resolve-ruri'\t'Resolve the host of the request URI first' \
                '--sip-use-did-in-ruri'\t'Put the DID into the request URI' \
                '--no-sip-use-did-in-ruri'\t'Put the DID into the request URI' \
                '--sip-codec-ids'\t'Codecs offered, the best first; telephone-event is what RFC 2833 DTMF needs, by name or number' \
                '--codecs'\t'Codecs offered, the best first; telephone-event is what RFC 2833 DTMF needs, by name or number' \
                '--add-sip-codec-ids'\t'Put into: Codecs offered, the best first; telephone-event is what RFC 2833 DTMF needs, by name or number' \
                '--add-codecs'\t'Put into: Codecs offered, the best first; telephone-event is what RFC 2833 DTMF needs, by name or number' \
                '--remove-sip-codec-ids'\t'Take out of: Codecs offered, the best first; telephone-event is what RFC 2833 DTMF needs, by name or number' \
                '--remove-codecs'\t'Take out of: Codecs offered, the best first; telephone-event is what RFC 2833 DTMF needs, by name or number' \
                '--sip-rx-dtmf-format-id'\t'How DTMF tones are received, by name or number' \
                '--rx-dtmf'\t'How DTMF tones are received, by name or number' \
                '--sip-tx-dtmf-format-id'\t'How DTMF tones are sent, by name or number' \
                '--tx-dtmf'\t'How DTMF tones are sent, by name or number' \
                '--sip-auth-enabled'\t'Answer the host\'s request for a password' \
                '--no-sip-auth-enabled'\t'Answer the host\'s request for a password' \
                '--sip-auth-user'\t'User name for the host' \
                '--sip-auth-password'\t'Password for the host' \
                '--sip-auth-from-user'\t'User part of the From header' \
                '--sip-auth-from-domain'\t'Domain of the From header' \
                '--sip-enabled-sip-registration'\t'The trunk registers with DIDWW instead of having a host' \
                '--no-sip-enabled-sip-registration'\t'The trunk registers with DIDWW instead of having a host' \
                '--sip-sst-enabled'\t'Use SIP session timers' \
                '--no-sip-sst-enabled'\t'Use SIP session timers' \
                '--sip-sst-min-timer'\t'Shortest session interval, seconds' \
                '--sip-sst-max-timer'\t'Longest session interval, seconds' \
                '--sip-sst-session-expires'\t'Session interval asked for, seconds' \
                '--sip-sst-refresh-method-id'\t'How a session is refreshed, by name or number' \
                '--sip-sst-refresh-method'\t'How a session is refreshed, by name or number' \
                '--sip-sst-accept-501'\t'Take a 501 to a refresh as success' \
                '--no-sip-sst-accept-501'\t'Take a 501 to a refresh as success' \
                '--sip-sip-timer-b'\t'Time limit of an INVITE, milliseconds' \
                '--sip-dns-srv-failover-timer'\t'Time before the next SRV host, milliseconds' \
                '--sip-rtp-ping'\t'Keep the media path open with packets' \
                '--no-sip-rtp-ping'\t'Keep the media path open with packets' \
                '--sip-rtp-timeout'\t'Seconds without media after which a call ends' \
                '--sip-force-symmetric-rtp'\t'Send media to where it comes from' \
                '--no-sip-force-symmetric-rtp'\t'Send media to where it comes from' \
                '--sip-symmetric-rtp-ignore-rtcp'\t'Learn that address from media alone, not from RTCP' \
                '--no-sip-symmetric-rtp-ignore-rtcp'\t'Learn that address from media alone, not from RTCP' \
                '--sip-allowed-rtp-ips'\t'Addresses that media may come from; null is any' \
                '--add-sip-allowed-rtp-ips'\t'Put into: Addresses that media may come from; null is any' \
                '--remove-sip-allowed-rtp-ips'\t'Take out of: Addresses that media may come from; null is any' \
                '--sip-media-encryption-mode'\t'Encryption of the media: disabled, srtp_sdes, srtp_dtls, zrtp' \
                '--sip-stir-shaken-mode'\t'How the caller\'s attestation is handed on: disabled, original, pai, original_pai, verstat' \
                '--sip-diversion-relay-policy'\t'What becomes of a Diversion header: none, as_is, sip, tel' \
                '--sip-diversion-inject-mode'\t'Whether DIDWW adds a Diversion header: none, did_number' \
                '--sip-cnam-lookup'\t'Look up the caller\'s name and send it along' \
                '--no-sip-cnam-lookup'\t'Look up the caller\'s name and send it along' \
                '--sip-max-transfers'\t'Most REFER transfers in a call' \
                '--sip-max-30x-redirects'\t'Most redirects followed in a call' \
                '--sip-rerouting-disconnect-code-ids'\t'Failures after which the next trunk is tried, by name or number' \
                '--reroute-on'\t'Failures after which the next trunk is tried, by name or number' \
                '--add-sip-rerouting-disconnect-code-ids'\t'Put into: Failures after which the next trunk is tried, by name or number' \
                '--add-reroute-on'\t'Put into: Failures after which the next trunk is tried, by name or number' \
                '--remove-sip-rerouting-disconnect-code-ids'\t'Take out of: Failures after which the next trunk is tried, by name or number' \
                '--remove-reroute-on'\t'Take out of: Failures after which the next trunk is tried, by name or number' \
                '--pstn-dst'\t'Phone number that calls go to, digits only' \
                '--voice-in-trunk-group'\t'Group that it belongs to' \
                '--pop'\t'Point of presence that it is tied to' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--empty-clears'\t'Empty cells of CSV clear' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'commands:trunks groups'
            set kind words
            set found \
                'list'\t'List trunks groups' \
                'get'\t'Show one or more trunks groups' \
                'create'\t'Create a trunk group' \
                'update'\t'Change one or more trunks groups; only what differs is sent' \
                'delete'\t'Delete one or more trunks groups'
        case 'arguments:trunks groups get' \
            'arguments:trunks groups update' \
            'arguments:trunks groups delete' \
            'values:--voice-in-trunk-group'
            set kind names
            set found \
                'voice_in_trunk_groups'\t''
        case 'options:trunks groups create'
            set kind words
            set found \
                '--name'\t'Its name' \
                '--capacity-limit'\t'Most calls at once over all its trunks; null is no limit' \
                '--external-reference-id'\t'Your own reference, at most 100 characters' \
                '--voice-in-trunks'\t'Trunks in the group, each in one group alone' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'options:trunks groups update'
            set kind words
            set found \
                '--filter'\t'All that match, instead of REFs' \
                '-f'\t'All that match, instead of REFs' \
                '--name'\t'Its name' \
                '--capacity-limit'\t'Most calls at once over all its trunks; null is no limit' \
                '--external-reference-id'\t'Your own reference, at most 100 characters' \
                '--voice-in-trunks'\t'Trunks in the group, each in one group alone' \
                '--add-voice-in-trunks'\t'Add to: Trunks in the group, each in one group alone' \
                '--remove-voice-in-trunks'\t'Take away from: Trunks in the group, each in one group alone' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--empty-clears'\t'Empty cells of CSV clear' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'commands:trunks out'
            set kind words
            set found \
                'list'\t'List outbound trunks' \
                'get'\t'Show one or more outbound trunks' \
                'create'\t'Create an outbound trunk' \
                'update'\t'Change one or more trunks out; only what differs is sent' \
                'delete'\t'Delete one or more trunks out' \
                'regenerate-credentials'\t'Make a new user name and password; the old ones end at once'
        case 'arguments:trunks out get' \
            'arguments:trunks out update' \
            'arguments:trunks out delete' \
            'arguments:trunks out regenerate-credentials 1' \
            'values:--voice-out-trunk'
            set kind names
            set found \
                'voice_out_trunks'\t''
        case 'options:trunks out create'
            set kind words
            set found \
                '--name'\t'Its name' \
                '--status'\t'Blocked trunks place no calls: active, blocked' \
                '--external-reference-id'\t'Your own reference, at most 100 characters' \
                '--capacity-limit'\t'Most calls at once; null is no limit' \
                '--allow-any-did-as-cli'\t'Any DID of the account may be shown as the caller; DIDs linked by themselves are unassigned' \
                '--no-allow-any-did-as-cli'\t'Any DID of the account may be shown as the caller; DIDs linked by themselves are unassigned' \
                '--on-cli-mismatch-action'\t'What happens to a call that shows another number: reject_call, replace_cli, send_original_cli, randomize_cli' \
                '--default-dst-action'\t'What holds for destinations not among dst_prefixes: allow_all, reject_all' \
                '--dst-prefixes'\t'Prefixes that are the exception from default_dst_action' \
                '--media-encryption-mode'\t'Encryption of the media: disabled, srtp_sdes, srtp_dtls, zrtp' \
                '--allowed-rtp-ips'\t'Addresses that media may come from, null is any; credentials_and_ip wants some' \
                '--force-symmetric-rtp'\t'Send media to where it comes from' \
                '--no-force-symmetric-rtp'\t'Send media to where it comes from' \
                '--rtp-ping'\t'Keep the media path open with packets' \
                '--no-rtp-ping'\t'Keep the media path open with packets' \
                '--rtp-timeout'\t'Seconds without media after which a call ends' \
                '--threshold-amount'\t'Spending in 24 hours that blocks the trunk, 0 to 100000, as a decimal string' \
                '--callback-url'\t'Where DIDWW reports that the trunk was blocked or unblocked' \
                '--emergency-enable-all'\t'Links every DID with emergency calling to the trunk' \
                '--no-emergency-enable-all'\t'Links every DID with emergency calling to the trunk' \
                '--auth'\t'How DIDWW knows that a call is yours: credentials_and_ip, twilio' \
                '--allowed-sip-ips'\t'Addresses that calls may come from, at most 15' \
                '--tech-prefix'\t'Taken off the dialled number' \
                '--twilio-account-sid'\t'Account SID at Twilio' \
                '--dids'\t'DIDs that may be shown as the caller' \
                '--emergency-dids'\t'DIDs that may place emergency calls' \
                '--default-did'\t'DID shown when the caller\'s number is replaced' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'options:trunks out update'
            set kind words
            set found \
                '--filter'\t'All that match, instead of REFs' \
                '-f'\t'All that match, instead of REFs' \
                '--name'\t'Its name' \
                '--status'\t'Blocked trunks place no calls: active, blocked' \
                '--external-reference-id'\t'Your own reference, at most 100 characters' \
                '--capacity-limit'\t'Most calls at once; null is no limit' \
                '--allow-any-did-as-cli'\t'Any DID of the account may be shown as the caller; DIDs linked by themselves are unassigned' \
                '--no-allow-any-did-as-cli'\t'Any DID of the account may be shown as the caller; DIDs linked by themselves are unassigned' \
                '--on-cli-mismatch-action'\t'What happens to a call that shows another number: reject_call, replace_cli, send_original_cli, randomize_cli' \
                '--default-dst-action'\t'What holds for destinations not among dst_prefixes: allow_all, reject_all' \
                '--dst-prefixes'\t'Prefixes that are the exception from default_dst_action' \
                '--add-dst-prefixes'\t'Put into: Prefixes that are the exception from default_dst_action' \
                '--remove-dst-prefixes'\t'Take out of: Prefixes that are the exception from default_dst_action' \
                '--media-encryption-mode'\t'Encryption of the media: disabled, srtp_sdes, srtp_dtls, zrtp' \
                '--allowed-rtp-ips'\t'Addresses that media may come from, null is any; credentials_and_ip wants some' \
                '--add-allowed-rtp-ips'\t'Put into: Addresses that media may come from, null is any; credentials_and_ip wants some' \
                '--remove-allowed-rtp-ips'\t'Take out of: Addresses that media may come from, null is any; credentials_and_ip wants some' \
                '--force-symmetric-rtp'\t'Send media to where it comes from' \
                '--no-force-symmetric-rtp'\t'Send media to where it comes from' \
                '--rtp-ping'\t'Keep the media path open with packets' \
                '--no-rtp-ping'\t'Keep the media path open with packets' \
                '--rtp-timeout'\t'Seconds without media after which a call ends' \
                '--threshold-amount'\t'Spending in 24 hours that blocks the trunk, 0 to 100000, as a decimal string' \
                '--callback-url'\t'Where DIDWW reports that the trunk was blocked or unblocked' \
                '--emergency-enable-all'\t'Links every DID with emergency calling to the trunk' \
                '--no-emergency-enable-all'\t'Links every DID with emergency calling to the trunk' \
                '--auth'\t'How DIDWW knows that a call is yours: credentials_and_ip, twilio' \
                '--allowed-sip-ips'\t'Addresses that calls may come from, at most 15' \
                '--add-allowed-sip-ips'\t'Put into: Addresses that calls may come from, at most 15' \
                '--remove-allowed-sip-ips'\t'Take out of: Addresses that calls may come from, at most 15' \
                '--tech-prefix'\t'Taken off the dialled number' \
                '--twilio-account-sid'\t'Account SID at Twilio' \
                '--dids'\t'DIDs that may be shown as the caller' \
                '--add-dids'\t'Add to: DIDs that may be shown as the caller' \
                '--remove-dids'\t'Take away from: DIDs that may be shown as the caller' \
                '--emergency-dids'\t'DIDs that may place emergency calls' \
                '--add-emergency-dids'\t'Add to: DIDs that may place emergency calls' \
                '--remove-emergency-dids'\t'Take away from: DIDs that may place emergency calls' \
                '--default-did'\t'DID shown when the caller\'s number is replaced' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--empty-clears'\t'Empty cells of CSV clear' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'options:trunks out regenerate-credentials' \
            'options:sms trunks regenerate-credentials' \
            'options:journal undo'
            set kind words
            set found \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'commands:pops'
            set kind words
            set found \
                'list'\t'List pops' \
                'get'\t'Show one or more pops'
        case 'arguments:pops get'
            set kind names
            set found \
                'pops'\t''
        case 'commands:capacity'
            set kind words
            set found \
                'pools'\t'Channels that you own, by set of countries' \
                'groups'\t'DIDs that share channels of a pool'
        case 'commands:capacity pools'
            set kind words
            set found \
                'list'\t'List capacity pools' \
                'get'\t'Show one or more capacity pools' \
                'update'\t'Change one or more capacity pools; only what differs is sent'
        case 'arguments:capacity pools get' \
            'arguments:capacity pools update' \
            'values:--capacity-pool' \
            'values:--did-capacity-pool'
            set kind names
            set found \
                'capacity_pools'\t''
        case 'options:capacity pools update'
            set kind words
            set found \
                '--filter'\t'All that match, instead of REFs' \
                '-f'\t'All that match, instead of REFs' \
                '--total-channels-count'\t'Channels you own: fewer gives them back, \'orders create --capacity-pool\' buys more' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--empty-clears'\t'Empty cells of CSV clear' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'commands:capacity groups'
            set kind words
            set found \
                'list'\t'List capacity groups' \
                'get'\t'Show one or more capacity groups' \
                'create'\t'Create a capacity group' \
                'update'\t'Change one or more capacity groups; only what differs is sent' \
                'delete'\t'Delete one or more capacity groups'
        case 'arguments:capacity groups get' \
            'arguments:capacity groups update' \
            'arguments:capacity groups delete' \
            'values:--shared-capacity-group'
            set kind names
            set found \
                'shared_capacity_groups'\t''
        case 'options:capacity groups create'
            set kind words
            set found \
                '--name'\t'Its name' \
                '--shared-channels-count'\t'Channels that the group takes from the pool' \
                '--metered-channels-count'\t'Channels charged by the minute when those are busy; null is none' \
                '--external-reference-id'\t'Your own reference, at most 100 characters' \
                '--capacity-pool'\t'Pool that its channels come from' \
                '--dids'\t'DIDs that it is for, of groups that allow additional channels' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'options:capacity groups update'
            set kind words
            set found \
                '--filter'\t'All that match, instead of REFs' \
                '-f'\t'All that match, instead of REFs' \
                '--name'\t'Its name' \
                '--shared-channels-count'\t'Channels that the group takes from the pool' \
                '--metered-channels-count'\t'Channels charged by the minute when those are busy; null is none' \
                '--external-reference-id'\t'Your own reference, at most 100 characters' \
                '--capacity-pool'\t'Pool that its channels come from' \
                '--dids'\t'DIDs that it is for, of groups that allow additional channels' \
                '--add-dids'\t'Add to: DIDs that it is for, of groups that allow additional channels' \
                '--remove-dids'\t'Take away from: DIDs that it is for, of groups that allow additional channels' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--empty-clears'\t'Empty cells of CSV clear' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'commands:sms'
            set kind words
            set found \
                'trunks'\t'Where messages go, and where they come from' \
                'groups'\t'Groups of SMS trunks, offered messages by priority' \
                'sender-ids'\t'Checks of the names and numbers that messages are sent from'
        case 'commands:sms trunks'
            set kind words
            set found \
                'list'\t'List sms trunks' \
                'get'\t'Show one or more sms trunks' \
                'create'\t'Create a SMS trunk' \
                'update'\t'Change one or more sms trunks; only what differs is sent' \
                'delete'\t'Delete one or more sms trunks' \
                'regenerate-credentials'\t'Make a new user name and password; the old ones end at once'
        case 'arguments:sms trunks get' \
            'arguments:sms trunks update' \
            'arguments:sms trunks delete' \
            'arguments:sms trunks regenerate-credentials 1' \
            'values:--sms-trunk'
            set kind names
            set found \
                'sms_trunks'\t''
        case 'options:sms trunks create'
            set kind words
            set found \
                '--name'\t'Its name, borne by no other SMS trunk or group' \
                '--external-reference-id'\t'Your own reference, at most 100 characters' \
                '--blocked'\t'No messages pass' \
                '--no-blocked'\t'No messages pass' \
                '--priority'\t'The higher is offered first; http_out has none' \
                '--allow-any-did-as-source'\t'Any of your DIDs may send; empties the outgoing DIDs' \
                '--no-allow-any-did-as-source'\t'Any of your DIDs may send; empties the outgoing DIDs' \
                '--email-send-to'\t'Addresses that they are sent to' \
                '--email-subject'\t'Subject; {SMS_SRC_ADDR} and its like are filled in' \
                '--email-message'\t'Text; {SMS_TEXT} and its like are filled in' \
                '--http-in-url'\t'Where they are sent' \
                '--http-in-http-method'\t'HTTP method: get, post, put' \
                '--http-in-query-parameters'\t'Parameters of the URL, as a JSON object' \
                '--http-in-headers'\t'Headers, as a JSON object' \
                '--http-in-body-type'\t'Form of the body; none with get: json, html_multipart, html_url_encoded, raw' \
                '--http-in-body'\t'Body; a JSON object for forms' \
                '--http-in-follow-redirect'\t'Follow redirects' \
                '--no-http-in-follow-redirect'\t'Follow redirects' \
                '--http-in-validate-https-certificate'\t'Refuse a wrong certificate' \
                '--no-http-in-validate-https-certificate'\t'Refuse a wrong certificate' \
                '--http-out-callback-url'\t'Where DIDWW reports what became of them' \
                '--http-out-allowed-ips'\t'Addresses that connections may come from' \
                '--esme-system-type'\t'SMPP system type' \
                '--esme-allowed-ips'\t'Addresses that connections may come from' \
                '--esme-server-location'\t'Where DIDWW\'s server stands, such as fra' \
                '--smsc-host'\t'Your SMSC' \
                '--smsc-tx-port'\t'Port to send to' \
                '--smsc-rx-port'\t'Port to receive from' \
                '--smsc-system-id'\t'SMPP user name' \
                '--smsc-password'\t'SMPP password' \
                '--smsc-system-type'\t'SMPP system type' \
                '--smsc-transceiver-mode'\t'One connection for both ways' \
                '--no-smsc-transceiver-mode'\t'One connection for both ways' \
                '--smsc-connection-timeout'\t'Seconds to wait for a connection' \
                '--smsc-use-ssl'\t'Connect by TLS' \
                '--no-smsc-use-ssl'\t'Connect by TLS' \
                '--smsc-server-location'\t'Where DIDWW\'s server stands, such as fra' \
                '--outgoing-dids'\t'DIDs that may send by it' \
                '--sms-trunk-group'\t'Group that it belongs to' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'options:sms trunks update'
            set kind words
            set found \
                '--filter'\t'All that match, instead of REFs' \
                '-f'\t'All that match, instead of REFs' \
                '--name'\t'Its name, borne by no other SMS trunk or group' \
                '--external-reference-id'\t'Your own reference, at most 100 characters' \
                '--blocked'\t'No messages pass' \
                '--no-blocked'\t'No messages pass' \
                '--priority'\t'The higher is offered first; http_out has none' \
                '--allow-any-did-as-source'\t'Any of your DIDs may send; empties the outgoing DIDs' \
                '--no-allow-any-did-as-source'\t'Any of your DIDs may send; empties the outgoing DIDs' \
                '--email-send-to'\t'Addresses that they are sent to' \
                '--email-subject'\t'Subject; {SMS_SRC_ADDR} and its like are filled in' \
                '--email-message'\t'Text; {SMS_TEXT} and its like are filled in' \
                '--http-in-url'\t'Where they are sent' \
                '--http-in-http-method'\t'HTTP method: get, post, put' \
                '--http-in-query-parameters'\t'Parameters of the URL, as a JSON object' \
                '--http-in-headers'\t'Headers, as a JSON object' \
                '--http-in-body-type'\t'Form of the body; none with get: json, html_multipart, html_url_encoded, raw' \
                '--http-in-body'\t'Body; a JSON object for forms' \
                '--http-in-follow-redirect'\t'Follow redirects' \
                '--no-http-in-follow-redirect'\t'Follow redirects' \
                '--http-in-validate-https-certificate'\t'Refuse a wrong certificate' \
                '--no-http-in-validate-https-certificate'\t'Refuse a wrong certificate' \
                '--http-out-callback-url'\t'Where DIDWW reports what became of them' \
                '--http-out-allowed-ips'\t'Addresses that connections may come from' \
                '--add-http-out-allowed-ips'\t'Put into: Addresses that connections may come from' \
                '--remove-http-out-allowed-ips'\t'Take out of: Addresses that connections may come from' \
                '--esme-system-type'\t'SMPP system type' \
                '--esme-allowed-ips'\t'Addresses that connections may come from' \
                '--add-esme-allowed-ips'\t'Put into: Addresses that connections may come from' \
                '--remove-esme-allowed-ips'\t'Take out of: Addresses that connections may come from' \
                '--esme-server-location'\t'Where DIDWW\'s server stands, such as fra' \
                '--smsc-host'\t'Your SMSC' \
                '--smsc-tx-port'\t'Port to send to' \
                '--smsc-rx-port'\t'Port to receive from' \
                '--smsc-system-id'\t'SMPP user name' \
                '--smsc-password'\t'SMPP password' \
                '--smsc-system-type'\t'SMPP system type' \
                '--smsc-transceiver-mode'\t'One connection for both ways' \
                '--no-smsc-transceiver-mode'\t'One connection for both ways' \
                '--smsc-connection-timeout'\t'Seconds to wait for a connection' \
                '--smsc-use-ssl'\t'Connect by TLS' \
                '--no-smsc-use-ssl'\t'Connect by TLS' \
                '--smsc-server-location'\t'Where DIDWW\'s server stands, such as fra' \
                '--outgoing-dids'\t'DIDs that may send by it' \
                '--add-outgoing-dids'\t'Add to: DIDs that may send by it' \
                '--remove-outgoing-dids'\t'Take away from: DIDs that may send by it' \
                '--sms-trunk-group'\t'Group that it belongs to' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--empty-clears'\t'Empty cells of CSV clear' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'commands:sms groups'
            set kind words
            set found \
                'list'\t'List sms groups' \
                'get'\t'Show one or more sms groups' \
                'create'\t'Create a SMS trunk group' \
                'update'\t'Change one or more sms groups; only what differs is sent' \
                'delete'\t'Delete one or more sms groups'
        case 'arguments:sms groups get' \
            'arguments:sms groups update' \
            'arguments:sms groups delete' \
            'values:--sms-trunk-group'
            set kind names
            set found \
                'sms_trunk_groups'\t''
        case 'options:sms groups create'
            set kind words
            set found \
                '--name'\t'Its name, borne by no other SMS trunk or group' \
                '--external-reference-id'\t'Your own reference, at most 100 characters' \
                '--sms-trunks'\t'Trunks in the group, each in one group alone' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'options:sms groups update'
            set kind words
            set found \
                '--filter'\t'All that match, instead of REFs' \
                '-f'\t'All that match, instead of REFs' \
                '--name'\t'Its name, borne by no other SMS trunk or group' \
                '--external-reference-id'\t'Your own reference, at most 100 characters' \
                '--sms-trunks'\t'Trunks in the group, each in one group alone' \
                '--add-sms-trunks'\t'Add to: Trunks in the group, each in one group alone' \
                '--remove-sms-trunks'\t'Take away from: Trunks in the group, each in one group alone' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--empty-clears'\t'Empty cells of CSV clear' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'commands:sms sender-ids'
            set kind words
            set found \
                'list'\t'List sms sender ids' \
                'get'\t'Show one or more sms sender ids' \
                'update'\t'Change one or more sms sender-ids; only what differs is sent'
        case 'options:sms sender-ids update'
            set kind words
            set found \
                '--filter'\t'All that match, instead of REFs' \
                '-f'\t'All that match, instead of REFs' \
                '--name'\t'Its name' \
                '--sms-trunk'\t'Trunk that they send by; without one nothing is sent' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--empty-clears'\t'Empty cells of CSV clear' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'commands:orders'
            set kind words
            set found \
                'list'\t'List orders' \
                'get'\t'Show one or more orders' \
                'create'\t'Buy numbers and channels' \
                'update'\t'Change one or more orders; only what differs is sent' \
                'cancel'\t'Cancel one or more orders' \
                'wait'\t'Wait until it is completed, and show it'
        case 'arguments:orders get' \
            'arguments:orders update' \
            'arguments:orders cancel' \
            'arguments:orders wait'
            set kind names
            set found \
                'orders'\t''
        case 'options:orders create'
            set kind words
            set found \
                '--sku'\t'Stock keeping unit to buy by; found by itself for what names a DID group' \
                '--qty'\t'How many numbers or channels' \
                '--available-did'\t'Buy this number, by number or id; repeatable' \
                '--reservation'\t'Buy the number of a reservation; repeatable' \
                '--nanpa-prefix'\t'Numbers of this NANPA prefix; one, without --qty' \
                '--did-group'\t'Numbers of this DID group: finds the SKU' \
                '--channels'\t'Choose the SKU that includes so many channels' \
                '--billing-cycles-count'\t'Renewals, 0 to 999; for ever without it' \
                '--capacity-pool'\t'Buy channels of this pool, by name or id' \
                '--item'\t'A further item, by the names of these options without dashes; repeatable' \
                '--callback-url'\t'Where DIDWW reports a change of status' \
                '--callback-method'\t'HTTP method of the callback: get, post' \
                '--external-reference-id'\t'Your own reference, drawn if not given: what is there under it is not ordered again' \
                '--allow-back-ordering'\t'Take numbers that are not in stock too: charged now, delivered later' \
                '--no-allow-back-ordering'\t'Take numbers that are not in stock too: charged now, delivered later' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--description'\t'Your own note' \
                '--capacity-limit'\t'Most calls at once; null is no limit' \
                '--dedicated-channels-count'\t'Further channels that only this DID uses' \
                '--did-capacity-pool'\t'Pool that its channels come from' \
                '--shared-capacity-group'\t'Group that it shares channels with' \
                '--address-verification'\t'Verification that registered it' \
                '--voice-in-trunk'\t'Trunk that its calls go to' \
                '--voice-in-trunk-group'\t'Trunk group that its calls go to' \
                '--sms-trunk'\t'SMS trunk that its messages go to' \
                '--sms-trunk-group'\t'Group of SMS trunks that its messages go to' \
                '--emergency-calling-service'\t'Emergency service of it' \
                '--dids'\t'Show the DIDs in place of the order: their ids with -o ids' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask' \
                '--wait'\t'Wait until it is completed or canceled, then list the new DIDs' \
                '--wait-timeout'\t'Time to wait at most; 600 by default'
        case 'options:orders update' \
            'options:exports update' \
            'options:emergency verifications update' \
            'options:address-verifications update' \
            'options:proofs update' \
            'options:documents update'
            set kind words
            set found \
                '--filter'\t'All that match, instead of REFs' \
                '-f'\t'All that match, instead of REFs' \
                '--external-reference-id'\t'Your own reference, at most 100 characters' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--empty-clears'\t'Empty cells of CSV clear' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'options:orders wait' \
            'options:exports wait' \
            'options:emergency verifications wait' \
            'options:address-verifications wait'
            set kind words
            set found \
                '--wait-timeout'\t'Time to wait at most; 600 by default'
        case 'commands:exports'
            set kind words
            set found \
                'list'\t'List exports' \
                'get'\t'Show one or more exports' \
                'create'\t'Create a CDR export' \
                'update'\t'Change one or more exports; only what differs is sent' \
                'wait'\t'Wait until it is completed, and show it' \
                'download'\t'Download the file of an export, or of several joined in order: whole and checked, or not at all'
        case 'options:exports create'
            set kind words
            set found \
                '--type'\t'Which calls or messages' \
                '--export-type'\t'Which calls or messages' \
                '--from'\t'First moment: a date, a time, yesterday, last-month' \
                '--to'\t'First moment that no longer counts; now, or the end of the month' \
                '--did'\t'Calls to this DID alone (cdr_in)' \
                '--voice-out-trunk'\t'Calls through this trunk alone (cdr_out)' \
                '--filter'\t'Only what matches; \'didww schema exports\' lists the keys of each type' \
                '-f'\t'Only what matches; \'didww schema exports\' lists the keys of each type' \
                '--callback-url'\t'Where DIDWW reports that it is done' \
                '--callback-method'\t'HTTP method of the callback' \
                '--external-reference-id'\t'Your own reference, drawn if not given: what is there under it is not created again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'This never asks' \
                '-y'\t'This never asks' \
                '--wait'\t'Wait until the export is completed' \
                '--wait-timeout'\t'Time to wait at most; 600 by default' \
                '--download'\t'Wait, and download into FILE; - is standard output' \
                '--gunzip'\t'Unpack it; done by itself for a FILE that ends in .csv' \
                '--force'\t'Replace a FILE that exists'
        case 'options:exports download'
            set kind words
            set found \
                '--to'\t'Where to; - is standard output' \
                '--gunzip'\t'Unpack it; done by itself for a FILE that ends in .csv' \
                '--force'\t'Replace a FILE that exists' \
                '--wait'\t'Wait until the exports are completed' \
                '--wait-timeout'\t'Time to wait at most; 600 by default'
        case 'commands:emergency'
            set kind words
            set found \
                'register'\t'Get emergency calls for DIDs: shows plan and price, asks, checks what is asked for, hands in once' \
                'status'\t'Show how far each emergency service is: what happened, its numbers and price, and what to do next' \
                'gaps'\t'List the DIDs without an emergency service that could have one: active, with the feature' \
                'requirements'\t'What each country asks for before emergency calls work' \
                'services'\t'Emergency calling of your DIDs' \
                'verifications'\t'Reviews of addresses for emergency calls'
        case 'options:emergency register'
            set kind words
            set found \
                '--did'\t'DIDs of a new service; repeatable' \
                '--service'\t'A service that gets another address, in place of --did' \
                '--address'\t'Address that emergency calls come from' \
                '--identity'\t'Whose address it is, to be sure of it' \
                '--callback-url'\t'Where DIDWW reports a change of status' \
                '--callback-method'\t'HTTP method of the callback: get, post' \
                '--external-reference-id'\t'Your own reference, drawn if not given: handed in once under it' \
                '--wait'\t'Wait until it is active, or rejected (exit 10)' \
                '--wait-timeout'\t'Time to wait at most; 600 by default' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'options:emergency status'
            set kind words
            set found \
                '--did'\t'Of these DIDs alone; repeatable'
        case 'options:emergency gaps'
            set kind words
            set found \
                '--filter'\t'Only what matches; repeatable' \
                '-f'\t'Only what matches; repeatable' \
                '--sort'\t'Order; - before it reverses' \
                '-s'\t'Order; - before it reverses' \
                '--columns'\t'Columns, also dotted: did_group.area_name' \
                '-c'\t'Columns, also dotted: did_group.area_name' \
                '--limit'\t'At most so many' \
                '-n'\t'At most so many'
        case 'commands:emergency requirements'
            set kind words
            set found \
                'list'\t'List emergency requirements' \
                'get'\t'Show one or more emergency requirements' \
                'check'\t'See whether an identity and an address fulfil an emergency requirement'
        case 'options:emergency requirements check' \
            'options:address-requirements check'
            set kind words
            set found \
                '--identity'\t'Identity to check' \
                '--address'\t'Address to check' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'This never asks' \
                '-y'\t'This never asks'
        case 'commands:emergency services'
            set kind words
            set found \
                'list'\t'List emergency services' \
                'get'\t'Show one or more emergency services' \
                'cancel'\t'Cancel one or more emergency services'
        case 'arguments:emergency services get' \
            'arguments:emergency services cancel' \
            'values:--emergency-calling-service' \
            'values:emergency register --service'
            set kind names
            set found \
                'emergency_calling_services'\t''
        case 'commands:emergency verifications'
            set kind words
            set found \
                'list'\t'List emergency verifications' \
                'get'\t'Show one or more emergency verifications' \
                'create'\t'Create an emergency verification' \
                'update'\t'Change one or more emergency verifications; only what differs is sent' \
                'wait'\t'Wait until it is approved, and show it'
        case 'options:emergency verifications create'
            set kind words
            set found \
                '--callback-url'\t'Where DIDWW reports a change of status' \
                '--callback-method'\t'HTTP method of the callback: get, post' \
                '--external-reference-id'\t'Your own reference, at most 100 characters' \
                '--address'\t'The address' \
                '--emergency-calling-service'\t'Service that gets this address (new, changes_required or active); without it the DIDs get a new one' \
                '--dids'\t'DIDs of a new service: active, with the feature emergency, of one country and type, in no service' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask' \
                '--wait'\t'Wait for the review; exit 10 where it is rejected' \
                '--wait-timeout'\t'Time to wait at most; 600 by default'
        case 'commands:identities'
            set kind words
            set found \
                'list'\t'List identities' \
                'get'\t'Show one or more identities' \
                'create'\t'Create an identity' \
                'update'\t'Change one or more identities; only what differs is sent' \
                'delete'\t'Delete one or more identities'
        case 'arguments:identities get' \
            'arguments:identities update' \
            'arguments:identities delete' \
            'values:--identity'
            set kind names
            set found \
                'identities'\t''
        case 'options:identities create'
            set kind words
            set found \
                '--identity-type'\t'A person or a company: personal, business' \
                '--first-name'\t'First name' \
                '--last-name'\t'Last name' \
                '--phone-number'\t'Phone number to reach them, digits only' \
                '--contact-email'\t'Address for e-mail' \
                '--company-name'\t'Name of the company; a business identity needs it' \
                '--company-reg-number'\t'Number in the company register' \
                '--vat-id'\t'VAT number' \
                '--id-number'\t'Number of the passport or identity card' \
                '--personal-tax-id'\t'Tax number of the person' \
                '--birth-date'\t'Date of birth' \
                '--description'\t'Your own note' \
                '--external-reference-id'\t'Your own reference, at most 100 characters' \
                '--country'\t'Its country' \
                '--birth-country'\t'Country of birth' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'options:identities update'
            set kind words
            set found \
                '--filter'\t'All that match, instead of REFs' \
                '-f'\t'All that match, instead of REFs' \
                '--first-name'\t'First name' \
                '--last-name'\t'Last name' \
                '--phone-number'\t'Phone number to reach them, digits only' \
                '--contact-email'\t'Address for e-mail' \
                '--company-name'\t'Name of the company; a business identity needs it' \
                '--company-reg-number'\t'Number in the company register' \
                '--vat-id'\t'VAT number' \
                '--id-number'\t'Number of the passport or identity card' \
                '--personal-tax-id'\t'Tax number of the person' \
                '--birth-date'\t'Date of birth' \
                '--description'\t'Your own note' \
                '--external-reference-id'\t'Your own reference, at most 100 characters' \
                '--country'\t'Its country' \
                '--birth-country'\t'Country of birth' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--empty-clears'\t'Empty cells of CSV clear' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'commands:addresses'
            set kind words
            set found \
                'list'\t'List addresses' \
                'get'\t'Show one or more addresses' \
                'create'\t'Create an address' \
                'update'\t'Change one or more addresses; only what differs is sent' \
                'delete'\t'Delete one or more addresses'
        case 'arguments:addresses get' \
            'arguments:addresses update' \
            'arguments:addresses delete' \
            'values:emergency register --address' \
            'values:emergency requirements check --address' \
            'values:emergency verifications create --address' \
            'values:address-requirements check --address' \
            'values:address-verifications create --address' \
            'values:requirements --address' \
            'values:register --address'
            set kind names
            set found \
                'addresses'\t''
        case 'options:addresses create'
            set kind words
            set found \
                '--address'\t'Street and house number' \
                '--city-name'\t'Town' \
                '--postal-code'\t'Postal code' \
                '--description'\t'Your own note' \
                '--external-reference-id'\t'Your own reference, at most 100 characters' \
                '--identity'\t'Person or company behind it' \
                '--country'\t'Its country' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'options:addresses update'
            set kind words
            set found \
                '--filter'\t'All that match, instead of REFs' \
                '-f'\t'All that match, instead of REFs' \
                '--address'\t'Street and house number' \
                '--city-name'\t'Town' \
                '--postal-code'\t'Postal code' \
                '--description'\t'Your own note' \
                '--external-reference-id'\t'Your own reference, at most 100 characters' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--empty-clears'\t'Empty cells of CSV clear' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'commands:address-requirements'
            set kind words
            set found \
                'list'\t'List address requirements' \
                'get'\t'Show one or more address requirements' \
                'check'\t'See whether an identity and an address fulfil an address requirement'
        case 'commands:address-verifications'
            set kind words
            set found \
                'list'\t'List address verifications' \
                'get'\t'Show one or more address verifications' \
                'create'\t'Create an address verification' \
                'update'\t'Change one or more address-verifications; only what differs is sent' \
                'wait'\t'Wait until it is approved, and show it'
        case 'arguments:address-verifications get' \
            'arguments:address-verifications update' \
            'arguments:address-verifications wait' \
            'values:--address-verification'
            set kind names
            set found \
                'address_verifications'\t''
        case 'options:address-verifications create'
            set kind words
            set found \
                '--service-description'\t'What the numbers are for' \
                '--callback-url'\t'Where DIDWW reports a change of status' \
                '--callback-method'\t'HTTP method of the callback: get, post' \
                '--external-reference-id'\t'Your own reference, at most 100 characters' \
                '--address'\t'The address' \
                '--dids'\t'DIDs that it is for' \
                '--onetime-files'\t'Uploaded forms for this one verification; sent only' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask' \
                '--wait'\t'Wait for the review; exit 10 where it is rejected' \
                '--wait-timeout'\t'Time to wait at most; 600 by default'
        case 'commands:proofs'
            set kind words
            set found \
                'list'\t'List proofs' \
                'get'\t'Show one or more proofs' \
                'create'\t'Create a proof' \
                'update'\t'Change one or more proofs; only what differs is sent' \
                'delete'\t'Delete one or more proofs' \
                'add'\t'Hand in a proof from plain files: encrypted, uploaded and created, each once'
        case 'options:proofs create'
            set kind words
            set found \
                '--external-reference-id'\t'Your own reference, at most 100 characters' \
                '--proof-type'\t'Kind of document' \
                '--entity'\t'Identity or address that it proves' \
                '--files'\t'Uploaded files; sent only, never shown again' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'options:proofs add'
            set kind words
            set found \
                '--entity'\t'Identity or address that it proves' \
                '--proof-type'\t'Kind of document' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'This never asks' \
                '-y'\t'This never asks'
        case 'arguments:proofs add' \
            'arguments:documents add' \
            'arguments:files upload' \
            'arguments:files encrypt 1' \
            'arguments:snapshot save 1' \
            'arguments:snapshot diff 1' \
            'arguments:snapshot diff 2' \
            'arguments:snapshot apply 1' \
            'arguments:cdr summary' \
            'arguments:webhook verify' \
            'arguments:webhook replay' \
            'values:--data' \
            'values:--input' \
            'values:--results' \
            'values:--resume' \
            'values:exports download --to' \
            'values:files encrypt --to' \
            'values:prices download --to' \
            'values:--download' \
            'values:--public-key' \
            'values:--document' \
            'values:--body' \
            'values:--save' \
            'values:--seed-file' \
            'values:--state' \
            'values:--man'
            set kind files
            set found
        case 'commands:proof-types'
            set kind words
            set found \
                'list'\t'List proof types' \
                'get'\t'Show one or more proof types'
        case 'commands:documents'
            set kind words
            set found \
                'list'\t'List documents' \
                'get'\t'Show one or more documents' \
                'create'\t'Create a document' \
                'update'\t'Change one or more documents; only what differs is sent' \
                'delete'\t'Delete one or more documents' \
                'add'\t'Hand in a document from plain files: encrypted, uploaded and created, each once'
        case 'options:documents create'
            set kind words
            set found \
                '--external-reference-id'\t'Your own reference, at most 100 characters' \
                '--template'\t'Form that was filled in' \
                '--identity'\t'Person or company behind it' \
                '--files'\t'Uploaded files; sent only, never shown again' \
                '--set'\t'Any attribute; JSON values; null clears' \
                '--unset'\t'Clear it: send null' \
                '--data'\t'A flat JSON object as \'get -o json\' prints it; - is stdin' \
                '--input'\t'Rows of CSV or JSON lines (ref and members; an empty cell changes nothing, null clears); - is stdin' \
                '--continue-on-error'\t'Go on after a failure' \
                '--results'\t'Where the outcome of each row goes, as JSON lines' \
                '--resume'\t'Go on after a stop; FILE is what --results wrote' \
                '--settle'\t'With --resume: what became of a row whose outcome is unknown; a failed one is tried again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'options:documents add'
            set kind words
            set found \
                '--identity'\t'Person or company behind it' \
                '--template'\t'Form that was filled in' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'This never asks' \
                '-y'\t'This never asks'
        case 'commands:document-templates'
            set kind words
            set found \
                'list'\t'List document templates' \
                'get'\t'Show one or more document templates'
        case 'commands:files'
            set kind words
            set found \
                'list'\t'List files' \
                'get'\t'Show one or more files' \
                'delete'\t'Delete one or more files' \
                'upload'\t'Encrypt documents with the account\'s public keys and upload them' \
                'encrypt'\t'Encrypt a document as an upload would, without uploading it, and print the fingerprint of the keys'
        case 'options:files upload'
            set kind words
            set found \
                '--description'\t'Your own note' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'This never asks' \
                '-y'\t'This never asks'
        case 'options:files encrypt'
            set kind words
            set found \
                '--to'\t'Where to; - is standard output' \
                '--public-key'\t'PEM file of a public key; twice, in the order of \'didww public-keys list\'' \
                '--force'\t'Replace a FILE that exists'
        case 'commands:public-keys'
            set kind words
            set found \
                'list'\t'List public keys'
        case 'commands:numbers'
            set kind words
            set found \
                'search'\t'What is on sale: prices of areas and kinds of numbers, or with --numbers single numbers' \
                'buy'\t'Buy numbers and set them up: finds, shows the cost, asks, orders once, waits, assigns'
        case 'options:numbers search'
            set kind words
            set found \
                '--country'\t'In this country: ISO code or name' \
                '--region'\t'In this state or province: code or name; with --country' \
                '--city'\t'In this city' \
                '--area'\t'In the area of this name, as DID groups have it' \
                '--type'\t'local, national, mobile, toll_free, shared_cost, global' \
                '--features'\t'With all of these: voice_in, voice_out, t38, sms_in, p2p, a2p, emergency, cnam_out' \
                '--prefix'\t'Beginning so, with the country code or without' \
                '--nanpa'\t'Of this area and exchange code of North America' \
                '--contains'\t'Single numbers with these digits in them' \
                '--no-registration'\t'That work without documents alone' \
                '--max-monthly'\t'That cost no more each month, without VAT' \
                '--channels'\t'Whose price covers so many calls at once' \
                '--numbers'\t'Single numbers instead of areas: a new draw each time' \
                '--sort'\t'By price, or by a column' \
                '-s'\t'By price, or by a column' \
                '--columns'\t'Columns, also dotted: did_group.area_name' \
                '-c'\t'Columns, also dotted: did_group.area_name' \
                '--limit'\t'At most so many' \
                '-n'\t'At most so many' \
                '--fresh'\t'Read places and coverage again, which are kept for an hour'
        case 'options:numbers buy'
            set kind words
            set found \
                '--country'\t'In this country: ISO code or name' \
                '--region'\t'In this state or province: code or name; with --country' \
                '--city'\t'In this city' \
                '--area'\t'In the area of this name, as DID groups have it' \
                '--type'\t'local, national, mobile, toll_free, shared_cost, global' \
                '--features'\t'With all of these: voice_in, voice_out, t38, sms_in, p2p, a2p, emergency, cnam_out' \
                '--prefix'\t'Beginning so, with the country code or without' \
                '--nanpa'\t'Of this area and exchange code of North America' \
                '--contains'\t'Single numbers with these digits in them' \
                '--no-registration'\t'That work without documents alone' \
                '--max-monthly'\t'That cost no more each month, without VAT' \
                '--channels'\t'Whose price covers so many calls at once' \
                '--qty'\t'How many numbers; 1 by default' \
                '--trunk'\t'Where calls go, or SMS; one of each at most' \
                '--description'\t'Your own note to each of them' \
                '--capacity-pool'\t'Pool that their channels come from' \
                '--cycles'\t'Renewals, 0 to 999; for ever without it' \
                '--reserve'\t'Hold single numbers before the question; DIDWW holds 10 at a time' \
                '--max-total'\t'Buy nothing if it costs more now, without VAT' \
                '--external-reference-id'\t'Your own reference: ordered once under it' \
                '--wait-timeout'\t'Time to wait at most; 600 by default' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'options:requirements'
            set kind words
            set found \
                '--did'\t'For this DID' \
                '--did-group'\t'For the numbers of this DID group' \
                '--country'\t'For the numbers of this country; with --type' \
                '--type'\t'local, national, mobile, toll_free, shared_cost, global' \
                '--emergency'\t'For emergency calls' \
                '--identity'\t'What of it this person or company has; exit 10 if not all' \
                '--address'\t'The same of this address' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'This never asks' \
                '-y'\t'This never asks'
        case 'options:register'
            set kind words
            set found \
                '--identity'\t'Whom they are registered to' \
                '--address'\t'Where; one of the identity\'s addresses' \
                '--document'\t'A JPG, PNG or PDF and what it is (\'didww requirements\' says what is taken); repeatable' \
                '--service-description'\t'What the numbers are for' \
                '--callback-url'\t'Where DIDWW reports a change of status' \
                '--callback-method'\t'HTTP method of the callback: get, post' \
                '--external-reference-id'\t'Your own reference, drawn if not given: what is there under it is not submitted again' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask' \
                '--wait'\t'Wait for the review; exit 10 where it is rejected' \
                '--wait-timeout'\t'Time to wait at most; 600 by default'
        case 'options:route'
            set kind words
            set found \
                '--filter'\t'Those that match; repeatable' \
                '-f'\t'Those that match; repeatable' \
                '--ends-nowhere'\t'Only those that no call gets through to; exit code 10 if any'
        case 'options:check'
            set kind words
            set found \
                '--only'\t'These checks alone; repeatable, or parted by commas' \
                '--ignore'\t'All but these: low-balance, money-days, no-route, blocked, registration, cancelled, expiring, last-cycle, trunk-blocked, trunk-spending, group-empty, sms-trunk-blocked, sms-group-empty, sender-changes, capacity, address-rejected, emergency-rejected, emergency-changes, document-expiring, file-expiring, order-pending, reservation-lapsing' \
                '--min-balance'\t'Money below which something is amiss; 0 by default' \
                '--days'\t'How long before its end something is told; 14 by default' \
                '--share'\t'Share of a trunk\'s spending limit at which that is told; 80 by default'
        case 'options:status'
            set kind words
            set found \
                '--watch'\t'Look again and again, until Ctrl-C'
        case 'commands:snapshot'
            set kind words
            set found \
                'save'\t'Write what can be written of numbers, trunks and groups to a file: by name, sorted, without secrets' \
                'diff'\t'Show what the account, or another file, has otherwise than a file; exit code 10 where something differs' \
                'apply'\t'Make the account as a file says: a plan, a question, then what others need first'
        case 'options:snapshot save' \
            'options:snapshot diff'
            set kind words
            set found \
                '--only'\t'Only these nouns: dids, trunks, \'trunks in\', capacity'
        case 'options:snapshot apply'
            set kind words
            set found \
                '--only'\t'Only these nouns: dids, trunks, \'trunks in\', capacity' \
                '--number'\t'Only this number; repeatable' \
                '--delete'\t'Delete what the file does not have; numbers are never cancelled by it' \
                '--skip-unmapped'\t'Leave out what this account cannot have' \
                '--results'\t'Where the outcome of each step goes, as JSON lines' \
                '--continue-on-error'\t'Go on after a failure' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'Do not ask' \
                '-y'\t'Do not ask'
        case 'commands:journal'
            set kind words
            set found \
                'list'\t'List what this machine wrote, the newest first' \
                'show'\t'Show one entry, with what was there before and after it' \
                'undo'\t'Put updates back as they were, the newest first, where what they wrote is still there'
        case 'options:journal list'
            set kind words
            set found \
                '--ref'\t'Only what was done to this, by its name or id' \
                '--since'\t'Only what was done since then: 2h, today, 2026-01-31' \
                '--limit'\t'At most so many, the newest' \
                '-n'\t'At most so many, the newest'
        case 'commands:prices'
            set kind words
            set found \
                'lookup'\t'Look up what calls or SMS to a number cost' \
                'download'\t'Download all prices of a plan as gzipped CSV: whole or not at all'
        case 'options:prices lookup'
            set kind words
            set found \
                '--service'\t'Whose prices; voice-in by default' \
                '--from-country'\t'Where the call comes from, such as GB; for voice-in' \
                '--to-country'\t'Where the SMS goes, with a number or instead of one; for SMS' \
                '--columns'\t'Columns, such as country,rate' \
                '-c'\t'Columns, such as country,rate'
        case 'options:prices download'
            set kind words
            set found \
                '--service'\t'Whose prices; voice-in by default' \
                '--to'\t'Where to; - is standard output' \
                '--gunzip'\t'Unpack it; done by itself for a FILE that ends in .csv' \
                '--force'\t'Replace a FILE that exists and was not put there by this command'
        case 'options:costs'
            set kind words
            set found \
                '--ends'\t'Only what ends or renews when'
        case 'commands:cdr'
            set kind words
            set found \
                'summary'\t'Sum up call records of files, or of a period, which are exported, waited for and read'
        case 'options:cdr summary'
            set kind words
            set found \
                '--by'\t'One row for each: did, the DID that was called; trunk, the trunk that took the call; group, the trunk group; country, the other end\'s country; network, the other end\'s network; source, who called; destination, where the call went; code, the code it ended with; response, the same in words; initiator, who ended it; status, what became of it; attempt, which try at the same call it was; type, the type of call; month, the month, UTC; day, the day, UTC; hour, the hour of the day, UTC' \
                '--sort'\t'Order: by a key or by what is counted; - before it reverses' \
                '-s'\t'Order: by a key or by what is counted; - before it reverses' \
                '--limit'\t'At most so many rows; the total is of all' \
                '-n'\t'At most so many rows; the total is of all' \
                '--title'\t'What a column is called that is not found: start, connect, duration, cost, or a key' \
                '--type'\t'Which calls; cdr_in by default, cdr_out with --voice-out-trunk' \
                '--export-type'\t'Which calls; cdr_in by default, cdr_out with --voice-out-trunk' \
                '--from'\t'First moment: a date, a time, yesterday, last-month' \
                '--to'\t'First moment that no longer counts; now, or the end of the month' \
                '--did'\t'Calls to this DID alone (cdr_in)' \
                '--voice-out-trunk'\t'Calls through this trunk alone (cdr_out)' \
                '--filter'\t'Only what matches; \'didww schema exports\' lists the keys of each type' \
                '-f'\t'Only what matches; \'didww schema exports\' lists the keys of each type' \
                '--external-reference-id'\t'Your own reference, drawn if not given: what is there under it is not created again' \
                '--wait-timeout'\t'Time to wait at most; 600 by default' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'This never asks' \
                '-y'\t'This never asks'
        case 'commands:webhook'
            set kind words
            set found \
                'verify'\t'See whether the signatures of captured callbacks are right, and why not' \
                'sign'\t'Print the signature header of a callback' \
                'send'\t'Send a signed event to a URL, as DIDWW would' \
                'replay'\t'Send captured callbacks again: as they were, or signed anew' \
                'listen'\t'Receive callbacks on this machine and verify them'
        case 'options:webhook verify'
            set kind words
            set found \
                '--url'\t'The whole URL that DIDWW called, instead of the captures\'' \
                '--signature'\t'The signature, with --url and without a capture' \
                '--param'\t'A parameter of it; repeatable' \
                '--body'\t'Its body' \
                '--method'\t'Its method' \
                '--base-url'\t'Scheme, host and port that DIDWW called (behind a proxy)' \
                '--secret-env'\t'Variable that holds a secret; repeatable' \
                '--all-profiles'\t'With the secrets of all profiles'
        case 'options:webhook sign'
            set kind words
            set found \
                '--param'\t'A parameter; repeatable' \
                '--body'\t'A body instead of parameters' \
                '--method'\t'Method; post by default' \
                '--secret-env'\t'Variable that holds a secret to sign with'
        case 'options:webhook send'
            set kind words
            set found \
                '--event'\t'One of order-completed, order-canceled, export-completed, address-verification-approved, address-verification-rejected, emergency-verification-approved, emergency-verification-rejected, trunk-blocked, trunk-unblocked' \
                '--method'\t'Method; post by default' \
                '--id'\t'Id of what the event is about; drawn if not given' \
                '--param'\t'A parameter; repeatable' \
                '--repeat'\t'Repeat until it is accepted, when DIDWW would' \
                '--repeat-scale'\t'Waits between repeats times this' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'This never asks' \
                '-y'\t'This never asks' \
                '--secret-env'\t'Variable that holds a secret to sign with'
        case 'options:webhook replay'
            set kind words
            set found \
                '--sign'\t'Sign for this URL with the profile\'s secret' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'This never asks' \
                '-y'\t'This never asks' \
                '--secret-env'\t'Variable that holds a secret to sign with'
        case 'options:webhook listen'
            set kind words
            set found \
                '--port'\t'Port to listen on; 0 takes a free one' \
                '--host'\t'Address to listen on' \
                '--allow-remote'\t'Listen where other machines can reach it' \
                '--path'\t'Take requests to this path alone' \
                '--public-url'\t'URL that was given to DIDWW, where it differs' \
                '--forward-to'\t'Send what is right on to this URL, and answer as it does' \
                '--save'\t'Keep each request as a file that \'verify\' reads' \
                '--secret-env'\t'Variable that holds a secret; repeatable' \
                '--all-profiles'\t'With the secrets of all profiles'
        case 'options:api'
            set kind words
            set found \
                '--field'\t'A query parameter; in the body of a write' \
                '-F'\t'A query parameter; in the body of a write' \
                '--data'\t'Body of the request; - is standard input' \
                '--paginate'\t'Follow all pages and join them' \
                '--include-headers'\t'Status and headers of the answer first' \
                '--dry-run'\t'Show the request instead of sending it' \
                '--yes'\t'This never asks' \
                '-y'\t'This never asks'
        case 'arguments:api 1'
            set kind words
            set found \
                'GET'\t'' \
                'POST'\t'' \
                'PATCH'\t'' \
                'DELETE'\t'' \
                'PUT'\t'' \
                'HEAD'\t''
        case 'arguments:api 2'
            set kind words
            set found \
                '/dids'\t'' \
                '/did_groups'\t'' \
                '/did_group_types'\t'' \
                '/available_dids'\t'' \
                '/nanpa_prefixes'\t'' \
                '/did_reservations'\t'' \
                '/did_history'\t'' \
                '/countries'\t'' \
                '/regions'\t'' \
                '/cities'\t'' \
                '/areas'\t'' \
                '/voice_in_trunks'\t'' \
                '/voice_in_trunk_groups'\t'' \
                '/voice_out_trunks'\t'' \
                '/voice_out_trunk_regenerate_credentials'\t'' \
                '/pops'\t'' \
                '/capacity_pools'\t'' \
                '/shared_capacity_groups'\t'' \
                '/sms_trunks'\t'' \
                '/sms_trunk_regenerate_credentials'\t'' \
                '/sms_trunk_groups'\t'' \
                '/sender_id_verifications'\t'' \
                '/orders'\t'' \
                '/balance'\t'' \
                '/exports'\t'' \
                '/emergency_requirements'\t'' \
                '/emergency_requirement_validations'\t'' \
                '/emergency_calling_services'\t'' \
                '/emergency_verifications'\t'' \
                '/identities'\t'' \
                '/addresses'\t'' \
                '/address_requirements'\t'' \
                '/address_requirement_validations'\t'' \
                '/address_verifications'\t'' \
                '/proofs'\t'' \
                '/proof_types'\t'' \
                '/permanent_supporting_documents'\t'' \
                '/supporting_document_templates'\t'' \
                '/encrypted_files'\t'' \
                '/public_keys'\t''
        case 'options:schema'
            set kind words
            set found \
                '--diagram'\t'Relationships as a Mermaid ER diagram' \
                '--codes'\t'Codec, transport, DTMF and disconnect codes by number and name' \
                '--changes'\t'What differs between versions 2026-04-16 and 2026-11-19'
        case 'arguments:schema'
            set kind words
            set found \
                'dids'\t'Phone numbers that you own' \
                'did_groups'\t'Groups of numbers on sale: by country, city, type and prefix' \
                'did_group_types'\t'Kinds of number: local, mobile, toll-free and so on' \
                'stock_keeping_units'\t'What the numbers of a DID group are sold for; found through their group' \
                'available_dids'\t'Single numbers on sale; a new draw each time' \
                'nanpa_prefixes'\t'Area and exchange codes of North America' \
                'did_reservations'\t'Numbers held for ten minutes' \
                'did_history'\t'What happened to DIDs in the last 90 days' \
                'countries'\t'Countries with numbers' \
                'regions'\t'States and provinces' \
                'cities'\t'Cities with numbers' \
                'areas'\t'Areas that regulators know' \
                'voice_in_trunks'\t'Trunks that calls to your DIDs go to: SIP hosts and phone numbers' \
                'voice_in_trunk_groups'\t'Groups of inbound trunks, tried in order' \
                'voice_out_trunks'\t'Trunks that your calls leave by' \
                'voice_out_trunk_regenerate_credentials'\t'New credentials for an outbound trunk' \
                'pops'\t'Places where DIDWW hands over calls' \
                'capacity_pools'\t'Channels that you own, by set of countries' \
                'qty_based_pricings'\t'Prices of a capacity pool by number of channels; found through their pool' \
                'shared_capacity_groups'\t'DIDs that share channels of a pool' \
                'sms_trunks'\t'Where messages go, and where they come from' \
                'sms_trunk_regenerate_credentials'\t'New credentials for an SMS trunk' \
                'sms_trunk_groups'\t'Groups of SMS trunks, offered messages by priority' \
                'sender_id_verifications'\t'Checks of the names and numbers that messages are sent from' \
                'orders'\t'What you bought' \
                'balances'\t'Money that you can spend' \
                'exports'\t'CDR exports: call records as files' \
                'emergency_requirements'\t'What each country asks for before emergency calls work' \
                'emergency_requirement_validations'\t'Whether an identity and an address fulfil an emergency requirement' \
                'emergency_calling_services'\t'Emergency calling of your DIDs' \
                'emergency_verifications'\t'Reviews of addresses for emergency calls' \
                'identities'\t'People and companies that numbers are registered to' \
                'addresses'\t'Addresses that numbers are registered at' \
                'address_requirements'\t'What each country asks for before a number works' \
                'address_requirement_validations'\t'Whether an identity and an address fulfil an address requirement' \
                'address_verifications'\t'Reviews of addresses for DIDs' \
                'proofs'\t'Documents that prove an identity or an address' \
                'proof_types'\t'Kinds of document that count as proof' \
                'permanent_supporting_documents'\t'Forms on file for an identity' \
                'supporting_document_templates'\t'Blank forms' \
                'encrypted_files'\t'Encrypted documents, uploaded and waiting to be used' \
                'public_keys'\t'Keys that documents are encrypted with' \
                'did-groups'\t'Groups of numbers on sale: by country, city, type and prefix' \
                'did-group-types'\t'Kinds of number: local, mobile, toll-free and so on' \
                'available-dids'\t'Single numbers on sale; a new draw each time' \
                'nanpa-prefixes'\t'Area and exchange codes of North America' \
                'reservations'\t'Numbers held for ten minutes' \
                'history'\t'What happened to DIDs in the last 90 days' \
                'balance'\t'Money that you can spend' \
                'address-requirements'\t'What each country asks for before a number works' \
                'address-verifications'\t'Reviews of addresses for DIDs' \
                'proof-types'\t'Kinds of document that count as proof' \
                'documents'\t'Forms on file for an identity' \
                'document-templates'\t'Blank forms' \
                'files'\t'Encrypted documents, uploaded and waiting to be used' \
                'public-keys'\t'Keys that documents are encrypted with'
        case 'commands:config'
            set kind words
            set found \
                'init'\t'Store a key as a profile' \
                'list'\t'List profiles' \
                'use'\t'Make a profile the default' \
                'show'\t'Show each setting and where it came from; secrets are masked' \
                'set'\t'Set a setting of a profile' \
                'unset'\t'Remove a setting of a profile' \
                'remove'\t'Remove a profile' \
                'path'\t'Show where the configuration file is'
        case 'options:config init'
            set kind words
            set found \
                '--force'\t'Replace a profile that exists' \
                '--no-check'\t'Store the key without trying it; nothing is sent'
        case 'arguments:config use 1' \
            'arguments:config remove 1' \
            'values:--profile' \
            'values:-p'
            set kind profiles
            set found
        case 'options:config show'
            set kind words
            set found \
                '--check'\t'Ask the API which version it serves, with the key or a token'
        case 'arguments:config set 1' \
            'arguments:config unset 1'
            set kind words
            set found \
                'environment'\t'' \
                'base_url'\t'' \
                'api_key'\t'' \
                'api_key_command'\t'' \
                'api_key_env'\t'' \
                'api_key_keyring'\t'' \
                'callback_secret'\t'' \
                'callback_secret_command'\t'' \
                'callback_secret_env'\t'' \
                'api_version'\t'' \
                'scope'\t'' \
                'token_url'\t'' \
                'services.api-vin'\t'' \
                'services.api-vout'\t'' \
                'services.api-sms'\t'' \
                'check.min_balance'\t'' \
                'check.days'\t'' \
                'check.share'\t'' \
                'check.ignore'\t'' \
                'timeout'\t'' \
                'requests_per_second'\t'' \
                'proxy'\t'' \
                'insecure_http'\t'' \
                'output'\t''
        case 'commands:auth'
            set kind words
            set found \
                'status'\t'Show which account this is, the version of the API, and how long the token lasts' \
                'token'\t'Print a token, for other tools' \
                'forget'\t'Remove the token and what is remembered of the account from this machine'
        case 'commands:emulator'
            set kind words
            set found \
                'serve'\t'Serve an emulated DIDWW account on this machine' \
                'reset'\t'Begin the account of the profile demo anew'
        case 'options:emulator serve'
            set kind words
            set found \
                '--host'\t'Address to listen on' \
                '--port'\t'Port to listen on; 0 takes a free one' \
                '--allow-remote'\t'Listen where other machines can reach it' \
                '--dids'\t'A large account with so many DIDs' \
                '--seed-file'\t'JSON laid over the account that it starts with' \
                '--state'\t'Keep the account in a file; in memory otherwise' \
                '--latency'\t'Delay of each answer' \
                '--rate-limit'\t'Most requests a second and key; 429 beyond' \
                '--fault'\t'What goes wrong: a status, drop-before, drop-after, cut, html or slow; repeatable' \
                '--api-key'\t'The only key that it takes' \
                '--account-version'\t'Version that the account is on' \
                '--token-lifetime'\t'Seconds after which its tokens end' \
                '--callback-secret'\t'Send callbacks, signed with it' \
                '--callback-scale'\t'Waits between callbacks times this' \
                '--after-reads'\t'Reads after which pending things are done' \
                '--after-seconds'\t'Seconds after which they are done' \
                '--reject'\t'Reject all verifications, not just those that say so' \
                '--calls-a-day'\t'Calls of a DID and day in CDR exports'
        case 'commands:completion'
            set kind words
            set found \
                'bash'\t'Print the completion script of bash' \
                'zsh'\t'Print the completion script of zsh' \
                'fish'\t'Print the completion script of fish' \
                'powershell'\t'Print the completion script of powershell' \
                'install'\t'Put the completion script where the shell looks for it, and say how that is undone' \
                'refresh'\t'Read the names that bash, zsh and fish complete: numbers, trunks, groups, pools, orders, countries'
        case 'options:completion install'
            set kind words
            set found \
                '--force'\t'Replace a file that was not made by didww'
        case 'arguments:completion install 1'
            set kind words
            set found \
                'bash'\t'' \
                'zsh'\t'' \
                'fish'\t'' \
                'powershell'\t''
        case 'options:help'
            set kind words
            set found \
                '--man'\t'Write all of it as pages for man'
        case 'values:--environment'
            set kind words
            set found \
                'production'\t'' \
                'sandbox'\t''
        case 'values:--api-version'
            set kind words
            set found \
                '2017-09-18'\t'' \
                '2021-04-19'\t'' \
                '2021-12-15'\t'' \
                '2022-05-10'\t'' \
                '2026-04-16'\t'' \
                '2026-11-19'\t''
        case 'values:--output' \
            'values:-o'
            set kind words
            set found \
                'table'\t'' \
                'json'\t'' \
                'jsonl'\t'' \
                'csv'\t'' \
                'tsv'\t'' \
                'markdown'\t'' \
                'ids'\t'' \
                'jsonapi'\t''
        case 'values:--query' \
            'values:--timeout' \
            'values:--max-time' \
            'values:--retries' \
            'values:cdr summary --filter' \
            'values:cdr summary -f' \
            'values:emergency gaps --sort' \
            'values:numbers search --sort' \
            'values:cdr summary --sort' \
            'values:emergency gaps -s' \
            'values:numbers search -s' \
            'values:cdr summary -s' \
            'values:emergency gaps --columns' \
            'values:numbers search --columns' \
            'values:prices lookup --columns' \
            'values:emergency gaps -c' \
            'values:numbers search -c' \
            'values:prices lookup -c' \
            'values:--limit' \
            'values:-n' \
            'values:--page' \
            'values:--page-size' \
            'values:--description' \
            'values:--capacity-limit' \
            'values:--dedicated-channels-count' \
            'values:--billing-cycles-count' \
            'values:--settle' \
            'values:--available-did' \
            'values:--by' \
            'values:--from' \
            'values:history summary --to' \
            'values:exports create --to' \
            'values:cdr summary --to' \
            'values:--name' \
            'values:--external-reference-id' \
            'values:--priority' \
            'values:--weight' \
            'values:--cli-prefix' \
            'values:--ringing-timeout' \
            'values:--sip-host' \
            'values:--sip-port' \
            'values:--sip-username' \
            'values:--sip-auth-user' \
            'values:--sip-auth-password' \
            'values:--sip-auth-from-user' \
            'values:--sip-auth-from-domain' \
            'values:--sip-sst-min-timer' \
            'values:--sip-sst-max-timer' \
            'values:--sip-sst-session-expires' \
            'values:--sip-sip-timer-b' \
            'values:--sip-dns-srv-failover-timer' \
            'values:--sip-rtp-timeout' \
            'values:--sip-allowed-rtp-ips' \
            'values:--sip-max-transfers' \
            'values:--sip-max-30x-redirects' \
            'values:--pstn-dst' \
            'values:--add-sip-allowed-rtp-ips' \
            'values:--remove-sip-allowed-rtp-ips' \
            'values:--dst-prefixes' \
            'values:--allowed-rtp-ips' \
            'values:--rtp-timeout' \
            'values:--threshold-amount' \
            'values:--callback-url' \
            'values:--allowed-sip-ips' \
            'values:--tech-prefix' \
            'values:--twilio-account-sid' \
            'values:emulator serve --dids' \
            'values:--add-dst-prefixes' \
            'values:--remove-dst-prefixes' \
            'values:--add-allowed-rtp-ips' \
            'values:--remove-allowed-rtp-ips' \
            'values:--add-allowed-sip-ips' \
            'values:--remove-allowed-sip-ips' \
            'values:--total-channels-count' \
            'values:--shared-channels-count' \
            'values:--metered-channels-count' \
            'values:--email-send-to' \
            'values:--email-subject' \
            'values:--email-message' \
            'values:--http-in-url' \
            'values:--http-in-query-parameters' \
            'values:--http-in-headers' \
            'values:--http-in-body' \
            'values:--http-out-callback-url' \
            'values:--http-out-allowed-ips' \
            'values:--esme-system-type' \
            'values:--esme-allowed-ips' \
            'values:--esme-server-location' \
            'values:--smsc-host' \
            'values:--smsc-tx-port' \
            'values:--smsc-rx-port' \
            'values:--smsc-system-id' \
            'values:--smsc-password' \
            'values:--smsc-system-type' \
            'values:--smsc-connection-timeout' \
            'values:--smsc-server-location' \
            'values:--add-http-out-allowed-ips' \
            'values:--remove-http-out-allowed-ips' \
            'values:--add-esme-allowed-ips' \
            'values:--remove-esme-allowed-ips' \
            'values:--sku' \
            'values:--qty' \
            'values:--reservation' \
            'values:--nanpa-prefix' \
            'values:--channels' \
            'values:--item' \
            'values:emergency register --callback-method' \
            'values:register --callback-method' \
            'values:--wait-timeout' \
            'values:numbers search --type' \
            'values:numbers buy --type' \
            'values:requirements --type' \
            'values:addresses create --address' \
            'values:addresses update --address' \
            'values:--first-name' \
            'values:--last-name' \
            'values:--phone-number' \
            'values:--contact-email' \
            'values:--company-name' \
            'values:--company-reg-number' \
            'values:--vat-id' \
            'values:--id-number' \
            'values:--personal-tax-id' \
            'values:--birth-date' \
            'values:--city-name' \
            'values:--postal-code' \
            'values:--service-description' \
            'values:--onetime-files' \
            'values:--proof-type' \
            'values:--files' \
            'values:--template' \
            'values:--region' \
            'values:--city' \
            'values:--area' \
            'values:--features' \
            'values:--prefix' \
            'values:--nanpa' \
            'values:--contains' \
            'values:--max-monthly' \
            'values:--cycles' \
            'values:--max-total' \
            'values:--only' \
            'values:--ignore' \
            'values:--min-balance' \
            'values:--days' \
            'values:--share' \
            'values:--watch' \
            'values:--ref' \
            'values:--since' \
            'values:--title' \
            'values:--url' \
            'values:--signature' \
            'values:--param' \
            'values:--base-url' \
            'values:--secret-env' \
            'values:--id' \
            'values:--repeat-scale' \
            'values:--port' \
            'values:--host' \
            'values:--path' \
            'values:--public-url' \
            'values:--forward-to' \
            'values:--field' \
            'values:-F' \
            'values:--latency' \
            'values:--rate-limit' \
            'values:--fault' \
            'values:--api-key' \
            'values:--account-version' \
            'values:--token-lifetime' \
            'values:--callback-secret' \
            'values:--callback-scale' \
            'values:--after-reads' \
            'values:--after-seconds' \
            'values:--calls-a-day'
            set kind text
            set found
        case 'values:dids list --filter' \
            'values:dids update --filter' \
            'values:dids cancel --filter' \
            'values:dids restore --filter' \
            'values:dids assign --filter' \
            'values:dids unassign --filter' \
            'values:emergency gaps --filter' \
            'values:route --filter' \
            'values:dids list -f' \
            'values:dids update -f' \
            'values:dids cancel -f' \
            'values:dids restore -f' \
            'values:dids assign -f' \
            'values:dids unassign -f' \
            'values:emergency gaps -f' \
            'values:route -f'
            set kind words
            set found \
                'address_verification.id='\t'' \
                'address_verification.reference='\t'' \
                'address_verification.external_reference_id='\t'' \
                'awaiting_registration=true'\t'' \
                'awaiting_registration=false'\t'' \
                'billing_cycles_count='\t'' \
                'blocked=true'\t'' \
                'blocked=false'\t'' \
                'capacity_pool.id='\t'' \
                'capacity_pool.name='\t'' \
                'city.id='\t'' \
                'city.name='\t'' \
                'country.id='\t'' \
                'country.iso='\t'' \
                'country.name='\t'' \
                'description='\t'' \
                'did_group.features=voice_in'\t'' \
                'did_group.features=voice_out'\t'' \
                'did_group.features=t38'\t'' \
                'did_group.features=sms_in'\t'' \
                'did_group.features=p2p'\t'' \
                'did_group.features=a2p'\t'' \
                'did_group.features=emergency'\t'' \
                'did_group.features=cnam_out'\t'' \
                'did_group.id='\t'' \
                'did_group.area_name='\t'' \
                'did_group.prefix='\t'' \
                'emergency_calling_service.id='\t'' \
                'emergency_calling_service.reference='\t'' \
                'emergency_calling_service.name='\t'' \
                'emergency_enabled=true'\t'' \
                'emergency_enabled=false'\t'' \
                'id='\t'' \
                'number='\t'' \
                'order.id='\t'' \
                'order.reference='\t'' \
                'order.external_reference_id='\t'' \
                'pending_removal=true'\t'' \
                'pending_removal=false'\t'' \
                'region.id='\t'' \
                'region.name='\t'' \
                'region.iso='\t'' \
                'shared_capacity_group.id='\t'' \
                'shared_capacity_group.name='\t'' \
                'shared_capacity_group.external_reference_id='\t'' \
                'sms_trunk.id='\t'' \
                'sms_trunk.name='\t'' \
                'sms_trunk.external_reference_id='\t'' \
                'sms_trunk_group.id='\t'' \
                'sms_trunk_group.name='\t'' \
                'sms_trunk_group.external_reference_id='\t'' \
                'terminated=true'\t'' \
                'terminated=false'\t'' \
                'trunk.id='\t'' \
                'trunk.name='\t'' \
                'trunk.external_reference_id='\t'' \
                'trunk_group.id='\t'' \
                'trunk_group.name='\t'' \
                'trunk_group.external_reference_id='\t'' \
                'voice_in_trunk.id='\t'' \
                'voice_in_trunk.name='\t'' \
                'voice_in_trunk.external_reference_id='\t'' \
                'voice_in_trunk_group.id='\t'' \
                'voice_in_trunk_group.name='\t'' \
                'voice_in_trunk_group.external_reference_id='\t''
        case 'values:did-groups list --filter' \
            'values:did-groups list -f'
            set kind words
            set found \
                'allow_additional_channels=true'\t'' \
                'allow_additional_channels=false'\t'' \
                'area_name='\t'' \
                'available_dids_enabled=true'\t'' \
                'available_dids_enabled=false'\t'' \
                'city.id='\t'' \
                'city.name='\t'' \
                'country.id='\t'' \
                'country.iso='\t'' \
                'country.name='\t'' \
                'did_group_type.id='\t'' \
                'did_group_type.name='\t'' \
                'features=voice_in'\t'' \
                'features=voice_out'\t'' \
                'features=t38'\t'' \
                'features=sms_in'\t'' \
                'features=p2p'\t'' \
                'features=a2p'\t'' \
                'features=emergency'\t'' \
                'features=cnam_out'\t'' \
                'id='\t'' \
                'is_available=true'\t'' \
                'is_available=false'\t'' \
                'is_demo=true'\t'' \
                'is_demo=false'\t'' \
                'is_metered=true'\t'' \
                'is_metered=false'\t'' \
                'meta.total_count_gteq='\t'' \
                'nanpa_prefix.id='\t'' \
                'nanpa_prefix.npanxx='\t'' \
                'needs_registration=true'\t'' \
                'needs_registration=false'\t'' \
                'number_type=local'\t'' \
                'number_type=national'\t'' \
                'number_type=mobile'\t'' \
                'number_type=toll_free'\t'' \
                'number_type=shared_cost'\t'' \
                'number_type=global'\t'' \
                'prefix='\t'' \
                'region.id='\t'' \
                'region.name='\t'' \
                'region.iso='\t''
        case 'values:did-group-types list --filter' \
            'values:did-group-types list -f'
            set kind words
            set found \
                'id='\t'' \
                'name='\t''
        case 'values:available-dids list --filter' \
            'values:available-dids list -f'
            set kind words
            set found \
                'city.id='\t'' \
                'city.name='\t'' \
                'country.id='\t'' \
                'country.iso='\t'' \
                'country.name='\t'' \
                'did_group.features=voice_in'\t'' \
                'did_group.features=voice_out'\t'' \
                'did_group.features=t38'\t'' \
                'did_group.features=sms_in'\t'' \
                'did_group.features=p2p'\t'' \
                'did_group.features=a2p'\t'' \
                'did_group.features=emergency'\t'' \
                'did_group.features=cnam_out'\t'' \
                'did_group.id='\t'' \
                'did_group.area_name='\t'' \
                'did_group.prefix='\t'' \
                'did_group.needs_registration=true'\t'' \
                'did_group.needs_registration=false'\t'' \
                'did_group_type.id='\t'' \
                'did_group_type.name='\t'' \
                'did_group.number_type=local'\t'' \
                'did_group.number_type=national'\t'' \
                'did_group.number_type=mobile'\t'' \
                'did_group.number_type=toll_free'\t'' \
                'did_group.number_type=shared_cost'\t'' \
                'did_group.number_type=global'\t'' \
                'id='\t'' \
                'nanpa_prefix.id='\t'' \
                'number_contains='\t'' \
                'region.id='\t'' \
                'region.name='\t'' \
                'region.iso='\t''
        case 'values:nanpa-prefixes list --filter' \
            'values:nanpa-prefixes list -f'
            set kind words
            set found \
                'country.id='\t'' \
                'country.iso='\t'' \
                'country.name='\t'' \
                'did_group.features=voice_in'\t'' \
                'did_group.features=voice_out'\t'' \
                'did_group.features=t38'\t'' \
                'did_group.features=sms_in'\t'' \
                'did_group.features=p2p'\t'' \
                'did_group.features=a2p'\t'' \
                'did_group.features=emergency'\t'' \
                'did_group.features=cnam_out'\t'' \
                'did_group.is_available=true'\t'' \
                'did_group.is_available=false'\t'' \
                'id='\t'' \
                'npa='\t'' \
                'npanxx='\t'' \
                'nxx='\t'' \
                'region.id='\t'' \
                'region.name='\t'' \
                'region.iso='\t''
        case 'values:reservations list --filter' \
            'values:reservations delete --filter' \
            'values:reservations list -f' \
            'values:reservations delete -f'
            set kind words
            set found \
                'description='\t'' \
                'id='\t''
        case 'values:history list --filter' \
            'values:history summary --filter' \
            'values:history list -f' \
            'values:history summary -f'
            set kind words
            set found \
                'action=assigned'\t'' \
                'action=renewed'\t'' \
                'action=canceled'\t'' \
                'action=removed'\t'' \
                'action=billing_cycles_count_changed'\t'' \
                'action=restored'\t'' \
                'created_at_gteq='\t'' \
                'created_at_lteq='\t'' \
                'did_number='\t'' \
                'id='\t'' \
                'method=system'\t'' \
                'method=api2'\t'' \
                'method=api3'\t'' \
                'method=staff'\t'' \
                'method=user_panel'\t'' \
                'method=mcp'\t''
        case 'values:countries list --filter' \
            'values:countries list -f'
            set kind words
            set found \
                'id='\t'' \
                'is_available=true'\t'' \
                'is_available=false'\t'' \
                'iso='\t'' \
                'name='\t'' \
                'prefix='\t''
        case 'values:regions list --filter' \
            'values:regions list -f'
            set kind words
            set found \
                'country.id='\t'' \
                'country.iso='\t'' \
                'country.name='\t'' \
                'id='\t'' \
                'iso='\t'' \
                'name='\t''
        case 'values:cities list --filter' \
            'values:cities list -f'
            set kind words
            set found \
                'area.id='\t'' \
                'area.name='\t'' \
                'country.id='\t'' \
                'country.iso='\t'' \
                'country.name='\t'' \
                'id='\t'' \
                'is_available=true'\t'' \
                'is_available=false'\t'' \
                'name='\t'' \
                'region.id='\t'' \
                'region.name='\t'' \
                'region.iso='\t''
        case 'values:areas list --filter' \
            'values:areas list -f'
            set kind words
            set found \
                'country.id='\t'' \
                'country.iso='\t'' \
                'country.name='\t'' \
                'id='\t'' \
                'name='\t''
        case 'values:trunks list --filter' \
            'values:sms groups list --filter' \
            'values:sms groups update --filter' \
            'values:sms groups delete --filter' \
            'values:trunks list -f' \
            'values:sms groups list -f' \
            'values:sms groups update -f' \
            'values:sms groups delete -f'
            set kind words
            set found \
                'external_reference_id='\t'' \
                'id='\t'' \
                'name='\t''
        case 'values:trunks in list --filter' \
            'values:trunks in update --filter' \
            'values:trunks in delete --filter' \
            'values:trunks in list -f' \
            'values:trunks in update -f' \
            'values:trunks in delete -f'
            set kind words
            set found \
                'configuration.type=sip_configurations'\t'' \
                'configuration.type=pstn_configurations'\t'' \
                'external_reference_id='\t'' \
                'id='\t'' \
                'name='\t''
        case 'values:trunks groups list --filter' \
            'values:trunks groups update --filter' \
            'values:trunks groups delete --filter' \
            'values:proofs list --filter' \
            'values:proofs update --filter' \
            'values:proofs delete --filter' \
            'values:documents list --filter' \
            'values:documents update --filter' \
            'values:documents delete --filter' \
            'values:trunks groups list -f' \
            'values:trunks groups update -f' \
            'values:trunks groups delete -f' \
            'values:proofs list -f' \
            'values:proofs update -f' \
            'values:proofs delete -f' \
            'values:documents list -f' \
            'values:documents update -f' \
            'values:documents delete -f'
            set kind words
            set found \
                'external_reference_id='\t'' \
                'id='\t''
        case 'values:trunks out list --filter' \
            'values:trunks out update --filter' \
            'values:trunks out delete --filter' \
            'values:trunks out list -f' \
            'values:trunks out update -f' \
            'values:trunks out delete -f'
            set kind words
            set found \
                'allow_any_did_as_cli=true'\t'' \
                'allow_any_did_as_cli=false'\t'' \
                'authentication_method.type=credentials_and_ip'\t'' \
                'authentication_method.type=ip_only'\t'' \
                'authentication_method.type=twilio'\t'' \
                'default_did.id='\t'' \
                'default_did.number='\t'' \
                'default_dst_action=allow_all'\t'' \
                'default_dst_action=reject_all'\t'' \
                'external_reference_id='\t'' \
                'id='\t'' \
                'media_encryption_mode=disabled'\t'' \
                'media_encryption_mode=srtp_sdes'\t'' \
                'media_encryption_mode=srtp_dtls'\t'' \
                'media_encryption_mode=zrtp'\t'' \
                'name='\t'' \
                'name_contains='\t'' \
                'on_cli_mismatch_action=reject_call'\t'' \
                'on_cli_mismatch_action=replace_cli'\t'' \
                'on_cli_mismatch_action=send_original_cli'\t'' \
                'on_cli_mismatch_action=randomize_cli'\t'' \
                'status=active'\t'' \
                'status=blocked'\t'' \
                'threshold_reached=true'\t'' \
                'threshold_reached=false'\t''
        case 'values:pops list --filter' \
            'values:files list --filter' \
            'values:files delete --filter' \
            'values:public-keys list --filter' \
            'values:pops list -f' \
            'values:files list -f' \
            'values:files delete -f' \
            'values:public-keys list -f'
            set kind words
            set found \
                'id='\t''
        case 'values:capacity pools list --filter' \
            'values:capacity pools update --filter' \
            'values:capacity pools list -f' \
            'values:capacity pools update -f'
            set kind words
            set found \
                'country.id='\t'' \
                'country.iso='\t'' \
                'country.name='\t'' \
                'has_unassigned_channels=true'\t'' \
                'has_unassigned_channels=false'\t'' \
                'id='\t'' \
                'name='\t''
        case 'values:capacity groups list --filter' \
            'values:capacity groups update --filter' \
            'values:capacity groups delete --filter' \
            'values:capacity groups list -f' \
            'values:capacity groups update -f' \
            'values:capacity groups delete -f'
            set kind words
            set found \
                'capacity_pool.id='\t'' \
                'capacity_pool.name='\t'' \
                'external_reference_id='\t'' \
                'id='\t'' \
                'name='\t''
        case 'values:sms trunks list --filter' \
            'values:sms trunks update --filter' \
            'values:sms trunks delete --filter' \
            'values:sms trunks list -f' \
            'values:sms trunks update -f' \
            'values:sms trunks delete -f'
            set kind words
            set found \
                'configuration.type=sms_to_email'\t'' \
                'configuration.type=http_in'\t'' \
                'configuration.type=http_out'\t'' \
                'configuration.type=smpp_esme'\t'' \
                'configuration.type=smpp_smsc'\t'' \
                'external_reference_id='\t'' \
                'id='\t'' \
                'name='\t''
        case 'values:sms sender-ids list --filter' \
            'values:sms sender-ids update --filter' \
            'values:sms sender-ids list -f' \
            'values:sms sender-ids update -f'
            set kind words
            set found \
                'id='\t'' \
                'name='\t'' \
                'reference='\t'' \
                'sender_type=alphanumeric'\t'' \
                'sender_type=carrier'\t'' \
                'sender_type=long_code'\t'' \
                'sender_type=short_code'\t'' \
                'sender_type=toll_free'\t'' \
                'sms_trunk.id='\t'' \
                'sms_trunk.name='\t'' \
                'sms_trunk.external_reference_id='\t'' \
                'status=active'\t'' \
                'status=changes_required'\t'' \
                'status=closed'\t'' \
                'status=closing_in_process'\t'' \
                'status=in_process'\t'' \
                'status=new'\t''
        case 'values:orders list --filter' \
            'values:orders update --filter' \
            'values:orders cancel --filter' \
            'values:orders list -f' \
            'values:orders update -f' \
            'values:orders cancel -f'
            set kind words
            set found \
                'created_at_gteq='\t'' \
                'created_at_lteq='\t'' \
                'external_reference_id='\t'' \
                'id='\t'' \
                'reference='\t'' \
                'status=pending'\t'' \
                'status=completed'\t'' \
                'status=canceled'\t''
        case 'values:exports list --filter' \
            'values:exports create --filter' \
            'values:exports update --filter' \
            'values:exports list -f' \
            'values:exports create -f' \
            'values:exports update -f'
            set kind words
            set found \
                'created_at_gteq='\t'' \
                'created_at_lteq='\t'' \
                'export_type=cdr_in'\t'' \
                'export_type=cdr_out'\t'' \
                'export_type=sms_in'\t'' \
                'export_type=sms_out'\t'' \
                'external_reference_id='\t'' \
                'id='\t'' \
                'status=pending'\t'' \
                'status=completed'\t'' \
                'status=processing'\t''
        case 'values:emergency requirements list --filter' \
            'values:address-requirements list --filter' \
            'values:emergency requirements list -f' \
            'values:address-requirements list -f'
            set kind words
            set found \
                'country.id='\t'' \
                'country.iso='\t'' \
                'country.name='\t'' \
                'did_group_type.id='\t'' \
                'did_group_type.name='\t'' \
                'number_type=local'\t'' \
                'number_type=national'\t'' \
                'number_type=mobile'\t'' \
                'number_type=toll_free'\t'' \
                'number_type=shared_cost'\t'' \
                'number_type=global'\t'' \
                'id='\t''
        case 'values:emergency services list --filter' \
            'values:emergency services cancel --filter' \
            'values:emergency services list -f' \
            'values:emergency services cancel -f'
            set kind words
            set found \
                'address.id='\t'' \
                'address.external_reference_id='\t'' \
                'address.address='\t'' \
                'country.id='\t'' \
                'country.iso='\t'' \
                'country.name='\t'' \
                'did_group_type.id='\t'' \
                'did_group_type.name='\t'' \
                'number_type=local'\t'' \
                'number_type=national'\t'' \
                'number_type=mobile'\t'' \
                'number_type=toll_free'\t'' \
                'number_type=shared_cost'\t'' \
                'number_type=global'\t'' \
                'id='\t'' \
                'identity.id='\t'' \
                'identity.external_reference_id='\t'' \
                'identity.company_name='\t'' \
                'name='\t'' \
                'reference='\t'' \
                'status=active'\t'' \
                'status=canceled'\t'' \
                'status=new'\t'' \
                'status=changes_required'\t'' \
                'status=in_process'\t'' \
                'status=pending_update'\t''
        case 'values:emergency verifications list --filter' \
            'values:emergency verifications update --filter' \
            'values:emergency verifications list -f' \
            'values:emergency verifications update -f'
            set kind words
            set found \
                'emergency_calling_service.id='\t'' \
                'emergency_calling_service.reference='\t'' \
                'emergency_calling_service.name='\t'' \
                'external_reference_id='\t'' \
                'id='\t'' \
                'status=approved'\t'' \
                'status=pending'\t'' \
                'status=rejected'\t''
        case 'values:identities list --filter' \
            'values:identities update --filter' \
            'values:identities delete --filter' \
            'values:identities list -f' \
            'values:identities update -f' \
            'values:identities delete -f'
            set kind words
            set found \
                'birth_date='\t'' \
                'company_name='\t'' \
                'company_name_contains='\t'' \
                'company_reg_number='\t'' \
                'company_reg_number_contains='\t'' \
                'country.id='\t'' \
                'country.iso='\t'' \
                'country.name='\t'' \
                'description='\t'' \
                'description_contains='\t'' \
                'external_reference_id='\t'' \
                'first_name='\t'' \
                'first_name_contains='\t'' \
                'id='\t'' \
                'id_number='\t'' \
                'id_number_contains='\t'' \
                'identity_type=personal'\t'' \
                'identity_type=business'\t'' \
                'last_name='\t'' \
                'last_name_contains='\t'' \
                'personal_tax_id='\t'' \
                'personal_tax_id_contains='\t'' \
                'phone_number='\t'' \
                'phone_number_contains='\t'' \
                'vat_id='\t'' \
                'vat_id_contains='\t''
        case 'values:addresses list --filter' \
            'values:addresses update --filter' \
            'values:addresses delete --filter' \
            'values:addresses list -f' \
            'values:addresses update -f' \
            'values:addresses delete -f'
            set kind words
            set found \
                'address='\t'' \
                'address_contains='\t'' \
                'area.id='\t'' \
                'area.name='\t'' \
                'city.id='\t'' \
                'city.name='\t'' \
                'city_name='\t'' \
                'city_name_contains='\t'' \
                'country.id='\t'' \
                'country.iso='\t'' \
                'country.name='\t'' \
                'description='\t'' \
                'description_contains='\t'' \
                'external_reference_id='\t'' \
                'id='\t'' \
                'identity.external_reference_id='\t'' \
                'identity.id='\t'' \
                'identity.company_name='\t'' \
                'postal_code='\t'' \
                'postal_code_contains='\t''
        case 'values:address-verifications list --filter' \
            'values:address-verifications update --filter' \
            'values:address-verifications list -f' \
            'values:address-verifications update -f'
            set kind words
            set found \
                'address.id='\t'' \
                'address.external_reference_id='\t'' \
                'address.address='\t'' \
                'address.identity.id='\t'' \
                'external_reference_id='\t'' \
                'id='\t'' \
                'reference='\t'' \
                'reference_in='\t'' \
                'status=pending'\t'' \
                'status=approved'\t'' \
                'status=rejected'\t''
        case 'values:proof-types list --filter' \
            'values:proof-types list -f'
            set kind words
            set found \
                'entity_type=Address'\t'' \
                'entity_type=Business'\t'' \
                'entity_type=Personal'\t'' \
                'entity_type=Porting'\t'' \
                'id='\t''
        case 'values:document-templates list --filter' \
            'values:document-templates list -f'
            set kind words
            set found \
                'id='\t'' \
                'name='\t'' \
                'name_contains='\t'' \
                'permanent=true'\t'' \
                'permanent=false'\t''
        case 'values:--filter address_verification=' \
            'values:--filter address_verification.reference=' \
            'values:-f address_verification=' \
            'values:-f address_verification.reference=' \
            'values:address-verifications list --filter reference=' \
            'values:address-verifications update --filter reference=' \
            'values:address-verifications list -f reference=' \
            'values:address-verifications update -f reference='
            set kind several
            set found \
                'address_verifications'\t''
        case 'values:--filter capacity_pool=' \
            'values:--filter capacity_pool.name=' \
            'values:-f capacity_pool=' \
            'values:-f capacity_pool.name=' \
            'values:capacity pools list --filter name=' \
            'values:capacity pools update --filter name=' \
            'values:capacity pools list -f name=' \
            'values:capacity pools update -f name='
            set kind several
            set found \
                'capacity_pools'\t''
        case 'values:--filter country=' \
            'values:--filter country.iso=' \
            'values:-f country=' \
            'values:-f country.iso=' \
            'values:--filter iso=' \
            'values:-f iso='
            set kind several
            set found \
                'countries'\t''
        case 'values:--filter did_group=' \
            'values:--filter did_group.area_name=' \
            'values:-f did_group=' \
            'values:-f did_group.area_name=' \
            'values:--filter area_name=' \
            'values:-f area_name='
            set kind several
            set found \
                'did_groups'\t''
        case 'values:--filter emergency_calling_service=' \
            'values:--filter emergency_calling_service.reference=' \
            'values:-f emergency_calling_service=' \
            'values:-f emergency_calling_service.reference=' \
            'values:emergency services list --filter reference=' \
            'values:emergency services cancel --filter reference=' \
            'values:emergency services list -f reference=' \
            'values:emergency services cancel -f reference='
            set kind several
            set found \
                'emergency_calling_services'\t''
        case 'values:--filter number=' \
            'values:-f number=' \
            'values:--filter default_did=' \
            'values:--filter default_did.number=' \
            'values:-f default_did=' \
            'values:-f default_did.number=' \
            'values:trunks out create --dids' \
            'values:trunks out update --dids' \
            'values:capacity groups create --dids' \
            'values:capacity groups update --dids' \
            'values:emergency verifications create --dids' \
            'values:address-verifications create --dids' \
            'values:--emergency-dids' \
            'values:--add-dids' \
            'values:--remove-dids' \
            'values:--add-emergency-dids' \
            'values:--remove-emergency-dids' \
            'values:--outgoing-dids' \
            'values:--add-outgoing-dids' \
            'values:--remove-outgoing-dids'
            set kind several
            set found \
                'dids'\t''
        case 'values:--filter order=' \
            'values:--filter order.reference=' \
            'values:-f order=' \
            'values:-f order.reference=' \
            'values:orders list --filter reference=' \
            'values:orders update --filter reference=' \
            'values:orders cancel --filter reference=' \
            'values:orders list -f reference=' \
            'values:orders update -f reference=' \
            'values:orders cancel -f reference='
            set kind several
            set found \
                'orders'\t''
        case 'values:--filter shared_capacity_group=' \
            'values:--filter shared_capacity_group.name=' \
            'values:-f shared_capacity_group=' \
            'values:-f shared_capacity_group.name=' \
            'values:capacity groups list --filter name=' \
            'values:capacity groups update --filter name=' \
            'values:capacity groups delete --filter name=' \
            'values:capacity groups list -f name=' \
            'values:capacity groups update -f name=' \
            'values:capacity groups delete -f name='
            set kind several
            set found \
                'shared_capacity_groups'\t''
        case 'values:--filter sms_trunk=' \
            'values:--filter sms_trunk.name=' \
            'values:-f sms_trunk=' \
            'values:-f sms_trunk.name=' \
            'values:sms trunks list --filter name=' \
            'values:sms trunks update --filter name=' \
            'values:sms trunks delete --filter name=' \
            'values:sms trunks list -f name=' \
            'values:sms trunks update -f name=' \
            'values:sms trunks delete -f name=' \
            'values:--sms-trunks' \
            'values:--add-sms-trunks' \
            'values:--remove-sms-trunks'
            set kind several
            set found \
                'sms_trunks'\t''
        case 'values:--filter sms_trunk_group=' \
            'values:--filter sms_trunk_group.name=' \
            'values:-f sms_trunk_group=' \
            'values:-f sms_trunk_group.name=' \
            'values:sms groups list --filter name=' \
            'values:sms groups update --filter name=' \
            'values:sms groups delete --filter name=' \
            'values:sms groups list -f name=' \
            'values:sms groups update -f name=' \
            'values:sms groups delete -f name='
            set kind several
            set found \
                'sms_trunk_groups'\t''
        case 'values:--filter trunk=' \
            'values:--filter trunk.name=' \
            'values:--filter voice_in_trunk=' \
            'values:--filter voice_in_trunk.name=' \
            'values:-f trunk=' \
            'values:-f trunk.name=' \
            'values:-f voice_in_trunk=' \
            'values:-f voice_in_trunk.name=' \
            'values:trunks in list --filter name=' \
            'values:trunks in update --filter name=' \
            'values:trunks in delete --filter name=' \
            'values:trunks in list -f name=' \
            'values:trunks in update -f name=' \
            'values:trunks in delete -f name=' \
            'values:--voice-in-trunks' \
            'values:--add-voice-in-trunks' \
            'values:--remove-voice-in-trunks'
            set kind several
            set found \
                'voice_in_trunks'\t''
        case 'values:--filter trunk_group=' \
            'values:--filter trunk_group.name=' \
            'values:--filter voice_in_trunk_group=' \
            'values:--filter voice_in_trunk_group.name=' \
            'values:-f trunk_group=' \
            'values:-f trunk_group.name=' \
            'values:-f voice_in_trunk_group=' \
            'values:-f voice_in_trunk_group.name='
            set kind several
            set found \
                'voice_in_trunk_groups'\t''
        case 'values:dids list --include' \
            'values:dids get --include' \
            'values:dids list -i' \
            'values:dids get -i'
            set kind list
            set found \
                'did_group'\t'' \
                'order'\t'' \
                'capacity_pool'\t'' \
                'shared_capacity_group'\t'' \
                'address_verification'\t'' \
                'voice_in_trunk'\t'' \
                'voice_in_trunk_group'\t'' \
                'sms_trunk'\t'' \
                'sms_trunk_group'\t'' \
                'emergency_calling_service'\t'' \
                'emergency_verification'\t'' \
                'identity'\t''
        case 'values:did-groups list --include' \
            'values:did-groups get --include' \
            'values:did-groups list -i' \
            'values:did-groups get -i'
            set kind list
            set found \
                'country'\t'' \
                'city'\t'' \
                'did_group_type'\t'' \
                'region'\t'' \
                'stock_keeping_units'\t'' \
                'address_requirement'\t''
        case 'values:did-group-types list --include' \
            'values:did-group-types get --include' \
            'values:history list --include' \
            'values:history get --include' \
            'values:trunks list --include' \
            'values:pops list --include' \
            'values:pops get --include' \
            'values:orders list --include' \
            'values:orders get --include' \
            'values:exports list --include' \
            'values:exports get --include' \
            'values:proof-types list --include' \
            'values:proof-types get --include' \
            'values:document-templates list --include' \
            'values:document-templates get --include' \
            'values:files list --include' \
            'values:files get --include' \
            'values:public-keys list --include' \
            'values:did-group-types list -i' \
            'values:did-group-types get -i' \
            'values:history list -i' \
            'values:history get -i' \
            'values:trunks list -i' \
            'values:pops list -i' \
            'values:pops get -i' \
            'values:orders list -i' \
            'values:orders get -i' \
            'values:exports list -i' \
            'values:exports get -i' \
            'values:proof-types list -i' \
            'values:proof-types get -i' \
            'values:document-templates list -i' \
            'values:document-templates get -i' \
            'values:files list -i' \
            'values:files get -i' \
            'values:public-keys list -i' \
            'values:pops list --sort' \
            'values:emergency requirements list --sort' \
            'values:pops list -s' \
            'values:emergency requirements list -s'
            set kind list
            set found
        case 'values:available-dids list --include' \
            'values:available-dids get --include' \
            'values:available-dids list -i' \
            'values:available-dids get -i'
            set kind list
            set found \
                'did_group'\t'' \
                'nanpa_prefix'\t''
        case 'values:nanpa-prefixes list --include' \
            'values:nanpa-prefixes get --include' \
            'values:nanpa-prefixes list -i' \
            'values:nanpa-prefixes get -i'
            set kind list
            set found \
                'country'\t'' \
                'region'\t''
        case 'values:reservations list --include' \
            'values:reservations get --include' \
            'values:reservations list -i' \
            'values:reservations get -i'
            set kind list
            set found \
                'available_did'\t''
        case 'values:countries list --include' \
            'values:countries get --include' \
            'values:countries list -i' \
            'values:countries get -i'
            set kind list
            set found \
                'regions'\t''
        case 'values:regions list --include' \
            'values:regions get --include' \
            'values:areas list --include' \
            'values:areas get --include' \
            'values:regions list -i' \
            'values:regions get -i' \
            'values:areas list -i' \
            'values:areas get -i'
            set kind list
            set found \
                'country'\t''
        case 'values:cities list --include' \
            'values:cities get --include' \
            'values:cities list -i' \
            'values:cities get -i'
            set kind list
            set found \
                'country'\t'' \
                'region'\t'' \
                'area'\t''
        case 'values:trunks in list --include' \
            'values:trunks in get --include' \
            'values:trunks in list -i' \
            'values:trunks in get -i'
            set kind list
            set found \
                'voice_in_trunk_group'\t'' \
                'pop'\t''
        case 'values:trunks groups list --include' \
            'values:trunks groups get --include' \
            'values:trunks groups list -i' \
            'values:trunks groups get -i'
            set kind list
            set found \
                'voice_in_trunks'\t''
        case 'values:trunks out list --include' \
            'values:trunks out get --include' \
            'values:trunks out list -i' \
            'values:trunks out get -i'
            set kind list
            set found \
                'dids'\t'' \
                'emergency_dids'\t''
        case 'values:capacity pools list --include' \
            'values:capacity pools get --include' \
            'values:capacity pools list -i' \
            'values:capacity pools get -i'
            set kind list
            set found \
                'countries'\t'' \
                'shared_capacity_groups'\t'' \
                'qty_based_pricings'\t''
        case 'values:capacity groups list --include' \
            'values:capacity groups get --include' \
            'values:capacity groups list -i' \
            'values:capacity groups get -i'
            set kind list
            set found \
                'capacity_pool'\t'' \
                'dids'\t''
        case 'values:sms trunks list --include' \
            'values:sms trunks get --include' \
            'values:sms trunks list -i' \
            'values:sms trunks get -i'
            set kind list
            set found \
                'outgoing_dids'\t'' \
                'incoming_dids'\t'' \
                'sms_trunk_group'\t''
        case 'values:sms groups list --include' \
            'values:sms groups get --include' \
            'values:sms groups list -i' \
            'values:sms groups get -i'
            set kind list
            set found \
                'sms_trunks'\t'' \
                'incoming_dids'\t''
        case 'values:sms sender-ids list --include' \
            'values:sms sender-ids get --include' \
            'values:sms sender-ids list -i' \
            'values:sms sender-ids get -i'
            set kind list
            set found \
                'sms_trunk'\t'' \
                'countries'\t'' \
                'dids'\t'' \
                'order'\t'' \
                'identity'\t'' \
                'address'\t''
        case 'values:emergency requirements list --include' \
            'values:emergency requirements get --include' \
            'values:emergency requirements list -i' \
            'values:emergency requirements get -i'
            set kind list
            set found \
                'country'\t'' \
                'did_group_type'\t''
        case 'values:emergency services list --include' \
            'values:emergency services get --include' \
            'values:emergency services list -i' \
            'values:emergency services get -i'
            set kind list
            set found \
                'country'\t'' \
                'did_group_type'\t'' \
                'order'\t'' \
                'emergency_requirement'\t'' \
                'emergency_verification'\t'' \
                'dids'\t''
        case 'values:emergency verifications list --include' \
            'values:emergency verifications get --include' \
            'values:emergency verifications list -i' \
            'values:emergency verifications get -i'
            set kind list
            set found \
                'address'\t'' \
                'emergency_calling_service'\t'' \
                'dids'\t''
        case 'values:identities list --include' \
            'values:identities get --include' \
            'values:identities list -i' \
            'values:identities get -i'
            set kind list
            set found \
                'country'\t'' \
                'birth_country'\t'' \
                'proofs'\t'' \
                'addresses'\t'' \
                'permanent_documents'\t''
        case 'values:addresses list --include' \
            'values:addresses get --include' \
            'values:addresses list -i' \
            'values:addresses get -i'
            set kind list
            set found \
                'identity'\t'' \
                'country'\t'' \
                'area'\t'' \
                'city'\t'' \
                'proofs'\t''
        case 'values:address-requirements list --include' \
            'values:address-requirements get --include' \
            'values:address-requirements list -i' \
            'values:address-requirements get -i'
            set kind list
            set found \
                'country'\t'' \
                'did_group_type'\t'' \
                'personal_permanent_document'\t'' \
                'business_permanent_document'\t'' \
                'personal_onetime_document'\t'' \
                'business_onetime_document'\t'' \
                'personal_proof_types'\t'' \
                'business_proof_types'\t'' \
                'address_proof_types'\t''
        case 'values:address-verifications list --include' \
            'values:address-verifications get --include' \
            'values:address-verifications list -i' \
            'values:address-verifications get -i'
            set kind list
            set found \
                'address'\t'' \
                'dids'\t''
        case 'values:proofs list --include' \
            'values:proofs get --include' \
            'values:proofs list -i' \
            'values:proofs get -i'
            set kind list
            set found \
                'proof_type'\t'' \
                'entity'\t''
        case 'values:documents list --include' \
            'values:documents get --include' \
            'values:documents list -i' \
            'values:documents get -i'
            set kind list
            set found \
                'template'\t'' \
                'identity'\t''
        case 'values:dids list --sort' \
            'values:dids list -s'
            set kind list
            set found \
                'awaiting_registration'\t'' \
                'billing_cycles_count'\t'' \
                'blocked'\t'' \
                'capacity_limit'\t'' \
                'channels_included_count'\t'' \
                'created_at'\t'' \
                'dedicated_channels_count'\t'' \
                'description'\t'' \
                'expires_at'\t'' \
                'number'\t'' \
                'terminated'\t'' \
                '-awaiting_registration'\t'' \
                '-billing_cycles_count'\t'' \
                '-blocked'\t'' \
                '-capacity_limit'\t'' \
                '-channels_included_count'\t'' \
                '-created_at'\t'' \
                '-dedicated_channels_count'\t'' \
                '-description'\t'' \
                '-expires_at'\t'' \
                '-number'\t'' \
                '-terminated'\t''
        case 'values:did-groups list --sort' \
            'values:did-groups list -s'
            set kind list
            set found \
                'allow_additional_channels'\t'' \
                'area_name'\t'' \
                'country.name'\t'' \
                'did_group_type.name'\t'' \
                'is_demo'\t'' \
                'is_metered'\t'' \
                'number_type'\t'' \
                'prefix'\t'' \
                'service_restrictions'\t'' \
                '-allow_additional_channels'\t'' \
                '-area_name'\t'' \
                '-country.name'\t'' \
                '-did_group_type.name'\t'' \
                '-is_demo'\t'' \
                '-is_metered'\t'' \
                '-number_type'\t'' \
                '-prefix'\t'' \
                '-service_restrictions'\t''
        case 'values:did-group-types list --sort' \
            'values:cities list --sort' \
            'values:areas list --sort' \
            'values:did-group-types list -s' \
            'values:cities list -s' \
            'values:areas list -s'
            set kind list
            set found \
                'name'\t'' \
                '-name'\t''
        case 'values:available-dids list --sort' \
            'values:available-dids list -s'
            set kind list
            set found \
                'number'\t'' \
                '-number'\t''
        case 'values:nanpa-prefixes list --sort' \
            'values:nanpa-prefixes list -s'
            set kind list
            set found \
                'npa'\t'' \
                'nxx'\t'' \
                '-npa'\t'' \
                '-nxx'\t''
        case 'values:reservations list --sort' \
            'values:reservations list -s'
            set kind list
            set found \
                'created_at'\t'' \
                'description'\t'' \
                'expire_at'\t'' \
                'expires_at'\t'' \
                '-created_at'\t'' \
                '-description'\t'' \
                '-expire_at'\t'' \
                '-expires_at'\t''
        case 'values:history list --sort' \
            'values:history summary --sort' \
            'values:history list -s' \
            'values:history summary -s'
            set kind list
            set found \
                'created_at'\t'' \
                '-created_at'\t''
        case 'values:countries list --sort' \
            'values:countries list -s'
            set kind list
            set found \
                'iso'\t'' \
                'name'\t'' \
                'prefix'\t'' \
                '-iso'\t'' \
                '-name'\t'' \
                '-prefix'\t''
        case 'values:regions list --sort' \
            'values:regions list -s'
            set kind list
            set found \
                'iso'\t'' \
                'name'\t'' \
                '-iso'\t'' \
                '-name'\t''
        case 'values:trunks list --sort' \
            'values:trunks list -s'
            set kind list
            set found \
                'created_at'\t'' \
                'external_reference_id'\t'' \
                'name'\t'' \
                '-created_at'\t'' \
                '-external_reference_id'\t'' \
                '-name'\t''
        case 'values:trunks in list --sort' \
            'values:trunks in list -s'
            set kind list
            set found \
                'capacity_limit'\t'' \
                'cli_format'\t'' \
                'cli_prefix'\t'' \
                'created_at'\t'' \
                'description'\t'' \
                'external_reference_id'\t'' \
                'name'\t'' \
                'priority'\t'' \
                'ringing_timeout'\t'' \
                'weight'\t'' \
                '-capacity_limit'\t'' \
                '-cli_format'\t'' \
                '-cli_prefix'\t'' \
                '-created_at'\t'' \
                '-description'\t'' \
                '-external_reference_id'\t'' \
                '-name'\t'' \
                '-priority'\t'' \
                '-ringing_timeout'\t'' \
                '-weight'\t''
        case 'values:trunks groups list --sort' \
            'values:trunks groups list -s'
            set kind list
            set found \
                'capacity_limit'\t'' \
                'created_at'\t'' \
                'external_reference_id'\t'' \
                'name'\t'' \
                '-capacity_limit'\t'' \
                '-created_at'\t'' \
                '-external_reference_id'\t'' \
                '-name'\t''
        case 'values:trunks out list --sort' \
            'values:trunks out list -s'
            set kind list
            set found \
                'allow_any_did_as_cli'\t'' \
                'created_at'\t'' \
                'external_reference_id'\t'' \
                'name'\t'' \
                'threshold_reached'\t'' \
                '-allow_any_did_as_cli'\t'' \
                '-created_at'\t'' \
                '-external_reference_id'\t'' \
                '-name'\t'' \
                '-threshold_reached'\t''
        case 'values:capacity pools list --sort' \
            'values:capacity pools list -s'
            set kind list
            set found \
                'assigned_channels_count'\t'' \
                'metered_rate'\t'' \
                'minimum_limit'\t'' \
                'minimum_qty_per_order'\t'' \
                'monthly_price'\t'' \
                'name'\t'' \
                'renew_date'\t'' \
                'setup_price'\t'' \
                'total_channels_count'\t'' \
                '-assigned_channels_count'\t'' \
                '-metered_rate'\t'' \
                '-minimum_limit'\t'' \
                '-minimum_qty_per_order'\t'' \
                '-monthly_price'\t'' \
                '-name'\t'' \
                '-renew_date'\t'' \
                '-setup_price'\t'' \
                '-total_channels_count'\t''
        case 'values:capacity groups list --sort' \
            'values:capacity groups list -s'
            set kind list
            set found \
                'created_at'\t'' \
                'external_reference_id'\t'' \
                'metered_channels_count'\t'' \
                'name'\t'' \
                'shared_channels_count'\t'' \
                '-created_at'\t'' \
                '-external_reference_id'\t'' \
                '-metered_channels_count'\t'' \
                '-name'\t'' \
                '-shared_channels_count'\t''
        case 'values:sms trunks list --sort' \
            'values:sms trunks list -s'
            set kind list
            set found \
                'allow_in'\t'' \
                'allow_out'\t'' \
                'blocked'\t'' \
                'created_at'\t'' \
                'external_reference_id'\t'' \
                'name'\t'' \
                'priority'\t'' \
                'updated_at'\t'' \
                '-allow_in'\t'' \
                '-allow_out'\t'' \
                '-blocked'\t'' \
                '-created_at'\t'' \
                '-external_reference_id'\t'' \
                '-name'\t'' \
                '-priority'\t'' \
                '-updated_at'\t''
        case 'values:sms groups list --sort' \
            'values:sms groups list -s'
            set kind list
            set found \
                'created_at'\t'' \
                'external_reference_id'\t'' \
                'name'\t'' \
                'updated_at'\t'' \
                '-created_at'\t'' \
                '-external_reference_id'\t'' \
                '-name'\t'' \
                '-updated_at'\t''
        case 'values:sms sender-ids list --sort' \
            'values:sms sender-ids list -s'
            set kind list
            set found \
                'created_at'\t'' \
                'name'\t'' \
                'renew_date'\t'' \
                'status'\t'' \
                '-created_at'\t'' \
                '-name'\t'' \
                '-renew_date'\t'' \
                '-status'\t''
        case 'values:orders list --sort' \
            'values:orders list -s'
            set kind list
            set found \
                'amount'\t'' \
                'created_at'\t'' \
                'external_reference_id'\t'' \
                'reference'\t'' \
                'status'\t'' \
                '-amount'\t'' \
                '-created_at'\t'' \
                '-external_reference_id'\t'' \
                '-reference'\t'' \
                '-status'\t''
        case 'values:exports list --sort' \
            'values:exports list -s'
            set kind list
            set found \
                'created_at'\t'' \
                'external_reference_id'\t'' \
                'status'\t'' \
                '-created_at'\t'' \
                '-external_reference_id'\t'' \
                '-status'\t''
        case 'values:emergency services list --sort' \
            'values:emergency services list -s'
            set kind list
            set found \
                'country.name'\t'' \
                'created_at'\t'' \
                'name'\t'' \
                'renew_date'\t'' \
                'status'\t'' \
                '-country.name'\t'' \
                '-created_at'\t'' \
                '-name'\t'' \
                '-renew_date'\t'' \
                '-status'\t''
        case 'values:emergency verifications list --sort' \
            'values:address-verifications list --sort' \
            'values:documents list --sort' \
            'values:emergency verifications list -s' \
            'values:address-verifications list -s' \
            'values:documents list -s'
            set kind list
            set found \
                'created_at'\t'' \
                'external_reference_id'\t'' \
                '-created_at'\t'' \
                '-external_reference_id'\t''
        case 'values:identities list --sort' \
            'values:identities list -s'
            set kind list
            set found \
                'birth_date'\t'' \
                'company_name'\t'' \
                'company_reg_number'\t'' \
                'contact_email'\t'' \
                'created_at'\t'' \
                'description'\t'' \
                'external_reference_id'\t'' \
                'first_name'\t'' \
                'id_number'\t'' \
                'last_name'\t'' \
                'personal_tax_id'\t'' \
                'phone_number'\t'' \
                'vat_id'\t'' \
                'verified'\t'' \
                '-birth_date'\t'' \
                '-company_name'\t'' \
                '-company_reg_number'\t'' \
                '-contact_email'\t'' \
                '-created_at'\t'' \
                '-description'\t'' \
                '-external_reference_id'\t'' \
                '-first_name'\t'' \
                '-id_number'\t'' \
                '-last_name'\t'' \
                '-personal_tax_id'\t'' \
                '-phone_number'\t'' \
                '-vat_id'\t'' \
                '-verified'\t''
        case 'values:addresses list --sort' \
            'values:addresses list -s'
            set kind list
            set found \
                'address'\t'' \
                'city_name'\t'' \
                'created_at'\t'' \
                'description'\t'' \
                'external_reference_id'\t'' \
                'postal_code'\t'' \
                'verified'\t'' \
                '-address'\t'' \
                '-city_name'\t'' \
                '-created_at'\t'' \
                '-description'\t'' \
                '-external_reference_id'\t'' \
                '-postal_code'\t'' \
                '-verified'\t''
        case 'values:address-requirements list --sort' \
            'values:address-requirements list -s'
            set kind list
            set found \
                'address_proof_qty'\t'' \
                'business_proof_qty'\t'' \
                'personal_proof_qty'\t'' \
                'restriction_message'\t'' \
                'service_description_required'\t'' \
                '-address_proof_qty'\t'' \
                '-business_proof_qty'\t'' \
                '-personal_proof_qty'\t'' \
                '-restriction_message'\t'' \
                '-service_description_required'\t''
        case 'values:proofs list --sort' \
            'values:proofs list -s'
            set kind list
            set found \
                'created_at'\t'' \
                'expires_at'\t'' \
                'external_reference_id'\t'' \
                '-created_at'\t'' \
                '-expires_at'\t'' \
                '-external_reference_id'\t''
        case 'values:proof-types list --sort' \
            'values:proof-types list -s'
            set kind list
            set found \
                'entity_type'\t'' \
                'name'\t'' \
                '-entity_type'\t'' \
                '-name'\t''
        case 'values:document-templates list --sort' \
            'values:document-templates list -s'
            set kind list
            set found \
                'name'\t'' \
                'permanent'\t'' \
                '-name'\t'' \
                '-permanent'\t''
        case 'values:files list --sort' \
            'values:files list -s'
            set kind list
            set found \
                'description'\t'' \
                'expire_at'\t'' \
                'expires_at'\t'' \
                '-description'\t'' \
                '-expire_at'\t'' \
                '-expires_at'\t''
        case 'values:public-keys list --sort' \
            'values:public-keys list -s'
            set kind list
            set found \
                'key'\t'' \
                '-key'\t''
        case 'values:dids list --columns' \
            'values:dids get --columns' \
            'values:dids list -c' \
            'values:dids get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'number'\t'' \
                'description'\t'' \
                'blocked'\t'' \
                'awaiting_registration'\t'' \
                'terminated'\t'' \
                'emergency_enabled'\t'' \
                'capacity_limit'\t'' \
                'channels_included_count'\t'' \
                'dedicated_channels_count'\t'' \
                'billing_cycles_count'\t'' \
                'created_at'\t'' \
                'expires_at'\t'' \
                'did_group'\t'' \
                'order'\t'' \
                'capacity_pool'\t'' \
                'shared_capacity_group'\t'' \
                'address_verification'\t'' \
                'voice_in_trunk'\t'' \
                'voice_in_trunk_group'\t'' \
                'sms_trunk'\t'' \
                'sms_trunk_group'\t'' \
                'emergency_calling_service'\t'' \
                'emergency_verification'\t'' \
                'identity'\t''
        case 'values:did-groups list --columns' \
            'values:did-groups get --columns' \
            'values:did-groups list -c' \
            'values:did-groups get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'prefix'\t'' \
                'area_name'\t'' \
                'features'\t'' \
                'is_metered'\t'' \
                'allow_additional_channels'\t'' \
                'service_restrictions'\t'' \
                'number_type'\t'' \
                'is_demo'\t'' \
                'meta.available_dids_enabled'\t'' \
                'meta.needs_registration'\t'' \
                'meta.is_available'\t'' \
                'meta.total_count'\t'' \
                'country'\t'' \
                'city'\t'' \
                'did_group_type'\t'' \
                'region'\t'' \
                'stock_keeping_units'\t'' \
                'address_requirement'\t''
        case 'values:did-group-types list --columns' \
            'values:did-group-types get --columns' \
            'values:pops list --columns' \
            'values:pops get --columns' \
            'values:did-group-types list -c' \
            'values:did-group-types get -c' \
            'values:pops list -c' \
            'values:pops get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'name'\t''
        case 'values:available-dids list --columns' \
            'values:available-dids get --columns' \
            'values:available-dids list -c' \
            'values:available-dids get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'number'\t'' \
                'did_group'\t'' \
                'nanpa_prefix'\t''
        case 'values:nanpa-prefixes list --columns' \
            'values:nanpa-prefixes get --columns' \
            'values:nanpa-prefixes list -c' \
            'values:nanpa-prefixes get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'npa'\t'' \
                'nxx'\t'' \
                'country'\t'' \
                'region'\t''
        case 'values:reservations list --columns' \
            'values:reservations get --columns' \
            'values:reservations list -c' \
            'values:reservations get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'description'\t'' \
                'created_at'\t'' \
                'expires_at'\t'' \
                'available_did'\t''
        case 'values:history list --columns' \
            'values:history get --columns' \
            'values:history list -c' \
            'values:history get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'did_number'\t'' \
                'action'\t'' \
                'method'\t'' \
                'created_at'\t'' \
                'meta.from'\t'' \
                'meta.to'\t''
        case 'values:countries list --columns' \
            'values:countries get --columns' \
            'values:countries list -c' \
            'values:countries get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'name'\t'' \
                'prefix'\t'' \
                'iso'\t'' \
                'regions'\t''
        case 'values:regions list --columns' \
            'values:regions get --columns' \
            'values:regions list -c' \
            'values:regions get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'name'\t'' \
                'iso'\t'' \
                'country'\t''
        case 'values:cities list --columns' \
            'values:cities get --columns' \
            'values:cities list -c' \
            'values:cities get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'name'\t'' \
                'country'\t'' \
                'region'\t'' \
                'area'\t''
        case 'values:areas list --columns' \
            'values:areas get --columns' \
            'values:areas list -c' \
            'values:areas get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'name'\t'' \
                'country'\t''
        case 'values:trunks list --columns' \
            'values:trunks list -c'
            set kind list
            set found \
                'direction'\t'' \
                'id'\t'' \
                'type'\t'' \
                'name'\t'' \
                'external_reference_id'\t'' \
                'capacity_limit'\t'' \
                'created_at'\t''
        case 'values:trunks in list --columns' \
            'values:trunks in get --columns' \
            'values:trunks in list -c' \
            'values:trunks in get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'name'\t'' \
                'description'\t'' \
                'external_reference_id'\t'' \
                'priority'\t'' \
                'weight'\t'' \
                'capacity_limit'\t'' \
                'cli_format'\t'' \
                'cli_prefix'\t'' \
                'ringing_timeout'\t'' \
                'created_at'\t'' \
                'configuration'\t'' \
                'configuration.type'\t'' \
                'configuration.allowed_rtp_ips'\t'' \
                'configuration.auth_enabled'\t'' \
                'configuration.auth_from_domain'\t'' \
                'configuration.auth_from_user'\t'' \
                'configuration.auth_password'\t'' \
                'configuration.auth_user'\t'' \
                'configuration.cnam_lookup'\t'' \
                'configuration.codec_ids'\t'' \
                'configuration.diversion_inject_mode'\t'' \
                'configuration.diversion_relay_policy'\t'' \
                'configuration.dns_srv_failover_timer'\t'' \
                'configuration.dst'\t'' \
                'configuration.enabled_sip_registration'\t'' \
                'configuration.force_symmetric_rtp'\t'' \
                'configuration.host'\t'' \
                'configuration.incoming_auth_password'\t'' \
                'configuration.incoming_auth_username'\t'' \
                'configuration.max_30x_redirects'\t'' \
                'configuration.max_transfers'\t'' \
                'configuration.media_encryption_mode'\t'' \
                'configuration.network_protocol_priority'\t'' \
                'configuration.port'\t'' \
                'configuration.rerouting_disconnect_code_ids'\t'' \
                'configuration.resolve_ruri'\t'' \
                'configuration.rtp_ping'\t'' \
                'configuration.rtp_timeout'\t'' \
                'configuration.rx_dtmf_format_id'\t'' \
                'configuration.sip_timer_b'\t'' \
                'configuration.sst_accept_501'\t'' \
                'configuration.sst_enabled'\t'' \
                'configuration.sst_max_timer'\t'' \
                'configuration.sst_min_timer'\t'' \
                'configuration.sst_refresh_method_id'\t'' \
                'configuration.sst_session_expires'\t'' \
                'configuration.stir_shaken_mode'\t'' \
                'configuration.symmetric_rtp_ignore_rtcp'\t'' \
                'configuration.transport_protocol_id'\t'' \
                'configuration.tx_dtmf_format_id'\t'' \
                'configuration.use_did_in_ruri'\t'' \
                'configuration.username'\t'' \
                'pop'\t'' \
                'voice_in_trunk_group'\t''
        case 'values:trunks groups list --columns' \
            'values:trunks groups get --columns' \
            'values:trunks groups list -c' \
            'values:trunks groups get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'name'\t'' \
                'capacity_limit'\t'' \
                'external_reference_id'\t'' \
                'created_at'\t'' \
                'meta.trunks_count'\t'' \
                'voice_in_trunks'\t''
        case 'values:trunks out list --columns' \
            'values:trunks out get --columns' \
            'values:trunks out list -c' \
            'values:trunks out get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'name'\t'' \
                'status'\t'' \
                'external_reference_id'\t'' \
                'capacity_limit'\t'' \
                'allow_any_did_as_cli'\t'' \
                'on_cli_mismatch_action'\t'' \
                'default_dst_action'\t'' \
                'dst_prefixes'\t'' \
                'media_encryption_mode'\t'' \
                'allowed_rtp_ips'\t'' \
                'force_symmetric_rtp'\t'' \
                'rtp_ping'\t'' \
                'rtp_timeout'\t'' \
                'threshold_amount'\t'' \
                'callback_url'\t'' \
                'emergency_enable_all'\t'' \
                'created_at'\t'' \
                'threshold_reached'\t'' \
                'authentication_method'\t'' \
                'authentication_method.type'\t'' \
                'authentication_method.allowed_sip_ips'\t'' \
                'authentication_method.password'\t'' \
                'authentication_method.tech_prefix'\t'' \
                'authentication_method.twilio_account_sid'\t'' \
                'authentication_method.username'\t'' \
                'meta.spent_amount'\t'' \
                'dids'\t'' \
                'emergency_dids'\t''
        case 'values:capacity pools list --columns' \
            'values:capacity pools get --columns' \
            'values:capacity pools list -c' \
            'values:capacity pools get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'name'\t'' \
                'renew_date'\t'' \
                'total_channels_count'\t'' \
                'assigned_channels_count'\t'' \
                'minimum_limit'\t'' \
                'minimum_qty_per_order'\t'' \
                'setup_price'\t'' \
                'monthly_price'\t'' \
                'metered_rate'\t'' \
                'monthly_cost'\t'' \
                'countries'\t'' \
                'shared_capacity_groups'\t'' \
                'qty_based_pricings'\t''
        case 'values:capacity groups list --columns' \
            'values:capacity groups get --columns' \
            'values:capacity groups list -c' \
            'values:capacity groups get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'name'\t'' \
                'shared_channels_count'\t'' \
                'metered_channels_count'\t'' \
                'external_reference_id'\t'' \
                'created_at'\t'' \
                'capacity_pool'\t'' \
                'dids'\t''
        case 'values:sms trunks list --columns' \
            'values:sms trunks get --columns' \
            'values:sms trunks list -c' \
            'values:sms trunks get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'name'\t'' \
                'external_reference_id'\t'' \
                'blocked'\t'' \
                'priority'\t'' \
                'allow_any_did_as_source'\t'' \
                'allow_in'\t'' \
                'allow_out'\t'' \
                'created_at'\t'' \
                'updated_at'\t'' \
                'configuration'\t'' \
                'configuration.type'\t'' \
                'configuration.allowed_ips'\t'' \
                'configuration.auth_name'\t'' \
                'configuration.auth_password'\t'' \
                'configuration.body'\t'' \
                'configuration.body_type'\t'' \
                'configuration.callback_url'\t'' \
                'configuration.connection_timeout'\t'' \
                'configuration.follow_redirect'\t'' \
                'configuration.headers'\t'' \
                'configuration.host'\t'' \
                'configuration.http_method'\t'' \
                'configuration.message'\t'' \
                'configuration.password'\t'' \
                'configuration.query_parameters'\t'' \
                'configuration.rx_port'\t'' \
                'configuration.send_to'\t'' \
                'configuration.server_location'\t'' \
                'configuration.subject'\t'' \
                'configuration.system_id'\t'' \
                'configuration.system_type'\t'' \
                'configuration.transceiver_mode'\t'' \
                'configuration.tx_port'\t'' \
                'configuration.url'\t'' \
                'configuration.use_ssl'\t'' \
                'configuration.validate_https_certificate'\t'' \
                'meta.host'\t'' \
                'outgoing_dids'\t'' \
                'incoming_dids'\t'' \
                'sms_trunk_group'\t''
        case 'values:sms groups list --columns' \
            'values:sms groups get --columns' \
            'values:sms groups list -c' \
            'values:sms groups get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'name'\t'' \
                'external_reference_id'\t'' \
                'created_at'\t'' \
                'updated_at'\t'' \
                'meta.sms_trunks_count'\t'' \
                'sms_trunks'\t'' \
                'incoming_dids'\t''
        case 'values:sms sender-ids list --columns' \
            'values:sms sender-ids get --columns' \
            'values:sms sender-ids list -c' \
            'values:sms sender-ids get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'name'\t'' \
                'reference'\t'' \
                'status'\t'' \
                'sender_type'\t'' \
                'sender_ids'\t'' \
                'reject_reasons'\t'' \
                'reject_comment'\t'' \
                'renew_date'\t'' \
                'created_at'\t'' \
                'activated_at'\t'' \
                'closed_at'\t'' \
                'sms_trunk'\t'' \
                'countries'\t'' \
                'dids'\t'' \
                'order'\t'' \
                'identity'\t'' \
                'address'\t''
        case 'values:orders list --columns' \
            'values:orders get --columns' \
            'values:orders list -c' \
            'values:orders get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'reference'\t'' \
                'description'\t'' \
                'amount'\t'' \
                'status'\t'' \
                'created_at'\t'' \
                'callback_url'\t'' \
                'callback_method'\t'' \
                'external_reference_id'\t'' \
                'items'\t'' \
                'items.type'\t'' \
                'items.billed_from'\t'' \
                'items.billed_to'\t'' \
                'items.capacity_pool_id'\t'' \
                'items.did_group_id'\t'' \
                'items.emergency_calling_service_id'\t'' \
                'items.monthly_price'\t'' \
                'items.mrc'\t'' \
                'items.nrc'\t'' \
                'items.prorated_mrc'\t'' \
                'items.qty'\t'' \
                'items.setup_price'\t''
        case 'values:exports list --columns' \
            'values:exports get --columns' \
            'values:exports list -c' \
            'values:exports get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'export_type'\t'' \
                'status'\t'' \
                'url'\t'' \
                'filters'\t'' \
                'callback_url'\t'' \
                'callback_method'\t'' \
                'external_reference_id'\t'' \
                'created_at'\t''
        case 'values:emergency requirements list --columns' \
            'values:emergency requirements get --columns' \
            'values:emergency requirements list -c' \
            'values:emergency requirements get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'identity_type'\t'' \
                'personal_area_level'\t'' \
                'business_area_level'\t'' \
                'address_area_level'\t'' \
                'personal_mandatory_fields'\t'' \
                'business_mandatory_fields'\t'' \
                'address_mandatory_fields'\t'' \
                'estimate_setup_time'\t'' \
                'requirement_restriction_message'\t'' \
                'number_type'\t'' \
                'meta.setup_price'\t'' \
                'meta.monthly_price'\t'' \
                'country'\t'' \
                'did_group_type'\t''
        case 'values:emergency services list --columns' \
            'values:emergency services get --columns' \
            'values:emergency services list -c' \
            'values:emergency services get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'name'\t'' \
                'reference'\t'' \
                'status'\t'' \
                'activated_at'\t'' \
                'canceled_at'\t'' \
                'renew_date'\t'' \
                'created_at'\t'' \
                'number_type'\t'' \
                'meta.setup_price'\t'' \
                'meta.monthly_price'\t'' \
                'country'\t'' \
                'did_group_type'\t'' \
                'order'\t'' \
                'emergency_requirement'\t'' \
                'emergency_verification'\t'' \
                'dids'\t''
        case 'values:emergency verifications list --columns' \
            'values:emergency verifications get --columns' \
            'values:emergency verifications list -c' \
            'values:emergency verifications get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'reference'\t'' \
                'status'\t'' \
                'reject_reasons'\t'' \
                'reject_comment'\t'' \
                'callback_url'\t'' \
                'callback_method'\t'' \
                'external_reference_id'\t'' \
                'created_at'\t'' \
                'address'\t'' \
                'emergency_calling_service'\t'' \
                'dids'\t''
        case 'values:identities list --columns' \
            'values:identities get --columns' \
            'values:identities list -c' \
            'values:identities get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'identity_type'\t'' \
                'first_name'\t'' \
                'last_name'\t'' \
                'phone_number'\t'' \
                'contact_email'\t'' \
                'company_name'\t'' \
                'company_reg_number'\t'' \
                'vat_id'\t'' \
                'id_number'\t'' \
                'personal_tax_id'\t'' \
                'birth_date'\t'' \
                'description'\t'' \
                'external_reference_id'\t'' \
                'created_at'\t'' \
                'verified'\t'' \
                'country'\t'' \
                'birth_country'\t'' \
                'proofs'\t'' \
                'addresses'\t'' \
                'permanent_documents'\t''
        case 'values:addresses list --columns' \
            'values:addresses get --columns' \
            'values:addresses list -c' \
            'values:addresses get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'address'\t'' \
                'city_name'\t'' \
                'postal_code'\t'' \
                'description'\t'' \
                'external_reference_id'\t'' \
                'created_at'\t'' \
                'verified'\t'' \
                'identity'\t'' \
                'country'\t'' \
                'area'\t'' \
                'city'\t'' \
                'proofs'\t''
        case 'values:address-requirements list --columns' \
            'values:address-requirements get --columns' \
            'values:address-requirements list -c' \
            'values:address-requirements get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'identity_type'\t'' \
                'personal_area_level'\t'' \
                'business_area_level'\t'' \
                'address_area_level'\t'' \
                'personal_proof_qty'\t'' \
                'business_proof_qty'\t'' \
                'address_proof_qty'\t'' \
                'personal_mandatory_fields'\t'' \
                'business_mandatory_fields'\t'' \
                'service_description_required'\t'' \
                'restriction_message'\t'' \
                'number_type'\t'' \
                'country'\t'' \
                'did_group_type'\t'' \
                'personal_permanent_document'\t'' \
                'business_permanent_document'\t'' \
                'personal_onetime_document'\t'' \
                'business_onetime_document'\t'' \
                'personal_proof_types'\t'' \
                'business_proof_types'\t'' \
                'address_proof_types'\t''
        case 'values:address-verifications list --columns' \
            'values:address-verifications get --columns' \
            'values:address-verifications list -c' \
            'values:address-verifications get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'reference'\t'' \
                'status'\t'' \
                'reject_reasons'\t'' \
                'reject_comment'\t'' \
                'service_description'\t'' \
                'callback_url'\t'' \
                'callback_method'\t'' \
                'external_reference_id'\t'' \
                'created_at'\t'' \
                'address'\t'' \
                'dids'\t''
        case 'values:proofs list --columns' \
            'values:proofs get --columns' \
            'values:proofs list -c' \
            'values:proofs get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'created_at'\t'' \
                'expires_at'\t'' \
                'external_reference_id'\t'' \
                'proof_type'\t'' \
                'entity'\t''
        case 'values:proof-types list --columns' \
            'values:proof-types get --columns' \
            'values:proof-types list -c' \
            'values:proof-types get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'name'\t'' \
                'entity_type'\t''
        case 'values:documents list --columns' \
            'values:documents get --columns' \
            'values:documents list -c' \
            'values:documents get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'created_at'\t'' \
                'external_reference_id'\t'' \
                'template'\t'' \
                'identity'\t''
        case 'values:document-templates list --columns' \
            'values:document-templates get --columns' \
            'values:document-templates list -c' \
            'values:document-templates get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'name'\t'' \
                'permanent'\t'' \
                'url'\t''
        case 'values:files list --columns' \
            'values:files get --columns' \
            'values:files list -c' \
            'values:files get -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'description'\t'' \
                'expires_at'\t''
        case 'values:public-keys list --columns' \
            'values:public-keys list -c'
            set kind list
            set found \
                'id'\t'' \
                'type'\t'' \
                'key'\t''
        case 'values:dids update --set'
            set kind words
            set found \
                'description='\t'' \
                'terminated='\t'' \
                'capacity_limit='\t'' \
                'dedicated_channels_count='\t'' \
                'billing_cycles_count='\t''
        case 'values:reservations create --set'
            set kind words
            set found \
                'description='\t''
        case 'values:trunks in create --set' \
            'values:trunks in update --set'
            set kind words
            set found \
                'name='\t'' \
                'description='\t'' \
                'external_reference_id='\t'' \
                'priority='\t'' \
                'weight='\t'' \
                'capacity_limit='\t'' \
                'cli_format='\t'' \
                'cli_prefix='\t'' \
                'ringing_timeout='\t'' \
                'configuration='\t'' \
                'pop='\t''
        case 'values:trunks groups create --set' \
            'values:trunks groups update --set'
            set kind words
            set found \
                'name='\t'' \
                'capacity_limit='\t'' \
                'external_reference_id='\t''
        case 'values:trunks out create --set' \
            'values:trunks out update --set'
            set kind words
            set found \
                'name='\t'' \
                'status='\t'' \
                'external_reference_id='\t'' \
                'capacity_limit='\t'' \
                'allow_any_did_as_cli='\t'' \
                'on_cli_mismatch_action='\t'' \
                'default_dst_action='\t'' \
                'dst_prefixes='\t'' \
                'media_encryption_mode='\t'' \
                'allowed_rtp_ips='\t'' \
                'force_symmetric_rtp='\t'' \
                'rtp_ping='\t'' \
                'rtp_timeout='\t'' \
                'threshold_amount='\t'' \
                'callback_url='\t'' \
                'emergency_enable_all='\t'' \
                'authentication_method='\t''
        case 'values:capacity pools update --set'
            set kind words
            set found \
                'total_channels_count='\t''
        case 'values:capacity groups create --set' \
            'values:capacity groups update --set'
            set kind words
            set found \
                'name='\t'' \
                'shared_channels_count='\t'' \
                'metered_channels_count='\t'' \
                'external_reference_id='\t''
        case 'values:sms trunks create --set' \
            'values:sms trunks update --set'
            set kind words
            set found \
                'name='\t'' \
                'external_reference_id='\t'' \
                'blocked='\t'' \
                'priority='\t'' \
                'allow_any_did_as_source='\t'' \
                'configuration='\t''
        case 'values:sms groups create --set' \
            'values:sms groups update --set'
            set kind words
            set found \
                'name='\t'' \
                'external_reference_id='\t''
        case 'values:sms sender-ids update --set'
            set kind words
            set found \
                'name='\t''
        case 'values:orders create --set'
            set kind words
            set found \
                'callback_url='\t'' \
                'callback_method='\t'' \
                'external_reference_id='\t'' \
                'items='\t'' \
                'allow_back_ordering='\t''
        case 'values:orders update --set' \
            'values:exports update --set' \
            'values:emergency verifications update --set' \
            'values:address-verifications update --set' \
            'values:proofs create --set' \
            'values:proofs update --set' \
            'values:documents create --set' \
            'values:documents update --set'
            set kind words
            set found \
                'external_reference_id='\t''
        case 'values:emergency verifications create --set'
            set kind words
            set found \
                'callback_url='\t'' \
                'callback_method='\t'' \
                'external_reference_id='\t''
        case 'values:identities create --set'
            set kind words
            set found \
                'identity_type='\t'' \
                'first_name='\t'' \
                'last_name='\t'' \
                'phone_number='\t'' \
                'contact_email='\t'' \
                'company_name='\t'' \
                'company_reg_number='\t'' \
                'vat_id='\t'' \
                'id_number='\t'' \
                'personal_tax_id='\t'' \
                'birth_date='\t'' \
                'description='\t'' \
                'external_reference_id='\t''
        case 'values:identities update --set'
            set kind words
            set found \
                'first_name='\t'' \
                'last_name='\t'' \
                'phone_number='\t'' \
                'contact_email='\t'' \
                'company_name='\t'' \
                'company_reg_number='\t'' \
                'vat_id='\t'' \
                'id_number='\t'' \
                'personal_tax_id='\t'' \
                'birth_date='\t'' \
                'description='\t'' \
                'external_reference_id='\t''
        case 'values:addresses create --set' \
            'values:addresses update --set'
            set kind words
            set found \
                'address='\t'' \
                'city_name='\t'' \
                'postal_code='\t'' \
                'description='\t'' \
                'external_reference_id='\t''
        case 'values:address-verifications create --set'
            set kind words
            set found \
                'service_description='\t'' \
                'callback_url='\t'' \
                'callback_method='\t'' \
                'external_reference_id='\t''
        case 'values:dids update --unset'
            set kind words
            set found \
                'description'\t'' \
                'capacity_limit'\t'' \
                'billing_cycles_count'\t''
        case 'values:reservations create --unset' \
            'values:capacity pools update --unset' \
            'values:sms sender-ids update --unset'
            set kind words
            set found
        case 'values:trunks in create --unset' \
            'values:trunks in update --unset'
            set kind words
            set found \
                'description'\t'' \
                'external_reference_id'\t'' \
                'capacity_limit'\t'' \
                'cli_format'\t'' \
                'cli_prefix'\t'' \
                'ringing_timeout'\t'' \
                'pop'\t''
        case 'values:trunks groups create --unset' \
            'values:trunks groups update --unset'
            set kind words
            set found \
                'capacity_limit'\t'' \
                'external_reference_id'\t''
        case 'values:trunks out create --unset' \
            'values:trunks out update --unset'
            set kind words
            set found \
                'external_reference_id'\t'' \
                'capacity_limit'\t'' \
                'allowed_rtp_ips'\t'' \
                'callback_url'\t''
        case 'values:capacity groups create --unset' \
            'values:capacity groups update --unset'
            set kind words
            set found \
                'metered_channels_count'\t'' \
                'external_reference_id'\t''
        case 'values:sms trunks create --unset' \
            'values:sms trunks update --unset'
            set kind words
            set found \
                'external_reference_id'\t'' \
                'priority'\t''
        case 'values:sms groups create --unset' \
            'values:sms groups update --unset' \
            'values:orders create --unset' \
            'values:orders update --unset' \
            'values:exports update --unset' \
            'values:emergency verifications create --unset' \
            'values:emergency verifications update --unset' \
            'values:address-verifications create --unset' \
            'values:address-verifications update --unset' \
            'values:proofs create --unset' \
            'values:proofs update --unset' \
            'values:documents create --unset' \
            'values:documents update --unset'
            set kind words
            set found \
                'external_reference_id'\t''
        case 'values:identities create --unset' \
            'values:identities update --unset'
            set kind words
            set found \
                'contact_email'\t'' \
                'company_name'\t'' \
                'company_reg_number'\t'' \
                'vat_id'\t'' \
                'id_number'\t'' \
                'personal_tax_id'\t'' \
                'birth_date'\t'' \
                'description'\t'' \
                'external_reference_id'\t''
        case 'values:addresses create --unset' \
            'values:addresses update --unset'
            set kind words
            set found \
                'description'\t'' \
                'external_reference_id'\t''
        case 'values:--trunk'
            set kind names
            set found \
                'voice_in_trunks'\t'' \
                'voice_in_trunk_groups'\t'' \
                'sms_trunks'\t'' \
                'sms_trunk_groups'\t''
        case 'values:trunks list --filter name=' \
            'values:trunks list -f name='
            set kind several
            set found \
                'voice_in_trunks'\t'' \
                'voice_out_trunks'\t''
        case 'values:trunks out list --filter name=' \
            'values:trunks out update --filter name=' \
            'values:trunks out delete --filter name=' \
            'values:trunks out list -f name=' \
            'values:trunks out update -f name=' \
            'values:trunks out delete -f name='
            set kind several
            set found \
                'voice_out_trunks'\t''
        case 'values:--cli-format'
            set kind words
            set found \
                'raw'\t'' \
                'e164'\t'' \
                'local'\t''
        case 'values:--sip-transport-protocol-id' \
            'values:--transport'
            set kind words
            set found \
                'UDP'\t'' \
                'TCP'\t'' \
                'TLS'\t''
        case 'values:--sip-network-protocol-priority'
            set kind words
            set found \
                'force_ipv4'\t'' \
                'force_ipv6'\t'' \
                'any'\t'' \
                'prefer_ipv4'\t'' \
                'prefer_ipv6'\t''
        case 'values:--sip-codec-ids' \
            'values:--codecs' \
            'values:--add-sip-codec-ids' \
            'values:--add-codecs' \
            'values:--remove-sip-codec-ids' \
            'values:--remove-codecs'
            set kind list
            set found \
                'telephone-event'\t'' \
                'G723'\t'' \
                'G729'\t'' \
                'PCMU'\t'' \
                'PCMA'\t'' \
                'SPEEX'\t'' \
                'GSM'\t'' \
                'G726-32'\t'' \
                'G721'\t'' \
                'G726-24'\t'' \
                'G726-40'\t'' \
                'G726-16'\t'' \
                'L16'\t''
        case 'values:--sip-rx-dtmf-format-id' \
            'values:--rx-dtmf'
            set kind words
            set found \
                'RFC2833'\t'' \
                'INFO'\t'' \
                'RFC2833-or-INFO'\t''
        case 'values:--sip-tx-dtmf-format-id' \
            'values:--tx-dtmf'
            set kind words
            set found \
                'disabled'\t'' \
                'RFC2833'\t'' \
                'INFO-relay'\t'' \
                'INFO'\t''
        case 'values:--sip-sst-refresh-method-id' \
            'values:--sip-sst-refresh-method'
            set kind words
            set found \
                'INVITE'\t'' \
                'UPDATE'\t'' \
                'UPDATE-or-INVITE'\t''
        case 'values:--sip-media-encryption-mode' \
            'values:--media-encryption-mode'
            set kind words
            set found \
                'disabled'\t'' \
                'srtp_sdes'\t'' \
                'srtp_dtls'\t'' \
                'zrtp'\t''
        case 'values:--sip-stir-shaken-mode'
            set kind words
            set found \
                'disabled'\t'' \
                'original'\t'' \
                'pai'\t'' \
                'original_pai'\t'' \
                'verstat'\t''
        case 'values:--sip-diversion-relay-policy'
            set kind words
            set found \
                'none'\t'' \
                'as_is'\t'' \
                'sip'\t'' \
                'tel'\t''
        case 'values:--sip-diversion-inject-mode'
            set kind words
            set found \
                'none'\t'' \
                'did_number'\t''
        case 'values:--sip-rerouting-disconnect-code-ids' \
            'values:--reroute-on' \
            'values:--add-sip-rerouting-disconnect-code-ids' \
            'values:--add-reroute-on' \
            'values:--remove-sip-rerouting-disconnect-code-ids' \
            'values:--remove-reroute-on'
            set kind list
            set found \
                '400'\t'Bad Request' \
                '401'\t'Unauthorized' \
                '402'\t'Payment Required' \
                '403'\t'Forbidden' \
                '404'\t'Not Found' \
                '408'\t'Request Timeout' \
                '409'\t'Conflict' \
                '410'\t'Gone' \
                '412'\t'Conditional Request Failed' \
                '413'\t'Request Entity Too Large' \
                '414'\t'Request-URI Too Long' \
                '415'\t'Unsupported Media Type' \
                '416'\t'Unsupported URI Scheme' \
                '417'\t'Unknown Resource-Priority' \
                '420'\t'Bad Extension' \
                '421'\t'Extension Required' \
                '422'\t'Session Interval Too Small' \
                '423'\t'Interval Too Brief' \
                '424'\t'Bad Location Information' \
                '428'\t'Use Identity Header' \
                '429'\t'Provide Referrer Identity' \
                '433'\t'Anonymity Disallowed' \
                '436'\t'Bad Identity-Info' \
                '437'\t'Unsupported Certificate' \
                '438'\t'Invalid Identity Header' \
                '480'\t'Temporarily Unavailable' \
                '482'\t'Loop Detected' \
                '483'\t'Too Many Hops' \
                '484'\t'Address Incomplete' \
                '485'\t'Ambiguous' \
                '486'\t'Busy Here' \
                '487'\t'Request Terminated' \
                '488'\t'Not Acceptable Here' \
                '494'\t'Security Agreement Required' \
                '500'\t'Server Internal Error' \
                '501'\t'Not Implemented' \
                '502'\t'Bad Gateway' \
                '503'\t'Service Unavailable' \
                '504'\t'Server Time-out' \
                '505'\t'Version Not Supported' \
                '513'\t'Message Too Large' \
                '580'\t'Precondition Failure' \
                '600'\t'Busy Everywhere' \
                '603'\t'Decline' \
                '604'\t'Does Not Exist Anywhere' \
                '606'\t'Not Acceptable' \
                'Ringing-timeout'\t''
        case 'values:--pop'
            set kind words
            set found \
                'NYC'\t'' \
                'FRA'\t'' \
                'LAC'\t'' \
                'MIA'\t'' \
                'SG'\t'' \
                'HK'\t'' \
                'AMS'\t''
        case 'values:--status'
            set kind words
            set found \
                'active'\t'' \
                'blocked'\t''
        case 'values:--on-cli-mismatch-action'
            set kind words
            set found \
                'reject_call'\t'' \
                'replace_cli'\t'' \
                'send_original_cli'\t'' \
                'randomize_cli'\t''
        case 'values:--default-dst-action'
            set kind words
            set found \
                'allow_all'\t'' \
                'reject_all'\t''
        case 'values:--auth'
            set kind words
            set found \
                'credentials_and_ip'\t'' \
                'twilio'\t''
        case 'values:--http-in-http-method'
            set kind words
            set found \
                'get'\t'' \
                'post'\t'' \
                'put'\t''
        case 'values:--http-in-body-type'
            set kind words
            set found \
                'json'\t'' \
                'html_multipart'\t'' \
                'html_url_encoded'\t'' \
                'raw'\t''
        case 'values:orders create --callback-method' \
            'values:exports create --callback-method' \
            'values:emergency verifications create --callback-method' \
            'values:address-verifications create --callback-method' \
            'values:--method'
            set kind words
            set found \
                'get'\t'' \
                'post'\t''
        case 'values:exports create --type' \
            'values:exports create --export-type'
            set kind words
            set found \
                'cdr_in'\t'' \
                'cdr_out'\t'' \
                'sms_in'\t'' \
                'sms_out'\t''
        case 'values:cdr summary --type' \
            'values:cdr summary --export-type'
            set kind words
            set found \
                'cdr_in'\t'' \
                'cdr_out'\t''
        case 'values:prices lookup --service' \
            'values:prices download --service'
            set kind words
            set found \
                'voice-in'\t'' \
                'voice-out'\t'' \
                'sms-in'\t'' \
                'sms-out-a2p'\t'' \
                'sms-out-p2p'\t'' \
                'sms-out-otp'\t''
        case 'values:--filter address=' \
            'values:--filter address.external_reference_id=' \
            'values:-f address=' \
            'values:-f address.external_reference_id=' \
            'values:addresses list --filter external_reference_id=' \
            'values:addresses update --filter external_reference_id=' \
            'values:addresses delete --filter external_reference_id=' \
            'values:addresses list -f external_reference_id=' \
            'values:addresses update -f external_reference_id=' \
            'values:addresses delete -f external_reference_id='
            set kind several
            set found \
                'addresses'\t''
        case 'values:--filter identity=' \
            'values:--filter identity.external_reference_id=' \
            'values:-f identity=' \
            'values:-f identity.external_reference_id=' \
            'values:identities list --filter external_reference_id=' \
            'values:identities update --filter external_reference_id=' \
            'values:identities delete --filter external_reference_id=' \
            'values:identities list -f external_reference_id=' \
            'values:identities update -f external_reference_id=' \
            'values:identities delete -f external_reference_id='
            set kind several
            set found \
                'identities'\t''
        case 'values:--identity-type'
            set kind words
            set found \
                'personal'\t'' \
                'business'\t''
        case 'values:--entity'
            set kind names
            set found \
                'identities'\t'' \
                'addresses'\t''
        case 'values:--event'
            set kind words
            set found \
                'order-completed'\t'' \
                'order-canceled'\t'' \
                'export-completed'\t'' \
                'address-verification-approved'\t'' \
                'address-verification-rejected'\t'' \
                'emergency-verification-approved'\t'' \
                'emergency-verification-rejected'\t'' \
                'trunk-blocked'\t'' \
                'trunk-unblocked'\t''
        case 'alias:did_groups'
            set kind alias
            set found \
                'did-groups'\t''
        case 'alias:did_group_types'
            set kind alias
            set found \
                'did-group-types'\t''
        case 'alias:available_dids'
            set kind alias
            set found \
                'available-dids'\t''
        case 'alias:nanpa_prefixes'
            set kind alias
            set found \
                'nanpa-prefixes'\t''
        case 'alias:did_reservations' \
            'alias:did-reservations'
            set kind alias
            set found \
                'reservations'\t''
        case 'alias:did_history' \
            'alias:did-history'
            set kind alias
            set found \
                'history'\t''
        case 'alias:voice_in_trunks' \
            'alias:voice-in-trunks'
            set kind alias
            set found \
                'trunks in'\t''
        case 'alias:voice_in_trunk_groups' \
            'alias:voice-in-trunk-groups'
            set kind alias
            set found \
                'trunks groups'\t''
        case 'alias:voice_out_trunks' \
            'alias:voice-out-trunks'
            set kind alias
            set found \
                'trunks out'\t''
        case 'alias:capacity_pools' \
            'alias:capacity-pools'
            set kind alias
            set found \
                'capacity pools'\t''
        case 'alias:shared_capacity_groups' \
            'alias:shared-capacity-groups'
            set kind alias
            set found \
                'capacity groups'\t''
        case 'alias:sms_trunks' \
            'alias:sms-trunks'
            set kind alias
            set found \
                'sms trunks'\t''
        case 'alias:sms_trunk_groups' \
            'alias:sms-trunk-groups'
            set kind alias
            set found \
                'sms groups'\t''
        case 'alias:sender_id_verifications' \
            'alias:sender-id-verifications'
            set kind alias
            set found \
                'sms sender-ids'\t''
        case 'alias:balances'
            set kind alias
            set found \
                'balance'\t''
        case 'alias:emergency_requirements' \
            'alias:emergency-requirements'
            set kind alias
            set found \
                'emergency requirements'\t''
        case 'alias:emergency_calling_services' \
            'alias:emergency-calling-services'
            set kind alias
            set found \
                'emergency services'\t''
        case 'alias:emergency_verifications' \
            'alias:emergency-verifications'
            set kind alias
            set found \
                'emergency verifications'\t''
        case 'alias:address_requirements'
            set kind alias
            set found \
                'address-requirements'\t''
        case 'alias:address_verifications'
            set kind alias
            set found \
                'address-verifications'\t''
        case 'alias:proof_types'
            set kind alias
            set found \
                'proof-types'\t''
        case 'alias:permanent_supporting_documents' \
            'alias:permanent-supporting-documents'
            set kind alias
            set found \
                'documents'\t''
        case 'alias:supporting_document_templates' \
            'alias:supporting-document-templates'
            set kind alias
            set found \
                'document-templates'\t''
        case 'alias:encrypted_files' \
            'alias:encrypted-files'
            set kind alias
            set found \
                'files'\t''
        case 'alias:public_keys'
            set kind alias
            set found \
                'public-keys'\t''
        case '*'
            return 1
    end
    return 0
end
