import type { ForgeTrouble } from '../../decision/failure/forge-trouble.ts';
import type { ForgeSaidNo } from '../ask-forge.ts';
import type { Repository } from './api.ts';

/** The scopes in a refusal, as Forgejo (`[write:issue]`) and Gitea (`required=[write:issue]`) write them. */
const scopes = /required scope\(s\)[^[]{0,100}\[(?<scopes>[^\]]{0,500})\]/u;

/** What a refusal of Forgejo's means. `repository`: undefined if it can't be seen. */
export function troubleOf(error: ForgeSaidNo, place: string, repository: Repository | undefined): ForgeTrouble {
  const { status, said, doing } = error;
  if (status === 401) return { code: 'forge key refused', place, key: 'token', said };
  const scope = scopes.exec(said)?.groups?.scopes;
  if (status === 403 && scope !== undefined) return { code: 'permission missing', place, permission: `scope ${scope}` };
  if (status === 423 || repository?.archived === true) return { code: 'repository archived', place };
  if (status === 403) return { code: 'permission missing', place, permission: 'role write' };
  const isMoved = status >= 300 && status < 400;
  if (isMoved || (status === 404 && repository === undefined)) return { code: 'repository unknown', place };
  if (status === 404 && repository?.has_pull_requests === false) {
    return { code: 'rule in the way', place, rule: 'has_pull_requests: false', said };
  }
  return { code: 'forge refused', place, doing, said };
}
