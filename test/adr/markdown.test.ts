import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../../src/adr/markdown.ts';
import { typedWords } from '../../src/adr/typed.ts';

describe('writeMarkdown', () => {
  it.each(['We know now.', 'Nothing new. Go on.', 'It fell (see the review.)', 'For a few.'])(
    'leaves the end of a sentence alone: %s',
    (text) => {
      expect(typedWords(text)).toBe(text);
    },
  );

  it.each(['www.über.example', 'www.example.org', 'www..über', 'www.-über', 'www.😀.example', 'WWW.ﾊ.example'])(
    'keeps a typed address from becoming a link: %s',
    (text) => {
      const tree = parseMarkdown(typedWords(text));
      expect(JSON.stringify(tree)).not.toContain('"link"');
      expect(textOf(tree)).toBe(text);
    },
  );
});
