import { Webhooks } from '@octokit/webhooks';
import type { ForgeNews } from '../../workflow/ports/forge/forge.ts';

/** The headers of a request, with names in lower case, as Node has them. */
export type DeliveryHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Reads a webhook of GitHub's. `unsigned`: none of the secrets signed it, so it may come from anybody. `ignored`: it is
 * about nothing that matters here. `place` is as in an archive's address, in lower case; a repository that was renamed
 * or transferred has the place that it had before.
 */
export async function readDelivery(
  headers: DeliveryHeaders,
  body: Buffer,
  secrets: readonly string[],
): Promise<ForgeNews | 'ignored' | 'unsigned'> {
  if (!(await isSigned(headers['x-hub-signature-256'], body, secrets))) return 'unsigned';
  return readNews(headers['x-github-event'], parse(body)) ?? 'ignored';
}

async function isSigned(signature: unknown, body: Buffer, secrets: readonly string[]): Promise<boolean> {
  if (typeof signature !== 'string' || signature === '' || body.length === 0) return false;
  for (const secret of secrets) {
    if (secret !== '' && (await new Webhooks({ secret }).verify(body.toString('utf8'), signature))) return true;
  }
  return false;
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function readNews(event: unknown, payload: unknown): ForgeNews | undefined {
  switch (event) {
    case 'pull_request':
    case 'pull_request_review':
      return readPull(payload);
    case 'push':
      return readPush(payload);
    case 'repository':
      return readRepository(payload);
    case 'installation':
    case 'installation_repositories':
      return { kind: 'access', place: undefined };
    default:
      return undefined;
  }
}

function readPull(payload: unknown): ForgeNews | undefined {
  const place = readPlace(payload);
  const branch = textAt(payload, 'pull_request', 'head', 'ref');
  // A fork may have a branch of the same name.
  const home = valueAt(payload, 'pull_request', 'head', 'repo', 'id');
  if (place === undefined || branch === undefined || home !== valueAt(payload, 'repository', 'id')) return undefined;
  return { kind: 'review', place, branch };
}

function readPush(payload: unknown): ForgeNews | undefined {
  const place = readPlace(payload);
  const ref = textAt(payload, 'ref');
  if (place === undefined || !ref?.startsWith('refs/heads/')) return undefined;
  return { kind: 'push', place, branch: ref.slice('refs/heads/'.length) };
}

function readRepository(payload: unknown): ForgeNews | undefined {
  const place = readPlace(payload);
  if (place === undefined) return undefined;
  const [host, owner, name] = place.split('/');
  const oldName = textAt(payload, 'changes', 'repository', 'name', 'from') ?? name;
  const from = valueAt(payload, 'changes', 'owner', 'from');
  const oldOwner = textAt(from, 'organization', 'login') ?? textAt(from, 'user', 'login') ?? owner;
  return { kind: 'access', place: `${host}/${oldOwner}/${oldName}`.toLowerCase() };
}

/** Where the repository of a payload is: the host from its address, since only that tells it. */
function readPlace(payload: unknown): string | undefined {
  const address = textAt(payload, 'repository', 'html_url');
  const fullName = textAt(payload, 'repository', 'full_name');
  if (address === undefined || fullName === undefined || !URL.canParse(address)) return undefined;
  return `${new URL(address).host}/${fullName}`.toLowerCase();
}

function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = valueAt(value, ...path);
  return typeof found === 'string' ? found : undefined;
}

function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (found, field) => (typeof found === 'object' && found !== null ? Reflect.get(found, field) : undefined),
    value,
  );
}
