"""Commitments: what a side agreed, signed, pledged, offered, called for or carried out.

`read` joins the parts: `acts` are the words that commit, `finding` finds them in the parse of a sentence, `makers`
tells whom they bind, `details` what else is said of them, `merge` makes one row of one act told in several places.
"""

from communique.reading.commitments.needs import needs
from communique.reading.commitments.read import commitments

__all__ = ["commitments", "needs"]
