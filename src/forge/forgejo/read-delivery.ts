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

/** Reads a webhook of Forgejo or Gitea. */
export function readForgejoDelivery({ headers, body }: Delivery, secrets: readonly string[]): DeliveryNews {
  const signature = headerOf(headers, 'x-forgejo-signature') ?? headerOf(headers, 'x-gitea-signature');
  if (signature === undefined || !isSignedWith(body, signature, secrets)) return 'unsigned';
  const event = headerOf(headers, 'x-forgejo-event') ?? headerOf(headers, 'x-gitea-event');
  const payload = payloadOf(body);
  const place = placeAt(textAt(payload, 'repository', 'html_url'));
  if (place === undefined) return 'ignored';
  const pull = at(payload, 'pull_request');
  if (pull !== undefined && pull !== null) {
    const isOwn = at(pull, 'head', 'repo_id') === at(pull, 'base', 'repo_id');
    // A fork may have a branch of the same name.
    return reviewNews(place, isOwn ? textAt(pull, 'head', 'label') : undefined, changedIn(event, payload));
  }
  const ref = textAt(payload, 'ref');
  switch (event) {
    case 'push': {
      const branch = branchOf(ref);
      return branch === undefined ? 'ignored' : { kind: 'push', place, branch };
    }
    case 'create':
    case 'delete': {
      const isBranch = textAt(payload, 'ref_type') === 'branch';
      return isBranch && ref !== undefined ? { kind: 'push', place, branch: ref } : 'ignored';
    }
    case 'repository':
      return { kind: 'access', place };
    default:
      return 'ignored';
  }
}

/** What changes the files of a pull request, or its words. */
const changes = ['opened', 'reopened', 'synchronized', 'edited'];

function changedIn(event: string | undefined, payload: Fields | undefined): number | undefined {
  const number = at(payload, 'pull_request', 'number');
  const isChange = event === 'pull_request' && changes.includes(textAt(payload, 'action') ?? '');
  return isChange && typeof number === 'number' ? number : undefined;
}
