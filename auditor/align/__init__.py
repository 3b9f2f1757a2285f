"""Alignment: which article, which passage and which sentence of the counterpart says the same.

Vectors come from an `embed(texts)` callable, so nothing here knows a model.
"""
