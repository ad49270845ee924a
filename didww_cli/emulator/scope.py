"""What the emulator does not do, for whoever wonders whether to trust it."""

from __future__ import annotations

NOT_EMULATED: tuple[str, ...] = (
    "API versions before 2026-04-16: one that is asked for is ignored, and meta says so.",
    "Allowed addresses of keys, and tokens whose scope is narrower than was asked for.",
    "The links inside relationships: what they name can be had with include, not by following them.",
    "Months going by: DIDs and services are not renewed, billed or removed by themselves, and no money comes in.",
    "NANPA prefix 201-221, the one of DIDWW's examples: it delivers numbers of 201-555, which are kept for fiction.",
    "VAT and prorated billing: amounts are prices times quantities, and prorate_days_qty is ignored.",
    "Messages: none pass, and exports of messages hold a line of titles alone, which DIDWW documents nowhere.",
    "Narrowing exports by callers and destinations: such filters are checked, but all calls come.",
    "Calls: CDR exports hold invented calls, outbound trunks spend nothing, and trunks are not tried.",
    "Reviews by people: a verification is approved unless a reference or description of it, of its address or of its "
    "identity contains the word reject; two identities are decided by their id_number, as in DIDWW's sandbox.",
    "Documents: uploaded files are counted and dropped, not decrypted or looked at.",
    "Other users, staff and panels of the account; read-only mode, missing outbound or emergency plans (403).",
    "Callbacks of the profile demo: only emulator serve with --callback-secret sends them.",
    "The source addresses of callbacks: they come from this machine.",
    "Changes of price plans: prices and their files stay what they are, and one plan is not assigned.",
    "Unknown and read-only members of a body: refused with 422 and a pointer to each, where DIDWW may say 400.",
    "Wording: where DIDWW documents no message for a refusal, the message is the emulator's own.",
)
