import type { Person } from '@gavel/local-slack/person/person.ts';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { pushFiles } from '../../archive/workshop.ts';
import { addFiles } from '../../support/archive.ts';
import { type Stage, setStage } from '../../support/gavel.ts';
import { ask, cardSays, errorUnder, fillForm, look, modalSays, openFreshForm, propose } from '../../support/scene.ts';

let stage: Stage;
let [alice, ben, gus]: Person[] = [];
beforeAll(async () => {
  stage = await setStage({ rateLimits: false });
  [alice, ben, gus] = ['Alice', 'Ben', 'Gus'].map((name) => stage.slack.person(name));
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  for (const person of [alice, ben, gus]) await person?.closeAllModals();
});

function known(person: Person | undefined): Person {
  if (person === undefined) throw new Error('The workspace lacks people.');
  return person;
}

async function openSettings(person: Person): Promise<string> {
  return look(stage, person, '/adr settings');
}

type Fields = Readonly<Record<string, string>>;

/** Goes to a page of the form for a rule, from 1. */
async function turnTo(person: Person, button: 'Back' | 'Next', page: number): Promise<string> {
  await person.press(button);
  return modalSays(stage, person, `Page ${page} of 5`);
}

/** Adds a rule: what is filled in, page by page. */
async function addRule(person: Person, ...pages: readonly Fields[]): Promise<void> {
  await person.press('Add a rule');
  await modalSays(stage, person, 'Start from a preset');
  for (const [index, fields] of pages.entries()) {
    if (index > 0) await turnTo(person, 'Next', index + 1);
    for (const [label, value] of Object.entries(fields)) await person.fill(label, value);
  }
  await person.submit();
}

it('a channel has rules of its own, and one of them is offered first', async () => {
  const person = known(alice);
  expect(await openSettings(person)).toContain('For everybody in #architecture.');
  await addRule(
    person,
    ...[{ Name: 'Platform', 'Start from': 'Majority' }, {}, { Quorum: '3' }, { 'Minimum time': '2 hours' }],
  );
  const shown = await modalSays(stage, person, 'at least 3 must vote');
  expect(shown).toContain('Platform');
  expect(shown).toContain('Changed by Alice');
  await person.fill('Rule that is offered first', 'Platform');
  await person.submit();
  expect(person.modal()).toBeUndefined();

  // Everybody who proposes is offered it, and the decision has it.
  await propose(stage, { title: 'By our rule', by: 'Ben' });
  expect(await cardSays(stage, 'By our rule', 'more votes for the quorum of 3')).toContain('at least 3 must vote');
  const [row] = await stage.query<{ rule: { quorum: number } }>(
    `select rule from decision where title = 'By our rule'`,
  );
  expect(row?.rule).toMatchObject({ quorum: 3, minimumOpenMinutes: 120 });
});

it('says under the field what cannot be used, on the page where that is', async () => {
  const person = known(ben);
  await openSettings(person);
  await addRule(person, { Name: 'platform' }, {}, { Quorum: 'most of us' });
  expect(errorUnder(person, 'Quorum')).toContain('I can’t use “most of us” as “quorum”');
  await turnTo(person, 'Back', 2);
  await person.submit();
  // Slack shows errors only under the fields that are there.
  expect(await modalSays(stage, person, 'Page 3 of 5')).toContain('I can’t use “most of us” as “quorum”');
  await person.fill('Quorum', '');
  await person.fill('Threshold', 'more than 1/1 of cast');
  await person.submit();
  expect(errorUnder(person, 'Threshold')).toContain('most votes');
  await person.fill('Threshold', 'more than 1/2 of cast');
  await turnTo(person, 'Back', 2);
  await person.fill('Abstaining', 'Counts for the quorum only');
  await modalSays(stage, person, 'counts those who abstained');
  await person.fill('Abstaining', 'Is not counted at all');
  await modalSays(stage, person, 'more than half of all who voted');
  await person.submit();
  expect(errorUnder(person, 'How people vote')).toBe(
    'There is already a rule “Platform”. Please give this one another name.',
  );
});

it('a rule is changed, and removed', async () => {
  const person = known(ben);
  await openSettings(person);
  await addRule(person, { Name: 'Ours' }, {}, { Quorum: '2' });
  await modalSays(stage, person, 'Ours');
  await person.chooseInModal('Change', 1);
  expect(await modalSays(stage, person, 'Start from')).toContain('Ours');
  await person.fill('Name', 'Theirs');
  for (const page of [2, 3]) await turnTo(person, 'Next', page);
  await person.fill('Quorum', '5');
  await person.submit();
  const changed = await modalSays(stage, person, 'at least 5 must vote');
  expect(changed).not.toContain('Ours\n');
  await person.chooseInModal('Remove', 2);
  await stage.slack.until(() => {
    const modal = person.modal();
    return modal && !person.plainText(modal).includes('at least 5 must vote');
  }, 'the rule to go');
  // All of it is kept, with who and when.
  const rows = await stage.query<{ name: string; value: object | null }>(
    `select name, value from rule_setting where name in ('Ours', 'Theirs') order by id`,
  );
  expect(rows.map(({ name, value }) => [name, value !== null])).toEqual([
    ['Ours', true],
    ['Ours', false],
    ['Theirs', true],
    ['Theirs', false],
  ]);
});

it('the removal of a rule while somebody proposes with it is reported under the field', async () => {
  const person = known(alice);
  await openSettings(known(ben));
  await addRule(known(ben), { Name: 'Short-lived' });
  await modalSays(stage, known(ben), 'Short-lived');
  await openFreshForm(stage);
  await fillForm(stage, { title: 'Too late', rule: 'Short-lived' });
  await known(ben).chooseInModal('Remove', 2);
  await stage.slack.until(() => {
    const modal = known(ben).modal();
    return modal && !known(ben).plainText(modal).includes('Short-lived');
  }, 'the rule to go');
  await person.submit();
  expect(errorUnder(person, 'Rule')).toContain('This rule has been removed in the meantime.');
});

it('a channel has a language, in which its open proposals are shown at once', async () => {
  const person = known(ben);
  await propose(stage, { title: 'In which words', by: 'Alice' });
  await cardSays(stage, 'In which words', 'Proposed · voting is open');
  expect(await openSettings(person)).toContain('That of the workspace (English)');
  await person.fill('Language', 'Deutsch');
  await person.submit();
  await cardSays(stage, 'In which words', 'Vorgeschlagen · Abstimmung läuft');
  // What one person reads is in the language of their own Slack.
  expect(await openSettings(person)).toContain('For everybody in #architecture.');
  await person.fill('Language', 'That of the workspace (English)');
  await person.submit();
  await cardSays(stage, 'In which words', 'Proposed · voting is open');
  const rows = await stage.query('select language, set_by from channel_language order by id');
  expect(rows).toEqual(['de', null].map((language) => ({ language, set_by: person.id })));
});

it('a channel has a time zone, which its digests go by as well', async () => {
  const person = known(ben);
  expect(await openSettings(person)).toContain(
    'If you leave it empty, it is that of whoever proposes or sets up the digest.',
  );
  await person.fill('Time zone', 'Europe/Berln');
  await person.submit();
  expect(errorUnder(person, 'Time zone')).toContain('I don’t know the time zone “Europe/Berln”.');
  await person.fill('Time zone', 'asia/tokyo');
  await person.submit();
  expect(person.modal()).toBeUndefined();
  expect(await ask(stage, person, '/adr digest daily 16:00')).toContain('Asia/Tokyo');
  expect(await ask(stage, person, '/adr digest daily 16:00 Europe/Lisbon')).toContain('Europe/Lisbon');
  // What was set stays until somebody changes it.
  await openSettings(person);
  await person.submit();
  await openSettings(person);
  await person.fill('Time zone', '');
  await person.submit();
  expect(await ask(stage, person, '/adr digest daily 16:00')).not.toContain('Asia/Tokyo');
  const rows = await stage.query('select time_zone, set_by from channel_time_zone order by id');
  expect(rows).toEqual(['Asia/Tokyo', null].map((time_zone) => ({ time_zone, set_by: person.id })));
});

it('a guest cannot change them', async () => {
  const refusal = 'Only people in this channel who are not guests can change its settings.';
  expect(await openSettings(known(gus))).toContain(refusal);
});

it('the repository has rules too, and problems with them are reported', async () => {
  const yaml = 'rule: Careful\nrules:\n  Careful: { preset: majority, quorum: 3/4 }\n  Broken: { quorum: 5/4 }\n';
  await addFiles(stage, { '.gavel.yml': yaml });
  await stage.query('delete from rule_setting');
  // `/adr import` looks at the repository now.
  await ask(stage, known(alice), '/adr import');
  await vi.waitUntil(
    async () => (await stage.query("select from archive where settings like '%Careful%'")).length === 1,
    20_000,
  );
  const doubt = 'The rule “Broken” is left out. I can’t use “5/4” as “quorum”';
  expect(await openSettings(known(alice))).toContain(doubt);
  expect(await look(stage, known(alice), '/adr style')).toContain(doubt);
  await known(alice).closeAllModals();
  await propose(stage, { title: 'By the repository’s rule' });
  expect(await cardSays(stage, 'By the repository’s rule', '3 more votes for the quorum of 3')).toContain(
    'three quarters',
  );
});

it('the repository suggests when to look again, for all decisions or for those under a rule', async () => {
  const person = known(alice);
  const yaml =
    'revisit: 1 year\nrules:\n  Careful: { preset: majority, revisit: 2 years }\n  Vague: { revisit: soon }\n';
  await addFiles(stage, { '.gavel.yml': yaml });
  await ask(stage, person, '/adr import');
  await vi.waitUntil(
    async () => (await stage.query("select from archive where settings like '%Vague%'")).length === 1,
    20_000,
  );
  expect(await openSettings(person)).toContain('The rule “Vague” is left out. I can’t use “soon” as “revisit”');
  await person.closeAllModals();

  await openFreshForm(stage);
  const inAYear = await modalSays(stage, person, '12 months from now, as the rules in .gavel.yml suggest');
  expect(inAYear).not.toContain('Affected paths');
  await fillForm(stage, { title: 'Careful for years', rule: 'Careful' });
  const inTwo = await modalSays(stage, person, '24 months from now');
  await person.fill('Look again on', '2035-01-31');
  await person.fill('Rule', 'Most votes');
  expect(await modalSays(stage, person, '12 months from now')).toContain('2035-01-31');
  await person.fill('Rule', 'Careful');
  await modalSays(stage, person, '24 months from now');
  await person.submit();
  await cardSays(stage, 'Careful for years', 'have voted');
  await propose(stage, { title: 'For a year' });
  const days = await stage.query(
    "select title, revisit_on::text from decision where title in ('Careful for years', 'For a year') order by title",
  );
  const dayIn = (text: string) => /Look again on \(optional\): (\S+)/.exec(text)?.[1];
  expect(dayIn(inAYear)?.slice(0, 4)).not.toBe(dayIn(inTwo)?.slice(0, 4));
  expect(days).toEqual([
    { title: 'Careful for years', revisit_on: '2035-01-31' },
    { title: 'For a year', revisit_on: dayIn(inAYear) },
  ]);
});

it('a .gavel.yml that is too large is not used, and each command that has to do with it says so', async () => {
  const person = known(alice);
  const yaml = `rule: unanimous\nstyle:\n  bullet: "+"\n${'# Nobody reads as far as here.\n'.repeat(400)}`;
  await pushFiles(stage.repository, { 'docs/decisions/.gavel.yml': yaml });
  await stage.query('delete from rule_setting');
  await ask(stage, person, '/adr import');
  await vi.waitUntil(
    async () => (await stage.query("select from archive where settings like '%Nobody reads%'")).length === 1,
    20_000,
  );
  // What is kept of it is hardly more than what would be read.
  const [kept] = await stage.query<{ length: number }>('select length(settings) from archive');
  expect(kept?.length).toBe(10_001);
  const tooLarge = 'has more than 10,000 characters, so nothing of it is read';
  expect(await openSettings(person)).toContain(`.gavel.yml: It ${tooLarge}; votes go without it.`);
  for (const command of ['/adr style', '/adr doctor']) {
    const said = await look(stage, person, command);
    expect(said).toContain(`.gavel.yml ${tooLarge}.`);
    expect(said).toContain('until then, the style is the one that was learned, and votes go without it.');
  }
  await person.closeAllModals();
  await propose(stage, { title: 'Without the repository’s rule' });
  const card = await cardSays(stage, 'Without the repository’s rule', 'have voted');
  expect(card).not.toContain('unanimous');
});

it('loses nothing of a rule while its pages are turned, and says at each what the rule is', async () => {
  const person = known(ben);
  await openSettings(person);
  await addRule(
    person,
    { 'Start from': 'Unanimous' },
    { 'How people vote': 'For one option' },
    { Objections: 'Are told and written down' },
    {},
    { 'Deciding in place of the vote': 'The deciders and admins', 'A second person': 'Is not needed' },
  );
  expect(await modalSays(stage, person, 'Page 1 of 5')).toContain('Please give this rule a name.');
  await person.fill('Name', 'In steps');
  for (const page of [2, 3, 4, 5]) await turnTo(person, 'Next', page);
  const told = await modalSays(stage, person, 'Only the deciders, the channel’s creator, and admins can decide');
  expect(told).toContain('Everyone has one vote');
  expect(told).not.toContain('objection blocks');
  await person.submit();
  await modalSays(stage, person, 'In steps');
  const [row] = await stage.query<{ value: object }>(`select value from rule_setting where name = 'In steps'`);
  expect(row?.value).toEqual({
    preset: 'unanimous',
    method: 'single',
    objections: 'warn',
    override: ['deciders', 'admins'],
    'second person': false,
  });
});
