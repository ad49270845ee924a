"""Going on with work in bulk: the earlier results, what the user says of unknown rows, and the command to go on."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from didww_cli.catalog.model import Resource
from didww_cli.commands.state import State
from didww_cli.errors import UsageError

if TYPE_CHECKING:
    from didww_cli.workflows.bulk.results import Earlier, Entry, Outcome
    from didww_cli.workflows.bulk.row_columns import Wanted
    from didww_cli.workflows.bulk.run import Ended

OF_ONE_RUN = ("--results", "--resume", "--settle")
BY_WORD = "settled by --settle"


def opened_results(values: Mapping[str, Any], *, writes: bool) -> tuple[str | None, Earlier]:
    """The file that results go to, and the results of the run that is resumed; UsageError where they cannot be used."""
    from didww_cli.workflows.bulk.results import Earlier, check_new, read_results

    results, resume = values.get("results"), values.get("resume")
    if results is not None and (resume is None or not _same(results, resume)):
        check_new(results)
    if resume is None:
        return results, Earlier("")
    target = results if results is not None and not _same(results, resume) else resume
    return target, read_results(resume, writable=writes and target == resume)


def _same(one: str, other: str) -> bool:
    return os.path.exists(one) and os.path.exists(other) and os.path.samefile(one, other)


def checked_words(texts: Iterable[str], resume: str | None) -> dict[int, Outcome]:
    """What ``--settle LINE=done|failed`` says, by line; UsageError where it is something else."""
    from didww_cli.workflows.bulk.results import DONE, FAILED

    kinds = {DONE.value: DONE, FAILED.value: FAILED}
    words: dict[int, Outcome] = {}
    for text in texts:
        line, _, kind = text.partition("=")
        if resume is None:
            raise UsageError("--settle goes with --resume FILE.")
        if not line.isdecimal() or kind not in kinds:
            raise UsageError(f"--settle {text!r} is not LINE=done or LINE=failed.", "For example: --settle 3=done")
        if words.setdefault(int(line), kinds[kind]) != kinds[kind]:
            raise UsageError(f"--settle says of line {line} that it is done, and that it failed.")
    return words


def settled(wanted: Wanted, words: dict[int, Outcome]) -> Entry | None:
    """The entry of a row that is unknown and of which the user says what became of it; the word is used up."""
    from didww_cli.workflows.bulk.results import FAILED, UNKNOWN, Entry, Told

    told = wanted.before
    if told is None or told.outcome != UNKNOWN or told.line not in words:
        return None
    if told.line != wanted.line:
        raise UsageError(
            f"--settle {told.line}: line {told.line} of the results stands in line {wanted.line} of the input.",
            "Put the rows back into their order, so that it is sure which one is meant.",
        )
    outcome = words.pop(told.line)
    error = BY_WORD if outcome == FAILED else None
    wanted.before = Told(told.line, outcome, error)
    return Entry(wanted.line, wanted.ref, wanted.digest, None, outcome, error)


def go_on_command(words: Sequence[str], results: str) -> str:
    """The command line that goes on with the run of another one; secrets in it stand masked."""
    from didww_cli.workflows.writing.kept import command_text

    kept, left = [], iter(words)
    for word in left:
        if word in OF_ONE_RUN:
            next(left, None)
        elif not word.startswith(tuple(f"{flag}=" for flag in OF_ONE_RUN)):
            kept.append(word)
    return command_text([*kept, "--resume", results])


def looked_for(state: State, resource: Resource, action: str, ended: Ended) -> list[str]:
    """How to find out about a row of create whose outcome is unknown, and how to tell; nothing for other rows."""
    from didww_cli.workflows.bulk.results import UNKNOWN
    from didww_cli.workflows.writing.finding import finding

    if ended.entry.outcome != UNKNOWN or action != "create":
        return []
    profile = ["-p", state.options["profile"]] if state.options.get("profile") else []
    words = ["didww", *profile, *resource.noun.split(), "list", *finding(resource, ended.step.wanted.draft.attributes)]
    line = ended.entry.line
    return [
        f"  Look for it: {shlex.join(words)}",
        f"  Then say so when you resume: --settle {line}=done, or --settle {line}=failed to have it created.",
    ]
