"""Spot machine-translation artifacts in news articles, align them with their counterpart, score fidelity."""

__version__ = "0.1.0"
