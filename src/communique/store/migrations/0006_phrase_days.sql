-- Set phrases by day: the first use of one, and how many there are, without looking at each of its rows.
create table phrase_days (
    phrase text not null,
    day    text not null,         -- that of the row; rows without a day are not here
    merged text not null references merged_rows (id) on delete cascade,
    primary key (phrase, day, merged)
) /* sqlite: without rowid */;
create index phrase_days_by_row on phrase_days (merged);
insert into phrase_days (phrase, day, merged)
select value, day, id from merged_rows join merged_row_facets f on f.merged = id
where list = 'phrases' and facet = 'id' and day is not null;
