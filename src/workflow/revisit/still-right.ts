import type { Decision } from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { limits } from '../../decision/limits.ts';
import { checkRevisit } from '../../decision/recall/revisit.ts';
import { checkLength, cleanLine } from '../../decision/text.ts';
import { type Day, dayIn } from '../../decision/time/day.ts';
import { findChannelToSetUp, findForManager } from '../access/access.ts';
import { changeDecision } from '../change/change.ts';
import { planHomes } from '../home/plan-homes.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import type { AskedRevisit, StillRight } from '../ports/records/revisits.ts';
import type { Records } from '../ports/store.ts';
import { questionKey } from './ask-about-adrs.ts';
import { zoneOfDays } from './plan-about-adrs.ts';
import { findRecordOf, isInForce, type RecordOnBranch } from './subject.ts';

/** What somebody says who finds that something is still right. */
export interface StillRightForm {
  readonly next: Day | undefined;
  readonly note: string;
}

/** What somebody is about to say is still right. */
export interface Revisited {
  readonly id: string;
  readonly title: string;
  /** Where it was asked about. */
  readonly channelId: string;
  /** The file of its ADR; undefined before that is on the branch. */
  readonly fileName: string | undefined;
}

/**
 * What a question is about, for people who may answer it: for a decision those who may record its outcome, for an ADR that
 * others wrote the people of a channel where it was asked. Throws RuleBroken for others, once it is answered, and if it
 * holds no more; and ChatError.
 */
export async function findRevisited(ports: Ports, actor: Actor, revisitId: string): Promise<Revisited> {
  const { read } = ports.store;
  const asked = await read.revisits.find(revisitId);
  if (asked === undefined) throw new RuleBroken({ code: 'decision not found' });
  if ('adrId' in asked.subject) {
    const channelId = await findPlaceOf(ports, actor, asked);
    await checkUnanswered(read, asked);
    const adr = await read.adrs.find(asked.subject.adrId);
    if (adr === undefined || !isInForce(adr)) throw new RuleBroken({ code: 'nothing to look at again' });
    return { id: revisitId, title: adr.title, channelId, fileName: adr.fileName };
  }
  const decision = await findForManager(ports, asked.subject.decisionId, actor, 'look again');
  await checkUnanswered(read, asked);
  const record = await findRecordOf(read, decision);
  checkHolds(decision, record);
  return { id: revisitId, title: decision.title, channelId: decision.channelId, fileName: record?.fileName };
}

/** A channel where an ADR was asked about, and that somebody is in. Throws RuleBroken and ChatError. */
export async function findPlaceOf(ports: Ports, actor: Actor, { channelIds }: AskedRevisit): Promise<string> {
  let refused = new RuleBroken({ code: 'decision not found' });
  for (const channelId of channelIds) {
    try {
      return (await findChannelToSetUp(ports, channelId, actor, 'revisit')).id;
    } catch (error) {
      if (!(error instanceof RuleBroken)) throw error;
      refused = error;
    }
  }
  throw refused;
}

/** What somebody may bind a proposal to that changes something which they looked at again. Throws RuleBroken and ChatError. */
export async function findRevisitedFile(
  ports: Ports,
  actor: Actor,
  revisitId: string,
): Promise<Revisited & { readonly fileName: string }> {
  const { fileName, ...found } = await findRevisited(ports, actor, revisitId);
  if (fileName === undefined) throw new RuleBroken({ code: 'ADR absent' });
  return { ...found, fileName };
}

/**
 * Records that something is still right, with who found that, and the next day to look again. Of two people at once, one is
 * recorded, and the other is told so. Throws RuleBroken as `findRevisited` does, and for a form that can't be used; and
 * ChatError.
 */
export async function recordStillRight(
  ports: Ports,
  actor: Actor,
  revisitId: string,
  form: StillRightForm,
): Promise<void> {
  await findRevisited(ports, actor, revisitId);
  const asked = await ports.store.read.revisits.find(revisitId);
  if (asked === undefined) return;
  if ('adrId' in asked.subject) return recordForAdr(ports, actor, asked, form);
  await changeDecision(ports, asked.subject.decisionId, actor.userId, async (before, records) => {
    const question = await records.revisits.lock(revisitId);
    if (question === undefined) return undefined;
    await checkUnanswered(records, question);
    checkHolds(before, await findRecordOf(records, before));
    const answer = checkForm(form, before, { by: actor.userId, at: ports.now() });
    await saveAnswer(records, question, answer);
    await endQuestion(records, before.id, question, answer);
    const { next, note } = answer;
    return {
      decision: { ...before, revisit: { ...before.revisit, on: next } },
      kind: 'still right',
      detail: { dueOn: question.dueOn, next, note },
    };
  });
}

/** Records it for an ADR that others wrote. The question says so when the note is on its way. */
async function recordForAdr(ports: Ports, actor: Actor, asked: AskedRevisit, form: StillRightForm): Promise<void> {
  const answer = checkForm(form, { timeZone: zoneOfDays(ports) }, { by: actor.userId, at: ports.now() });
  await ports.store.transaction(async (records) => {
    const question = await records.revisits.lock(asked.id);
    if (question === undefined) return;
    await checkUnanswered(records, question);
    await saveAnswer(records, question, answer);
    const { teamId, id, channelIds } = question;
    for (const channelId of channelIds) {
      const key = questionKey(id, channelId);
      const body = (await records.messages.find(teamId, key))?.body;
      const { by, next, note } = answer;
      if (body?.kind === 'revisit')
        await records.messages.rewrite(teamId, key, { ...body, answer: { by, next, note } });
    }
    await planHomes(ports, records);
  });
}

async function saveAnswer(records: Records, question: AskedRevisit, answer: StillRight): Promise<void> {
  await records.revisits.save({ ...question, answer, noted: 'not yet' });
  await records.jobs.add('note-revisit', { revisitId: question.id, archive: question.archive });
}

function checkForm(
  { next, note }: StillRightForm,
  { timeZone }: Pick<Decision, 'timeZone'>,
  { by, at }: Pick<StillRight, 'by' | 'at'>,
): StillRight {
  const said = cleanLine(note);
  checkLength(said, limits.revisitNote, 'note', { field: 'text' });
  const { on } = checkRevisit({ on: next, when: '' }, dayIn(timeZone, at));
  return { by, at, note: said, next: on };
}

async function checkUnanswered(records: Records, { teamId, answer }: AskedRevisit): Promise<void> {
  if (answer === undefined) return;
  const people = await records.people.find(teamId, [answer.by]);
  throw new RuleBroken({ code: 'looked again already', by: people.get(answer.by)?.name, next: answer.next });
}

function checkHolds({ status }: Decision, record: RecordOnBranch | undefined): void {
  if (status !== 'accepted' || !isInForce(record?.adr)) throw new RuleBroken({ code: 'nothing to look at again' });
}

/** Has the question say what became of it, in place of its buttons. */
async function endQuestion(
  records: Records,
  decisionId: string,
  { id, teamId }: AskedRevisit,
  { by, next, note }: StillRight,
): Promise<void> {
  for (const { key, body } of await records.messages.findInThread(decisionId, ['revisit'])) {
    if (body.kind !== 'revisit' || body.revisitId !== id) continue;
    await records.messages.rewrite(teamId, key, { ...body, answer: { by, next, note } });
    await records.jobs.add('renew-notices', { decisionId });
  }
}
