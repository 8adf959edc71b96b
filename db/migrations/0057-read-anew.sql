-- By which version of reading an ADR was read, and an archive was read through. What an earlier one has read, which these
-- rows count as, is read once more.
alter table adr add column reader integer not null default 0;
alter table archive
  add column reader integer not null default 0,
  -- An earlier version that had not read subfolders is one of these.
  drop column has_subfolders;
