-- Full-text search, SQLite only: an index over articles that keeps no text of its own.
create virtual table article_search using fts5 (
    title, text, content = 'articles', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
create trigger article_search_insert after insert on articles begin
    insert into article_search (rowid, title, text) values (new.number, new.title, new.text);
end;
create trigger article_search_delete after delete on articles begin
    insert into article_search (article_search, rowid, title, text)
    values ('delete', old.number, old.title, old.text);
end;
create trigger article_search_update after update of title, text on articles begin
    insert into article_search (article_search, rowid, title, text)
    values ('delete', old.number, old.title, old.text);
    insert into article_search (rowid, title, text) values (new.number, new.title, new.text);
end;
