"""Questions put to a record: its rows joined with what `analyse` makes of them, every line with its sentences."""
