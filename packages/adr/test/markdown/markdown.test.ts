import { parseMarkdown, parseMarkdownFile } from '@gavel/adr/markdown/markdown.ts';
import { escapeLine } from '@gavel/adr/markdown/to-markdown.ts';
import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';

describe('writeMarkdown', () => {
  it.each(['We know now.', 'Nothing new. Go on.', 'It fell (see the review.)', 'For a few.'])(
    'does not escape the end of a sentence: %s',
    (text) => {
      expect(escapeLine(text)).toBe(text);
    },
  );

  it.each(['www.über.example', 'www.example.org', 'www..über', 'www.-über', 'www.😀.example', 'WWW.ﾊ.example'])(
    'keeps a URL in plain text from becoming a link: %s',
    (text) => {
      const tree = parseMarkdown(escapeLine(text));
      expect(JSON.stringify(tree)).not.toContain('"link"');
      expect(textOf(tree)).toBe(text);
    },
  );
});

describe('parseMarkdownFile', () => {
  it.each([
    '---\n---',
    '---\na: b\n---\n',
    '---\na: b\n---\nwords',
    '--- \r\na: b\r\n---\t\r\n- c',
    '---\ra: b\r---\r',
    '\ufeff---\na: b\n---',
    '---\n\n---x\n---',
  ])('reads front matter: %j', (text) => {
    expect(parseMarkdownFile(text).children[0]?.type).toBe('yaml');
  });

  it.each(['---\n', '---\n---x\n', '---\n ---\n', '----\n---\n', ' ---\n---\n', '---\n- ---\n', '---x\n---\n'])(
    'finds no front matter in %j',
    (text) => {
      expect(parseMarkdownFile(`${text}\n* a\n\n> b\n`).children.map(({ type }) => type)).toEqual(
        expect.arrayContaining(['list', 'blockquote']),
      );
      expect(parseMarkdownFile(`${text}\n* a\n\n> b\n`)).toEqual(parseMarkdown(`${text}\n* a\n\n> b\n`));
    },
  );
});
