import { createHash, randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type Decision, isSameNaming, type Naming } from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { checkOpen } from '../../decision/outcome/outcome.ts';
import { checkOption, checkOptions, emojiAt, type OptionForm } from '../../decision/proposal/option.ts';
import { checkDeciders, checkQuestion, type Question } from '../../decision/proposal/proposal.ts';
import { checkSections, type Section } from '../../decision/proposal/section.ts';
import { checkRecall, hasRecall, type RecallForm, toRecallForm } from '../../decision/recall/recall.ts';
import { dayIn } from '../../decision/time/day.ts';
import { mayCorrect } from '../../policy/correct.ts';
import { findForManager } from '../access/access.ts';
import { announceInThread, changeDecision, type Move } from '../change/change.ts';
import { takeOut } from '../deliberate/correct.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import { checkNamed } from '../vote/electorate.ts';
import { recalled } from './recalled.ts';
import { checkHeadings } from './section-headings.ts';

/**
 * A short name for everything in a decision that can be edited. It changes with each word and with nothing else, so
 * that an argument or a vote given in the meantime does not get in the way of an edit.
 */
export function wordingOf(decision: Decision): string {
  const { title, context, drivers, options, sections, namedDeciders, namedGroups } = decision;
  const words = [
    title,
    context,
    drivers,
    options.map((option) => [option.id, option.title, option.description]),
    sections.map(({ heading, markdown }) => [heading, markdown]),
    namedDeciders.toSorted(),
    namedGroups.map(({ id }) => id).toSorted(),
    ...(hasRecall(decision) ? [toRecallForm(decision)] : []),
  ];
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url');
}

/** What the edit modal holds: the question, each option by its id, all sections, and the people named. */
export interface EditForm extends Question, Naming {
  /** In order, without those that are removed. */
  readonly options: readonly (OptionForm & { readonly id: string })[];
  /** The ids of the options that are removed. */
  readonly removed: readonly string[];
  readonly sections: readonly Section[];
  readonly recall: RecallForm;
}

/** The ids of the options that somebody who edits a decision may remove: their own, or all if it is their proposal. */
export function listRemovable(decision: Decision, { userId }: Actor): readonly string[] {
  return decision.options
    .filter(({ addedBy }) => mayCorrect(decision, { authorId: addedBy }, userId))
    .map(({ id }) => id);
}

/** Whether a form leaves what is frozen when voting opens exactly as it is. */
function keepsWhatIsFrozen(form: EditForm, before: Decision): boolean {
  const wordsOf = ({ options, sections }: Pick<EditForm, 'options' | 'sections'>) =>
    JSON.stringify([
      options.map(({ id, title, description }) => [id, title, description]),
      sections
        .filter(({ heading, markdown }) => heading !== '' || markdown !== '')
        .map((each) => [each.heading, each.markdown]),
    ]);
  return form.removed.length === 0 && isSameNaming(form, before) && wordsOf(form) === wordsOf(before);
}

/**
 * Changes the question and by what it is met again and, until voting opens, the options and their order, the sections and who decides. Whoever added
 * an option is told if somebody else removes it. `seen` is the wording that the editor saw. Throws RuleBroken, including when somebody else saved a change or opened voting in the meantime,
 * so that nothing of theirs is overwritten.
 */
export async function editDecision(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  form: EditForm,
  seen: string,
): Promise<void> {
  const found = await findForManager(ports, decisionId, actor, 'edit');
  const { draft } = found;
  const question = checkQuestion(form, draft !== undefined);
  form.options.forEach(checkOption);
  const checked = checkOptions(form.options);
  checkHeadings(form.sections, draft);
  const sections = checkSections(form.sections, draft !== undefined);
  const recall = checkRecall(form.recall, dayIn(found.timeZone, ports.now()), found);
  const naming: Naming = { namedDeciders: [...new Set(form.namedDeciders)], namedGroups: form.namedGroups };
  if (!isSameNaming(found, naming)) await checkNamed(ports, actor.teamId, naming);
  await changeDecision(ports, decisionId, actor.userId, async (before, records) => {
    const recordMoves = async (moves: readonly Move[]): Promise<Move | undefined> => {
      for (const move of moves.slice(0, -1)) await recordMove(ports, records, actor, move);
      return moves.at(-1);
    };
    checkOpen(before);
    if (wordingOf(before) !== seen) throw new RuleBroken({ code: 'edited meanwhile' }, { field: 'title' });
    if (before.voting !== undefined) {
      if (!keepsWhatIsFrozen(form, before))
        throw new RuleBroken({ code: 'voting opened meanwhile' }, { field: 'title' });
      const edited = describeEdit({ ...before, ...question }, before);
      const moves = wordingOf(edited.decision) === seen ? [] : [edited];
      const announcement = { kind: 'edited', by: actor.userId } as const;
      return recordMoves([...moves.map((move) => ({ ...move, announcement })), ...recalled(edited.decision, recall)]);
    }
    const moves: Move[] = [];
    const reached = () => moves.at(-1)?.decision ?? before;
    for (const id of form.removed) moves.push(await takeOut(ports, records, reached(), actor, id));
    const options = form.options.flatMap(({ id }, position) => {
      const option = reached().options.find((one) => one.id === id);
      return option ? [{ ...option, ...checked[position], position, emoji: emojiAt(position) }] : [];
    });
    const edited = describeEdit({ ...reached(), ...question, options, sections }, before);
    if (wordingOf(edited.decision) !== wordingOf(reached())) moves.push(edited);
    if (!isSameNaming(before, naming)) {
      checkDeciders(before.rule, naming, 'deciders');
      const decision = { ...reached(), ...naming };
      moves.push({ decision, kind: 'deciders named', detail: await describeNaming(records, decision) });
    }
    moves.push(...recalled(reached(), recall));
    return recordMoves(moves);
  });
}

/** Writes down a move that others follow in the same change. */
async function recordMove(ports: Ports, records: Records, { userId }: Actor, move: Move): Promise<void> {
  const { decision, kind, detail = {}, announcement } = move;
  await records.events.record({ decision, at: ports.now(), actorId: userId, kind, detail });
  // The key would be the same for several options.
  if (announcement) await announceInThread(ports, records, decision, announcement, `${kind}:${randomUUID()}`);
}

function describeEdit(decision: Decision, before: Decision): Move {
  const [now, was] = [summarize(decision), summarize(before)];
  const isChanged = (part: keyof typeof was) => !isDeepStrictEqual(was[part], now[part]);
  const parts = ['title', 'context', 'drivers', 'options', 'sections'] as const;
  const changed = Object.fromEntries(parts.filter(isChanged).map((part) => [part, was[part]]));
  return { decision, kind: 'edited', detail: { ...now, before: changed } };
}

/** What an edit can change, as the history keeps it. */
function summarize({ title, context, drivers, options, sections }: Decision) {
  const words = options.map((option) => ({ title: option.title, description: option.description }));
  return { title, context, drivers, options: words, sections: sections.map(({ heading }) => heading) };
}

/** The people named, with their current names; `null` stands for somebody whom Slack no longer tells us about. */
async function describeNaming(records: Records, { teamId, namedDeciders, namedGroups }: Decision): Promise<object> {
  const people = await records.people.find(teamId, namedDeciders);
  return {
    deciders: namedDeciders,
    names: namedDeciders.map((id) => people.get(id)?.name ?? null),
    groups: namedGroups.map(({ handle }) => handle),
  };
}
