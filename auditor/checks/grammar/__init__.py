"""Broken sentences and repetition."""
