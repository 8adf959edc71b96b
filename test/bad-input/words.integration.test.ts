import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../support/gavel.ts';
import { countNodes, headings, itemsUnder, type ReadRecord, readRecord } from '../support/record.ts';
import {
  addRow,
  cardSays,
  modalSays,
  modalWith,
  openFromCard,
  pickedOption,
  propose,
  standingCard,
  threadOf,
} from '../support/scene.ts';
import { findPings } from '../support/wire.ts';

const title = 'Do words stay words?';
/** The option that is chosen. A single word is no title for the record, so none is offered. */
const chosen = '<script>alert(1)</script>';

/**
 * What is typed wherever a line is asked for, how it should read in a title, and what it should mean elsewhere, if that
 * is something else: the words without the marks that they are typed with.
 */
const lines: readonly (readonly [typed: string, shown: string, meant?: string])[] = [
  ['# x\n\n## Decision Outcome', '# x ## Decision Outcome'],
  ['*a* _b_ ~c~ `d`', '*a* _b_ ~c~ `d`', 'a b c d'],
  ['[x](https://example.com)', '[x](https://example.com)', 'x'],
  ['<!channel> <@U0000000002> @everyone', '<!channel> <@U0000000002> @everyone'],
  ['---', '---'],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['🎉🚀', '🎉🚀'],
  ['אפשרות א', 'אפשרות א'],
  ['a\u0000b \u202ec\u0007', 'ab c'],
  ['1. x | y | z', '1. x | y | z'],
];
const shownLines = lines.map(([, shown]) => shown);
const meantLines = lines.map(([, shown, meant = shown]) => meant);
/** In Slack, where code is shown in backquotes here. */
const saidLines = meantLines.map((meant) => meant.replace('c d', 'c `d`'));

const text = (words: string, style: object = {}) => ({ type: 'text', text: words, style });
const section = (...elements: object[]) => ({ type: 'rich_text_section', elements });
const list = (indent: number, style: string, ...items: object[]) => ({
  type: 'rich_text_list',
  style,
  indent,
  elements: items,
});

/** Everything that Slack's editor can make, with mentions of each kind and words that look like Markdown. */
function writeContext({ slack }: Stage) {
  return {
    type: 'rich_text',
    elements: [
      section(
        text('bold', { bold: true }),
        text(' and '),
        text('all of it', { bold: true, italic: true, strike: true }),
        text(' and '),
        text('code', { code: true }),
        text('\n# not a heading\n- not a list\n<script>alert(2)</script>\n<!channel>\n---\n'),
        { type: 'user', user_id: slack.person('Chloe').id },
        text(' in '),
        { type: 'channel', channel_id: slack.channel('architecture').id },
        text(' and '),
        { type: 'channel', channel_id: slack.channel('security').id },
        text(' and '),
        { type: 'broadcast', range: 'channel' },
        text(' '),
        { type: 'emoji', name: 'tada', unicode: '1f389' },
        text(' '),
        { type: 'link', url: 'https://example.com/a_b*c*', text: 'a good link' },
      ),
      list(0, 'bullet', section(text('outer')), section(text('* not a bullet'))),
      list(1, 'ordered', section(text('inner one')), section(text('inner two'))),
      { type: 'rich_text_quote', elements: [text('> quoted')] },
      { type: 'rich_text_preformatted', elements: [text('```\n<b>code</b>\n```')] },
    ],
  };
}

describe('words that try to be more than words', () => {
  let stage: Stage;
  let record: ReadRecord;

  beforeAll(async () => {
    stage = await setStage({ rateLimits: false });
    const [alice, ben] = [stage.slack.person('Alice'), stage.slack.person('Ben')];
    const options = lines.map(([typed]) => [typed, typed] as const);
    // Drivers are one per line, so a line break within one makes two.
    const drivers = lines.map(([typed]) => typed.replaceAll('\n', ' ')).join('\n');
    const message = await propose(stage, { title, context: writeContext(stage), drivers, options });
    for (const [index, [typed]] of lines.entries()) {
      await openFromCard(stage, ben, message, ['Add pro / con', 'Add']);
      await ben.fill('Option', '🎉🚀');
      await ben.fill('It is a', 'Con: it speaks against it');
      await ben.fill('Because', typed);
      await ben.submit();
      await cardSays(stage, title, `− ${saidLines[index]} `);
    }
    await openFromCard(stage, alice, message, ['Record outcome', 'Record']);
    await alice.fill('Chosen option', chosen);
    await pickedOption(stage, alice);
    await alice.fill('Because', lines.map(([typed]) => typed).join('\n\n'));
    await alice.fill('Good consequences', drivers);
    await alice.fill('Bad consequences', drivers);
    await alice.submit();
    record = await readRecord(stage, title);
  });
  afterAll(() => stage[Symbol.asyncDispose]());

  it('appear on the card as they were meant, and in titles letter by letter', () => {
    const said = stage.slack.person('Dev').plainText(standingCard(stage, title));
    for (const shown of shownLines) expect(said).toContain(`  ${shown}\n`);
    expect(said).toContain(`Chosen: ${chosen}. Decided by `);
    expect(said).toContain('bold and all of it and `code` # not a heading - not a list <script>alert(2)</script>');
  });

  it('appear in “Read more” as they were meant, including styles and lists', async () => {
    const dev = stage.slack.person('Dev');
    await dev.click(standingCard(stage, title), 'Read more');
    const said = await modalSays(stage, dev, 'not a heading');
    for (const line of saidLines) {
      expect(said).toContain(`Bad: ${line} (Ben)`);
      expect(said).toContain(`•  ${line}`);
    }
    expect(said).toContain('\n  1. inner one\n');
    expect(said).toContain('\n• * not a bullet\n');
    const blocks = JSON.stringify(dev.modal()?.blocks);
    expect(blocks).toContain('{"type":"text","text":"all of it","style":{"bold":true,"italic":true,"strike":true}}');
    expect(blocks).toContain('"text":"a good link"');
    await dev.closeModal();
  });

  it('ping nobody in anything that Gavel says', () => {
    expect(findPings(stage)).toEqual([]);
  });

  it('make no heading of their own in the record', () => {
    expect(headings(record, 1)).toEqual([title]);
    expect(headings(record, 2)).toEqual([
      'Context and Problem Statement',
      'Decision Drivers',
      'Considered Options',
      'Decision Outcome',
      'Pros and Cons of the Options',
      'More Information',
    ]);
    expect(headings(record, 3)).toEqual(['Consequences', ...meantLines]);
  });

  it('make no HTML, rule, image or link of their own, and no mention outside code', () => {
    const counts = countNodes(record.tree);
    expect(counts.get('html')).toBeUndefined();
    expect(counts.get('thematicBreak')).toBeUndefined();
    expect(counts.get('image')).toBeUndefined();
    // The safe link, the one to the discussion, and what was typed as a link, wherever it was.
    expect(counts.get('link')).toBeGreaterThan(2);
    expect(record.text.replaceAll(/`[^`\n]*`/g, '')).not.toMatch(/@(everyone|channel)/);
    expect(record.frontMatter).toEqual({
      status: 'accepted',
      date: expect.any(String),
      'decision-makers': ['Alice'],
      consulted: ['Ben'],
      informed: ['#architecture'],
    });
  });

  it('are the drivers, options, arguments and consequences of the record, word for word', () => {
    expect(itemsUnder(record, 'Considered Options')).toEqual(meantLines);
    expect(itemsUnder(record, 'Decision Drivers')).toEqual(meantLines.map((line) => line.replace(/\s+/g, ' ')));
    expect(itemsUnder(record, '🎉🚀')).toEqual(meantLines.map((line) => `Bad, because ${line} (Ben)`));
    expect(itemsUnder(record, 'Consequences')).toEqual(
      ['Good', 'Bad'].flatMap((kind) => meantLines.map((line) => `${kind}, because ${line}`)),
    );
  });

  it('name people and open channels, and no private one', () => {
    expect(record.text).toContain('Chloe in #architecture and #a channel and ');
    expect(record.text).not.toContain('security');
    expect(record.text).not.toContain(stage.slack.person('Chloe').id);
  });
});

describe('words in a withdrawal', () => {
  it('are shown as they were meant, and ping nobody', async () => {
    await using stage = await setStage();
    const alice = stage.slack.person('Alice');
    const message = await propose(stage, { title: '<!here> *now*' });
    await openFromCard(stage, alice, message, ['Withdraw', 'Withdraw']);
    await alice.fill('Why', '<!channel> *all* <https://example.com|click>');
    await alice.submit();
    await cardSays(stage, '<!here> *now*', 'Withdrawn');
    await stage.slack.until(
      () => threadOf(stage, message).some((said) => said.includes('<!channel> all click')),
      'the reason in the thread',
    );
    expect(findPings(stage)).toEqual([]);
  });
});

describe('words in a draft', () => {
  it('come back as they were typed', async () => {
    await using stage = await setStage();
    const alice = stage.slack.person('Alice');
    await alice.command('#architecture', '/adr propose');
    await modalWith(stage, alice, 'Propose');
    await alice.fill('Question', '<!channel> # x');
    await alice.fill('Context and problem statement', writeContext(stage));
    await alice.fill('Option 1', '<script>');
    await addRow(stage, alice, 3);
    await alice.closeModal();
    await alice.command('#architecture', '/adr propose');
    expect(await modalSays(stage, alice, 'unfinished')).toContain('You left “<!channel> # x” unfinished here');
    await alice.press('Go on with it');
    const form = await modalWith(stage, alice, 'Propose');
    expect(alice.plainText(form)).toContain('Question: <!channel> # x\n');
    expect(alice.plainText(form)).toContain('Option 1: <script>\n');
    expect(alice.plainText(form)).toContain(
      '\n# not a heading\n- not a list\n<script>alert(2)</script>\n<!channel>\n---\nChloe in',
    );
    expect(findPings(stage)).toEqual([]);
  });
});
