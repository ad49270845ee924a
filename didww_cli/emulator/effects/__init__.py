"""What writing does beyond storing: a module for each part of the account, their table, and time passing."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from didww_cli.emulator.account import Account
from didww_cli.emulator.effects import documents, emergency, exports, orders, sms, stock, tasks, verifications
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
    "did_reservations": stock.RESERVATIONS,
    "voice_in_trunks": TRUNKS_IN,
    "voice_in_trunk_groups": TRUNK_GROUPS,
    "voice_out_trunks": TRUNKS_OUT,
    "voice_out_trunk_regenerate_credentials": REGENERATION,
    "sms_trunks": sms.TRUNKS,
    "sms_trunk_groups": sms.GROUPS,
    "sms_trunk_regenerate_credentials": sms.REGENERATION,
    "sender_id_verifications": sms.SENDERS,
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
    "did_reservations": stock.release,
    "encrypted_files": documents.remove_file,
}


def advance(account: Account) -> None:
    """Lets everything happen that is due."""
    for task in list(account.state.all(tasks.TABLE)):
        record = account.state.get(task.private["of"], task.id)
        if record is None:
            account.state.remove(task)
        elif tasks.is_due(account, task):
            ENDINGS[record.type](account, record)
        elif tasks.is_begun(task) and record.type in BEGINNINGS:
            BEGINNINGS[record.type](account, record)


def shown(account: Account, records: Iterable[Record]) -> None:
    """Counts that records were shown: some change after they were looked at often enough."""
    if account.state.count(tasks.TABLE):
        for record in records:
            tasks.seen(account, record)
