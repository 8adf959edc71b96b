-- Few ADRs have a day to look at them again, and each round of reading asks for those whose day has come.
create index adr_dated on adr (team_id, archive, revisit_on) where removed_at is null and revisit_on is not null;
