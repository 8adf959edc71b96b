-- Whether somebody wants direct messages about votes that wait for them; who never said so wants them.
create table nudge_choice (
  team_id text not null,
  user_id text not null,
  wants_nudges boolean not null,
  chosen_at timestamptz not null,
  primary key (team_id, user_id)
);

-- When those who have not voted were reminded: one person, or, without one, the thread of the card. Two reminders keep
-- their distance by it, also when a moved deadline brings them close together.
create table nudge (
  id bigint generated always as identity primary key,
  team_id text not null,
  decision_id uuid not null references decision,
  user_id text,
  told_at timestamptz not null
);
create index nudge_by_decision on nudge (decision_id, user_id, told_at desc);
