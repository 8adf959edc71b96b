import { readRichText } from '@gavel/local-slack/page/client/editor/read-rich-text.ts';
import { writeRichText } from '@gavel/local-slack/page/client/editor/write-rich-text.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const label = (): string => 'somebody';
const text = (words: string, style?: object): object => ({ type: 'text', text: words, ...(style ? { style } : {}) });
const section = (...elements: object[]): object => ({ type: 'rich_text_section', elements });
const list = (style: string, indent: number, items: object[], more = {}): object => ({
  type: 'rich_text_list',
  style,
  indent,
  ...more,
  elements: items,
});
const block = (...elements: object[]): object => ({ type: 'rich_text', elements });
const again = (value: object): unknown => writeRichText(readRichText(value, label));

describe('the text editor', () => {
  it.each([
    [
      'styles and links',
      block(
        section(text('a '), text('b', { bold: true, italic: true }), {
          type: 'link',
          url: 'https://example.com',
          text: 'c',
          style: { strike: true },
        }),
      ),
    ],
    ['lines', block(section(text('one\n\ntwo')))],
    ['a quotation of two lines', block({ type: 'rich_text_quote', elements: [text('one\ntwo')] })],
    ['code', block({ type: 'rich_text_preformatted', elements: [text('let a = 1;\n\nrun(a);')] })],
    [
      'a mention',
      block(section(text('ask '), { type: 'user', user_id: 'U1' }, text(' and '), { type: 'emoji', name: 'tada' })),
    ],
    [
      'nested lists',
      block(
        list('ordered', 0, [section(text('one'))]),
        list('bullet', 1, [section(text('inner'))]),
        list('ordered', 2, [section(text('innermost'))]),
        list('ordered', 0, [section(text('two'))], { offset: 1 }),
        section(text('after')),
      ),
    ],
  ])('keeps %s unchanged', (_what, value) => {
    expect(again(value)).toEqual(value);
  });

  it('is empty without text', () => {
    expect(again(block(section(text('\n'))))).toBeUndefined();
    expect(writeRichText(readRichText(null, label))).toBeUndefined();
  });

  it('writes a long text in work that grows with its length', () => {
    const [short = 0, long = 0] = [500, 1_000].map((count) => {
      const words = Array.from({ length: count }, (_, index) =>
        text('a', index % 2 === 0 ? { bold: true } : undefined),
      );
      const doc = readRichText(block(section(...words)), label);
      return countVisited(() => writeRichText(doc));
    });
    expect(long / short).toBeLessThan(2.5);
  });

  it('writes the same document again, for anything that Slack allows', () => {
    const leaf = fc.oneof(
      fc.record({
        type: fc.constant('text'),
        text: fc.string({ minLength: 1 }),
        style: fc.constantFrom({}, { bold: true }, { code: true }, { italic: true, strike: true }),
      }),
      fc.record({ type: fc.constant('user'), user_id: fc.constant('U1') }),
    );
    const leaves = fc.array(leaf, { maxLength: 4 });
    const item = leaves.map((elements) => ({ type: 'rich_text_section', elements }));
    const part = fc.oneof(
      item,
      leaves.map((elements) => ({ type: 'rich_text_quote', elements })),
      fc.record({
        type: fc.constant('rich_text_list'),
        style: fc.constantFrom('bullet', 'ordered'),
        indent: fc.nat(4),
        elements: fc.array(item, { minLength: 1, maxLength: 3 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (elements) => {
        const once = again({ type: 'rich_text', elements });
        fc.pre(once !== undefined);
        expect(again(once as object)).toEqual(once);
      }),
    );
  });
});

/** How many items loops and spreads visit in arrays while something runs. */
function countVisited(run: () => unknown): number {
  let visited = 1;
  const iterator = Object.getPrototypeOf([][Symbol.iterator]());
  const { next } = iterator;
  iterator.next = function (this: unknown) {
    visited += 1;
    return Reflect.apply(next, this, []);
  };
  try {
    run();
  } finally {
    iterator.next = next;
  }
  return visited;
}
