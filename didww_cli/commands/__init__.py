"""The command line: parse, call a workflow, show. The only place that knows typer."""
