"""Quotes, brackets, punctuation, spacing and case."""
