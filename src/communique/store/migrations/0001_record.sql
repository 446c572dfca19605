-- The record, version 1. Portable SQL: what only SQLite knows stands in comments that begin with "sqlite:", which
-- store/migrate.py opens there and any other database passes over. Offsets, dates and lists are kept as JSON in the
-- form of docs/reading.md; columns beside it are what questions are asked by. Numbers of articles are the store's own
-- and never leave it: what the record shows are ids made from content.

-- One row an input: a path as the user gave it, and what became of it.
create table inputs (
    path    text primary key,
    digest  text,                 -- sha256 of the bytes; null where they could not be had
    state   text not null check (state in ('read', 'nothing', 'failed')),
    kind    text,                 -- kind of failure (docs/commands.md); null where it was read
    reason  text,
    mend    text
);
create index inputs_by_digest on inputs (digest);

create table articles (
    number      integer primary key,
    id          text not null unique,
    title       text,
    outlet      text,
    language    text,
    published   text,             -- 2024, 2024-10 or 2024-10-02
    url         text,
    text        text not null,    -- what all spans refer to
    text_digest text not null
);
create index articles_by_date on articles (published);
create index articles_by_outlet on articles (outlet);

-- What one article says: the reading without its text, and the version of the reader that read it.
create table readings (
    article      integer primary key references articles (number) on delete cascade,
    reader       text not null,
    reading      text not null,
    digest       text not null,
    occasion     integer not null,  -- 0 to 127: which encounter it mainly tells, roughly (store/fingerprints.py)
    fingerprints blob not null      -- four bytes each, as the index has them
);
create index readings_by_reader on readings (reader);

-- Readings by another version, made by `communique diff` and not adopted.
create table proposals (
    article integer primary key references articles (number) on delete cascade,
    reader  text not null,
    reading text not null
);

create table fingerprints (
    value    integer not null,
    occasion integer not null,
    article  integer not null,
    primary key (value, occasion, article)
) /* sqlite: without rowid */;

create table copy_links (
    first  integer not null references articles (number) on delete cascade,
    second integer not null references articles (number) on delete cascade,
    kind   text not null,
    link   text not null,
    primary key (first, second)
) /* sqlite: without rowid */;
create index copy_links_by_second on copy_links (second);

create table chains (
    article   integer primary key references articles (number) on delete cascade,
    voice     text not null,
    ownership text,
    chain     text not null
);
create index chains_by_voice on chains (voice);

-- Encounters as single articles tell them, and the keys by which those that may be the same are found.
create table mentions (
    article integer not null references articles (number) on delete cascade,
    mention text not null,
    facts   text not null,
    primary key (article, mention)
);
create unique index mentions_by_key on mentions (mention);
create table mention_blocks (
    block   text not null,
    reach   integer not null,     -- the interval is no longer than so many days
    first   integer not null,     -- days as ordinals (1 = 0001-01-01)
    last    integer not null,
    article integer not null references articles (number) on delete cascade,
    mention text not null,
    primary key (block, reach, first, last, article, mention)
) /* sqlite: without rowid */;
create index mention_blocks_by_article on mention_blocks (article);

-- Encounters as all articles tell them.
create table encounters (
    id       text primary key,
    base     text not null,       -- the id before those of equal content were told apart
    kind     text,
    status   text,
    start    text,
    city     text,
    country  text,
    articles integer not null,
    outlets  integer not null,
    origins  integer not null,
    part_of  text,
    merged   text not null
);
create index encounters_by_base on encounters (base);
create index encounters_by_start on encounters (start, id);
create index encounters_by_kind on encounters (kind, start, id);
create table encounter_mentions (
    article   integer not null references articles (number) on delete cascade,
    mention   text not null,
    encounter text not null references encounters (id) on delete cascade,
    primary key (article, mention)
);
create index encounter_mentions_by_encounter on encounter_mentions (encounter);
create table encounter_parties (
    party     text not null,      -- a country, an organisation or a person's id
    start     text not null,      -- that of the encounter; empty where not known
    encounter text not null references encounters (id) on delete cascade,
    primary key (party, start, encounter)
) /* sqlite: without rowid */;
create index encounter_parties_by_encounter on encounter_parties (encounter);

-- scope: the encounter, or (for what is said outside of any) the copy family within which wordings were compared.
create table claims (
    id        text primary key,
    scope     text not null,
    encounter text,
    speaker   text,
    articles  integer not null,
    origins   integer not null,
    claim     text not null
);
create index claims_by_scope on claims (scope);
create index claims_by_encounter on claims (encounter);
create index claims_by_speaker on claims (speaker);
create table claim_wordings (
    article   integer not null references articles (number) on delete cascade,
    statement integer not null,
    claim     text not null references claims (id) on delete cascade,
    primary key (article, statement)
);
create index claim_wordings_by_claim on claim_wordings (claim);

-- What people judged, in the order in which they did; never changed, only added to.
create table judgements (
    number  integer primary key,
    id      text not null unique,
    act     text not null,
    subject text not null,
    object  text,
    field   text,
    value   text,
    undoes  text,
    by_whom text,
    at_time text,
    note    text
);

-- Judgements that could not be followed, and why.
create table refusals (
    judgement text primary key,
    reason    text not null
);

-- What the derived rows were made by, so that another version makes them anew.
create table versions (
    name  text primary key,
    value text not null
);

-- What a build has still to do: a kill leaves rows here, and the next build begins with them.
create table todo (
    stage integer not null,
    key   text not null,
    primary key (stage, key)
) /* sqlite: without rowid */;
