import type { Person } from '@gavel/local-slack/person/person.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../support/gavel.ts';
import {
  addRow,
  cardSays,
  errorUnder,
  fillForm,
  modalSays,
  openFreshForm,
  openFromCard,
  type Proposal,
  propose,
} from '../support/scene.ts';

const hour = 60 * 60 * 1_000;

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ rateLimits: false });
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  for (const name of ['Alice', 'Ben']) await stage.slack.person(name).closeAllModals();
});

function inHours(hours: number): string {
  return new Date(stage.slack.clock.now().getTime() + hours * hour).toISOString();
}

async function countDecisions(title: string): Promise<number> {
  return (await stage.query('select id from decision where title = $1', [title])).length;
}

describe('the form of a proposal', () => {
  const refused: readonly (readonly [what: string, Omit<Proposal, 'title'>, field: string, words: RegExp])[] = [
    ['an option is named twice', { options: ['Go', 'Rust', ' go '] }, 'Option 3', /Option 1 is already called “Go”/],
    ['two options look the same', { options: ['Go', 'G\u200bo'] }, 'Option 2', /already called “Go”/],
    ['there is one option only', { options: ['Go', '  '] }, 'Option 2', /at least 2 options/],
    ['an option has a description but no name', { options: ['Go', 'Rust', [' ', 'Fast']] }, 'Option 3', /a name/],
    ['the context is blank', { context: ' \n\u200b ' }, 'Context and problem statement', /say what the problem is/],
    ['a driver is too long', { drivers: `fast\n${'x'.repeat(251)}` }, 'Decision drivers', /251 characters/],
    ['there are eleven drivers', { drivers: 'fast\n'.repeat(11) }, 'Decision drivers', /The maximum is 10 drivers/],
    ['nobody named can vote', { deciders: ['Gavel'] }, 'Deciders', /None of these can vote/],
  ];

  it.each(refused)('points at the field when %s', async (what, proposal, field, words) => {
    await openFreshForm(stage);
    const alice = await fillForm(stage, { title: what, ...proposal });
    await alice.submit();
    expect(errorUnder(alice, field)).toMatch(words);
    expect(Object.keys(alice.modal()?.errors ?? {})).toHaveLength(1);
    expect(await countDecisions(what)).toBe(0);
  });

  it.each([
    ['has passed', -1, /has passed/],
    ['is more than a year ahead', 367 * 24, /more than a year/],
  ])('points at the deadline when it %s', async (what, hours, words) => {
    await openFreshForm(stage);
    const alice = await fillForm(stage, { title: what, deadline: inHours(hours) });
    await alice.submit();
    expect(errorUnder(alice, 'Voting closes')).toMatch(words);
    expect(await countDecisions(what)).toBe(0);
  });

  it('points at an empty title, as Slack does itself', async () => {
    await openFreshForm(stage);
    const alice = await fillForm(stage, { title: '' });
    await alice.submit();
    expect(errorUnder(alice, 'Question')).toBeDefined();
    expect(await countDecisions('')).toBe(0);
  });

  it('accepts what was wrong as soon as it is right', async () => {
    await openFreshForm(stage);
    const alice = await fillForm(stage, { title: 'Second try', options: ['Go', 'Go'] });
    await alice.submit();
    await alice.fill('Option 2', 'Rust');
    await alice.submit();
    expect(alice.modal()).toBeUndefined();
    await cardSays(stage, 'Second try', 'Rust');
  });

  it('leaves out rows that stay empty', async () => {
    const rows = { title: 'With gaps', options: ['Go', 'Rust', '', 'Zig'] };
    expect(stage.slack.person('Alice').plainText(await propose(stage, rows))).toMatch(/:three: {2}Zig/);
  });

  it('has no room for an eleventh option', async () => {
    await openFreshForm(stage);
    const names = Array.from({ length: 10 }, (_, index) => `Way ${index + 1}`);
    const alice = await fillForm(stage, { title: 'Eleven ways', options: names });
    await expect(addRow(stage, alice, 11)).rejects.toThrow('There is no button "Add an option"');
    await alice.submit();
    const message = await stage.slack.until(
      () => alice.sees('#architecture').find((each) => each.text.includes('Eleven ways')),
      'the card',
    );
    await openFromCard(stage, alice, message, ['Add option', 'Add']);
    await alice.fill('Option', 'Way 11');
    await alice.submit();
    expect(errorUnder(alice, 'Option')).toMatch(/already has 10 options/);
    expect(await stage.query(`select 1 from option where title = 'Way 11'`)).toEqual([]);
  });
});

describe('the other forms', () => {
  const title = 'Which forms?';
  let ben: Person;

  beforeAll(async () => {
    ben = stage.slack.person('Ben');
    await stage.slack.person('Alice').closeAllModals();
    await propose(stage, { title, isDiscussedFirst: true });
  });

  const cardNow = () =>
    cardSays(stage, title, 'Go').then(() => ben.sees('#architecture').findLast((each) => each.text.includes(title)));

  async function open(who: Person, button: readonly [string, string]): Promise<void> {
    const message = await cardNow();
    if (message) await openFromCard(stage, who, message, button);
  }

  it('point at an option that already exists', async () => {
    await open(ben, ['Add option', 'Add']);
    await ben.fill('Option', 'GO');
    await ben.submit();
    expect(errorUnder(ben, 'Option')).toBe('“Go” is an option already. Please give this one another name.');
  });

  it('point at a reason without words', async () => {
    await open(ben, ['Add pro / con', 'Add']);
    await ben.fill('Option', 'Go');
    await ben.fill('Because', '\u200b ');
    await ben.submit();
    expect(errorUnder(ben, 'Because')).toBe('Please say why, in a sentence.');
  });

  const alice = () => stage.slack.person('Alice');

  it('point at two options that an edit would make equal', async () => {
    await open(alice(), ['Edit', 'Save']);
    await alice().fill('Option 2', 'go');
    await alice().submit();
    expect(errorUnder(alice(), 'Option 2')).toMatch(/already called “Go”/);
  });

  it('point at a question that an edit would leave without words', async () => {
    await open(alice(), ['Edit', 'Save']);
    await alice().fill('Question', ' ');
    await alice().submit();
    expect(errorUnder(alice(), 'Question')).toMatch(/Please give the decision a title/);
  });

  it.each([
    ['has passed', -1, /has passed/],
    ['is more than a year ahead', 367 * 24, /more than a year/],
  ])('point at a deadline that %s', async (_what, hours, words) => {
    for (const button of [
      ['Open voting', 'Open voting'],
      ['Move the deadline', 'Move it'],
    ] as const) {
      await open(alice(), button);
      await alice().fill('Voting closes', inHours(hours));
      await alice().submit();
      expect(errorUnder(alice(), 'Voting closes')).toMatch(words);
      await alice().closeModal();
    }
  });

  it('point at an outcome without a reason, or without an option', async () => {
    const said = () => JSON.stringify(alice().modal()?.blocks);
    await open(alice(), ['Record outcome', 'Record']);
    await alice().fill('Chosen option', 'Go');
    await modalSays(stage, alice(), 'Title of the record');
    await alice().fill('Because', ' \u200b ');
    await alice().submit();
    expect(errorUnder(alice(), 'Because')).toMatch(/Please say why/);
    await alice().fill('Because', 'it is small.');
    await alice().fill('Chosen option', null);
    // A title is offered for an option alone.
    await stage.slack.until(() => !said().includes('Title of the record'), 'the form without an option');
    await alice().submit();
    expect(errorUnder(alice(), 'Chosen option')).toMatch(/which option was chosen/);
    expect(await stage.query(`select status from decision where title = $1`, [title])).toEqual([
      { status: 'proposed' },
    ]);
  });
});
