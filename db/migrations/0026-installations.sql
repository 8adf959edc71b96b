-- The workspaces that Gavel's app is installed in, beside the one whose token is among the settings. A bot token stands
-- here sealed only (AES-256-GCM, with the workspace as additional data, so that it opens in its own row alone): nonce,
-- tag, and what is sealed, by the key of this id. Whoever has the database and not the key has no token.
create table installation (
  team_id text primary key,
  bot_user_id text not null,
  key_id text not null,
  sealed_token bytea not null,
  -- Another API than slack.com's, such as GovSlack's.
  api_url text,
  installed_at timestamptz not null,
  -- When the workspace took Gavel out, or somebody saw that Slack refuses the token for good.
  revoked_at timestamptz
);
