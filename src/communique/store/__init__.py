"""Keeping: the record as rows of one SQLite file, and back."""
