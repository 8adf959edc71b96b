-- Who has looked at their Home, when they did so last, and what it shows, so that it is published anew only for those
-- who looked lately, and only if it would show something else.
create table home (
  team_id text not null,
  user_id text not null,
  looked_at timestamptz not null,
  -- When it was last made sure that it shows what it should; null before the first time.
  renewed_at timestamptz,
  -- The fingerprint of what was published last; null if nothing was.
  shown text,
  -- Which page of the register it shows; null for the first.
  place jsonb,
  primary key (team_id, user_id)
);
create index home_looked_at on home (team_id, looked_at);
