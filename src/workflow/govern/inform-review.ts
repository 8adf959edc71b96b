import type { Showing } from '../../decision/recall/showing.ts';
import { type GovernedBy, writeGoverned } from '../../record/governed-text.ts';
import { governedWords } from '../../record/governed-words.ts';
import { followArchive } from '../follow/follow-archive.ts';
import type { ChangedReview, OthersReviews } from '../ports/forge/forge.ts';
import { ForgeError } from '../ports/forge/forge-error.ts';
import type { Jobs } from '../ports/jobs/jobs.ts';
import type { Ports, RepositoryPorts } from '../ports/ports.ts';
import type { InformedReview } from '../ports/records/informed.ts';
import { languageOfArchive, learnHouseStyle } from '../publish/house-style.ts';
import { portsOf } from '../settings/repository.ts';
import { findGoverning, type Governing } from './find-governing.ts';
import { isNamedIn } from './named-in-review.ts';
import { fingerprint, fingerprintDecisions, fingerprintReview, foldersOf } from './told-from.ts';

/** By this, our comment is found again. */
const marker = '<!-- gavel:decisions -->';

/** What the check is called, also in the settings of branches that want it. */
const checkName = 'gavel/decisions';

const untold: InformedReview = { comment: undefined, shown: undefined, isRemoved: false, check: undefined };

/**
 * Tells on somebody's review which decisions govern what it changes, by one comment or by a check, as the team wants it;
 * and takes that back when it no longer applies. Safe to run twice, and after a crash at any point.
 */
export async function informReview(ports: Ports, job: Jobs['inform-review']): Promise<void> {
  const at = portsOf(ports, job.archive);
  const others = at?.forge?.others;
  if (at === undefined || others === undefined) return;
  try {
    await inform(at, others, job.number);
  } catch (error) {
    if (!(error instanceof ForgeError)) throw error;
    const { trouble, retryAt } = error;
    ports.log.warn({ review: job.number, trouble }, 'A review could not be told which decisions govern it.');
    if (retryAt !== undefined) return ports.store.read.jobs.add('inform-review', job, { runAt: retryAt });
    if (isPassing(error)) throw error;
  }
}

async function inform(ports: RepositoryPorts, others: OthersReviews, number: number): Promise<void> {
  const { archive, chat, store } = ports;
  const { snapshot = await archive.fetch() } = await followArchive(ports);
  const learned = await learnHouseStyle(ports, snapshot);
  const { style, showing } = learned;
  const before = await store.read.informed.find(chat.teamId, archive.id, number);
  if (showing.checks === 'off' && before === undefined) return;
  const review = await others.read(number);
  if (review === undefined || !review.isOpen) return;
  const seen = fingerprintReview(review, await fingerprintDecisions(ports, learned));
  if (await isOurOwn(ports, review)) return await store.read.informed.see(chat.teamId, archive.id, number, seen);
  const governing = showing.checks === 'off' ? [] : await findDecisions(ports, review);
  const words = governedWords(languageOfArchive(ports, style));
  const facts = governing.map((one) => toGovernedBy(ports, one));
  const desk = { ports, others, number, before: before ?? untold };
  const isCheck = showing.checks === 'check';
  const by = {
    comment: showing.checks === 'comment' || (isCheck && !others.showsSummaries),
    check: isCheck && review.showsChecks,
  };
  const told = { by, review, facts, words, showing };
  try {
    const commented = await tellByComment(desk, told);
    await tellByCheck({ ...desk, before: commented }, told);
  } catch (error) {
    // What people have to mend is tried again with the next change, and not every few minutes.
    if (!(error instanceof ForgeError) || isPassing(error)) throw error;
    await store.read.informed.see(chat.teamId, archive.id, number, seen);
    throw error;
  }
  await store.read.informed.see(chat.teamId, archive.id, number, seen);
}

/** Whether trouble ends by itself. */
function isPassing({ trouble, retryAt }: ForgeError): boolean {
  return retryAt !== undefined || trouble.code === 'forge unreachable';
}

/** Whether a review is about an ADR of ours. */
async function isOurOwn({ archive, chat, repositories, store }: RepositoryPorts, { branch }: ChangedReview) {
  if (branch === undefined) return false;
  const found = await Promise.all(
    foldersOf({ repositories }, archive.label).map((folder) =>
      store.read.reviews.findByBranch(chat.teamId, folder.archive.id, branch),
    ),
  );
  return found.some((id) => id !== undefined);
}

/** Of all folders of the repository. Decisions that govern every file would be told on every review. */
async function findDecisions(ports: RepositoryPorts, { files }: ChangedReview): Promise<readonly Governing[]> {
  const folders = foldersOf(ports, ports.archive.label);
  return (await findGoverning(ports, folders, files)).filter(({ isEverything }) => !isEverything);
}

/** A review, and what is told on it. */
interface Told {
  /** Where it is told. A check that can't show what it is about leads to a comment. */
  readonly by: { readonly comment: boolean; readonly check: boolean };
  readonly review: ChangedReview;
  readonly facts: readonly GovernedBy[];
  readonly words: ReturnType<typeof governedWords>;
  readonly showing: Showing;
}

/** Where it is told, and what has been told there. */
interface Desk {
  readonly ports: RepositoryPorts;
  readonly others: OthersReviews;
  readonly number: number;
  readonly before: InformedReview;
}

async function tellByComment(desk: Desk, { by, review, facts, words, showing }: Told): Promise<InformedReview> {
  const { others, number, before } = desk;
  if (!by.comment || facts.length === 0) {
    if (before.comment === undefined && before.shown === undefined) return before;
    const there = before.comment ?? (await others.findComment(number, marker));
    if (there !== undefined) await others.removeComment(number, there);
    return save(desk, { ...before, comment: undefined, shown: undefined });
  }
  if (before.isRemoved) return before;
  const body = `${marker}\n${writeGoverned(facts, words, notesOn(review, by.check && showing.enforces))}\n`;
  const shown = fingerprint(body);
  if (before.comment !== undefined && before.shown === shown) return before;
  if (before.comment !== undefined) {
    const isThere = await others.editComment(number, before.comment, body);
    return save(desk, isThere ? { ...before, shown } : { ...before, ...untold, check: before.check, isRemoved: true });
  }
  // If we are stopped now, the next time knows that there may be one.
  await save(desk, { ...before, shown });
  return save(desk, { ...before, comment: await others.postComment(number, marker, body), shown });
}

async function tellByCheck(desk: Desk, { by, review, facts, words, showing }: Told): Promise<void> {
  if (!by.check) return;
  const isFailing = showing.enforces && !facts.every((one) => isNamedIn(review, one));
  const summary =
    facts.length === 0 ? `${words.ungoverned}.` : writeGoverned(facts, words, notesOn(review, showing.enforces));
  const title = facts.length === 0 ? words.ungoverned : words.governed(facts.length);
  const conclusion = isFailing ? 'failure' : facts.length === 0 || showing.enforces ? 'success' : 'neutral';
  const leadsTo = { review: review.url, comment: desk.before.comment };
  const check = { head: review.head, name: checkName, conclusion, title, summary, ...leadsTo } as const;
  const told = fingerprint(check);
  if (desk.before.check === told) return;
  await desk.others.tellCheck(check);
  await save(desk, { ...desk.before, check: told });
}

function notesOn({ files, hasMoreFiles }: ChangedReview, isEnforced: boolean) {
  return { firstFiles: hasMoreFiles ? files.length : undefined, isEnforced };
}

async function save({ ports, number }: Desk, now: InformedReview): Promise<InformedReview> {
  await ports.store.read.informed.save(ports.chat.teamId, ports.archive.id, number, now);
  return now;
}

function toGovernedBy({ repositories }: Ports, governing: Governing): GovernedBy {
  const { adr, successor, fileUrl, patterns, paths, pathCount } = governing;
  const { number, title, outcome, deciders, date } = adr;
  const by = {
    number: successor?.number,
    title: successor?.title ?? '',
    url: successor && repositories.byArchive(successor.archive)?.archive.addressOfFile(successor.fileName),
  };
  return {
    ...{ number, title, outcome, deciders, date, url: fileUrl, patterns, paths, pathCount },
    fileName: adr.fileName,
    supersededBy: adr.status === 'superseded' ? by : undefined,
  };
}
