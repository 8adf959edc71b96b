-- Who has said that they are away, and the day on which they are back, in the time zone that they are in by then. A row
-- whose day has come means nothing anymore.
create table away (
  team_id text not null,
  user_id text not null,
  back_on date not null,
  said_at timestamptz not null,
  primary key (team_id, user_id)
);
