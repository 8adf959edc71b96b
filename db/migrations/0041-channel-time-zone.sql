-- The time zone that a channel goes by, in the dates of its ADRs and the times of its digests, by whom it was set and when.
-- The latest row counts, and none is deleted.
create table channel_time_zone (
  team_id text not null,
  channel_id text not null,
  id bigint generated always as identity,
  -- An IANA name, or an offset from UTC; none when it was taken back.
  time_zone text,
  set_by text not null,
  set_at timestamptz not null,
  primary key (team_id, channel_id, id)
);
