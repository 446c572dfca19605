"""Resolving: from readings to the record. Pure functions; `run` joins them with the store."""
