import type { Account } from '../../world/state.ts';
import { type Addresses, nodeId, type Schemas } from './context.ts';

/** An account, as GitHub shows it wherever somebody did something. */
export function accountShape({ web, api }: Addresses, account: Account): Schemas['simple-user'] {
  const { id, login, kind } = account;
  const name = encodeURIComponent(login);
  const url = `${api}/users/${name}`;
  return {
    login,
    id,
    node_id: nodeId('U', id),
    avatar_url: `${web}/avatars/u/${id}`,
    gravatar_id: '',
    url,
    html_url: kind === 'bot' && login.endsWith('[bot]') ? `${web}/apps/${login.slice(0, -5)}` : `${web}/${name}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: kind === 'group' ? 'Organization' : kind === 'bot' && login.endsWith('[bot]') ? 'Bot' : 'User',
    site_admin: false,
  };
}
