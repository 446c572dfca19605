"""The attributions of a text, found by their form: cue, source, content, nobody resolved."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.model.reading import Mode
from communique.model.span import Span, stripped
from communique.reading.parse import Sentence
from communique.reading.statements import according, continued, cutting
from communique.reading.statements.draft import drafts
from communique.reading.statements.force import force_of
from communique.reading.statements.frame import Frame
from communique.reading.statements.quotes import Quotations, quotations
from communique.reading.statements.scene import Draft, Scene

# Translators' and editors' additions: "[nos]", "[…]", "(the two countries - ed.)".
_INSERTION = re.compile(r"\[[^\[\]\n]{0,80}\]")
_AND = re.compile(r",? (?:and|but)(?: that)? ")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def frames(text: str, sentences: Sequence[Sentence]) -> tuple[Frame, ...]:
    """Every attribution that the sentences hold, in the order of their cues; sentences need their parse (`needs`)."""
    quoted = quotations(text, _blocks(sentences))
    found: list[Draft] = []
    for sentence in sentences:
        if sentence.doc is None:
            continue
        scene = Scene(text, sentence, sentence.doc, quoted)
        made = drafts(scene)
        cutting.cut(scene, made)
        found += according.joined_with(scene, made)
    for draft in found:
        draft.content = _whole_quotations(draft.content, quoted)
        draft.content = _with_next(text, draft, quoted)
    found = continued.continued(text, sentences, quoted, found)
    return _finished(text, [d for d in found if d.content], quoted)


def _blocks(sentences: Sequence[Sentence]) -> tuple[tuple[int, Span], ...]:
    places: dict[int, Span] = {}
    for s in sentences:
        known = places.get(s.block)
        places[s.block] = Span(known.start, s.span.end) if known else s.span
    return tuple(sorted(places.items()))


def _whole_quotations(content: list[Span], quoted: Quotations) -> list[Span]:
    """The content with every quotation that it touches taken in whole."""
    out = []
    for span in content:
        touched = [q.span for q in quoted.touching(span)]
        out.append(Span(min([span.start, *(q.start for q in touched)]), max([span.end, *(q.end for q in touched)])))
    return out


def _with_next(text: str, draft: Draft, quoted: Quotations) -> list[Span]:
    """The content with a quotation that goes on after it: 'said he had offers, but "none was serious."'"""
    if not draft.content or draft.form not in {"that-clause", "quotation"}:
        return draft.content
    end = draft.content[-1].end
    gap = _AND.match(text, end)
    after = quoted.at(gap.end()) if gap and gap.end() < draft.sentence.span.end else None
    if after is None or gap is None or after.span.start != gap.end():
        return draft.content
    rest = text[after.span.end : draft.sentence.span.end]
    if any(c.isalnum() for c in rest):
        return draft.content
    return [*draft.content[:-1], Span(draft.content[-1].start, after.span.end)]


def _finished(text: str, found: list[Draft], quoted: Quotations) -> tuple[Frame, ...]:
    order = sorted(found, key=lambda d: (d.cue_span.start, d.cue_span.end))
    number = {id(draft): n for n, draft in enumerate(order)}
    return tuple(_frame(text, draft, number, quoted) for draft in order)


def _frame(text: str, draft: Draft, number: dict[int, int], quoted: Quotations) -> Frame:
    content = _tidy(text, draft.content, quoted)
    without_cue = draft.form == "continuation"
    return Frame(
        cue=None if without_cue else draft.cue_span,
        source=draft.source,
        content=content,
        mode=mode_of(text, content, quoted),
        form=draft.form,
        sentence=draft.sentence.index,
        lemma=None if without_cue else draft.cue.lemma,
        force=None if without_cue else force_of(draft.cue, draft.form, " ".join(span.of(text) for span in content)),
        addressee=draft.addressee,
        via=tuple(draft.via),
        insertions=tuple(
            Span(m.start(), m.end()) for span in content for m in _INSERTION.finditer(text, span.start, span.end)
        ),
        inherits=number.get(id(draft.inherits)) if draft.inherits else None,
        inside=number.get(id(draft.inside)) if draft.inside else None,
        relative=draft.relative,
        thin=draft.thin,
    )


def _tidy(text: str, content: list[Span], quoted: Quotations) -> tuple[Span, ...]:
    """The content without outer marks, commas and full stops of the writer's sentence."""
    out = []
    for span in _disjoint(content):
        near = quoted.touching(span)
        whole = next((q for q in near if q.span.start == span.start and span.end - q.span.end in (0, 1)), None)
        kept = whole.inner if whole else stripped(text, span.start, span.end, ",;:–—- ")
        if kept and not whole and text[kept.end - 1] == "." and not any(q.span.end == kept.end for q in near):
            kept = stripped(text, kept.start, kept.end - 1) if not re.search(r"\b\w\.\w\.$", kept.of(text)) else kept
        if kept:
            out.append(kept)
    return tuple(out) or tuple(content)


def _disjoint(content: list[Span]) -> list[Span]:
    """The pieces in order, those that overlap made one; paragraphs of one quotation stay pieces of their own."""
    out: list[Span] = []
    for span in sorted(content):
        if out and span.start < out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def mode_of(text: str, content: Sequence[Span], quoted: Quotations) -> Mode:
    """Whether the content is in the speaker's words (between marks), in the writer's, or in both."""
    inside = outside = 0
    for span in content:
        near = quoted.touching(span)
        for word in _WORD.finditer(text, span.start, span.end):
            if any(q.span.start <= word.start() < q.span.end for q in near):
                inside += 1
            else:
                outside += 1
    if not inside:
        return "indirect"
    return "direct" if not outside else "mixed"
