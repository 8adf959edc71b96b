-- Who took a reason from a message of somebody else's, who is its author. Null for those that people gave themselves.
alter table argument add column taken_by text;
