import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { amendAdr } from '@gavel/adr/amend/amend.ts';
import { contentOf } from '@gavel/adr/content/content-of.ts';
import { numberIn } from '@gavel/adr/name/file-name.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { houseFileName } from '@gavel/adr/style/file-name-form.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { madrStyle } from '@gavel/adr/style/madr-style.ts';
import { pinStyle } from '@gavel/adr/style/override-style.ts';
import { writeNewAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';
import { readDialect } from '../dialects/read-dialect.ts';
import { readAsAdrLog, readAsBackstage, readAsLog4brains, readAsStructurizr } from './readers.ts';

const date = '2026-11-20';
const title = 'Use "big" cups: always';

const madr = `---
status: accepted
date: 2026-01-02
decision-makers: [Ana]
---

# Use small cups

## Context and Problem Statement

Which cups?

## Considered Options

* Small
* Big

## Decision Outcome

Chosen option: "Small", because they break less.
`;

const log4brains = readDialect('log4brains').replace('draft', 'accepted');

/** What Gavel writes into a house with one ADR: a new one, and that one superseded by it. */
function writeInto(old: string, file: string) {
  const style = learnStyle([{ name: file, text: old }]);
  const before = readAdr(old, file);
  const number = style.fileName.scheme === 'number' ? (numberIn(file) ?? 0) + 1 : undefined;
  const content = contentOf(before, style);
  const status = { word: style.statusWords.accepted ?? 'accepted', remainder: '' };
  const fresh = { ...content, title, number, date, status, frontMatter: undefined, metadata: undefined };
  const name = houseFileName(style.fileName, number, title, date);
  const written = writeNewAdr({ ...fresh, roles: { ...content.roles, deciders: ['Ana', 'Bo'] } }, style);
  const to = { number: numberIn(file), title: before.title?.value ?? '', file };
  return {
    name,
    text: amendAdr(written, { link: 'supersedes', to, date }, style),
    old: amendAdr(old, { link: 'superseded by', to: { number, title, file: name }, date }, style),
  };
}

describe('what Gavel writes, as others read it', () => {
  it.each([
    ['in a house', writeInto(madr, '0006-use-small-cups.md')],
    ['where there are no ADRs yet', { ...writeInto(madr, '0006-x.md'), text: inMadr() }],
  ])('is MADR for Backstage and Structurizr %s', (_where, { name, text }) => {
    expect(readAsBackstage(name, text)).toEqual({ status: 'accepted', date });
    expect(readAsStructurizr.madr(name, text)).toEqual({ title, status: 'accepted', date });
  });

  it('is a status for Backstage and Structurizr in an ADR that was superseded', () => {
    const { old, name } = writeInto(madr, '0006-use-small-cups.md');
    const status = `superseded by [ADR-0007](${name})`;
    expect(readAsBackstage('0006-use-small-cups.md', old)).toEqual({ status, date: '2026-01-02' });
    expect(readAsStructurizr.madr('0006-use-small-cups.md', old)).toMatchObject({ title: 'Use small cups' });
  });

  it('has its title for adr-log in MADR, where no blank line is wanted below the front matter', () => {
    const { style } = pinStyle(madrStyle, { style: { gap: false } }, '');
    const written = inMadr(style);
    expect(readAsAdrLog('0007-x.md', written)).toEqual({ title });
    expect(readAsAdrLog('0007-x.md', inMadr())).not.toEqual({ title });
    // That costs no other reader anything.
    expect(readAsBackstage('0007-x.md', written)).toEqual(readAsBackstage('0007-x.md', inMadr()));
    expect(readAsStructurizr.madr('0007-x.md', written)).toEqual(readAsStructurizr.madr('0007-x.md', inMadr()));
    expect(readAdr(written).title?.value).toBe(readAdr(inMadr()).title?.value);
  });

  it('has its title for adr-log in a house of MADR that has no such line', () => {
    const { name, text } = writeInto(madr.replace('---\n\n#', '---\n#'), '0006-use-small-cups.md');
    expect(readAsAdrLog(name, text)).toEqual({ title });
  });

  it('has its title for adr-log in a house of adr-tools', () => {
    const { name, text } = writeInto(readDialect('adr-tools'), '0007-sign.md');
    expect(readAsAdrLog(name, text)).toEqual({ title });
  });

  it('is read by Structurizr in a house of adr-tools', () => {
    const { name, text, old } = writeInto(readDialect('adr-tools'), '0007-sign.md');
    expect(readAsStructurizr.adrTools(name, text)).toEqual({
      title,
      status: 'Accepted',
      date,
      links: expect.arrayContaining([['Supersedes', '0007-sign.md']]),
    });
    expect(readAsStructurizr.adrTools('0007-sign.md', old)).toMatchObject({
      status: 'Superseded',
      links: expect.arrayContaining([['Superseded by', name]]),
    });
  });

  it('is read by log4brains and Structurizr in a house of log4brains', () => {
    const { name, text, old } = writeInto(log4brains, '20210203-diagrams.md');
    expect(readAsLog4brains(name, text)).toEqual({
      title,
      status: 'accepted',
      date,
      deciders: ['Ana', 'Bo'],
      links: [],
    });
    expect(readAsStructurizr.log4brains(name, text)).toEqual({ title, status: 'accepted', date });
    expect(readAsLog4brains('20210203-diagrams.md', old)).toMatchObject({
      status: 'superseded',
      links: [['superseded by', name.replace('.md', '')]],
    });
  });
});

const hasAdrTools = spawnSync('adr', ['help']).error === undefined;

describe.skipIf(!hasAdrTools)('what Gavel writes, as adr-tools reads it (skipped if it is not installed)', () => {
  it('is in the list, the table of contents and the graph', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gavel-adr-tools-'));
    try {
      const { name, text, old } = writeInto(readDialect('adr-tools'), '0007-sign.md');
      mkdirSync(join(folder, 'doc/adr'), { recursive: true });
      writeFileSync(join(folder, 'doc/adr', name), text);
      writeFileSync(join(folder, 'doc/adr/0007-sign.md'), old);
      const adr = (...words: string[]) => spawnSync('adr', words, { cwd: folder, encoding: 'utf8' }).stdout.split('\n');
      expect(adr('list')).toEqual(['doc/adr/0007-sign.md', `doc/adr/${name}`, '']);
      expect(adr('generate', 'toc')).toContain(`* [8. ${title}](${name})`);
      expect(adr('generate', 'graph')).toContain('  _8 -> _7 [label="Supersedes", weight=0]');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

/** An ADR in MADR 4.0.0, as in a folder without any. */
function inMadr(style = madrStyle): string {
  const content = contentOf(readAdr(madr, '0006-x.md'), madrStyle);
  return writeNewAdr({ ...content, title, date, frontMatter: undefined }, style);
}
