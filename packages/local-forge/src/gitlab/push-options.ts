import type { ForgeParts, Push } from '../dialect.ts';
import { noObject } from '../git/bare-repository.ts';
import { enableAutoMerge } from '../world/merging.ts';
import { Refused } from '../world/refusal.ts';
import { addLabel, editReview, openReview, removeLabel, setDraft } from '../world/reviews.ts';
import type { Review } from '../world/state.ts';
import { ApiError } from './call.ts';
import { inGitLabsWords } from './merge-request-routes.ts';
import { readTitle } from './shapes.ts';

const prefix = 'merge_request.';

/** What a push asks for by its options. */
interface Wishes {
  readonly create: boolean;
  readonly target: string | undefined;
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly labels: readonly string[];
  readonly unwanted: readonly string[];
  readonly isDraft: boolean;
  readonly removesHead: boolean;
  readonly mergesLater: boolean;
}

/** Does what the options of a push ask for. Returns what is shown after `remote:`. */
export async function afterPush(parts: ForgeParts, push: Push): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const { ref, after } of push.updates) {
    if (!ref.startsWith('refs/heads/') || after === noObject) continue;
    lines.push(...(await afterUpdate(parts, push, ref.slice('refs/heads/'.length))));
  }
  return lines;
}

async function afterUpdate(parts: ForgeParts, push: Push, branch: string): Promise<readonly string[]> {
  const { repository } = push;
  const options = push.options.filter((option) => option.startsWith(prefix));
  const warnings: string[] = [];
  if (options.length > 0) {
    const said = await fulfil(parts, push, branch, wishesIn(options));
    if (said !== undefined) {
      const names = options.map((each) => `'${each.split('=')[0]}'`).join(', ');
      warnings.push('', 'WARNINGS:', '', `Error encountered with push options ${names}: ${said}`, '');
    }
  }
  const web = `${parts.url()}/${repository.path}/-/merge_requests`;
  const open = findOpen(push, branch);
  if (open !== undefined) return [...warnings, '', `View merge request for ${branch}:`, `  ${web}/${open.number}`, ''];
  if (branch === repository.defaultBranch) return warnings;
  const address = `${web}/new?merge_request%5Bsource_branch%5D=${encodeURIComponent(branch)}`;
  return [...warnings, '', `To create a merge request for ${branch}, visit:`, `  ${address}`, ''];
}

function findOpen({ repository }: Push, branch: string): Review | undefined {
  return repository.reviews.find(({ state, head }) => state === 'open' && head === branch);
}

/** Returns what GitLab says if it can't. */
async function fulfil(parts: ForgeParts, push: Push, branch: string, wishes: Wishes): Promise<string | undefined> {
  const { world } = parts;
  const { repository, caller } = push;
  const by = caller.account.login;
  try {
    const found = findOpen(push, branch);
    if (found === undefined && !wishes.create) {
      return `A merge_request.create push option is required to create a merge request for branch ${branch}`;
    }
    const review = found ?? (await inGitLabsWords(() => create(parts, push, branch, wishes)));
    if (found !== undefined) {
      const title = wishes.title === undefined ? undefined : readTitle(wishes.title);
      await editReview(world, repository, by, review, {
        ...(title === undefined ? {} : { title: title.title }),
        ...(wishes.description === undefined ? {} : { body: wishes.description }),
        ...(wishes.target === undefined ? {} : { base: wishes.target }),
      });
      if (wishes.isDraft || title?.isDraft === true) setDraft(world, repository, by, review, true);
      if (wishes.removesHead) review.removesHead = true;
      for (const label of wishes.labels) addLabel(world, repository, by, review, label);
    }
    for (const label of wishes.unwanted) removeLabel(world, repository, by, review, label);
    if (wishes.mergesLater) await enableAutoMerge(world, repository, review, by, 'merge');
    return undefined;
  } catch (error) {
    if (error instanceof ApiError) return JSON.stringify(error.answer.json);
    if (error instanceof Refused) return error.reason.what;
    throw error;
  }
}

async function create(parts: ForgeParts, push: Push, branch: string, wishes: Wishes): Promise<Review> {
  const { world } = parts;
  const { repository, caller } = push;
  const tip = await world.git(repository).branch(branch);
  const { message } = await world.git(repository).commit(tip ?? noObject);
  const [subject = branch, ...rest] = message.trim().split('\n');
  const title = readTitle(wishes.title ?? subject);
  return await openReview(world, repository, {
    by: caller.account.login,
    title: title.title,
    isDraft: title.isDraft || wishes.isDraft,
    body: wishes.description ?? rest.join('\n').trim(),
    head: branch,
    base: wishes.target ?? repository.defaultBranch,
    labels: wishes.labels,
    removesHead: wishes.removesHead,
  });
}

function wishesIn(options: readonly string[]): Wishes {
  const values = (name: string): string[] =>
    options.flatMap((option) =>
      option.startsWith(`${prefix}${name}=`) ? [option.slice(prefix.length + name.length + 1)] : [],
    );
  const has = (name: string): boolean => options.includes(`${prefix}${name}`);
  return {
    create: has('create'),
    target: values('target').at(-1),
    title: values('title').at(-1),
    // A push option has one line; GitLab takes this for a line feed.
    description: values('description').at(-1)?.replaceAll('\\n', '\n'),
    labels: values('label'),
    unwanted: values('unlabel'),
    isDraft: has('draft'),
    removesHead: has('remove_source_branch'),
    mergesLater: has('auto_merge') || has('merge_when_pipeline_succeeds'),
  };
}
