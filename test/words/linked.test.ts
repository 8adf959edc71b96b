import fc from 'fast-check';
import { expect, it } from 'vitest';
import { textForForges } from '../../packages/adr/test/forge-tokens.ts';
import { linked } from '../../src/words/linked.ts';
import { readWords } from '../slack/readable.ts';

it('makes links of web addresses, and of nothing else', () => {
  expect(linked('Install it: https://github.com/apps/gavel/installations/new. It says: *no*, a@b.example')).toEqual([
    { kind: 'text', text: 'Install it: ' },
    {
      kind: 'link',
      url: 'https://github.com/apps/gavel/installations/new',
      text: 'https://github.com/apps/gavel/installations/new',
    },
    { kind: 'text', text: '. It says: *no*, a@b.example' },
  ]);
  expect(readWords(linked(''))).toBe('');
});

it('keeps every letter', () => {
  fc.assert(
    fc.property(textForForges, (text) => {
      const shown = linked(text).map((piece) => (piece.kind === 'text' || piece.kind === 'link' ? piece.text : ''));
      expect(shown.join('')).toBe(text.replaceAll(/[\n\r\u2028\u2029]+/g, ' '));
    }),
  );
});
