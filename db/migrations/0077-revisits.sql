-- Each time that a decision, or an ADR that others wrote, was to be looked at again: the question about it, the answer that
-- it is still right, and how far the note of that is on its way into git.
create table revisit (
  team_id text not null,
  id uuid not null,
  -- One of them is there: our decision, or an ADR of the index.
  decision_id uuid,
  adr_id bigint,
  archive text not null,
  -- Where the question is asked.
  channel_ids text[] not null,
  due_on date not null,
  asked_at timestamptz not null,
  reminded_at timestamptz,
  answered_by text,
  answered_at timestamptz,
  note text,
  -- The next day to look again, if one was named.
  next_on date,
  -- Null as long as there is nothing to note in git.
  noted text check (noted in ('not yet', 'in review', 'on branch', 'left')),
  review jsonb,
  primary key (team_id, id),
  check ((decision_id is null) <> (adr_id is null)),
  check ((answered_by is null) = (answered_at is null))
);

-- A day is asked about once, however often its job runs.
create unique index on revisit (team_id, decision_id, due_on) where decision_id is not null;
create unique index on revisit (team_id, adr_id, due_on) where adr_id is not null;

-- Few wait for an answer, or for their note.
create index revisit_unanswered on revisit (team_id, due_on) where answered_at is null;
create index revisit_unnoted on revisit (team_id) where noted in ('not yet', 'in review');

-- Few decisions have a day to look again.
create index decision_dated on decision (team_id, revisit_on) where revisit_on is not null and status = 'accepted';
