-- What a review of others and the decisions were when it was told last, so that those for which something has changed are
-- found among all open ones without reading their files.
alter table informed_review add column seen text;
