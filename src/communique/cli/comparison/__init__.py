"""The pages of a comparison: its parts, and their forms for a terminal, HTML and Markdown."""
