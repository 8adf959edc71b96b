import { parseMarkdown } from '@gavel/adr/markdown/markdown.ts';
import type { RichTextBlock, RichTextElement, RichTextList, RichTextSection } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { markdownToRichText, richTextToMarkdown } from '../../../../src/slack/text/rich-text/markdown.ts';

type BlockElement = RichTextBlock['elements'][number];

const names = {
  user: (id: string) => ({ U1: 'Alice', U2: 'Bob *the* <b>' })[id] ?? 'Somebody',
  channel: () => 'architecture',
  group: () => 'Platform team',
};

const block = (...elements: BlockElement[]): RichTextBlock => ({ type: 'rich_text', elements });
const section = (...elements: RichTextElement[]): RichTextSection => ({ type: 'rich_text_section', elements });
const text = (value: string, style?: RichTextElement['style']): RichTextElement => ({
  type: 'text',
  text: value,
  ...(style && { style }),
});
const list = (style: RichTextList['style'], indent: number, ...items: string[]): RichTextList => ({
  type: 'rich_text_list',
  style,
  indent,
  elements: items.map((item) => section(text(item))),
});
const write = (...elements: BlockElement[]) => richTextToMarkdown(block(...elements), names);
const writeText = (value: string) => write(section(text(value)));

describe('richTextToMarkdown', () => {
  it('writes styles, the longest outermost', () => {
    const markdown = write(
      section(
        text('plain '),
        text('bold ', { bold: true }),
        text('both', { bold: true, italic: true }),
        text(' italic', { italic: true }),
        text(' '),
        text('struck', { strike: true }),
        text(' and '),
        text('code', { code: true }),
      ),
    );
    expect(markdown).toBe('plain **bold _both_** _italic_ ~~struck~~ and `code`\n');
  });

  it('moves spaces out of styled text', () => {
    expect(write(section(text('one'), text(' two ', { bold: true }), text('three')))).toBe('one **two** three\n');
    expect(write(section(text('one'), text('  ', { bold: true }), text('three')))).toBe('one  three\n');
  });

  it('writes line feeds as hard breaks and empty lines as paragraphs', () => {
    expect(write(section(text('a\nb\n\n\nc ')), section(text('d\n')))).toBe('a\\\nb\n\nc\n\nd\n');
  });

  it('nests lists by their indent', () => {
    const markdown = write(
      list('ordered', 0, 'one', 'two'),
      list('bullet', 1, 'inner'),
      list('ordered', 2, 'innermost'),
      list('ordered', 0, 'three'),
      list('bullet', 0, 'another'),
    );
    expect(markdown).toBe('1. one\n2. two\n   * inner\n     1. innermost\n3. three\n\n* another\n');
  });

  it('moves a list that is indented too far to its place, and leaves out empty items', () => {
    expect(write(list('bullet', 3, 'a'), list('bullet', 1, '', 'b', ' '), list('bullet', 5, 'c'))).toBe(
      '* a\n* b\n  * c\n',
    );
    expect(write(list('bullet', 0, ''), list('bullet', 1, 'a'))).toBe('* a\n');
  });

  it('starts an ordered list where Slack does', () => {
    const later: RichTextList & { offset: number } = { ...list('ordered', 0, 'four'), offset: 3 };
    expect(write(section(text('and')), later)).toBe('and\n\n4. four\n');
  });

  it('keeps quotes, with the lists and the code in them', () => {
    const markdown = write(
      { type: 'rich_text_quote', elements: [text('said\nso')] },
      { ...list('bullet', 0, 'point'), border: 1 },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'code' }], border: 1 },
      section(text('after')),
    );
    expect(markdown).toBe('> said\\\n> so\n>\n> * point\n>\n> ```\n> code\n> ```\n\nafter\n');
  });

  it('keeps code as it is', () => {
    const markdown = write({
      type: 'rich_text_preformatted',
      elements: [
        { type: 'text', text: 'if (a < b) {\n\n  ```' },
        { type: 'link', url: 'https://example.com' },
      ],
    });
    expect(markdown).toBe('````\nif (a < b) {\n\n  ```https://example.com\n````\n');
  });

  it('writes mentions as names, and everything else that Slack knows as its text', () => {
    const markdown = write(
      section(
        { type: 'user', user_id: 'U1' },
        text(' '),
        { type: 'usergroup', usergroup_id: 'S1' },
        text(' '),
        { type: 'channel', channel_id: 'C1' },
        text(' '),
        { type: 'broadcast', range: 'channel' },
        text(' '),
        { type: 'emoji', name: 'wave', unicode: '1f44b-1f3fc' },
        { type: 'emoji', name: 'party_gavel' },
        { type: 'emoji', name: 'odd', unicode: 'ffffff' },
        text(' '),
        { type: 'date', timestamp: 1_700_000_000, format: '{date}', fallback: '14 November' },
        text(' '),
        { type: 'date', timestamp: 1_700_000_000, format: '{date}' },
        text(' '),
        { type: 'color', value: '#ff0000' },
      ),
    );
    expect(markdown).toBe(
      'Alice Platform team #architecture @channel 👋🏼:party_gavel::odd: 14 November 2023-11-14 #ff0000\n',
    );
  });

  it('links only where it is safe', () => {
    const link = (url: string, label?: string) => write(section({ type: 'link', url, ...(label && { text: label }) }));
    expect(link('https://example.com/a_b')).toBe('https://example.com/a_b\n');
    expect(link('https://example.com/a(b', 'a [label]')).toBe('[a \\[label\\]](https://example.com/a\\(b)\n');
    expect(link('mailto:alice@example.com', 'alice@example.com')).toBe('alice@example.com\n');
    expect(link('slack://channel?id=C1', 'there')).toBe('[there](slack://channel?id=C1)\n');
    expect(link('javascript:alert(1)', 'click')).toBe('click\n');
    expect(link('data:text/html,x')).toBe('data:text/html,x\n');
    expect(link('https://example.com/\n> x', 'odd')).toBe('odd\n');
    expect(link('nowhere', 'relative')).toBe('relative\n');
  });

  it.each([
    ['- a\n- b', '\\- a\\\n\\- b\n'],
    ['* a', '\\* a\n'],
    ['1. a', '1\\. a\n'],
    ['> a', '\\> a\n'],
    ['## a', '\\## a\n'],
    ['| a |\n| - |', '\\| a |\\\n\\| - |\n'],
  ])(
    'keeps %j as lines of text, as Slack’s editor shows them: a list there is a list of its own',
    (typed, markdown) => {
      expect(writeText(typed)).toBe(markdown);
    },
  );

  it('gives marks that were typed or pasted as text their meaning', () => {
    expect(writeText('*x* _y_ ~z~ `c` [l](https://x.y) <https://x.y|m>')).toBe(
      '**x** _y_ ~~z~~ `c` [l](https://x.y) [m](https://x.y)\n',
    );
  });

  it.each(['www.example.com', 'https://example.com/a?b=c', 'a@b.co', 'see https://example.com.'])(
    'makes the address in %j a link',
    (typed) => {
      const markdown = writeText(typed);
      expect(markdown).toBe(`${typed}\n`);
      expect(JSON.stringify(parseMarkdown(markdown))).toContain('"type":"link"');
    },
  );

  it.each([
    ['# x', '\\# x\n'],
    ['- x', '\\- x\n'],
    ['+ x', '\\+ x\n'],
    ['1. x', '1\\. x\n'],
    ['> x', '\\> x\n'],
    ['---', '\\---\n'],
    ['a\n===', 'a\\\n\\===\n'],
    ['<script>', '\\<script>\n'],
    ['<!channel>', '\\<!channel>\n'],
    ['[x](y)', '\\[x]\\(y)\n'],
    ['[x]: y', '\\[x]: y\n'],
    ['[ ] x', '\\[ ] x\n'],
    ['&amp;', '\\&amp;\n'],
    ['```\nx', '\\`\\`\\`\\\nx\n'],
    ['2*3*4 and __init__', '2\\*3\\*4 and __init\\_\\_\n'],
    ['\\*x\\*', '\\*x\\*\n'],
    ['a@a@b.co', 'a\\@a\\@b.co\n'],
    ['a@a@a@b.co\u{54507}c', 'a\\@a\\@a\\@b.co\u{54507}c\n'],
    ['', ''],
    [' \n\t\n', ''],
    ['a\u0000b\u0007\r\nc', 'ab\\\nc\n'],
    ['snake_case, R&D, ~5 ms, 3 * 4 and a[0]', 'snake_case, R&D, ~5 ms, 3 * 4 and a[0]\n'],
  ])('keeps the typed text %j as text', (typed, markdown) => {
    expect(writeText(typed)).toBe(markdown);
  });

  it('ignores elements that Slack may add one day', () => {
    const later = JSON.parse('[{"type":"hologram","beam":1},{"type":"text","text":"words"}]');
    expect(write(section(...later))).toBe('words\n');
    expect(write(JSON.parse('{"type":"rich_text_hologram"}'), section(text('words')))).toBe('words\n');
  });
});

describe('markdownToRichText', () => {
  it('undoes richTextToMarkdown', () => {
    const original = block(
      section(text('Why '), text('now', { bold: true }), text('?\nBecause.\n\nSee '), {
        type: 'link',
        url: 'https://example.com',
      }),
      list('ordered', 0, 'one', 'two'),
      list('bullet', 1, 'inner'),
      { type: 'rich_text_quote', elements: [text('said')] },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'go build' }] },
    );
    expect(markdownToRichText(richTextToMarkdown(original, names))).toEqual(original);
  });

  it('tells Slack where an ordered list continues', () => {
    expect(markdownToRichText('1. one\n   * inner\n2. two\n').elements).toEqual([
      list('ordered', 0, 'one'),
      list('bullet', 1, 'inner'),
      { ...list('ordered', 0, 'two'), offset: 1 },
    ]);
  });

  it('leaves out a code block without text, which Slack would refuse', () => {
    expect(markdownToRichText('before\n\n~~~\n~~~\n')).toEqual(block(section(text('before'))));
    expect(markdownToRichText('```\n\n```')).toEqual(block(section()));
  });

  it('gives an empty section for an empty text', () => {
    expect(markdownToRichText(' \n')).toEqual(block(section()));
  });

  it('keeps the words of what the editor has no place for', () => {
    const markdown = [
      '# Title _here_',
      'soft\nbreak',
      '| a | b |\n|---|---|\n| c | d |',
      '![diagram](https://example.com/x.png) ![gone](x.png)',
      '<div>html</div>',
      '* [x] done\n* a\n\n  > b\n\n  ```\n  c\n  ```',
      '[click](javascript:alert(1)) [ref][r]\n\n[r]: https://example.com',
      'note[^1]\n\n[^1]: foot',
      '---',
    ].join('\n\n');
    expect(markdownToRichText(markdown).elements).toEqual([
      section(
        text('Title ', { bold: true }),
        text('here', { bold: true, italic: true }),
        text('\n\nsoft break\n\na | b\nc | d\n\n'),
        { type: 'link', url: 'https://example.com/x.png', text: 'diagram' },
        text(' gone\n\n<div>html</div>'),
      ),
      {
        ...list('bullet', 0, '[x] done'),
        elements: [section(text('[x] done')), section(text('a\n\nb\n\n'), text('c', { code: true }))],
      },
      section(text('click ref\n\nnote[^1]\n\nfoot')),
    ]);
  });

  it('indents no deeper than Slack can', () => {
    const deep = Array.from({ length: 12 }, (_, depth) => `${'  '.repeat(depth)}* ${depth}\n`).join('');
    const indents = markdownToRichText(deep).elements.map(
      (element) => element.type === 'rich_text_list' && element.indent,
    );
    expect(indents).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 8, 8, 8].slice(0, indents.length));
    expect(richTextToMarkdown(markdownToRichText(deep), names)).toContain('* 11');
  });
});
