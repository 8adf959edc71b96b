import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../support/gavel.ts';
import { countNodes, headings, readRecord } from '../support/record.ts';
import {
  architecture,
  ask,
  card,
  cardSays,
  errorUnder,
  fillForm,
  look,
  openFreshForm,
  openFromCard,
  overAWeek,
  propose,
  standingCard,
} from '../support/scene.ts';
import { findPings } from '../support/wire.ts';

/**
 * What is typed, and how it should appear everywhere: with the same words, and nothing in it interpreted. In ADRs and
 * what lists them, marks have their meaning (`read`).
 */
const examples: readonly (readonly [what: string, typed: string, shown: string, read?: string])[] = [
  ['newlines', 'Choose\na\r\n\r\nlanguage\u2028now', 'Choose a language now'],
  ['a heading', '# x', '# x'],
  ['emphasis', '*a* _b_ ~c~ `d` **e**', '*a* _b_ ~c~ `d` **e**', 'a b c d e'],
  ['a link and an image', '[x](https://example.com) ![y](z)', '[x](https://example.com) ![y](z)', 'x !y'],
  ['a shout', '<!channel> <@U0000000002> <!here|here> @everyone', '<!channel> <@U0000000002> <!here|here> @everyone'],
  ['a rule or front matter', '---', '---'],
  ['a field of the front matter', 'status: rejected', 'status: rejected'],
  ['HTML', '<script>alert(1)</script> &amp; </h1><!-- x', '<script>alert(1)</script> &amp; </h1><!-- x'],
  ['emoji only', '🎉🚀👩‍👩‍👧', '🎉🚀👩‍👩‍👧'],
  ['emoji codes', ':tada: :skull_and_crossbones:', ':tada: :skull_and_crossbones:'],
  ['right-to-left text', 'האם לעבור ל-PostgreSQL?', 'האם לעבור ל-PostgreSQL?'],
  ['control and bidi characters', 'Pay\u0000 \u202eevil\u202c\u0007 \u2066or\u2069\ufeff not', 'Pay evil or not'],
  ['a path', '../../etc/passwd', '../../etc/passwd'],
];

const titles = examples.map(([what, typed, shown, read = shown]) => [what, typed, shown, read] as const);

describe('a title that is', () => {
  let stage: Stage;

  // One team decides all of them, so that they meet in one list, one digest and one repository.
  beforeAll(async () => {
    stage = await setStage({ rateLimits: false });
    const alice = stage.slack.person('Alice');
    await ask(stage, alice, '/adr digest weekly');
    for (const [, typed, shown] of titles) {
      const message = await propose(stage, { title: typed }, shown);
      await openFromCard(stage, alice, message, ['Record outcome', 'Record']);
      await alice.fill('Chosen option', 'Go');
      await alice.fill('Because', 'it is small.');
      await alice.submit();
    }
  });
  afterAll(() => stage[Symbol.asyncDispose]());

  it.each(titles)('%s appears on the card letter by letter', (_what, _typed, shown) => {
    const { blocks } = standingCard(stage, shown);
    expect(blocks).toContainEqual({
      type: 'header',
      block_id: expect.any(String),
      text: { type: 'plain_text', text: shown, emoji: false },
    });
  });

  it.each(titles)('%s is the only title of the committed record', async (_what, _typed, shown, read) => {
    const record = await readRecord(stage, shown);
    expect(record.fileName).toMatch(/^\d{4}-[a-z0-9]+(-[a-z0-9]+)*\.md$/);
    expect(record.frontMatter).toEqual({
      status: 'accepted',
      date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      'decision-makers': ['Alice'],
      informed: ['#architecture'],
    });
    expect(headings(record, 1)).toEqual([read]);
    const counts = countNodes(record.tree);
    for (const type of ['html', 'image', 'thematicBreak', 'code', 'blockquote'])
      expect(counts.get(type)).toBeUndefined();
    // The only link that nobody typed leads to the discussion.
    expect(counts.get('link')).toBe(read.startsWith('x ') ? 3 : 1);
  });

  it('any of these makes one commit each, whose subject is one line and mentions nobody', async () => {
    for (const [, , shown] of titles) await readRecord(stage, shown);
    const subjects = (await stage.git('log', '--reverse', '--format=%s', 'main')).trim().split('\n');
    const expected = titles.map(([, , shown]) => {
      const subject = shown.replaceAll(/@(?=[a-zA-Z])/g, '@ ');
      return expect.stringContaining(`: ${subject} (accepted)`);
    });
    expect(subjects.toSorted()).toHaveLength(titles.length);
    for (const subject of expected) expect(subjects).toContainEqual(subject);
  });

  it('any of these is in the list and the digest, and pings nobody there or elsewhere', async () => {
    for (const [, , shown] of titles) await readRecord(stage, shown);
    const alice = stage.slack.person('Alice');
    const list = await look(stage, alice, '/adr list');
    await stage.advance(overAWeek);
    const digest = await stage.slack.until(() => card(stage, 'Decisions'), 'the digest');
    for (const [, , shown, read] of titles) {
      expect(list).toContain(read);
      expect(alice.plainText(digest)).toContain(shown);
    }
    expect(findPings(stage)).toEqual([]);
  });
});

describe('a title that cannot be one', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await setStage({ rateLimits: false });
  });
  afterAll(() => stage[Symbol.asyncDispose]());

  it.each([
    ['blank', '   '],
    ['invisible', '\u200b\u2060\u00ad\u202e\u0000'],
  ])('is refused under its field when it is %s', async (_what, title) => {
    await openFreshForm(stage, 'Ben');
    const ben = await fillForm(stage, { by: 'Ben', title });
    await ben.submit();
    expect(errorUnder(ben, 'Question')).toMatch(/Please give the decision a title/);
    await ben.closeModal();
    expect(await stage.query('select id from decision')).toEqual([]);
  });

  it('is at most as long as its field allows', async () => {
    await openFreshForm(stage, 'Chloe');
    await expect(stage.slack.person('Chloe').fill('Question', 'x'.repeat(151))).rejects.toThrow('150 characters');
  });

  it.each([
    ['words', 'long '.repeat(600), `${'long '.repeat(30).slice(0, 149).trimEnd()}…`],
    ['emoji', `a${'🎉'.repeat(1_500)}`, `a${'🎉'.repeat(74)}…`],
  ])(
    'comes into the form as far as it fits when 3,000 characters of %s follow the command',
    async (_what, typed, shown) => {
      await openFreshForm(stage, 'Dev', architecture, typed);
      const title = stage.slack.person('Dev').modal()?.state.title?.value?.value;
      expect(title).toBe(shown);
      const dev = await fillForm(stage, { by: 'Dev', title: String(title) });
      await dev.submit();
      await cardSays(stage, shown, 'have voted');
    },
  );
});
