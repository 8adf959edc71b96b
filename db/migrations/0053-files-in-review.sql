-- The name that an ADR has on the branch of its review, as Gavel wrote it last. If it got another number since, it is
-- renamed there.
alter table review add column file_name text;
