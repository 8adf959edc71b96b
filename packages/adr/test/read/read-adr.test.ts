import type { AdrDocument } from '@gavel/adr/read/document.ts';
import { plainTitle, readAdr } from '@gavel/adr/read/read-adr.ts';
import { describe, expect, it } from 'vitest';
import { dialectNames, readDialect } from '../dialects/read-dialect.ts';

/** What a person would note about an ADR. Options: `+` pro, `-` con, `~` neutral, `!` verdict, `*` the chosen one. */
function noteDown(document: AdrDocument) {
  const { statuses, date, roles, dialect, options, outcome, consequences, headingNumber } = document;
  return {
    dialect,
    number: headingNumber?.value,
    title: plainTitle(document),
    status: statuses.map(({ value }) => value.word + value.remainder),
    date: date?.value,
    deciders: roles.deciders?.value,
    options: options.map(
      ({ title, points, isChosen }) =>
        `${isChosen ? '*' : ''}${title} ${points.map(({ kind }) => ({ pro: '+', con: '-', neutral: '~', verdict: '!', mitigation: '?' })[kind]).join('')}`,
    ),
    because: outcome?.value.reason,
    consequences: consequences.map(({ kind }) => kind),
  };
}

type Note = Partial<ReturnType<typeof noteDown>>;

const expected: Readonly<Record<string, Note>> = {
  nygard: { dialect: 'Nygard', title: 'Keep sessions in Redis', status: ['Accepted'] },
  'adr-tools': { dialect: 'adr-tools', number: 7, status: ['Accepted'], date: '2025-03-04' },
  'check-boxes': {
    dialect: 'Nygard',
    status: ['Accepted'],
    date: '2025-02-11',
    deciders: ['Ines Weber'],
    consequences: [],
  },
  'madr-2': {
    dialect: 'MADR 2',
    status: ['superseded by [ADR-0012](0012-move-reports.md)'],
    date: '2023-05-06',
    deciders: ['Ana', 'Bo'],
    options: ['*PostgreSQL replica +-', 'Search cluster +--'],
    because: 'we run one already.',
    consequences: ['pro', 'con'],
  },
  'madr-3': {
    dialect: 'MADR 3',
    status: ['rejected'],
    deciders: ['Ana', 'Chi'],
    options: ['C +~-', '*Go '],
    consequences: ['pro', 'con'],
  },
  'madr-4': {
    dialect: 'MADR 4',
    status: ['accepted'],
    date: '2025-10-11',
    deciders: ['Ana', 'No'],
    options: ['*Queue in the database +~', 'Fire and forget -'],
    because: 'nothing gets lost.',
    consequences: ['pro', 'con'],
  },
  log4brains: {
    dialect: 'log4brains',
    status: ['draft'],
    date: '2021-02-03',
    deciders: ['Ana'],
    consequences: ['pro'],
  },
  merson: { dialect: 'Merson', number: 5, title: 'Number orders per shop', status: ['Proposed'] },
  'tyree-akerman': {
    dialect: 'Tyree and Akerman',
    status: ['Approved, 4 March 2024'],
    date: '2024-03-04',
    options: ['*DNS ', 'A registry with a client '],
  },
  alexandrian: { dialect: 'Alexandrian', status: ['Accepted'] },
  'y-statement': {
    dialect: 'Y-statement',
    options: ['*an edge cache ', 'more servers '],
    consequences: ['pro', 'con'],
  },
  'business-case': { dialect: 'Business case', status: ['Pending'], options: ['*Ledgerly ++-', 'Our own +--'] },
  edgex: { dialect: 'EdgeX', status: ['approved'], date: '2022-02-03', deciders: ['Ana (Some Company)', 'Bo'] },
  verdicts: {
    number: 14,
    title: 'Kotlin for the Android App',
    date: '2025-03-05',
    deciders: ['Mobile Guild', 'Ana'],
    options: ['Java ++--!', 'Flutter +--!', 'C#/.NET MAUI ++--!'],
    consequences: ['pro', 'pro', 'con', 'con', 'mitigation', 'mitigation'],
  },
  'nested-options': {
    number: 3,
    status: ['✅ Accepted'],
    options: ['Flat files ++--', 'LMDB + Protocol Buffers ++---', '*SQLite +++-'],
    consequences: ['pro', 'pro', 'pro', 'con', 'con', 'neutral', 'neutral'],
  },
  'label-lists': {
    status: ['Accepted'],
    options: ['Scripts ++-', 'A control panel +---', 'Ansible with modules ++-'],
    consequences: ['pro', 'pro', 'pro', 'con', 'con'],
  },
  'rules-and-marks': {
    number: 8,
    status: ['Accepted', 'Accepted and live since July'],
    options: ['*Vue + TypeScript ', 'React + TypeScript +!~', 'Svelte + Vite +!~', 'Plain pages +!'],
    consequences: ['pro', 'pro', 'pro', 'con', 'con', 'mitigation', 'mitigation'],
  },
  'option-lines': {
    number: 6,
    options: ['Copy the disk at night ', 'Stream the log to a second machine ', '*Stream the log to object storage '],
  },
  'bold-names': {
    options: ['Keep the counter ', 'Lock the row for each change ', 'A nightly correction '],
  },
  'option-tables': {
    number: 31,
    options: ['The database ++-!', '*A search server ++---!', 'A job each night !', '*Events !'],
    consequences: ['pro'],
  },
  'options-in-decision': {
    number: 17,
    options: ['Keep drafts on the server ++-', '*Keep drafts in the browser +-+-'],
  },
  'announced-options': {
    number: 9,
    options: ['Reintentos en el cliente ', '*Tabla de salida ', 'Cola gestionada (nube) '],
    consequences: ['pro', 'con'],
  },
  'several-questions': {
    number: 12,
    options: ['쿠키 +--', '*Redis ++-', '*한 시간 +-', '한 달 +-'],
  },
  free: { dialect: 'other', title: 'About the printer', status: ['done'] },
  table: {
    number: 12,
    title: 'Use one time zone',
    status: ['Accepted'],
    date: '2024-12-27',
    deciders: ['Ana', 'Bo'],
    options: ['*UTC ', 'Local '],
  },
};

describe('readAdr', () => {
  it('has a fixture for every expectation, and vice versa', () => {
    expect(Object.keys(expected).toSorted()).toEqual([...dialectNames].toSorted());
  });

  it.each(Object.entries(expected))('reads %s', (name, note) => {
    expect(noteDown(readAdr(readDialect(name)))).toMatchObject(note);
  });

  it('prefers the number in the file name to that in the heading, and warns if they differ', () => {
    const document = readAdr('# ADR-002: T\n\nStatus: accepted\n', 'docs/0007-t.md');
    expect(document.number?.value).toBe(7);
    expect(document.warnings).toEqual([{ code: 'numbers differ', inName: 7, inHeading: 2, line: 1, isError: false }]);
  });

  it.each([
    ['ADR-001: Title', 1],
    ['ADR 002: Title', 2],
    ['1. Title', 1],
    ['[012] Title', 12],
    ['ADR #3 - Title', 3],
    ['0007 Title', 7],
    ['Title', undefined],
  ])('reads the heading “%s”', (heading, number) => {
    const document = readAdr(`# ${heading}\n`);
    expect([document.headingNumber?.value, document.title?.value]).toEqual([number, 'Title']);
  });

  it.each([
    ['2024-12-27', '2024-12-27'],
    ['27 December 2024', '2024-12-27'],
    ['December 27th, 2024', '2024-12-27'],
    ['27.12.2024', '2024-12-27'],
    ['2024/12/27', '2024-12-27'],
    ['2024-02-30', undefined],
  ])('reads the date “%s”', (written, date) => {
    expect(readAdr(`# T\n\nDate: ${written}\n`).date?.value).toBe(date);
  });

  it('finds the position of each field, and fields that occur twice', () => {
    const text = '---\nstatus: accepted\n---\n# T\n\n* Status: rejected\n* Date: 2024-01-02\n';
    const { statuses, date, source, warnings } = readAdr(text);
    expect(statuses.map(({ foundIn, line, start, end }) => [foundIn, line, source.text.slice(start, end)])).toEqual([
      ['front matter', 2, 'accepted'],
      ['list', 6, 'rejected'],
    ]);
    expect(date && source.text.slice(date.start, date.end)).toBe('2024-01-02');
    expect(warnings.map(({ line }) => line)).toEqual([6]);
  });

  it('keeps all other sections, with their names and in order', () => {
    const { sections } = readAdr('# T\n\n## Apples\n\none\n\n### Core\n\ntwo\n\n## Context\n\nthree\n');
    expect(sections.map(({ name, markdown }) => [name, markdown])).toEqual([
      ['Apples', 'one\n\n### Core\n\ntwo'],
      ['Context', 'three'],
    ]);
  });
});
