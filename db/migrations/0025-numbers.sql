-- The highest number that decisions have in an archive: only rows that have one. Over all rows, PostgreSQL looks for a
-- file by this index as soon as by its own, while it has no statistics, and reads every publication of the archive.
drop index publication_archive_number;
create index publication_archive_number on publication (team_id, archive, number) where number is not null;
