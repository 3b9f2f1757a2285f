"""Checks: one file each, a folder per MQM dimension; they emit findings and see neither encoder nor file."""

from auditor.checks.check import Check, CheckOptions, Need, Scope
from auditor.checks.corpus_check import CorpusCheck
from auditor.checks.example import Example
from auditor.checks.registry import all_checks, find_check
from auditor.checks.subject import Subject

__all__ = ["Check", "CheckOptions", "CorpusCheck", "Example", "Need", "Scope", "Subject", "all_checks", "find_check"]
