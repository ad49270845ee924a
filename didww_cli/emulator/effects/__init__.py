"""What writing does beyond storing: one module for each part of the account, and the table of them all."""

from __future__ import annotations

from collections.abc import Callable

from didww_cli.emulator.account import Account
from didww_cli.emulator.effects import documents, emergency, exports, orders, reservations, verifications
from didww_cli.emulator.effects.capacity import CAPACITY_GROUPS, POOLS
from didww_cli.emulator.effects.change import Behaviour
from didww_cli.emulator.effects.dids import DIDS
from didww_cli.emulator.effects.people import ADDRESSES, IDENTITIES
from didww_cli.emulator.effects.requirements import VALIDATIONS
from didww_cli.emulator.effects.trunks_in import TRUNK_GROUPS, TRUNKS_IN
from didww_cli.emulator.effects.trunks_out import REGENERATION, TRUNKS_OUT
from didww_cli.emulator.state import Record

BEHAVIOURS: dict[str, Behaviour] = {
    "dids": DIDS,
    "did_reservations": reservations.RESERVATIONS,
    "voice_in_trunks": TRUNKS_IN,
    "voice_in_trunk_groups": TRUNK_GROUPS,
    "voice_out_trunks": TRUNKS_OUT,
    "voice_out_trunk_regenerate_credentials": REGENERATION,
    "capacity_pools": POOLS,
    "shared_capacity_groups": CAPACITY_GROUPS,
    "orders": orders.ORDERS,
    "exports": exports.EXPORTS,
    "identities": IDENTITIES,
    "addresses": ADDRESSES,
    "proofs": documents.PROOFS,
    "permanent_supporting_documents": documents.DOCUMENTS,
    "encrypted_files": documents.FILES,
    "address_requirement_validations": VALIDATIONS,
    "emergency_requirement_validations": VALIDATIONS,
    "address_verifications": verifications.VERIFICATIONS,
    "emergency_verifications": emergency.VERIFICATIONS,
    "emergency_calling_services": emergency.SERVICES,
}
Step = Callable[[Account, Record], None]
# what happens when something under way is shown for the first time, and when its time has come
BEGINNINGS: dict[str, Step] = {"exports": exports.process}
ENDINGS: dict[str, Step] = {
    "orders": orders.complete,
    "exports": exports.complete,
    "address_verifications": verifications.review,
    "emergency_verifications": emergency.review,
    "did_reservations": reservations.release,
    "encrypted_files": documents.remove_file,
}
