-- Lists, searches and regular jobs read about as many rows as they show, however many a workspace has.

-- The pieces of a text, of one to three characters each, and the workspace that it belongs to. A text that contains a
-- word contains all pieces of the word, so an index of pieces finds words anywhere in a text. PostgreSQL's own pg_trgm
-- does the same, but may not be installed, or not be ours to install. Costly, so that no plan calls it for each row.
create function pieces_of(team_id text, words text) returns text[]
language plpgsql immutable strict parallel safe cost 10000 as $$
declare
  one text[] := string_to_array(words, null);
  pieces text[] := one || ('workspace ' || team_id);
begin
  for i in 2..cardinality(one) loop pieces := pieces || (one[i - 1] || one[i]); end loop;
  for i in 3..cardinality(one) loop pieces := pieces || (one[i - 2] || one[i - 1] || one[i]); end loop;
  return pieces;
end
$$;

alter table decision
  -- Whether its record is in git, or was. What is in git is for everybody, and no list waits for it any more.
  add column is_published boolean not null default false,
  -- What a search looks through, in small letters: the title, then in a second line how it stands and what was chosen.
  add column words text not null default '';
update decision set
  is_published = exists (select from publication where decision_id = decision.id and pushed_at is not null),
  words = lower(regexp_replace(title, '\s+', ' ', 'g')) || E'\n' || lower(concat_ws(' ',
    status,
    case when status = 'proposed' then 'open' end,
    case when status = 'proposed' and voting_opened_at is not null and voting_closed_at is null then 'voting' end,
    (select title from option where id = chosen_option_id)));
create index decision_words on decision using gin (pieces_of(team_id, words));
create index decision_title on decision (team_id, split_part(words, E'\n', 1), proposed_at desc, id desc);

-- The parts of the list that are not in git, channel by channel, newest first.
create index decision_unpublished on decision (team_id, channel_id, status, proposed_at desc, id desc)
  where not is_published;
-- Of these, what is to be published.
create index decision_undone on decision (team_id, status) where not is_published and status <> 'proposed';
create index decision_channel on decision (team_id, channel_id, is_private desc);
drop index decision_by_date;

-- Open votes of a workspace by their deadlines, and what its people have proposed that is still open.
drop index decision_open_vote;
create index decision_open_vote on decision (team_id, closes_at)
  where voting_opened_at is not null and voting_closed_at is null and status = 'proposed';
create index decision_proposer on decision (team_id, proposer_id, proposed_at) where status = 'proposed';
-- The proposals that were made to change an ADR.
create index decision_bond on decision (team_id, ((bond ->> 'adrId')::bigint)) where bond is not null;

-- Where the file of a published decision is. awaited: the index of its archive is to see it at the next look; there: the
-- index has it; missing: the index had it; gone: it was looked for and not found, and people were told.
alter table publication
  add column file_state text check (file_state in ('awaited', 'there', 'missing', 'gone'));
update publication set file_state = case when exists (
    select from adr
    where adr.team_id = publication.team_id and adr.archive = publication.archive
      and adr.file_name = publication.file_name and adr.removed_at is null
  ) then 'there' else 'awaited' end
  where pushed_at is not null;
alter table publication add check ((file_state is null) = (pushed_at is null));
create index publication_state on publication (team_id, archive, file_state, pushed_at desc, decision_id desc)
  where pushed_at is not null;
drop index publication_file;
create index publication_file on publication (team_id, file_name, archive);
create index publication_number on publication (team_id, number);

-- As table decision: the title, the file name, and how it stands with whose names, a line each.
alter table adr add column words text not null default '';
update adr set words =
  lower(regexp_replace(title, '\s+', ' ', 'g')) || E'\n' || lower(regexp_replace(file_name, '\s+', ' ', 'g')) || E'\n'
  || left(lower(concat_ws(' ', status, status_text,
    (select string_agg(value, ' ') from json_array_elements_text(deciders)))), 1000);
create index adr_words on adr using gin (pieces_of(team_id, words));
-- The order of the list. Those without a number come last.
create index adr_listed on adr (team_id, archive, coalesce(number, -1) desc, file_name collate "C" desc)
  where removed_at is null;
create index adr_gone on adr (team_id, archive, removed_at desc, id desc) where removed_at is not null;

alter table archive
  -- How many ADRs the branch had when it was last read through.
  add column adrs integer not null default 0,
  -- Whether one of them ever was somebody else's than ours.
  add column has_foreign boolean not null default false;
update archive set
  adrs = (select count(*) from adr where adr.team_id = archive.team_id and adr.archive = archive.archive and removed_at is null),
  has_foreign = exists (
    select from adr where adr.team_id = archive.team_id and adr.archive = archive.archive and not exists (
      select from publication
      where publication.team_id = adr.team_id and publication.archive = adr.archive
        and publication.file_name = adr.file_name));

-- Who of an electorate may not vote, or no longer.
create index decider_absent on decider (decision_id, round, user_id) where excluded is not null or gone is not null;
