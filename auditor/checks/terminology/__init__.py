"""Names and terms inside the translation."""
