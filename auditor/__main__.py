"""`python -m auditor`."""

from auditor.cli.app import run

run()
