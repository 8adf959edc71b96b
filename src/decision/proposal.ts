import { checkDeadline } from './deadline.ts';
import type { Decision } from './decision.ts';
import { limits } from './limits.ts';
import { checkOptions, emojiAt, isSameTitle, type Option, type OptionDraft } from './option.ts';
import { RuleBroken } from './rule-broken.ts';
import { checkLength, checkPresent, cleanLine, cleanText } from './text.ts';

/** What is asked, as somebody typed it; the drivers are one to a line. */
export interface Question {
  readonly title: string;
  /** Markdown, already made from Slack's rich text. */
  readonly context: string;
  readonly drivers: string;
}

/** Everything that the propose modal asks for. */
export interface ProposalForm extends Question {
  readonly options: readonly OptionDraft[];
  readonly deciders: readonly string[];
  readonly closesAt: Date | undefined;
  readonly opensVotingNow: boolean;
}

/** Who proposes, where and when. */
export interface ProposalPlace {
  readonly id: string;
  readonly teamId: string;
  readonly channelId: string;
  readonly isPrivate: boolean;
  readonly proposerId: string;
  readonly timeZone: string;
  readonly now: Date;
}

/** Cleans a question. Throws RuleBroken under the field that is wrong. */
export function checkQuestion(question: Question): Pick<Decision, 'title' | 'context' | 'drivers'> {
  const title = cleanLine(question.title);
  checkPresent(title, 'Please give the decision a title: the question in a few words.', { field: 'title' });
  checkLength(title, limits.title, 'This title', { field: 'title' });
  const context = cleanText(question.context);
  checkPresent(context, 'Please say what the problem is, in a sentence or two.', { field: 'context' });
  checkLength(context, limits.context, 'The context', { field: 'context' });
  const drivers = cleanText(question.drivers)
    .split('\n')
    .map(cleanLine)
    .filter((line) => line !== '');
  for (const driver of drivers) checkLength(driver, limits.driver, 'One of these lines', { field: 'drivers' });
  if (drivers.length > limits.drivers) {
    throw new RuleBroken(`${limits.drivers} drivers are the most; there are ${drivers.length}.`, { field: 'drivers' });
  }
  return { title, context, drivers };
}

/** Makes a decision of a filled-in form. `newId` names its options. Throws RuleBroken under the field that is wrong. */
export function propose(form: ProposalForm, place: ProposalPlace, newId: () => string): Decision {
  const { now, ...where } = place;
  const question = checkQuestion(form);
  const options = checkOptions(form.options).map((option, position) => ({
    ...option,
    id: newId(),
    position,
    emoji: emojiAt(position),
    addedBy: place.proposerId,
  }));
  return {
    ...where,
    ...question,
    status: 'proposed',
    namedDeciders: [...new Set(form.deciders)],
    options,
    arguments: [],
    closesAt: checkDeadline(form.closesAt, now),
    voting: undefined,
    outcome: undefined,
    card: undefined,
    version: 1,
    proposedAt: now,
  };
}

/** Adds a checked option at the end. Throws RuleBroken when its name is taken or there are ten already. */
export function addOption(decision: Decision, draft: OptionDraft, by: { id: string; addedBy: string }): Decision {
  if (decision.options.length >= limits.options.most) {
    throw new RuleBroken('Ten options are the most; this decision has ten already.', { field: 'option', position: 0 });
  }
  const twin = decision.options.find((option) => isSameTitle(option.title, draft.title));
  if (twin) {
    const message = `“${twin.title}” is an option already. Please give this one another name.`;
    throw new RuleBroken(message, { field: 'option', position: 0 });
  }
  const position = decision.options.length;
  const option: Option = { ...draft, ...by, position, emoji: emojiAt(position) };
  return { ...decision, options: [...decision.options, option] };
}
