-- The files of a name, those that are gone among them.
create index adr_name on adr (team_id, archive, file_name);
-- The highest number that decisions have in an archive.
create index publication_archive_number on publication (archive, number);
-- What could not be brought into an archive yet.
create index publication_trouble on publication (team_id, archive) where pushed_at is null and trouble is not null;
