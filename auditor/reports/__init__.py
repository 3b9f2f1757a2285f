"""Reports: one renderer per format, made from the `Report` alone; the exit code too."""

from auditor.reports.exit_code import exit_code
from auditor.reports.formats import AlignmentFormat, Format, ScoreFormat
from auditor.reports.options import RenderOptions
from auditor.reports.registry import render

__all__ = ["AlignmentFormat", "Format", "RenderOptions", "ScoreFormat", "exit_code", "render"]
