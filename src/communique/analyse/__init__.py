"""Answers drawn from readings and records: what a person would otherwise lay side by side by hand."""
