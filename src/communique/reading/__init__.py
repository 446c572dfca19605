"""The reading: what one article says; one module or folder per kind of thing."""
