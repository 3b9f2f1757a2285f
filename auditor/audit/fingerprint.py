"""Fingerprints: the same finding is recognised after the article was edited elsewhere."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from hashlib import sha256

from auditor.core.finding import Finding


def with_fingerprints(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding with a hash of check, document, normalised excerpts and its ordinal among equals.

    No line number goes in, so that moved paragraphs keep their fingerprints.
    """
    seen: Counter[str] = Counter()
    marked = []
    for finding in findings:
        core = "\x1f".join([finding.check, finding.document, _plain(finding.excerpt), *_evidence(finding)])
        digest = sha256(f"{core}\x1f{seen[core]}".encode("utf-8", "surrogatepass")).hexdigest()[:16]
        seen[core] += 1
        marked.append(replace(finding, fingerprint=digest))
    return tuple(marked)


def _evidence(finding: Finding) -> list[str]:
    return sorted(_plain(evidence.excerpt) for evidence in finding.evidence)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
