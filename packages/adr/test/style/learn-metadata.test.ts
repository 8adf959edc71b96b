import type { AdrContent } from '@gavel/adr/content/content.ts';
import { askedEntries } from '@gavel/adr/style/asked-entries.ts';
import { type ArchiveFile, learnStyle } from '@gavel/adr/style/learn-style.ts';
import { writeAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';
import { bareContent } from '../bare-content.ts';

const decision: AdrContent = {
  ...bareContent,
  number: 12,
  title: 'Bake at night',
  roles: { deciders: ['Anna Maria', 'Jean Luc'] },
  bodies: { context: 'Ovens are free at night.' },
};

const titles = ['Buy an oven', 'Use rye', 'Open on Sundays', 'Deliver by bike', 'Sell tea'];

/** A house of ADRs 7 to 11. `head` writes what is above their first section. */
function house(head: (number: number, title: string, index: number) => string): ArchiveFile[] {
  return titles.map((title, index) => {
    const number = index + 7;
    const slug = title.toLowerCase().replaceAll(' ', '-');
    const name = `${String(number).padStart(4, '0')}-${slug}.md`;
    return { name, text: `${head(number, title, index)}\n\n## Context\n\nC\n\n## Decision\n\nD\n` };
  });
}

const padded = (number: number) => String(number).padStart(4, '0');
const slugOf = (title: string) => title.toLowerCase().replaceAll(' ', '-');

/** What Gavel writes above the first section of the next ADR. */
function next(files: readonly ArchiveFile[], content: Partial<AdrContent> = {}): string {
  const written = writeAdr({ ...decision, ...content }, learnStyle(files));
  return written.slice(0, written.indexOf('\n\n## Context'));
}

const frontMatter = (...lines: string[]) => ['---', ...lines, '---', ''].join('\n');

describe('the metadata of a new ADR', () => {
  it('take nothing for a pattern that a single file may have by chance', () => {
    const text = '# Tea\n\n- Status: accepted\n- Tags: tea, speed\n- Key: 0007-tea\n\n## Context\n\nC\n';
    const written = writeAdr(decision, learnStyle([{ name: '0007-tea.md', text }]));
    expect(written).not.toContain('speed');
    expect(written).toContain('- Key: 0012-bake-at-night\n');
  });

  it.each(['DEC-', 'ADR', ''])('have the number in what is called like a file that is all number: %s', (prefix) => {
    const files = ['007', '008', '009'].map((number) => ({
      name: `${prefix}${number}.md`,
      text: `---\nid: DEC-${number}\n---\n\n# Tea ${number}\n\n## Context\n\nC\n\n## Decision\n\nD\n`,
    }));
    expect(next(files)).toContain('id: DEC-012\n');
  });

  it('have the constants, counters and patterns of the house', () => {
    const files = house(
      (number, title, index) =>
        `${frontMatter(
          'layout: adr',
          'parent: "Decisions"',
          `nav_order: ${index + 20}`,
          `id: ${padded(number)}-${slugOf(title)}`,
          `adr_id: "ADR-${padded(number)}"`,
          `permalink: /adr/${padded(number)}`,
          `title: '${title}'`,
          `year: 2024`,
          `date: 2024-03-0${index + 1}`,
          'tags: [adr]',
          'labels:',
          '  - "shop"',
          'nav:',
          '  hidden: false',
        )}\n# ${title}`,
    );
    expect(next(files)).toBe(
      `${frontMatter(
        'layout: adr',
        'parent: "Decisions"',
        'nav_order: 25',
        'id: 0012-bake-at-night',
        'adr_id: "ADR-0012"',
        'permalink: /adr/0012',
        "title: 'Bake at night'",
        'year: 2026',
        'date: 2026-11-20',
        'tags: [adr]',
        'labels:',
        '  - "shop"',
        'nav:',
        '  hidden: false',
      )}\n# Bake at night`,
    );
  });

  it.each([
    ['goes down', (index: number) => 100 - index, '95'],
    ['goes up by ten', (index: number) => 10 * index + 10, '60'],
    ['is the number', (index: number) => index + 7, '12'],
    ['is the number, apart from one', (index: number) => (index === 2 ? 900 : index + 7), '12'],
  ])('have a counter that %s', (_, value, expected) => {
    const files = house((_number, title, index) => `${frontMatter(`order: ${value(index)}`)}\n# ${title}`);
    expect(next(files)).toBe(`${frontMatter(`order: ${expected}`)}\n# Bake at night`);
  });

  it('have what somebody says about what each ADR fills in differently, or else nothing', () => {
    const files = house(
      (_number, title, index) =>
        `# ${title}\n\n- **Status:** Accepted\n- **Ticket:** SHOP-${index * 7 + 1}\n- **Area:** ${index % 2 === 0 ? 'shop' : 'kitchen'}`,
    );
    expect(next(files)).toBe('# Bake at night\n\n- **Status:** Accepted');
    expect(next(files, { extra: [{ key: 'Ticket', value: 'SHOP-99' }] })).toBe(
      '# Bake at night\n\n- **Status:** Accepted\n- **Ticket:** SHOP-99',
    );
  });

  it('keep an entry empty, or say that there is nothing, where the house does', () => {
    const files = house(
      (_number, title, index) =>
        `# ${title}\n\n* Status: accepted\n* Ticket: ${index < 3 ? '' : `SHOP-${index}`}\n* Replaces: ${index < 3 ? 'N/A' : `ADR ${index}`}`,
    );
    expect(next(files)).toBe('# Bake at night\n\n* Status: accepted\n* Ticket:\n* Replaces: N/A');
  });

  it('have a blank behind a key that no ADR has a value for', () => {
    const files = house(
      (_number, title) => `${frontMatter('status: accepted', 'consulted:', 'informed:')}\n# ${title}`,
    );
    const told = next(files, { roles: { consulted: ['Aiko'], informed: ['#bakers'] } });
    expect(told).toBe(`${frontMatter('status: accepted', 'consulted: Aiko', 'informed: "#bakers"')}\n# Bake at night`);
  });

  it('have the maps of the house without what differs in them, and entries without a blank', () => {
    const files = house(
      (_number, title, index) =>
        `${frontMatter('links:', `  issues: [${index}]`, '  tool: "oven"', `  by: "p${index}"`)}\n# ${title}`,
    );
    expect(next(files)).toBe(`${frontMatter('links:', '  issues: []', '  tool: "oven"', '  by: ""')}\n# Bake at night`);
    const loose = house((_number, title) => `${frontMatter('layout:adr')}\n# ${title}`);
    expect(next(loose)).toBe(`${frontMatter('layout:adr')}\n# Bake at night`);
  });

  it('are in the map of the house, without those that have no value', () => {
    const map = (...lines: string[]) => frontMatter('layout: adr', 'decision:', ...lines, 'lang: en');
    const files = house(
      (_number, title, index) =>
        `${map('  authors: [Ana]', `  created: 0${index + 1}-Mar-2024`, '  status: accepted')}\n# ${title}`,
    );
    const made = map('  authors: [Anna Maria, Jean Luc]', '  created: 20-Nov-2026', '  status: accepted');
    expect(next(files)).toBe(`${made}\n# Bake at night`);
    const alone = map('  created: 20-Nov-2026', '  status: accepted');
    expect(next(files, { roles: {} })).toBe(`${alone}\n# Bake at night`);
  });

  it('keep the status of the file as a text', () => {
    const head = (title: string) => `${frontMatter('status: stable')}\n# ${title}\n\n## Status\n\nAccepted`;
    expect(next(house((_number, title) => head(title)))).toBe(head('Bake at night'));
  });

  it('are below the status, or in a list under an overview', () => {
    const below = (status: string, date: string) => `## Status\n\n${status}\n\n**Date:** ${date}\n\n**Team:** Shop`;
    const files = house((_number, title, index) => `# ${title}\n\n${below('Done', `2024-03-0${index + 1}`)}`);
    expect(next(files)).toBe(`# Bake at night\n\n${below('Done', '2026-11-20')}`);
    const overview = (date: string) => `## Overview\n\n* Date: ${date}\n* Status: Decided\n* Deciders: `;
    const listed = house((_number, title, index) => `# ${title}\n\n${overview(`2024/03/0${index + 1}`)}Ana`);
    expect(next(listed)).toBe(`# Bake at night\n\n${overview('2026/11/20')}Anna Maria, Jean Luc`);
  });

  it('have a change log as the house has it', () => {
    const files = house(
      (_number, title, index) => `# ${title}\n\n## Changelog\n\n- 2024/03/0${index + 1}: first draft (@ana)`,
    );
    expect(next(files)).toBe('# Bake at night\n\n## Changelog\n\n- 2026/11/20: accepted');
  });

  it('are in no block of code where only one ADR has them in one', () => {
    const lines = (index: number) => `Status: Accepted\nDate: 2024-03-0${index + 1}`;
    const files = house((number, title, index) =>
      index === 1
        ? `# ${number}. ${title}\n\n\`\`\`\n${lines(index)}\n\`\`\``
        : `# ${number}. ${title}\n\n${lines(index)}`,
    );
    expect(next(files, { status: { word: 'accepted', remainder: '' }, date: '2026-11-20' })).toBe(
      '# 12. Bake at night\n\nStatus: Accepted\nDate: 2026-11-20',
    );
  });

  it('lack what fewer than half of the ADRs have', () => {
    const files = house((_number, title, index) => {
      const rare = index < 2 ? `\n* Consulted: Cy\n* Reviewed: by Di` : '';
      return `# ${title}\n\n* Status: accepted\n* Deciders: Ana${rare}`;
    });
    expect(next(files, { roles: { deciders: ['Bo'], consulted: ['Di'], informed: ['#shop'] } })).toBe(
      '# Bake at night\n\n* Status: accepted\n* Deciders: Bo',
    );
  });

  it('have neither a status nor a date nor names in a house without any', () => {
    const files = house((_number, title) => `# ${title}`);
    expect(next(files)).toBe('# Bake at night');
  });

  it('have no list of maps, which nobody can be asked for', () => {
    const files = house(
      (number, title) =>
        `${frontMatter('status: accepted', 'relations:', '  - type: amends', `    target: ADR-${number - 1}`)}\n# ${title}`,
    );
    expect(askedEntries(learnStyle(files))).toEqual([]);
    expect(next(files)).toBe(`${frontMatter('status: accepted')}\n# Bake at night`);
  });

  it('take the commonest of several keys for a field', () => {
    const keys = ['Deciders', 'Decision makers', 'Owner', 'Deciders', 'Owner'];
    const files = house((_number, title, index) => `# ${title}\n\n* Status: accepted\n* ${keys[index]}: Ana`);
    expect(next(files)).toBe('# Bake at night\n\n* Status: accepted\n* Owner: Anna Maria, Jean Luc');
  });

  it.each([' | ', ' · ', '; ', '\t', ' &nbsp; ', ', '])('are on one line with %j between them', (joint) => {
    const files = house(
      (_number, title, index) =>
        `# ${title}\n\n**Status:** Accepted${joint}**Date:** 2024-03-0${index + 1}${joint}**Deciders:** Ana, Cy`,
    );
    expect(next(files)).toBe(
      `# Bake at night\n\n**Status:** Accepted${joint}**Date:** 2026-11-20${joint}**Deciders:** Anna Maria, Jean Luc`,
    );
  });

  it('are on two lines, of which one has two entries', () => {
    const files = house(
      (_number, title, index) =>
        `# ${title}\n\n**Status:** Accepted | **Date:** 2024-03-0${index + 1}  \n**Deciders:** Ana, Cy  \n**Team:** Shop`,
    );
    expect(next(files)).toBe(
      '# Bake at night\n\n**Status:** Accepted | **Date:** 2026-11-20  \n**Deciders:** Anna Maria, Jean Luc  \n**Team:** Shop',
    );
  });

  it('are a table with an entry in each row, under an empty head', () => {
    const files = house((_number, title, index) =>
      [
        `# ${title}`,
        '',
        '|          |     |',
        '|:---------|-----|',
        `| Date     | 2024-03-0${index + 1} |`,
        '| Status   | Approved |',
        `| Scope    | ${index < 2 ? '' : `part ${index}`} |`,
        '| Replaces | N/A |',
      ].join('\n'),
    );
    expect(next(files, { title: 'Bake at night' })).toBe(
      [
        '# Bake at night',
        '',
        '|          |     |',
        '|:---------|-----|',
        '| Date     | 2026-11-20 |',
        '| Status   | Approved |',
        '| Scope    | |',
        '| Replaces | N/A |',
      ].join('\n'),
    );
  });

  it('are a table with an entry in each column', () => {
    const files = house((_number, title, index) =>
      [`# ${title}`, '', '| Status | Date | Team |', '|---|---|---|', `| Done | 2024-03-0${index + 1} | Shop |`].join(
        '\n',
      ),
    );
    expect(next(files)).toBe(
      ['# Bake at night', '', '| Status | Date | Team |', '|---|---|---|', '| Done | 2026-11-20 | Shop |'].join('\n'),
    );
  });

  it('come from the ADRs where these differ from the template', () => {
    const template = {
      name: 'template.md',
      text: '# Title\n\n* Status: {status}\n* Deciders: {names}\n* Ticket: {ticket}\n\n## Context\n',
    };
    const files = house((_number, title) => `# ${title}\n\n* Status: accepted\n* Ticket: none`);
    expect(next([...files, template])).toBe('# Bake at night\n\n* Status: accepted\n* Ticket: none');
    expect(next([template])).toBe('# Bake at night\n\n* Status: accepted\n* Deciders: Anna Maria, Jean Luc');
  });

  it('have the constants of a template without ADRs, and nothing of its instructions', () => {
    const text = `${frontMatter('layout: adr', 'ticket: <the ticket>', 'status: proposed')}\n# Title\n\n## Context\n`;
    expect(next([{ name: 'template.md', text }])).toBe(
      `${frontMatter('layout: adr', 'status: accepted')}\n# Bake at night`,
    );
  });
});
