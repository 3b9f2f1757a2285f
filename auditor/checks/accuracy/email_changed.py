"""ACC018 email-changed."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.accuracy.addresses import address_findings
from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

MANGLED, ANOTHER = 0.9, 0.7
"""Confidence: letters or spaces differ; an altogether different address, which an editor may have put in."""


class EmailChanged(Check):
    """An e-mail address is not the one that the counterpart gives.

    What it finds
        *jo@samaritan.org* or *jo @ samaritans.org* for jo@samaritans.org; another address in its place.

    Why it matters
        A message to it is lost, or reaches a stranger.

    What it does not find
        Addresses that stand anywhere in the counterpart, other addresses of the same house, a missing address;
        another outlet's version, which has its own desk.

    References
        MQM Core, accuracy/mistranslation. RFC 5322.
    """

    id = "ACC018"
    name = "email-changed"
    category = Category.MISTRANSLATION
    severity = Severity.MAJOR
    scope = Scope.BEAD
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})

    GOOD = (
        Example("Schreiben Sie an jo@samaritans.org.", language="de", counterpart="E-mail Jo@Samaritans.org."),
        Example("发邮件给info@example.org。", language="zh", counterpart="Write to info@example.org."),
        Example("راسلوا arabic@example.org.", language="ar", counterpart="Write to news@example.org."),
    )
    BAD = (
        Example("Schreiben Sie an ⟦jo@samaritan.org⟧.", language="de", counterpart="E-mail jo@samaritans.org."),
        Example("发邮件给⟦info @ example.org⟧。", language="zh", counterpart="Write to info@example.org."),
        Example("راسلوا ⟦help@relief.net⟧.", language="ar", counterpart="Write to press@charity.org."),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per address."""
        yield from address_findings(self, subject, email=True, mangled=MANGLED, another=ANOTHER)
