import {
  branchOf,
  type Delivery,
  type DeliveryNews,
  headerOf,
  isSignedWith,
  placeAt,
  reviewNews,
} from '../delivery.ts';
import { at, type Fields, payloadOf, textAt } from '../fields.ts';

/** Reads a webhook of GitHub. A repository that was renamed or transferred has the place that it had before. */
export function readGitHubDelivery({ headers, body }: Delivery, secrets: readonly string[]): DeliveryNews {
  const signature = /^sha256=([0-9a-f]{64})$/iu.exec(headerOf(headers, 'x-hub-signature-256') ?? '')?.[1];
  if (signature === undefined || !isSignedWith(body, signature, secrets)) return 'unsigned';
  return readNews(headerOf(headers, 'x-github-event'), payloadOf(jsonIn(body)));
}

/** The JSON of a delivery. The webhook of a repository sends it in a form, unless somebody has asked for JSON alone. */
function jsonIn(body: Buffer): string {
  const text = body.toString();
  return text.startsWith('payload=') ? (new URLSearchParams(text).get('payload') ?? '') : text;
}

function readNews(event: string | undefined, payload: Fields | undefined): DeliveryNews {
  if (event === 'installation' || event === 'installation_repositories') return { kind: 'access', place: undefined };
  const place = placeAt(textAt(payload, 'repository', 'html_url'));
  if (place === undefined) return 'ignored';
  switch (event) {
    case 'pull_request':
    case 'pull_request_review': {
      const branch = textAt(payload, 'pull_request', 'head', 'ref');
      // A fork may have a branch of the same name.
      const isOwn = at(payload, 'pull_request', 'head', 'repo', 'id') === at(payload, 'repository', 'id');
      const changed = event === 'pull_request' ? changedIn(payload) : undefined;
      return reviewNews(place, isOwn ? branch : undefined, changed);
    }
    case 'push': {
      const branch = branchOf(textAt(payload, 'ref'));
      return branch === undefined ? 'ignored' : { kind: 'push', place, branch };
    }
    case 'repository':
      return { kind: 'access', place: formerPlace(place, payload) };
    default:
      return 'ignored';
  }
}

/** What changes the files of a pull request, or its words. */
const changes = ['opened', 'reopened', 'synchronize', 'edited'];

function changedIn(payload: Fields | undefined): number | undefined {
  const number = at(payload, 'pull_request', 'number');
  return changes.includes(textAt(payload, 'action') ?? '') && typeof number === 'number' ? number : undefined;
}

function formerPlace(place: string, payload: Fields | undefined): string {
  const [host, owner, name] = place.split('/');
  const from = at(payload, 'changes', 'owner', 'from');
  const formerOwner = textAt(from, 'organization', 'login') ?? textAt(from, 'user', 'login') ?? owner;
  const formerName = textAt(payload, 'changes', 'repository', 'name', 'from') ?? name;
  return `${host}/${formerOwner}/${formerName}`.toLowerCase();
}
