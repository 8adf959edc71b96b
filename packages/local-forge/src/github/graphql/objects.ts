import { blockersOf } from '../../world/merging.ts';
import { countedVerdicts, isAllowed, lastVerdicts, protectionsOf } from '../../world/protections.ts';
import type { Repository, Review, Verdict } from '../../world/state.ts';
import { type Caller, nameOf, ownerOf } from '../../world/world.ts';
import type { Call } from '../api/call.ts';
import { includes, reaches } from '../permissions.ts';
import { nodeId, stamp, stampOrNull } from '../shapes/context.ts';
import { mergeState, verdictWords } from '../shapes/pull-shape.ts';
import { type Arguments, GraphqlError, type GraphqlObject } from './execute.ts';

/** Who asks, and where. */
export interface Asker {
  readonly call: Call;
  readonly caller: Caller;
}

/** Whether somebody may do something in a repository. */
export function may(
  { call, caller }: Asker,
  repository: Repository,
  permission: string,
  level: 'read' | 'write',
): boolean {
  const { world } = call;
  const { token, account } = caller;
  if (token !== undefined && !reaches(world, token, repository))
    return !repository.isPrivate ? level === 'read' : false;
  if (token?.grants !== undefined && !includes(token.grants, permission, level)) return false;
  if (token?.installation !== undefined) return true;
  return world.hasRole(account.login, repository, level === 'read' ? 'read' : 'write');
}

/** A repository. */
export function repositoryObject(asker: Asker, repository: Repository): GraphqlObject {
  const { world, addresses } = asker.call;
  const git = world.git(repository);
  const { settings } = repository;
  return {
    type: 'Repository',
    fields: {
      id: () => nodeId('R', repository.id),
      databaseId: () => repository.id,
      name: () => nameOf(repository),
      nameWithOwner: () => repository.path,
      url: () => `${addresses.web}/${repository.path}`,
      owner: () => actorObject(asker, ownerOf(repository)),
      isPrivate: () => repository.isPrivate,
      isArchived: () => repository.isArchived,
      autoMergeAllowed: () => settings.allowsAutoMerge,
      mergeCommitAllowed: () => settings.mergeMethods.includes('merge'),
      squashMergeAllowed: () => settings.mergeMethods.includes('squash'),
      rebaseMergeAllowed: () => settings.mergeMethods.includes('rebase'),
      deleteBranchOnMerge: () => settings.removesMergedHeads,
      defaultBranchRef: async () => {
        const sha = await git.branch(repository.defaultBranch);
        return sha === undefined ? null : refObject(asker, repository, repository.defaultBranch, sha);
      },
      ref: async ({ qualifiedName }) => {
        const branch = String(qualifiedName).replace(/^refs\/heads\//, '');
        const sha = await git.branch(branch);
        return sha === undefined ? null : refObject(asker, repository, branch, sha);
      },
      pullRequest: ({ number }) => {
        const review = repository.reviews.find((each) => each.number === number);
        if (review === undefined || !may(asker, repository, 'pull_requests', 'read')) {
          throw new GraphqlError(
            'NOT_FOUND',
            `Could not resolve to a PullRequest with the number of ${String(number)}.`,
          );
        }
        return pullObject(asker, repository, review);
      },
      pullRequests: (args) => {
        if (!may(asker, repository, 'pull_requests', 'read')) {
          throw new GraphqlError('FORBIDDEN', 'Resource not accessible by integration');
        }
        const wanted = repository.reviews.filter((review) => isWanted(review, args));
        const found = isDescending(args) ? wanted.toReversed() : wanted;
        return connection('PullRequestConnection', found, args, (review) => pullObject(asker, repository, review));
      },
      mergeQueue: ({ branch }) => {
        const name = branch === undefined || branch === null ? repository.defaultBranch : String(branch);
        if (!protectionsOf(repository, name).some(({ mergeQueue }) => mergeQueue)) return null;
        const waiting = queueOf(repository, name);
        return {
          type: 'MergeQueue',
          fields: {
            entries: (args) =>
              connection('MergeQueueEntryConnection', waiting, args, (review) =>
                entryObject(asker, repository, review),
              ),
          },
        };
      },
    },
  };
}

/** A pull request. */
export function pullObject(asker: Asker, repository: Repository, review: Review): GraphqlObject {
  const { world, addresses } = asker.call;
  const state = () => mergeState(world, repository, review);
  return {
    type: 'PullRequest',
    fields: {
      id: () => nodeId('PR', review.id),
      databaseId: () => review.id,
      fullDatabaseId: () => String(review.id),
      number: () => review.number,
      url: () => `${addresses.web}/${repository.path}/pull/${review.number}`,
      title: () => review.title,
      body: () => review.body,
      author: () => actorObject(asker, review.by),
      state: () => review.state.toUpperCase(),
      isDraft: () => review.isDraft,
      merged: () => review.state === 'merged',
      closed: () => review.state !== 'open',
      createdAt: () => stamp(review.openedAt),
      updatedAt: () => stamp(review.updatedAt),
      closedAt: () => stampOrNull(review.closedAt),
      mergedAt: () => stampOrNull(review.mergedAt),
      mergedBy: () => (review.mergedBy === undefined ? null : actorObject(asker, review.mergedBy)),
      mergeCommit: () => (review.mergeSha === undefined ? null : commitObject(asker, repository, review.mergeSha)),
      headRef: async () => {
        const sha = review.head === undefined ? undefined : await world.git(repository).branch(review.head);
        return review.head === undefined || sha === undefined ? null : refObject(asker, repository, review.head, sha);
      },
      headRefName: () => review.head ?? '',
      headRefOid: () => review.headSha,
      baseRefName: () => review.base,
      baseRefOid: () => review.baseSha,
      repository: () => repositoryObject(asker, repository),
      mergeable: async () => {
        const { mergeable } = await state();
        return mergeable === null ? 'UNKNOWN' : mergeable ? 'MERGEABLE' : 'CONFLICTING';
      },
      mergeStateStatus: async () => (await state()).state.toUpperCase(),
      reviewDecision: async () => decisionOf(asker, repository, review),
      isInMergeQueue: () => review.queued !== undefined,
      isMergeQueueEnabled: () => protectionsOf(repository, review.base).some(({ mergeQueue }) => mergeQueue),
      mergeQueueEntry: () => (review.queued === undefined ? null : entryObject(asker, repository, review)),
      autoMergeRequest: () => autoMergeObject(asker, review),
      viewerCanEnableAutoMerge: () => repository.settings.allowsAutoMerge && review.autoMerge === undefined,
      labels: (args) =>
        connection('LabelConnection', review.labels, args, (name) => ({ type: 'Label', fields: { name: () => name } })),
      timelineItems: (args) =>
        connection('PullRequestTimelineItemsConnection', endsOf(asker, review, args), args, (one) => one),
      reviews: (args) =>
        connection('PullRequestReviewConnection', review.verdicts, args, (one) => verdictObject(asker, one)),
      latestOpinionatedReviews: (args) =>
        connection(
          'PullRequestReviewConnection',
          args.writersOnly === true ? countedVerdicts(world, repository, review) : lastVerdicts(review),
          args,
          (one) => verdictObject(asker, one),
        ),
      reviewRequests: (args) =>
        connection('ReviewRequestConnection', review.reviewers, args, (login) => ({
          type: 'ReviewRequest',
          fields: { requestedReviewer: () => actorObject(asker, login) },
        })),
    },
  };
}

/** A branch with its last commit. */
export function refObject(asker: Asker, repository: Repository, branch: string, sha: string): GraphqlObject {
  return {
    type: 'Ref',
    fields: {
      id: () => nodeId('REF', `${repository.id}:refs/heads/${branch}`),
      name: () => branch,
      prefix: () => 'refs/heads/',
      refUpdateRule: () => refUpdateRule(asker, repository, branch),
      target: () => commitObject(asker, repository, sha),
    },
  };
}

/** What everybody may know of the classic protection of a branch; of rulesets, GraphQL tells elsewhere. */
function refUpdateRule({ call, caller }: Asker, repository: Repository, branch: string): GraphqlObject | null {
  const [first] = protectionsOf(repository, branch).filter(({ source }) => source === 'classic');
  if (first === undefined) return null;
  const { login } = caller.account;
  const mayPush = first.bypass.includes(login) || isAllowed(call.world, repository, login, first.push);
  return {
    type: 'RefUpdateRule',
    fields: {
      pattern: () => first.branch,
      requiredApprovingReviewCount: () => (first.push === 'nobody' ? first.approvals : null),
      requiredStatusCheckContexts: () => first.checks,
      requiresSignatures: () => first.signatures,
      requiresLinearHistory: () => first.linearHistory,
      requiresCodeOwnerReviews: () => first.codeOwners,
      allowsForcePushes: () => first.forcePushes,
      allowsDeletions: () => first.deletions,
      viewerCanPush: () => (first.push === 'nobody' ? call.world.hasRole(login, repository, 'write') : mayPush),
    },
  };
}

/** Of everything that happened to a pull request, its last end. */
function endsOf(asker: Asker, review: Review, { itemTypes }: Arguments): GraphqlObject[] {
  const { closedBy, closedAt, state } = review;
  if (closedBy === undefined) return [];
  const kinds = state === 'merged' ? ['MERGED_EVENT', 'CLOSED_EVENT'] : ['CLOSED_EVENT'];
  const wanted = Array.isArray(itemTypes) ? kinds.filter((kind) => itemTypes.includes(kind)) : kinds;
  return wanted.map((kind) => ({
    type: kind === 'MERGED_EVENT' ? 'MergedEvent' : 'ClosedEvent',
    fields: { actor: () => actorObject(asker, closedBy), createdAt: () => stampOrNull(closedAt) },
  }));
}

/** A commit. */
export function commitObject({ call }: Asker, repository: Repository, sha: string): GraphqlObject {
  const git = call.world.git(repository);
  const url = `${call.addresses.web}/${repository.path}/commit/${sha}`;
  return {
    type: 'Commit',
    fields: {
      id: () => nodeId('C', `${repository.id}:${sha}`),
      oid: () => sha,
      url: () => url,
      commitUrl: () => url,
      message: async () => (await git.commit(sha)).message.trimEnd(),
      messageHeadline: async () => (await git.commit(sha)).message.split('\n')[0] ?? '',
      signature: async () => {
        const isValid = await call.world.isVerified(git, await git.commit(sha));
        return { type: 'GpgSignature', fields: { isValid: () => isValid } };
      },
    },
  };
}

/** An account that did something. */
export function actorObject({ call }: Asker, login: string): GraphqlObject {
  const account = call.world.accountOf(login);
  const type = account.kind === 'group' ? 'Organization' : account.kind === 'bot' ? 'Bot' : 'User';
  return {
    type,
    fields: {
      id: () => nodeId('U', account.id),
      // In GraphQL, the login of a bot has no [bot] at its end.
      login: () => account.login.replace(/\[bot\]$/, ''),
      name: () => account.name,
      url: () => `${call.addresses.web}/${encodeURIComponent(account.login)}`,
    },
  };
}

/** That a pull request is merged by itself, if it is. */
function autoMergeObject(asker: Asker, { autoMerge }: Review): GraphqlObject | null {
  if (autoMerge === undefined) return null;
  return {
    type: 'AutoMergeRequest',
    fields: {
      enabledAt: () => stamp(autoMerge.at),
      enabledBy: () => actorObject(asker, autoMerge.by),
      mergeMethod: () => autoMerge.method.toUpperCase(),
    },
  };
}

/** The place of a pull request in the merge queue. */
export function entryObject(asker: Asker, repository: Repository, review: Review): GraphqlObject {
  const { queued } = review;
  return {
    type: 'MergeQueueEntry',
    fields: {
      id: () => nodeId('MQE', queued?.id ?? 0),
      state: () => 'QUEUED',
      position: () => queueOf(repository, review.base).indexOf(review) + 1,
      enqueuedAt: () => stamp(queued?.at ?? ''),
      enqueuer: () => actorObject(asker, queued?.by ?? review.by),
      pullRequest: () => pullObject(asker, repository, review),
    },
  };
}

function verdictObject(asker: Asker, verdict: Verdict): GraphqlObject {
  return {
    type: 'PullRequestReview',
    fields: {
      id: () => nodeId('PRR', verdict.id),
      state: () => verdictWords[verdict.state],
      body: () => verdict.body,
      submittedAt: () => stamp(verdict.at),
      author: () => actorObject(asker, verdict.by),
    },
  };
}

async function decisionOf({ call }: Asker, repository: Repository, review: Review): Promise<string | null> {
  const demands = protectionsOf(repository, review.base).some(
    ({ approvals, codeOwners }) => approvals > 0 || codeOwners,
  );
  const verdicts = countedVerdicts(call.world, repository, review);
  if (verdicts.some(({ state }) => state === 'changes-requested')) return 'CHANGES_REQUESTED';
  if (!demands) return verdicts.length > 0 ? 'APPROVED' : null;
  const blockers = review.state === 'open' ? await blockersOf(call.world, repository, review, ownerOf(repository)) : [];
  return blockers.includes('approvals') || blockers.includes('code-owners') ? 'REVIEW_REQUIRED' : 'APPROVED';
}

function queueOf(repository: Repository, branch: string): Review[] {
  return repository.reviews
    .filter(({ queued, base }) => queued !== undefined && base === branch)
    .toSorted((one, other) => (one.queued?.id ?? 0) - (other.queued?.id ?? 0));
}

function isWanted(review: Review, args: Arguments): boolean {
  const { headRefName, baseRefName, states } = args;
  if (headRefName !== undefined && headRefName !== null && review.head !== headRefName) return false;
  if (baseRefName !== undefined && baseRefName !== null && review.base !== baseRefName) return false;
  const wanted = Array.isArray(states) ? states : states === undefined || states === null ? undefined : [states];
  return wanted === undefined || wanted.includes(review.state.toUpperCase());
}

function isDescending({ orderBy }: Arguments): boolean {
  return Reflect.get(Object(orderBy), 'direction') === 'DESC';
}

function connection<T>(
  type: string,
  items: readonly T[],
  args: Arguments,
  object: (item: T) => GraphqlObject,
): GraphqlObject {
  const { first, last } = args;
  const shown =
    typeof first === 'number' ? items.slice(0, first) : typeof last === 'number' ? items.slice(-last) : items;
  return {
    type,
    fields: {
      totalCount: () => items.length,
      nodes: () => shown.map(object),
      edges: () => shown.map((item) => ({ type: `${type}Edge`, fields: { node: () => object(item) } })),
      pageInfo: () => ({
        type: 'PageInfo',
        fields: { hasNextPage: () => shown.length < items.length, endCursor: () => null },
      }),
    },
  };
}
