import type { Bond, Decision, Naming, SourceMessage, UserGroup } from '../decision.ts';
import { RuleBroken } from '../failure/rule-broken.ts';
import { limits } from '../limits.ts';
import { checkRecall, emptyRecallForm, type RecallForm } from '../recall/recall.ts';
import type { Rule } from '../rule/rule.ts';
import { checkLength, checkPresent, cleanLine, cleanText } from '../text.ts';
import { dayIn } from '../time/day.ts';
import { checkDeadline } from '../time/deadline.ts';
import { checkVotingDeadline } from '../vote/voting.ts';
import { type Argument, checkArguments, type DraftedArgument } from './argument.ts';
import { checkOptions, emojiAt, isSameTitle, listWithdrawn, type Option, type OptionForm } from './option.ts';
import { checkSections, type Section } from './section.ts';

/** What is asked, as somebody typed it; the drivers are one to a line. */
export interface Question {
  readonly title: string;
  /** Markdown, already made from Slack's rich text. */
  readonly context: string;
  readonly drivers: string;
}

/** Everything that the propose modal asks for. */
export interface ProposalForm extends Question {
  readonly options: readonly (OptionForm & {
    readonly arguments: readonly DraftedArgument[];
    /** It leaves the ADR that the proposal is bound to as it is. */
    readonly keepsAdr?: boolean | undefined;
  })[];
  readonly sections: readonly Section[];
  /** The Markdown draft that the form was filled in from, if there was one. */
  readonly draft: string | undefined;
  readonly bond: Bond | undefined;
  readonly source?: SourceMessage | undefined;
  readonly deciders: readonly string[];
  readonly groups?: readonly UserGroup[] | undefined;
  readonly rule: Rule;
  readonly closesAt: Date | undefined;
  readonly opensVotingNow: boolean;
  /** Left out if nobody asked. */
  readonly recall?: RecallForm | undefined;
}

/** Who proposes, where and when. */
export interface ProposalPlace {
  readonly id: string;
  readonly teamId: string;
  readonly channelId: string;
  /** The `id` of the archive that it goes to. */
  readonly archive: string;
  readonly proposerId: string;
  readonly timeZone: string;
  readonly now: Date;
}

/** Cleans a title. Throws RuleBroken. */
export function checkTitle(typed: string): string {
  const title = cleanLine(typed);
  checkPresent(title, 'title', { field: 'title' });
  checkLength(title, limits.title, 'title', { field: 'title' });
  return title;
}

/** Makes drivers of lines. Throws RuleBroken. */
export function checkDrivers(typed: string): string[] {
  const drivers = cleanText(typed)
    .split('\n')
    .map(cleanLine)
    .filter((line) => line !== '');
  for (const driver of drivers) checkLength(driver, limits.driver, 'driver', { field: 'drivers' });
  if (drivers.length > limits.drivers) {
    const [count, most] = [drivers.length, limits.drivers];
    throw new RuleBroken({ code: 'too many', what: 'drivers', count, most }, { field: 'drivers' });
  }
  return drivers;
}

/**
 * Cleans a question. A context that a Markdown draft brought may be longer than a form holds. Throws RuleBroken under
 * the field that is wrong.
 */
export function checkQuestion(question: Question, isDrafted = false): Pick<Decision, 'title' | 'context' | 'drivers'> {
  const title = checkTitle(question.title);
  const context = cleanText(question.context);
  checkPresent(context, 'context', { field: 'context' });
  checkLength(context, isDrafted ? limits.draft : limits.context, 'context', { field: 'context' });
  return { title, context, drivers: checkDrivers(question.drivers) };
}

/**
 * Makes a decision of a filled-in form. `newId` names its options and arguments. Throws RuleBroken under the field that
 * is wrong.
 */
export function propose(form: ProposalForm, place: ProposalPlace, newId: () => string): Decision {
  const { now, ...where } = place;
  const isDrafted = form.draft !== undefined;
  const question = checkQuestion(form, isDrafted);
  const closesAt = form.opensVotingNow
    ? checkVotingDeadline(form.rule, form.closesAt, now)
    : checkDeadline(form.closesAt, now);
  const namedDeciders = [...new Set(form.deciders)];
  const namedGroups = form.groups ?? [];
  checkDeciders(form.rule, { namedDeciders, namedGroups }, 'deciders');
  const rows = checkOptions(form.options.map((option, row) => ({ ...option, row })));
  const options = rows.map(
    ({ title, description }, position): Option => ({
      id: newId(),
      position,
      title,
      description,
      emoji: emojiAt(position),
      addedBy: place.proposerId,
    }),
  );
  return {
    ...where,
    ...question,
    status: 'proposed',
    namedDeciders,
    namedGroups,
    options,
    arguments: draftedArguments(rows, options, place, newId),
    withdrawn: { options: [], arguments: [] },
    objections: [],
    sections: checkSections(form.sections, isDrafted),
    ...checkRecall(form.recall ?? emptyRecallForm, dayIn(place.timeZone, now)),
    draft: form.draft,
    bond: form.bond && { ...form.bond, keepingOptionId: options[rows.findIndex(({ keepsAdr }) => keepsAdr)]?.id },
    ...sourceOf(form),
    rule: form.rule,
    closesAt,
    voting: undefined,
    outcome: undefined,
    card: undefined,
    version: 1,
    proposedAt: now,
  };
}

/** Only what a decision keeps: a form may know more about its message. */
function sourceOf({ source }: ProposalForm): Pick<Decision, 'source'> {
  if (source === undefined) return {};
  const { channelId, ts, threadTs, link } = source;
  return { source: { channelId, ts, threadTs, ...(link === undefined ? {} : { link }) } };
}

/** Throws RuleBroken under what was chosen where one person is to decide and not one is named by name. */
export function checkDeciders(rule: Rule, { namedDeciders, namedGroups }: Naming, chosen: 'deciders' | 'rule'): void {
  if (rule.deciders === 'any number' || (namedDeciders.length === 1 && namedGroups.length === 0)) return;
  throw new RuleBroken({ code: 'no single decider', chosen }, { field: chosen });
}

/** The reasons that the form begins with: whoever proposes it answers for them, except for what others said. */
function draftedArguments(
  rows: readonly { readonly row: number; readonly arguments: readonly DraftedArgument[] }[],
  options: readonly Option[],
  { proposerId, now }: ProposalPlace,
  newId: () => string,
): Argument[] {
  const drafted = rows.flatMap(({ row, arguments: reasons }, position) => {
    const optionId = options[position]?.id ?? '';
    return checkArguments(reasons, row).map(({ kind, text, saidBy }) => ({ kind, text, saidBy, optionId }));
  });
  if (drafted.length > limits.argumentsInDraft) {
    const [count, most] = [drafted.length, limits.argumentsInDraft];
    throw new RuleBroken({ code: 'too many drafted reasons', count, most }, { field: 'options' });
  }
  return drafted.map(({ saidBy = proposerId, ...reason }, index) => {
    // A millisecond apart, so that they stay in the draft's order.
    const madeAt = new Date(now.getTime() + index);
    const taken = saidBy === proposerId ? {} : { takenBy: proposerId };
    return { ...reason, id: newId(), authorId: saidBy, ...taken, madeAt };
  });
}

/**
 * Adds a checked option at the end. Throws RuleBroken when its name is taken, there are ten already, or somebody other
 * than the proposer has added as many as one person may.
 */
export function addOption(decision: Decision, form: OptionForm, by: { id: string; addedBy: string }): Decision {
  const at = { field: 'option', position: 0 } as const;
  const { most } = limits.options;
  // A withdrawn option that stays listed keeps its emoji.
  const listed = [...decision.options, ...listWithdrawn(decision.withdrawn.options)];
  if (listed.length >= most) throw new RuleBroken({ code: 'options full', most }, at);
  const own = listed.filter(({ addedBy }) => addedBy === by.addedBy && addedBy !== decision.proposerId);
  if (own.length >= limits.optionsEach) {
    throw new RuleBroken({ code: 'own share used', what: 'options', count: own.length }, at);
  }
  const twin = decision.options.find((option) => isSameTitle(option.title, form.title));
  if (twin) throw new RuleBroken({ code: 'option name taken', name: twin.title }, at);
  const position = listed.length;
  const option: Option = { ...form, ...by, position, emoji: emojiAt(position) };
  return { ...decision, options: [...decision.options, option] };
}
