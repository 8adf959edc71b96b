-- Tokens by which the tools of a person read what that person may see. Of a token itself, there is only a hash.
create table personal_token (
  team_id text not null,
  -- The part of the token by which it is found. It gives no access.
  id text not null,
  user_id text not null,
  -- The SHA-256 of the secret part, in hexadecimal digits.
  secret_hash text not null,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  -- When its person revoked it.
  revoked_at timestamptz,
  primary key (team_id, id)
);
create index personal_token_of_person on personal_token (team_id, user_id);
