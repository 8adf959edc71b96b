-- The channels in which something was proposed, with which each question about decisions begins.
create table deciding_channel (
  team_id text not null,
  channel_id text not null,
  primary key (team_id, channel_id)
);

insert into deciding_channel select distinct team_id, channel_id from decision;
