-- Whom a question about a decision waits for: who proposed it, and who decided it. A question about an ADR of others waits
-- for everybody who sees it.
alter table revisit add column user_ids text[] not null default '{}';

update revisit set user_ids = array(
  select proposer_id from decision where team_id = revisit.team_id and id = revisit.decision_id
  union
  select unnest(named_deciders) from decision
  where team_id = revisit.team_id and id = revisit.decision_id and voting_opened_at is null
  union
  select decider.user_id from decision
  join decider on decider.team_id = decision.team_id and decider.decision_id = decision.id
    and decider.round = decision.round
  where decision.team_id = revisit.team_id and decision.id = revisit.decision_id
    and decider.excluded is null and decider.gone is null
)
where decision_id is not null;

create index revisit_waiting on revisit using gin (user_ids) where answered_at is null;
create index revisit_of_adr on revisit (team_id, due_on, id) where answered_at is null and adr_id is not null;
