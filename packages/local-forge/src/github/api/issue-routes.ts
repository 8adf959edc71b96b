import { asText, asTexts } from '@gavel/local-server/json.ts';
import { addLabel, comment, deleteComment, editComment, removeLabel } from '../../world/reviews.ts';
import type { Comment, Review } from '../../world/state.ts';
import { accountShape } from '../shapes/account-shape.ts';
import { issueCommentShape, labelShape } from '../shapes/pull-shape.ts';
import {
  type ApiRoute,
  answer,
  isSince,
  loginOf,
  page,
  parameter,
  type RepositoryCall,
  repositoryRoute,
  reviewIn,
} from './call.ts';
import { ApiError, invalid, notFound } from './errors.ts';

const read = ['issues:read', 'pull_requests:read'] as const;
const write = ['issues:write', 'pull_requests:write'] as const;

/** What pull requests have as issues: labels, assignees and comments. */
export const issueRoutes: readonly ApiRoute[] = [
  repositoryRoute('GET', '/labels', read, async (call) => {
    const { addresses, repository } = call;
    return page(call, repository.labels, (shown) => shown.map(({ name }) => labelShape(addresses, repository, name)));
  }),
  repositoryRoute('POST', '/labels', write, async (call) => {
    const { world, addresses, repository, body } = call;
    const name = asText(body.name);
    if (name === undefined) throw invalid({ resource: 'Label', code: 'missing_field', field: 'name' });
    if (repository.labels.some((each) => each.name.toLowerCase() === name.toLowerCase())) {
      throw invalid({ resource: 'Label', code: 'already_exists', field: 'name' });
    }
    repository.labels.push({ id: world.newId(), name });
    world.changed();
    return answer(labelShape(addresses, repository, name), 201);
  }),
  repositoryRoute('GET', '/issues/:number/labels', read, async (call) => {
    const { addresses, repository } = call;
    return page(call, reviewIn(call).labels, (shown) => shown.map((name) => labelShape(addresses, repository, name)));
  }),
  repositoryRoute('POST', '/issues/:number/labels', write, async (call) => {
    const { world, addresses, repository, body } = call;
    const review = reviewIn(call);
    const labels = asTexts(body.labels);
    if (labels.some((label) => label.length > 50)) {
      throw invalid({
        resource: 'Label',
        code: 'custom',
        field: 'name',
        message: 'name is too long (maximum is 50 characters)',
      });
    }
    for (const label of labels) addLabel(world, repository, loginOf(call), review, label);
    return answer(review.labels.map((name) => labelShape(addresses, repository, name)));
  }),
  repositoryRoute('DELETE', '/issues/:number/labels/:name', write, async (call) => {
    const { world, addresses, repository } = call;
    const review = reviewIn(call);
    const name = parameter(call, 'name');
    if (!review.labels.includes(name)) throw new ApiError(404, 'Label does not exist');
    removeLabel(world, repository, loginOf(call), review, name);
    return answer(review.labels.map((each) => labelShape(addresses, repository, each)));
  }),
  repositoryRoute('POST', '/issues/:number/assignees', write, async (call) => {
    const { world, addresses, repository, body } = call;
    const review = reviewIn(call);
    // GitHub leaves out those that can't be assigned, without an error.
    const known = asTexts(body.assignees).filter((login) => {
      const account = world.account(login);
      return account !== undefined && world.hasRole(account.login, repository, 'read');
    });
    review.assignees = [...new Set([...review.assignees, ...known])];
    world.changed();
    const assignees = review.assignees.map((login) => accountShape(addresses, world.accountOf(login)));
    return answer({ number: review.number, assignees }, 201);
  }),
  repositoryRoute('GET', '/issues/:number/comments', read, async (call) => {
    const { world, addresses, repository, request } = call;
    const review = reviewIn(call);
    const isNew = isSince(request);
    const comments = review.comments.filter(({ place, updatedAt }) => place === undefined && isNew(updatedAt));
    return page(call, comments, (shown) =>
      shown.map((each) => issueCommentShape(world, addresses, repository, review, each)),
    );
  }),
  repositoryRoute('POST', '/issues/:number/comments', write, async (call) => {
    const { world, addresses, repository, body } = call;
    const review = reviewIn(call);
    const added = comment(world, repository, loginOf(call), review, { body: commentIn(body.body) });
    return answer(issueCommentShape(world, addresses, repository, review, added), 201);
  }),
  repositoryRoute('GET', '/issues/comments/:id', read, async (call) => {
    const { world, addresses, repository } = call;
    const { review, said } = findComment(call);
    return answer(issueCommentShape(world, addresses, repository, review, said));
  }),
  repositoryRoute('PATCH', '/issues/comments/:id', write, async (call) => {
    const { world, addresses, repository, body } = call;
    const { review, said } = findComment(call);
    checkMayChange(call, said);
    editComment(world, repository, loginOf(call), review, said, commentIn(body.body));
    return answer(issueCommentShape(world, addresses, repository, review, said));
  }),
  repositoryRoute('DELETE', '/issues/comments/:id', write, async (call) => {
    const { review, said } = findComment(call);
    checkMayChange(call, said);
    deleteComment(call.world, call.repository, loginOf(call), review, said);
    return { status: 204 };
  }),
];

/** The most characters of a comment. */
const longestComment = 65_536;

function commentIn(value: unknown): string {
  const text = asText(value);
  if (text === undefined || text.trim() === '') {
    throw invalid({ resource: 'IssueComment', code: 'missing_field', field: 'body' });
  }
  if ([...text].length > longestComment) {
    const message = `body is too long (maximum is ${longestComment} characters)`;
    throw invalid({ resource: 'IssueComment', code: 'unprocessable', field: 'data', message });
  }
  return text;
}

function findComment(call: RepositoryCall): { readonly review: Review; readonly said: Comment } {
  for (const review of call.repository.reviews) {
    const said = review.comments.find(({ id, place }) => place === undefined && String(id) === parameter(call, 'id'));
    if (said !== undefined) return { review, said };
  }
  throw notFound();
}

/** Everybody may change their own comments; those of others, only who may write. */
function checkMayChange(call: RepositoryCall, said: Comment): void {
  const login = loginOf(call);
  if (said.by === login || call.world.hasRole(login, call.repository, 'write')) return;
  throw new ApiError(403, 'Must have admin rights to Repository.');
}
