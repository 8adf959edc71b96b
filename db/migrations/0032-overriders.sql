-- Who may decide in place of the vote, and whether a second person has to confirm it, is a part of the rule. What is
-- there keeps what was true of it: each of these people could, and alone.
update decision set rule = rule || '{"overriders": ["proposer", "deciders", "admins"], "needsSecond": false}'::jsonb;

-- A rule that a channel has made from a preset takes from there what it does not say, and these presets have changed.
update rule_setting
set value = (value::jsonb || '{"override": ["proposer", "deciders", "admins"], "second person": false}'::jsonb)::json
where name is not null and value ->> 'preset' in ('two-thirds', 'unanimous', 'lazy-consensus', 'advice');

-- An outcome that waits for the second person, with what there was to see when it was recorded; and who confirmed one.
alter table decision
  add column awaited json,
  add column confirmed_by text;
create index decision_awaiting_second on decision (team_id) where awaited is not null;
