-- The rows of the lists beside encounters and statements (commitments, figures ...), as all articles tell them.
-- scope as in claims; day is that of the encounter, else of the first article.
create table merged_rows (
    id        text primary key,
    list      text not null,
    scope     text not null,
    encounter text,
    day       text,
    articles  integer not null,
    outlets   integer not null,
    origins   integer not null,
    merged    text not null
);
create index merged_rows_by_scope on merged_rows (scope);
create index merged_rows_by_list on merged_rows (list, day, id);
create index merged_rows_by_encounter on merged_rows (encounter);

-- Which rows of which readings they are made of; telling is the key by which corrections find them again.
create table merged_row_tellings (
    article  integer not null references articles (number) on delete cascade,
    list     text not null,
    position integer not null,
    telling  text not null,
    merged   text not null references merged_rows (id) on delete cascade,
    primary key (article, list, position)
);
create index merged_row_tellings_by_row on merged_row_tellings (merged);
create index merged_row_tellings_by_key on merged_row_tellings (telling);

-- What rows can be asked for by: a party, a field, a status, a unit ...
create table merged_row_facets (
    facet  text not null,
    value  text not null,
    merged text not null references merged_rows (id) on delete cascade,
    primary key (facet, value, merged)
) /* sqlite: without rowid */;
create index merged_row_facets_by_row on merged_row_facets (merged);
