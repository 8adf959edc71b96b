import type { ForgeParts, ProcResult, Push } from '../dialect.ts';
import { noObject } from '../git/bare-repository.ts';
import { Refused } from '../world/refusal.ts';
import { reviewPushed } from '../world/review-changes.ts';
import { editReview, openReview, setDraft } from '../world/reviews.ts';
import type { Repository, Review } from '../world/state.ts';
import { readTitle } from './shapes.ts';

const prefix = 'refs/for/';

/** What became of a push to `refs/for/`, and what is shown after `remote:`. */
export interface Received {
  readonly results: readonly ProcResult[];
  readonly lines: readonly string[];
}

/** Opens pull requests for what was pushed to `refs/for/<branch>`, or renews them (AGit). */
export async function receiveForReview(parts: ForgeParts, push: Push): Promise<Received> {
  const results: ProcResult[] = [];
  const lines: string[] = [];
  for (const { ref, after } of push.updates) {
    const received = await receive(parts, push, ref, after);
    results.push(received.result);
    lines.push(...received.lines);
  }
  return { results, lines };
}

async function receive(
  parts: ForgeParts,
  push: Push,
  ref: string,
  after: string,
): Promise<{ readonly result: ProcResult; readonly lines: readonly string[] }> {
  const refuse = (refused: string) => ({ result: { ref, refused }, lines: [] });
  const { world } = parts;
  const { repository, caller } = push;
  const by = caller.account.login;
  if (after === noObject) return refuse("Can't delete not exist branch");
  const target = await readTarget(parts, repository, ref.slice(prefix.length));
  if (target === undefined) return refuse('base-ref does not exist');
  const topic = optionOf(push, 'topic') ?? target.topic;
  if (topic === undefined || topic === '') return refuse('topic-branch is not set');
  // Everybody's topics are their own.
  const name = topic.startsWith(`${by}/`) ? topic : `${by.toLowerCase()}/${topic}`;
  const open = repository.reviews.find(
    (each) => each.state === 'open' && each.head === undefined && each.topic === name && each.base === target.base,
  );
  try {
    if (open !== undefined) return await renew(parts, push, ref, after, open);
    const { message } = await world.git(repository).commit(after);
    const [subject = '', ...rest] = message.trim().split('\n');
    const title = readTitle(optionOf(push, 'title') ?? subject);
    const review = await openReview(world, repository, {
      by,
      ...title,
      body: optionOf(push, 'description') ?? rest.join('\n').trim(),
      head: { sha: after, topic: name },
      base: target.base,
    });
    const lines = ['', `Create a new pull request for '${name}':`, `  ${addressOf(parts, repository, review)}`, ''];
    return { result: { ref, became: headOf(review), before: noObject, after }, lines };
  } catch (error) {
    if (error instanceof Refused) return refuse(error.reason.what);
    throw error;
  }
}

async function renew(parts: ForgeParts, push: Push, ref: string, after: string, review: Review) {
  const { world } = parts;
  const { repository, caller } = push;
  const before = review.headSha;
  if (before === after) return { result: { ref, refused: 'new commit is same with old commit' }, lines: [] };
  const forced = push.options.some((option) => option === 'force-push' || option === 'force-push=true');
  if (!forced && !(await world.git(repository).isAncestor(before, after))) {
    return { result: { ref, refused: 'request `force-push` push option' }, lines: [] };
  }
  const [title, body] = [optionOf(push, 'title'), optionOf(push, 'description')];
  const by = caller.account.login;
  await reviewPushed(world, repository, by, review, after);
  await editReview(world, repository, by, review, {
    ...(title === undefined ? {} : { title: readTitle(title).title }),
    ...(body === undefined ? {} : { body }),
  });
  if (title !== undefined) setDraft(world, repository, by, review, readTitle(title).isDraft);
  const lines = ['', 'Visit the existing pull request:', `  ${addressOf(parts, repository, review)}`, ''];
  return { result: { ref, became: headOf(review), before, after }, lines };
}

/** The base branch in `<branch>` or `<branch>/<topic>`; the name of a branch may have slashes itself. */
async function readTarget(
  { world }: ForgeParts,
  repository: Repository,
  path: string,
): Promise<{ readonly base: string; readonly topic: string | undefined } | undefined> {
  const parts = path.split('/');
  for (let length = parts.length; length > 0; length--) {
    const base = parts.slice(0, length).join('/');
    if ((await world.git(repository).branch(base)) === undefined) continue;
    return { base, topic: length === parts.length ? undefined : parts.slice(length).join('/') };
  }
  return undefined;
}

function optionOf({ options }: Push, name: string): string | undefined {
  return options.findLast((option) => option.startsWith(`${name}=`))?.slice(name.length + 1);
}

function headOf({ number }: Review): string {
  return `refs/pull/${number}/head`;
}

function addressOf(parts: ForgeParts, repository: Repository, { number }: Review): string {
  return `${parts.url()}/${repository.path}/pulls/${number}`;
}
