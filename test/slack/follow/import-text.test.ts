import { validateMessage } from '@gavel/local-slack/block-kit/validate.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderImport, stopImportAction } from '../../../src/slack/follow/import-text.ts';
import { en } from '../../../src/words/en/en.ts';
import type { ImportAnnouncement } from '../../../src/workflow/message/announcement.ts';
import { people } from '../../decision/sample.ts';
import { textWithin } from '../any-decision.ts';
import { readBlocks, readWords } from '../readable.ts';

const known = people({ UANA: 'member' });
const none = { total: 1_200, doubtful: 0, added: 0, restated: 0, removed: 0, sharedNumbers: [] };
const base = { kind: 'import', key: 'import:1', since: '2026-11-20T09:00:00.000Z', done: 400, total: 1_200 } as const;

const states: readonly ImportAnnouncement[] = [
  { ...base, state: 'reading' },
  { ...base, state: 'reading', trouble: { code: 'unreachable', place: 'git.example.com', said: '' } },
  { ...base, state: 'stopped', by: 'UANA' },
  { ...base, state: 'stopped', by: 'UGONE' },
  { ...base, state: 'done', figures: { ...none, added: 3, restated: 1, doubtful: 12 } },
];

describe('an import in words', () => {
  it('tells its progress and what it found', async () => {
    const said = states.map((state) => readBlocks(renderImport(en, state, known).blocks));
    const figures = [
      none,
      { ...none, total: 1, doubtful: 1 },
      { ...none, removed: 2, restated: 4 },
      { ...none, sharedNumbers: [12] },
      { ...none, added: 1, doubtful: 2, sharedNumbers: [4, 12, 40] },
      { ...none, total: 0 },
      { ...none, total: 0, removed: 1 },
      { ...none, total: 0, unread: [{ format: 'AsciiDoc', count: 26, files: ['0001-a.adoc'] } as const] },
    ].map((found) => readWords(en.imports.found(found)));
    await expect([...said, ...figures].join('\n')).toMatchFileSnapshot('import.golden.txt');
  });

  it('can be stopped only while it is running', () => {
    const hasButton = states.map((state) =>
      JSON.stringify(renderImport(en, state, known).blocks).includes(stopImportAction),
    );
    expect(hasButton).toEqual([true, true, false, false, false]);
  });

  it('is a message that Slack accepts, whatever git says', () => {
    fc.assert(
      fc.property(textWithin(3_000), fc.nat(), fc.nat(), (typed, done, total) => {
        const trouble = { code: 'refused by hook', place: 'git.example.com', said: typed } as const;
        const said = renderImport(en, { ...base, state: 'reading', trouble, done, total }, known);
        expect(validateMessage(said)).toEqual([]);
        expect(said.text).not.toMatch(/[<>]/);
      }),
    );
  });
});
