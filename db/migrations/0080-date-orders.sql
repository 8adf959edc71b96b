-- Whether the day or the month is first in the date of an ADR that has slashes, and how it was read if its numbers leave
-- that open: as soon as other ADRs of the archive show it, such dates are read like theirs. The rows that are there get
-- this as soon as their files are read once more by the new version of reading.
alter table adr
  add column date_order text
    check (date_order in ('day first', 'month first', 'perhaps day first', 'perhaps month first'));

create index adr_slashed on adr (team_id, archive, date_order) where date_order is not null and removed_at is null;
