-- The folder whose ADRs one is counted with, if each folder counts for itself: '' for the archive's own, which was the only
-- one until now.
alter table adr add column area text not null default '';
-- Whether each folder counts its ADRs for itself, and whether those in subfolders have been read.
alter table archive
  add column counts_by_area boolean not null default false,
  add column has_subfolders boolean not null default false;
