"""Examples of the usual verbs, as their help begins with them: real tasks, with names of the emulated account."""

from __future__ import annotations

from didww_cli.catalog.model import Resource

EXAMPLES = """
dids list -f country.iso=US -c number,voice_in_trunk,description
dids list -f voice_in_trunk=none -f voice_in_trunk_group=none  # unrouted
dids list -s expires_at -n 20 -o csv  # what ends soonest
dids get +12125550100
dids get 12125550100 -i address_verification,order -o json
dids update 12125550100 --voice-in-trunk London --dry-run  # look first
dids update 12125550101 12125550102 --capacity-limit 10
dids update -f country.iso=CA --voice-in-trunk-group 'Main group'
did-groups list -f country.iso=GB -f features=sms_in  # on sale there
did-groups list -f needs_registration=false -c country,area_name,prefix
did-groups get Acapulco -i stock_keeping_units -o json  # with its prices
did-group-types list
did-group-types list -o json --query '[].name'
did-group-types get Mobile
available-dids list -f country.iso=MX  # single numbers that can be had
available-dids list -f number_contains=2125 -o ids
available-dids get 525555550101 -i did_group -o json
nanpa-prefixes list -f npa=212  # exchanges of an area code
nanpa-prefixes list -f region.name='New York' -o csv
nanpa-prefixes get 212555
reservations list -s expires_at
reservations get 525555550101
reservations create --available-did 493023125002 --description 'For Sales'
reservations delete 525555550101
history list -f created_at_gteq=7d  # what happened in the last week
history list -f action=canceled -o csv
history list -f did_number=441614960000
history get ID -o json  # an ID of 'didww history list -o ids'
countries list -f is_available=true  # where there are numbers
countries list -o json --query '[].iso'
countries get GB
regions list -f country.iso=US
regions get California
cities list -f country.iso=DE
cities list -f is_available=true -s name
cities get Acapulco
areas list -f country.iso=FR
areas get Paris
trunks in list
trunks in list -f configuration.type=sip_configurations -s priority
trunks in list -c name,configuration.host,configuration.port,pop
trunks in get Headquarters
trunks in get Headquarters -o json --query configuration
trunks in create --name Office --sip-host sip.example.com --codecs PCMU,PCMA
trunks in create --name 'On call' --pstn-dst 442079460123 --capacity-limit 2
trunks in update Headquarters --sip-port 5061 --transport tls
trunks in update London Berlin --capacity-limit 20 --dry-run
trunks in delete 'Night watch' --dry-run  # says what depends on it
trunks groups list
trunks groups list -i voice_in_trunks -o json
trunks groups get 'Main group'
trunks groups create --name Overflow --voice-in-trunks Berlin
trunks groups update 'Main group' --add-voice-in-trunks Headquarters
trunks groups update 'Main group' --capacity-limit 50
trunks groups delete 'Night shift' --dry-run
trunks out list
trunks out list -f status=blocked  # those that place no calls
trunks out list -c name,meta.spent_amount,threshold_amount
trunks out get 'Outbound Europe'
trunks out create --data dialler.json --dry-run  # as get prints it
trunks out update 'Outbound Europe' --threshold-amount 200
trunks out update 'Outbound Europe' --status blocked
trunks out delete 'Contact centre' --dry-run
pops list
pops get 'DE, FRA'
capacity pools list
capacity pools list -f has_unassigned_channels=true
capacity pools get Standard -i qty_based_pricings -o json  # its prices
capacity pools update Standard --total-channels-count 20  # gives the others back
capacity groups list
capacity groups list -f capacity_pool=Standard -i dids -o json
capacity groups get 'London office'
capacity groups create --name Sales --capacity-pool Standard --shared-channels-count 2
capacity groups update 'London office' --shared-channels-count 8
capacity groups delete 'Washington office' --dry-run
sms trunks list
sms trunks list -f configuration.type=smpp_smsc
sms trunks get Campaigns
sms trunks create --name Alerts --email-send-to alerts@example.com --email-subject SMS --email-message '{SMS_TEXT}'
sms trunks update Mailbox --priority 10
sms trunks delete 'Own gateway' --dry-run
sms groups list
sms groups list -i sms_trunks -o json
sms groups get 'Support messages'
sms groups create --name 'Night messages'
sms groups update 'Support messages' --name Support
sms groups delete 'Support messages' --dry-run
sms sender-ids list
sms sender-ids list -f status=changes_required -c name,reject_reasons
sms sender-ids get SIV-000007
sms sender-ids update SIV-000007 --name 'Sender of Example'
orders list -f created_at_gteq=this-month  # what was bought this month
orders list -f status=pending
orders list -c reference,amount,created_at -o csv
orders get ABK-100001
orders get ABK-100001 -o json --query items
orders update ABK-100001 --external-reference-id invoice-7
orders cancel ABK-100012 --dry-run
exports list -f status=completed
exports list -f export_type=cdr_in -s -created_at
exports get export-calls-in
exports update export-calls-in --external-reference-id calls-of-november
emergency requirements list
emergency requirements list -f country.iso=US -o json
emergency requirements get 'US Local' -o json
emergency services list -f status=changes_required  # what waits for you
emergency services list -c name,status,renew_date
emergency services get ECS-300001 -i dids -o json
emergency services cancel ECS-300005 --dry-run
emergency verifications list -f status=rejected -c reference,reject_reasons
emergency verifications list -s -created_at
emergency verifications get EMV-400001
emergency verifications create --emergency-calling-service ECS-300003 --address address-new-york
emergency verifications update EMV-400001 --external-reference-id office-7
identities list -f identity_type=business
identities list -f company_name_contains=Example
identities get identity-hotel -i addresses,proofs -o json
identities create --identity-type personal --first-name Ann --last-name Lee --phone-number 12025550123 --country US
identities update identity-jane --description 'Head of the London office'
identities delete identity-john --dry-run  # says what depends on it
addresses list -f country.iso=DE
addresses list -f identity.external_reference_id=identity-trading -o csv
addresses get address-berlin
addresses create --identity identity-jane --country GB --city-name Leeds --postal-code LS1 --address '2 Sample Lane'
addresses update address-london --description 'Head office'
addresses delete address-paris --dry-run
address-requirements list -f country.iso=DE  # what is asked for there
address-requirements list -f did_group_type.name=Mobile -o json
address-requirements get 'DE Local' -i personal_proof_types,address_proof_types -o json
address-verifications list -f status=rejected -c reference,address,reject_reasons
address-verifications list -f status=pending
address-verifications get ADV-200001 -i dids -o json
address-verifications create --address address-berlin --dids 493023125000
address-verifications update ADV-200002 --external-reference-id berlin-2
proofs list
proofs list -s expires_at -c proof_type,entity,expires_at  # ends first
proofs get proof-jane-passport
proofs create --proof-type Passport --entity identity-john --files 'Passport of A. Example'
proofs update proof-jane-passport --external-reference-id passport-of-jane
proofs delete proof-berlin-bill --dry-run
proof-types list -f entity_type=Address
proof-types get Passport
documents list
documents list -i template,identity -o json
documents get form-trading
documents create --template 'Germany Registration Form' --identity identity-trading --files 'Passport of A. Example'
documents update form-trading --external-reference-id form-of-2026
documents delete form-trading --dry-run
document-templates list -f permanent=true
document-templates get 'Generic LOI' -o json --query url
files list -s expires_at  # uploaded, and not used yet
files get 'Passport, scanned'
files delete 'Passport, scanned' --dry-run
public-keys list
public-keys list -o json --query '[].key'
"""
"""Each a command line behind ``didww``, and behind ``#`` what it does where the line does not say so."""

USUAL = {
    "list": ("list", "list -o json"),
    "get": ("get REF", "get REF -o json"),
    "create": ("create --data FILE --dry-run", "create --data FILE"),
    "update": ("update REF --set KEY=VALUE --dry-run", "update REF --set KEY=VALUE"),
    "delete": ("{delete} REF --dry-run", "{delete} REF"),
}
"""Those of a resource that has none of its own."""


def examples_of(resource: Resource, action: str) -> list[str]:
    """The examples of a verb of a resource, by what the API calls it."""
    verb = resource.delete_means if action == "delete" else action
    own = f"{resource.noun} {verb}"
    found = [line for line in EXAMPLES.splitlines() if line == own or line.startswith(f"{own} ")]
    usual = [f"{resource.noun} {line.format(delete=verb)}" for line in USUAL[action]]
    return [f"didww {line}" for line in found or usual]
