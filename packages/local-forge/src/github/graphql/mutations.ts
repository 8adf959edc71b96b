import { asObject, asObjects, asText } from '@gavel/local-server/json.ts';
import { changeRef } from '../../world/branches.ts';
import { enableAutoMerge, enqueue } from '../../world/merging.ts';
import { Refused } from '../../world/refusal.ts';
import { dequeue } from '../../world/review-changes.ts';
import { setDraft } from '../../world/reviews.ts';
import { mergeMethods, type Repository, type Review } from '../../world/state.ts';
import { errorOf } from '../api/errors.ts';
import { numberOf } from '../shapes/context.ts';
import { type Arguments, GraphqlError, type GraphqlObject, inputOf, type Resolved } from './execute.ts';
import { type Asker, actorObject, commitObject, entryObject, may, pullObject, refObject } from './objects.ts';

type Mutation = (args: Arguments) => Promise<Resolved>;

/** What can be changed. */
export function mutationRoot(asker: Asker): GraphqlObject {
  const { world } = asker.call;
  const by = asker.caller.account.login;
  const onPull = (
    type: string,
    id: string,
    work: (
      repository: Repository,
      review: Review,
      args: Arguments,
    ) => Promise<GraphqlObject['fields']> | GraphqlObject['fields'],
    permission = 'pull_requests',
  ): Mutation => {
    return async (args) => {
      const { repository, review } = findPull(asker, inputOf(args)[id], permission);
      const more = await refusedAsError(async () => await work(repository, review, args));
      const fields = {
        clientMutationId: () => asText(inputOf(args).clientMutationId) ?? null,
        pullRequest: () => pullObject(asker, repository, review),
        actor: () => actorObject(asker, by),
        ...more,
      };
      return { type, fields };
    };
  };
  return {
    type: 'Mutation',
    fields: {
      enablePullRequestAutoMerge: onPull(
        'EnablePullRequestAutoMergePayload',
        'pullRequestId',
        async (repository, review, args) => {
          const wanted = asText(inputOf(args).mergeMethod) ?? 'MERGE';
          const method = mergeMethods.find((each) => each.toUpperCase() === wanted);
          if (method === undefined) throw new GraphqlError('UNPROCESSABLE', `Invalid merge method ${wanted}`);
          await enableAutoMerge(world, repository, review, by, method);
          return {};
        },
        'contents',
      ),
      disablePullRequestAutoMerge: onPull(
        'DisablePullRequestAutoMergePayload',
        'pullRequestId',
        (_repository, review) => {
          review.autoMerge = undefined;
          world.changed();
          return {};
        },
      ),
      markPullRequestReadyForReview: onPull(
        'MarkPullRequestReadyForReviewPayload',
        'pullRequestId',
        (repository, review) => {
          setDraft(world, repository, by, review, false);
          return {};
        },
      ),
      convertPullRequestToDraft: onPull('ConvertPullRequestToDraftPayload', 'pullRequestId', (repository, review) => {
        setDraft(world, repository, by, review, true);
        return {};
      }),
      enqueuePullRequest: onPull(
        'EnqueuePullRequestPayload',
        'pullRequestId',
        async (repository, review) => {
          await enqueue(world, repository, review, by);
          return { mergeQueueEntry: () => entryObject(asker, repository, review) };
        },
        'contents',
      ),
      dequeuePullRequest: onPull('DequeuePullRequestPayload', 'id', (repository, review) => {
        dequeue(world, repository, by, review, 'manual');
        return { mergeQueueEntry: () => null };
      }),
      createCommitOnBranch: (args) => createCommit(asker, args),
    },
  };
}

function findPull(asker: Asker, id: unknown, permission: string): { repository: Repository; review: Review } {
  const text = String(id);
  const number = numberOf('PR', text);
  for (const repository of asker.call.world.state.repositories) {
    const review = repository.reviews.find((each) => each.id === number);
    if (review === undefined || !may(asker, repository, 'pull_requests', 'read')) continue;
    if (!may(asker, repository, permission, 'write')) {
      throw new GraphqlError('FORBIDDEN', 'Resource not accessible by integration');
    }
    return { repository, review };
  }
  throw new GraphqlError('NOT_FOUND', `Could not resolve to a node with the global id of '${text}'`);
}

async function refusedAsError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    throw new GraphqlError('UNPROCESSABLE', errorOf(error.reason).message);
  }
}

async function createCommit(asker: Asker, args: Arguments): Promise<Resolved> {
  const { world } = asker.call;
  const input = inputOf(args);
  const { repositoryNameWithOwner, branchName } = asObject(input.branch);
  const repository = world.repository(asText(repositoryNameWithOwner) ?? '');
  const branch = (asText(branchName) ?? '').replace(/^refs\/heads\//, '');
  if (repository === undefined || !may(asker, repository, 'metadata', 'read')) {
    throw new GraphqlError(
      'NOT_FOUND',
      `Could not resolve to a Repository with the name '${String(repositoryNameWithOwner)}'.`,
    );
  }
  if (!may(asker, repository, 'contents', 'write')) {
    throw new GraphqlError('FORBIDDEN', 'Resource not accessible by integration');
  }
  const git = world.git(repository);
  const before = await git.branch(branch);
  if (before === undefined) throw new GraphqlError('NOT_FOUND', `No such branch: ${branch}`);
  const expected = asText(input.expectedHeadOid) ?? '';
  if (expected !== before) {
    const message = `Expected branch to point to "${expected}" but it did not. Pull and try again.`;
    throw new GraphqlError('STALE_DATA', message);
  }
  const { additions, deletions } = asObject(input.fileChanges);
  const written = await Promise.all(
    asObjects(additions).map(async ({ path, contents }) => ({
      path: asText(path) ?? '',
      mode: '100644',
      sha: await git.writeBlob(Buffer.from(asText(contents) ?? '', 'base64')),
    })),
  );
  const removed = asObjects(deletions).map(({ path }) => ({
    path: asText(path) ?? '',
    mode: '100644',
    sha: undefined,
  }));
  const tree = await git.writeTree(before, [...removed, ...written]);
  const { headline, body } = asObject(input.message);
  const message = [asText(headline) ?? '', asText(body) ?? ''].filter((part) => part !== '').join('\n\n');
  const author = world.signatureOf(asker.caller.account.login);
  const committer = { name: 'GitHub', email: 'noreply@github.com', at: author.at };
  const sign = (text: string): string => world.sign(text);
  const after = await git.writeCommit({ tree, parents: [before], message, author, committer, sign });
  const ref = `refs/heads/${branch}`;
  await refusedAsError(() => changeRef(world, repository, asker.caller.account.login, { ref, before, after }));
  return {
    type: 'CreateCommitOnBranchPayload',
    fields: {
      clientMutationId: () => asText(input.clientMutationId) ?? null,
      commit: () => commitObject(asker, repository, after),
      ref: () => refObject(asker, repository, branch, after),
    },
  };
}
