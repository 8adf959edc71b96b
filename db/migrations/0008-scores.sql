-- How many points a ballot gives its option, where options are scored; a reaction gives one. A ballot of no points makes
-- its author one who voted, and backs nothing.
alter table ballot add column score smallint not null default 1 check (score between 0 and 3);
