"""A reading as sections of labelled values, each with its evidence and rule: what a page prints, before layout."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from communique.cli.evidence import sentences
from communique.cli.rows_checks import check_sections
from communique.cli.rows_commitments import commitment_sections
from communique.cli.rows_figures import anniversary_sections, figure_sections
from communique.cli.rows_relations import initiative_sections, partnership_sections, phrase_sections
from communique.cli.screen import plain
from communique.cli.section import NOT_STATED, Named, Row, Section
from communique.model.article import Article
from communique.model.reading import Encounter, Party, Reading, Statement


def sections(reading: Reading, named: Named) -> Iterator[Section]:
    """The parts of a reading's page, in the order in which they are printed."""
    yield Section("", tuple(_article_rows(reading.article)))
    if reading.article.unread:
        yield Section("Not read", (Row("", plain(reading.article.unread)),))
    if reading.names:
        rows = tuple(Row("", party_text(party, named), party.evidence, _rule(party)) for party in reading.names)
        yield Section(f"Names · {len(reading.names)}", rows)
    yield from check_sections(reading.checks or ())
    if reading.encounters is not None:
        yield from _encounter_sections(reading.article, reading.encounters, named)
    if reading.statements is not None:
        yield from _statement_sections(reading.article.text, reading.statements, named)
    yield from commitment_sections(reading.article.text, reading.commitments or (), named)
    yield from partnership_sections(reading.partnerships or (), named)
    yield from figure_sections(reading.figures or (), named)
    yield from anniversary_sections(reading.anniversaries or (), named)
    yield from initiative_sections(reading.initiatives or ())
    yield from phrase_sections(reading.phrases or ())


def _article_rows(article: Article) -> Iterator[Row]:
    yield Row("file", plain(article.path) if article.path else "(text)")
    if article.url:
        yield Row("url", plain(article.url))
    published = article.published
    if published:
        when = " ".join(filter(None, (str(published.date), published.time, published.zone)))
        yield Row("published", f"{when} ({published.how})", published.evidence, published.how)
    else:
        yield Row("published", NOT_STATED)
    yield Row("outlet", plain(article.outlet) if article.outlet else NOT_STATED)
    byline = article.byline
    yield Row("byline", plain(byline.text), byline.evidence) if byline else Row("byline", NOT_STATED)
    for origin in article.origins:
        yield Row("origin", f"{plain(origin.name)} ({origin.how})", origin.evidence, origin.how)
    if not article.origins:
        yield Row("origin", NOT_STATED)
    yield Row("length", _length(article))
    for repair in article.mended:
        yield Row("mended", plain(repair))


def _length(article: Article) -> str:
    body = sum(len(span.of(article.text).split()) for span in article.body)
    beside = sum(len(row.span.of(article.text).split()) for row in article.furniture)
    language = article.language or "language not known"
    return f"{body} words in the body, {beside} around it (menus, captions, credits ...); {language}"


def _rule(party: Party) -> str | None:
    if party.support == "printed" and not party.how:
        return None
    return f"{party.support}: {party.how}" if party.how else party.support


def party_text(party: Party, named: Named) -> str:
    """A party in words: `Wang Yi, foreign minister, China`; a state alone by its name."""
    where = [named(party.country)] if party.country else [named(code) for code in party.countries]
    role = plain(party.role) if party.role else ""
    if party.name == "both sides" and where:
        return f"both sides ({', '.join(where)})"
    if party.name:
        return ", ".join(part for part in (plain(party.name), role, *where) if part)
    return ", ".join(part for part in (*where, role) if part) or NOT_STATED


def _encounter_sections(article: Article, rows: tuple[Encounter, ...], named: Named) -> Iterator[Section]:
    news = sum(row.main for row in rows)
    note = f"{news} of them the news of this article" if rows else "none is reported or mentioned"
    yield Section(f"Encounters · {len(rows)}", note=note)
    for row in sorted(rows, key=lambda row: not row.main):
        kind = row.kind.replace("_", " ")
        tags = (row.status, *(("news",) if row.main else ()))
        yield Section(f"{row.id}  {kind}", tuple(_encounter_rows(article, row, named)), 2, tags=tags)


def _encounter_rows(article: Article, row: Encounter, named: Named) -> Iterator[Row]:
    for party in row.participants:
        yield Row("who", party_text(party, named), party.evidence, _rule(party))
    if not row.participants:
        yield Row("who", NOT_STATED)
    for party in row.accompanying:
        yield Row("with", party_text(party, named), party.evidence, _rule(party))
    if row.start:
        when = str(row.start) + (f" to {row.end}" if row.end else "")
        yield Row("when", when + (f" ({row.how})" if row.how else ""), row.date_evidence, row.how)
    else:
        yield Row("when", NOT_STATED)
    yield from _place_rows(row, named)
    if row.sidelines_of:
        yield Row("sidelines", f"on the sidelines of {plain(row.sidelines_of)}")
    if row.part_of:
        yield Row("part of", row.part_of)
    if row.level:
        yield Row("level", row.level.replace("_", " "))
    if row.initiator:
        how = "by invitation of" if row.initiator.how == "invitation" else "at the request of"
        yield Row("asked for", f"{how} {named(row.initiator.country)}", row.initiator.evidence, row.initiator.how)
    # The sentence that tells it: one of the body where there is one, for a headline says less.
    told = [span for span in row.evidence if any(block.holds(span) for block in article.body)] or row.evidence
    start, end, _ = next(sentences(article, tuple(told)))
    words = plain(article.text[start:end])
    yield Row("read in", f"“{words}”", row.evidence, row.support)


def _place_rows(row: Encounter, named: Named) -> Iterator[Row]:
    place = row.place
    if place is None:
        if row.kind not in ("call", "video_call", "letter"):  # these have no place
            yield Row("where", NOT_STATED)
        return
    parts = (place.venue and plain(place.venue), place.city, place.country and named(place.country))
    yield Row("where", ", ".join(part for part in parts if part) or NOT_STATED, place.evidence)


def _statement_sections(text: str, rows: tuple[Statement, ...], named: Named) -> Iterator[Section]:
    speakers: dict[str, list[Statement]] = {}
    for row in rows:
        speakers.setdefault(_speaker(text, row, named), []).append(row)
    count = f"by {len(speakers)} speaker{'s' * (len(speakers) != 1)}" if rows else "nobody is quoted"
    yield Section(f"Statements · {len(rows)}", note=count)
    for speaker, said in speakers.items():
        yield Section(speaker, tuple(_statement_row(text, row, named) for row in said), 2)


def _speaker(text: str, row: Statement, named: Named) -> str:
    """Whose statement it is; his words in the text where it does not tell who is meant."""
    known = party_text(replace(row.speaker, role=None), named)
    if known == NOT_STATED and row.source:
        return f"“{plain(row.source.of(text))}” (not told who is meant)"
    return known


def _statement_row(text: str, row: Statement, named: Named) -> Row:
    notes: list[str] = [row.mode]
    if row.toward:
        notes.append(f"to {party_text(row.toward, named)}")
    if row.encounter:
        notes.append(f"in {row.encounter}")
    if row.via:
        notes.append(f"via {', '.join(map(plain, row.via))}")
    cue = plain(row.cue.of(text)) if row.cue else "(goes on)"
    said = " … ".join(plain(span.of(text)) for span in row.content)
    rule = "; ".join(part for part in (row.how, row.support, _rule(row.speaker)) if part)
    return Row(cue, f"[{', '.join(notes)}] {said}", row.evidence, rule, spoken=True)
