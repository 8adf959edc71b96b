import { branchOf, type Delivery, type DeliveryNews, headerOf, isOneOf, placeAt, reviewNews } from '../delivery.ts';
import { at, type Fields, payloadOf, textAt } from '../fields.ts';

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
      return newsOf(place, at(payload, 'object_attributes'), changedIn(payload));
    case 'note':
      return newsOf(place, at(payload, 'merge_request'), undefined);
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

function newsOf(place: string | undefined, mergeRequest: unknown, changed: number | undefined): DeliveryNews {
  const isOwn = at(mergeRequest, 'source_project_id') === at(mergeRequest, 'target_project_id');
  // A fork may have a branch of the same name.
  return reviewNews(place, isOwn ? textAt(mergeRequest, 'source_branch') : undefined, changed);
}

/** The fields whose change says something else of a merge request. */
const words = ['title', 'description', 'target_branch'];

/** The number of a merge request, if its files or words may have changed: labels and approvals are updates, too. */
function changedIn(payload: Fields | undefined): number | undefined {
  const mergeRequest = at(payload, 'object_attributes');
  const number = at(mergeRequest, 'iid');
  const action = textAt(mergeRequest, 'action');
  const isPushed = textAt(mergeRequest, 'oldrev') !== undefined;
  const isReworded = words.some((name) => at(payload, 'changes', name) !== undefined);
  const isChange = action === 'open' || action === 'reopen' || (action === 'update' && (isPushed || isReworded));
  return isChange && typeof number === 'number' ? number : undefined;
}
