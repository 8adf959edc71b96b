-- What an ADR decided, on one line, for lists that name it outside of Slack. The rows that are there get it as soon as
-- their files are read once more by the new version of reading.
alter table adr add column outcome text;

-- Few ADRs say which paths they govern, and each question about a path looks at all of those.
create index adr_governing on adr (team_id, archive) where removed_at is null and affects <> '{}';
