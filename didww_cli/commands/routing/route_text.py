"""A route in words: the lines of its tree."""

from __future__ import annotations

from collections.abc import Iterator

from didww_cli.output.tree import Node
from didww_cli.workflows.routing.routes import Capacity, Outbound, Route, Step, Trunk


def tree(route: Route) -> Node:
    """The tree of a number."""
    head = f"{route.number}  {route.description}" if route.description else str(route.number)
    stopped = [Node(f"ENDS NOWHERE: {reason}", alarm=True) for reason in route.reasons]
    return Node(head, [*stopped, _capacity(route), *_way(route), *_beside(route)])


def _capacity(route: Route) -> Node:
    warned = [Node(f"WARNING: {text}", alarm=True) for text in route.warnings]
    return Node(f"capacity: {', '.join(_capacity_words(route.capacity))}", warned, route.capacity.limit == 0)


def _capacity_words(capacity: Capacity) -> Iterator[str]:
    yield "no limit" if capacity.limit is None else _at_most(capacity.limit)
    yield f"{_channels(capacity.included_channels)} included"
    pool = f" of the pool {capacity.pool}" if capacity.pool else ""
    yield f"{capacity.dedicated_channels or 0} dedicated{pool}"
    if group := capacity.shared_group:
        metered = f" and {group.metered_channels} metered" if group.metered_channels else ""
        yield f"shares {_channels(group.channels)}{metered} of {group.name}"


def _channels(number: int | None) -> str:
    return f"{number or 0} channel{'' if number == 1 else 's'}"


def _at_most(number: int) -> str:
    return f"at most {number} call{'' if number == 1 else 's'}"


def _way(route: Route) -> Iterator[Node]:
    """What a number is routed to; nothing where the first line says so already."""
    way = route.route
    if way.kind == "trunk":
        trunk = way.steps[0].trunks[0]
        yield Node(f"trunk {_trunk_words(trunk)}", _reasons(trunk), bool(trunk.reasons))
    elif way.kind == "group":
        limit = "" if way.capacity_limit is None else f", {_at_most(way.capacity_limit)}"
        dead = all(trunk.reasons for step in way.steps for trunk in step.trunks) or way.capacity_limit == 0
        yield Node(f"trunk group {way.name}{limit}", [_step(at, one) for at, one in enumerate(way.steps)], dead)


def _step(at: int, step: Step) -> Node:
    priority = "no priority" if step.priority is None else f"priority {step.priority}"
    return Node(f"{'then' if at else 'first'}: {priority}", [_share(trunk) for trunk in step.trunks])


def _share(trunk: Trunk) -> Node:
    share = "share unknown (all weights are 0)" if trunk.share is None else f"{trunk.share:g}%"
    return Node(f"{share}  {_trunk_words(trunk)}", _reasons(trunk), bool(trunk.reasons))


def _reasons(trunk: Trunk) -> list[Node]:
    return [Node(f"TAKES NO CALLS: {reason}", alarm=True) for reason in trunk.reasons]


def _trunk_words(trunk: Trunk) -> str:
    return f"{trunk.name}: {', '.join(_target(trunk))}"


def _target(trunk: Trunk) -> Iterator[str]:
    if trunk.registers:
        yield "registers with DIDWW"
    elif trunk.phone:
        yield f"phone {trunk.phone}"
    elif trunk.host:
        yield f"{trunk.host}:{trunk.port}" if trunk.port else f"{trunk.host} (port by DNS SRV)"
    else:
        yield "no host"
    if trunk.transport:
        yield trunk.transport
    if trunk.capacity_limit is not None:
        yield _at_most(trunk.capacity_limit)
    if trunk.pop:
        yield f"POP {trunk.pop}"


def _beside(route: Route) -> Iterator[Node]:
    """What else a number is used for."""
    if service := route.emergency:
        yield Node(f"emergency: {service.name}, {str(service.status).replace('_', ' ')}")
    else:
        yield Node("emergency: none")
    if route.outbound is None:
        yield Node("outbound: not known, the account may not read its outbound trunks")
    else:
        yield Node(f"outbound: {'; '.join(map(_outbound, route.outbound)) or 'none'}")


def _outbound(trunk: Outbound) -> str:
    uses = {
        "any number as caller": trunk.any_number,
        "as caller": trunk.caller and not trunk.any_number,
        "emergency calls": trunk.emergency_calls,
        str(trunk.status): not trunk.active,
    }
    return f"{trunk.name} ({', '.join(use for use, true in uses.items() if true)})"
