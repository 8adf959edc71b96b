import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { openReader } from '../../../src/reader/reader.ts';
import { partSize } from '../../../src/workflow/follow/read-parts.ts';
import { type CorpusFile, makeAdr } from './corpus.ts';

/** Milliseconds for all files, in one round. */
export interface ReadTimes {
  /** Bare remark-parse with GFM and front matter, on one thread. */
  readonly parse: number;
  /** Whole entries, on one thread. */
  readonly oneThread: number;
  /** Whole entries, as the workflow has them read: on all cores. */
  readonly allCores: number;
}

/** What came of reading a corpus. */
export interface Reading {
  readonly rounds: readonly ReadTimes[];
  readonly megabytes: number;
  /** Files that were read as something else than they are; should be none. */
  readonly misread: number;
}

const bare = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze();

/**
 * Reads ADRs 1 to `count` in three ways, so many times over. The three take turns with every `partSize` files, so that
 * a change in the machine's speed touches all of them alike; no more than those are in memory.
 */
export async function measureReading(count: number, rounds: number): Promise<Reading> {
  const reader = openReader();
  const files = function* () {
    for (let first = 1; first <= count; first += partSize) {
      const length = Math.min(partSize, count + 1 - first);
      yield Array.from({ length }, (_, index) => makeAdr(first + index));
    }
  };
  const all: ReadTimes[] = [];
  let bytes = 0;
  let misread = 0;
  try {
    await warmUp(reader);
    for (let round = 0; round < rounds; round += 1) {
      const times = { parse: 0, oneThread: 0, allCores: 0 };
      for (const part of files()) {
        times.parse += await time(() => part.forEach(({ text }) => void bare.parse(text)));
        times.oneThread += await time(() => part.forEach(({ text, name }) => void readAdrEntry(text, name)));
        let entries: Awaited<ReturnType<typeof reader.readEntries>> = [];
        times.allCores += await time(async () => {
          entries = await reader.readEntries(part);
        });
        if (round > 0) continue;
        bytes += part.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
        misread += part.filter((file, index) => !isSame(file, entries[index])).length;
      }
      all.push(times);
    }
    return { rounds: all, megabytes: bytes / 1e6, misread };
  } finally {
    await reader.stop();
  }
}

/** Until all three run at their full speed. */
async function warmUp(reader: ReturnType<typeof openReader>): Promise<void> {
  const part = Array.from({ length: partSize }, (_, index) => makeAdr(index + 1));
  for (let turn = 0; turn < 4; turn += 1) {
    for (const { text, name } of part) {
      bare.parse(text);
      readAdrEntry(text, name);
    }
    await reader.readEntries(part);
  }
}

async function time(work: () => void | Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function isSame(file: CorpusFile, entry: { readonly number: number | undefined; readonly title: string } | undefined) {
  return entry?.number === file.number && entry.title === file.title;
}
