"""Set phrases: the fixed wordings of one side or another, found in whatever order and translation they are printed."""

from communique.reading.phrases.read import phrases

__all__ = ["phrases"]
