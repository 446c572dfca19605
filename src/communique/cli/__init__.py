"""The command line: thin, no rules of the field."""
