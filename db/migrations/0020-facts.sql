-- What was concluded is kept as facts, and becomes a sentence when somebody reads it. What an earlier version kept as a
-- sentence can't be turned back into facts: it is marked as told before, and read as it was.
alter table decision add column reason json;
update decision
set reason = json_build_object(
  'by', case when decided_by is null then 'before' else 'person' end,
  'text', coalesce(justification, '')
)
where decided_at is not null;
alter table decision drop column justification;

-- An explanation of what was accepted began with the verb that the history has before it, and one of a vote that
-- objections block with how many they are.
update event
set detail = (
  (detail::jsonb - 'explanation' - 'justification')
  || case when detail ->> 'explanation' is null then '{}'
       else jsonb_build_object('verdict', jsonb_build_object(
         'kind', 'told before',
         'text', regexp_replace(detail ->> 'explanation', '^(Accepted|Blocked by \d+ objections?): ', '')
       )) end
  || case when detail ->> 'explanation' ~ '^Blocked by \d+ objections?: '
       then jsonb_build_object('standing', substring(detail ->> 'explanation' from '^Blocked by (\d+)')::integer)
       else '{}' end
  || case when detail ->> 'justification' is null then '{}'
       else jsonb_build_object('reason', jsonb_build_object('by', 'person', 'text', detail ->> 'justification')) end
)::json
where detail ->> 'explanation' is not null or detail ->> 'justification' is not null;

update message
set body = (
  (body::jsonb - 'explanation' - 'with' - 'without')
  || case when body ->> 'explanation' is null then '{}'
       else jsonb_build_object('verdict', jsonb_build_object('kind', 'told before', 'text', body ->> 'explanation')) end
  || case when body ->> 'without' is null then '{}'
       else jsonb_build_object(
         'without', jsonb_build_object('kind', 'told before', 'text', body ->> 'without'),
         'with', jsonb_build_object('kind', 'told before', 'text', body ->> 'with')
       ) end
)::json
where body ->> 'explanation' is not null or body ->> 'kind' = 'undated votes decide';
