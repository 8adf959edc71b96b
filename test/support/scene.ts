import type { Person } from '@gavel/local-slack/person/person.ts';
import type { SeenMessage, SeenView } from '@gavel/local-slack/person/seen.ts';
import { expect } from 'vitest';
import { languages } from '../../src/words/languages.ts';
import type { Stage } from './gavel.ts';

/** Where the decisions of the tests are made: Alice, Ben, Chloe and Dev are in it, Gus is as a guest, Emi is not. */
export const architecture = '#architecture';

/**
 * Long enough for a vote to be over, on whatever day of the week it began: the suggested deadline is at most ten days
 * away.
 */
export const overAWeek = 11 * 24 * 60 * 60 * 1_000;

/** What somebody types into the propose modal; what is left out stays as the modal suggests it. */
export interface Proposal {
  readonly title: string;
  readonly channel?: string;
  readonly by?: string;
  /** Words, or a whole rich text block. */
  readonly context?: unknown;
  readonly drivers?: string;
  /** Each a name, or a name and what is said about it. */
  readonly options?: readonly (string | readonly [string, string])[];
  /** Each a heading, and what is typed under it in Markdown. */
  readonly sections?: readonly (readonly [string, string])[];
  readonly deciders?: readonly string[];
  /** The title of a rule. */
  readonly rule?: string;
  /** ISO 8601 with its offset. */
  readonly deadline?: string;
  readonly isDiscussedFirst?: boolean;
  /** With commas between them. */
  readonly tags?: string;
}

/** Types `/adr propose` and waits for the form. */
export async function openForm(stage: Stage, by = 'Alice', channel = architecture, title = ''): Promise<SeenView> {
  const person = stage.slack.person(by);
  await person.command(channel, `/adr propose ${title}`);
  return modalWith(stage, person, 'Propose');
}

/** Types `/adr propose`, puts aside a form left from before, and waits for the empty form. */
export async function openFreshForm(stage: Stage, by = 'Alice', channel = architecture, title = ''): Promise<SeenView> {
  const person = stage.slack.person(by);
  await person.command(channel, `/adr propose ${title}`);
  const offered = await stage.slack.until(() => {
    const { submit, blocks } = person.modal() ?? {};
    if (submit === 'Propose') return 'form';
    return JSON.stringify(blocks ?? []).includes('Start afresh') && 'unfinished';
  }, `the form, or an unfinished one of ${by}’s`);
  if (offered === 'unfinished') await person.press('Start afresh');
  return modalWith(stage, person, 'Propose');
}

/** Waits until somebody's modal has this submit button, and returns it. */
export async function modalWith({ slack }: Stage, person: Person, submit: string): Promise<SeenView> {
  return slack.until(() => {
    const modal = person.modal();
    return modal?.submit === submit ? modal : undefined;
  }, `a modal of ${person.name}’s with the button “${submit}”`);
}

/** Waits until somebody's modal says something, and returns everything that it says. */
export async function modalSays({ slack }: Stage, person: Person, words: string): Promise<string> {
  return slack.until(() => {
    const modal = person.modal();
    const text = modal && person.plainText(modal);
    return text?.includes(words) ? text : undefined;
  }, `a modal of ${person.name}’s that says “${words}”`);
}

/** Fills in the open propose modal, with as many option rows as it takes. */
export async function fillForm(stage: Stage, proposal: Proposal): Promise<Person> {
  const { options = ['Go', 'Rust'] } = proposal;
  const person = stage.slack.person(proposal.by ?? 'Alice');
  await person.fill('Question', proposal.title);
  await person.fill('Context and problem statement', proposal.context ?? 'It has to be decided.');
  if (proposal.drivers !== undefined) await person.fill('Decision drivers', proposal.drivers);
  for (const [index, option] of options.entries()) {
    const [name, about] = typeof option === 'string' ? [option] : option;
    if (index >= 2) await addRow(stage, person, index + 1);
    await person.fill(`Option ${index + 1}`, name);
    if (about !== undefined) await describeOption(stage, person, index + 1, about);
  }
  for (const [index, [heading, text]] of (proposal.sections ?? []).entries()) {
    await addSection(stage, person, index + 1, 'Add a section in Markdown');
    await person.fill(`Section ${index + 1}`, heading);
    await person.fill(`Text of section ${index + 1}`, text);
  }
  if (proposal.deciders !== undefined) await person.fill('Deciders', proposal.deciders);
  if (proposal.rule !== undefined) await person.fill('Rule', proposal.rule);
  if (proposal.deadline !== undefined) await person.fill('Voting closes', proposal.deadline);
  if (proposal.tags !== undefined) {
    await person.press('Tags, paths, when to look again');
    await modalSays(stage, person, 'Affected paths');
    await person.fill('Tags', proposal.tags);
  }
  if (proposal.isDiscussedFirst) await person.fill('Voting', 'Discuss first, vote later');
  return person;
}

/** Presses “Add an option” and waits for the row. */
export async function addRow(stage: Stage, person: Person, number: number): Promise<void> {
  await person.press('Add an option');
  await modalSays(stage, person, `\nOption ${number} (optional):`);
}

/** Shows the input for the description of an option that has none yet, and fills it in. */
export async function describeOption(stage: Stage, person: Person, number: number, words: string): Promise<void> {
  const label = `About option ${number}`;
  const isOpen = (text: string) => text.includes(`\n${label} (optional):`);
  const opened = Array.from({ length: number - 1 }, (_, index) => `About option ${index + 1}`);
  const shown = person.plainText(person.modal() ?? throwNoModal(person));
  const before = opened.filter((each) => shown.includes(`\n${each} (optional):`)).length;
  if (!isOpen(shown)) await person.press('Describe it', number - before);
  await modalSays(stage, person, `\n${label} (optional):`);
  await person.fill(label, words);
}

function throwNoModal({ name }: Person): never {
  throw new Error(`${name} has no modal open.`);
}

/** Presses “Add a section”, or the button for one in Markdown, and waits for the row. */
export async function addSection(
  stage: Stage,
  person: Person,
  number: number,
  button: 'Add a section' | 'Add a section in Markdown' = 'Add a section',
): Promise<void> {
  await person.press(button);
  await modalSays(stage, person, `\nSection ${number} (optional):`);
}

/** Waits until these words are saved in an unfinished form, a moment after they were typed. */
export async function isKept(stage: Stage, words: string): Promise<void> {
  const forms = () => stage.query('select from draft where strpos(form::text, $1) > 0', [words]);
  await expect.poll(forms, { timeout: 30_000 }).not.toEqual([]);
}

/** Presses “Use a Markdown draft” in the open form, and pastes one or chooses a file. */
export async function giveDraft(
  stage: Stage,
  person: Person,
  draft: { pasted?: string; file?: { name: string; content: string | Uint8Array } },
): Promise<void> {
  await person.press('Use a Markdown draft');
  await modalWith(stage, person, 'Fill in the form');
  if (draft.pasted !== undefined) await person.fill('Draft', draft.pasted);
  if (draft.file) await person.fill('Or a file', { file: draft.file });
  await person.submit();
}

/** Proposes a decision and waits for its card. `shown` is its title as the card has it, if that differs. */
export async function propose(stage: Stage, proposal: Proposal, shown = proposal.title): Promise<SeenMessage> {
  const { by, channel } = proposal;
  await openFreshForm(stage, by, channel);
  const person = await fillForm(stage, proposal);
  await person.submit();
  const left = person.modal();
  if (left) throw new Error(`The modal stayed open:\n${person.plainText(left)}`);
  const voters = proposal.isDiscussedFirst ? 'Voting is not open yet' : 'have voted';
  await cardSays(stage, shown, voters, channel);
  return standingCard(stage, shown, channel);
}

/** The card with this title, if it is in the channel. */
export function card({ slack }: Stage, title: string, channel = architecture): SeenMessage | undefined {
  return slack
    .person('Alice')
    .sees(channel)
    .findLast((message) => message.blocks.some((block) => headingOf(block) === title));
}

/** The card with this title; throws when it isn't in the channel. */
export function standingCard(stage: Stage, title: string, channel = architecture): SeenMessage {
  const found = card(stage, title, channel);
  if (found === undefined) throw new Error(`There is no card “${title}” in ${channel}.`);
  return found;
}

function headingOf(block: { readonly [key: string]: unknown }): unknown {
  const { type, text } = block;
  return type === 'header' && typeof text === 'object' && text !== null && 'text' in text ? text.text : undefined;
}

/** Waits until the card says something, and returns everything that it says. */
export async function cardSays(stage: Stage, title: string, words: string, channel = architecture): Promise<string> {
  const alice = stage.slack.person('Alice');
  return stage.slack.until(() => {
    const message = card(stage, title, channel);
    const text = message && alice.plainText(message);
    return text?.includes(words) ? text : undefined;
  }, `the card “${title}” to say “${words}”`);
}

/** Waits until the card has its emoji, so that people can vote, and returns it. */
export async function cardWithEmoji(stage: Stage, title: string, options = 2): Promise<SeenMessage> {
  return stage.slack.until(() => {
    const message = card(stage, title);
    return message !== undefined && message.reactions.length >= options ? message : undefined;
  }, `${options} emoji under the card “${title}”`);
}

/** Everything said in a card's thread, except for the card itself. */
export function threadOf({ slack }: Stage, message: SeenMessage): string[] {
  const alice = slack.person('Alice');
  return alice
    .thread(message)
    .filter(({ ts }) => ts !== message.ts)
    .map((reply) => alice.plainText(reply));
}

/** Clicks a button of a message, or an item of its menu, and waits for the modal with this submit button. */
export async function openFromCard(
  stage: Stage,
  person: Person,
  message: SeenMessage,
  [name, submit]: readonly [string, string],
): Promise<SeenView> {
  await press(person, message, name);
  return modalWith(stage, person, submit);
}

/** The items of the menu in a block. */
function itemsIn({ elements }: { readonly [key: string]: unknown }): string[] {
  const all: readonly unknown[] = Array.isArray(elements) ? elements : [];
  return all.flatMap((element) => {
    const isMenu = typeof element === 'object' && element !== null && 'options' in element;
    const options: readonly unknown[] = isMenu && Array.isArray(element.options) ? element.options : [];
    return options.flatMap((option) => JSON.stringify(option).match(/"text":"([^"]*)"/)?.[1] ?? []);
  });
}

/** Clicks a button of a card, or an item of its menu. */
export async function press(person: Person, message: SeenMessage, name: string): Promise<void> {
  const isInMenu = message.blocks.some((block) => itemsIn(block).includes(name));
  await (isInMenu ? person.choose(message, name) : person.click(message, name));
}

/** Waits until the form for an outcome is drawn again for the option that was picked in it. */
export async function pickedOption({ slack }: Stage, person: Person): Promise<void> {
  await slack.until(() => person.modal()?.privateMetadata.includes('optionId'), 'the form for the picked option');
}

/**
 * The words under a field of somebody's modal, by its label. Throws when the modal is not open or has no such field.
 */
export function errorUnder(person: Person, label: string): string | undefined {
  const modal = person.modal();
  if (modal === undefined) throw new Error(`${person.name} has no modal open.`);
  const isField = (block: { readonly [key: string]: unknown }) => JSON.stringify(block.label)?.includes(`"${label}"`);
  const field = modal.blocks.find(isField);
  if (field === undefined) throw new Error(`The modal has no field “${label}”:\n${person.plainText(modal)}`);
  return modal.errors[String(field.block_id)];
}

/** The latest thing that only this person sees in a channel. */
export function lastPrivateAnswer(person: Person, channel = architecture): string {
  const answer = person.sees(channel).findLast(({ isEphemeral }) => isEphemeral);
  return answer ? person.plainText(answer) : '';
}

/** Runs a command and waits for its private answer. */
export async function ask({ slack }: Stage, person: Person, line: string, channel = architecture): Promise<string> {
  const count = () => person.sees(channel).filter(({ isEphemeral }) => isEphemeral).length;
  const before = count();
  await person.command(channel, line);
  await slack.until(() => count() > before, `the answer to ${line}`);
  return lastPrivateAnswer(person, channel);
}

/** Runs a command that answers with a modal, and waits for what it has to say. */
export async function look(stage: Stage, person: Person, line: string, channel = architecture): Promise<string> {
  await person.closeAllModals();
  await person.command(channel, line);
  return modalIsFilled(stage, person);
}

const waitingWords = Object.values(languages).map(({ forms }) => forms.loading);

/** Waits until the modal on top has its content, and returns everything that it says. */
export async function modalIsFilled({ slack }: Stage, person: Person): Promise<string> {
  return slack.until(() => {
    const modal = person.modal();
    const text = modal && person.plainText(modal);
    return waitingWords.some((words) => text?.includes(words)) ? undefined : text;
  }, `a modal of ${person.name}’s with its content`);
}

/** Presses a button that turns the page of the open modal, and waits for that page. */
export async function turnPage(stage: Stage, person: Person, button: string, page: number): Promise<string> {
  await person.press(button);
  return modalSays(stage, person, `Page ${page} of `);
}
