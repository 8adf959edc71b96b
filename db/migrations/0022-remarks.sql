-- What the thread hears of a publication besides is kept as facts; the sentences of an earlier version as they were told.
update message
set body = (
  body::jsonb || jsonb_build_object('remarks', (
    select coalesce(jsonb_agg(jsonb_build_object('code', 'told before', 'text', remark)), '[]')
    from jsonb_array_elements_text(body::jsonb -> 'remarks') as remark
  ))
)::json
where body ->> 'kind' = 'published' and json_array_length(body -> 'remarks') > 0;
