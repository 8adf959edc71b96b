import { concludeExamination, type ExaminedFile, examineFile } from '@gavel/adr/doctor/archive.ts';
import type { AdrLink } from '@gavel/adr/read/links/link.ts';
import { describe, expect, it } from 'vitest';
import { countPassed } from '../count-passed.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const nameOf = (number: number) => `${String(number).padStart(4, '0')}-a.md`;

const sample = examineFile({ name: '0001-a.md', text: '# A\n\nStatus: superseded by [B](0002-b.md)\n' });

/** A file that was examined, as if it had this name and these links. */
function fileOf(name: string, links: readonly (readonly [AdrLink['kind'], string])[]): ExaminedFile {
  const { report, seen } = sample;
  const [link] = seen.links;
  if (report === undefined || link === undefined || seen.number === undefined) throw new Error('The sample is no ADR.');
  return {
    report: { ...report, file: name },
    seen: {
      ...seen,
      file: name,
      number: { ...seen.number, value: Number.parseInt(name, 10) },
      links: links.map(([kind, url]) => ({ ...link, kind, url })),
    },
  };
}

/** Archives by how their files hang together. */
const archives: Readonly<Record<string, (count: number) => ExaminedFile[]>> = {
  'files of one number': (count) => numbers(count).map((at) => fileOf(`0001-${at}.md`, [])),
  'pairs of one number, with links to them': (count) =>
    numbers(count).map((at) => {
      const name = `${String(Math.ceil(at / 2)).padStart(4, '0')}-${at % 2}.md`;
      return fileOf(name, [['other', name]]);
    }),
  'a chain of files, each superseded by the next': (count) =>
    numbers(count).map((at) =>
      fileOf(nameOf(at), [
        ['superseded by', nameOf(at + 1)],
        ['supersedes', nameOf(at - 1)],
      ]),
    ),
  'a circle of all files': (count) =>
    numbers(count).map((at) => fileOf(nameOf(at), [['superseded by', nameOf((at % count) + 1)]])),
  'files that all amend the first': (count) =>
    numbers(count).map((at) =>
      fileOf(
        nameOf(at),
        at === 1 ? numbers(count).map((other) => ['amended by', nameOf(other)] as const) : [['amends', nameOf(1)]],
      ),
    ),
};

describe('what shows only in all files of an archive together', () => {
  it.each(Object.entries(archives))('is found in work that grows with the files: %s', (_, make) => {
    const [few = 0, more = 0, many = 0] = [1_000, 2_000, 4_000].map((count) => {
      const examined = make(count);
      return countPassed(() => concludeExamination(examined, () => false));
    });
    expect(more / few).toBeLessThan(2.5);
    expect(many / more).toBeLessThan(2.5);
  });
});
