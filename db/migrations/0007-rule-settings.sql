-- What a channel has set for its votes, by whom and when. Of each thing the latest row counts, and none is deleted.
create table rule_setting (
  id bigint generated always as identity primary key,
  team_id text not null,
  channel_id text not null,
  -- The name of a rule of the channel's own; none: which rule is offered first.
  name text,
  -- The parts of the rule, as in .gavel.yml, or the id of the one that is offered first; none when it was taken back.
  value json,
  set_by text not null,
  set_at timestamptz not null
);
create index rule_setting_by_channel on rule_setting (team_id, channel_id, id);

-- The text of .gavel.yml in the commit that the index shows: rules are read from it while people wait for a modal. The
-- commit is forgotten once, so that the text is fetched.
alter table archive add column settings text;
update archive set commit = null;

-- The user groups that the proposer named as deciders, each with its id and handle: [{id, handle}].
alter table decision add column named_groups json not null default '[]';
