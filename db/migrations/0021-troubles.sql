-- Why something is not published is kept as facts. What an earlier version kept as a sentence is marked as told before.
alter table publication alter column trouble type json
  using case when trouble is not null then json_build_object('code', 'told before', 'text', trouble) end;

update event
set detail = (
  (detail::jsonb - 'reason')
  || jsonb_build_object('trouble', jsonb_build_object('code', 'told before', 'text', detail ->> 'reason'))
)::json
where kind = 'not published' and detail ->> 'reason' is not null;

update message
set body = (
  (body::jsonb - 'reason')
  || jsonb_build_object('trouble', jsonb_build_object('code', 'told before', 'text', body ->> 'reason'))
)::json
where body ->> 'kind' = 'not published';

update message
set body = (
  body::jsonb || jsonb_build_object('trouble', jsonb_build_object('code', 'told before', 'text', body ->> 'trouble'))
)::json
where body ->> 'kind' = 'import' and body ->> 'trouble' is not null;
