"""Figures: numbers that an article states of something, with unit, period and what they measure."""

from communique.reading.figures.numbers import NumberMention, find_numbers

__all__ = ["NumberMention", "find_numbers"]
