"""DIDWW's own Python client, unchanged but for its base URL, against the emulator over a real socket."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

didww = pytest.importorskip("didww.client")

from cryptography.hazmat.primitives import hashes, serialization  # noqa: E402
from cryptography.hazmat.primitives.asymmetric import padding  # noqa: E402
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes  # noqa: E402
from didww.encrypt import Encrypt  # noqa: E402
from didww.enums import CliFormat, ExportType, IdentityType, OnCliMismatchAction, OrderStatus, TransportProtocol  # noqa: E402
from didww.exceptions import DidwwApiError  # noqa: E402
from didww.query_params import QueryParams  # noqa: E402
from didww.resources.address import Address  # noqa: E402
from didww.resources.address_requirement_validation import AddressRequirementValidation  # noqa: E402
from didww.resources.address_verification import AddressVerification  # noqa: E402
from didww.resources.authentication_method import CredentialsAndIpAuthenticationMethod  # noqa: E402
from didww.resources.configuration.pstn import PstnConfiguration  # noqa: E402
from didww.resources.configuration.sip import SipConfiguration  # noqa: E402
from didww.resources.did import Did  # noqa: E402
from didww.resources.did_reservation import DidReservation  # noqa: E402
from didww.resources.emergency_requirement_validation import EmergencyRequirementValidation  # noqa: E402
from didww.resources.emergency_verification import EmergencyVerification  # noqa: E402
from didww.resources.encrypted_file import EncryptedFile  # noqa: E402
from didww.resources.export import Export  # noqa: E402
from didww.resources.identity import Identity  # noqa: E402
from didww.resources.order import Order  # noqa: E402
from didww.resources.order_item.available_did_order_item import AvailableDidOrderItem  # noqa: E402
from didww.resources.order_item.capacity_order_item import CapacityOrderItem  # noqa: E402
from didww.resources.order_item.did_order_item import DidOrderItem  # noqa: E402
from didww.resources.order_item.reservation_did_order_item import ReservationDidOrderItem  # noqa: E402
from didww.resources.permanent_supporting_document import PermanentSupportingDocument  # noqa: E402
from didww.resources.proof import Proof  # noqa: E402
from didww.resources.shared_capacity_group import SharedCapacityGroup  # noqa: E402
from didww.resources.voice_in_trunk import VoiceInTrunk  # noqa: E402
from didww.resources.voice_in_trunk_group import VoiceInTrunkGroup  # noqa: E402
from didww.resources.voice_out_trunk import VoiceOutTrunk  # noqa: E402
from didww.resources.voice_out_trunk_regenerate_credential import VoiceOutTrunkRegenerateCredential  # noqa: E402

from didww_cli.catalog import BY_TYPE  # noqa: E402
from didww_cli.catalog.versions import at  # noqa: E402
from tests.spoken import OLD  # noqa: E402

from .private_keys import PRIVATE_KEYS  # noqa: E402


def first(repository: Any, **filters: str) -> Any:
    params = QueryParams()
    for name, value in filters.items():
        params.filter(name.replace("__", "."), value)
    return repository.list(params).data[0]


READABLE = [
    *("countries", "pops", "regions", "cities", "areas", "did_group_types", "did_groups", "available_dids"),
    *("nanpa_prefixes", "proof_types", "public_keys", "address_requirements", "supporting_document_templates"),
    *("capacity_pools", "did_reservations", "shared_capacity_groups", "exports", "addresses", "identities"),
    *("encrypted_files", "did_history", "emergency_requirements", "emergency_calling_services"),
    *("emergency_verifications", "dids", "voice_in_trunk_groups", "voice_out_trunks", "voice_in_trunks", "orders"),
    *("address_verifications", "permanent_supporting_documents", "proofs"),
]


def test_no_repository_is_forgotten() -> None:
    accessors = {name for name in vars(didww.DidwwClient) if name in BY_TYPE or name == "balance"}
    writing_only = {
        "address_requirement_validations",
        "emergency_requirement_validations",
        "voice_out_trunk_regenerate_credentials",
    }
    assert accessors == {*READABLE, "balance", *writing_only}


@pytest.mark.parametrize("name", READABLE)
def test_a_repository_lists_finds_and_includes(client: Any, name: str) -> None:
    repository, known = getattr(client, name)(), at(BY_TYPE[name], OLD)
    params = QueryParams().include(*known.includes) if known.includes else None
    listed = repository.list(params)
    assert listed.data
    assert listed.meta["api_version"] == "2026-04-16"
    assert all(record.type == name for record in listed.data)
    if "get" in known.operations:
        found = repository.find(listed.data[0].id, params).data
        assert found.id == listed.data[0].id
        assert dict(found.attributes) == dict(listed.data[0].attributes)


def test_includes_become_objects(client: Any) -> None:
    params = QueryParams().filter("number", "527445550100").include("did_group.country", "voice_in_trunk").page(1, 10)
    did = client.dids().list(params).data[0]
    assert did.did_group.area_name == "Acapulco"
    assert did.did_group.country.iso == "MX"
    assert did.voice_in_trunk.configuration.dst == "12025550199"
    assert did.created_at < did.expires_at


def test_the_balance(client: Any) -> None:
    balance = client.balance().find().data
    assert (balance.balance, balance.credit, balance.total_balance) == ("1000.00", "0.00", "1000.00")


def test_errors_are_understood(client: Any) -> None:
    with pytest.raises(DidwwApiError) as failure:
        client.dids().find("nowhere")
    assert failure.value.status_code == 404
    assert failure.value.errors[0]["title"] == "Record not found"
    with pytest.raises(DidwwApiError) as failure:
        client.dids().list(QueryParams().filter("bogus", "1"))
    assert failure.value.errors[0]["detail"] == "bogus is not allowed."


def test_inbound_trunks(client: Any) -> None:
    trunks, group = client.voice_in_trunks(), VoiceInTrunkGroup()
    trunk = VoiceInTrunk()
    trunk.name, trunk.cli_format = "Real", CliFormat.RAW
    sip = SipConfiguration()
    sip.host, sip.transport_protocol_id = "sip.example.com", TransportProtocol.TLS
    trunk.configuration = sip
    trunk.pop = first(client.pops())
    made = trunks.create(trunk).data
    assert made.configuration.transport_protocol_id == TransportProtocol.TLS
    found = trunks.find(made.id).data
    changed = found.configuration
    changed.port = 5061
    found.configuration = changed
    assert trunks.update(found).data.configuration.port == 5061
    found = trunks.find(made.id).data
    pstn = PstnConfiguration()
    pstn.dst = "12025550100"
    found.configuration = pstn
    assert trunks.update(found).data.configuration.dst == "12025550100"
    group.name, group.voice_in_trunks = "Real group", [made]
    grouped = client.voice_in_trunk_groups().create(group).data
    assert client.voice_in_trunk_groups().find(grouped.id).meta["api_version"] == "2026-04-16"
    assert client.voice_in_trunk_groups().find(grouped.id).data.meta == {"trunks_count": 1}
    grouped.name = "Renamed"
    assert client.voice_in_trunk_groups().update(grouped).data.name == "Renamed"
    client.voice_in_trunk_groups().delete(grouped.id)
    trunks.delete(made.id)
    with pytest.raises(DidwwApiError):
        trunks.find(made.id)


def test_outbound_trunks(client: Any) -> None:
    trunks, trunk = client.voice_out_trunks(), VoiceOutTrunk()
    trunk.name = "Real"
    trunk.authentication_method = CredentialsAndIpAuthenticationMethod(allowed_sip_ips=["192.0.2.1"])
    trunk.allowed_rtp_ips, trunk.on_cli_mismatch_action = ["192.0.2.1"], OnCliMismatchAction.REJECT_CALL
    trunk.dids = [first(client.dids())]
    made = trunks.create(trunk).data
    before = made.authentication_method.password
    assert before
    order = VoiceOutTrunkRegenerateCredential()
    order.voice_out_trunk = made
    assert client.voice_out_trunk_regenerate_credentials().create(order).data.id == made.id
    again = trunks.find(made.id).data
    assert again.authentication_method.password != before
    again.capacity_limit = 5
    assert trunks.update(again).data.capacity_limit == 5
    trunks.delete(made.id)


def test_dids_and_capacity(client: Any) -> None:
    did = first(client.dids(), number="12125550100")
    trunk_group = first(client.voice_in_trunk_groups())
    did.voice_in_trunk_group = trunk_group
    did.description = "by the client"
    client.dids().update(did)
    params = QueryParams().include("voice_in_trunk", "voice_in_trunk_group")
    found = client.dids().find(did.id, params).data
    assert (found.description, found.voice_in_trunk_group.id) == ("by the client", trunk_group.id)
    gone = Did.build(did.id)
    gone.terminated = True
    assert client.dids().update(gone).data.terminated is True
    pool = first(client.capacity_pools(), name="Standard")
    pool.total_channels_count = 28
    assert client.capacity_pools().update(pool).data.total_channels_count == 28
    group = SharedCapacityGroup()
    group.name, group.shared_channels_count, group.capacity_pool = "Real", 2, pool
    made = client.shared_capacity_groups().create(group).data
    made.metered_channels_count = 4
    assert client.shared_capacity_groups().update(made).data.metered_channels_count == 4
    client.shared_capacity_groups().delete(made.id)


def sku(client: Any, area: str) -> str:
    params = QueryParams().filter("area_name", area).include("stock_keeping_units")
    return str(client.did_groups().list(params).data[0].stock_keeping_units[0].id)


def test_orders(client: Any) -> None:
    reservation = DidReservation()
    reservation.description = "by the client"
    reservation.available_did = first(client.available_dids(), number_contains="120255501")
    held = client.did_reservations().create(reservation).data
    items = [DidOrderItem(), AvailableDidOrderItem(), ReservationDidOrderItem(), CapacityOrderItem()]
    items[0].sku_id, items[0].qty = sku(client, "Chicago"), 2
    items[1].sku_id = sku(client, "Acapulco")
    items[1].available_did_id = first(client.available_dids(), number_contains="5274455501").id
    items[2].sku_id, items[2].did_reservation_id = sku(client, "Washington"), held.id
    items[3].capacity_pool_id, items[3].qty = first(client.capacity_pools(), name="Standard").id, 1
    order = Order()
    order.items, order.external_reference_id = items, "real-1"
    placed = client.orders().create(order).data
    assert (placed.status, len(placed.items)) == (OrderStatus.PENDING, 4)
    states = [client.orders().find(placed.id).data.status for _ in range(3)]
    assert states[-1] == OrderStatus.COMPLETED
    dids = client.dids().list(QueryParams().filter("order.id", placed.id)).data
    assert len(dids) == 4
    placed = first(client.orders(), external_reference_id="real-1")
    placed.external_reference_id = "real-2"
    assert client.orders().update(placed).data.external_reference_id == "real-2"
    other = Order()
    other.items = [items[0]]
    client.orders().delete(client.orders().create(other).data.id)
    assert first(client.orders(), status="canceled").is_canceled


def test_a_reservation_is_given_up(client: Any) -> None:
    reservation = DidReservation()
    reservation.available_did = first(client.available_dids(), number_contains="120255501")
    held = client.did_reservations().create(reservation).data
    client.did_reservations().delete(held.id)
    assert held.id not in {record.id for record in client.did_reservations().list().data}


def test_exports(client: Any, tmp_path: Path) -> None:
    from datetime import UTC, datetime, timedelta

    now = datetime.now(UTC)
    begin, end = (now - timedelta(days=days) for days in (9, 2))
    export = Export()
    export.export_type = ExportType.CDR_IN
    export.filters = {"from": f"{begin:%Y-%m-%d} 00:00:00", "to": f"{end:%Y-%m-%d} 00:00:00"}
    made = client.exports().create(export).data
    made.external_reference_id = "real"
    client.exports().update(made)
    for _ in range(3):
        made = client.exports().find(made.id).data
    assert made.is_completed
    assert made.external_reference_id == "real"
    client.download_export(made.url, tmp_path / "calls.csv.gz")
    client.download_and_decompress_export(made.url, str(tmp_path / "calls.csv"))
    with (tmp_path / "calls.csv").open(encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream))
    assert rows
    assert (tmp_path / "calls.csv.gz").stat().st_size < (tmp_path / "calls.csv").stat().st_size


def upload(client: Any, content: bytes) -> Any:
    keys = [key.key for key in client.public_keys().list().data]
    encrypted = Encrypt.encrypt_with_keys(content, keys)
    identifier = client.upload_encrypted_file(Encrypt.calculate_fingerprint(keys), encrypted, description="Pass ✓")
    return client.encrypted_files().find(identifier).data


def test_uploads(client: Any) -> None:
    file = upload(client, b"%PDF-1.7 example")
    assert file.description == "Pass ✓"
    with pytest.raises(DidwwApiError) as failure:
        client.upload_encrypted_file("old", b"x")
    assert failure.value.status_code == 422
    client.encrypted_files().delete(file.id)
    with pytest.raises(DidwwApiError):
        client.encrypted_files().find(file.id)


def decrypted(encrypted: bytes, place: int) -> bytes:
    key: Any = serialization.load_pem_private_key(PRIVATE_KEYS[place].encode(), None)
    sealed = encrypted[256 * place : 256 * (place + 1)]
    oaep = padding.OAEP(padding.MGF1(hashes.SHA256()), hashes.SHA256(), None)
    opened = key.decrypt(sealed, oaep)
    cipher = Cipher(algorithms.AES(opened[:32]), modes.CBC(opened[32:])).decryptor()
    padded = cipher.update(encrypted[512:]) + cipher.finalize()
    return padded[: -padded[-1]]


def test_what_is_encrypted_for_the_emulator_can_be_read(client: Any) -> None:
    keys = [key.key for key in client.public_keys().list().data]
    encrypted = Encrypt.encrypt_with_keys(b"secret", keys)
    assert [decrypted(encrypted, place) for place in (0, 1)] == [b"secret", b"secret"]


def test_regulation(client: Any) -> None:
    country = first(client.countries(), iso="DE")
    identity = Identity()
    identity.identity_type, identity.first_name, identity.last_name = IdentityType.PERSONAL, "Kim", "Muster"
    identity.phone_number, identity.birth_date, identity.country = "493023125991", "1990-01-01", country
    person = client.identities().create(identity).data
    person.id_number = "X1"
    assert client.identities().update(person).data.id_number == "X1"
    address = Address()
    address.address, address.city_name, address.postal_code = "Musterstraße 2", "Berlin", "10115"
    address.identity, address.country = person, country
    home = client.addresses().create(address).data
    home.description = "flat"
    assert client.addresses().update(home).data.description == "flat"
    check = AddressRequirementValidation()
    check.address_requirement = first(client.address_requirements(), country__id=country.id)
    check.identity, check.address = person, home
    with pytest.raises(DidwwApiError) as failure:
        client.address_requirement_validations().create(check)
    assert len(failure.value.errors) == 3
    hand_in(client, person, home)
    assert client.address_requirement_validations().create(check).data.id == check.address_requirement.id
    verification = AddressVerification()
    verification.address, verification.dids = home, [first(client.dids(), number="493023125001")]
    made = client.address_verifications().create(verification).data
    made.external_reference_id = "real"
    client.address_verifications().update(made)
    states = [client.address_verifications().find(made.id).data.is_approved for _ in range(3)]
    assert states[-1]
    with pytest.raises(DidwwApiError):
        client.identities().delete(person.id)


def hand_in(client: Any, person: Any, home: Any) -> None:
    for kind, entity in (("Personal", person), ("Address", home)):
        proof = Proof()
        proof.proof_type, proof.entity = first(client.proof_types(), entity_type=kind), entity
        proof.files = [upload(client, b"x")]
        made = client.proofs().create(proof).data
        assert made.id in {record.id for record in client.proofs().list().data}
    document = PermanentSupportingDocument()
    document.template = first(client.supporting_document_templates(), permanent="true")
    document.identity, document.files = person, [upload(client, b"x")]
    client.permanent_supporting_documents().create(document)


def test_deleting_what_was_handed_in(client: Any) -> None:
    client.proofs().delete(client.proofs().list().data[0].id)
    client.permanent_supporting_documents().delete(client.permanent_supporting_documents().list().data[0].id)
    assert len(client.proofs().list().data) == 2
    assert client.permanent_supporting_documents().list().data == []


def test_emergency(client: Any) -> None:
    home = first(client.addresses(), external_reference_id="address-london")
    check = EmergencyRequirementValidation()
    check.emergency_requirement = first(
        client.emergency_requirements(), country__id=first(client.countries(), iso="GB").id
    )
    check.address = home
    client.emergency_requirement_validations().create(check)
    verification = EmergencyVerification()
    verification.address, verification.dids = home, [first(client.dids(), number="442079460001")]
    made = client.emergency_verifications().create(verification).data
    params = QueryParams().include("emergency_calling_service")
    for _ in range(3):
        found = client.emergency_verifications().find(made.id, params).data
    assert found.is_approved
    service = found.emergency_calling_service
    assert client.emergency_calling_services().find(service.id).data.status.value == "active"
    client.emergency_calling_services().delete(service.id)
    assert client.emergency_calling_services().find(service.id).data.status.value == "canceled"


def test_an_uploaded_file_is_a_resource(client: Any) -> None:
    assert isinstance(upload(client, b"x"), EncryptedFile)
