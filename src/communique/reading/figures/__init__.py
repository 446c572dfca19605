"""Figures: numbers that an article states of something, with unit, period and what they measure.

`find_numbers` is for any stage that needs amounts or counts; `figures` says which numbers are facts of their own.
"""

from communique.reading.figures.numbers import NumberMention, find_numbers
from communique.reading.figures.read import figures

__all__ = ["NumberMention", "figures", "find_numbers"]
