import { examineFile } from '@gavel/adr/doctor/archive.ts';
import { readDraft } from '@gavel/adr/draft/read-draft.ts';
import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { type ArchiveFile, learnStyle } from '@gavel/adr/style/learn-style.ts';
import { madrStyle } from '@gavel/adr/style/madr-style.ts';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { dialectNames, readDialect } from '../../packages/adr/test/dialects/read-dialect.ts';
import { openReader, type ThreadSettings } from '../../src/reader/reader.ts';
import { readArchiveRules } from '../../src/record/archive-rules.ts';
import { applyArchiveSettings } from '../../src/record/archive-style.ts';
import { writeReview } from '../../src/record/review-text.ts';
import { writeRecord } from '../../src/record/write-record.ts';
import type { Reader } from '../../src/workflow/ports/archive/reader.ts';
import { minimal } from '../record/sample-records.ts';

/** Files in all dialects, with a comment that makes some of them so long that several threads have something to do. */
function makeFiles(count: number): ArchiveFile[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `${String(index + 1).padStart(4, '0')}-choose.md`,
    text: `${readDialect(dialectNames[index % dialectNames.length] ?? '')}\n\n<!-- ${'-'.repeat((index % 7) * 1_500)} -->\n`,
  }));
}

function reader(settings?: ThreadSettings) {
  const opened = openReader(settings);
  onTestFinished(() => opened.stop());
  return opened;
}

const inTurn = (files: readonly ArchiveFile[]) => files.map(({ name, text }) => readAdrEntry(text, name));

describe('the reader', () => {
  it('reads many files in order, with the same results as one by one', async () => {
    const files = makeFiles(60);
    expect(await reader().readEntries(files)).toEqual(inTurn(files));
  });

  it('gives the same results for any split, however many files there are', async () => {
    const files = makeFiles(60);
    const opened = reader();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...files), { maxLength: 40 }), async (some) => {
        expect(await opened.readEntries(some)).toEqual(inTurn(some));
      }),
      { numRuns: 10 },
    );
  });

  it('reads several batches at a time, and again after it was stopped', async () => {
    const opened = reader();
    const lots = [makeFiles(30), makeFiles(20), makeFiles(50)];
    expect(await Promise.all(lots.map((files) => opened.readEntries(files)))).toEqual(lots.map(inTurn));
    await opened.stop();
    expect(await opened.readEntries(makeFiles(30))).toEqual(inTurn(makeFiles(30)));
  });

  it('loses nothing if it is stopped in the middle', async () => {
    const opened = reader();
    const files = makeFiles(60);
    const reading = opened.readEntries(files);
    await opened.stop();
    expect(await reading).toEqual(inTurn(files));
  });

  it('loses nothing if a thread never answers', async () => {
    const opened = reader({ module: new URL('./silent-thread.ts', import.meta.url), patience: 1 });
    const files = makeFiles(30);
    expect(await opened.readEntries(files)).toEqual(inTurn(files));
  });

  it('reads the beginning of a long file on which a thread breaks', async () => {
    const opened = reader({ module: new URL('./breaking-thread.ts', import.meta.url) });
    const text = `# Use tea\n\nStatus: accepted\n\n${'We drink it. '.repeat(10_000)}`;
    expect(await opened.readEntries([{ name: '0004-use-tea.md', text }])).toMatchObject([
      { number: 4, title: 'Use tea', status: 'accepted' },
    ]);
  });

  it.each([
    ['a thread that breaks at work', './breaking-thread.ts'],
    ['a thread that ends at work', './ending-thread.ts'],
    ['a thread that cannot be started', './no-such-thread.ts'],
  ])('loses nothing to %s, and reports what happened', async (_, name) => {
    const troubles: unknown[] = [];
    const opened = reader({
      module: new URL(name, import.meta.url),
      onTrouble: (error) => troubles.push(error),
    });
    const files = makeFiles(40);
    expect(await opened.readEntries(files)).toEqual(inTurn(files));
    expect(await opened.readEntries(files)).toEqual(inTurn(files));
    expect(troubles).not.toEqual([]);
  });

  it('does a single long task on a thread that has started and is idle', async () => {
    const opened = reader({ module: new URL('./measuring-thread.ts', import.meta.url) });
    const threads = await opened.readEntries(makeFiles(40));
    expect(threads).toContainEqual(await opened.readDraft('Tea.\n'.repeat(10_000)));
  });

  it('examines many files in order, with the same results as one by one', async () => {
    const files = makeFiles(60);
    expect(await reader().examineFiles(files)).toEqual(files.map(examineFile));
  });

  it('examines everything in a long file on which a thread breaks', async () => {
    const opened = reader({ module: new URL('./breaking-thread.ts', import.meta.url) });
    const text = `# Use tea\n\nStatus: accepted\n\n${'We drink it. '.repeat(10_000)}\n\n## Last words\n\nNone.\n`;
    const [examined] = await opened.examineFiles([{ name: '0004-use-tea.md', text }]);
    expect(examined?.report).toMatchObject({ title: 'Use tea', lossless: true });
    expect(examined?.report?.sections).toContain('Last words');
  });
});

/**
 * What takes so long that it is done on a thread, and the same in short: each as the reader does it, and as it is done
 * here.
 */
const singleTasks = {
  'reading a draft': (times: number) => {
    const draft = `# Choose\n\n## Context\n\n${'We are **tired**.\n\n'.repeat(times)}## Considered Options\n\n* Tea\n* Milk\n`;
    return { here: readDraft(draft), ask: (asked: Reader) => asked.readDraft(draft) };
  },
  'writing a record': (times: number) => {
    const draft = `# Choose\n\n## Context\n\n${'We are **tired**.\n\n'.repeat(times)}`;
    const record = { ...minimal, draft };
    return {
      here: writeRecord(record, madrStyle, 7),
      ask: (asked: Reader) => asked.writeRecord(record, madrStyle, 7),
    };
  },
  'writing a review': (times: number) => {
    const record = { ...minimal, context: 'We are **tired**.\n\n'.repeat(times) };
    const why = { code: 'protected', branch: 'main' } as const;
    const place = { number: 7, fileName: '0007-x.md', fileUrl: undefined, forge: 'github', bond: undefined } as const;
    const facts = { ...place, why, longestBody: 65_536 };
    return { here: writeReview(record, facts), ask: (asked: Reader) => asked.writeReview(record, facts) };
  },
  'learning a style': (times: number) => {
    const files = makeFiles(4).map(({ name, text }) => ({ name, text: `${text}\n${'Tea.\n\n'.repeat(times)}` }));
    return { here: learnStyle(files), ask: (asked: Reader) => asked.learnStyle(files) };
  },
};

describe.each(Object.entries(singleTasks))('%s', (_, prepare) => {
  it.each([
    ['short', 1, 0],
    ['long', 3_000, 1],
  ])(
    'gives the same result with and without a thread, which only long texts use: here %s',
    async (_, times, onThread) => {
      const { here, ask } = prepare(times);
      expect(await ask(reader())).toEqual(here);
      const troubles: unknown[] = [];
      const broken = { module: new URL('./breaking-thread.ts', import.meta.url) };
      expect(await ask(reader({ ...broken, onTrouble: (error) => troubles.push(error) }))).toEqual(here);
      expect(troubles).toHaveLength(onThread);
    },
  );

  it.each([
    ['ends', './ending-thread.ts'],
    ['never answers', './silent-thread.ts'],
  ])('loses nothing if a thread %s', async (_, name) => {
    const troubles: unknown[] = [];
    const { here, ask } = prepare(3_000);
    const opened = reader({
      module: new URL(name, import.meta.url),
      patience: 1,
      onTrouble: (error) => troubles.push(error),
    });
    expect(await ask(opened)).toEqual(here);
    expect(troubles).toHaveLength(1);
  });
});

it('reports what is wrong with a record that can’t be written, even from a thread', async () => {
  const record = { ...minimal, date: 'soon', context: 'We are tired.\n\n'.repeat(3_000) };
  await expect(reader().writeRecord(record, madrStyle, 7)).rejects.toThrow(RangeError);
});

/** A `.gavel.yml` that is long enough for a thread. */
const settings = `rule: two-thirds\nstyle:\n  bullet: "-"\n${'# As we agreed.\n'.repeat(100)}`;

describe('reading a .gavel.yml', () => {
  const troubled = (name: string, patience?: number) => {
    const troubles: unknown[] = [];
    const module = new URL(name, import.meta.url);
    const opened = reader({ module, onTrouble: (error) => troubles.push(error), ...(patience && { patience }) });
    return { troubles, opened };
  };

  it('gives the same result with and without a thread', async () => {
    const opened = reader();
    expect(await opened.readRules(settings)).toEqual(readArchiveRules(settings));
    expect(await opened.applySettings(madrStyle, settings)).toEqual(applyArchiveSettings(madrStyle, settings));
  });

  it.each([
    ['breaks', './breaking-thread.ts', undefined],
    ['never answers', './silent-thread.ts', 1],
  ])('falls back when the thread %s, and is not retried for votes', async (_, name, patience) => {
    const { troubles, opened } = troubled(name, patience);
    for (const _command of [1, 2, 3]) {
      expect(await opened.readRules(settings)).toEqual({
        rules: [],
        initialId: undefined,
        doubts: [{ code: 'settings unusable', why: { kind: 'too slow' } }],
      });
    }
    expect(troubles).toHaveLength(1);
    const { style, warnings } = await opened.applySettings(madrStyle, settings);
    expect(style).toEqual(madrStyle);
    expect(warnings).toMatchObject([{ code: 'settings unusable', reason: { kind: 'too slow' } }]);
  });

  it.each([
    ['is short', 'rule: two-thirds\n'],
    ['is too long, as nothing of it is read', `rule: two-thirds\n${'# As we agreed.\n'.repeat(100_000)}`],
  ])('needs no thread if it %s', async (_, yaml) => {
    const { troubles, opened } = troubled('./breaking-thread.ts');
    expect(await opened.readRules(yaml)).toEqual(readArchiveRules(yaml));
    expect(await opened.applySettings(madrStyle, yaml)).toEqual(applyArchiveSettings(madrStyle, yaml));
    expect(troubles).toEqual([]);
  });

  it('happens once for the same text, even for several callers at a time', async () => {
    const opened = reader();
    const [first, second] = await Promise.all([opened.readRules(settings), opened.readRules(settings)]);
    expect(second).toBe(first);
    for (let count = 0; count < 19; count += 1) await opened.readRules(`rule: majority # ${count}`);
    expect(await opened.readRules(settings)).toBe(first);
    for (let count = 0; count < 20; count += 1) await opened.readRules(`rule: majority # ${count}`);
    const again = await opened.readRules(settings);
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });
});
