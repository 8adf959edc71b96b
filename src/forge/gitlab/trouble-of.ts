import type { ForgeTrouble } from '../../decision/failure/forge-trouble.ts';
import type { ForgeSaidNo } from '../ask-forge.ts';
import { textAt } from '../fields.ts';

/** What a refusal of GitLab's means. */
export function troubleOf(error: ForgeSaidNo, place: string, isArchived: boolean): ForgeTrouble {
  const { status, body, said, doing } = error;
  if (status === 401) return { code: 'forge key refused', place, key: 'token', said };
  if (isArchived) return { code: 'repository archived', place };
  if (textAt(body, 'error') === 'insufficient_scope') {
    return { code: 'permission missing', place, permission: `scope ${textAt(body, 'scope') ?? 'api'}` };
  }
  // Everything that Gavel asks for takes this role, and no more.
  if (status === 403) return { code: 'permission missing', place, permission: 'role Developer' };
  const isMoved = (status >= 300 && status < 400) || (status === 405 && /moved/iu.test(said));
  if (isMoved || (status === 404 && /project/iu.test(said))) return { code: 'repository unknown', place };
  return { code: 'forge refused', place, doing, said };
}
