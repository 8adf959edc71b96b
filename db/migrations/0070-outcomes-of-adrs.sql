-- What an ADR decided, on one line, for lists that name it outside of Slack. The rows that are there get it as soon as
-- their files are read once more by the new version of reading.
alter table adr add column outcome text;
