import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import type { Review } from '../../decision/publication/review.ts';
import { findForManager } from '../access/access.ts';
import type { EventKind } from '../change/event-kind.ts';
import type { ReviewAnswer } from '../message/announcement.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports, RepositoryPorts } from '../ports/ports.ts';
import type { ClosedAnswer } from '../ports/publication.ts';
import type { AskedRevisit, NoteReview } from '../ports/records/revisits.ts';
import type { Records } from '../ports/store.ts';
import { nextLookAt, nextLookAtClosed } from '../publish/review/next-look.ts';
import { keysOf, rewordMessage, writeOfNote } from './note-message.ts';
import { findPlaceOf } from './still-right.ts';
import { findRecordOf, isInForce } from './subject.ts';

/** A note with a review that was opened. */
type Reviewed = AskedRevisit & { readonly review: NoteReview };

/**
 * Writes down, once, that the review of a note was closed without merging, and asks what is to become of it. The answer that
 * something is still right counts whatever that is.
 */
export async function closeNote(ports: RepositoryPorts, id: string, seen: Review | undefined): Promise<void> {
  await changeNote(ports, id, 'in review', async (records, before) => {
    const at = ports.now();
    const review = { ...before.review, closedAt: at.toISOString(), answer: undefined };
    const closed = { ...before, noted: 'closed', review } as const;
    await records.revisits.save(closed);
    const question = { kind: 'revisit not noted', because: 'review closed', revisitId: id } as const;
    const { number, url, branch } = review;
    await writeOfNote(ports, records, closed, { ...question, review: { number, url, branch } }, keyOfQuestion(closed));
    await recordFor(records, closed, { at, kind: 'review closed', closedBy: seen?.endedBy });
    await planLook(records, closed, at);
  });
}

/** Plans the next look at a review that is still closed, which somebody may open again at the forge. */
export async function lookAgainLater(ports: RepositoryPorts, id: string): Promise<void> {
  await changeNote(ports, id, 'closed', (records, note) => planLook(records, note, ports.now()));
}

async function planLook(records: Records, note: Reviewed, now: Date): Promise<void> {
  const { id: revisitId, archive, review } = note;
  const runAt = nextLookAtClosed(new Date(review.openedAt ?? now), now);
  if (runAt) await records.jobs.add('note-revisit', { revisitId, archive }, { runAt });
  else await records.revisits.save({ ...note, noted: 'left' });
}

/** Writes down that somebody opened the closed review of a note again at the forge. */
export async function noteReopened(ports: RepositoryPorts, id: string): Promise<void> {
  await changeNote(ports, id, 'closed', async (records, before) => {
    const at = ports.now();
    const review = { ...before.review, answer: 'reopened' } as const;
    const open = { ...before, noted: 'in review', review } as const;
    await records.revisits.save(open);
    await tellReopened(ports, records, open, at);
    await endNoteQuestion(records, open, { what: 'reopened' });
    const job = { revisitId: id, archive: open.archive };
    await records.jobs.add('note-revisit', job, { runAt: nextLookAt(new Date(review.openedAt ?? at), at) });
  });
  const note = await ports.store.read.revisits.find(id);
  if (note) await rewordNoteQuestion(ports, note);
}

/** Tells that the review of a note is open again. */
export async function tellReopened(ports: RepositoryPorts, records: Records, note: Reviewed, at: Date): Promise<void> {
  const { number, url, branch } = note.review;
  const key = `review reopened:${note.id}:${at.toISOString()}`;
  await writeOfNote(ports, records, note, { kind: 'review reopened', number, url, branch }, key);
  await recordFor(records, note, { at, kind: 'review reopened' });
}

async function changeNote(
  { store }: RepositoryPorts,
  id: string,
  from: 'in review' | 'closed',
  change: (records: Records, before: Reviewed) => Promise<void>,
): Promise<void> {
  await store.transaction(async (records) => {
    const before = await records.revisits.lock(id);
    const { review } = before ?? {};
    if (before?.noted === from && review !== undefined) await change(records, { ...before, review });
  });
}

/**
 * Opens the closed review of a note again, or another one if its forge refuses that, for people who may answer for it. That
 * happens in the background. Throws RuleBroken and ChatError.
 */
export async function reopenNote(ports: Ports, actor: Actor, revisitId: string): Promise<void> {
  await answerClosed(ports, actor, revisitId, 'reopened');
}

/** Leaves the closed review of a note, for people who may answer for it. Throws RuleBroken and ChatError. */
export async function leaveNote(ports: Ports, actor: Actor, revisitId: string): Promise<void> {
  await answerClosed(ports, actor, revisitId, 'left');
}

async function answerClosed(ports: Ports, actor: Actor, revisitId: string, answer: ClosedAnswer): Promise<void> {
  await checkMayAnswer(ports, actor, revisitId);
  await ports.store.transaction(async (records) => {
    const before = await records.revisits.lock(revisitId);
    const { noted, review } = before ?? {};
    const isAsked = review?.closedAt !== undefined && review.answer === undefined;
    if (before === undefined || !isAsked || (noted !== 'closed' && noted !== 'left'))
      throw new RuleBroken({ code: 'review not closed', isNote: true });
    if (answer === 'reopened') await checkHolds(records, before);
    const note: Reviewed = {
      ...before,
      noted: answer === 'reopened' ? 'not yet' : noted,
      review: { ...review, answer },
    };
    await records.revisits.save(note);
    if (answer === 'left') await recordFor(records, note, { at: ports.now(), kind: 'review left', actor });
    await endNoteQuestion(records, note, { what: answer, by: actor.userId });
    await records.jobs.add('note-revisit', { revisitId, archive: note.archive });
  });
}

/** Those who may say that a decision is still right may say what becomes of the note about that. */
async function checkMayAnswer(ports: Ports, actor: Actor, revisitId: string): Promise<void> {
  const asked = await ports.store.read.revisits.find(revisitId);
  if (asked === undefined) throw new RuleBroken({ code: 'decision not found' });
  if ('adrId' in asked.subject) await findPlaceOf(ports, actor, asked);
  else await findForManager(ports, asked.subject.decisionId, actor, 'look again');
}

/** What has been taken back since, or replaced, is not noted as still right. */
async function checkHolds(records: Records, { subject }: AskedRevisit): Promise<void> {
  if ('adrId' in subject) {
    if (isInForce(await records.adrs.find(subject.adrId))) return;
  } else {
    const decision = await records.decisions.find(subject.decisionId);
    const record = decision && (await findRecordOf(records, decision));
    if (decision?.status === 'accepted' && isInForce(record?.adr)) return;
  }
  throw new RuleBroken({ code: 'nothing to look at again' });
}

async function recordFor(
  records: Records,
  { subject, teamId, review }: Reviewed,
  { at, kind, actor, closedBy }: Happened,
): Promise<void> {
  if ('adrId' in subject) return;
  const decision = { id: subject.decisionId, teamId };
  const { number, url } = review;
  await records.events.record({ decision, at, actorId: actor?.userId, kind, detail: { number, url, closedBy } });
}

interface Happened {
  readonly at: Date;
  readonly kind: Extract<EventKind, 'review closed' | 'review reopened' | 'review left'>;
  readonly actor?: Actor;
  readonly closedBy?: string | undefined;
}

/** The key of the question what is to become of a closed review. */
function keyOfQuestion({ id, review }: Reviewed): string {
  return `revisit not noted:${id}:closed:${review.closedAt}`;
}

/** Has that question say what became of it, in place of its buttons. */
export async function endNoteQuestion(records: Records, note: AskedRevisit, answer: ReviewAnswer): Promise<void> {
  const { teamId, subject } = note;
  for (const key of questionsAbout(note)) {
    const body = (await records.messages.find(teamId, key))?.body;
    if (body?.kind !== 'revisit not noted' || body.answer !== undefined) continue;
    await records.messages.rewrite(teamId, key, { ...body, answer });
    if ('decisionId' in subject) await records.jobs.add('renew-notices', { decisionId: subject.decisionId });
  }
}

function questionsAbout(note: AskedRevisit): readonly string[] {
  const { review } = note;
  return review?.closedAt === undefined ? [] : keysOf(note, keyOfQuestion({ ...note, review }));
}

/** Shows what became of it, where the question was about an ADR that others wrote: no card's thread has it. */
export async function rewordNoteQuestion(ports: RepositoryPorts, note: AskedRevisit): Promise<void> {
  if ('decisionId' in note.subject) return;
  for (const key of questionsAbout(note)) await rewordMessage(ports, note.teamId, key);
}
