-- Whether a channel is private is asked of Slack whenever something of it is shown, and not remembered: a channel that was
-- public when a decision was proposed may have become private since.
drop index decision_channel;
alter table decision drop column is_private;
create index decision_channel on decision (team_id, channel_id);
