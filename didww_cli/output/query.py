"""``--query``: what a JMESPath expression picks from data."""

from __future__ import annotations

from typing import Any

from didww_cli.output.screen import Pick


def compiled_query(expression: str) -> Pick:
    """The function that picks what a JMESPath expression names; UsageError where it is not one."""
    import jmespath
    import jmespath.exceptions

    from didww_cli.errors import UsageError

    try:
        compiled = jmespath.compile(expression)
    except (jmespath.exceptions.JMESPathError, ValueError, RecursionError) as error:
        raise UsageError(f"--query {expression!r} is not JMESPath: {error}", "See jmespath.org.") from None

    def pick(value: Any) -> Any:
        try:
            return compiled.search(value)
        except (jmespath.exceptions.JMESPathError, ValueError, TypeError, RecursionError) as error:
            raise UsageError(f"--query {expression!r} does not fit the data: {error}") from None

    return pick
