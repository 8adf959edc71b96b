import { amendAdr } from '@gavel/adr/amend/amend.ts';
import { contentOf } from '@gavel/adr/content/content-of.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { houseFileName } from '@gavel/adr/style/file-name-form.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { madrStyle } from '@gavel/adr/style/madr-style.ts';
import { writeAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { readDialect } from '../../packages/adr/test/dialects/read-dialect.ts';
import { adrOfRecord } from './adr-of-record.ts';
import { accepted } from './sample-records.ts';

// Each reads a file as that reader does; undefined if the reader would refuse it.

interface Seen {
  readonly title: string | undefined;
  readonly status: string | undefined;
  readonly date: string | undefined;
}

const line = (text: string, start: string) =>
  text
    .split('\n')
    .find((one) => one.startsWith(start))
    ?.slice(start.length)
    .trim();

const structurizrMadr = (name: string, text: string): Seen | undefined =>
  /^\d{4}-.+?\.md/.test(name)
    ? { title: line(text, '# '), status: line(text, 'status: '), date: line(text, 'date: ') }
    : undefined;

const structurizrAdrTools = (_: string, text: string): Seen | undefined => {
  const title = /^# \d+\. (.*)\n/.exec(text)?.[1];
  const status = /\n## Status\s+(\S+)/.exec(text)?.[1];
  return title === undefined ? undefined : { title, status, date: line(text, 'Date: ') };
};

const structurizrLog4brains = (name: string, text: string): Seen | undefined =>
  /^\d{8}-.*\.md$/.test(name) && text.startsWith('# ')
    ? { title: line(text, '# '), status: line(text, '- Status: '), date: line(text, '- Date: ') }
    : undefined;

const backstage = (_: string, text: string): Seen => {
  const yaml = /^---\n([\s\S]*?)\n---/.exec(text)?.[1];
  const values: Record<string, unknown> = yaml === undefined ? {} : parse(yaml);
  const item = (key: string) => new RegExp(`^[*-] ${key}: (.*)$`, 'im').exec(text)?.[1];
  const { status = item('status'), date = item('date') } = values;
  return { title: line(text, '# '), status: String(status), date: String(date) };
};

function rewrite(dialect: string, style: HouseStyle): { name: string; text: string } {
  const content = {
    ...contentOf(readAdr(readDialect(dialect))),
    number: 7,
    title: 'Use tea',
    date: '2026-11-20',
    status: { word: 'accepted', remainder: '' },
  };
  return { name: houseFileName(style.fileName, 7, 'Use tea', '2026-11-20'), text: writeAdr(content, style) };
}

const house = (dialect: string, name: string) => learnStyle([{ name, text: readDialect(dialect) }]);

describe('what other readers make of our files', () => {
  it.each([
    ['Structurizr, MADR', structurizrMadr, madrStyle, 'accepted'],
    ['Backstage, MADR 4', backstage, madrStyle, 'accepted'],
    ['Backstage, MADR 2', backstage, house('madr-2', '0001-x.md'), 'accepted'],
    ['Structurizr, adr-tools', structurizrAdrTools, house('adr-tools', '0001-x.md'), 'Accepted'],
    ['Structurizr and log4brains', structurizrLog4brains, house('log4brains', '20210203-x.md'), 'accepted'],
  ] as const)('%s', (_, read, style, status) => {
    const { name, text } = rewrite('madr-3', style);
    expect(read(name, text)).toEqual({ title: 'Use tea', status, date: '2026-11-20' });
  });

  it.each([
    ['Structurizr, MADR', structurizrMadr, madrStyle, 'accepted'],
    ['Backstage, MADR 4', backstage, madrStyle, 'accepted'],
    ['Structurizr, adr-tools', structurizrAdrTools, house('adr-tools', '0001-x.md'), 'Accepted'],
    ['Structurizr and log4brains', structurizrLog4brains, house('log4brains', '20210203-x.md'), 'accepted'],
  ] as const)('%s, of a decision with sections and votes', (_, read, style, status) => {
    const record = {
      ...accepted,
      sections: [{ heading: 'Rollout', markdown: 'status: done\n\n# Big\n\nDate: never' }],
    };
    const name = houseFileName(style.fileName, 7, record.title, record.date);
    expect(read(name, adrOfRecord(record, style))).toEqual({ title: record.title, status, date: record.date });
  });

  it('finds the new file from the old one', () => {
    const link = {
      link: 'superseded by',
      to: { number: 7, title: 'Use tea', file: '0007-use-tea.md' },
      date: '2026-11-20',
    } as const;
    const madr = amendAdr(writeAdr(contentOf(readAdr(readDialect('madr-3'))), madrStyle), link);
    expect(structurizrMadr('0003-x.md', madr)?.status).toBe('superseded by [ADR-0007](0007-use-tea.md)');
    expect(backstage('', madr).status).toMatch(/^superseded/);
    const adrTools = amendAdr(readDialect('adr-tools'), link);
    // Structurizr: links come between the status and the context, with their words before them on the line.
    expect(/## Status([\s\S]*?)## Context/.exec(adrTools)?.[1]).toMatch(
      /^Superseded by \[7\. Use tea\]\(0007-use-tea\.md\)$/m,
    );
  });
});
