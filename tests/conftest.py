"""Settings shared by all tests: no network, deterministic property tests."""

from hypothesis import settings

settings.register_profile("auditor", max_examples=50, deadline=None, derandomize=True)
settings.load_profile("auditor")
