"""Fails unless tests of a package ran, all of them: python .ci/ran.py RESULTS.xml PACKAGE"""

from __future__ import annotations

import sys
from xml.etree import ElementTree


def main(results: str, package: str) -> int:
    """0 when at least one test of the package ran and none was skipped."""
    cases = [
        case
        for case in ElementTree.parse(results).iter("testcase")
        if f"{case.get('classname', '')}.".startswith(f"{package}.")
    ]
    skipped = [case for case in cases if case.find("skipped") is not None]
    for case in skipped:
        print(f"{case.get('classname')}::{case.get('name')} was skipped: {case.find('skipped').get('message')}")
    if not cases or skipped:
        print(f"{package}: {len(cases) - len(skipped)} of {len(cases)} tests ran; all must.", file=sys.stderr)
        return 1
    print(f"{package}: all {len(cases)} tests ran.")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
