-- The tags that a channel or a person follows: they hear at once what is decided under them.
create table followed_tag (
  team_id text not null,
  -- A channel, or a person.
  follower_id text not null,
  tag text not null,
  followed_by text not null,
  followed_at timestamptz not null,
  primary key (team_id, follower_id, tag)
);
create index on followed_tag (team_id, tag);
