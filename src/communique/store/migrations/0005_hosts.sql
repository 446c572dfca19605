-- Visits by the state in which they took place: the host of a visit is seldom named as one who took part in it.
create index encounters_by_host on encounters (country, kind, start, id);
