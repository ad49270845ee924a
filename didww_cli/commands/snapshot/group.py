"""``didww snapshot save|diff|apply``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.paths import Column
from didww_cli.commands.asking import confirm, dry_run_option, yes_option
from didww_cli.commands.show import show_list, split_names
from didww_cli.commands.state import State
from didww_cli.commands.tree import Command, argument, option
from didww_cli.errors import CheckFailed, DidwwError, OutcomeUnknown, PartlyDone, UsageError

if TYPE_CHECKING:
    from didww_cli.catalog.model import Resource
    from didww_cli.workflows.snapshot.account import Account, Content
    from didww_cli.workflows.snapshot.applying import Ended, Plan
    from didww_cli.workflows.snapshot.differences import Difference

COLUMNS = ("type", "name", "change", "member", "from", "to")
OUTCOME = ("type", "name", "action", "id", "outcome", "error")


def snapshot_commands() -> dict[str, Command]:
    """The commands of ``didww snapshot``."""
    return {"save": _save(), "diff": _diff(), "apply": _apply()}


def _only() -> Any:
    text = "Only these nouns: dids, trunks, 'trunks in', capacity."
    return option("--only", "only", multiple=True, metavar="NOUN[,NOUN]", help=text)


def _file(name: str, *, required: bool = True) -> Any:
    found = argument(name, help="A file that ends in .toml or .json.", required=required)
    found.metavar = "FILE" if required else "[FILE]"
    return found


def _read(state: State, types: Sequence[Resource]) -> Account:
    from didww_cli.workflows.snapshot.account import read_account

    with state.progress() as progress:
        progress.update("Reading the account …")
        return read_account(state.client, types)


def _save() -> Command:
    def run(state: State, file: str, only: Sequence[str]) -> None:
        from didww_cli.catalog.formats import listed
        from didww_cli.catalog.snapshots import left_out_types
        from didww_cli.disk import write_private
        from didww_cli.workflows.snapshot.account import content_of
        from didww_cli.workflows.snapshot.files import chosen_types, is_replaced, kind_of, written

        state.check()
        path = Path(file)
        kind_of(path)
        before = ", in place of the snapshot that was there" if is_replaced(path) else ""
        content = content_of(_read(state, chosen_types(split_names(only))))
        try:
            write_private(path, written(content, path))
        except OSError as error:
            raise UsageError(f"{path} cannot be written: {error.strerror}.") from None
        counted = ", ".join(f"{len(things):,} {kind.replace('_', ' ')}" for kind, things in content.items())
        missing = ["Secrets", *([] if only else (one.noun for one in left_out_types(state.speech.version)))]
        state.notice(f"Saved to {path}{before}: {counted}. {listed(missing, 'and')} are not in it.")

    text = "Write what can be written of numbers, trunks and groups to a file: by name, sorted, without secrets."
    return Command(
        "save", run, help=text, params=[_file("file"), _only()], examples=["didww snapshot save account.toml"]
    )


def _diff() -> Command:
    def run(state: State, file: str, other: str | None, only: Sequence[str]) -> None:
        from didww_cli.workflows.snapshot.account import content_of
        from didww_cli.workflows.snapshot.differences import differences
        from didww_cli.workflows.snapshot.files import chosen_types, read_snapshot

        state.check()
        types = chosen_types(split_names(only))
        first = read_snapshot(Path(file))
        there = [one for one in types if one.type in first]
        second = read_snapshot(Path(other)) if other else content_of(_read(state, there))
        found = list(differences(there, first, second))
        _show(state, found)
        if found:
            raise CheckFailed(f"{len(found):,} {'difference' if len(found) == 1 else 'differences'}.")
        state.notice("Nothing differs.")

    params = [_file("file"), _file("other", required=False), _only()]
    text = "Show what the account, or another file, has otherwise than a file; exit code 10 where something differs."
    examples = [
        "didww snapshot diff account.toml",
        "didww snapshot diff numbers.csv",
        "didww snapshot diff a.toml b.toml",
    ]
    return Command("diff", run, help=text, params=params, examples=examples)


def _show(state: State, found: Iterable[Difference]) -> None:
    columns = [Column(name, (), (name,), (), asked=name != "type") for name in COLUMNS]
    rows = ({**_row(one), "from": one.first, "to": one.second} for one in found)
    show_list(state, rows, columns)


def _row(one: Difference) -> dict[str, Any]:
    return {"type": one.type, "name": one.name, "change": one.change, "member": one.member or None}


def _apply() -> Command:
    def run(
        state: State, file: str, only: Sequence[str], numbers: Sequence[str], dry_run: bool, yes: bool, **values: Any
    ) -> None:
        from didww_cli.workflows.snapshot.applying import plan_of
        from didww_cli.workflows.snapshot.files import chosen_types, read_snapshot
        from didww_cli.workflows.writing.linking import Linker

        state.check()
        types = chosen_types(split_names(only))
        wanted = read_snapshot(Path(file))
        bound = _bound(types, wanted, numbers)
        account = _read(state, types)
        linker = Linker(state.client)
        plan = plan_of(types, wanted, account, bound, linker, delete=values["delete"])
        _tell(state, plan, account, linker)
        if plan.unmapped and not values["skip_unmapped"]:
            raise UsageError(
                "\n".join(["Nothing was sent: this account lacks what the file needs.", *plan.unmapped]),
                "--skip-unmapped does the rest.",
            )
        if dry_run:
            _show(state, [one for step in plan.steps for one in step.changes])
        elif plan.steps:
            confirm(state, f"Apply {file}: {_counted(plan)}?", yes=yes)
            _carry_out(state, plan, account, values)
        else:
            state.notice("The account is as the file says.")

    params = [
        _file("file"),
        _only(),
        option("--number", "numbers", multiple=True, metavar="NUMBER", help="Only this number; repeatable."),
        option("--delete", type=bool, help="Delete what the file does not have; numbers are never cancelled by it."),
        option("--skip-unmapped", type=bool, help="Leave out what this account cannot have."),
        option("--results", metavar="FILE", help="Where the outcome of each step goes, as JSON lines."),
        option("--continue-on-error", type=bool, help="Go on after a failure."),
        dry_run_option(),
        yes_option(),
    ]
    text = "Make the account as a file says: a plan, a question, then what others need first. Buys and cancels nothing."
    examples = ["didww snapshot apply account.toml --dry-run", "didww snapshot apply account.toml --only dids"]
    return Command("apply", run, help=text, params=params, examples=examples)


def _bound(types: Sequence[Resource], wanted: Content, numbers: Sequence[str]) -> list[str]:
    """The numbers that the work is bound to; UsageError for one that the file does not have."""
    from didww_cli.workflows.reading.references import digits

    found = [digits(one) for one in numbers]
    for one in found:
        if one not in wanted.get(types[-1].type, {}):
            raise UsageError(f"The file has no number {one}.")
    return found


def _counted(plan: Plan) -> str:
    words = {"create": "to create", "update": "to change", "delete": "to delete"}
    counts = [f"{plan.count(action):,} {word}" for action, word in words.items() if plan.count(action)]
    return ", ".join(counts) or "nothing to do"


def _tell(state: State, plan: Plan, account: Account, linker: Any) -> None:
    """The plan on stderr: each change, what it leads to, what is left to do by hand."""
    from didww_cli.workflows.journal.looking import said
    from didww_cli.workflows.snapshot.applying import led_to, secrets_left

    for step in plan.steps:
        if step.action != "update":
            state.notice(f"{step.action} {step}")
            continue
        for one in step.changes:
            state.notice(f"{step}: {one.member}: {said(one.first, {})} → {said(one.second, {})}")
    remarks: dict[str, list[str]] = {}
    for step, remark in led_to(plan, account, linker):
        remarks.setdefault(remark.says, []).append(step.name)
    for says, names in remarks.items():
        more = f" and {len(names) - 5:,} more" if len(names) > 5 else ""
        state.notice(f"{', '.join(names[:5])}{more}: {says}")
    for text in secrets_left(plan):
        state.notice(f"No secrets are in the file; set afterwards what is needed of {text}.")


def _carry_out(state: State, plan: Plan, account: Account, values: dict[str, Any]) -> None:
    from didww_cli.workflows.snapshot.applying import carry_out

    rows, failed = [], []
    with _results(values["results"]) as write:
        for ended in carry_out(state.door, plan.steps, account, keep_going=values["continue_on_error"]):
            rows.append(_outcome(ended))
            write(rows[-1])
            if ended.failure:
                failed.append(ended)
                state.notice(f"{ended.step}: {ended.failure.message}")
    if state.output.machine or state.output.links:
        show_list(state, rows, [Column(name, (), (name,), ()) for name in OUTCOME])
    if failed:
        raise _failure(plan, len(rows) - len(failed), failed[0])
    state.notice(f"{len(rows):,} done.")


@contextmanager
def _results(name: str | None) -> Iterator[Callable[[dict[str, Any]], None]]:
    """Writes each outcome to the file of ``--results``, if there is one, as soon as it is known."""
    from didww_cli.output.text import to_json

    if name is None:
        yield lambda row: None
        return
    try:
        file = open(name, "x", encoding="utf-8")  # noqa: SIM115
    except OSError as error:
        raise UsageError(f"--results: {name} cannot be made: {error.strerror}.") from None
    with file:

        def write(row: dict[str, Any]) -> None:
            file.write(to_json(row) + "\n")
            file.flush()

        yield write


def _outcome(ended: Ended) -> dict[str, Any]:
    outcome = "unknown" if isinstance(ended.failure, OutcomeUnknown) else "failed" if ended.failure else "done"
    told = (ended.step.resource.type, ended.step.name, ended.step.action, ended.id or None, outcome)
    error = ended.failure.message if ended.failure else None
    return dict(zip(OUTCOME, (*told, error), strict=True))


def _failure(plan: Plan, done: int, first: Ended) -> DidwwError:
    """What a run that did not do all fails with."""
    assert first.failure is not None
    hint = "What is done stays; the same command, typed again, does the rest and nothing twice."
    if done and not isinstance(first.failure, OutcomeUnknown):
        told = f"{done:,} of {len(plan.steps):,} are done. {first.step}: {first.failure.message}"
        return PartlyDone(told, hint, errors=first.failure.errors)
    first.failure.hint = "\n".join(filter(None, [first.failure.hint, hint]))
    return first.failure
