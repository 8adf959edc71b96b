import { type Decision, hidesTally, phaseOf } from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { type ArgumentKind, checkArgument } from '../../decision/proposal/argument.ts';
import {
  correctArgument,
  findArgument,
  findOption,
  rewordOption,
  takeOutOption,
  withdrawArgument,
} from '../../decision/proposal/correction.ts';
import { checkOption, type OptionForm } from '../../decision/proposal/option.ts';
import { checkMayCorrect } from '../../policy/correct.ts';
import { findForActor } from '../access/access.ts';
import { changeDecision, type Move } from '../change/change.ts';
import type { Announcement } from '../message/announcement.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import { countBallots } from '../vote/count-ballots.ts';
import { type CorrectableEntry, wordingOfEntry } from './correctable.ts';

/**
 * Corrects an argument. The history keeps what it was, and its author is told if somebody else corrects it. `seen` is
 * the wording that was corrected. Throws RuleBroken.
 */
export async function correctReason(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  form: { readonly id: string; readonly kind: ArgumentKind; readonly text: string; readonly seen: string },
): Promise<void> {
  const { id, kind, seen } = form;
  const text = checkArgument(form.text);
  await findForActor(ports, decisionId, actor);
  await changeDecision(ports, decisionId, actor.userId, async (before, records): Promise<Move | undefined> => {
    const argument = findArgument(before, id);
    await checkAuthor(records, before, { what: 'reason', authorId: argument.authorId }, actor);
    const decision = correctArgument(before, id, { kind, text }, ports.now());
    if (argument.kind === kind && argument.text === text) return undefined;
    const option = findOption(before, argument.optionId);
    checkSeen({ what: 'reason', option, argument }, seen, 'text');
    const told = await tellAuthor(records, before, argument.authorId, actor);
    const change = {
      option: option.title,
      before: { kind: argument.kind, text: argument.text },
      after: { kind, text },
    };
    return {
      decision,
      kind: 'argument corrected',
      detail: { ...change, ...told?.in },
      ...(told ? { announcement: { ...told.to, kind: 'reason corrected', ...change } } : {}),
    };
  });
}

/** Withdraws an argument. The history keeps it, and its author is told if somebody else does it. Throws RuleBroken. */
export async function withdrawReason(ports: Ports, decisionId: string, actor: Actor, id: string): Promise<void> {
  await findForActor(ports, decisionId, actor);
  await changeDecision(ports, decisionId, actor.userId, async (before, records): Promise<Move | undefined> => {
    if (before.withdrawn.arguments.some((gone) => gone.id === id && gone.withdrawal.by === actor.userId)) return;
    const { authorId, kind, text, optionId } = findArgument(before, id);
    await checkAuthor(records, before, { what: 'reason', authorId }, actor);
    const decision = withdrawArgument(before, id, { by: actor.userId, at: ports.now() });
    const option = [...before.options, ...before.withdrawn.options].find((one) => one.id === optionId)?.title ?? '';
    const told = await tellAuthor(records, before, authorId, actor);
    return {
      decision,
      kind: 'argument withdrawn',
      detail: { option, kind, text, ...told?.in },
      ...(told ? { announcement: { ...told.to, kind: 'reason withdrawn', option, text } } : {}),
    };
  });
}

/**
 * Corrects the words of an option, even while voting is open; the thread then says so, to those who voted for it. `seen`
 * is the wording that was corrected. Throws RuleBroken.
 */
export async function correctOption(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  form: OptionForm & { readonly id: string; readonly seen: string },
): Promise<void> {
  const { id, seen } = form;
  const words = checkOption(form, 0);
  await findForActor(ports, decisionId, actor);
  await changeDecision(ports, decisionId, actor.userId, async (before, records): Promise<Move | undefined> => {
    const option = findOption(before, id);
    await checkAuthor(records, before, { what: 'option', authorId: option.addedBy }, actor);
    const decision = rewordOption(before, id, words, ports.now());
    if (option.title === words.title && option.description === words.description) return undefined;
    checkSeen({ what: 'option', option }, seen, 'option');
    const was = { title: option.title, description: option.description };
    const told = await tellAuthor(records, before, option.addedBy, actor);
    const isOpen = phaseOf(before) === 'voting';
    const voters = isOpen ? (await listVoters(ports, records, before, id, actor)).told : noVoters;
    const announcement: Announcement | undefined =
      isOpen || told
        ? {
            kind: 'option corrected',
            by: actor.userId,
            ...told?.to,
            emoji: option.emoji,
            before: was.title,
            after: words.title,
            isOpen,
            ...voters,
          }
        : undefined;
    const detail = { before: was, after: words, ...told?.in };
    return { decision, kind: 'option corrected', detail, ...(announcement ? { announcement } : {}) };
  });
}

/**
 * Withdraws an option. While voting is open, the votes for it count no longer, and those who cast them are told: in the
 * thread by name, unless the tally is hidden, and by direct message. Throws RuleBroken.
 */
export async function withdrawOption(ports: Ports, decisionId: string, actor: Actor, id: string): Promise<void> {
  await findForActor(ports, decisionId, actor);
  await changeDecision(ports, decisionId, actor.userId, async (before, records): Promise<Move | undefined> => {
    if (before.withdrawn.options.some((gone) => gone.id === id && gone.withdrawal.by === actor.userId)) return;
    return takeOut(ports, records, before, actor, id);
  });
}

/** The move that withdraws an option, and what is said about it. Throws RuleBroken. */
export async function takeOut(
  ports: Ports,
  records: Records,
  before: Decision,
  actor: Actor,
  id: string,
): Promise<Move> {
  const option = findOption(before, id);
  await checkAuthor(records, before, { what: 'option', authorId: option.addedBy }, actor);
  const tally = await countBallots(records, before);
  const votes = tally?.options.find((one) => one.option.id === id)?.voters.length ?? 0;
  const decision = takeOutOption(before, id, { by: actor.userId, at: ports.now() }, votes);
  const { title, description, emoji } = option;
  const told = await tellAuthor(records, before, option.addedBy, actor);
  const isOpen = phaseOf(before) === 'voting';
  const voters = isOpen ? await listVoters(ports, records, before, id, actor) : undefined;
  for (const userId of voters?.all.slice(0, mostWrittenTo) ?? []) {
    await records.jobs.add('tell-voter', { decisionId: before.id, optionId: id, userId });
  }
  const announcement: Announcement | undefined =
    isOpen || told
      ? {
          kind: 'option withdrawn',
          by: actor.userId,
          ...told?.to,
          title,
          emoji,
          isOpen,
          ...(voters?.told ?? noVoters),
        }
      : undefined;
  const detail = { title, description, ...told?.in };
  return { decision, kind: 'option withdrawn', detail, ...(announcement ? { announcement } : {}) };
}

/** How many voters the thread names before it says how many more there are, and how many are written to at most. */
const mostNamed = 20;
const mostWrittenTo = 200;

type ToldVoters = Pick<Extract<Announcement, { kind: 'option withdrawn' }>, 'voters' | 'others' | 'isHidden'>;
const noVoters: ToldVoters = { voters: [], others: 0, isHidden: false };

/** Those whose vote for an option stands, and what the thread says of them: nothing if the tally is hidden. */
async function listVoters(
  { chat }: Ports,
  records: Records,
  decision: Decision,
  optionId: string,
  { userId }: Actor,
): Promise<{ readonly all: readonly string[]; readonly told: ToldVoters }> {
  const ballots = await records.ballots.find(decision);
  const voters = ballots.filter((ballot) => ballot.optionId === optionId && ballot.isCast && ballot.score > 0);
  const people = await records.people.find(
    decision.teamId,
    voters.map((ballot) => ballot.userId),
  );
  const isPerson = (id: string) => id !== chat.botUserId && people.get(id)?.kind !== 'bot';
  const all = voters.map((ballot) => ballot.userId).filter((id) => id !== userId && isPerson(id));
  if (hidesTally(decision)) return { all, told: { ...noVoters, isHidden: true } };
  const shown = all.slice(0, mostNamed);
  return { all, told: { voters: shown, others: all.length - shown.length, isHidden: false } };
}

async function checkAuthor(
  records: Records,
  decision: Decision,
  contribution: Parameters<typeof checkMayCorrect>[1],
  { userId }: Actor,
): Promise<void> {
  const people = await records.people.find(decision.teamId, [contribution.authorId, decision.proposerId]);
  checkMayCorrect(decision, contribution, userId, people);
}

/** Throws RuleBroken if somebody else changed the words since the form was opened. */
function checkSeen(entry: CorrectableEntry, seen: string, field: 'text' | 'option'): void {
  if (wordingOfEntry(entry) !== seen) throw new RuleBroken({ code: 'edited meanwhile' }, { field });
}

/** What the thread and the history say about the author of something that somebody else changes. */
async function tellAuthor(
  records: Records,
  { teamId }: Decision,
  authorId: string,
  { userId }: Actor,
): Promise<{ readonly to: { readonly by: string; readonly authorId: string }; readonly in: object } | undefined> {
  if (authorId === userId) return undefined;
  const people = await records.people.find(teamId, [authorId]);
  return { to: { by: userId, authorId }, in: { author: people.get(authorId)?.name ?? null } };
}
