import { createHash } from 'node:crypto';
import { type Decision, isSameNaming, type Naming } from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { checkOpen } from '../../decision/outcome/outcome.ts';
import { checkOption, checkOptions, type OptionForm } from '../../decision/proposal/option.ts';
import { checkDeciders, checkQuestion, type Question } from '../../decision/proposal/proposal.ts';
import { checkSections, type Section } from '../../decision/proposal/section.ts';
import { findForManager } from '../access/access.ts';
import { changeDecision, type Move } from '../change/change.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import { checkNamed } from '../vote/electorate.ts';
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
  ];
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url');
}

/** What the edit modal holds: the question, each option by its id, all sections, and the people named. */
export interface EditForm extends Question, Naming {
  readonly options: readonly (OptionForm & { readonly id: string })[];
  readonly sections: readonly Section[];
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
  return isSameNaming(form, before) && wordsOf(form) === wordsOf(before);
}

/**
 * Changes the question and, until voting opens, the options' words, the sections and who decides. `seen` is the wording
 * that the editor saw. Throws RuleBroken, including when somebody else saved a change or opened voting in the meantime,
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
  const naming: Naming = { namedDeciders: [...new Set(form.namedDeciders)], namedGroups: form.namedGroups };
  if (!isSameNaming(found, naming)) await checkNamed(ports, actor.teamId, naming);
  await changeDecision(ports, decisionId, actor.userId, async (before, records) => {
    checkOpen(before);
    if (wordingOf(before) !== seen) throw new RuleBroken({ code: 'edited meanwhile' }, { field: 'title' });
    if (before.voting !== undefined) {
      if (!keepsWhatIsFrozen(form, before))
        throw new RuleBroken({ code: 'voting opened meanwhile' }, { field: 'title' });
      const edited = describeEdit({ ...before, ...question });
      return wordingOf(edited.decision) === seen
        ? undefined
        : { ...edited, announcement: { kind: 'edited', by: actor.userId } };
    }
    const options = before.options.map((option) => {
      const position = form.options.findIndex(({ id }) => id === option.id);
      return position < 0 ? option : { ...option, ...checked[position] };
    });
    const edited = describeEdit({ ...before, ...question, options, sections });
    const isReworded = wordingOf(edited.decision) !== seen;
    if (isSameNaming(before, naming)) return isReworded ? edited : undefined;

    checkDeciders(before.rule, naming, 'deciders');
    const { decision, kind, detail = {} } = edited;
    if (isReworded) await records.events.record({ decision, at: ports.now(), actorId: actor.userId, kind, detail });
    const named = { ...decision, ...naming };
    return { decision: named, kind: 'deciders named', detail: await describeNaming(records, named) };
  });
}

function describeEdit(decision: Decision): Move {
  const { title, context, drivers, sections } = decision;
  const detail = { title, context, drivers, sections: sections.map(({ heading }) => heading) };
  return { decision, kind: 'edited', detail };
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
