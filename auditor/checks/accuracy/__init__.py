"""The translation against its counterpart."""
