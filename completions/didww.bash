# Completion of didww for bash, 3.2 and newer. Made by: didww completion bash

_didww() {
  local IFS=$' \t\n' place='' option='' count=0 ended='' before='' after='' kind found words word index last current
  local profile=$DIDWW_PROFILE environment=$DIDWW_ENVIRONMENT plain kept quote odd
  COMPREPLY=()
  _didww_split
  last=$((${#words[@]} - 1))
  current=${words[last]}
  for ((index = 1; index < last; index++)); do
    word=${words[index]}
    case ${option:+$option=}$word in
      --profile=*|-p=*) _didww_read "${word#--profile=}"; profile=$plain ;;
      -p?*) _didww_read "${word#-p}"; profile=$plain ;;
      --environment=*) environment=${word#--environment=} ;;
    esac
    if [[ $option ]]; then option=''
    elif [[ $ended ]]; then count=$((count + 1))
    elif [[ $word == -- ]]; then ended=yes
    elif [[ $word == -*=* ]]; then :
    elif [[ $word == -* ]]; then _didww_values "$word" && option=$word
    elif _didww_data "commands:$place" && [[ " $found " == *[[:space:]]"$word"[[:space:]]* ]]; then
      place=${place:+$place }$word
    elif [[ ! $place ]] && _didww_data "alias:$word"; then place=$found
    else count=$((count + 1))
    fi
  done
  if [[ ${words[last - 1]} == *[\<\>] ]]; then kind=files
  elif [[ $option ]]; then _didww_option_values
  elif [[ ! $ended && $current == --*=* ]]; then
    option=${current%%=*} before=${current%%=*}=
    _didww_option_values || return
  elif [[ ! $ended && $current == -* ]]; then _didww_options
  else
    _didww_data "commands:$place" || _didww_data "arguments:$place $((count + 1))" ||
      _didww_data "arguments:$place" || [[ $ended ]] || _didww_options
  fi
  _didww_offer "${current#"$before"}"
}

# The words up to the cursor, each whole: bash cuts them at = and : as well.
_didww_split() {
  local line=${COMP_LINE:0:COMP_POINT} rest
  words=()
  for ((index = 0; index <= COMP_CWORD; index++)); do
    rest=${line#"${line%%[! $'\t']*}"}
    word=${COMP_WORDS[index]}
    ((index < COMP_CWORD)) || word=$rest
    if ((index)) && [[ $rest == "$line" ]]; then
      words[${#words[@]}-1]=${words[${#words[@]}-1]}$word
    else
      words[${#words[@]}]=$word
    fi
    line=${rest#"$word"}
  done
}

_didww_values() {
  _didww_data "values:$place $1" || _didww_data "values:$1"
}

# Those of $option; where KEY= is typed of KEY=VALUE, what may stand behind that.
_didww_option_values() {
  local key=${current#"$before"}
  key=${key#[\'\"]}
  [[ $key == *=* ]] && _didww_values "$option ${key%%=*}=" && before+=${key%%=*}= || _didww_values "$option"
}

_didww_options() {
  local own=''
  _didww_data "options:$place" && own=$found
  _didww_data global: && found="$own $found"
}

_didww_offer() {
  local word typed=$1
  case $kind in
    files)
      compopt +o nospace -o default 2>/dev/null && return
      IFS=$'\n'
      COMPREPLY=($(compgen -f -- "$typed"))
      return ;;
    names|several|profiles)
      _didww_names
      [[ ! ${COMPREPLY[*]} && ! $option && ! $ended ]] && _didww_options || return ;;
    list)
      before=$before${typed%"${typed##*,}"}
      typed=${typed##*,} ;;
  esac
  [[ $kind == list ]] || after=' '
  for word in $found; do
    [[ $word == "$typed"* ]] || continue
    [[ $word == *= ]] && word=$before$word || word=$before$word$after
    # readline replaces only what follows the last =
    [[ $COMP_WORDBREAKS == *=* && $current == *=* ]] && word=${word#"${current%=*}="}
    COMPREPLY[${#COMPREPLY[@]}]=$word
  done
}

# What the command gets of a typed word ($plain), how much of it readline leaves in place ($kept), and the open $quote;
# $odd where the shell would expand it, or a quote ends before it does.
_didww_read() {
  local rest=$1 character
  plain='' kept='' quote='' odd=''
  while [[ $rest ]]; do
    character=${rest:0:1} rest=${rest:1}
    case $quote$character in
      \'\'|\"\") quote='' odd=yes ;;
      \'?) plain+=$character ;;
      \"[\`\$]|[\`\$]) odd=yes ;;
      \"\\)
        [[ $rest == [\"\\\`\$]* ]] && character=${rest:0:1} rest=${rest:1}
        plain+=$character ;;
      \"?) plain+=$character ;;
      \\) plain+=${rest:0:1} rest=${rest:1} ;;
      [\'\"]) quote=$character kept=$plain ;;
      *)
        plain+=$character
        [[ $COMP_WORDBREAKS == *"$character"* ]] && kept=$plain ;;
    esac
  done
}

# The names that are kept of the types in $found, or of profiles, as they continue what is typed.
_didww_names() {
  local part files=() glob=''
  _didww_read "$current"
  [[ ! $odd ]] || return
  after=' '
  if [[ $kind == several ]]; then
    part=${plain#"$before"}
    before+=${part%"${part##*,}"} after=''
  fi
  [[ $quote ]] && after=''
  if [[ $kind != profiles ]]; then
    _didww_files
    [[ ${files[0]} ]] || return
  fi
  local - 2>/dev/null || [[ $- == *f* ]] || glob=yes
  set -f
  IFS=$'\n'
  if [[ $kind == profiles ]]; then COMPREPLY=($({ echo demo; _didww_profiles; } | _didww_fitting))
  else COMPREPLY=($(_didww_fitting "${files[@]}"))
  fi
  [[ $glob ]] && set +f
}

# The lines of some files that continue what is typed, as they are typed.
_didww_fitting() {
  before=$before plain=${plain#"$before"} kept=$kept quote=$quote after=$after kind=$kind LC_ALL=C awk '
    BEGIN {
      before = ENVIRON["before"]; plain = ENVIRON["plain"]; quote = ENVIRON["quote"]; kept = length(ENVIRON["kept"])
    }
    function typed(text) {
      if (quote == "\047") gsub(/\047/, "\047\\\\&\047", text)
      else if (quote == "\"") { gsub(/["$`\\]/, "\\\\&", text); gsub(/!/, "\"\\\\&\"", text) }
      else gsub(/[] !"#$&\047()*;<>?[\\^`{|}~]/, "\\\\&", text)
      return text
    }
    substr($0, 1, length(plain)) == plain && (ENVIRON["kind"] != "several" || !index($0, ",")) {
      print typed(substr(before $0, kept + 1)) ENVIRON["after"]
    }
  ' "$@" 2>/dev/null
}

# Where the names of the types in $found are kept.
_didww_files() {
  local folder=${XDG_CACHE_HOME:-$HOME/.cache}/didww type
  [[ $DIDWW_COMPLETION_CACHE != 0 ]] || return
  [[ -d $folder ]] || folder=$HOME/Library/Caches/didww
  [[ $profile ]] ||
    profile=$(_didww_config '/^ *default_profile *= *"/{s/^[^"]*"\(.*\)" *$/\1/;s/\\\(["\\]\)/\1/g;p;}')
  profile=${profile:--}
  if [[ $profile != demo ]]; then
    profile+=${environment:+,$environment}${DIDWW_BASE_URL:+,base_url}${DIDWW_API_KEY:+,api_key}
  fi
  for type in $found; do
    [[ -r $folder/names/${profile//\//_}/$type ]] && files[${#files[@]}]=$folder/names/${profile//\//_}/$type
  done
}

_didww_config() {
  local file=${DIDWW_CONFIG:-${XDG_CONFIG_HOME:-$HOME/.config}/didww/config.toml}
  [[ -r $file ]] || file="$HOME/Library/Application Support/didww/config.toml"
  [[ -r $file ]] && sed -n "$1" "$file"
}

_didww_profiles() {
  _didww_config 's/^ *\[profiles\.\([A-Za-z0-9_-]*\)\] *$/\1/p
    /^ *\[profiles\."\(.*\)"\] *$/{s//\1/;s/\\\(["\\]\)/\1/g;p;}'
}

complete -o nospace -F _didww didww
export DIDWW_COMPLETION_SCRIPT='bash 0.1.0'

_didww_data() {
  kind='' found=''
  case $1 in
    'global:')
      kind=words found='--profile -p --environment --api-version --read-only --output -o --query --timeout --max-time
        --retries --show-secrets --csv-safe --no-header --no-color --quiet -q --verbose -v --curl --help' ;;
    'commands:')
      kind=words found='dids did-groups did-group-types available-dids nanpa-prefixes reservations history countries regions
        cities areas trunks pops capacity sms orders balance exports emergency identities addresses
        address-requirements address-verifications proofs proof-types documents document-templates files
        public-keys numbers requirements register route check status snapshot journal prices costs cdr
        webhook api schema config auth emulator completion doctor commands help' ;;
    'options:')
      kind=words found='--version' ;;
    'commands:dids')
      kind=words found='list get update cancel restore assign unassign' ;;
    'options:dids list'|\
    'options:did-groups list'|\
    'options:did-group-types list'|\
    'options:available-dids list'|\
    'options:nanpa-prefixes list'|\
    'options:reservations list'|\
    'options:history list'|\
    'options:countries list'|\
    'options:regions list'|\
    'options:cities list'|\
    'options:areas list'|\
    'options:trunks in list'|\
    'options:trunks groups list'|\
    'options:trunks out list'|\
    'options:pops list'|\
    'options:capacity pools list'|\
    'options:capacity groups list'|\
    'options:sms trunks list'|\
    'options:sms groups list'|\
    'options:sms sender-ids list'|\
    'options:orders list'|\
    'options:exports list'|\
    'options:emergency requirements list'|\
    'options:emergency services list'|\
    'options:emergency verifications list'|\
    'options:identities list'|\
    'options:addresses list'|\
    'options:address-requirements list'|\
    'options:address-verifications list'|\
    'options:proofs list'|\
    'options:proof-types list'|\
    'options:documents list'|\
    'options:document-templates list'|\
    'options:files list'|\
    'options:public-keys list')
      kind=words found='--filter -f --include -i --sort -s --columns -c --no-links --limit -n --page --page-size' ;;
    'options:dids get'|\
    'options:did-groups get'|\
    'options:did-group-types get'|\
    'options:available-dids get'|\
    'options:nanpa-prefixes get'|\
    'options:reservations get'|\
    'options:history get'|\
    'options:countries get'|\
    'options:regions get'|\
    'options:cities get'|\
    'options:areas get'|\
    'options:trunks in get'|\
    'options:trunks groups get'|\
    'options:trunks out get'|\
    'options:pops get'|\
    'options:capacity pools get'|\
    'options:capacity groups get'|\
    'options:sms trunks get'|\
    'options:sms groups get'|\
    'options:sms sender-ids get'|\
    'options:orders get'|\
    'options:exports get'|\
    'options:emergency requirements get'|\
    'options:emergency services get'|\
    'options:emergency verifications get'|\
    'options:identities get'|\
    'options:addresses get'|\
    'options:address-requirements get'|\
    'options:address-verifications get'|\
    'options:proofs get'|\
    'options:proof-types get'|\
    'options:documents get'|\
    'options:document-templates get'|\
    'options:files get')
      kind=words found='--include -i --columns -c --no-links' ;;
    'arguments:dids get'|\
    'arguments:dids update'|\
    'arguments:dids cancel'|\
    'arguments:dids restore'|\
    'arguments:dids assign'|\
    'arguments:dids unassign'|\
    'arguments:register'|\
    'arguments:route'|\
    'arguments:prices lookup 1'|\
    'values:--default-did'|\
    'values:--did'|\
    'values:--number')
      kind=names found='dids' ;;
    'options:dids update')
      kind=words found='--filter -f --description --terminated --no-terminated --capacity-limit --dedicated-channels-count
        --billing-cycles-count --capacity-pool --shared-capacity-group --address-verification
        --voice-in-trunk --voice-in-trunk-group --sms-trunk --sms-trunk-group --emergency-calling-service
        --set --unset --data --input --empty-clears --continue-on-error --results --resume --settle
        --dry-run --yes -y' ;;
    'options:dids cancel')
      kind=words found='--filter -f --at-end --dry-run --yes -y' ;;
    'options:dids restore')
      kind=words found='--filter -f --dry-run --yes -y' ;;
    'options:dids assign')
      kind=words found='--filter -f --trunk --input --continue-on-error --results --resume --settle --dry-run --yes -y' ;;
    'options:dids unassign')
      kind=words found='--filter -f --trunk --sms --input --continue-on-error --results --resume --settle --dry-run --yes -y' ;;
    'commands:did-groups')
      kind=words found='list get' ;;
    'arguments:did-groups get'|\
    'values:--did-group')
      kind=names found='did_groups' ;;
    'commands:did-group-types')
      kind=words found='list get' ;;
    'commands:available-dids')
      kind=words found='list get' ;;
    'commands:nanpa-prefixes')
      kind=words found='list get' ;;
    'commands:reservations')
      kind=words found='list get create delete' ;;
    'options:reservations create')
      kind=words found='--description --available-did --set --unset --data --input --continue-on-error --results --resume
        --settle --dry-run --yes -y' ;;
    'options:reservations delete'|\
    'options:trunks in delete'|\
    'options:trunks groups delete'|\
    'options:trunks out delete'|\
    'options:capacity groups delete'|\
    'options:sms trunks delete'|\
    'options:sms groups delete'|\
    'options:orders cancel'|\
    'options:emergency services cancel'|\
    'options:identities delete'|\
    'options:addresses delete'|\
    'options:proofs delete'|\
    'options:documents delete'|\
    'options:files delete')
      kind=words found='--filter -f --input --continue-on-error --results --resume --settle --dry-run --yes -y' ;;
    'commands:history')
      kind=words found='list get summary' ;;
    'options:history summary')
      kind=words found='--by --sort -s --limit -n --from --to --filter -f' ;;
    'commands:countries')
      kind=words found='list get' ;;
    'arguments:countries get'|\
    'values:--country'|\
    'values:--birth-country'|\
    'values:--from-country'|\
    'values:--to-country')
      kind=names found='countries' ;;
    'commands:regions')
      kind=words found='list get' ;;
    'commands:cities')
      kind=words found='list get' ;;
    'commands:areas')
      kind=words found='list get' ;;
    'commands:trunks')
      kind=words found='list in groups out' ;;
    'options:trunks list')
      kind=words found='--filter -f --include -i --sort -s --columns -c --no-links --limit -n' ;;
    'commands:trunks in')
      kind=words found='list get create update delete' ;;
    'arguments:trunks in get'|\
    'arguments:trunks in update'|\
    'arguments:trunks in delete'|\
    'values:--voice-in-trunk')
      kind=names found='voice_in_trunks' ;;
    'options:trunks in create')
      kind=words found='--name --description --external-reference-id --priority --weight --capacity-limit --cli-format
        --cli-prefix --ringing-timeout --sip-host --sip-port --sip-username --sip-transport-protocol-id
        --transport --sip-network-protocol-priority --sip-resolve-ruri --no-sip-resolve-ruri
        --sip-use-did-in-ruri --no-sip-use-did-in-ruri --sip-codec-ids --codecs --sip-rx-dtmf-format-id
        --rx-dtmf --sip-tx-dtmf-format-id --tx-dtmf --sip-auth-enabled --no-sip-auth-enabled --sip-auth-user
        --sip-auth-password --sip-auth-from-user --sip-auth-from-domain --sip-enabled-sip-registration
        --no-sip-enabled-sip-registration --sip-sst-enabled --no-sip-sst-enabled --sip-sst-min-timer
        --sip-sst-max-timer --sip-sst-session-expires --sip-sst-refresh-method-id --sip-sst-refresh-method
        --sip-sst-accept-501 --no-sip-sst-accept-501 --sip-sip-timer-b --sip-dns-srv-failover-timer
        --sip-rtp-ping --no-sip-rtp-ping --sip-rtp-timeout --sip-force-symmetric-rtp
        --no-sip-force-symmetric-rtp --sip-symmetric-rtp-ignore-rtcp --no-sip-symmetric-rtp-ignore-rtcp
        --sip-allowed-rtp-ips --sip-media-encryption-mode --sip-stir-shaken-mode
        --sip-diversion-relay-policy --sip-diversion-inject-mode --sip-cnam-lookup --no-sip-cnam-lookup
        --sip-max-transfers --sip-max-30x-redirects --sip-rerouting-disconnect-code-ids --reroute-on
        --pstn-dst --voice-in-trunk-group --pop --set --unset --data --input --continue-on-error --results
        --resume --settle --dry-run --yes -y' ;;
    'options:trunks in update')
      kind=words found='--filter -f --name --description --external-reference-id --priority --weight --capacity-limit
        --cli-format --cli-prefix --ringing-timeout --sip-host --sip-port --sip-username
        --sip-transport-protocol-id --transport --sip-network-protocol-priority --sip-resolve-ruri
        --no-sip-resolve-ruri --sip-use-did-in-ruri --no-sip-use-did-in-ruri --sip-codec-ids --codecs
        --add-sip-codec-ids --add-codecs --remove-sip-codec-ids --remove-codecs --sip-rx-dtmf-format-id
        --rx-dtmf --sip-tx-dtmf-format-id --tx-dtmf --sip-auth-enabled --no-sip-auth-enabled --sip-auth-user
        --sip-auth-password --sip-auth-from-user --sip-auth-from-domain --sip-enabled-sip-registration
        --no-sip-enabled-sip-registration --sip-sst-enabled --no-sip-sst-enabled --sip-sst-min-timer
        --sip-sst-max-timer --sip-sst-session-expires --sip-sst-refresh-method-id --sip-sst-refresh-method
        --sip-sst-accept-501 --no-sip-sst-accept-501 --sip-sip-timer-b --sip-dns-srv-failover-timer
        --sip-rtp-ping --no-sip-rtp-ping --sip-rtp-timeout --sip-force-symmetric-rtp
        --no-sip-force-symmetric-rtp --sip-symmetric-rtp-ignore-rtcp --no-sip-symmetric-rtp-ignore-rtcp
        --sip-allowed-rtp-ips --add-sip-allowed-rtp-ips --remove-sip-allowed-rtp-ips
        --sip-media-encryption-mode --sip-stir-shaken-mode --sip-diversion-relay-policy
        --sip-diversion-inject-mode --sip-cnam-lookup --no-sip-cnam-lookup --sip-max-transfers
        --sip-max-30x-redirects --sip-rerouting-disconnect-code-ids --reroute-on
        --add-sip-rerouting-disconnect-code-ids --add-reroute-on --remove-sip-rerouting-disconnect-code-ids
        --remove-reroute-on --pstn-dst --voice-in-trunk-group --pop --set --unset --data --input
        --empty-clears --continue-on-error --results --resume --settle --dry-run --yes -y' ;;
    'commands:trunks groups')
      kind=words found='list get create update delete' ;;
    'arguments:trunks groups get'|\
    'arguments:trunks groups update'|\
    'arguments:trunks groups delete'|\
    'values:--voice-in-trunk-group')
      kind=names found='voice_in_trunk_groups' ;;
    'options:trunks groups create')
      kind=words found='--name --capacity-limit --external-reference-id --voice-in-trunks --set --unset --data --input
        --continue-on-error --results --resume --settle --dry-run --yes -y' ;;
    'options:trunks groups update')
      kind=words found='--filter -f --name --capacity-limit --external-reference-id --voice-in-trunks --add-voice-in-trunks
        --remove-voice-in-trunks --set --unset --data --input --empty-clears --continue-on-error --results
        --resume --settle --dry-run --yes -y' ;;
    'commands:trunks out')
      kind=words found='list get create update delete regenerate-credentials' ;;
    'arguments:trunks out get'|\
    'arguments:trunks out update'|\
    'arguments:trunks out delete'|\
    'arguments:trunks out regenerate-credentials 1'|\
    'values:--voice-out-trunk')
      kind=names found='voice_out_trunks' ;;
    'options:trunks out create')
      kind=words found='--name --status --external-reference-id --capacity-limit --allow-any-did-as-cli
        --no-allow-any-did-as-cli --on-cli-mismatch-action --default-dst-action --dst-prefixes
        --media-encryption-mode --allowed-rtp-ips --force-symmetric-rtp --no-force-symmetric-rtp --rtp-ping
        --no-rtp-ping --rtp-timeout --threshold-amount --callback-url --emergency-enable-all
        --no-emergency-enable-all --auth --allowed-sip-ips --tech-prefix --twilio-account-sid --dids
        --emergency-dids --default-did --set --unset --data --input --continue-on-error --results --resume
        --settle --dry-run --yes -y' ;;
    'options:trunks out update')
      kind=words found='--filter -f --name --status --external-reference-id --capacity-limit --allow-any-did-as-cli
        --no-allow-any-did-as-cli --on-cli-mismatch-action --default-dst-action --dst-prefixes
        --add-dst-prefixes --remove-dst-prefixes --media-encryption-mode --allowed-rtp-ips
        --add-allowed-rtp-ips --remove-allowed-rtp-ips --force-symmetric-rtp --no-force-symmetric-rtp
        --rtp-ping --no-rtp-ping --rtp-timeout --threshold-amount --callback-url --emergency-enable-all
        --no-emergency-enable-all --auth --allowed-sip-ips --add-allowed-sip-ips --remove-allowed-sip-ips
        --tech-prefix --twilio-account-sid --dids --add-dids --remove-dids --emergency-dids
        --add-emergency-dids --remove-emergency-dids --default-did --set --unset --data --input
        --empty-clears --continue-on-error --results --resume --settle --dry-run --yes -y' ;;
    'options:trunks out regenerate-credentials'|\
    'options:sms trunks regenerate-credentials'|\
    'options:journal undo')
      kind=words found='--dry-run --yes -y' ;;
    'commands:pops')
      kind=words found='list get' ;;
    'arguments:pops get')
      kind=names found='pops' ;;
    'commands:capacity')
      kind=words found='pools groups' ;;
    'commands:capacity pools')
      kind=words found='list get update' ;;
    'arguments:capacity pools get'|\
    'arguments:capacity pools update'|\
    'values:--capacity-pool'|\
    'values:--did-capacity-pool')
      kind=names found='capacity_pools' ;;
    'options:capacity pools update')
      kind=words found='--filter -f --total-channels-count --set --unset --data --input --empty-clears --continue-on-error
        --results --resume --settle --dry-run --yes -y' ;;
    'commands:capacity groups')
      kind=words found='list get create update delete' ;;
    'arguments:capacity groups get'|\
    'arguments:capacity groups update'|\
    'arguments:capacity groups delete'|\
    'values:--shared-capacity-group')
      kind=names found='shared_capacity_groups' ;;
    'options:capacity groups create')
      kind=words found='--name --shared-channels-count --metered-channels-count --external-reference-id --capacity-pool
        --dids --set --unset --data --input --continue-on-error --results --resume --settle --dry-run --yes
        -y' ;;
    'options:capacity groups update')
      kind=words found='--filter -f --name --shared-channels-count --metered-channels-count --external-reference-id
        --capacity-pool --dids --add-dids --remove-dids --set --unset --data --input --empty-clears
        --continue-on-error --results --resume --settle --dry-run --yes -y' ;;
    'commands:sms')
      kind=words found='trunks groups sender-ids' ;;
    'commands:sms trunks')
      kind=words found='list get create update delete regenerate-credentials' ;;
    'arguments:sms trunks get'|\
    'arguments:sms trunks update'|\
    'arguments:sms trunks delete'|\
    'arguments:sms trunks regenerate-credentials 1'|\
    'values:--sms-trunk')
      kind=names found='sms_trunks' ;;
    'options:sms trunks create')
      kind=words found='--name --external-reference-id --blocked --no-blocked --priority --allow-any-did-as-source
        --no-allow-any-did-as-source --email-send-to --email-subject --email-message --http-in-url
        --http-in-http-method --http-in-query-parameters --http-in-headers --http-in-body-type
        --http-in-body --http-in-follow-redirect --no-http-in-follow-redirect
        --http-in-validate-https-certificate --no-http-in-validate-https-certificate --http-out-callback-url
        --http-out-allowed-ips --esme-system-type --esme-allowed-ips --esme-server-location --smsc-host
        --smsc-tx-port --smsc-rx-port --smsc-system-id --smsc-password --smsc-system-type
        --smsc-transceiver-mode --no-smsc-transceiver-mode --smsc-connection-timeout --smsc-use-ssl
        --no-smsc-use-ssl --smsc-server-location --outgoing-dids --sms-trunk-group --set --unset --data
        --input --continue-on-error --results --resume --settle --dry-run --yes -y' ;;
    'options:sms trunks update')
      kind=words found='--filter -f --name --external-reference-id --blocked --no-blocked --priority
        --allow-any-did-as-source --no-allow-any-did-as-source --email-send-to --email-subject
        --email-message --http-in-url --http-in-http-method --http-in-query-parameters --http-in-headers
        --http-in-body-type --http-in-body --http-in-follow-redirect --no-http-in-follow-redirect
        --http-in-validate-https-certificate --no-http-in-validate-https-certificate --http-out-callback-url
        --http-out-allowed-ips --add-http-out-allowed-ips --remove-http-out-allowed-ips --esme-system-type
        --esme-allowed-ips --add-esme-allowed-ips --remove-esme-allowed-ips --esme-server-location
        --smsc-host --smsc-tx-port --smsc-rx-port --smsc-system-id --smsc-password --smsc-system-type
        --smsc-transceiver-mode --no-smsc-transceiver-mode --smsc-connection-timeout --smsc-use-ssl
        --no-smsc-use-ssl --smsc-server-location --outgoing-dids --add-outgoing-dids --remove-outgoing-dids
        --sms-trunk-group --set --unset --data --input --empty-clears --continue-on-error --results --resume
        --settle --dry-run --yes -y' ;;
    'commands:sms groups')
      kind=words found='list get create update delete' ;;
    'arguments:sms groups get'|\
    'arguments:sms groups update'|\
    'arguments:sms groups delete'|\
    'values:--sms-trunk-group')
      kind=names found='sms_trunk_groups' ;;
    'options:sms groups create')
      kind=words found='--name --external-reference-id --sms-trunks --set --unset --data --input --continue-on-error
        --results --resume --settle --dry-run --yes -y' ;;
    'options:sms groups update')
      kind=words found='--filter -f --name --external-reference-id --sms-trunks --add-sms-trunks --remove-sms-trunks --set
        --unset --data --input --empty-clears --continue-on-error --results --resume --settle --dry-run
        --yes -y' ;;
    'commands:sms sender-ids')
      kind=words found='list get update' ;;
    'options:sms sender-ids update')
      kind=words found='--filter -f --name --sms-trunk --set --unset --data --input --empty-clears --continue-on-error
        --results --resume --settle --dry-run --yes -y' ;;
    'commands:orders')
      kind=words found='list get create update cancel wait' ;;
    'arguments:orders get'|\
    'arguments:orders update'|\
    'arguments:orders cancel'|\
    'arguments:orders wait')
      kind=names found='orders' ;;
    'options:orders create')
      kind=words found='--sku --qty --available-did --reservation --nanpa-prefix --did-group --channels
        --billing-cycles-count --capacity-pool --item --callback-url --callback-method
        --external-reference-id --allow-back-ordering --no-allow-back-ordering --set --unset --data
        --description --capacity-limit --dedicated-channels-count --did-capacity-pool
        --shared-capacity-group --address-verification --voice-in-trunk --voice-in-trunk-group --sms-trunk
        --sms-trunk-group --emergency-calling-service --dids --dry-run --yes -y --wait --wait-timeout' ;;
    'options:orders update'|\
    'options:exports update'|\
    'options:emergency verifications update'|\
    'options:address-verifications update'|\
    'options:proofs update'|\
    'options:documents update')
      kind=words found='--filter -f --external-reference-id --set --unset --data --input --empty-clears --continue-on-error
        --results --resume --settle --dry-run --yes -y' ;;
    'options:orders wait'|\
    'options:exports wait'|\
    'options:emergency verifications wait'|\
    'options:address-verifications wait')
      kind=words found='--wait-timeout' ;;
    'commands:exports')
      kind=words found='list get create update wait download' ;;
    'options:exports create')
      kind=words found='--type --export-type --from --to --did --voice-out-trunk --filter -f --callback-url
        --callback-method --external-reference-id --dry-run --yes -y --wait --wait-timeout --download
        --gunzip --force' ;;
    'options:exports download')
      kind=words found='--to --gunzip --force --wait --wait-timeout' ;;
    'commands:emergency')
      kind=words found='register status gaps requirements services verifications' ;;
    'options:emergency register')
      kind=words found='--did --service --address --identity --callback-url --callback-method --external-reference-id --wait
        --wait-timeout --dry-run --yes -y' ;;
    'options:emergency status')
      kind=words found='--did' ;;
    'options:emergency gaps')
      kind=words found='--filter -f --sort -s --columns -c --limit -n' ;;
    'commands:emergency requirements')
      kind=words found='list get check' ;;
    'options:emergency requirements check'|\
    'options:address-requirements check')
      kind=words found='--identity --address --dry-run --yes -y' ;;
    'commands:emergency services')
      kind=words found='list get cancel' ;;
    'arguments:emergency services get'|\
    'arguments:emergency services cancel'|\
    'values:--emergency-calling-service'|\
    'values:emergency register --service')
      kind=names found='emergency_calling_services' ;;
    'commands:emergency verifications')
      kind=words found='list get create update wait' ;;
    'options:emergency verifications create')
      kind=words found='--callback-url --callback-method --external-reference-id --address --emergency-calling-service
        --dids --set --unset --data --input --continue-on-error --results --resume --settle --dry-run --yes
        -y --wait --wait-timeout' ;;
    'commands:identities')
      kind=words found='list get create update delete' ;;
    'arguments:identities get'|\
    'arguments:identities update'|\
    'arguments:identities delete'|\
    'values:--identity')
      kind=names found='identities' ;;
    'options:identities create')
      kind=words found='--identity-type --first-name --last-name --phone-number --contact-email --company-name
        --company-reg-number --vat-id --id-number --personal-tax-id --birth-date --description
        --external-reference-id --country --birth-country --set --unset --data --input --continue-on-error
        --results --resume --settle --dry-run --yes -y' ;;
    'options:identities update')
      kind=words found='--filter -f --first-name --last-name --phone-number --contact-email --company-name
        --company-reg-number --vat-id --id-number --personal-tax-id --birth-date --description
        --external-reference-id --country --birth-country --set --unset --data --input --empty-clears
        --continue-on-error --results --resume --settle --dry-run --yes -y' ;;
    'commands:addresses')
      kind=words found='list get create update delete' ;;
    'arguments:addresses get'|\
    'arguments:addresses update'|\
    'arguments:addresses delete'|\
    'values:emergency register --address'|\
    'values:emergency requirements check --address'|\
    'values:emergency verifications create --address'|\
    'values:address-requirements check --address'|\
    'values:address-verifications create --address'|\
    'values:requirements --address'|\
    'values:register --address')
      kind=names found='addresses' ;;
    'options:addresses create')
      kind=words found='--address --city-name --postal-code --description --external-reference-id --identity --country --set
        --unset --data --input --continue-on-error --results --resume --settle --dry-run --yes -y' ;;
    'options:addresses update')
      kind=words found='--filter -f --address --city-name --postal-code --description --external-reference-id --set --unset
        --data --input --empty-clears --continue-on-error --results --resume --settle --dry-run --yes -y' ;;
    'commands:address-requirements')
      kind=words found='list get check' ;;
    'commands:address-verifications')
      kind=words found='list get create update wait' ;;
    'arguments:address-verifications get'|\
    'arguments:address-verifications update'|\
    'arguments:address-verifications wait'|\
    'values:--address-verification')
      kind=names found='address_verifications' ;;
    'options:address-verifications create')
      kind=words found='--service-description --callback-url --callback-method --external-reference-id --address --dids
        --onetime-files --set --unset --data --input --continue-on-error --results --resume --settle
        --dry-run --yes -y --wait --wait-timeout' ;;
    'commands:proofs')
      kind=words found='list get create update delete add' ;;
    'options:proofs create')
      kind=words found='--external-reference-id --proof-type --entity --files --set --unset --data --input
        --continue-on-error --results --resume --settle --dry-run --yes -y' ;;
    'options:proofs add')
      kind=words found='--entity --proof-type --dry-run --yes -y' ;;
    'arguments:proofs add'|\
    'arguments:documents add'|\
    'arguments:files upload'|\
    'arguments:files encrypt 1'|\
    'arguments:snapshot save 1'|\
    'arguments:snapshot diff 1'|\
    'arguments:snapshot diff 2'|\
    'arguments:snapshot apply 1'|\
    'arguments:cdr summary'|\
    'arguments:webhook verify'|\
    'arguments:webhook replay'|\
    'values:--data'|\
    'values:--input'|\
    'values:--results'|\
    'values:--resume'|\
    'values:exports download --to'|\
    'values:files encrypt --to'|\
    'values:prices download --to'|\
    'values:--download'|\
    'values:--public-key'|\
    'values:--document'|\
    'values:--body'|\
    'values:--save'|\
    'values:--seed-file'|\
    'values:--state'|\
    'values:--man')
      kind=files found='' ;;
    'commands:proof-types')
      kind=words found='list get' ;;
    'commands:documents')
      kind=words found='list get create update delete add' ;;
    'options:documents create')
      kind=words found='--external-reference-id --template --identity --files --set --unset --data --input
        --continue-on-error --results --resume --settle --dry-run --yes -y' ;;
    'options:documents add')
      kind=words found='--identity --template --dry-run --yes -y' ;;
    'commands:document-templates')
      kind=words found='list get' ;;
    'commands:files')
      kind=words found='list get delete upload encrypt' ;;
    'options:files upload')
      kind=words found='--description --dry-run --yes -y' ;;
    'options:files encrypt')
      kind=words found='--to --public-key --force' ;;
    'commands:public-keys')
      kind=words found='list' ;;
    'commands:numbers')
      kind=words found='search buy' ;;
    'options:numbers search')
      kind=words found='--country --region --city --area --type --features --prefix --nanpa --contains --no-registration
        --max-monthly --channels --numbers --sort -s --columns -c --limit -n --fresh' ;;
    'options:numbers buy')
      kind=words found='--country --region --city --area --type --features --prefix --nanpa --contains --no-registration
        --max-monthly --channels --qty --trunk --description --capacity-pool --cycles --reserve --max-total
        --external-reference-id --wait-timeout --dry-run --yes -y' ;;
    'options:requirements')
      kind=words found='--did --did-group --country --type --emergency --identity --address --dry-run --yes -y' ;;
    'options:register')
      kind=words found='--identity --address --document --service-description --callback-url --callback-method
        --external-reference-id --dry-run --yes -y --wait --wait-timeout' ;;
    'options:route')
      kind=words found='--filter -f --ends-nowhere' ;;
    'options:check')
      kind=words found='--only --ignore --min-balance --days --share' ;;
    'options:status')
      kind=words found='--watch' ;;
    'commands:snapshot')
      kind=words found='save diff apply' ;;
    'options:snapshot save'|\
    'options:snapshot diff')
      kind=words found='--only' ;;
    'options:snapshot apply')
      kind=words found='--only --number --delete --skip-unmapped --results --continue-on-error --dry-run --yes -y' ;;
    'commands:journal')
      kind=words found='list show undo' ;;
    'options:journal list')
      kind=words found='--ref --since --limit -n' ;;
    'commands:prices')
      kind=words found='lookup download' ;;
    'options:prices lookup')
      kind=words found='--service --from-country --to-country --columns -c' ;;
    'options:prices download')
      kind=words found='--service --to --gunzip --force' ;;
    'options:costs')
      kind=words found='--ends' ;;
    'commands:cdr')
      kind=words found='summary' ;;
    'options:cdr summary')
      kind=words found='--by --sort -s --limit -n --title --type --export-type --from --to --did --voice-out-trunk --filter
        -f --external-reference-id --wait-timeout --dry-run --yes -y' ;;
    'commands:webhook')
      kind=words found='verify sign send replay listen' ;;
    'options:webhook verify')
      kind=words found='--url --signature --param --body --method --base-url --secret-env --all-profiles' ;;
    'options:webhook sign')
      kind=words found='--param --body --method --secret-env' ;;
    'options:webhook send')
      kind=words found='--event --method --id --param --repeat --repeat-scale --dry-run --yes -y --secret-env' ;;
    'options:webhook replay')
      kind=words found='--sign --dry-run --yes -y --secret-env' ;;
    'options:webhook listen')
      kind=words found='--port --host --allow-remote --path --public-url --forward-to --save --secret-env --all-profiles' ;;
    'options:api')
      kind=words found='--field -F --data --paginate --include-headers --dry-run --yes -y' ;;
    'arguments:api 1')
      kind=words found='GET POST PATCH DELETE PUT HEAD' ;;
    'arguments:api 2')
      kind=words found='/dids /did_groups /did_group_types /available_dids /nanpa_prefixes /did_reservations /did_history
        /countries /regions /cities /areas /voice_in_trunks /voice_in_trunk_groups /voice_out_trunks
        /voice_out_trunk_regenerate_credentials /pops /capacity_pools /shared_capacity_groups /sms_trunks
        /sms_trunk_regenerate_credentials /sms_trunk_groups /sender_id_verifications /orders /balance
        /exports /emergency_requirements /emergency_requirement_validations /emergency_calling_services
        /emergency_verifications /identities /addresses /address_requirements
        /address_requirement_validations /address_verifications /proofs /proof_types
        /permanent_supporting_documents /supporting_document_templates /encrypted_files /public_keys' ;;
    'options:schema')
      kind=words found='--diagram --codes --changes' ;;
    'arguments:schema')
      kind=words found='dids did_groups did_group_types stock_keeping_units available_dids nanpa_prefixes did_reservations
        did_history countries regions cities areas voice_in_trunks voice_in_trunk_groups voice_out_trunks
        voice_out_trunk_regenerate_credentials pops capacity_pools qty_based_pricings shared_capacity_groups
        sms_trunks sms_trunk_regenerate_credentials sms_trunk_groups sender_id_verifications orders balances
        exports emergency_requirements emergency_requirement_validations emergency_calling_services
        emergency_verifications identities addresses address_requirements address_requirement_validations
        address_verifications proofs proof_types permanent_supporting_documents
        supporting_document_templates encrypted_files public_keys did-groups did-group-types available-dids
        nanpa-prefixes reservations history balance address-requirements address-verifications proof-types
        documents document-templates files public-keys' ;;
    'commands:config')
      kind=words found='init list use show set unset remove path' ;;
    'options:config init')
      kind=words found='--force --no-check' ;;
    'arguments:config use 1'|\
    'arguments:config remove 1'|\
    'values:--profile'|\
    'values:-p')
      kind=profiles found='' ;;
    'options:config show')
      kind=words found='--check' ;;
    'arguments:config set 1'|\
    'arguments:config unset 1')
      kind=words found='environment base_url api_key api_key_command api_key_env api_key_keyring callback_secret
        callback_secret_command callback_secret_env api_version scope token_url services.api-vin
        services.api-vout services.api-sms check.min_balance check.days check.share check.ignore timeout
        requests_per_second proxy insecure_http output' ;;
    'commands:auth')
      kind=words found='status token forget' ;;
    'commands:emulator')
      kind=words found='serve reset' ;;
    'options:emulator serve')
      kind=words found='--host --port --allow-remote --dids --seed-file --state --latency --rate-limit --fault --api-key
        --account-version --token-lifetime --callback-secret --callback-scale --after-reads --after-seconds
        --reject --calls-a-day' ;;
    'commands:completion')
      kind=words found='bash zsh fish powershell install refresh' ;;
    'options:completion install')
      kind=words found='--force' ;;
    'arguments:completion install 1')
      kind=words found='bash zsh fish powershell' ;;
    'options:help')
      kind=words found='--man' ;;
    'values:--environment')
      kind=words found='production sandbox' ;;
    'values:--api-version')
      kind=words found='2017-09-18 2021-04-19 2021-12-15 2022-05-10 2026-04-16 2026-11-19' ;;
    'values:--output'|\
    'values:-o')
      kind=words found='table json jsonl csv tsv markdown ids jsonapi' ;;
    'values:--query'|\
    'values:--timeout'|\
    'values:--max-time'|\
    'values:--retries'|\
    'values:cdr summary --filter'|\
    'values:cdr summary -f'|\
    'values:emergency gaps --sort'|\
    'values:numbers search --sort'|\
    'values:cdr summary --sort'|\
    'values:emergency gaps -s'|\
    'values:numbers search -s'|\
    'values:cdr summary -s'|\
    'values:emergency gaps --columns'|\
    'values:numbers search --columns'|\
    'values:prices lookup --columns'|\
    'values:emergency gaps -c'|\
    'values:numbers search -c'|\
    'values:prices lookup -c'|\
    'values:--limit'|\
    'values:-n'|\
    'values:--page'|\
    'values:--page-size'|\
    'values:--description'|\
    'values:--capacity-limit'|\
    'values:--dedicated-channels-count'|\
    'values:--billing-cycles-count'|\
    'values:--settle'|\
    'values:--available-did'|\
    'values:--by'|\
    'values:--from'|\
    'values:history summary --to'|\
    'values:exports create --to'|\
    'values:cdr summary --to'|\
    'values:--name'|\
    'values:--external-reference-id'|\
    'values:--priority'|\
    'values:--weight'|\
    'values:--cli-prefix'|\
    'values:--ringing-timeout'|\
    'values:--sip-host'|\
    'values:--sip-port'|\
    'values:--sip-username'|\
    'values:--sip-auth-user'|\
    'values:--sip-auth-password'|\
    'values:--sip-auth-from-user'|\
    'values:--sip-auth-from-domain'|\
    'values:--sip-sst-min-timer'|\
    'values:--sip-sst-max-timer'|\
    'values:--sip-sst-session-expires'|\
    'values:--sip-sip-timer-b'|\
    'values:--sip-dns-srv-failover-timer'|\
    'values:--sip-rtp-timeout'|\
    'values:--sip-allowed-rtp-ips'|\
    'values:--sip-max-transfers'|\
    'values:--sip-max-30x-redirects'|\
    'values:--pstn-dst'|\
    'values:--add-sip-allowed-rtp-ips'|\
    'values:--remove-sip-allowed-rtp-ips'|\
    'values:--dst-prefixes'|\
    'values:--allowed-rtp-ips'|\
    'values:--rtp-timeout'|\
    'values:--threshold-amount'|\
    'values:--callback-url'|\
    'values:--allowed-sip-ips'|\
    'values:--tech-prefix'|\
    'values:--twilio-account-sid'|\
    'values:emulator serve --dids'|\
    'values:--add-dst-prefixes'|\
    'values:--remove-dst-prefixes'|\
    'values:--add-allowed-rtp-ips'|\
    'values:--remove-allowed-rtp-ips'|\
    'values:--add-allowed-sip-ips'|\
    'values:--remove-allowed-sip-ips'|\
    'values:--total-channels-count'|\
    'values:--shared-channels-count'|\
    'values:--metered-channels-count'|\
    'values:--email-send-to'|\
    'values:--email-subject'|\
    'values:--email-message'|\
    'values:--http-in-url'|\
    'values:--http-in-query-parameters'|\
    'values:--http-in-headers'|\
    'values:--http-in-body'|\
    'values:--http-out-callback-url'|\
    'values:--http-out-allowed-ips'|\
    'values:--esme-system-type'|\
    'values:--esme-allowed-ips'|\
    'values:--esme-server-location'|\
    'values:--smsc-host'|\
    'values:--smsc-tx-port'|\
    'values:--smsc-rx-port'|\
    'values:--smsc-system-id'|\
    'values:--smsc-password'|\
    'values:--smsc-system-type'|\
    'values:--smsc-connection-timeout'|\
    'values:--smsc-server-location'|\
    'values:--add-http-out-allowed-ips'|\
    'values:--remove-http-out-allowed-ips'|\
    'values:--add-esme-allowed-ips'|\
    'values:--remove-esme-allowed-ips'|\
    'values:--sku'|\
    'values:--qty'|\
    'values:--reservation'|\
    'values:--nanpa-prefix'|\
    'values:--channels'|\
    'values:--item'|\
    'values:emergency register --callback-method'|\
    'values:register --callback-method'|\
    'values:--wait-timeout'|\
    'values:numbers search --type'|\
    'values:numbers buy --type'|\
    'values:requirements --type'|\
    'values:addresses create --address'|\
    'values:addresses update --address'|\
    'values:--first-name'|\
    'values:--last-name'|\
    'values:--phone-number'|\
    'values:--contact-email'|\
    'values:--company-name'|\
    'values:--company-reg-number'|\
    'values:--vat-id'|\
    'values:--id-number'|\
    'values:--personal-tax-id'|\
    'values:--birth-date'|\
    'values:--city-name'|\
    'values:--postal-code'|\
    'values:--service-description'|\
    'values:--onetime-files'|\
    'values:--proof-type'|\
    'values:--files'|\
    'values:--template'|\
    'values:--region'|\
    'values:--city'|\
    'values:--area'|\
    'values:--features'|\
    'values:--prefix'|\
    'values:--nanpa'|\
    'values:--contains'|\
    'values:--max-monthly'|\
    'values:--cycles'|\
    'values:--max-total'|\
    'values:--only'|\
    'values:--ignore'|\
    'values:--min-balance'|\
    'values:--days'|\
    'values:--share'|\
    'values:--watch'|\
    'values:--ref'|\
    'values:--since'|\
    'values:--title'|\
    'values:--url'|\
    'values:--signature'|\
    'values:--param'|\
    'values:--base-url'|\
    'values:--secret-env'|\
    'values:--id'|\
    'values:--repeat-scale'|\
    'values:--port'|\
    'values:--host'|\
    'values:--path'|\
    'values:--public-url'|\
    'values:--forward-to'|\
    'values:--field'|\
    'values:-F'|\
    'values:--latency'|\
    'values:--rate-limit'|\
    'values:--fault'|\
    'values:--api-key'|\
    'values:--account-version'|\
    'values:--token-lifetime'|\
    'values:--callback-secret'|\
    'values:--callback-scale'|\
    'values:--after-reads'|\
    'values:--after-seconds'|\
    'values:--calls-a-day')
      kind=text found='' ;;
    'values:dids list --filter'|\
    'values:dids update --filter'|\
    'values:dids cancel --filter'|\
    'values:dids restore --filter'|\
    'values:dids assign --filter'|\
    'values:dids unassign --filter'|\
    'values:emergency gaps --filter'|\
    'values:route --filter'|\
    'values:dids list -f'|\
    'values:dids update -f'|\
    'values:dids cancel -f'|\
    'values:dids restore -f'|\
    'values:dids assign -f'|\
    'values:dids unassign -f'|\
    'values:emergency gaps -f'|\
    'values:route -f')
      kind=words found='address_verification.id= address_verification.reference= address_verification.external_reference_id=
        awaiting_registration=true awaiting_registration=false billing_cycles_count= blocked=true
        blocked=false capacity_pool.id= capacity_pool.name= city.id= city.name= country.id= country.iso=
        country.name= description= did_group.features=voice_in did_group.features=voice_out
        did_group.features=t38 did_group.features=sms_in did_group.features=p2p did_group.features=a2p
        did_group.features=emergency did_group.features=cnam_out did_group.id= did_group.area_name=
        did_group.prefix= emergency_calling_service.id= emergency_calling_service.reference=
        emergency_calling_service.name= emergency_enabled=true emergency_enabled=false id= number= order.id=
        order.reference= order.external_reference_id= pending_removal=true pending_removal=false region.id=
        region.name= region.iso= shared_capacity_group.id= shared_capacity_group.name=
        shared_capacity_group.external_reference_id= sms_trunk.id= sms_trunk.name=
        sms_trunk.external_reference_id= sms_trunk_group.id= sms_trunk_group.name=
        sms_trunk_group.external_reference_id= terminated=true terminated=false trunk.id= trunk.name=
        trunk.external_reference_id= trunk_group.id= trunk_group.name= trunk_group.external_reference_id=
        voice_in_trunk.id= voice_in_trunk.name= voice_in_trunk.external_reference_id=
        voice_in_trunk_group.id= voice_in_trunk_group.name= voice_in_trunk_group.external_reference_id=' ;;
    'values:did-groups list --filter'|\
    'values:did-groups list -f')
      kind=words found='allow_additional_channels=true allow_additional_channels=false area_name=
        available_dids_enabled=true available_dids_enabled=false city.id= city.name= country.id=
        country.iso= country.name= did_group_type.id= did_group_type.name= features=voice_in
        features=voice_out features=t38 features=sms_in features=p2p features=a2p features=emergency
        features=cnam_out id= is_available=true is_available=false is_demo=true is_demo=false
        is_metered=true is_metered=false meta.total_count_gteq= nanpa_prefix.id= nanpa_prefix.npanxx=
        needs_registration=true needs_registration=false number_type=local number_type=national
        number_type=mobile number_type=toll_free number_type=shared_cost number_type=global prefix=
        region.id= region.name= region.iso=' ;;
    'values:did-group-types list --filter'|\
    'values:did-group-types list -f')
      kind=words found='id= name=' ;;
    'values:available-dids list --filter'|\
    'values:available-dids list -f')
      kind=words found='city.id= city.name= country.id= country.iso= country.name= did_group.features=voice_in
        did_group.features=voice_out did_group.features=t38 did_group.features=sms_in did_group.features=p2p
        did_group.features=a2p did_group.features=emergency did_group.features=cnam_out did_group.id=
        did_group.area_name= did_group.prefix= did_group.needs_registration=true
        did_group.needs_registration=false did_group_type.id= did_group_type.name=
        did_group.number_type=local did_group.number_type=national did_group.number_type=mobile
        did_group.number_type=toll_free did_group.number_type=shared_cost did_group.number_type=global id=
        nanpa_prefix.id= number_contains= region.id= region.name= region.iso=' ;;
    'values:nanpa-prefixes list --filter'|\
    'values:nanpa-prefixes list -f')
      kind=words found='country.id= country.iso= country.name= did_group.features=voice_in did_group.features=voice_out
        did_group.features=t38 did_group.features=sms_in did_group.features=p2p did_group.features=a2p
        did_group.features=emergency did_group.features=cnam_out did_group.is_available=true
        did_group.is_available=false id= npa= npanxx= nxx= region.id= region.name= region.iso=' ;;
    'values:reservations list --filter'|\
    'values:reservations delete --filter'|\
    'values:reservations list -f'|\
    'values:reservations delete -f')
      kind=words found='description= id=' ;;
    'values:history list --filter'|\
    'values:history summary --filter'|\
    'values:history list -f'|\
    'values:history summary -f')
      kind=words found='action=assigned action=renewed action=canceled action=removed action=billing_cycles_count_changed
        action=restored created_at_gteq= created_at_lteq= did_number= id= method=system method=api2
        method=api3 method=staff method=user_panel method=mcp' ;;
    'values:countries list --filter'|\
    'values:countries list -f')
      kind=words found='id= is_available=true is_available=false iso= name= prefix=' ;;
    'values:regions list --filter'|\
    'values:regions list -f')
      kind=words found='country.id= country.iso= country.name= id= iso= name=' ;;
    'values:cities list --filter'|\
    'values:cities list -f')
      kind=words found='area.id= area.name= country.id= country.iso= country.name= id= is_available=true is_available=false
        name= region.id= region.name= region.iso=' ;;
    'values:areas list --filter'|\
    'values:areas list -f')
      kind=words found='country.id= country.iso= country.name= id= name=' ;;
    'values:trunks list --filter'|\
    'values:sms groups list --filter'|\
    'values:sms groups update --filter'|\
    'values:sms groups delete --filter'|\
    'values:trunks list -f'|\
    'values:sms groups list -f'|\
    'values:sms groups update -f'|\
    'values:sms groups delete -f')
      kind=words found='external_reference_id= id= name=' ;;
    'values:trunks in list --filter'|\
    'values:trunks in update --filter'|\
    'values:trunks in delete --filter'|\
    'values:trunks in list -f'|\
    'values:trunks in update -f'|\
    'values:trunks in delete -f')
      kind=words found='configuration.type=sip_configurations configuration.type=pstn_configurations external_reference_id=
        id= name=' ;;
    'values:trunks groups list --filter'|\
    'values:trunks groups update --filter'|\
    'values:trunks groups delete --filter'|\
    'values:proofs list --filter'|\
    'values:proofs update --filter'|\
    'values:proofs delete --filter'|\
    'values:documents list --filter'|\
    'values:documents update --filter'|\
    'values:documents delete --filter'|\
    'values:trunks groups list -f'|\
    'values:trunks groups update -f'|\
    'values:trunks groups delete -f'|\
    'values:proofs list -f'|\
    'values:proofs update -f'|\
    'values:proofs delete -f'|\
    'values:documents list -f'|\
    'values:documents update -f'|\
    'values:documents delete -f')
      kind=words found='external_reference_id= id=' ;;
    'values:trunks out list --filter'|\
    'values:trunks out update --filter'|\
    'values:trunks out delete --filter'|\
    'values:trunks out list -f'|\
    'values:trunks out update -f'|\
    'values:trunks out delete -f')
      kind=words found='allow_any_did_as_cli=true allow_any_did_as_cli=false authentication_method.type=credentials_and_ip
        authentication_method.type=ip_only authentication_method.type=twilio default_did.id=
        default_did.number= default_dst_action=allow_all default_dst_action=reject_all
        external_reference_id= id= media_encryption_mode=disabled media_encryption_mode=srtp_sdes
        media_encryption_mode=srtp_dtls media_encryption_mode=zrtp name= name_contains=
        on_cli_mismatch_action=reject_call on_cli_mismatch_action=replace_cli
        on_cli_mismatch_action=send_original_cli on_cli_mismatch_action=randomize_cli status=active
        status=blocked threshold_reached=true threshold_reached=false' ;;
    'values:pops list --filter'|\
    'values:files list --filter'|\
    'values:files delete --filter'|\
    'values:public-keys list --filter'|\
    'values:pops list -f'|\
    'values:files list -f'|\
    'values:files delete -f'|\
    'values:public-keys list -f')
      kind=words found='id=' ;;
    'values:capacity pools list --filter'|\
    'values:capacity pools update --filter'|\
    'values:capacity pools list -f'|\
    'values:capacity pools update -f')
      kind=words found='country.id= country.iso= country.name= has_unassigned_channels=true has_unassigned_channels=false
        id= name=' ;;
    'values:capacity groups list --filter'|\
    'values:capacity groups update --filter'|\
    'values:capacity groups delete --filter'|\
    'values:capacity groups list -f'|\
    'values:capacity groups update -f'|\
    'values:capacity groups delete -f')
      kind=words found='capacity_pool.id= capacity_pool.name= external_reference_id= id= name=' ;;
    'values:sms trunks list --filter'|\
    'values:sms trunks update --filter'|\
    'values:sms trunks delete --filter'|\
    'values:sms trunks list -f'|\
    'values:sms trunks update -f'|\
    'values:sms trunks delete -f')
      kind=words found='configuration.type=sms_to_email configuration.type=http_in configuration.type=http_out
        configuration.type=smpp_esme configuration.type=smpp_smsc external_reference_id= id= name=' ;;
    'values:sms sender-ids list --filter'|\
    'values:sms sender-ids update --filter'|\
    'values:sms sender-ids list -f'|\
    'values:sms sender-ids update -f')
      kind=words found='id= name= reference= sender_type=alphanumeric sender_type=carrier sender_type=long_code
        sender_type=short_code sender_type=toll_free sms_trunk.id= sms_trunk.name=
        sms_trunk.external_reference_id= status=active status=changes_required status=closed
        status=closing_in_process status=in_process status=new' ;;
    'values:orders list --filter'|\
    'values:orders update --filter'|\
    'values:orders cancel --filter'|\
    'values:orders list -f'|\
    'values:orders update -f'|\
    'values:orders cancel -f')
      kind=words found='created_at_gteq= created_at_lteq= external_reference_id= id= reference= status=pending
        status=completed status=canceled' ;;
    'values:exports list --filter'|\
    'values:exports create --filter'|\
    'values:exports update --filter'|\
    'values:exports list -f'|\
    'values:exports create -f'|\
    'values:exports update -f')
      kind=words found='created_at_gteq= created_at_lteq= export_type=cdr_in export_type=cdr_out export_type=sms_in
        export_type=sms_out external_reference_id= id= status=pending status=completed status=processing' ;;
    'values:emergency requirements list --filter'|\
    'values:address-requirements list --filter'|\
    'values:emergency requirements list -f'|\
    'values:address-requirements list -f')
      kind=words found='country.id= country.iso= country.name= did_group_type.id= did_group_type.name= number_type=local
        number_type=national number_type=mobile number_type=toll_free number_type=shared_cost
        number_type=global id=' ;;
    'values:emergency services list --filter'|\
    'values:emergency services cancel --filter'|\
    'values:emergency services list -f'|\
    'values:emergency services cancel -f')
      kind=words found='address.id= address.external_reference_id= address.address= country.id= country.iso= country.name=
        did_group_type.id= did_group_type.name= number_type=local number_type=national number_type=mobile
        number_type=toll_free number_type=shared_cost number_type=global id= identity.id=
        identity.external_reference_id= identity.company_name= name= reference= status=active
        status=canceled status=new status=changes_required status=in_process status=pending_update' ;;
    'values:emergency verifications list --filter'|\
    'values:emergency verifications update --filter'|\
    'values:emergency verifications list -f'|\
    'values:emergency verifications update -f')
      kind=words found='emergency_calling_service.id= emergency_calling_service.reference= emergency_calling_service.name=
        external_reference_id= id= status=approved status=pending status=rejected' ;;
    'values:identities list --filter'|\
    'values:identities update --filter'|\
    'values:identities delete --filter'|\
    'values:identities list -f'|\
    'values:identities update -f'|\
    'values:identities delete -f')
      kind=words found='birth_date= company_name= company_name_contains= company_reg_number= company_reg_number_contains=
        country.id= country.iso= country.name= description= description_contains= external_reference_id=
        first_name= first_name_contains= id= id_number= id_number_contains= identity_type=personal
        identity_type=business last_name= last_name_contains= personal_tax_id= personal_tax_id_contains=
        phone_number= phone_number_contains= vat_id= vat_id_contains=' ;;
    'values:addresses list --filter'|\
    'values:addresses update --filter'|\
    'values:addresses delete --filter'|\
    'values:addresses list -f'|\
    'values:addresses update -f'|\
    'values:addresses delete -f')
      kind=words found='address= address_contains= area.id= area.name= city.id= city.name= city_name= city_name_contains=
        country.id= country.iso= country.name= description= description_contains= external_reference_id= id=
        identity.external_reference_id= identity.id= identity.company_name= postal_code=
        postal_code_contains=' ;;
    'values:address-verifications list --filter'|\
    'values:address-verifications update --filter'|\
    'values:address-verifications list -f'|\
    'values:address-verifications update -f')
      kind=words found='address.id= address.external_reference_id= address.address= address.identity.id=
        external_reference_id= id= reference= reference_in= status=pending status=approved status=rejected' ;;
    'values:proof-types list --filter'|\
    'values:proof-types list -f')
      kind=words found='entity_type=Address entity_type=Business entity_type=Personal entity_type=Porting id=' ;;
    'values:document-templates list --filter'|\
    'values:document-templates list -f')
      kind=words found='id= name= name_contains= permanent=true permanent=false' ;;
    'values:--filter address_verification='|\
    'values:--filter address_verification.reference='|\
    'values:-f address_verification='|\
    'values:-f address_verification.reference='|\
    'values:address-verifications list --filter reference='|\
    'values:address-verifications update --filter reference='|\
    'values:address-verifications list -f reference='|\
    'values:address-verifications update -f reference=')
      kind=several found='address_verifications' ;;
    'values:--filter capacity_pool='|\
    'values:--filter capacity_pool.name='|\
    'values:-f capacity_pool='|\
    'values:-f capacity_pool.name='|\
    'values:capacity pools list --filter name='|\
    'values:capacity pools update --filter name='|\
    'values:capacity pools list -f name='|\
    'values:capacity pools update -f name=')
      kind=several found='capacity_pools' ;;
    'values:--filter country='|\
    'values:--filter country.iso='|\
    'values:-f country='|\
    'values:-f country.iso='|\
    'values:--filter iso='|\
    'values:-f iso=')
      kind=several found='countries' ;;
    'values:--filter did_group='|\
    'values:--filter did_group.area_name='|\
    'values:-f did_group='|\
    'values:-f did_group.area_name='|\
    'values:--filter area_name='|\
    'values:-f area_name=')
      kind=several found='did_groups' ;;
    'values:--filter emergency_calling_service='|\
    'values:--filter emergency_calling_service.reference='|\
    'values:-f emergency_calling_service='|\
    'values:-f emergency_calling_service.reference='|\
    'values:emergency services list --filter reference='|\
    'values:emergency services cancel --filter reference='|\
    'values:emergency services list -f reference='|\
    'values:emergency services cancel -f reference=')
      kind=several found='emergency_calling_services' ;;
    'values:--filter number='|\
    'values:-f number='|\
    'values:--filter default_did='|\
    'values:--filter default_did.number='|\
    'values:-f default_did='|\
    'values:-f default_did.number='|\
    'values:trunks out create --dids'|\
    'values:trunks out update --dids'|\
    'values:capacity groups create --dids'|\
    'values:capacity groups update --dids'|\
    'values:emergency verifications create --dids'|\
    'values:address-verifications create --dids'|\
    'values:--emergency-dids'|\
    'values:--add-dids'|\
    'values:--remove-dids'|\
    'values:--add-emergency-dids'|\
    'values:--remove-emergency-dids'|\
    'values:--outgoing-dids'|\
    'values:--add-outgoing-dids'|\
    'values:--remove-outgoing-dids')
      kind=several found='dids' ;;
    'values:--filter order='|\
    'values:--filter order.reference='|\
    'values:-f order='|\
    'values:-f order.reference='|\
    'values:orders list --filter reference='|\
    'values:orders update --filter reference='|\
    'values:orders cancel --filter reference='|\
    'values:orders list -f reference='|\
    'values:orders update -f reference='|\
    'values:orders cancel -f reference=')
      kind=several found='orders' ;;
    'values:--filter shared_capacity_group='|\
    'values:--filter shared_capacity_group.name='|\
    'values:-f shared_capacity_group='|\
    'values:-f shared_capacity_group.name='|\
    'values:capacity groups list --filter name='|\
    'values:capacity groups update --filter name='|\
    'values:capacity groups delete --filter name='|\
    'values:capacity groups list -f name='|\
    'values:capacity groups update -f name='|\
    'values:capacity groups delete -f name=')
      kind=several found='shared_capacity_groups' ;;
    'values:--filter sms_trunk='|\
    'values:--filter sms_trunk.name='|\
    'values:-f sms_trunk='|\
    'values:-f sms_trunk.name='|\
    'values:sms trunks list --filter name='|\
    'values:sms trunks update --filter name='|\
    'values:sms trunks delete --filter name='|\
    'values:sms trunks list -f name='|\
    'values:sms trunks update -f name='|\
    'values:sms trunks delete -f name='|\
    'values:--sms-trunks'|\
    'values:--add-sms-trunks'|\
    'values:--remove-sms-trunks')
      kind=several found='sms_trunks' ;;
    'values:--filter sms_trunk_group='|\
    'values:--filter sms_trunk_group.name='|\
    'values:-f sms_trunk_group='|\
    'values:-f sms_trunk_group.name='|\
    'values:sms groups list --filter name='|\
    'values:sms groups update --filter name='|\
    'values:sms groups delete --filter name='|\
    'values:sms groups list -f name='|\
    'values:sms groups update -f name='|\
    'values:sms groups delete -f name=')
      kind=several found='sms_trunk_groups' ;;
    'values:--filter trunk='|\
    'values:--filter trunk.name='|\
    'values:--filter voice_in_trunk='|\
    'values:--filter voice_in_trunk.name='|\
    'values:-f trunk='|\
    'values:-f trunk.name='|\
    'values:-f voice_in_trunk='|\
    'values:-f voice_in_trunk.name='|\
    'values:trunks in list --filter name='|\
    'values:trunks in update --filter name='|\
    'values:trunks in delete --filter name='|\
    'values:trunks in list -f name='|\
    'values:trunks in update -f name='|\
    'values:trunks in delete -f name='|\
    'values:--voice-in-trunks'|\
    'values:--add-voice-in-trunks'|\
    'values:--remove-voice-in-trunks')
      kind=several found='voice_in_trunks' ;;
    'values:--filter trunk_group='|\
    'values:--filter trunk_group.name='|\
    'values:--filter voice_in_trunk_group='|\
    'values:--filter voice_in_trunk_group.name='|\
    'values:-f trunk_group='|\
    'values:-f trunk_group.name='|\
    'values:-f voice_in_trunk_group='|\
    'values:-f voice_in_trunk_group.name=')
      kind=several found='voice_in_trunk_groups' ;;
    'values:dids list --include'|\
    'values:dids get --include'|\
    'values:dids list -i'|\
    'values:dids get -i')
      kind=list found='did_group order capacity_pool shared_capacity_group address_verification voice_in_trunk
        voice_in_trunk_group sms_trunk sms_trunk_group emergency_calling_service emergency_verification
        identity' ;;
    'values:did-groups list --include'|\
    'values:did-groups get --include'|\
    'values:did-groups list -i'|\
    'values:did-groups get -i')
      kind=list found='country city did_group_type region stock_keeping_units address_requirement' ;;
    'values:did-group-types list --include'|\
    'values:did-group-types get --include'|\
    'values:history list --include'|\
    'values:history get --include'|\
    'values:trunks list --include'|\
    'values:pops list --include'|\
    'values:pops get --include'|\
    'values:orders list --include'|\
    'values:orders get --include'|\
    'values:exports list --include'|\
    'values:exports get --include'|\
    'values:proof-types list --include'|\
    'values:proof-types get --include'|\
    'values:document-templates list --include'|\
    'values:document-templates get --include'|\
    'values:files list --include'|\
    'values:files get --include'|\
    'values:public-keys list --include'|\
    'values:did-group-types list -i'|\
    'values:did-group-types get -i'|\
    'values:history list -i'|\
    'values:history get -i'|\
    'values:trunks list -i'|\
    'values:pops list -i'|\
    'values:pops get -i'|\
    'values:orders list -i'|\
    'values:orders get -i'|\
    'values:exports list -i'|\
    'values:exports get -i'|\
    'values:proof-types list -i'|\
    'values:proof-types get -i'|\
    'values:document-templates list -i'|\
    'values:document-templates get -i'|\
    'values:files list -i'|\
    'values:files get -i'|\
    'values:public-keys list -i'|\
    'values:pops list --sort'|\
    'values:emergency requirements list --sort'|\
    'values:pops list -s'|\
    'values:emergency requirements list -s')
      kind=list found='' ;;
    'values:available-dids list --include'|\
    'values:available-dids get --include'|\
    'values:available-dids list -i'|\
    'values:available-dids get -i')
      kind=list found='did_group nanpa_prefix' ;;
    'values:nanpa-prefixes list --include'|\
    'values:nanpa-prefixes get --include'|\
    'values:nanpa-prefixes list -i'|\
    'values:nanpa-prefixes get -i')
      kind=list found='country region' ;;
    'values:reservations list --include'|\
    'values:reservations get --include'|\
    'values:reservations list -i'|\
    'values:reservations get -i')
      kind=list found='available_did' ;;
    'values:countries list --include'|\
    'values:countries get --include'|\
    'values:countries list -i'|\
    'values:countries get -i')
      kind=list found='regions' ;;
    'values:regions list --include'|\
    'values:regions get --include'|\
    'values:areas list --include'|\
    'values:areas get --include'|\
    'values:regions list -i'|\
    'values:regions get -i'|\
    'values:areas list -i'|\
    'values:areas get -i')
      kind=list found='country' ;;
    'values:cities list --include'|\
    'values:cities get --include'|\
    'values:cities list -i'|\
    'values:cities get -i')
      kind=list found='country region area' ;;
    'values:trunks in list --include'|\
    'values:trunks in get --include'|\
    'values:trunks in list -i'|\
    'values:trunks in get -i')
      kind=list found='voice_in_trunk_group pop' ;;
    'values:trunks groups list --include'|\
    'values:trunks groups get --include'|\
    'values:trunks groups list -i'|\
    'values:trunks groups get -i')
      kind=list found='voice_in_trunks' ;;
    'values:trunks out list --include'|\
    'values:trunks out get --include'|\
    'values:trunks out list -i'|\
    'values:trunks out get -i')
      kind=list found='dids emergency_dids' ;;
    'values:capacity pools list --include'|\
    'values:capacity pools get --include'|\
    'values:capacity pools list -i'|\
    'values:capacity pools get -i')
      kind=list found='countries shared_capacity_groups qty_based_pricings' ;;
    'values:capacity groups list --include'|\
    'values:capacity groups get --include'|\
    'values:capacity groups list -i'|\
    'values:capacity groups get -i')
      kind=list found='capacity_pool dids' ;;
    'values:sms trunks list --include'|\
    'values:sms trunks get --include'|\
    'values:sms trunks list -i'|\
    'values:sms trunks get -i')
      kind=list found='outgoing_dids incoming_dids sms_trunk_group' ;;
    'values:sms groups list --include'|\
    'values:sms groups get --include'|\
    'values:sms groups list -i'|\
    'values:sms groups get -i')
      kind=list found='sms_trunks incoming_dids' ;;
    'values:sms sender-ids list --include'|\
    'values:sms sender-ids get --include'|\
    'values:sms sender-ids list -i'|\
    'values:sms sender-ids get -i')
      kind=list found='sms_trunk countries dids order identity address' ;;
    'values:emergency requirements list --include'|\
    'values:emergency requirements get --include'|\
    'values:emergency requirements list -i'|\
    'values:emergency requirements get -i')
      kind=list found='country did_group_type' ;;
    'values:emergency services list --include'|\
    'values:emergency services get --include'|\
    'values:emergency services list -i'|\
    'values:emergency services get -i')
      kind=list found='country did_group_type order emergency_requirement emergency_verification dids' ;;
    'values:emergency verifications list --include'|\
    'values:emergency verifications get --include'|\
    'values:emergency verifications list -i'|\
    'values:emergency verifications get -i')
      kind=list found='address emergency_calling_service dids' ;;
    'values:identities list --include'|\
    'values:identities get --include'|\
    'values:identities list -i'|\
    'values:identities get -i')
      kind=list found='country birth_country proofs addresses permanent_documents' ;;
    'values:addresses list --include'|\
    'values:addresses get --include'|\
    'values:addresses list -i'|\
    'values:addresses get -i')
      kind=list found='identity country area city proofs' ;;
    'values:address-requirements list --include'|\
    'values:address-requirements get --include'|\
    'values:address-requirements list -i'|\
    'values:address-requirements get -i')
      kind=list found='country did_group_type personal_permanent_document business_permanent_document
        personal_onetime_document business_onetime_document personal_proof_types business_proof_types
        address_proof_types' ;;
    'values:address-verifications list --include'|\
    'values:address-verifications get --include'|\
    'values:address-verifications list -i'|\
    'values:address-verifications get -i')
      kind=list found='address dids' ;;
    'values:proofs list --include'|\
    'values:proofs get --include'|\
    'values:proofs list -i'|\
    'values:proofs get -i')
      kind=list found='proof_type entity' ;;
    'values:documents list --include'|\
    'values:documents get --include'|\
    'values:documents list -i'|\
    'values:documents get -i')
      kind=list found='template identity' ;;
    'values:dids list --sort'|\
    'values:dids list -s')
      kind=list found='awaiting_registration billing_cycles_count blocked capacity_limit channels_included_count created_at
        dedicated_channels_count description expires_at number terminated -awaiting_registration
        -billing_cycles_count -blocked -capacity_limit -channels_included_count -created_at
        -dedicated_channels_count -description -expires_at -number -terminated' ;;
    'values:did-groups list --sort'|\
    'values:did-groups list -s')
      kind=list found='allow_additional_channels area_name country.name did_group_type.name is_demo is_metered number_type
        prefix service_restrictions -allow_additional_channels -area_name -country.name -did_group_type.name
        -is_demo -is_metered -number_type -prefix -service_restrictions' ;;
    'values:did-group-types list --sort'|\
    'values:cities list --sort'|\
    'values:areas list --sort'|\
    'values:did-group-types list -s'|\
    'values:cities list -s'|\
    'values:areas list -s')
      kind=list found='name -name' ;;
    'values:available-dids list --sort'|\
    'values:available-dids list -s')
      kind=list found='number -number' ;;
    'values:nanpa-prefixes list --sort'|\
    'values:nanpa-prefixes list -s')
      kind=list found='npa nxx -npa -nxx' ;;
    'values:reservations list --sort'|\
    'values:reservations list -s')
      kind=list found='created_at description expire_at expires_at -created_at -description -expire_at -expires_at' ;;
    'values:history list --sort'|\
    'values:history summary --sort'|\
    'values:history list -s'|\
    'values:history summary -s')
      kind=list found='created_at -created_at' ;;
    'values:countries list --sort'|\
    'values:countries list -s')
      kind=list found='iso name prefix -iso -name -prefix' ;;
    'values:regions list --sort'|\
    'values:regions list -s')
      kind=list found='iso name -iso -name' ;;
    'values:trunks list --sort'|\
    'values:trunks list -s')
      kind=list found='created_at external_reference_id name -created_at -external_reference_id -name' ;;
    'values:trunks in list --sort'|\
    'values:trunks in list -s')
      kind=list found='capacity_limit cli_format cli_prefix created_at description external_reference_id name priority
        ringing_timeout weight -capacity_limit -cli_format -cli_prefix -created_at -description
        -external_reference_id -name -priority -ringing_timeout -weight' ;;
    'values:trunks groups list --sort'|\
    'values:trunks groups list -s')
      kind=list found='capacity_limit created_at external_reference_id name -capacity_limit -created_at
        -external_reference_id -name' ;;
    'values:trunks out list --sort'|\
    'values:trunks out list -s')
      kind=list found='allow_any_did_as_cli created_at external_reference_id name threshold_reached -allow_any_did_as_cli
        -created_at -external_reference_id -name -threshold_reached' ;;
    'values:capacity pools list --sort'|\
    'values:capacity pools list -s')
      kind=list found='assigned_channels_count metered_rate minimum_limit minimum_qty_per_order monthly_price name
        renew_date setup_price total_channels_count -assigned_channels_count -metered_rate -minimum_limit
        -minimum_qty_per_order -monthly_price -name -renew_date -setup_price -total_channels_count' ;;
    'values:capacity groups list --sort'|\
    'values:capacity groups list -s')
      kind=list found='created_at external_reference_id metered_channels_count name shared_channels_count -created_at
        -external_reference_id -metered_channels_count -name -shared_channels_count' ;;
    'values:sms trunks list --sort'|\
    'values:sms trunks list -s')
      kind=list found='allow_in allow_out blocked created_at external_reference_id name priority updated_at -allow_in
        -allow_out -blocked -created_at -external_reference_id -name -priority -updated_at' ;;
    'values:sms groups list --sort'|\
    'values:sms groups list -s')
      kind=list found='created_at external_reference_id name updated_at -created_at -external_reference_id -name
        -updated_at' ;;
    'values:sms sender-ids list --sort'|\
    'values:sms sender-ids list -s')
      kind=list found='created_at name renew_date status -created_at -name -renew_date -status' ;;
    'values:orders list --sort'|\
    'values:orders list -s')
      kind=list found='amount created_at external_reference_id reference status -amount -created_at -external_reference_id
        -reference -status' ;;
    'values:exports list --sort'|\
    'values:exports list -s')
      kind=list found='created_at external_reference_id status -created_at -external_reference_id -status' ;;
    'values:emergency services list --sort'|\
    'values:emergency services list -s')
      kind=list found='country.name created_at name renew_date status -country.name -created_at -name -renew_date -status' ;;
    'values:emergency verifications list --sort'|\
    'values:address-verifications list --sort'|\
    'values:documents list --sort'|\
    'values:emergency verifications list -s'|\
    'values:address-verifications list -s'|\
    'values:documents list -s')
      kind=list found='created_at external_reference_id -created_at -external_reference_id' ;;
    'values:identities list --sort'|\
    'values:identities list -s')
      kind=list found='birth_date company_name company_reg_number contact_email created_at description
        external_reference_id first_name id_number last_name personal_tax_id phone_number vat_id verified
        -birth_date -company_name -company_reg_number -contact_email -created_at -description
        -external_reference_id -first_name -id_number -last_name -personal_tax_id -phone_number -vat_id
        -verified' ;;
    'values:addresses list --sort'|\
    'values:addresses list -s')
      kind=list found='address city_name created_at description external_reference_id postal_code verified -address
        -city_name -created_at -description -external_reference_id -postal_code -verified' ;;
    'values:address-requirements list --sort'|\
    'values:address-requirements list -s')
      kind=list found='address_proof_qty business_proof_qty personal_proof_qty restriction_message
        service_description_required -address_proof_qty -business_proof_qty -personal_proof_qty
        -restriction_message -service_description_required' ;;
    'values:proofs list --sort'|\
    'values:proofs list -s')
      kind=list found='created_at expires_at external_reference_id -created_at -expires_at -external_reference_id' ;;
    'values:proof-types list --sort'|\
    'values:proof-types list -s')
      kind=list found='entity_type name -entity_type -name' ;;
    'values:document-templates list --sort'|\
    'values:document-templates list -s')
      kind=list found='name permanent -name -permanent' ;;
    'values:files list --sort'|\
    'values:files list -s')
      kind=list found='description expire_at expires_at -description -expire_at -expires_at' ;;
    'values:public-keys list --sort'|\
    'values:public-keys list -s')
      kind=list found='key -key' ;;
    'values:dids list --columns'|\
    'values:dids get --columns'|\
    'values:dids list -c'|\
    'values:dids get -c')
      kind=list found='id type number description blocked awaiting_registration terminated emergency_enabled capacity_limit
        channels_included_count dedicated_channels_count billing_cycles_count created_at expires_at
        did_group order capacity_pool shared_capacity_group address_verification voice_in_trunk
        voice_in_trunk_group sms_trunk sms_trunk_group emergency_calling_service emergency_verification
        identity' ;;
    'values:did-groups list --columns'|\
    'values:did-groups get --columns'|\
    'values:did-groups list -c'|\
    'values:did-groups get -c')
      kind=list found='id type prefix area_name features is_metered allow_additional_channels service_restrictions
        number_type is_demo meta.available_dids_enabled meta.needs_registration meta.is_available
        meta.total_count country city did_group_type region stock_keeping_units address_requirement' ;;
    'values:did-group-types list --columns'|\
    'values:did-group-types get --columns'|\
    'values:pops list --columns'|\
    'values:pops get --columns'|\
    'values:did-group-types list -c'|\
    'values:did-group-types get -c'|\
    'values:pops list -c'|\
    'values:pops get -c')
      kind=list found='id type name' ;;
    'values:available-dids list --columns'|\
    'values:available-dids get --columns'|\
    'values:available-dids list -c'|\
    'values:available-dids get -c')
      kind=list found='id type number did_group nanpa_prefix' ;;
    'values:nanpa-prefixes list --columns'|\
    'values:nanpa-prefixes get --columns'|\
    'values:nanpa-prefixes list -c'|\
    'values:nanpa-prefixes get -c')
      kind=list found='id type npa nxx country region' ;;
    'values:reservations list --columns'|\
    'values:reservations get --columns'|\
    'values:reservations list -c'|\
    'values:reservations get -c')
      kind=list found='id type description created_at expires_at available_did' ;;
    'values:history list --columns'|\
    'values:history get --columns'|\
    'values:history list -c'|\
    'values:history get -c')
      kind=list found='id type did_number action method created_at meta.from meta.to' ;;
    'values:countries list --columns'|\
    'values:countries get --columns'|\
    'values:countries list -c'|\
    'values:countries get -c')
      kind=list found='id type name prefix iso regions' ;;
    'values:regions list --columns'|\
    'values:regions get --columns'|\
    'values:regions list -c'|\
    'values:regions get -c')
      kind=list found='id type name iso country' ;;
    'values:cities list --columns'|\
    'values:cities get --columns'|\
    'values:cities list -c'|\
    'values:cities get -c')
      kind=list found='id type name country region area' ;;
    'values:areas list --columns'|\
    'values:areas get --columns'|\
    'values:areas list -c'|\
    'values:areas get -c')
      kind=list found='id type name country' ;;
    'values:trunks list --columns'|\
    'values:trunks list -c')
      kind=list found='direction id type name external_reference_id capacity_limit created_at' ;;
    'values:trunks in list --columns'|\
    'values:trunks in get --columns'|\
    'values:trunks in list -c'|\
    'values:trunks in get -c')
      kind=list found='id type name description external_reference_id priority weight capacity_limit cli_format cli_prefix
        ringing_timeout created_at configuration configuration.type configuration.allowed_rtp_ips
        configuration.auth_enabled configuration.auth_from_domain configuration.auth_from_user
        configuration.auth_password configuration.auth_user configuration.cnam_lookup
        configuration.codec_ids configuration.diversion_inject_mode configuration.diversion_relay_policy
        configuration.dns_srv_failover_timer configuration.dst configuration.enabled_sip_registration
        configuration.force_symmetric_rtp configuration.host configuration.incoming_auth_password
        configuration.incoming_auth_username configuration.max_30x_redirects configuration.max_transfers
        configuration.media_encryption_mode configuration.network_protocol_priority configuration.port
        configuration.rerouting_disconnect_code_ids configuration.resolve_ruri configuration.rtp_ping
        configuration.rtp_timeout configuration.rx_dtmf_format_id configuration.sip_timer_b
        configuration.sst_accept_501 configuration.sst_enabled configuration.sst_max_timer
        configuration.sst_min_timer configuration.sst_refresh_method_id configuration.sst_session_expires
        configuration.stir_shaken_mode configuration.symmetric_rtp_ignore_rtcp
        configuration.transport_protocol_id configuration.tx_dtmf_format_id configuration.use_did_in_ruri
        configuration.username pop voice_in_trunk_group' ;;
    'values:trunks groups list --columns'|\
    'values:trunks groups get --columns'|\
    'values:trunks groups list -c'|\
    'values:trunks groups get -c')
      kind=list found='id type name capacity_limit external_reference_id created_at meta.trunks_count voice_in_trunks' ;;
    'values:trunks out list --columns'|\
    'values:trunks out get --columns'|\
    'values:trunks out list -c'|\
    'values:trunks out get -c')
      kind=list found='id type name status external_reference_id capacity_limit allow_any_did_as_cli on_cli_mismatch_action
        default_dst_action dst_prefixes media_encryption_mode allowed_rtp_ips force_symmetric_rtp rtp_ping
        rtp_timeout threshold_amount callback_url emergency_enable_all created_at threshold_reached
        authentication_method authentication_method.type authentication_method.allowed_sip_ips
        authentication_method.password authentication_method.tech_prefix
        authentication_method.twilio_account_sid authentication_method.username meta.spent_amount dids
        emergency_dids' ;;
    'values:capacity pools list --columns'|\
    'values:capacity pools get --columns'|\
    'values:capacity pools list -c'|\
    'values:capacity pools get -c')
      kind=list found='id type name renew_date total_channels_count assigned_channels_count minimum_limit
        minimum_qty_per_order setup_price monthly_price metered_rate monthly_cost countries
        shared_capacity_groups qty_based_pricings' ;;
    'values:capacity groups list --columns'|\
    'values:capacity groups get --columns'|\
    'values:capacity groups list -c'|\
    'values:capacity groups get -c')
      kind=list found='id type name shared_channels_count metered_channels_count external_reference_id created_at
        capacity_pool dids' ;;
    'values:sms trunks list --columns'|\
    'values:sms trunks get --columns'|\
    'values:sms trunks list -c'|\
    'values:sms trunks get -c')
      kind=list found='id type name external_reference_id blocked priority allow_any_did_as_source allow_in allow_out
        created_at updated_at configuration configuration.type configuration.allowed_ips
        configuration.auth_name configuration.auth_password configuration.body configuration.body_type
        configuration.callback_url configuration.connection_timeout configuration.follow_redirect
        configuration.headers configuration.host configuration.http_method configuration.message
        configuration.password configuration.query_parameters configuration.rx_port configuration.send_to
        configuration.server_location configuration.subject configuration.system_id
        configuration.system_type configuration.transceiver_mode configuration.tx_port configuration.url
        configuration.use_ssl configuration.validate_https_certificate meta.host outgoing_dids incoming_dids
        sms_trunk_group' ;;
    'values:sms groups list --columns'|\
    'values:sms groups get --columns'|\
    'values:sms groups list -c'|\
    'values:sms groups get -c')
      kind=list found='id type name external_reference_id created_at updated_at meta.sms_trunks_count sms_trunks
        incoming_dids' ;;
    'values:sms sender-ids list --columns'|\
    'values:sms sender-ids get --columns'|\
    'values:sms sender-ids list -c'|\
    'values:sms sender-ids get -c')
      kind=list found='id type name reference status sender_type sender_ids reject_reasons reject_comment renew_date
        created_at activated_at closed_at sms_trunk countries dids order identity address' ;;
    'values:orders list --columns'|\
    'values:orders get --columns'|\
    'values:orders list -c'|\
    'values:orders get -c')
      kind=list found='id type reference description amount status created_at callback_url callback_method
        external_reference_id items items.type items.billed_from items.billed_to items.capacity_pool_id
        items.did_group_id items.emergency_calling_service_id items.monthly_price items.mrc items.nrc
        items.prorated_mrc items.qty items.setup_price' ;;
    'values:exports list --columns'|\
    'values:exports get --columns'|\
    'values:exports list -c'|\
    'values:exports get -c')
      kind=list found='id type export_type status url filters callback_url callback_method external_reference_id created_at' ;;
    'values:emergency requirements list --columns'|\
    'values:emergency requirements get --columns'|\
    'values:emergency requirements list -c'|\
    'values:emergency requirements get -c')
      kind=list found='id type identity_type personal_area_level business_area_level address_area_level
        personal_mandatory_fields business_mandatory_fields address_mandatory_fields estimate_setup_time
        requirement_restriction_message number_type meta.setup_price meta.monthly_price country
        did_group_type' ;;
    'values:emergency services list --columns'|\
    'values:emergency services get --columns'|\
    'values:emergency services list -c'|\
    'values:emergency services get -c')
      kind=list found='id type name reference status activated_at canceled_at renew_date created_at number_type
        meta.setup_price meta.monthly_price country did_group_type order emergency_requirement
        emergency_verification dids' ;;
    'values:emergency verifications list --columns'|\
    'values:emergency verifications get --columns'|\
    'values:emergency verifications list -c'|\
    'values:emergency verifications get -c')
      kind=list found='id type reference status reject_reasons reject_comment callback_url callback_method
        external_reference_id created_at address emergency_calling_service dids' ;;
    'values:identities list --columns'|\
    'values:identities get --columns'|\
    'values:identities list -c'|\
    'values:identities get -c')
      kind=list found='id type identity_type first_name last_name phone_number contact_email company_name
        company_reg_number vat_id id_number personal_tax_id birth_date description external_reference_id
        created_at verified country birth_country proofs addresses permanent_documents' ;;
    'values:addresses list --columns'|\
    'values:addresses get --columns'|\
    'values:addresses list -c'|\
    'values:addresses get -c')
      kind=list found='id type address city_name postal_code description external_reference_id created_at verified identity
        country area city proofs' ;;
    'values:address-requirements list --columns'|\
    'values:address-requirements get --columns'|\
    'values:address-requirements list -c'|\
    'values:address-requirements get -c')
      kind=list found='id type identity_type personal_area_level business_area_level address_area_level personal_proof_qty
        business_proof_qty address_proof_qty personal_mandatory_fields business_mandatory_fields
        service_description_required restriction_message number_type country did_group_type
        personal_permanent_document business_permanent_document personal_onetime_document
        business_onetime_document personal_proof_types business_proof_types address_proof_types' ;;
    'values:address-verifications list --columns'|\
    'values:address-verifications get --columns'|\
    'values:address-verifications list -c'|\
    'values:address-verifications get -c')
      kind=list found='id type reference status reject_reasons reject_comment service_description callback_url
        callback_method external_reference_id created_at address dids' ;;
    'values:proofs list --columns'|\
    'values:proofs get --columns'|\
    'values:proofs list -c'|\
    'values:proofs get -c')
      kind=list found='id type created_at expires_at external_reference_id proof_type entity' ;;
    'values:proof-types list --columns'|\
    'values:proof-types get --columns'|\
    'values:proof-types list -c'|\
    'values:proof-types get -c')
      kind=list found='id type name entity_type' ;;
    'values:documents list --columns'|\
    'values:documents get --columns'|\
    'values:documents list -c'|\
    'values:documents get -c')
      kind=list found='id type created_at external_reference_id template identity' ;;
    'values:document-templates list --columns'|\
    'values:document-templates get --columns'|\
    'values:document-templates list -c'|\
    'values:document-templates get -c')
      kind=list found='id type name permanent url' ;;
    'values:files list --columns'|\
    'values:files get --columns'|\
    'values:files list -c'|\
    'values:files get -c')
      kind=list found='id type description expires_at' ;;
    'values:public-keys list --columns'|\
    'values:public-keys list -c')
      kind=list found='id type key' ;;
    'values:dids update --set')
      kind=words found='description= terminated= capacity_limit= dedicated_channels_count= billing_cycles_count=' ;;
    'values:reservations create --set')
      kind=words found='description=' ;;
    'values:trunks in create --set'|\
    'values:trunks in update --set')
      kind=words found='name= description= external_reference_id= priority= weight= capacity_limit= cli_format= cli_prefix=
        ringing_timeout= configuration= pop=' ;;
    'values:trunks groups create --set'|\
    'values:trunks groups update --set')
      kind=words found='name= capacity_limit= external_reference_id=' ;;
    'values:trunks out create --set'|\
    'values:trunks out update --set')
      kind=words found='name= status= external_reference_id= capacity_limit= allow_any_did_as_cli= on_cli_mismatch_action=
        default_dst_action= dst_prefixes= media_encryption_mode= allowed_rtp_ips= force_symmetric_rtp=
        rtp_ping= rtp_timeout= threshold_amount= callback_url= emergency_enable_all= authentication_method=' ;;
    'values:capacity pools update --set')
      kind=words found='total_channels_count=' ;;
    'values:capacity groups create --set'|\
    'values:capacity groups update --set')
      kind=words found='name= shared_channels_count= metered_channels_count= external_reference_id=' ;;
    'values:sms trunks create --set'|\
    'values:sms trunks update --set')
      kind=words found='name= external_reference_id= blocked= priority= allow_any_did_as_source= configuration=' ;;
    'values:sms groups create --set'|\
    'values:sms groups update --set')
      kind=words found='name= external_reference_id=' ;;
    'values:sms sender-ids update --set')
      kind=words found='name=' ;;
    'values:orders create --set')
      kind=words found='callback_url= callback_method= external_reference_id= items= allow_back_ordering=' ;;
    'values:orders update --set'|\
    'values:exports update --set'|\
    'values:emergency verifications update --set'|\
    'values:address-verifications update --set'|\
    'values:proofs create --set'|\
    'values:proofs update --set'|\
    'values:documents create --set'|\
    'values:documents update --set')
      kind=words found='external_reference_id=' ;;
    'values:emergency verifications create --set')
      kind=words found='callback_url= callback_method= external_reference_id=' ;;
    'values:identities create --set')
      kind=words found='identity_type= first_name= last_name= phone_number= contact_email= company_name= company_reg_number=
        vat_id= id_number= personal_tax_id= birth_date= description= external_reference_id=' ;;
    'values:identities update --set')
      kind=words found='first_name= last_name= phone_number= contact_email= company_name= company_reg_number= vat_id=
        id_number= personal_tax_id= birth_date= description= external_reference_id=' ;;
    'values:addresses create --set'|\
    'values:addresses update --set')
      kind=words found='address= city_name= postal_code= description= external_reference_id=' ;;
    'values:address-verifications create --set')
      kind=words found='service_description= callback_url= callback_method= external_reference_id=' ;;
    'values:dids update --unset')
      kind=words found='description capacity_limit billing_cycles_count' ;;
    'values:reservations create --unset'|\
    'values:capacity pools update --unset'|\
    'values:sms sender-ids update --unset')
      kind=words found='' ;;
    'values:trunks in create --unset'|\
    'values:trunks in update --unset')
      kind=words found='description external_reference_id capacity_limit cli_format cli_prefix ringing_timeout pop' ;;
    'values:trunks groups create --unset'|\
    'values:trunks groups update --unset')
      kind=words found='capacity_limit external_reference_id' ;;
    'values:trunks out create --unset'|\
    'values:trunks out update --unset')
      kind=words found='external_reference_id capacity_limit allowed_rtp_ips callback_url' ;;
    'values:capacity groups create --unset'|\
    'values:capacity groups update --unset')
      kind=words found='metered_channels_count external_reference_id' ;;
    'values:sms trunks create --unset'|\
    'values:sms trunks update --unset')
      kind=words found='external_reference_id priority' ;;
    'values:sms groups create --unset'|\
    'values:sms groups update --unset'|\
    'values:orders create --unset'|\
    'values:orders update --unset'|\
    'values:exports update --unset'|\
    'values:emergency verifications create --unset'|\
    'values:emergency verifications update --unset'|\
    'values:address-verifications create --unset'|\
    'values:address-verifications update --unset'|\
    'values:proofs create --unset'|\
    'values:proofs update --unset'|\
    'values:documents create --unset'|\
    'values:documents update --unset')
      kind=words found='external_reference_id' ;;
    'values:identities create --unset'|\
    'values:identities update --unset')
      kind=words found='contact_email company_name company_reg_number vat_id id_number personal_tax_id birth_date
        description external_reference_id' ;;
    'values:addresses create --unset'|\
    'values:addresses update --unset')
      kind=words found='description external_reference_id' ;;
    'values:--trunk')
      kind=names found='voice_in_trunks voice_in_trunk_groups sms_trunks sms_trunk_groups' ;;
    'values:trunks list --filter name='|\
    'values:trunks list -f name=')
      kind=several found='voice_in_trunks voice_out_trunks' ;;
    'values:trunks out list --filter name='|\
    'values:trunks out update --filter name='|\
    'values:trunks out delete --filter name='|\
    'values:trunks out list -f name='|\
    'values:trunks out update -f name='|\
    'values:trunks out delete -f name=')
      kind=several found='voice_out_trunks' ;;
    'values:--cli-format')
      kind=words found='raw e164 local' ;;
    'values:--sip-transport-protocol-id'|\
    'values:--transport')
      kind=words found='UDP TCP TLS' ;;
    'values:--sip-network-protocol-priority')
      kind=words found='force_ipv4 force_ipv6 any prefer_ipv4 prefer_ipv6' ;;
    'values:--sip-codec-ids'|\
    'values:--codecs'|\
    'values:--add-sip-codec-ids'|\
    'values:--add-codecs'|\
    'values:--remove-sip-codec-ids'|\
    'values:--remove-codecs')
      kind=list found='telephone-event G723 G729 PCMU PCMA SPEEX GSM G726-32 G721 G726-24 G726-40 G726-16 L16' ;;
    'values:--sip-rx-dtmf-format-id'|\
    'values:--rx-dtmf')
      kind=words found='RFC2833 INFO RFC2833-or-INFO' ;;
    'values:--sip-tx-dtmf-format-id'|\
    'values:--tx-dtmf')
      kind=words found='disabled RFC2833 INFO-relay INFO' ;;
    'values:--sip-sst-refresh-method-id'|\
    'values:--sip-sst-refresh-method')
      kind=words found='INVITE UPDATE UPDATE-or-INVITE' ;;
    'values:--sip-media-encryption-mode'|\
    'values:--media-encryption-mode')
      kind=words found='disabled srtp_sdes srtp_dtls zrtp' ;;
    'values:--sip-stir-shaken-mode')
      kind=words found='disabled original pai original_pai verstat' ;;
    'values:--sip-diversion-relay-policy')
      kind=words found='none as_is sip tel' ;;
    'values:--sip-diversion-inject-mode')
      kind=words found='none did_number' ;;
    'values:--sip-rerouting-disconnect-code-ids'|\
    'values:--reroute-on'|\
    'values:--add-sip-rerouting-disconnect-code-ids'|\
    'values:--add-reroute-on'|\
    'values:--remove-sip-rerouting-disconnect-code-ids'|\
    'values:--remove-reroute-on')
      kind=list found='400 401 402 403 404 408 409 410 412 413 414 415 416 417 420 421 422 423 424 428 429 433 436 437 438
        480 482 483 484 485 486 487 488 494 500 501 502 503 504 505 513 580 600 603 604 606 Ringing-timeout' ;;
    'values:--pop')
      kind=words found='NYC FRA LAC MIA SG HK AMS' ;;
    'values:--status')
      kind=words found='active blocked' ;;
    'values:--on-cli-mismatch-action')
      kind=words found='reject_call replace_cli send_original_cli randomize_cli' ;;
    'values:--default-dst-action')
      kind=words found='allow_all reject_all' ;;
    'values:--auth')
      kind=words found='credentials_and_ip twilio' ;;
    'values:--http-in-http-method')
      kind=words found='get post put' ;;
    'values:--http-in-body-type')
      kind=words found='json html_multipart html_url_encoded raw' ;;
    'values:orders create --callback-method'|\
    'values:exports create --callback-method'|\
    'values:emergency verifications create --callback-method'|\
    'values:address-verifications create --callback-method'|\
    'values:--method')
      kind=words found='get post' ;;
    'values:exports create --type'|\
    'values:exports create --export-type')
      kind=words found='cdr_in cdr_out sms_in sms_out' ;;
    'values:cdr summary --type'|\
    'values:cdr summary --export-type')
      kind=words found='cdr_in cdr_out' ;;
    'values:prices lookup --service'|\
    'values:prices download --service')
      kind=words found='voice-in voice-out sms-in sms-out-a2p sms-out-p2p sms-out-otp' ;;
    'values:--filter address='|\
    'values:--filter address.external_reference_id='|\
    'values:-f address='|\
    'values:-f address.external_reference_id='|\
    'values:addresses list --filter external_reference_id='|\
    'values:addresses update --filter external_reference_id='|\
    'values:addresses delete --filter external_reference_id='|\
    'values:addresses list -f external_reference_id='|\
    'values:addresses update -f external_reference_id='|\
    'values:addresses delete -f external_reference_id=')
      kind=several found='addresses' ;;
    'values:--filter identity='|\
    'values:--filter identity.external_reference_id='|\
    'values:-f identity='|\
    'values:-f identity.external_reference_id='|\
    'values:identities list --filter external_reference_id='|\
    'values:identities update --filter external_reference_id='|\
    'values:identities delete --filter external_reference_id='|\
    'values:identities list -f external_reference_id='|\
    'values:identities update -f external_reference_id='|\
    'values:identities delete -f external_reference_id=')
      kind=several found='identities' ;;
    'values:--identity-type')
      kind=words found='personal business' ;;
    'values:--entity')
      kind=names found='identities addresses' ;;
    'values:--event')
      kind=words found='order-completed order-canceled export-completed address-verification-approved
        address-verification-rejected emergency-verification-approved emergency-verification-rejected
        trunk-blocked trunk-unblocked' ;;
    'alias:did_groups')
      kind=alias found='did-groups' ;;
    'alias:did_group_types')
      kind=alias found='did-group-types' ;;
    'alias:available_dids')
      kind=alias found='available-dids' ;;
    'alias:nanpa_prefixes')
      kind=alias found='nanpa-prefixes' ;;
    'alias:did_reservations'|\
    'alias:did-reservations')
      kind=alias found='reservations' ;;
    'alias:did_history'|\
    'alias:did-history')
      kind=alias found='history' ;;
    'alias:voice_in_trunks'|\
    'alias:voice-in-trunks')
      kind=alias found='trunks in' ;;
    'alias:voice_in_trunk_groups'|\
    'alias:voice-in-trunk-groups')
      kind=alias found='trunks groups' ;;
    'alias:voice_out_trunks'|\
    'alias:voice-out-trunks')
      kind=alias found='trunks out' ;;
    'alias:capacity_pools'|\
    'alias:capacity-pools')
      kind=alias found='capacity pools' ;;
    'alias:shared_capacity_groups'|\
    'alias:shared-capacity-groups')
      kind=alias found='capacity groups' ;;
    'alias:sms_trunks'|\
    'alias:sms-trunks')
      kind=alias found='sms trunks' ;;
    'alias:sms_trunk_groups'|\
    'alias:sms-trunk-groups')
      kind=alias found='sms groups' ;;
    'alias:sender_id_verifications'|\
    'alias:sender-id-verifications')
      kind=alias found='sms sender-ids' ;;
    'alias:balances')
      kind=alias found='balance' ;;
    'alias:emergency_requirements'|\
    'alias:emergency-requirements')
      kind=alias found='emergency requirements' ;;
    'alias:emergency_calling_services'|\
    'alias:emergency-calling-services')
      kind=alias found='emergency services' ;;
    'alias:emergency_verifications'|\
    'alias:emergency-verifications')
      kind=alias found='emergency verifications' ;;
    'alias:address_requirements')
      kind=alias found='address-requirements' ;;
    'alias:address_verifications')
      kind=alias found='address-verifications' ;;
    'alias:proof_types')
      kind=alias found='proof-types' ;;
    'alias:permanent_supporting_documents'|\
    'alias:permanent-supporting-documents')
      kind=alias found='documents' ;;
    'alias:supporting_document_templates'|\
    'alias:supporting-document-templates')
      kind=alias found='document-templates' ;;
    'alias:encrypted_files'|\
    'alias:encrypted-files')
      kind=alias found='files' ;;
    'alias:public_keys')
      kind=alias found='public-keys' ;;
    *) return 1 ;;
  esac
}
