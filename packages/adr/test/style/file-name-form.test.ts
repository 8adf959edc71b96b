import { numberIn } from '@gavel/adr/name/file-name.ts';
import { applySettings } from '@gavel/adr/style/apply-settings.ts';
import { fileNameFormOf, houseFileName, type Whereabouts } from '@gavel/adr/style/file-name-form.ts';
import { madrStyle } from '@gavel/adr/style/madr-style.ts';
import { describe, expect, it } from 'vitest';

const nameIn = (paths: readonly string[], where: Whereabouts = {}) =>
  houseFileName(fileNameFormOf(paths), 9, 'Use tea', '2026-11-20', where);

describe('the path of a new ADR', () => {
  it.each([
    [['storage/0001-a.md', 'network/0002-b.md', 'storage/0003-c.md'], 'storage/0009-use-tea.md'],
    [['network/0001-a.md', 'storage/0002-b.md'], 'storage/0009-use-tea.md'],
    [['0001-a.md', '0002-b.md', 'storage/0003-c.md'], '0009-use-tea.md'],
    [['2024/0001-a.md', '2025/0002-b.md'], '2026/0009-use-tea.md'],
    [['adr/2025-03/20250301-a.md', 'adr/2025-04/20250401-b.md'], 'adr/2026-11/20261120-use-tea.md'],
    [['2026_01_03_store_tea.md', '2026_02_03_use_cups.md'], '2026_11_20_use_tea.md'],
    [['2026-01-03.store-tea.md', '2026-02-03.use-cups.md'], '2026-11-20.use-tea.md'],
    [['2026-01-03_store_tea.md', '2026-02-03_use_cups.md'], '2026-11-20_use_tea.md'],
    [['20260103093000-store-tea.md', '20260203101500-use-cups.md'], '20261120000000-use-tea.md'],
    [['202601030930-store-tea.md', '202602031015-use-cups.md'], '202611200000-use-tea.md'],
    [['20260103-3-cups.md', '20260203-use-2026-cups.md'], '20261120-use-tea.md'],
    [['0001/README.md', '0002/README.md'], '0009/README.md'],
    [['0001-a/README.md', '0002-b/README.md'], '0009-use-tea/README.md'],
    [['web/0001-a/index.md', 'web/0002-b/index.md'], 'web/0009-use-tea/index.md'],
    [['0001-a/0001-a.md'], '0009-use-tea/0009-use-tea.md'],
    [['web/0001/0001-a.md', 'web/0002/0002-b.md'], 'web/0009/0009-use-tea.md'],
    [['use-go/index.md', 'use-kafka/index.md', 'use-rust/index.md'], 'use-tea/index.md'],
    [['web/use-go.md', 'web/use-kafka.md', 'web/use-rust.md'], 'web/use-tea.md'],
    [['ADR-PLATFORM-Web-0015-a.md', 'ADR-PLATFORM-Web-0016-b.md'], 'ADR-PLATFORM-Web-0009-use-tea.md'],
    [['dw/ORG-ADR-ART-001.md', 'dw/ORG-ADR-ART-002.md'], 'dw/ORG-ADR-ART-009.md'],
    [['0001.md', '0002.md'], '0009.md'],
    [['0001Cups.md', '0002StoreCups.md'], '0009UseTea.md'],
    [['0001Cups.md', '0002Saucers.md'], '0009UseTea.md'],
    [['DR001  Store cups.md', 'DR002  Warm cups (first).md'], 'DR009  Use tea.md'],
    [['DR001 - store-cups.md', 'DR002 - warm-cups.md'], 'DR009 - use-tea.md'],
    [['0001-store_cups.md', '0002-warm_cups.md'], '0009-use_tea.md'],
    [['0001-GitHub.md', '0002-TypeScript.md', '0003-store-cups.md'], '0009-Use-tea.md'],
    [['StoreCups.md', 'WarmCups.md', 'Cups.md'], 'UseTea.md'],
    [['ADR-001: Store cups.md', 'ADR-002: Warm cups.md'], 'ADR-009: Use tea.md'],
    [['ADR-001 – Store cups.md', 'ADR-002 – Warm cups.md'], 'ADR-009 – Use tea.md'],
    [['Decision 1 - Store cups.md', 'Decision 2 - Warm cups.md'], 'Decision 9 - Use tea.md'],
    [['DR-1-store-cups.md', 'DR-2-warm-cups.md'], 'DR-9-use-tea.md'],
    [['RFC-1-store-cups.md', 'RFC-2-warm-cups.md'], 'RFC-9-use-tea.md'],
    [['ADR.001.store-cups.md', 'ADR.002.warm-cups.md'], 'ADR.009.use-tea.md'],
    [['escolha1.md', 'escolha2.md'], 'escolha9.md'],
    [['決定1.md', '決定2.md'], '決定9.md'],
    [['adr-2026-01-03.md', 'adr-2026-02-03.md'], 'adr-2026-11-20.md'],
    [['ADR-2026-01-03-store-cups.md', 'ADR-2026-02-03-warm-cups.md'], 'ADR-2026-11-20-use-tea.md'],
    [['DR--20260103--tea--store-cups.md', 'DR--20260203--tea--warm-cups.md'], 'DR--20261120--use-tea.md'],
    [['accepted/0001-a.md', 'superseded/0002-b.md', 'superseded/0003-c.md'], 'accepted/0009-use-tea.md'],
  ])('follows %j: %s', (paths, expected) => {
    expect(nameIn(paths)).toBe(expected);
  });

  it('is beside the ADR that it supersedes, in the folder of its own status and year', () => {
    const areas = ['storage/0001-a.md', 'storage/0002-b.md', 'network/0003-c.md'];
    expect(nameIn(areas, { beside: 'network/0003-c.md' })).toBe('network/0009-use-tea.md');
    const statuses = ['accepted/0001-a.md', 'rejected/0002-b.md'];
    expect(nameIn(statuses, { beside: 'accepted/0001-a.md', status: 'rejected' })).toBe('rejected/0009-use-tea.md');
    expect(nameIn(statuses, { status: 'proposed' })).toBe('accepted/0009-use-tea.md');
    expect(nameIn(['2024/0001-a.md'], { beside: '2024/0001-a.md' })).toBe('2026/0009-use-tea.md');
    const prefixes = ['ADR-Web-0001-a.md', 'ADR-Web-0002-b.md', 'ADR-Data-0003-c.md'];
    expect(nameIn(prefixes, { beside: 'ADR-Data-0003-c.md' })).toBe('ADR-Data-0009-use-tea.md');
    const kinds = ['web/0001-a.md', 'web/0002-b.md', 'web/0003-c.md', 'team/2026-01-02-d.md'];
    expect(nameIn(kinds, { beside: 'team/2026-01-02-d.md' })).toBe('team/2026-11-20-use-tea.md');
  });
});

describe('the title in the name of a new ADR', () => {
  const nameOf = (paths: readonly string[], title: string) =>
    houseFileName(fileNameFormOf(paths), 9, title, '2026-11-20');

  it.each([
    [['001-Redis_を使う.md', '002-決定の記録.md'], 'Kafka を使う', '009-Kafka_を使う.md'],
    [['0001-größe.md', '0002-cache.md', '0003-abfragen.md'], 'Maße für Gefäße', '0009-maße-für-gefäße.md'],
    [['0001-groesse.md', '0002-cache.md'], 'Maße für Gefäße', '0009-masse-fuer-gefaesse.md'],
    [['0001-Use-Go.md', '0002-Use-Kafka.md'], 'Use the HTTP cache', '0009-Use-the-HTTP-cache.md'],
    [['0001-use-go.md', '0002-use-HTTP.md', '0003-use-kafka.md'], 'Use the HTTP cache', '0009-use-the-http-cache.md'],
    [['ADR-001-use-go.md', 'ADR-002-use-http.md'], 'Use TLS', 'ADR-009-use-tls.md'],
    [['2024-01-02-Größe.md', '2024-01-03-Maß.md'], 'Neues Maß', '2026-11-20-Neues-Maß.md'],
    [['0001-größe.md'], '../..', '0009-decision.md'],
    [['0001-größe.md'], 'a/b\u202e: c', '0009-a-b-c.md'],
  ])('is written as in %j: “%s” in %s', (paths, title, expected) => {
    expect(nameOf(paths, title)).toBe(expected);
  });

  it('keeps a name of any letters within what a file system takes', () => {
    const name = nameOf(['0001-größe.md'], '𠮷'.repeat(200));
    expect(Buffer.byteLength(name)).toBeLessThan(255);
    expect(name.isWellFormed()).toBe(true);
  });
});

describe('numberIn', () => {
  it.each([
    ['storage/0007-use-go/README.md', 7],
    ['0007/index.md', 7],
    ['2025/README.md', undefined],
    ['2025-01/README.md', undefined],
    ['storage/README.md', undefined],
    ['ADR-Platform-Web-0015-title.md', 15],
    ['ORG-ADR-ART-001.md', 1],
    ['use-http-2-for-all.md', undefined],
    ['adr-use-http-2.md', undefined],
  ])('reads %s as %s', (path, number) => {
    expect(numberIn(path)).toBe(number);
  });
});

describe('the setting “file” of .gavel.yml', () => {
  it.each([
    ['storage/NNNN-title.md', 'storage/0009-use-tea.md'],
    ['NNNN-title/README.md', '0009-use-tea/README.md'],
    ['NNN/index.md', '009/index.md'],
    ['records/YYYY/NNNN-title.md', 'records/2026/0009-use-tea.md'],
    ['YYYY/YYYYMMDD-title.md', '2026/20261120-use-tea.md'],
    ['NNNN/NNNN-title.md', '0009/0009-use-tea.md'],
    ['title.md', 'use-tea.md'],
    ['title/index.md', 'use-tea/index.md'],
    ['NNNN-title/NNNN-title.md', '0009-use-tea/0009-use-tea.md'],
  ])('puts new ADRs at %s', (file, expected) => {
    const { style, warnings } = applySettings(madrStyle, `style:\n  file: ${file}\n`);
    expect(warnings).toEqual([]);
    expect(houseFileName(style.fileName, 9, 'Use tea', '2026-11-20')).toBe(expected);
  });

  it.each([
    '../NNNN-title.md',
    '.git/NNNN-title.md',
    'a//NNNN-title.md',
    'storage/',
    'NNNN-title/a/README.md',
    'NNNN/x',
  ])('does not take %s', (file) => {
    const { style, warnings } = applySettings(madrStyle, `style:\n  file: ${file}\n`);
    expect(warnings).toEqual([expect.objectContaining({ code: 'unusable setting', name: 'file' })]);
    expect(style.fileName).toEqual(madrStyle.fileName);
  });
});

it('takes no path where a new ADR would not be found again', () => {
  const numbered = { ...madrStyle, learnedFrom: { how: 'majority', files: [] } } as const;
  const isTaken = (yaml: string) => applySettings(numbered, yaml).pinned.includes('file');
  expect(isTaken('style:\n  file: web/NNNN-title.md\n')).toBe(true);
  expect(isTaken('style:\n  file: web/NNNN-title.md\n  subfolders: false\n')).toBe(false);
  expect(isTaken('style:\n  file: images/NNNN-title.md\n')).toBe(false);
  expect(isTaken('style:\n  file: web/title.md\n')).toBe(false);
  expect(isTaken('style:\n  file: web/title.md\n  subfolders: web\n')).toBe(true);
});

it.each([
  ['tr', 'Dizin düşürülür', '0001-dizin-dusurulur.md'],
  ['sv', 'Räkna kön', '0001-rakna-kon.md'],
  ['es', 'Pingüinos', '0001-pinguinos.md'],
  ['de', 'Größen prüfen', '0001-groessen-pruefen.md'],
] as const)('letters with marks are spelled as in the language of the house: %s', (code, title, expected) => {
  const form = fileNameFormOf([]);
  const language = code === 'tr' ? undefined : code;
  const slug = { ...form.slug, language };
  expect(houseFileName({ ...form, slug }, 1, title, '2026-11-20')).toBe(expected);
});
