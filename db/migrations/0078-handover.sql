-- A rule can let deciders hand their votes to each other by name. No rule did so far.
update decision set rule = rule || '{"allowsHandover": false}'::jsonb;

-- To whom a decider has handed their vote in this round, and when.
alter table decider add column handed_to text, add column handed_at timestamptz;

drop index decider_absent;
create index decider_absent on decider (team_id, decision_id, round, user_id)
  where excluded is not null or gone is not null or taken_out_at is not null or handed_at is not null;
