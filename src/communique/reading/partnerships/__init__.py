"""Partnerships: what the relations of states and organisations are called, and what is said to have become of them."""

from communique.reading.partnerships.read import partnerships

__all__ = ["partnerships"]
