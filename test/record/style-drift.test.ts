import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { type ArchiveFile, filesToLearnFrom, learnStyle } from '@gavel/adr/style/learn-style.ts';
import { describe, expect, it } from 'vitest';
import { readDialect } from '../../packages/adr/test/dialects/read-dialect.ts';
import type { AdrRecord } from '../../src/record/record.ts';
import { writeRecord } from '../../src/record/write-record.ts';
import { accepted, minimal, rejected } from './sample-records.ts';

const short: AdrRecord = { ...minimal, decisionMakers: ['Alice'], informed: ['#shop'] };
/** Ten decisions, most of them short. */
const decisions: readonly AdrRecord[] = [short, short, short, rejected, short, short, accepted, short, short, short];

/** Writes decisions into an archive, each in the style that is learned from what is there. Returns the whole archive. */
function grow(archive: readonly ArchiveFile[], isKnown: boolean): ArchiveFile[] {
  const files = [...archive];
  for (const record of decisions) {
    const generated = new Set(files.filter(({ isGenerated }) => isGenerated === true).map(({ name }) => name));
    const adrs = files.map(({ name }) => name);
    const chosen = filesToLearnFrom({ adrs, templates: [] }, generated);
    const style = learnStyle(files.filter(({ name }) => chosen.includes(name)));
    const number = files.length + 1;
    const { text } = writeRecord(record, style, number);
    files.push({ name: `${String(number).padStart(4, '0')}-x.md`, text, ...(isKnown ? { isGenerated: true } : {}) });
  }
  return files;
}

const archiveOf = (dialect: string): ArchiveFile[] =>
  [1, 2, 3].map((number) => ({ name: `000${number}-x.md`, text: readDialect(dialect) }));

describe('the style of an archive, after ten decisions', () => {
  it.each(['madr-4', 'madr-3', 'nygard', 'nested-options', 'verdicts'])(
    '%s is still what people made it',
    (dialect) => {
      const archive = archiveOf(dialect);
      const after = grow(archive, true);
      expect(writeRecord(accepted, learnStyle(after), 99)).toEqual(writeRecord(accepted, learnStyle(archive), 99));
    },
  );

  it.each(['madr-4', 'madr-2', 'verdicts'])(
    '%s keeps its sections even where nobody knows who wrote what',
    (dialect) => {
      const archive = archiveOf(dialect);
      const after = grow(archive, false);
      const headings = (files: readonly ArchiveFile[]) =>
        readAdr(writeRecord(accepted, learnStyle(files), 99).text).sections.map(({ name, depth }) => ({ name, depth }));
      expect(headings(after)).toEqual(headings(archive));
    },
  );

  it('is MADR where there was nothing before', () => {
    const style = learnStyle(grow([], true));
    expect(writeRecord(accepted, style, 99)).toEqual(writeRecord(accepted, learnStyle([]), 99));
  });

  it('is learned from what people wrote long ago', () => {
    const archive = archiveOf('nygard');
    const after = grow(grow(grow(archive, true), true), true);
    const names = after.map(({ name }) => name);
    const generated = new Set(names.slice(archive.length));
    expect(filesToLearnFrom({ adrs: names, templates: [] }, generated)).toEqual(
      expect.arrayContaining(archive.map(({ name }) => name)),
    );
    const chosen = after.filter(({ name }) =>
      filesToLearnFrom({ adrs: names, templates: [] }, generated).includes(name),
    );
    expect(learnStyle(chosen)).toEqual(learnStyle(archive));
  });
});
