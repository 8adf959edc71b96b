-- Whether somebody pressed or took off what came too late: it tells what there was before. Of those that are here
-- nobody knows; most were pressed.
alter table late_vote add column is_cast boolean not null default true;
alter table late_vote alter column is_cast drop default;

-- What Slack's list of reactions showed after the deadline of a vote where it was otherwise than the ballots, as it was
-- seen first: whether that was in time, the list does not say. Where the deadline is moved beyond it, it is of no account.
create table seen_reaction (
  decision_id uuid not null references decision,
  round integer not null,
  option_id uuid not null references option,
  user_id text not null,
  team_id text not null,
  is_cast boolean not null,
  seen_at timestamptz not null,
  primary key (decision_id, round, option_id, user_id)
);
