-- What `/adr find` looks through: one row for each decision, and one for each ADR in an archive's branch. Rows are
-- written together with what they are made from, so they are never behind it.
create sequence search_entry_id;
create table search_entry (
  -- An entry gets a new one whenever it is written, so what changed last has the highest.
  id bigint not null,
  team_id text not null,
  decision_id uuid,
  adr_id bigint,
  -- Where a decision was proposed.
  channel_id text,
  -- Where an ADR is.
  archive text,
  -- When a decision was made or else proposed; the date of an ADR.
  dated_on date,
  title text not null,
  -- The text, without the title: for the line that people are shown.
  body text not null,
  -- The words of the title (weight A), and of options, outcome and tags (weight B), and everything that people filter by,
  -- as lexemes with a colon in them. Most fit into the row itself, so that looking at hundreds of them is quick.
  key_words tsvector not null,
  -- All words, and everything that people filter by.
  words tsvector not null,
  primary key (team_id, id),
  check ((decision_id is null) <> (adr_id is null)),
  foreign key (team_id, decision_id) references decision (team_id, id),
  unique (team_id, decision_id),
  unique (team_id, adr_id)
);
create index search_entry_key_words on search_entry using gin (key_words);
create index search_entry_words on search_entry using gin (words);

-- The decisions that an earlier version left without an entry.
alter table decision add column has_search_entry boolean not null default false;
create index decision_without_search_entry on decision (team_id) where not has_search_entry;

-- The text search configurations that a workspace's entries were made with.
create table search_language (
  team_id text not null,
  language text not null,
  primary key (team_id, language)
);

-- People by their names, as somebody types them.
create index person_name on person (team_id, lower(name));

-- Words of titles, options and tags, to find what somebody mistyped.
create table search_word (
  team_id text not null,
  word text collate "C" not null,
  primary key (team_id, word)
);

-- Similar words are found by their trigrams where the database lets us: pg_trgm comes with PostgreSQL, but some hosts do
-- not install it or do not let applications enable it.
do $$
begin
  create extension if not exists pg_trgm;
  execute 'create index search_word_trigrams on search_word using gin (word gin_trgm_ops)';
exception
  when others then
    raise notice 'pg_trgm is not available: %', sqlerrm;
end
$$;
