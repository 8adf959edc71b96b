import { amendAdr } from '@gavel/adr/amend/amend.ts';
import type { AdrContent } from '@gavel/adr/content/content.ts';
import { applySettings } from '@gavel/adr/style/apply-settings.ts';
import { askedEntries } from '@gavel/adr/style/asked-entries.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { writeAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';
import { bareContent } from '../bare-content.ts';

const titles = ['Buy an oven', 'Use rye', 'Open on Sundays', 'Deliver by bike', 'Sell tea'];
const tickets = ['SHOP-31', 'SHOP-7', 'SHOP-120', 'SHOP-8', 'SHOP-77'];
const summaries = ['heat for all', 'bread that keeps', 'more guests', 'no more cars', 'something warm'];

const decision: AdrContent = {
  ...bareContent,
  number: 6,
  title: 'Bake at night',
  roles: { deciders: ['Anna Maria', 'Jean Luc'] },
  extra: [{ key: 'Ticket', value: 'SHOP-99' }],
  bodies: { context: 'Ovens are free at night.', consequences: '- Quiet days' },
};

interface Told {
  readonly title: string;
  readonly date: string;
  readonly ticket: string;
  readonly summary: string;
  readonly deciders: string;
}

/** A house whose ADRs have these blocks above the context and at the end. */
function house(head: (told: Told) => string, end: (told: Told) => string = () => '') {
  const text = (told: Told) =>
    `${head(told)}\n\n## Context\n\nC\n\n## Decision\n\nD\n\n## Consequences\n\n- E\n${end(told)}`;
  const files = titles.map((title, index) => {
    const date = `2024-03-0${index + 1}`;
    const told = { title, date, ticket: tickets[index] ?? '', summary: summaries[index] ?? '', deciders: 'Ana, Bo' };
    return { name: `000${index + 1}-${title.toLowerCase().replaceAll(' ', '-')}.md`, text: text(told) };
  });
  const next: Told = {
    title: 'Bake at night',
    date: '2026-11-20',
    ticket: 'SHOP-99',
    summary: '',
    deciders: 'Anna Maria, Jean Luc',
  };
  const written = text(next)
    .replace(/(?<=## Context\n\n)C(?=\n\n)/, 'Ovens are free at night.')
    .replace('## Decision\n\nD\n\n', '')
    .replace('- E\n', '- Quiet days\n');
  return { style: learnStyle(files), written };
}

describe('the metadata of a new ADR', () => {
  it.each<readonly [string, (told: Told) => string]>([
    ['lines', ({ date, ticket }) => `> Status: accepted\n> Date: ${date}\n> Ticket: ${ticket}`],
    [
      'lines with breaks',
      ({ date, ticket }) => `> **Status:** accepted  \n> **Date:** ${date}  \n> **Ticket:** ${ticket}`,
    ],
    ['paragraphs', ({ date, ticket }) => `> **Status:** accepted\n>\n> **Date:** ${date}\n>\n> **Ticket:** ${ticket}`],
    ['a list', ({ date, ticket }) => `> - Status: accepted\n> - Date: ${date}\n> - Ticket: ${ticket}`],
    [
      'a table',
      ({ date, ticket }) => `> | Status | Date | Ticket |\n> |---|---|---|\n> | accepted | ${date} | ${ticket} |`,
    ],
  ])('are in a quotation, in the form of the house: %s', (_, block) => {
    const { style, written } = house((told) => `# ${told.title}\n\n${block(told)}`);
    expect(writeAdr(decision, style)).toBe(written);
    expect(askedEntries(style)).toEqual(['Ticket']);
  });

  it('are in a block of code, in the form of the house', () => {
    const head = ({ title, date, ticket }: Told) =>
      `# ${title}\n\n\`\`\`yaml\nStatus: accepted\nDate: ${date}\nTicket: ${ticket}\n\`\`\``;
    const { style, written } = house(head);
    expect(writeAdr(decision, style)).toBe(written);
  });

  it.each<readonly [string, (told: Told) => string]>([
    ['a list behind a rule', ({ date }) => `\n---\n\n* Status: accepted\n* Date: ${date}\n`],
    ['lines behind a rule', ({ date, deciders }) => `\n---\n\n*Date: ${date}*\n*Authors: ${deciders}*\n`],
    ['lines', ({ date, deciders }) => `\n**Date:** ${date}\n**Author:** ${deciders}\n`],
    ['paragraphs', ({ date, ticket }) => `\n**Status:** accepted\n\n**Date:** ${date}\n\n**Ticket:** ${ticket}\n`],
    ['a list', ({ date, deciders }) => `\n## Notes\n\n- Date: ${date}\n- Author: ${deciders}\n`],
  ])('are at the end, in the form of the house: %s', (_, end) => {
    const { style, written } = house(({ title }) => `# ${title}`, end);
    expect(writeAdr(decision, style)).toBe(written);
  });

  it('are at the end of a quotation, behind a text that each ADR has of its own', () => {
    const block = ({ date }: Told, text: string) => `> ${text}Status: accepted\n> Date: ${date}`;
    const { style } = house((told) => `# ${told.title}\n\n${block(told, `We want ${told.summary}.\n>\n> `)}`);
    expect(writeAdr({ ...decision, extra: [] }, style)).toContain(
      '# Bake at night\n\n> Status: accepted\n> Date: 2026-11-20\n\n## ',
    );
  });

  it('are asked for in a quotation where nothing but bold labels tells that they are some', () => {
    const { style, written } = house(
      ({ title, ticket, summary }) =>
        `# ${title}\n\n> **For:** everybody\n> **Ticket:** ${ticket}\n> **Why:** ${summary}`,
    );
    expect(askedEntries(style)).toEqual(['Ticket', 'Why']);
    expect(writeAdr(decision, style)).toBe(written.replace('\n> **Why:** ', ''));
  });

  it('have a status with its date in a list, or a change log in a table, as the house has it', () => {
    const listed = house(({ title, date }) => `# ${title}\n\n## Status\n\n- ${date}: Accepted`);
    const plain = { ...decision, extra: [] };
    expect(writeAdr(plain, listed.style)).toBe(listed.written);
    const rows = ({ date }: Told, by: string) =>
      `\n## History\n\n| Version | Date | Author | Change |\n|:--|---|---|---|\n| 1.0 | ${date} | ${by} |`;
    const logged = house(
      ({ title }) => `# ${title}\n\n- Status: accepted`,
      (told) => `${rows(told, told.deciders)} accepted |\n`,
    );
    expect(writeAdr(plain, logged.style)).toBe(logged.written);
    // What has a date already gets no second one.
    const status = { word: '2024-05-06: Drafted', remainder: '' };
    expect(writeAdr({ ...plain, status }, listed.style)).toContain('\n- 2024-05-06: Drafted\n');
  });

  it('have in a change log what most logs of the house begin with, and the status where they have one', () => {
    const head = '| Date | Status change | Round | Summary |\n|---|---|---|---|';
    const log = ({ date, ticket, summary }: Told, status: string, round: string) =>
      `\n## History\n\n${head}\n| ${date} | → ${status} | ${round} | ${summary || 'accepted'}, as in ${ticket} |\n`;
    const words = ['proposed', 'draft', 'accepted', 'proposed', 'rejected'];
    const { style } = house(
      ({ title }) => `# ${title}\n\n- Status: accepted`,
      (told) => log(told, words[titles.indexOf(told.title)] ?? 'accepted', 'first'),
    );
    expect(writeAdr(decision, style)).toContain('| 2026-11-20 | → accepted | first | accepted |\n');
    const rounds = house(
      ({ title }) => `# ${title}\n\n- Status: accepted`,
      (told) => log(told, 'accepted', `no. ${told.ticket}`),
    );
    expect(writeAdr(decision, rounds.style)).toContain('| 2026-11-20 | → accepted |  | accepted |\n');
  });

  it('are in a paragraph in which the house says more behind them, or goes on in the next line', () => {
    const more = house(({ date, ticket }) => `# T\n\nStatus: accepted (${date})\nDate: ${date}\nIt answers ${ticket}.`);
    const plain = { ...decision, extra: [] };
    expect(writeAdr(plain, more.style)).toContain('\n\nStatus: accepted (2026-11-20)\nDate: 2026-11-20\n\n## Context');
    const wrapped = house(
      ({ date, ticket }) => `# T\n\n**Status:** Accepted · **Date:** ${date} (as was said\nin ${ticket})`,
    );
    expect(writeAdr(plain, wrapped.style)).toContain('\n\n**Status:** Accepted · **Date:** 2026-11-20\n\n## Context');
  });

  it('have the bullet of the house for them, and lists of text have the one for text', () => {
    const { style, written } = house(({ title, date }) => `# ${title}\n\n*   Status: accepted\n*   Date: ${date}`);
    expect(writeAdr({ ...decision, extra: [] }, style)).toBe(written);
    expect(style.marks.bullet).toBe('-');
  });

  it.each(['|', '|-', '>', '>-'])('have texts on lines of their own in front matter: %s', (mark) => {
    const { style, written } = house(
      ({ title, ticket }) =>
        `---\ntitle: ${mark}\n    ${title}\nTicket: ${mark}\n    ${ticket}\nstatus: accepted\n---\n\n# ${title}`,
    );
    expect(writeAdr(decision, style)).toBe(written);
  });

  it('have a list of a single text that follows from the number as the list that it is', () => {
    const { style, written } = house(({ title, date }) => {
      const number = title === 'Bake at night' ? '0006' : date.slice(-2).padStart(4, '0');
      return `---\nparents:\n  - plan-${number}\nids: ["plan-${number}"]\nstatus: accepted\n---\n\n# ${title}`;
    });
    expect(writeAdr({ ...decision, extra: [] }, style)).toBe(written);
  });

  it('are below a quotation that has others in each ADR', () => {
    const { style } = house(
      ({ title, date, ticket }) =>
        `# ${title}\n\n> **For:** all\n> **Ticket:** ${ticket}\n\n- Status: accepted\n- Date: ${date}`,
    );
    expect(writeAdr({ ...decision, extra: [] }, style)).toContain(
      '# Bake at night\n\n> **For:** all\n\n- Status: accepted\n- Date: 2026-11-20\n\n## Context',
    );
    expect(writeAdr(decision, style)).toContain('\n> **For:** all\n> **Ticket:** SHOP-99\n\n- Status: accepted\n');
  });

  it.each<readonly [string, (told: Told) => string, (told: Told) => string]>([
    [
      'front matter and a list',
      ({ title, date, deciders }) =>
        `---\nstatus: accepted\ndate: ${date}\n---\n\n# ${title}\n\n- Status: Accepted\n- Date: ${date}\n- Deciders: ${deciders}`,
      () => '',
    ],
    [
      'front matter and a section',
      ({ title, date }) => `---\nstatus: accepted\n---\n\n# ${title}\n\nDate: ${date}\n\n## Status\n\nAccepted`,
      () => '',
    ],
    [
      'front matter and a status with a sign, each with a form of its own for dates',
      ({ title, date }) =>
        `---\nstatus: accepted\n---\n\n# ${title}\n\nStatus: ✅ Accepted\nDate: ${date.split('-').toReversed().join('.')}`,
      () => '',
    ],
    [
      'a list and a section with the day',
      ({ title, date }) => `# ${title}\n\n* Status: accepted\n* Date: ${date}\n\n## Status\n\nACCEPTED on ${date}`,
      () => '',
    ],
    [
      'lines above and at the end',
      ({ title, date }) => `# ${title}\n\n**Status:** accepted  \n**Date:** ${date}`,
      ({ deciders }) => `\n---\n\n*Status: Accepted*\n*Authors: ${deciders}*\n`,
    ],
    [
      'a line above and a section at the end',
      ({ title }) => `# ${title}\n\n**Status:** accepted`,
      ({ date, ticket }) => `\n## Metadata\n\n- Status: Accepted\n- Date: ${date}\n- Ticket: ${ticket}\n`,
    ],
    [
      'a section with labels',
      ({ title, date }) => `# ${title}\n\n## Status\n\n- **Status:** Accepted\n- **Date:** ${date}`,
      () => '',
    ],
  ])('are in both places that have them, and amended in both: %s', (_, head, end) => {
    const { style, written } = house(head, end);
    const extra = written.includes('Ticket') ? decision.extra : [];
    expect(writeAdr({ ...decision, extra }, style)).toBe(written);
    const to = { number: 12, title: 'Bake by day', file: '0012-bake-by-day.md' };
    const superseding = { link: 'superseded by', to, date: '2026-11-21' } as const;
    const amended = amendAdr(written, superseding, style);
    const link = ' by [ADR-0012](0012-bake-by-day.md)';
    expect(amended).toBe(
      written
        .replaceAll('status: accepted', `status: superseded${link}`)
        .replaceAll('Status: accepted', `Status: superseded${link}`)
        .replaceAll('Status:** accepted', `Status:** superseded${link}`)
        .replaceAll(/(?:✅ )?Accepted/g, `Superseded${link}`)
        .replaceAll('ACCEPTED', `SUPERSEDED${link}`),
    );
    expect(amendAdr(amended, superseding, style)).toBe(amended);
  });

  it('have the words that a team has set in every place', () => {
    const { style } = house(({ title }) => `---\nstatus: accepted\n---\n\n# ${title}\n\nStatus: Accepted`);
    const set = applySettings(style, 'style:\n  statuses: { accepted: In force }\n').style;
    expect(writeAdr(decision, set)).toContain('status: In force\n---\n\n# Bake at night\n\nStatus: In force\n');
  });

  it('are filled once where an entry names the other ADR by its number', () => {
    const text = '---\nstatus: accepted\nsuperseded_by:\n---\n\n# Bake at night\n\n## Context\n\nC\n';
    const to = { number: 12, title: 'Bake by day', file: '0012-bake-by-day.md' };
    const superseding = { link: 'superseded by', to, date: '2026-11-21' } as const;
    const amended = amendAdr(text, superseding);
    expect(amended).toBe(text.replace('accepted', 'superseded').replace('_by:', '_by: ADR-0012'));
    expect(amendAdr(amended, superseding)).toBe(amended);
  });

  it('have nothing that a single ADR has', () => {
    const { style } = house(({ title, date }) => {
      const isLast = title === titles.at(-1);
      const own = isLast ? `\n\n## Date\n\n${date}\n\n## Deciders\n\nAna` : '';
      return `# ${title}\n\n- Status: accepted${isLast ? `\n- Decided: ${date}` : ''}${own}`;
    });
    expect(writeAdr(decision, style)).not.toMatch(/2026|Anna/);
  });
});
