-- The archive that a decision goes to, from its proposal on: those from before went to the one that there was. It is
-- empty for the few of which nobody knows; they go where their channel's go once they are decided.
alter table decision add column archive text not null default '';
update decision set archive = coalesce(
  (
    select publication.archive from publication
    where publication.team_id = decision.team_id and publication.decision_id = decision.id
  ),
  (select workspace.archive from workspace where workspace.team_id = decision.team_id),
  ''
);
alter table decision alter column archive drop default;

-- Which repository a channel's proposals go to unless told otherwise, where it has several: the archive, by whom it was
-- chosen and when. The latest row counts, and none is deleted.
create table repository_setting (
  id bigint generated always as identity,
  team_id text not null,
  channel_id text not null,
  -- None when the choice was taken back.
  archive text,
  set_by text not null,
  set_at timestamptz not null,
  primary key (team_id, id)
);
create index repository_setting_by_channel on repository_setting (team_id, channel_id, id desc);
