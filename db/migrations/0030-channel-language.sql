-- The language in which Gavel speaks in a channel, by whom it was set and when. The latest row counts, and none is deleted.
create table channel_language (
  team_id text not null,
  channel_id text not null,
  id bigint generated always as identity,
  -- The code of a language; none when it was taken back, so that the channel has the workspace's. Codes are checked in the
  -- code: a new language needs no migration.
  language text,
  set_by text not null,
  set_at timestamptz not null,
  primary key (team_id, channel_id, id)
);
