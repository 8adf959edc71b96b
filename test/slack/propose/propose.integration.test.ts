import type { Person } from '@gavel/local-slack/person/person.ts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { markdownToRichText } from '../../../src/slack/text/rich-text/markdown.ts';
import { type Stage, setStage } from '../../support/gavel.ts';
import {
  addRow,
  addSection,
  cardSays,
  errorUnder,
  fillForm,
  isKept,
  modalSays,
  modalWith,
  openFreshForm,
  openFromCard,
  press,
  propose,
} from '../../support/scene.ts';

let stage: Stage;
let alice: Person;
beforeAll(async () => {
  stage = await setStage({ rateLimits: false });
  alice = stage.slack.person('Alice');
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(() => alice.closeAllModals());

const sections = [
  ['Rationale', 'It is *small*.\n\n* one\n* two'],
  ['Success metrics', '| loss |\n| ---- |\n| 0    |'],
] as const;

async function sectionsOf(title: string): Promise<unknown> {
  const [row] = await stage.query<{ sections: unknown }>('select sections from decision where title = $1', [title]);
  return row?.sections;
}

it('typed sections become the decision’s, and Read more shows them', async () => {
  const message = await propose(stage, { title: 'With sections', sections });
  expect(await sectionsOf('With sections')).toEqual(sections.map(([heading, markdown]) => ({ heading, markdown })));
  await press(stage.slack.person('Ben'), message, 'Read more');
  const text = await modalSays(stage, stage.slack.person('Ben'), 'Rationale');
  for (const words of ['It is small.', 'Success metrics', 'loss']) expect(text).toContain(words);
  const [event] = await stage.query<{ detail: object }>(`select detail from event where kind = 'proposed'`);
  expect(event?.detail).toMatchObject({ sections: ['Rationale', 'Success metrics'], isDrafted: false });
});

it('a section is typed in Slack’s editor, or in Markdown if somebody wants more than the editor has', async () => {
  await openFreshForm(stage);
  await fillForm(stage, { title: 'Both kinds' });
  await addSection(stage, alice, 1);
  await alice.fill('Section 1', 'Rationale');
  await alice.fill('Text of section 1', markdownToRichText('It is **small**.\n\n* one\n* two'));
  await addSection(stage, alice, 2, 'Add a section in Markdown');
  await alice.fill('Section 2', 'Success metrics');
  await alice.fill('Text of section 2', '| loss |\n| ---- |\n| 0    |');
  await addRow(stage, alice, 3);
  expect(alice.plainText(await modalWith(stage, alice, 'Propose'))).toContain('Markdown, which has more');
  await alice.submit();
  await cardSays(stage, 'Both kinds', 'have voted');
  expect(await sectionsOf('Both kinds')).toEqual([
    { heading: 'Rationale', markdown: 'It is **small**.\n\n* one\n* two' },
    { heading: 'Success metrics', markdown: '| loss |\n| ---- |\n| 0    |' },
  ]);
});

it('Edit changes them and adds one, until voting opens', async () => {
  const title = 'Edited sections';
  const message = await propose(stage, { title, sections, isDiscussedFirst: true });
  await openFromCard(stage, alice, message, ['Edit', 'Save']);
  await alice.fill('Text of section 1', 'Other words.');
  await alice.fill('Section 2', '');
  await alice.fill('Text of section 2', '');
  await addSection(stage, alice, 3);
  await alice.fill('Section 3', 'References');
  await alice.submit();
  expect(errorUnder(alice, 'Section 3')).toContain('say something under “References”');
  await alice.fill('Text of section 3', '[RFC](https://example.com)');
  await alice.submit();
  expect(alice.modal()).toBeUndefined();
  const edited = [
    { heading: 'Rationale', markdown: 'Other words.' },
    { heading: 'References', markdown: '[RFC](https://example.com)' },
  ];
  expect(await sectionsOf(title)).toEqual(edited);

  await openFromCard(stage, alice, message, ['Open voting', 'Open voting']);
  await alice.submit();
  await cardSays(stage, title, 'have voted');
  await openFromCard(stage, alice, message, ['Edit', 'Save']);
  expect(alice.plainText(alice.modal() ?? message)).toContain('options and sections stay as people have voted on them');
  await alice.fill('Question', `${title} again`);
  await alice.submit();
  await cardSays(stage, `${title} again`, 'have voted');
  expect(await sectionsOf(`${title} again`)).toEqual(edited);
});

it('two people can’t overwrite each other’s sections', async () => {
  const message = await propose(stage, { title: 'Edited twice', sections, isDiscussedFirst: true, deciders: ['Ben'] });
  const ben = stage.slack.person('Ben');
  await openFromCard(stage, alice, message, ['Edit', 'Save']);
  await openFromCard(stage, ben, message, ['Edit', 'Save']);
  await ben.fill('Text of section 1', 'Ben’s words.');
  await ben.submit();
  await alice.fill('Text of section 2', 'Alice’s words.');
  await alice.submit();
  expect(errorUnder(alice, 'Question')).toContain('Somebody else saved a change');
  expect(await sectionsOf('Edited twice')).toMatchObject([{ markdown: 'Ben’s words.' }, {}]);
});

it.each([
  ['a heading that names a field', 'Background', 'Text.', 'Section 1', 'names the context'],
  ['a text without a heading', ' ', 'Text.', 'Section 1', 'give this section a heading'],
  ['a heading without a text', 'Rationale', ' ', 'Section 1', 'say something under “Rationale”'],
])('points at %s', async (title, heading, text, label, words) => {
  await openFreshForm(stage);
  await fillForm(stage, { title, sections: [[heading, text]] });
  await alice.submit();
  expect(errorUnder(alice, label)).toContain(words);
  expect(await stage.query('select 1 from decision where title = $1', [title])).toEqual([]);
});

it('has room for twelve, and leaves out those that stay empty', async () => {
  await openFreshForm(stage);
  await fillForm(stage, { title: 'Twelve sections' });
  for (let number = 1; number <= 12; number += 1) await addSection(stage, alice, number);
  await expect(addSection(stage, alice, 13)).rejects.toThrow('There is no button "Add a section"');
  await alice.fill('Section 12', 'References');
  await alice.fill('Text of section 12', 'None.');
  await alice.submit();
  await cardSays(stage, 'Twelve sections', 'have voted');
  expect(await sectionsOf('Twelve sections')).toEqual([{ heading: 'References', markdown: 'None.' }]);
});

it('a proposal that is bound to an ADR says so each time it is opened, and stays bound', async () => {
  const bond = { kind: 'supersedes', adrId: 3, number: 3, title: 'Use <Go>' };
  await openFreshForm(stage);
  await alice.fill('Question', 'Bound');
  await isKept(stage, 'Bound');
  await stage.query(`update draft set form = (form::jsonb || $1::jsonb)::json where form ->> 'title' = 'Bound'`, [
    JSON.stringify({ bond }),
  ]);
  await alice.closeModal();
  await alice.command('#architecture', '/adr propose');
  await modalSays(stage, alice, 'You left “Bound” unfinished here');
  await alice.press('Go on with it');
  await modalSays(stage, alice, 'If it is accepted, ADR 0003 “Use <Go>” becomes superseded.');
  await fillForm(stage, { title: 'Bound', options: ['Go', 'Rust', 'Zig'] });
  await modalSays(stage, alice, 'If it is accepted, ADR 0003 “Use <Go>” becomes superseded.');
  await alice.submit();
  await cardSays(stage, 'Bound', 'have voted');
  expect(await stage.query(`select bond from decision where title = 'Bound'`)).toEqual([{ bond }]);
});
