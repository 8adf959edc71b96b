-- The workspace that this database belongs to, and the archive that its decisions go to: one row, written at the first
-- start. A database that is older belongs to the workspace that has most decisions in it.
create table owner (
  is_only boolean primary key default true check (is_only),
  team_id text not null,
  archive text
);
insert into owner (team_id)
  select team_id from decision group by team_id order by count(*) desc, max(proposed_at) desc limit 1;
