"""Where a sentence commits somebody: the word, who does it, and the stretch that says to what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.reading.commitments.acts import by_form
from communique.reading.commitments.found import Found, before
from communique.reading.commitments.moods import by_adjective, by_modal, by_noun
from communique.reading.commitments.verbs import by_verb
from communique.reading.tokens import Doc


def found_in(doc: Doc) -> list[Found]:
    """The acts of one sentence in text order, none inside what another one is about.

    "agreed that the two sides should ..." is one act, "agreed to ... and pledged to ..." are two.
    """
    out: list[Found] = []
    for one in _candidates(doc):
        outer = next((at for at, o in enumerate(out) if o.first <= one.word.i <= o.last and o.word.i < one.first), None)
        if outer is None:
            out.append(one)
        elif one.word.tag_ in {"VBD", "VBZ"} and one.word.dep_ == "conj":
            out[outer] = replace(out[outer], last=max(out[outer].first, before(doc, one.word.left_edge.i)))
            out.append(one)
    return out


def _candidates(doc: Doc) -> Iterator[Found]:
    forms = by_form()
    for token in doc:
        for act in forms.get(token.lower_, ()):
            made = _BUILD[act.part](token, act)
            if made is not None:
                yield made
                break
        else:
            if token.lower_ in {"wo", "'ll", "’ll"}:
                made = by_modal(token, forms["will"][0])
                if made is not None:
                    yield made


_BUILD = {"verb": by_verb, "adjective": by_adjective, "noun": by_noun, "modal": by_modal}
