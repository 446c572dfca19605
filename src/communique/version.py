"""The version of the reader's code; the knowledge base has its own (`knowledge/tables/VERSION`)."""

__version__ = "0.1.0"
