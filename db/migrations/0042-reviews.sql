-- The reviews (pull or merge requests) by which ADRs reach their branch, as the forge, or git alone, showed them last.
-- A row exists from the moment that its branch has a name, before anything is pushed: whoever continues after a crash
-- finds the same branch. `why`: the reason for a review; `seen`: the review as it was seen last; `base`: the commit of
-- the followed branch that it was compared with last; `pushed`: the tip of its branch when Gavel pushed it last;
-- `written` and `merged`: the ADR as Gavel wrote it last, and as it was merged if that is something else; `answer`: what
-- people chose after it was closed without merging.
create table review (
  team_id text not null,
  decision_id uuid not null,
  archive text not null,
  branch text not null,
  into_branch text not null,
  why json not null,
  named_at timestamptz not null,
  number integer,
  url text,
  seen json,
  base text,
  pushed text,
  written text,
  merged text,
  opened_at timestamptz,
  seen_at timestamptz,
  next_look_at timestamptz,
  reminded_at timestamptz,
  answer text check (answer in ('reopened', 'left')),
  constraint review_pkey primary key (team_id, decision_id),
  constraint review_decision_id_fkey foreign key (team_id, decision_id) references decision,
  unique (team_id, archive, branch)
);
create index review_refused on review (team_id, archive, into_branch, named_at) where why ->> 'code' = 'push refused';
create index review_next_look on review (team_id, next_look_at) where next_look_at is not null;

-- Only an ADR that is on the branch has a time when it came there.
update publication set state = 'committed' where pushed_at is not null and state = 'not yet';
alter table publication add check ((pushed_at is not null) = (state in ('committed', 'merged')));
create index publication_in_review on publication (team_id, archive) where state = 'in review';
create index publication_merged on publication (team_id, pushed_at) where state = 'merged';
