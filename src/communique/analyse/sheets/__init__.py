"""Answers laid out as sheets, and sheets as Markdown, HTML and Word."""
