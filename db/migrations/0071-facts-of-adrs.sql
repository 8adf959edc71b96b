-- What an ADR is about, which paths it governs, and when it is to be looked at again. The rows that are there get this as
-- soon as their files are read once more by the new version of reading.
alter table adr
  add column tags text[] not null default '{}',
  -- Glob patterns from the root of the repository.
  add column affects text[] not null default '{}',
  add column revisit_on date;
