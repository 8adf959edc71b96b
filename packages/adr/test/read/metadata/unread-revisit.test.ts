import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { saysUnreadRevisit } from '@gavel/adr/read/metadata/unread-revisit.ts';
import { describe, expect, it } from 'vitest';

const inFrontMatter = (line: string) => `---\nstatus: accepted\ndate: 2026-01-01\n${line}\n---\n\n# Use Go\n`;

describe('a day to look again that can’t be read', () => {
  it.each([
    inFrontMatter('review-by: soon'),
    inFrontMatter('review-by: 2027-13-45'),
    inFrontMatter('review-by: "next spring"'),
    '# Use Go\n\n* Status: accepted\n* Next review: after the fair\n',
    '# Use Go\n\n**Revisit on**: some day\n',
    '# Use Go\n\n| Status | accepted |\n|---|---|\n| Next review | as needed |\n',
    '# Use Go\n\n## Next review\n\nWhenever we meet again.\n',
    '# Use Go\r\n\r\n- Wiedervorlage: bald\r\n',
  ])('is seen in %j', (text) => {
    expect(readAdrEntry(text, '').revisitOn).toBeUndefined();
    expect(saysUnreadRevisit(text)).toBe(true);
  });

  it.each([
    '',
    '# Use Go\n',
    inFrontMatter('review-by:'),
    inFrontMatter('review-by: n/a'),
    inFrontMatter('tags: [soon]'),
    '# Use Go\n\n* Status: accepted\n* Next review: –\n',
    '# Use Go\n\n## Next review\n\n## Context\n\nIt is slow.\n',
    '# Use Go\n\nRevisit when: traffic doubles\n',
    '# Use Go\n\nWe talked about the next review: it is far away.\n',
  ])('is not seen in %j', (text) => {
    expect(saysUnreadRevisit(text)).toBe(false);
  });
});
