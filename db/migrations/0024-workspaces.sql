-- The workspaces that have rows here, each written down at its first start: with the archive that its decisions go to,
-- and whether jobs without a workspace in their names, as earlier versions gave them, are its. Those are of the one
-- workspace that the database belonged to.
create table workspace (
  team_id text primary key,
  archive text,
  has_plain_jobs boolean not null default false
);
insert into workspace (team_id, archive, has_plain_jobs) select team_id, archive, true from owner;
drop table owner;
