-- A link to a review, posted in a channel, leads to the decision behind it.
create index review_address on review (team_id, archive, url) where url is not null;
