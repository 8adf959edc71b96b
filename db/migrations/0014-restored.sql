-- The database (its oid) and the transaction that took the number and the file name. It is compared with the transaction
-- that PostgreSQL itself notes in the row: where a row was loaded from a dump, the two differ. Then nobody here knows
-- whether the record was pushed and announced after the dump was made.
alter table publication add column taken_in text;
update publication
  set taken_in = concat((select oid from pg_database where datname = current_database()), ':', pg_current_xact_id()::xid)
  where pushed_at is null and file_name is not null;

-- What is in git counts, also where two files have one number there. Only what is about to be pushed must differ.
alter table publication drop constraint publication_archive_number_key;
create unique index publication_taken_number on publication (archive, number) where pushed_at is null;
