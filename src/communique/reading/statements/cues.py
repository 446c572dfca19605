"""The words that report speech, with the constructions each of them takes.

The table is cues.csv beside this file: lemma (with its particle), irregular forms, force (how strongly the word binds
its speaker, domain notes section 4) and frames. Both spellings stand as rows of their own.
"""

from __future__ import annotations

import csv
import functools
import io
import re
from dataclasses import dataclass
from importlib import resources

FRAMES = frozenset(
    {
        "that",  # a clause, with or without "that": "noted that ...", "said ..."
        "quote",  # a quotation or a clause before or around it: "..., he said"
        "noun",  # its object is what was said: "recalled his visit"
        "infinitive",  # "pledged to deepen ..."
        "noun+infinitive",  # "urged both sides to ..."; the object belongs to what was said
        "gerund",  # "proposed holding ..."
        "tell",  # its object is who was told: "told reporters that ..."
        "sentiment",  # its object is a wish, concern or sympathy: "extended condolences", "raised concerns"
        "named",  # "called the visit a milestone"
        "noun+as", "noun+for", "noun+of", "noun+on", "noun+over", "noun+with",  # "lauded Xi for his role"
        "of", "about", "on", "for", "to", "against", "with", "in",  # "warned of ...", "called for ..."
    }
)  # fmt: skip

FORCES = (
    "stated", "described", "expressed", "stressed", "hoped", "ready", "proposed", "called_for", "agreed", "pledged",
    "welcomed", "concerned", "warned", "opposed", "condemned", "demanded",
)  # fmt: skip
"""What a speaker does by a cue, from weak to strong (docs/glossary.md)."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One word that reports speech.

    particle is the word that belongs to it ("out" of "point out", "on" of "call on"), None where it has none.
    """

    lemma: str
    particle: str | None
    force: str
    frames: frozenset[str]

    @property
    def noun_tails(self) -> frozenset[str]:
        """The prepositions that continue its object: "for" of "lauded Xi for his role"."""
        return frozenset(f[5:] for f in self.frames if f.startswith("noun+") and f != "noun+infinitive")

    @property
    def prepositions(self) -> frozenset[str]:
        """The prepositions after which what was said stands: "of" of "warned of an escalation"."""
        return self.frames & {"of", "about", "on", "for", "to", "against", "with", "in"}


ACCORDING = Cue("according to", None, "stated", frozenset())
COLON = Cue(":", None, "stated", frozenset({"quote"}))
UNLISTED = Cue("(unlisted)", None, "stated", frozenset({"quote"}))
"""A verb that is not in the table but stands beside a whole quotation: "...," the envoy ventured."""


def inflections(verb: str, irregular: str = "") -> frozenset[str]:
    """All forms of an English verb; irregular holds its past forms where they are not in -ed.

    A last consonant is given single and doubled ("signaled", "signalled"): both spellings occur, and a form that no
    writer uses finds nothing.
    """
    forms = {verb, *irregular.split()}
    if re.search(r"(?:s|sh|ch|x|z|o)$", verb):
        forms.add(verb + "es")
    elif re.search(r"[^aeiou]y$", verb):
        forms.add(verb[:-1] + "ies")
    else:
        forms.add(verb + "s")
    stems = {verb[:-1] if re.search(r"[^e]e$", verb) else verb}
    if re.search(r"[^aeiou][aeiou][bdglmnprt]$", verb):
        stems.add(verb + verb[-1])
    forms.update(stem + "ing" for stem in stems)
    if not irregular:
        past = {verb[:-1] + "i"} if re.search(r"[^aeiou]y$", verb) else stems
        forms.update(stem + ("d" if stem.endswith("e") else "ed") for stem in past)
    return frozenset(forms)


@functools.cache
def table() -> tuple[Cue, ...]:
    """The rows of cues.csv. Raises ValueError where a row names a frame that does not exist."""
    return tuple(cue for cue, _ in _rows())


@functools.cache
def by_form() -> dict[str, tuple[Cue, ...]]:
    """The cues by the printed form of their verb, lower case; those with a particle first."""
    found: dict[str, list[Cue]] = {}
    for cue, irregular in _rows():
        for form in sorted(inflections(cue.lemma.split()[0], irregular)):
            found.setdefault(form, []).append(cue)
    return {form: tuple(sorted(cues, key=lambda c: (c.particle is None, c.lemma))) for form, cues in found.items()}


@functools.cache
def _rows() -> tuple[tuple[Cue, str], ...]:
    out = []
    with io.StringIO(resources.files(__package__).joinpath("cues.csv").read_text("utf-8")) as file:
        for row in csv.DictReader(file):
            frames = frozenset(row["frames"].split(";"))
            if frames - FRAMES:
                raise ValueError(f"cues.csv, {row['lemma']}: no such frame: {', '.join(sorted(frames - FRAMES))}")
            if row["force"] not in FORCES:
                raise ValueError(f"cues.csv, {row['lemma']}: no such force: {row['force']}")
            particle = row["lemma"].partition(" ")[2] or None
            out.append((Cue(row["lemma"], particle, row["force"], frames), row["irregular"]))
    return tuple(out)
