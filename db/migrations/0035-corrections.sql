-- Arguments and options can be corrected and withdrawn. What is withdrawn stays, with who did it and when; what a
-- corrected text was before is in the events.
alter table argument add column withdrawn_by text, add column withdrawn_at timestamptz;

-- An option that was withdrawn before voting opened leaves the list, and the options after it move up. One that was
-- withdrawn while people could vote for it keeps its position and its emoji, so that nobody takes an old reaction for a
-- vote on another option; `withdrawn_votes` is how many deciders backed it then. The keys are checked at the end of a
-- statement, because several options may move at once.
alter table option
  add column withdrawn_by text, add column withdrawn_at timestamptz, add column withdrawn_votes integer,
  alter column position drop not null,
  alter column emoji drop not null,
  add check (withdrawn_at is not null or (position is not null and emoji is not null)),
  drop constraint option_decision_id_position_key,
  add constraint option_decision_id_position_key unique (team_id, decision_id, position) deferrable,
  drop constraint option_decision_id_emoji_key,
  add constraint option_decision_id_emoji_key unique (team_id, decision_id, emoji) deferrable;
