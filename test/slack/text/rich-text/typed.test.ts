import { parseTyped } from '@gavel/adr/typed/typed-blocks.ts';
import { writeTyped } from '@gavel/adr/typed/write-typed.ts';
import type { RichTextElement } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nastyText } from '../../../../packages/adr/test/nasty-text.ts';
import { cleanText } from '../../../../src/decision/text.ts';
import { FormState } from '../../../../src/slack/form/form-state.ts';
import { editorInput, readEditor } from '../../../../src/slack/form/inputs.ts';
import { richTextToTyped, typedToRichText } from '../../../../src/slack/text/rich-text/typed.ts';
import { withEscapes } from '../../../../src/slack/text/rich-text/typed-marks.ts';

const names = { user: () => 'Ana', channel: () => 'architecture', group: () => 'Platform' };

const rich = (typed: string) => withEscapes({ type: 'rich_text', elements: typedToRichText(typed) });

const section = (...elements: RichTextElement[]) => ({ type: 'rich_text_section' as const, elements });

/** The input as Slack sends it back. */
function sentBack(typed: string): FormState {
  const input = editorInput({ initial: typed });
  const shown = 'initial_value' in input && typeof input.initial_value === 'object' ? input.initial_value : undefined;
  return new FormState({ text: { value: shown === undefined ? {} : { rich_text_value: shown } } });
}

describe('typed text in Slack’s editor', () => {
  it('shows styles, code, links, lists, quotations and addresses', () => {
    expect(typedToRichText('*so* `x` <https://x.y|z>\n- a\n> b\n```\nc\n```\nhttps://x.y')).toEqual([
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'so', style: { bold: true } },
          { type: 'text', text: ' ' },
          { type: 'text', text: 'x', style: { code: true } },
          { type: 'text', text: ' ' },
          { type: 'link', url: 'https://x.y', text: 'z' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'bullet',
        indent: 0,
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'a' }] }],
      },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'b' }] },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'c' }] },
      { type: 'rich_text_section', elements: [{ type: 'link', url: 'https://x.y' }] },
    ]);
  });

  it.each([
    'plain',
    '*so* `x` <https://x.y|z> _e_ ~s~ https://x.y/z',
    'one\ntwo\n\nthree',
    '- a\n- b\n   - c\n\n1. d\n2. e',
    '> b\n> c',
    '```\n*c*\n```',
    'snake_case 2*3 a*b c',
    '\\*no style\\*',
    '\\- no item',
  ])('is typed the same when it comes back: %j', (typed) => {
    expect(richTextToTyped(rich(typed), names)).toBe(typed);
  });

  it('is left as it was typed when nothing was changed', () => {
    fc.assert(
      // What is kept was cleaned when it came in.
      fc.property(nastyText.map(cleanText), (typed) => {
        expect(readEditor(sentBack(typed), 'text', names, typed).trim()).toBe(
          typedToRichText(typed).length === 0 ? '' : typed.trim(),
        );
      }),
      { examples: [[cleanText('\u0000')]] },
    );
  });

  it('means the same when it comes back', () => {
    fc.assert(
      fc.property(nastyText, (typed) => {
        const again = richTextToTyped(rich(typed), names);
        expect(typedToRichText(again)).toEqual(typedToRichText(writeTyped(parseTyped(again))));
        expect(words(typedToRichText(again))).toBe(words(typedToRichText(typed)));
      }),
    );
  });

  it('has marks that were pasted as text', () => {
    const pasted = 'Use `pnpm`, *not* [npm](https://npmjs.com)';
    const block = { type: 'rich_text' as const, elements: [section({ type: 'text', text: pasted })] };
    expect(richTextToTyped(block, names)).toBe('Use `pnpm`, *not* <https://npmjs.com|npm>');
  });

  it('is read from a plain field that was open during an upgrade', () => {
    expect(readEditor(new FormState({ text: { value: { value: 'so `x`' } } }), 'text', names)).toBe('so `x`');
  });
});

/** The letters that are shown, without blanks. */
function words(value: unknown): string {
  if (Array.isArray(value)) return value.map(words).join('');
  if (typeof value !== 'object' || value === null) return '';
  const { text, url, elements } = value as { text?: string; url?: string; elements?: unknown };
  return `${text ?? url ?? ''}${words(elements)}`.replaceAll(/\s/g, '');
}
