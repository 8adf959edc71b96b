import type { ReviewProgress } from '../../decision/publication/review-progress.ts';
import { reviewKindAt, reviewSign, signOf, type ToldReview } from '../review-kind.ts';
import type { RefusedWish, ReviewWords } from '../review-words.ts';
import { bold, code, link, say, type Words } from '../say.ts';
import { count, list, quote } from './grammar.ts';
import { wordReason } from './review-text.ts';
import { setting } from './setting.ts';

/** A review by its name; `isFirst`: at the beginning of a sentence. */
export function nameReview(review: ToldReview, isFirst = false): Words {
  const { url, branch } = review;
  const sign = reviewSign(review);
  if (sign === undefined)
    return say`${isFirst ? 'The branch' : 'the branch'} ${url ? link(url, branch) : code(branch)}`;
  const kind = reviewKindAt(url);
  const name = `${isFirst ? `${kind.slice(0, 1).toUpperCase()}${kind.slice(1)}` : kind} ${sign}`;
  return url ? link(url, name) : say`${name}`;
}

const phrases: Readonly<Record<Exclude<ReviewProgress['code'], 'approvals'>, string>> = {
  merged: 'merged',
  closed: 'closed without merging',
  conflict: 'has a conflict',
  'changes requested': 'changes requested',
  draft: 'still a draft',
  queued: 'will be merged automatically',
  approved: 'approved, not merged yet',
  open: 'waiting to be merged',
};

/** What a review waits for. */
export function wordProgress(progress: ReviewProgress): string {
  return progress.code === 'approvals' ? `waiting for ${count(progress.missing, 'approval')}` : phrases[progress.code];
}

/** Where an accepted decision is, on a line of facts. */
export function wordInReview(review: ToldReview, progress: ReviewProgress): Words {
  const at = progress.code === 'closed' ? nameReview(review) : say`in review ${signOf(review)}`;
  return say`${at} · ${wordProgress(progress)}`;
}

/** Where an accepted decision is, in a sentence. */
export function tellInReview(review: ToldReview, progress: ReviewProgress): Words {
  return progress.code === 'closed'
    ? say`${nameReview(review, true)} was closed without merging.`
    : say`In review ${signOf(review)}: ${wordProgress(progress)}.`;
}

/** What the forge said, behind a sentence. */
function cite(said: string): string {
  return said === '' ? '.' : `: ${said}`;
}

const refusedWishes: Readonly<Record<RefusedWish['wish'], (name: string) => string>> = {
  label: (name) => `I could not add the label ${quote(name)}`,
  reviewer: (name) => `I could not ask ${name} for a review`,
  draft: () => 'I could not open it as a draft',
  'merges itself': () => 'It won’t be merged automatically',
};

/** What is said about reviews in English. */
export const reviews: ReviewWords = {
  name: nameReview,
  inReview: wordInReview,
  progress: wordProgress,
  took: (review, why, progress) => {
    const reason = wordReason(why, reviewKindAt(review.url));
    if (progress?.code === 'merged') return say`${reason}, so the ADR came there by ${nameReview(review)}.`;
    const waits = progress === undefined ? '' : ` (${wordProgress(progress)})`;
    return say`${reason}, so the ADR is in ${nameReview(review)}${waits}.`;
  },
  way: ({ way, why }, kind) => {
    if (way === 'commit') {
      if (why.code === 'branch open')
        return `ADRs are committed to ${why.branch} directly: nothing there asks for a review.`;
      return `ADRs are committed to the branch directly, as ${why.code === 'set' && why.in === '.gavel.yml' ? '.gavel.yml says' : 'set in Gavel’s configuration'}.`;
    }
    if (why.code !== 'set') return `Each ADR goes into a ${kind}: ${wordReason(why, kind)}.`;
    const set = `as ${why.in === '.gavel.yml' ? '.gavel.yml says' : 'set in Gavel’s configuration'}`;
    return why.isProposed
      ? `Each ADR goes into a ${kind}, which opens as a draft with the vote, ${set}. For a private channel, it opens with the outcome.`
      : `Each ADR goes into a ${kind}, ${set}.`;
  },
  rules: ({ way, kind, branch, isUnsigned, others, ...at }) => [
    ...(isUnsigned
      ? [
          `${branch} takes only signed commits, and mine are not signed, so ${way === 'commit' ? 'it may refuse them' : `a ${kind} may not be merged as it is`}. Whoever runs Gavel can set ${setting('signing_key', at)}, for the next ADRs.`,
        ]
      : []),
    ...(others.length > 0
      ? [
          `${branch} has ${others.length === 1 ? 'a rule' : 'rules'} that I can’t judge: ${list(others)}. If ${others.length === 1 ? 'it' : 'one of them'} keeps an ADR out, whoever looks after the repository can change it, or exempt Gavel’s account from it.`,
        ]
      : []),
  ],
  wayUnknown: (trouble) => `I can’t tell how ADRs reach the branch. ${trouble}`,
  moved: (facts) =>
    `${facts.place} is ${facts.to} by now. The old address works until another repository takes it. Whoever runs Gavel can set ${setting('address', facts)} to the new one while no ADR is in review: to me, a new address is another repository.`,
  refused: ({ wish, name = '', said }) => `${refusedWishes[wish](name)}${cite(said)}`,
  closed: { reopen: 'Open it again', withdraw: 'Withdraw the decision', leave: 'Leave it' },
  wasClosed: 'It was closed',
  reopening: say`I’m opening it again. You’ll see in the thread when it’s done.`,
  showChanges: 'Show what changed',
  changes: 'What changed',
  difference: ({ isSame, status, chosen }) => {
    if (isSame) return [say`The ADR is just as I wrote it.`];
    const differences = [
      ...(chosen ? [say`The chosen option differs: ${stated(chosen.to)} instead of ${stated(chosen.from)}.`] : []),
      ...(status ? [say`The status differs: ${stated(status.to)} instead of ${stated(status.from)}.`] : []),
    ];
    return differences.length > 0
      ? differences
      : [say`Only the text was edited. The chosen option and the status are as decided.`];
  },
  marks: 'Removed words are struck through; added ones are bold.',
  changesUnknown: 'I no longer know both versions of this ADR. The history of the file in git has them.',
};

function stated(value: string): Words {
  return value === '' ? say`none` : bold(value);
}
