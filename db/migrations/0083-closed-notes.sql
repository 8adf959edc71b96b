-- The review of a note that something is still right may be closed without merging. People may have it opened again, here or
-- at the forge, so it is looked at for a while, as that of an outcome is.
alter table revisit drop constraint revisit_noted_check;
alter table revisit add constraint revisit_noted_check
  check (noted in ('not yet', 'in review', 'closed', 'on branch', 'left'));

drop index revisit_unnoted;
create index revisit_unnoted on revisit (team_id) where noted in ('not yet', 'in review', 'closed');
