"""Where a call to a number goes, as plain data made from records that were read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from didww_cli.catalog import BY_TYPE, routing
from didww_cli.catalog.codes import name_of
from didww_cli.catalog.links import label
from didww_cli.catalog.paths import read
from didww_cli.errors import NetworkFailure
from didww_cli.jsonapi.documents import Record


@dataclass(frozen=True, slots=True)
class Trunk:
    """A trunk that calls are handed to. ``share``: percent of the calls of its priority, None where nobody knows."""

    id: str
    name: str
    share: float | None
    weight: int
    host: str | None
    port: int | None
    phone: str | None
    registers: bool
    transport: str | None
    codecs: list[str]
    capacity_limit: int | None
    pop: str | None
    reasons: list[str]


@dataclass(frozen=True, slots=True)
class Step:
    """The trunks of one priority, tried together."""

    priority: int | None
    trunks: list[Trunk]


@dataclass(frozen=True, slots=True)
class Way:
    """What a number is routed to: a ``trunk``, a ``group`` or ``none``."""

    kind: str
    id: str | None = None
    name: str | None = None
    capacity_limit: int | None = None
    steps: Sequence[Step] = ()


@dataclass(frozen=True, slots=True)
class Shared:
    """A capacity group that a number shares channels with."""

    id: str
    name: str
    channels: int | None
    metered_channels: int | None


@dataclass(frozen=True, slots=True)
class Capacity:
    """How many calls a number takes at once."""

    limit: int | None
    included_channels: int | None
    dedicated_channels: int | None
    pool: str | None
    shared_group: Shared | None


@dataclass(frozen=True, slots=True)
class Emergency:
    """The emergency service of a number."""

    id: str
    name: str
    status: str
    active: bool


@dataclass(frozen=True, slots=True)
class Outbound:
    """An outbound trunk that may show a number as the caller, or place emergency calls from it."""

    id: str
    name: str
    status: str
    active: bool
    caller: bool
    any_number: bool
    emergency_calls: bool


@dataclass(frozen=True, slots=True)
class Route:
    """Where a call to a number goes. ``reasons``: why it ends nowhere; ``outbound``: None where it may not be read."""

    number: str
    id: str
    description: str | None
    ends_nowhere: bool
    reasons: list[str]
    warnings: list[str]
    capacity: Capacity
    route: Way
    emergency: Emergency | None
    outbound: list[Outbound] | None


def route_of(record: Record, outbound: list[Outbound] | None) -> Route:
    """The route of a number that was read with all that ``routing.READ`` names."""
    way, obstacles = _way(record)
    capacity, service = _capacity(record), _beside(record, routing.EMERGENCY_LINK)
    reasons = [*stops_of(record), *obstacles]
    return Route(
        **_parts(record, routing.NUMBER),
        ends_nowhere=bool(reasons),
        reasons=reasons,
        warnings=_warnings(record, capacity),
        capacity=capacity,
        route=way,
        emergency=_emergency(service) if service else None,
        outbound=outbound,
    )


def obstacles(record: Record) -> list[str]:
    """Why a number that was read with all that ``routing.READ`` names leads its calls nowhere, by what they go to."""
    return _way(record)[1]


def _parts(record: Mapping[str, Any], parts: routing.Parts) -> dict[str, Any]:
    return {name: _called(read(record, path.split("."))) for name, path in parts.items()}


def _called(value: Any) -> Any:
    """What is linked by its name, all else as it is."""
    linked = isinstance(value, Mapping) and "type" in value
    return label(value, BY_TYPE.get(str(value["type"]))) if linked else value


def stops_of(record: Mapping[str, Any], stops: Iterable[routing.Stop] = routing.NUMBER_STOPS) -> list[str]:
    """Why a record lets no call through, by its own members."""
    told = defaultdict(lambda: routing.NO_END, {name: str(one) for name, one in record.items() if one is not None})
    return [stop.says.format_map(told) for stop in stops if record.get(stop.member) == stop.value]


def _sent(record: Mapping[str, Any], member: str) -> Any:
    """A member that was asked for. NetworkFailure where the server left it out, since nothing follows from that."""
    if member not in record:
        raise _broken(record, f"left out what was asked for: {member}")
    return record[member]


def _linked(record: Record, link: str) -> Record | None:
    """What a to-one relationship leads to."""
    found = _sent(record, link)
    if found is not None and not isinstance(found, dict):
        raise _broken(record, f"sent what is no {link}")
    return found


def _beside(record: Record, link: str) -> Record | None:
    """The same of one that does not decide where calls go, and that not all versions have."""
    return _linked(record, link) if link in record else None


def _broken(record: Mapping[str, Any], wrong: str) -> NetworkFailure:
    return NetworkFailure(f"The server {wrong} of {record.get('type')} {record.get('id')}.")


def _capacity(record: Record) -> Capacity:
    group = _beside(record, routing.SHARED_LINK)
    shared = Shared(**_parts(group, routing.SHARED)) if group else None
    return Capacity(**_parts(record, routing.CAPACITY), shared_group=shared)


def _warnings(record: Record, capacity: Capacity) -> list[str]:
    shared = capacity.shared_group
    channels = [capacity.included_channels, capacity.dedicated_channels]
    channels += [shared.channels, shared.metered_channels] if shared else []
    metered = read(record, routing.METERED.split("."))
    return [] if any(channels) or metered else [routing.NO_CHANNELS]


def _way(record: Record) -> tuple[Way, list[str]]:
    """What a number is routed to, and why no call gets through there."""
    trunk, group = (_linked(record, link) for link in (routing.TRUNK_LINK, routing.GROUP_LINK))
    if group:
        members = _sent(group, routing.MEMBERS_LINK)
        if not isinstance(members, list) or not all(isinstance(one, dict) for one in members):
            raise _broken(group, f"sent what are no {routing.MEMBERS_LINK}")
        steps = list(_steps(members))
        return Way("group", **_parts(group, routing.GROUP), steps=steps), _group_stops(group, steps)
    if trunk:
        steps = list(_steps([trunk]))
        one = steps[0].trunks[0]
        reasons = [f"trunk {one.name}: {reason}" for reason in one.reasons]
        return Way("trunk", **_parts(trunk, routing.GROUP), steps=steps), reasons
    return Way("none"), ["it is routed to no trunk and no trunk group"]


def _group_stops(group: Record, steps: Sequence[Step]) -> list[str]:
    name = _parts(group, routing.GROUP)["name"]
    reasons = [f"trunk group {name}: {reason}" for reason in stops_of(group, routing.GROUP_STOPS)]
    trunks = [trunk for step in steps for trunk in step.trunks]
    if not trunks:
        return [*reasons, f"trunk group {name} has no trunks"]
    dead = [f"no trunk of the group {name} takes calls"] if all(trunk.reasons for trunk in trunks) else []
    return reasons + dead


def _steps(trunks: Iterable[Record]) -> Iterator[Step]:
    """Trunks by priority, the lowest first, those without one last; in each the largest share first."""
    for _, found in groupby(sorted(trunks, key=_priority), key=_priority):
        together = sorted(found, key=_weight, reverse=True)
        total = sum(map(_weight, together))
        shares = [_share(one, total, len(together)) for one in together]
        yield Step(together[0].get(routing.PRIORITY), list(map(_trunk, together, shares)))


def _priority(trunk: Record) -> tuple[bool, int]:
    given = trunk.get(routing.PRIORITY)
    return (False, given) if isinstance(given, int) else (True, 0)


def _weight(trunk: Record) -> int:
    given = trunk.get(routing.WEIGHT)
    return max(0, given) if isinstance(given, int) else routing.WEIGHT_DEFAULT


def _share(trunk: Record, total: int, trunks: int) -> float | None:
    if trunks == 1:
        return 100.0
    return round(100 * _weight(trunk) / total, 1) if total else None


def _trunk(record: Record, share: float | None) -> Trunk:
    _sent(record, routing.TRUNK_SHAPE)
    parts = _parts(record, routing.TRUNK)
    for name, table in routing.CODES.items():
        if (value := parts[name]) is not None:
            parts[name] = [name_of(table, one) for one in value] if isinstance(value, list) else name_of(table, value)
    parts |= {"registers": bool(parts["registers"]), "codecs": parts["codecs"] or []}
    reasons = stops_of(record, routing.TRUNK_STOPS)
    if not any(parts[name] for name in routing.TARGETS):
        reasons.append("it has no host and no phone number and does not register")
    return Trunk(**parts, share=share, weight=_weight(record), reasons=reasons)


def _emergency(record: Record) -> Emergency:
    parts = _parts(record, routing.EMERGENCY)
    return Emergency(**parts, active=parts["status"] == routing.EMERGENCY_ACTIVE)
