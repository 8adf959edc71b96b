import { parseTypedLine } from '@gavel/adr/typed/typed-line.ts';
import type { RichTextBlock, RichTextElement } from '@slack/types';
import fc from 'fast-check';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, it } from 'vitest';
import { checkObjection, checkReason } from '../../../src/decision/objection/objection.ts';
import { checkArgument } from '../../../src/decision/proposal/argument.ts';
import { renderCard } from '../../../src/slack/card/card.ts';
import { readArgument, readReason, reasonInputs } from '../../../src/slack/deliberate/argument-view.ts';
import { readObjection } from '../../../src/slack/deliberate/objection-view.ts';
import { readMoreView } from '../../../src/slack/deliberate/read-more-view.ts';
import { readSettled } from '../../../src/slack/deliberate/settle-view.ts';
import { en } from '../../../src/words/en/en.ts';
import type { CardView } from '../../../src/workflow/ports/chat/chat.ts';
import { toAdrRecord } from '../../../src/workflow/publish/adr-record.ts';
import { because, decision, now, objection, option } from '../../decision/sample.ts';
import { adrOfRecord } from '../../record/adr-of-record.ts';

type BlockElement = RichTextBlock['elements'][number];

const names = { user: () => 'Ana', channel: () => 'architecture', group: () => 'Platform' };
const stranger = unified().use(remarkParse).use(remarkGfm);

const section = (...elements: RichTextElement[]) => ({ type: 'rich_text_section' as const, elements });
const words = (text: string): RichTextElement => ({ type: 'text', text });
const editor = (...elements: BlockElement[]): RichTextBlock => ({ type: 'rich_text', elements });
const sent = (block: RichTextBlock) => ({ text: { value: { rich_text_value: block } } });

/** Where a text that was written in the editor for an argument is seen, besides where it is stored. */
function seen(stored: string) {
  const shown = decision({
    options: [option(0, 'Rust'), option(1, 'Go')],
    arguments: [{ id: 'a1', optionId: 'o1', kind: 'pro', text: stored, authorId: 'UANA', madeAt: now }],
    objections: [
      objection({ reason: stored, resolution: { kind: 'overridden', by: 'UBO', at: now, reason: stored } }),
      objection({ id: 'b2', reason: stored }),
    ],
  });
  const view: CardView = {
    ...{ decision: shown, tally: undefined, people: new Map(), publication: undefined, boundAdrUrl: undefined },
  };
  const record = toAdrRecord(view, undefined, { language: 'en', timeZone: 'UTC' });
  const tree = stranger.parse(adrOfRecord(record));
  return {
    card: lettersIn(renderCard(en, view).blocks),
    'read more': lettersIn(readMoreView(en, view).blocks),
    adr: tree.children.map((node) => textOf(node)).join('\n'),
  };
}

/** The form in which an argument is corrected, saved as it is shown but for the kind. */
function savedAgain(stored: string): string {
  const inputs = reasonInputs(en, { kind: 'pro', text: stored });
  const shown = inputs.flatMap(({ element }) =>
    'initial_value' in element && typeof element.initial_value === 'object' ? [element.initial_value] : [],
  );
  return readReason(sent(shown[0] ?? editor()), names).text;
}

function lettersIn(value: unknown): string {
  if (Array.isArray(value)) return value.map(lettersIn).join('');
  if (typeof value !== 'object' || value === null) return '';
  const { text, url, elements } = value as { text?: unknown; url?: string; elements?: unknown };
  return `${typeof text === 'string' ? text : typeof text === 'object' ? lettersIn(text) : (url ?? '')}${lettersIn(elements)}`;
}

const letters = (text: string) => text.replaceAll(/[\s;]/g, '');

describe('an editor for one line', () => {
  it.each([
    ['lines that would be items', editor(section(words('- smaller\n- newer'))), '- smaller - newer'],
    [
      'a list',
      editor(section(words('It is')), {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [section(words('smaller')), section(words('newer'))],
      }),
      'It is smaller; newer',
    ],
    ['paragraphs', editor(section(words('> small\n\n1. new'))), '> small 1. new'],
    ['a quotation', editor({ type: 'rich_text_quote', elements: [words('so\nthey say')] }), 'so they say'],
    [
      'code',
      editor({ type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'a\nb' }], border: 0 }),
      '`a b`',
    ],
    ['code that is typed with the marks of a block', editor(section(words('``` - ```'))), '` - `'],
    ['marks of code with nothing between them', editor(section(words('``` ```'))), '``` ```'],
    ['a backslash of somebody’s own', editor(section(words('\\- x \\- y'))), '\\\\- x \\- y'],
  ])('keeps %s', (_, block, stored) => {
    expect(readArgument(sent(block), names).text).toBe(stored);
    expect(readObjection(sent(block), names).reason).toBe(stored);
    expect(readSettled(sent(block), names).reason).toBe(stored);
    const meant = textOf(parseTypedLine(stored));
    for (const text of Object.values(seen(stored))) expect(text).toContain(meant);
    expect(savedAgain(stored)).toBe(stored);
  });

  it('shows everywhere the letters that were written in it, and no backslash besides', () => {
    fc.assert(
      fc.property(blocks, (block) => {
        const typed = readArgument(sent(block), names).text;
        fc.pre(letters(typed) !== '');
        const stored = checkArgument(typed);
        expect(checkReason(typed, 'reason')).toBe(stored);
        expect(checkObjection({ kind: 'objection', until: undefined, reason: typed }, now).reason).toBe(stored);
        const written = letters(lettersIn(block.elements));
        expect(letters(textOf(parseTypedLine(stored)))).toBe(written);
        for (const text of Object.values(seen(stored))) expect(letters(text)).toContain(written);
        expect(letters(textOf(parseTypedLine(savedAgain(stored))))).toBe(written);
        expect(savedAgain(savedAgain(stored))).toBe(savedAgain(stored));
      }),
    );
  });
});

it('is shown as it was meant where it tells why an objection was overridden', () => {
  const objections = [{ author: 'UBO', isHold: false, reason: 'No.', by: 'UANA', because: 'see `pnpm` \\*' }];
  const shown = decision({
    status: 'accepted',
    options: [option(0, 'Rust'), option(1, 'Go')],
    outcome: {
      ...{ chosenOptionId: 'o1', reason: because('it is new'), consequences: [], decidedBy: 'UANA', decidedAt: now },
      departures: [{ kind: 'objections overridden', objections, more: 0 }],
    },
  });
  const view: CardView = {
    ...{ decision: shown, tally: undefined, people: new Map(), publication: undefined, boundAdrUrl: undefined },
  };
  const { blocks } = renderCard(en, view);
  expect(lettersIn(blocks)).toContain(': see pnpm *');
  expect(JSON.stringify(blocks)).toContain(JSON.stringify({ type: 'text', text: 'pnpm', style: { code: true } }));
});

const line = fc
  .array(fc.constantFrom('-', '\\', '\\-', '1.', '>', '```', '#', '•', 'a', 'b_c', '2*3', 'so', '+', '[ ]', '|'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join(' '))
  // Around words on the same line, the marks are meant as code, and are no letters.
  .filter((text) => !/``` [^`]+ ```/.test(text));
const inLines = fc.array(line, { minLength: 1, maxLength: 3 }).map((some) => some.join('\n'));

/** What is written in the editor, with texts that would be marks at the beginning of a line. */
const blocks: fc.Arbitrary<RichTextBlock> = fc
  .array(
    fc.oneof(
      inLines.map((text): BlockElement => section(words(text))),
      inLines.map((text): BlockElement => ({ type: 'rich_text_quote', elements: [words(text)] })),
      fc.array(inLines, { minLength: 1, maxLength: 2 }).map(
        (items): BlockElement => ({
          type: 'rich_text_list',
          style: 'bullet',
          elements: items.map((text) => section(words(`x ${text}`))),
        }),
      ),
    ),
    { minLength: 1, maxLength: 2 },
  )
  .map((elements) => editor(...elements));
