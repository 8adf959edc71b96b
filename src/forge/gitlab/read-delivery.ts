import { branchOf, type Delivery, type DeliveryNews, headerOf, isOneOf, placeAt } from '../delivery.ts';
import { at, payloadOf, textAt } from '../fields.ts';

/** Reads a webhook of GitLab's: of a project, of a group, or of the whole instance. */
export function readGitLabDelivery({ headers, body }: Delivery, secrets: readonly string[]): DeliveryNews {
  const token = headerOf(headers, 'x-gitlab-token');
  if (token === undefined || !isOneOf(token, secrets)) return 'unsigned';
  const payload = payloadOf(body);
  const place = placeAt(textAt(payload, 'project', 'web_url'));
  const kind = textAt(payload, 'object_kind') ?? textAt(payload, 'event_name');
  switch (kind) {
    case 'push': {
      const branch = branchOf(textAt(payload, 'ref'));
      return place === undefined || branch === undefined ? 'ignored' : { kind: 'push', place, branch };
    }
    case 'merge_request':
      return reviewNews(place, at(payload, 'object_attributes'));
    case 'note':
      return reviewNews(place, at(payload, 'merge_request'));
    case 'access_token':
      return { kind: 'access', place };
    case 'project_rename':
    case 'project_transfer':
    case 'project_update':
    case 'project_destroy':
      return { kind: 'access', place };
    default:
      return 'ignored';
  }
}

function reviewNews(place: string | undefined, mergeRequest: unknown): DeliveryNews {
  const branch = textAt(mergeRequest, 'source_branch');
  const isFork = at(mergeRequest, 'source_project_id') !== at(mergeRequest, 'target_project_id');
  return place === undefined || branch === undefined || isFork ? 'ignored' : { kind: 'review', place, branch };
}
