"""What the example programs of DIDWW's Python library do, request by request, with that library.

Each test is one program of its ``examples`` folder in our own words; those that only list something are one table.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

didww = pytest.importorskip("didww.client")

from didww.encrypt import Encrypt  # noqa: E402
from didww.enums import Codec, ExportType, OnCliMismatchAction, TransportProtocol  # noqa: E402
from didww.exceptions import DidwwApiError  # noqa: E402
from didww.query_params import QueryParams  # noqa: E402
from didww.resources.address import Address  # noqa: E402
from didww.resources.authentication_method import CredentialsAndIpAuthenticationMethod  # noqa: E402
from didww.resources.capacity_pool import CapacityPool  # noqa: E402
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
from didww.resources.proof import Proof  # noqa: E402
from didww.resources.shared_capacity_group import SharedCapacityGroup  # noqa: E402
from didww.resources.voice_in_trunk import VoiceInTrunk  # noqa: E402
from didww.resources.voice_in_trunk_group import VoiceInTrunkGroup  # noqa: E402
from didww.resources.voice_out_trunk import VoiceOutTrunk  # noqa: E402

US = "1f6fc2bd-f081-4202-9b1a-d9cb88d942b9"
LISTS = [
    ("address_verifications", ("address", "dids"), 3),
    ("capacity_pools", ("shared_capacity_groups", "qty_based_pricings"), 2),
    ("did_history", (), 34),
    ("emergency_calling_services", ("country",), 6),
    ("emergency_requirements", ("country",), 3),
    ("emergency_verifications", ("address", "dids"), 5),
    ("voice_in_trunks", ("pop", "voice_in_trunk_group"), 6),
]


def made(thing: Any, **members: Any) -> Any:
    for name, value in members.items():
        setattr(thing, name, value)
    return thing


def query(*include: str, page: tuple[int, int] | None = None, **filters: str) -> Any:
    params = QueryParams()
    if include:
        params.include(*include)
    for name, value in filters.items():
        params.filter(name.replace("__", "."), value)
    if page:
        params.page(*page)
    return params


def sip(host: str = "sip.example.com", **members: Any) -> Any:
    fixed = {"port": 5060, "codec_ids": [Codec.PCMU, Codec.PCMA], "transport_protocol_id": TransportProtocol.UDP}
    return made(SipConfiguration(), host=host, **fixed, **members)


def order(client: Any, *items: Any, **members: Any) -> Any:
    return client.orders().create(made(Order(), items=list(items), **members)).data


def sku(holder: Any) -> str:
    return str((holder.did_group if hasattr(holder, "did_group") else holder).stock_keeping_units[0].id)


@pytest.mark.parametrize(("name", "include", "count"), LISTS, ids=[name for name, _, _ in LISTS])
def test_listing(client: Any, name: str, include: tuple[str, ...], count: int) -> None:
    found = getattr(client, name)().list(query(*include)).data
    assert len(found) == count
    for member in include:
        assert any(getattr(record, member) for record in found), member


def test_balance(client: Any) -> None:
    assert client.balance().find().data.total_balance == "1000.00"


def test_countries(client: Any) -> None:
    countries = client.countries().list(query(prefix="1").sort("name")).data
    assert [country.iso for country in countries] == ["CA", "US"]
    assert client.countries().find(US).data.name == "United States"


def test_regions(client: Any) -> None:
    country = client.countries().list(query(iso="US")).data[0]
    regions = client.regions().list(query("country", country__id=country.id)).data
    assert [region.country.name for region in regions] == ["United States"] * 5
    assert client.regions().find(regions[-1].id).data.name == "New York"


def test_did_groups(client: Any) -> None:
    assert client.did_groups().list(query("stock_keeping_units", area_name="Beverly Hills")).data == []


def test_did_reservations(client: Any) -> None:
    number = client.available_dids().list(query("did_group.stock_keeping_units", page=(1, 1))).data[0]
    held = client.did_reservations().create(made(DidReservation(), description="x", available_did=number)).data
    listed = client.did_reservations().list(query("available_did")).data
    assert number.number in {reservation.available_did.number for reservation in listed}
    assert client.did_reservations().find(held.id).data.id == held.id
    client.did_reservations().delete(held.id)
    assert held.id not in {reservation.id for reservation in client.did_reservations().list().data}


def test_did_trunk_assignment(client: Any) -> None:
    both = query("voice_in_trunk", "voice_in_trunk_group")
    did = client.dids().list(query("voice_in_trunk", "voice_in_trunk_group", page=(1, 1))).data[0]
    pop = client.pops().list().data[0]
    trunk = client.voice_in_trunks().create(made(VoiceInTrunk(), name="A", configuration=sip(), pop=pop)).data
    group = client.voice_in_trunk_groups().create(made(VoiceInTrunkGroup(), name="B", capacity_limit=10)).data

    def assign(**members: Any) -> tuple[str | None, str | None]:
        client.dids().update(made(Did.build(did.id), **members))
        now = client.dids().find(did.id, both).data
        return getattr(now.voice_in_trunk, "id", None), getattr(now.voice_in_trunk_group, "id", None)

    to_trunk, to_group = VoiceInTrunk.build(trunk.id), VoiceInTrunkGroup.build(group.id)
    assert assign(voice_in_trunk=to_trunk) == (trunk.id, None)
    assert assign(voice_in_trunk_group=to_group) == (None, group.id)
    assert assign(voice_in_trunk=to_trunk) == (trunk.id, None)
    assert assign(description="DID with trunk assigned") == (trunk.id, None)
    assert assign(voice_in_trunk_group=to_group) == (None, group.id)
    client.voice_in_trunks().delete(trunk.id)


def test_dids(client: Any) -> None:
    did = client.dids().list(query("identity", "emergency_calling_service", "emergency_verification")).data[0]
    trunk = client.voice_in_trunks().list(query(configuration__type="sip_configurations")).data[0]
    client.dids().update(made(Did.build(did.id), voice_in_trunk=VoiceInTrunk.build(trunk.id)))
    pool = client.capacity_pools().list().data[0]
    client.dids().update(made(Did.build(did.id), capacity_pool=pool, capacity_limit=5, description="Updated"))
    after = client.dids().find(did.id, query("capacity_pool")).data
    assert (after.capacity_pool.id, after.capacity_limit, after.description) == (pool.id, 5, "Updated")


@pytest.mark.parametrize("area", ["Acapulco", "Berlin", "Sydney", "London", "Paris", "Stockholm", "Toronto"])
def test_the_first_pool_serves_whatever_number_was_ordered_last(client: Any, area: str) -> None:
    group = client.did_groups().list(query("stock_keeping_units", area_name=area)).data[0]
    placed = order(client, made(DidOrderItem(), sku_id=sku(group), qty=1))
    while client.orders().find(placed.id).data.status.value != "completed":
        pass
    did = client.dids().list(query().filter("order.id", placed.id)).data[0]
    pool = client.capacity_pools().list().data[0]
    client.dids().update(made(Did.build(did.id), capacity_pool=pool, dedicated_channels_count=1))
    assert client.dids().find(did.id, query("capacity_pool")).data.capacity_pool.id == pool.id


def test_emergency_requirement_validations(client: Any) -> None:
    check = EmergencyRequirementValidation()
    check.emergency_requirement = client.emergency_requirements().list(query("country")).data[0]
    check.address, check.identity = client.addresses().list().data[0], client.identities().list().data[0]
    with pytest.raises(DidwwApiError) as failure:
        client.emergency_requirement_validations().create(check)
    assert failure.value.status_code == 422


def test_emergency_scenario(client: Any) -> None:
    home = client.addresses().list(query("country")).data[0]
    wanted = query("did_group", "did_group.stock_keeping_units", page=(1, 1), country__id=home.country.id)
    number = client.available_dids().list(wanted.filter("did_group.features", "emergency")).data[0]
    placed = order(client, made(AvailableDidOrderItem(), sku_id=sku(number), available_did_id=number.id))
    while client.orders().find(placed.id).data.status != "completed":
        pass
    include = ("did_group", "did_group.country", "did_group.did_group_type", "emergency_calling_service")
    newest = query(*include, page=(1, 10), did_group__features="emergency", emergency_enabled="false")
    dids = client.dids().list(newest.sort("-created_at")).data
    did = next(did for did in dids if not did.emergency_calling_service)
    assert did.number == number.number
    country, kind = did.did_group.country, did.did_group.did_group_type
    asked = query(country__id=country.id, did_group_type__id=kind.id)
    check = made(EmergencyRequirementValidation(), address=Address.build(home.id))
    check.emergency_requirement = client.emergency_requirements().list(asked).data[0]
    check.identity = client.identities().list().data[0]
    client.emergency_requirement_validations().create(check)
    verification = made(EmergencyVerification(), address=Address.build(home.id), dids=[Did.build(did.id)])
    made(verification, callback_url="https://example.com/callbacks/emergency", callback_method="post")
    created = client.emergency_verifications().create(verification).data
    fetched = client.emergency_verifications().find(created.id, query("address", "emergency_calling_service", "dids"))
    assert fetched.data.emergency_calling_service.status == "in_process"


def test_exports(client: Any) -> None:
    begin, end = (datetime.now(UTC) - timedelta(days=days) for days in (9, 2))
    period = {"from": f"{begin:%Y-%m-%d} 00:00:00", "to": f"{end:%Y-%m-%d} 23:59:59"}
    export = made(Export(), export_type=ExportType.CDR_IN, filters={"did_number": "1234567890", **period})
    created = client.exports().create(made(export, external_reference_id="monthly")).data
    assert created.id in {listed.id for listed in client.exports().list().data}
    renamed = client.exports().update(made(Export(), id=created.id, external_reference_id="renamed")).data
    assert renamed.external_reference_id == "renamed"


def upload(client: Any, name: str) -> str:
    keys = [key.key for key in client.public_keys().list().data]
    sealed = Encrypt.encrypt_with_keys(b"%PDF-1.7 sample", keys)
    return str(client.upload_encrypted_file(Encrypt.calculate_fingerprint(keys), sealed, description=name))


def test_upload_file(client: Any) -> None:
    assert client.encrypted_files().find(upload(client, "sample.pdf")).data.description == "sample.pdf"


def test_identity_address_proofs(client: Any) -> None:
    country = client.countries().list().data[0]
    person = made(Identity(), first_name="John", last_name="Doe", phone_number="12025550123", country=country)
    person = client.identities().create(made(person, identity_type="personal")).data
    home = made(Address(), city_name="New York", postal_code="10001", address="123 Main St", country=country)
    home = client.addresses().create(made(home, identity=Identity.build(person.id))).data
    kinds = client.proof_types().list().data
    files = [upload(client, name) for name in ("identity_proof.pdf", "address_proof.pdf")]
    for entity, kind, file in ((person, "Personal", files[0]), (home, "Address", files[1])):
        proof = made(Proof(), entity=entity, files=[EncryptedFile.build(file)])
        proof.proof_type = next(known for known in kinds if known.entity_type == kind)
        assert client.proofs().create(proof, query("proof_type")).data.proof_type.name
    client.addresses().delete(home.id)
    client.identities().delete(person.id)
    for file in files:
        client.encrypted_files().delete(file)
    assert not set(files) & {left.id for left in client.encrypted_files().list().data}


def test_orders(client: Any) -> None:
    assert len(client.orders().list().data) == 12
    group = client.did_groups().list(query("stock_keeping_units")).data[0]
    placed = order(client, made(DidOrderItem(), sku_id=sku(group), qty=1), allow_back_ordering=False)
    client.orders().delete(placed.id)
    assert client.orders().find(placed.id).data.status == "canceled"


def test_orders_of_every_kind_of_item(client: Any) -> None:
    first, second = client.available_dids().list(query("did_group.stock_keeping_units")).data[:2]
    group = client.did_groups().list(query("stock_keeping_units")).data[0]
    held = client.did_reservations().create(made(DidReservation(), available_did=second)).data
    items = [
        made(DidOrderItem(), sku_id=sku(group), qty=1),
        made(AvailableDidOrderItem(), sku_id=sku(first), available_did_id=first.id),
        made(ReservationDidOrderItem(), sku_id=sku(second), did_reservation_id=held.id),
    ]
    placed = [order(client, item) for item in items]
    found = [client.dids().list(QueryParams().filter("order.id", one.id)).data for one in placed]
    assert [len(dids) <= 1 for dids in found] == [True] * 3
    pool = client.capacity_pools().list().data[0]
    assert len(order(client, made(CapacityOrderItem(), capacity_pool_id=pool.id, qty=1)).items) == 1


def test_orders_nanpa(client: Any) -> None:
    prefix = client.nanpa_prefixes().list(query(npanxx="201221", page=(1, 1))).data[0]
    assert (prefix.npa, prefix.nxx) == ("201", "221")
    asked = query("stock_keeping_units", page=(1, 1), nanpa_prefix__id=prefix.id)
    group = client.did_groups().list(asked).data[0]
    item = made(DidOrderItem(), sku_id=sku(group), nanpa_prefix_id=prefix.id, qty=1)
    placed = order(client, item, allow_back_ordering=True)
    assert (placed.amount, placed.status.value) == ("0.5", "pending")


def test_shared_capacity_groups(client: Any) -> None:
    pool = client.capacity_pools().list().data[0]
    group = made(SharedCapacityGroup(), name="Mine", metered_channels_count=10, shared_channels_count=1)
    created = client.shared_capacity_groups().create(made(group, capacity_pool=CapacityPool.build(pool.id))).data
    assert (created.metered_channels_count, created.shared_channels_count) == (10, 1)
    client.shared_capacity_groups().delete(created.id)


@pytest.mark.parametrize(
    "configuration",
    [
        sip("216.58.215.110", username="username", rerouting_disconnect_code_ids=[97, 101]),
        made(PstnConfiguration(), dst="12025550123"),
    ],
    ids=["sip", "pstn"],
)
def test_trunks(client: Any, configuration: Any) -> None:
    trunk = made(VoiceInTrunk(), name="Mine", configuration=configuration, ringing_timeout=30)
    created = client.voice_in_trunks().create(trunk).data
    assert (created.configuration._type, created.ringing_timeout) == (configuration._type, 30)
    client.voice_in_trunks().delete(created.id)


def test_voice_in_trunk_groups(client: Any) -> None:
    pop = client.pops().list().data[0]
    shapes = [made(VoiceInTrunk(), name=f"T{n}", configuration=sip(f"sip-{n}.example.com"), pop=pop) for n in "ab"]
    trunks = [client.voice_in_trunks().create(shape).data for shape in shapes]
    group = made(VoiceInTrunkGroup(), name="Mine", capacity_limit=10)
    group = client.voice_in_trunk_groups().create(made(group, voice_in_trunks=trunks)).data
    listed = {one.id: one for one in client.voice_in_trunk_groups().list(query("voice_in_trunks")).data}
    assert len(listed[group.id].voice_in_trunks) == 2
    update = made(VoiceInTrunkGroup.build(group.id), name="Updated")
    assert client.voice_in_trunk_groups().update(update).data.name == "Updated"
    client.voice_in_trunk_groups().delete(group.id)


def test_voice_in_trunk_sip_registration(client: Any) -> None:
    registering = SimpleNamespace(enabled_sip_registration=True, use_did_in_ruri=True, cnam_lookup=False)
    trunk = made(VoiceInTrunk(), name="Mine", configuration=made(SipConfiguration(), **vars(registering)))
    created = client.voice_in_trunks().create(trunk).data
    assert created.configuration.incoming_auth_username
    client.voice_in_trunks().update(made(created, name="Renamed"))

    def configure(**members: Any) -> Any:
        update = made(VoiceInTrunk(), id=created.id, configuration=made(SipConfiguration(), **members))
        client.voice_in_trunks().update(update)
        return client.voice_in_trunks().find(created.id).data.configuration

    ended = configure(host="203.0.113.10")
    assert (ended.enabled_sip_registration, ended.use_did_in_ruri, ended.host) == (False, False, "203.0.113.10")
    assert ended.incoming_auth_username is None
    again = configure(enabled_sip_registration=True, use_did_in_ruri=True)
    assert (again.enabled_sip_registration, again.host) == (True, None)
    assert again.incoming_auth_username


def test_voice_out_trunks(client: Any) -> None:
    """The program leaves out the addresses of media, which DIDWW's page of 2026-04-16 wants."""
    method = CredentialsAndIpAuthenticationMethod(allowed_sip_ips=["203.0.113.0/24"], tech_prefix="")
    trunk = made(VoiceOutTrunk(), name="Mine", authentication_method=method, rtp_timeout=60)
    trunk.on_cli_mismatch_action = OnCliMismatchAction.REJECT_CALL
    with pytest.raises(DidwwApiError) as failure:
        client.voice_out_trunks().create(trunk)
    assert failure.value.errors[0]["source"]["pointer"] == "/data/attributes/allowed_rtp_ips"
    created = client.voice_out_trunks().create(made(trunk, allowed_rtp_ips=["203.0.113.0/24"])).data
    update = made(VoiceOutTrunk.build(created.id), name="Updated")
    method.tech_prefix = "9"
    updated = client.voice_out_trunks().update(made(update, authentication_method=method)).data
    assert (updated.name, updated.authentication_method.tech_prefix) == ("Updated", "9")
    assert updated.authentication_method.username == created.authentication_method.username
    client.voice_out_trunks().delete(created.id)
