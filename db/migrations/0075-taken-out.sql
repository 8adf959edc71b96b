-- Deciders who were away, and whom somebody took out of the count: as long as they don't vote, nobody waits for them.
alter table decider add column taken_out_by text, add column taken_out_at timestamptz;

drop index decider_absent;
create index decider_absent on decider (team_id, decision_id, round, user_id)
  where excluded is not null or gone is not null or taken_out_at is not null;
