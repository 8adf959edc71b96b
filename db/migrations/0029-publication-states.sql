-- How far an outcome is on its way into git, by one word. So far there are two of them: a review is another way.
alter table publication add column state text not null default 'not yet'
  check (state in ('not yet', 'committed', 'in review', 'merged', 'closed without merging'));
update publication set state = 'committed' where pushed_at is not null;
