"""The shell programs at the head of the completion scripts, as text; ``@VERSION@`` stands for that of didww."""

from __future__ import annotations

BASH = r"""# Completion of didww for bash, 3.2 and newer. Made by: didww completion bash

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
export DIDWW_COMPLETION_SCRIPT='bash @VERSION@'

_didww_data() {
  kind='' found=''
  case $1 in
"""

ZSH = r"""#compdef didww
# Completion of didww for zsh. Made by: didww completion zsh

_didww() {
  local place option kind word profile=$DIDWW_PROFILE environment=$DIDWW_ENVIRONMENT
  local -a found
  integer count ended keyed
  for word in "${(@)words[2,CURRENT-1]}"; do
    case ${option:+$option=}$word in
      --profile=*|-p=*) profile=${(Q)word#--profile=} ;;
      -p?*) profile=${(Q)word#-p} ;;
      --environment=*) environment=${word#--environment=} ;;
    esac
    if [[ -n $option ]]; then option=''
    elif (( ended )); then (( ++count ))
    elif [[ $word == -- ]]; then ended=1
    elif [[ $word == -*=* ]]; then continue
    elif [[ $word == -* ]]; then _didww_values $word && option=$word
    elif _didww_data "commands:$place" && [[ -n ${found[(r)${(b)word}(|:*)]} ]]; then place=${place:+$place }$word
    elif [[ -z $place ]] && _didww_data "alias:$word"; then place=$found[1]
    else (( ++count ))
    fi
  done
  if [[ -n $option ]]; then _didww_option_values
  elif (( ! ended )) && [[ $PREFIX == --*=* ]]; then
    option=${PREFIX%%=*}
    compset -P 1 '*='
    _didww_option_values || return 1
  elif (( ! ended )) && [[ $PREFIX == -* ]]; then _didww_options
  else
    _didww_data "commands:$place" || _didww_data "arguments:$place $((count + 1))" ||
      _didww_data "arguments:$place" || (( ended )) || _didww_options
  fi
  _didww_offer
}

_didww_values() {
  _didww_data "values:$place $1" || _didww_data "values:$1"
}

# Those of $option; where KEY= is typed of KEY=VALUE, what may stand behind that.
_didww_option_values() {
  if [[ $PREFIX == *=* ]] && _didww_values "$option ${PREFIX%%=*}="; then keyed=1
  else _didww_values $option
  fi
}

_didww_options() {
  local -a own
  _didww_data "options:$place" && own=($found)
  _didww_data global: && found=($own $found)
}

_didww_offer() {
  local -a open after
  case $kind in
    files) _files; return ;;
    text) _message value; return ;;
    profiles)
      found=(demo ${(f)"$(_didww_profiles)"})
      compadd -a found
      return ;;
    several)
      (( keyed )) && compset -P 1 '*='
      compset -P '*,'
      _didww_names
      found=(${found:#*,*})
      [[ -n $compstate[quote] ]] || after=(-q -S ,)
      compadd $after -a found
      return ;;
    names)
      _didww_names
      if (( $#found )) || [[ -n $option ]] || (( ended )); then
        compadd -a found
        return
      fi
      _didww_options ;;
    list)
      compset -P '*,'
      after=(-q -S ,) ;;
  esac
  open=(${(M)found:#*=})
  found=(${found:#*=})
  (( $#found )) && _describe -t values value found $after
  (( $#open )) && compadd -S '' -a open
}

# The names that are kept of the types in $found, in their place.
_didww_names() {
  local folder=${XDG_CACHE_HOME:-$HOME/.cache}/didww type
  local -a types=($found)
  found=()
  [[ $DIDWW_COMPLETION_CACHE != 0 ]] || return
  [[ -d $folder ]] || folder=$HOME/Library/Caches/didww
  [[ -n $profile ]] ||
    profile=$(_didww_config '/^ *default_profile *= *"/{s/^[^"]*"\(.*\)" *$/\1/;s/\\\(["\\]\)/\1/g;p;}')
  profile=${profile:--}
  if [[ $profile != demo ]]; then
    profile+=${environment:+,$environment}${DIDWW_BASE_URL:+,base_url}${DIDWW_API_KEY:+,api_key}
  fi
  folder=$folder/names/${profile//\//_}
  for type in $types; do
    [[ -r $folder/$type ]] && found+=(${(f)"$(<$folder/$type)"})
  done
}

_didww_config() {
  local file=${DIDWW_CONFIG:-${XDG_CONFIG_HOME:-$HOME/.config}/didww/config.toml}
  [[ -r $file ]] || file="$HOME/Library/Application Support/didww/config.toml"
  [[ -r $file ]] && sed -n $1 $file
}

_didww_profiles() {
  _didww_config 's/^ *\[profiles\.\([A-Za-z0-9_-]*\)\] *$/\1/p
    /^ *\[profiles\."\(.*\)"\] *$/{s//\1/;s/\\\(["\\]\)/\1/g;p;}'
}

_didww_data() {
  kind='' found=()
  case $1 in
"""

CASE_END = "    *) return 1 ;;\n  esac\n}\n"
ZSH_END = """
export DIDWW_COMPLETION_SCRIPT='zsh @VERSION@'
if [[ $funcstack[1] == _didww ]]; then _didww "$@"; else compdef _didww didww; fi
"""

FISH = r"""# Completion of didww for fish. Made by: didww completion fish

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
set -gx DIDWW_COMPLETION_SCRIPT 'fish @VERSION@'

function __didww_data --no-scope-shadowing
    set kind
    set found
    switch "$argv[1]"
"""

POWERSHELL = r"""# Completion of didww for PowerShell. Made by: didww completion powershell

$env:DIDWW_COMPLETION_SCRIPT = 'powershell @VERSION@'
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
"""
