import type { Person } from '@gavel/local-slack/person/person.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { markdownToRichText } from '../../../src/slack/text/rich-text/markdown.ts';
import { type Stage, setStage } from '../../support/gavel.ts';
import {
  addSection,
  architecture,
  cardSays,
  errorUnder,
  giveDraft,
  isKept,
  modalSays,
  modalWith,
  openFreshForm,
} from '../../support/scene.ts';

let stage: Stage;
let alice: Person;
beforeAll(async () => {
  stage = await setStage({ mode: 'http', rateLimits: false });
  alice = stage.slack.person('Alice');
});
afterAll(() => stage[Symbol.asyncDispose]());
beforeEach(async () => {
  await alice.closeAllModals();
  await stage.query('update draft set ended_at = now()');
});

const table = '| what | how much |\n| ---- | -------- |\n| loss | 0        |';

/** A draft in no known template: a table, a quotation mark, an ampersand, options with and without reasons. */
function draftOf(title: string): string {
  return [
    `# ${title}`,
    '## Context and Problem Statement',
    `Traces arrive in bursts; R&D says “a < b”.\n\n${table}`,
    '## Decision Drivers',
    '* no trace is lost\n* one team runs it',
    '## Considered Options',
    '* Kafka\n* NATS\n* Neither',
    '## Pros and Cons of the Options',
    '### Kafka',
    '* Good, because it is known\n* Good, because it scales\n* Bad, because it is heavy',
    '### NATS',
    '* Neutral, because it is young',
    '## Rationale',
    'It is **small**.\n\n1. one\n2. two',
    '## Timeline',
    'A long line of words.\n'.repeat(200).trim(),
  ].join('\n\n');
}

interface Kept {
  readonly title: string;
  readonly context: string;
  readonly drivers: readonly string[];
  readonly sections: readonly { readonly heading: string; readonly markdown: string }[];
  readonly draft: string | null;
  readonly options: readonly string[];
  readonly reasons: readonly string[];
}

/** The decision as it was proposed. */
async function decided(title: string): Promise<Kept> {
  await cardSays(stage, title, 'have voted');
  const [row] = await stage.query<Kept & { id: string }>('select * from decision where title = $1', [title]);
  if (row === undefined) throw new Error(`There is no decision “${title}”.`);
  const options = await stage.query<{ title: string }>(
    'select title from option where decision_id = $1 order by position',
    [row.id],
  );
  const reasons = await stage.query<{ line: string }>(
    `select o.title || ': ' || a.kind || ': ' || a.text as line from argument a join option o on o.id = a.option_id
     where a.decision_id = $1 and a.author_id = $2 order by a.made_at`,
    [row.id, alice.id],
  );
  return { ...row, options: options.map((option) => option.title), reasons: reasons.map(({ line }) => line) };
}

function expectWhole(kept: Kept, draft: string): void {
  expect(kept.draft).toBe(draft);
  expect(kept.context).toBe(`Traces arrive in bursts; R&D says “a < b”.\n\n${table}`);
  expect(kept.drivers).toEqual(['no trace is lost', 'one team runs it']);
  expect(kept.options).toEqual(['Kafka', 'NATS', 'Neither']);
  expect(kept.reasons).toEqual([
    'Kafka: pro: it is known',
    'Kafka: pro: it scales',
    'Kafka: con: it is heavy',
    'NATS: neutral: it is young',
  ]);
  expect(kept.sections).toEqual([
    { heading: 'Rationale', markdown: 'It is **small**.\n\n1. one\n2. two' },
    { heading: 'Timeline', markdown: 'A long line of words.\n'.repeat(200).trim() },
  ]);
}

const shows = async (words: string) => modalSays(stage, alice, words);

describe('a draft after the command', () => {
  it('fills in the form, which says what it took', async () => {
    const draft = draftOf('Pasted behind the command');
    await alice.command(architecture, `/adr propose ${draft}`);
    const text = await shows('From the draft: the question');
    expect(text).toContain('2 drivers, 3 options (2 pros, 1 con, 1 neutral point), and 2 sections');
    expect(text).toContain('Reasons: 2 pros, 1 con');
    expect(text).toContain('The section “Timeline” has 4,399 characters');
    await alice.submit();
    expectWhole(await decided('Pasted behind the command'), draft);
  });

  it('arrives as Slack escapes it, and is read as it was typed', async () => {
    await alice.command(architecture, '/adr propose # R&amp;D: a &lt; b\n\n## Context\n\nx &gt; `&amp;lt;`');
    const view = await modalWith(stage, alice, 'Propose');
    expect(view.state.title?.value?.value).toBe('R&D: a < b');
    await shows('x > `&lt;`');
  });

  it('does not push aside another one that was left unfinished', async () => {
    await openFreshForm(stage);
    await alice.fill('Question', 'Left before');
    await isKept(stage, 'Left before');
    await alice.closeModal();
    await alice.command(architecture, '/adr propose # Pasted after\n\n## Context\n\nNow.');
    await shows('From the draft');
    await stage.query(`update draft set ended_at = now() where form ->> 'title' = 'Pasted after'`);
    await alice.closeModal();
    await alice.command(architecture, '/adr propose');
    await shows('You left “Left before” unfinished here');
  });

  it('is a title when it has one line', async () => {
    const view = await openFreshForm(stage, 'Alice', architecture, '#general or #random?');
    expect(view.state.title?.value?.value).toBe('#general or #random?');
  });

  it('with nothing to take is answered with that', async () => {
    await alice.command(architecture, '/adr propose ---\n---\n');
    await shows('I found nothing in it that I could use.');
  });
});

describe('a draft in a view of its own', () => {
  const short = '# Short draft\n\n## Context\n\nFrom the draft.\n\n## Considered Options\n\n* A\n* B';

  it('replaces what it has, and leaves the rest', async () => {
    await openFreshForm(stage);
    await alice.fill('Question', 'Typed');
    await alice.fill('Context and problem statement', 'Typed context.');
    await alice.fill('Decision drivers', 'typed driver');
    await alice.fill('Option 1', 'Typed option');
    await alice.fill('Deciders', ['Ben']);
    await alice.fill('Voting', 'Discuss first, vote later');
    await addSection(stage, alice, 1);
    await alice.fill('Section 1', 'Rationale');
    await alice.fill('Text of section 1', 'Typed text.');

    await giveDraft(stage, alice, { pasted: short });
    const text = await shows('From the draft: the question, the context, and 2 options.');
    for (const words of ['Short draft', 'From the draft.', 'typed driver', 'Typed text.'])
      expect(text).toContain(words);
    for (const words of ['Typed context.', 'Typed option']) expect(text).not.toContain(words);

    await alice.fill('Question', 'Short draft, typed over');
    await alice.submit();
    expect(alice.modal()).toBeUndefined();
    const [row] = await stage.query<Kept>(`select * from decision where title = 'Short draft, typed over'`);
    expect(row).toMatchObject({
      context: 'From the draft.',
      drivers: ['typed driver'],
      named_deciders: [stage.slack.person('Ben').id],
      sections: [{ heading: 'Rationale', markdown: 'Typed text.' }],
      draft: short,
    });
  });

  it('says its tags, paths and when to look again, in place of what was typed', async () => {
    await openFreshForm(stage);
    await alice.press('Tags, paths, when to look again');
    await shows('Affected paths');
    await alice.fill('Tags', 'typed');
    await alice.fill('We would change our mind if …', 'typed, too');
    const metadata = '---\ntags: [storage, kafka]\naffects: ["src/**", "../lib"]\nreview-by: 2020-01-31\n---\n\n';
    await giveDraft(stage, alice, { pasted: `${metadata}${short.replace('Short', 'Governing')}` });
    const text = await shows('the context, 2 options, 2 tags, and 1 affected path.');
    expect(text).toContain('Left out: “../lib”. “../lib” can’t be used.');
    expect(text).toContain('Left out: “2020-01-31”. Please choose a day after today.');
    await giveDraft(stage, alice, { pasted: '# Governing draft\n\n## Next review\n\n2031-03-14\n' });
    await shows('From the draft: the question and when to look again.');
    await alice.fill('Tags', 'storage');
    await alice.submit();
    const [row] = await stage.query(`select *, revisit_on::text from decision where title = 'Governing draft'`);
    expect(row).toMatchObject({
      ...{ tags: ['storage'], affects: ['src/**'], sections: [] },
      ...{ revisit_on: '2031-03-14', revisit_when: 'typed, too' },
    });
  });

  it('can be a file, of any length that an ADR has', async () => {
    const draft = draftOf('Uploaded');
    await openFreshForm(stage);
    await giveDraft(stage, alice, { file: { name: 'Uploaded.MD', content: draft } });
    await shows('From the draft: the question');
    await alice.submit();
    expectWhole(await decided('Uploaded'), draft);
  });

  it('can be as long as a megabyte', { timeout: 120_000 }, async () => {
    const draft = `# As long as a book\n\n## Context\n\nLong.\n\n## Considered Options\n\n* A\n* B\n\n## Notes\n\n${'word '.repeat(190_000)}`;
    await openFreshForm(stage);
    await giveDraft(stage, alice, { file: { name: 'book.txt', content: draft } });
    expect(alice.notices()).toEqual([]);
    // Reading it takes seconds of a processor, which others may need as well.
    const form = () => JSON.stringify(alice.modal()?.blocks);
    await expect.poll(form, { timeout: 50_000, interval: 100 }).toContain('From the draft: the question');
    await alice.submit();
    expect((await decided('As long as a book')).sections[0]?.markdown).toHaveLength(949_999);
  });

  it('fills in once when it is submitted twice', async () => {
    await openFreshForm(stage);
    await alice.press('Use a Markdown draft');
    await modalWith(stage, alice, 'Fill in the form');
    await alice.fill('Draft', draftOf('Twice').slice(0, 900));
    await alice.submit({ times: 2 });
    await shows('From the draft: the question');
    await alice.submit({ times: 2 });
    const { options, reasons } = await decided('Twice');
    expect(options).toEqual(['Kafka', 'NATS', 'Neither']);
    expect(reasons).toHaveLength(4);
  });

  it('can follow another one', async () => {
    await openFreshForm(stage);
    await giveDraft(stage, alice, { pasted: short });
    await shows('From the draft: the question, the context, and 2 options.');
    await alice.fill('Question', 'Typed between');
    await giveDraft(stage, alice, { pasted: '# Second draft\n\n## Rationale\n\nSecond.' });
    const text = await shows('From the draft: the question and 1 section.');
    expect(text).toContain('Second draft');
    expect(text).toContain('From the draft.');
    expect(text).not.toContain('Typed between');
  });

  const file = (name: string, content: string | Uint8Array) => ({ file: { name, content } });
  it.each([
    ['nothing at all', {}, 'Draft', 'Please paste a draft, or choose a file.'],
    ['both', { pasted: '# A', ...file('a.md', '# B') }, 'Or a file', 'Please choose one: the text above, or a file.'],
    ['blanks', { pasted: '---\n---' }, 'Draft', 'I found nothing in it that I could use.'],
    ['an empty file', file('empty.md', '  \n'), 'Or a file', 'This file is empty.'],
    ['a file without words', file('rule.md', '---\n---\n'), 'Or a file', 'I found nothing in it that I could use.'],
    ['a PDF', file('adr.md', Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3', 'latin1')), 'Or a file', 'not text in UTF-8'],
    ['UTF-16', file('adr.txt', Buffer.from('\ufeff# Fine', 'utf16le')), 'Or a file', 'not text in UTF-8'],
    ['5 MB', file('long.md', 'x'.repeat(5_000_000)), 'Or a file', 'This file has 5 MB; the maximum is 1 MB.'],
  ])('is refused under its field when it is %s', async (_, given, label, words) => {
    await openFreshForm(stage);
    await giveDraft(stage, alice, given);
    expect(errorUnder(alice, label)).toContain(words);
    expect(Object.keys(alice.modal()?.errors ?? {})).toHaveLength(1);
    await alice.closeModal();
    expect(alice.modal()?.submit).toBe('Propose');
  });

  it.each([
    ['the scope is missing', { error: 'missing_scope' }, /not allowed to read files here\. Please paste/],
    ['Slack has troubles', { status: 503 }, /did not hand the file over\. Please try once more, or paste/],
  ])('is to be pasted instead of uploaded when %s', async (_, failure, words) => {
    await openFreshForm(stage);
    stage.slack.faults.failNext('url_private', failure);
    await giveDraft(stage, alice, file('draft.md', short));
    expect(errorUnder(alice, 'Or a file')).toMatch(words);
  });

  it('is there the next day, with all of it', async () => {
    const draft = draftOf('The next day');
    await openFreshForm(stage);
    await giveDraft(stage, alice, { file: { name: 'draft.md', content: draft } });
    const left = await shows('From the draft: the question');
    await alice.fill('Text of section 1', markdownToRichText('It is **small**.\n\n1. one\n2. two'));
    await alice.closeModal();
    await stage.restart();
    await stage.advance(24 * 60 * 60 * 1_000);
    await alice.command(architecture, '/adr propose');
    await shows('You left “The next day” unfinished here');
    await alice.press('Go on with it');
    expect(await shows('From the draft: the question')).toBe(left);
    await alice.submit();
    expectWhole(await decided('The next day'), draft);
  });

  it('says under each field what to shorten, and refuses to cut it', async () => {
    const title = `Too long: ${'x'.repeat(150)}`;
    const ways = Array.from({ length: 12 }, (_, index) => `* Way ${index + 1}`).join('\n');
    const draft = `# ${title}\n\n## Context\n\nWhy.\n\n## Considered Options\n\n${ways}`;
    await openFreshForm(stage);
    await giveDraft(stage, alice, { pasted: draft });
    const text = await shows('From the draft: the question');
    expect(text).toContain('This title has 160 characters; the maximum is 150.');
    expect(text).toContain('the draft has 12: “Way 11” and “Way 12” were left out.');
    await alice.submit();
    expect(errorUnder(alice, 'Question')).toContain('160 characters');
    await alice.fill('Question', 'Short enough');
    await alice.submit();
    expect((await decided('Short enough')).options).toHaveLength(10);
  });
});
