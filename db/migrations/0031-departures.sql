-- What an outcome departs from (the vote, its rule, or an objection) is kept with it. Of earlier outcomes, the rows say
-- most of it; only how their votes stood is not counted again.
alter table decision add column departures json not null default '[]';

with binding as (
  select
    objection.team_id, objection.decision_id, objection.settled,
    jsonb_build_object('author', author_id, 'isHold', until is not null, 'reason', objection.reason)
      || case when objection.settled = 'overridden'
           then jsonb_build_object('by', settled_by, 'because', settled_reason)
           else '{}' end as told,
    row_number() over (
      partition by objection.team_id, objection.decision_id, objection.settled order by raised_at, objection.id
    ) as place
  from objection
  join decision on decision.team_id = objection.team_id and decision.id = objection.decision_id
  where decided_at is not null
    and coalesce(rule ->> 'objections', 'warn') <> 'none'
    and (objection.settled is null or objection.settled = 'overridden')
    and (chosen_option_id is not null or until is not null)
    and case
      when voting_opened_at is null
        then (named_deciders = '{}' and named_groups::text = '[]') or author_id = any(named_deciders)
      else exists (
        select from decider
        where decider.team_id = decision.team_id and decider.decision_id = decision.id
          and decider.round = decision.round and decider.user_id = author_id and decider.excluded is null
      )
    end
), listed as (
  select
    team_id, decision_id,
    jsonb_build_object(
      'kind', case when settled is null then 'objections standing' else 'objections overridden' end,
      'objections', jsonb_agg(told order by place) filter (where place <= 20),
      'more', greatest(count(*) - 20, 0)
    ) as departure
  from binding group by team_id, decision_id, settled
)
update decision
set departures = (
  case
    when decided_by is null then '[]'::jsonb
    when voting_opened_at is null then '[{"kind": "before voting"}]'
    else
      case when exists (
        select from ballot
        join decider on decider.team_id = ballot.team_id and decider.decision_id = ballot.decision_id
          and decider.round = ballot.round and decider.user_id = ballot.user_id and decider.excluded is null
        where ballot.team_id = decision.team_id and ballot.decision_id = decision.id
          and ballot.round = decision.round and ballot.is_cast
      ) then '[]'::jsonb else '[{"kind": "nobody voted"}]' end
      || case when decided_at < closes_at and voting_closed_at = decided_at
           then '[{"kind": "before the deadline"}]'::jsonb else '[]' end
  end
  || coalesce((
    select jsonb_agg(departure order by departure ->> 'kind' desc) from listed
    where listed.team_id = decision.team_id and listed.decision_id = decision.id
  ), '[]')
)::json
where decided_at is not null;
