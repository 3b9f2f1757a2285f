"""The command line: typer app, one module per command, one place that maps exceptions to exit codes."""
