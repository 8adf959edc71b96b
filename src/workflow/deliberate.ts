import { createHash, randomUUID } from 'node:crypto';
import { type ArgumentKind, checkArgument } from '../decision/argument.ts';
import { type Decision, phaseOf } from '../decision/decision.ts';
import { limits } from '../decision/limits.ts';
import { checkOption, checkOptions, type OptionDraft } from '../decision/option.ts';
import { checkOpen } from '../decision/outcome.ts';
import { addOption, checkQuestion, type Question } from '../decision/proposal.ts';
import { RuleBroken } from '../decision/rule-broken.ts';
import { checkSections, type Section } from '../decision/section.ts';
import { findForActor, findForManager } from './access.ts';
import { changeDecision, type Move } from './change.ts';
import type { Actor, Ports } from './ports.ts';
import { checkHeadings } from './section-headings.ts';

/** Adds one person's reason to an option. Throws RuleBroken. */
export async function giveArgument(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  argument: { id: string; optionId: string | undefined; kind: ArgumentKind; text: string },
): Promise<void> {
  const text = checkArgument(argument.text);
  await findForActor(ports, decisionId, actor);
  await changeDecision(ports, decisionId, actor.userId, (decision) => {
    checkOpen(decision);
    const { id, kind } = argument;
    const option = decision.options.find((candidate) => candidate.id === argument.optionId);
    if (option === undefined) throw new RuleBroken('Please say which option this is about.', { field: 'option' });
    // The id was made when the modal opened: a second delivery of the same submission adds nothing.
    if (decision.arguments.some((known) => known.id === id)) return undefined;
    if (decision.arguments.length >= limits.arguments) {
      throw new RuleBroken(`This decision has ${limits.arguments} reasons already. Please go on in the thread.`, {
        field: 'text',
      });
    }
    const added = { id, optionId: option.id, kind, text, authorId: actor.userId, madeAt: ports.now() };
    return {
      decision: { ...decision, arguments: [...decision.arguments, added] },
      kind: 'argument given',
      detail: { option: option.title, kind, text },
    };
  });
}

/** Adds an option, also while voting is open; the thread then says so. Throws RuleBroken. */
export async function giveOption(ports: Ports, decisionId: string, actor: Actor, draft: OptionDraft): Promise<void> {
  const option = checkOption(draft, 0);
  await findForActor(ports, decisionId, actor);
  await changeDecision(ports, decisionId, actor.userId, (before) => {
    checkOpen(before);
    const decision = addOption(before, option, { id: randomUUID(), addedBy: actor.userId });
    const { title, emoji } = decision.options.at(-1) ?? { title: '', emoji: '' };
    const move: Move = { decision, kind: 'option added', detail: { title } };
    if (phaseOf(before) !== 'voting') return move;
    return { ...move, announcement: { kind: 'option added', by: actor.userId, title, emoji } };
  });
}

/**
 * A short name for everything of a decision that can be edited: it changes with each word, and with nothing else, so
 * that an argument or a vote given meanwhile is in nobody's way.
 */
export function wordingOf({ title, context, drivers, options, sections }: Decision): string {
  const words = [
    title,
    context,
    drivers,
    options.map((option) => [option.id, option.title, option.description]),
    sections.map(({ heading, markdown }) => [heading, markdown]),
  ];
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url');
}

/** What the edit modal holds: the question, each option by its id, and all sections. */
export interface EditForm extends Question {
  readonly options: readonly (OptionDraft & { readonly id: string })[];
  readonly sections: readonly Section[];
}

/**
 * Changes the question and, until voting opens, the options' words and the sections. `seen` is the wording that the editor saw. Throws
 * RuleBroken, also when somebody else saved a change in the meantime: nothing of theirs is overwritten.
 */
export async function editDecision(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  form: EditForm,
  seen: string,
): Promise<void> {
  const { draft } = await findForManager(ports, decisionId, actor, 'edit it');
  const question = checkQuestion(form, draft !== undefined);
  form.options.forEach(checkOption);
  const drafts = checkOptions(form.options);
  checkHeadings(form.sections, draft);
  const edited = checkSections(form.sections, draft !== undefined);
  await changeDecision(ports, decisionId, actor.userId, (before) => {
    checkOpen(before);
    if (wordingOf(before) !== seen) {
      const message =
        'Somebody else saved a change while you were editing. Please copy your text, close this and edit again.';
      throw new RuleBroken(message, { field: 'title' });
    }
    const isVoting = before.voting !== undefined;
    const options = before.options.map((option) => {
      const position = form.options.findIndex(({ id }) => id === option.id);
      return isVoting || position < 0 ? option : { ...option, ...drafts[position] };
    });
    const sections = isVoting ? before.sections : edited;
    const detail = { ...question, sections: sections.map(({ heading }) => heading) };
    const move: Move = { decision: { ...before, ...question, options, sections }, kind: 'edited', detail };
    return isVoting ? { ...move, announcement: { kind: 'edited', by: actor.userId } } : move;
  });
}
