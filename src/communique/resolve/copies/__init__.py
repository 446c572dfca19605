"""Copies: which articles share text, found through fingerprints and shown as aligned stretches."""

from communique.resolve.copies.compare import Prepared, compare, prepared
from communique.resolve.copies.index import fingerprints
from communique.resolve.copies.weights import Weights, encounter_counts
from communique.resolve.copies.words import authored

__all__ = [
    "Prepared",
    "Weights",
    "authored",
    "compare",
    "encounter_counts",
    "fingerprints",
    "prepared",
]
