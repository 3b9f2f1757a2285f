"""ACC017 link-changed."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.accuracy.addresses import address_findings
from auditor.checks.check import Check, Need, Scope
from auditor.checks.example import Example
from auditor.checks.subject import Subject
from auditor.core.finding import Finding
from auditor.core.mqm import Category, Severity

MANGLED, ANOTHER = 0.9, 0.6
"""Confidence: letters or spaces differ; an altogether different address, which an editor may have put in."""


class LinkChanged(Check):
    """A web address is not the one that the counterpart gives.

    What it finds
        *www.exmaple.org* or *www. example. org* for www.example.org; another site's address in its place.

    Why it matters
        Readers land nowhere, or on a stranger's page.

    What it does not find
        Addresses that stand anywhere in the counterpart, pages of the same house in another language, a missing
        address; another outlet's version, which links its own pages.

    References
        MQM Core, accuracy/mistranslation. RFC 3986.
    """

    id = "ACC017"
    name = "link-changed"
    category = Category.MISTRANSLATION
    severity = Severity.MINOR
    scope = Scope.BEAD
    needs = frozenset({Need.COUNTERPART, Need.ALIGNMENT})

    GOOD = (
        Example("Mehr unter de.example.org/krise.", language="de", counterpart="More at en.example.org/krise."),
        Example("详情见www.example.org。", language="zh", counterpart="See https://www.example.org/ for details."),
        Example("المزيد على bbc.com/arabic.", language="ar", counterpart="More at bbc.co.uk/news or www.bbc.co.uk."),
        Example("Akadaro kune neSamaritans.org.", language="sn", counterpart="So he told Samaritans.org."),
    )
    BAD = (
        Example("Mehr unter ⟦www.exmaple.org/hilfe⟧.", language="de", counterpart="More at www.example.org/hilfe."),
        Example("详情见⟦www. example. org⟧。", language="zh", counterpart="See www.example.org for details."),
        Example("More at ⟦wwexample.org⟧.", counterpart="More at example.org."),
        Example("المزيد على ⟦samaritans.com⟧.", language="ar", counterpart="More at samaritans.org."),
    )

    def findings(self, subject: Subject) -> Iterator[Finding]:
        """One finding per address."""
        yield from address_findings(self, subject, email=False, mangled=MANGLED, another=ANOTHER)
