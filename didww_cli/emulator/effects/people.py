"""Identities and addresses: who is in use stays."""

from __future__ import annotations

from collections.abc import Iterator

from didww_cli.emulator.account import Account
from didww_cli.emulator.effects.change import Behaviour, Change, attribute_error
from didww_cli.emulator.effects.shapes import DIGITS
from didww_cli.emulator.problems import ErrorObject, conflict
from didww_cli.emulator.state import Record


def _check_identity(change: Change) -> Iterator[ErrorObject]:
    phone = change.attributes.get("phone_number")
    if phone and not DIGITS.fullmatch(phone):
        yield attribute_error("phone_number", "is invalid")
    email = change.attributes.get("contact_email")
    if email and "@" not in email:
        yield attribute_error("contact_email", "is invalid")
    if change.value("identity_type") == "business" and not change.value("company_name"):
        yield attribute_error("company_name", "can't be blank")


def _check_address(change: Change) -> Iterator[ErrorObject]:
    """The city and the area of an address are known when its town is one of the catalogue of cities."""
    name = str(change.value("city_name")).casefold()
    cities = change.state.holding("cities", "country", change.link("country"))
    city = next((city for city in cities if city.attributes["name"].casefold() == name), None)
    change.links |= {"city": city.id if city else None, "area": city.link("area") if city else None}
    return iter(())


def _remove_identity(account: Account, identity: Record) -> None:
    if account.state.holding("addresses", "identity", identity.id):
        raise conflict("Cannot delete record because dependent addresses exist")
    for type_, link in (("proofs", "entity"), ("permanent_supporting_documents", "identity")):
        for record in list(account.state.holding(type_, link, identity.id)):
            account.state.remove(record)
    account.state.remove(identity)


def _remove_address(account: Account, address: Record) -> None:
    for type_ in ("address_verifications", "emergency_verifications"):
        if account.state.holding(type_, "address", address.id):
            raise conflict(f"Cannot delete record because dependent {type_.replace('_', ' ')} exist")
    for proof in list(account.state.holding("proofs", "entity", address.id)):
        account.state.remove(proof)
    account.state.remove(address)


IDENTITIES = Behaviour(check=_check_identity, remove=_remove_identity)
ADDRESSES = Behaviour(check=_check_address, remove=_remove_address)
