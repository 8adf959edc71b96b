-- The rule is chosen with the proposal and frozen when voting opens. Until now there was one, without parameters.
update decision set rule = '{
  "method": "approval", "deciders": "any number", "quorum": 0, "threshold": "most votes", "leastInFavour": 1,
  "abstain": "none", "silence": "nothing", "objections": "warn", "minimumOpenMinutes": 0, "closesEarly": [],
  "tie": "ask", "noQuorum": "ask", "thresholdMissed": "ask", "isTallyHidden": false
}';
alter table decision
  alter column rule set not null,
  -- The deadline that the round opened with: a rule that gives more time gives as much again, once.
  add column voting_first_closes_at timestamptz,
  add column voting_was_extended boolean not null default false;
update decision set voting_first_closes_at = closes_at where voting_opened_at is not null;

-- Table option has one row that is no option, at position -1 and with the decision's own id: its emoji abstains.

-- Besides the deciders of a round, those who were there or named and may not vote, with the reason; and of the
-- deciders, those who can't take part any more.
alter table decider
  add column excluded text check (excluded in ('guest', 'bot', 'deactivated', 'outsider', 'unknown')),
  add column gone text check (gone in ('deactivated', 'left')),
  add check (excluded is null or gone is null);

-- Administrators and owners of the workspace may do what the proposer and the deciders may.
alter table person add column is_admin boolean not null default false;

-- What somebody pressed or took off when the deadline had passed, on a vote that was still to be closed: Slack's list of
-- reactions has it, and the count has not. Where the deadline is moved beyond it, it is no longer late.
create table late_vote (
  decision_id uuid not null references decision,
  round integer not null,
  option_id uuid not null references option,
  user_id text not null,
  team_id text not null,
  event_us bigint not null,
  primary key (decision_id, round, option_id, user_id, event_us)
);
