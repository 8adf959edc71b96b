-- What an ADR has beyond the fields of the modal: sections of its own ({heading, markdown}, in their order), the
-- Markdown draft that it was made from, and the ADR of the archive that its acceptance changes.
alter table decision
  add column sections json not null default '[]',
  add column draft text,
  add column bond json;

-- How far an archive has been read into the tables below.
create table archive (
  team_id text not null,
  archive text not null,
  -- The commit whose tree the index shows whole; none until the first reading is through.
  commit text,
  checked_at timestamptz,
  -- Who stopped a long reading; only /adr import goes on with it.
  stopped_by text,
  -- Grows with each write to the index, by which one of two processes that follow at once notices the other.
  version integer not null default 0,
  primary key (team_id, archive)
);

-- Which decision a file of the archive is.
create index publication_file on publication (archive, file_name);

-- Every ADR of an archive, as git has it: an index that can be made anew at any time, by which ADRs are listed, shown
-- and superseded. blob is git's id of the content that was read; a row whose file is gone keeps its place in history.
create table adr (
  id bigint generated always as identity primary key,
  team_id text not null,
  archive text not null,
  file_name text not null,
  blob text not null,
  number integer,
  title text not null,
  -- What the status means (the words of table decision), and how the file says it.
  status text check (status in
    ('draft', 'proposed', 'accepted', 'rejected', 'deprecated', 'superseded', 'withdrawn')),
  status_text text not null,
  date text,
  deciders json not null,
  dialect text not null,
  -- {kind, file}: the ADRs that it says it supersedes, amends, or is superseded or amended by.
  links json not null,
  warnings integer not null,
  removed_at timestamptz
);
create unique index adr_file on adr (team_id, archive, file_name) where removed_at is null;
create index adr_number on adr (team_id, archive, number);

-- What happened to an ADR in git, by anybody's hand: the digest tells of changes of status.
create table adr_event (
  id bigint generated always as identity primary key,
  team_id text not null,
  adr_id bigint not null references adr,
  at timestamptz not null,
  kind text not null check (kind in ('added', 'status', 'renamed', 'edited', 'removed', 'returned')),
  before text,
  after text,
  commit text
);
create index adr_event_by_adr on adr_event (adr_id, id);
create index adr_event_by_date on adr_event (team_id, at);
