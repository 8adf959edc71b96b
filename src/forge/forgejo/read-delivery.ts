import { branchOf, type Delivery, type DeliveryNews, headerOf, isSignedWith, placeAt } from '../delivery.ts';
import { at, payloadOf, textAt } from '../fields.ts';

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
    const branch = textAt(pull, 'head', 'label');
    const isFork = at(pull, 'head', 'repo_id') !== at(pull, 'base', 'repo_id');
    return branch === undefined || isFork ? 'ignored' : { kind: 'review', place, branch };
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
