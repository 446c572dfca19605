"""A trace: one place of the text that tells of an encounter, with what its own sentence says of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.model.reading import EncounterKind, Initiator, Level, Party
from communique.model.span import Span
from communique.reading.blocks import BlockRole
from communique.reading.encounters.tense import Told
from communique.reading.encounters.when import When
from communique.reading.encounters.where import Where

# Days after which what is told without a cue of its own is background: weeklies and late readouts lie within them.
OLD_NEWS_DAYS = 14
# What a trace weighs by the place of its sentence in the body and by its standing there.
_STEPS = {
    (0, 3): 5.0, (0, 2): 3.0, (0, 1): 1.0, (1, 3): 3.5, (1, 2): 2.0, (2, 3): 2.0, (2, 2): 1.0, (3, 3): 1.0, (3, 2): 0.5,
}  # fmt: skip


@dataclass(slots=True)
class Trace:
    """What one trigger tells.

    certain is False where the kind is only likely ("spoke with"). standing is 3 for the main clause, 2 for a phrase or
    clause of its own beside it ("after talks with X"), 1 for what is told in passing ("who met X in May"), 0 for a mere
    mention. back says that the words refer to an encounter told elsewhere ("the talks"). sides says that the
    parties are named together only ("the two leaders met"). further says that it is told as one more of its kind
    ("also met"); several that ministers of three or more states met together; abroad that a journey is named after a
    part of the world; alone that the other side stands for no state; moved that the date is the new one of what was put
    off; attended that it lists who was present; many that it is of several at once ("his meetings").
    """

    kind: EncounterKind
    frame: str
    told: Told
    place_in_text: int
    role: BlockRole
    sentence: int
    evidence: tuple[Span, ...]
    parties: list[Party] = field(default_factory=list)
    accompanying: list[Party] = field(default_factory=list)
    hosts: list[Party] = field(default_factory=list)
    certain: bool = True
    standing: int = 0
    back: bool = False
    sides: bool = False
    when: When | None = None
    where: Where | None = None
    level: Level | None = None
    initiator: Initiator | None = None
    sidelines: str | None = None
    lead: int = 99
    further: bool = False
    several: bool = False
    abroad: bool = False
    alone: bool = False
    moved: bool = False
    attended: bool = False
    many: bool = False

    @property
    def keys(self) -> frozenset[tuple[str, ...]]:
        """Who takes part, as keys."""
        return frozenset(party.key for party in self.parties)

    @property
    def states(self) -> frozenset[str]:
        """The states and organisations that take part."""
        return frozenset(p.country for p in self.parties if p.country)

    @property
    def weight(self) -> float:
        """How much the body presents it as its news: by the first sentences, and what it carries of its own."""
        if self.role != "body":
            return 0.0
        return _STEPS.get((self.lead, self.standing), 0.0)
