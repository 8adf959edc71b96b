import { updateIndex } from '@gavel/adr/index/update-index.ts';
import { shieldMentions } from '@gavel/adr/markdown/mention.ts';
import { splitNames } from '@gavel/adr/read/metadata/metadata-field.ts';
import { meaningOfStatus } from '@gavel/adr/read/metadata/status.ts';
import { kindOfWords } from '@gavel/adr/read/points/point-words.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { describe, expect, it } from 'vitest';
import { markdownToRichText, richTextToMarkdown } from '../../src/slack/text/rich-text/markdown.ts';

const times = 300_000;
const blanks = ' '.repeat(times);
const names = { user: (id: string) => id, channel: (id: string) => id, group: (id: string) => id };
const entry = { file: '0002-b.md', number: 2, title: 'B', status: 'accepted', date: '2026-01-01' };

/** Work that grows with the square of the length would take minutes here, and the test would time out. */
describe('a text with 300,000 characters of one kind in a row is read in one pass', () => {
  it.each<[string, () => unknown]>([
    ['blanks in a paragraph', () => markdownToRichText(`Tea${blanks}and milk`)],
    ['blanks in what somebody typed', () => typed(`Tea${blanks}and milk`)],
    ['digits where an address may be', () => shieldMentions('0'.repeat(times))],
    ['dots where an address may be', () => shieldMentions(`@${'.'.repeat(times)}`)],
    ['blanks between names', () => splitNames(`Ben${blanks}Chloe`)],
    ['digits in a label', () => kindOfWords(`a${'1'.repeat(times)})a`)],
    ['digits in a status', () => meaningOfStatus(`a${'1'.repeat(times)}a`)],
    ['brackets in the line of an index', () => updateIndex(`* ${']('.repeat(times / 2)}x\n`, entry, [entry])],
    ['brackets in front matter', () => readAdr(`---\nstatus: ${'['.repeat(times)}\n---\n# X\n`)],
    ['links in front matter', () => readAdr(`---\n${'a: "[x](y)"\n'.repeat(times / 12)}---\n# X\n`)],
  ])('%s', (_, read) => {
    expect(read()).not.toBe('');
  });

  function typed(text: string): string {
    const section = { type: 'rich_text_section' as const, elements: [{ type: 'text' as const, text }] };
    return richTextToMarkdown({ type: 'rich_text', elements: [section] }, names);
  }
});
