-- Fingerprints that stand in articles about more occasions than store/fingerprints.py allows (COMMON): set phrases.
create table common_fingerprints (
    value integer primary key
);
insert into common_fingerprints (value)
select value from fingerprints group by value having count(distinct occasion) > 8;
