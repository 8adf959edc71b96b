import { amendAdr } from '@gavel/adr/amend/amend.ts';
import type { AdrContent } from '@gavel/adr/content/content.ts';
import { filesToLearnFrom, learnStyle } from '@gavel/adr/style/learn-style.ts';
import { writeNewAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';
import { bareContent } from '../bare-content.ts';

const decision: AdrContent = {
  ...bareContent,
  number: 40,
  title: 'Bake at night',
  date: '2026-11-05',
  bodies: { context: 'The oven is free at night.' },
};

/** A house with an ADR for each of some dates. */
const house = (
  dates: readonly string[],
  head: (date: string) => string = (date) => `Date: ${date}\n\nStatus: accepted`,
) =>
  dates.map((date, index) => ({
    name: `${String(index + 1).padStart(4, '0')}-oven.md`,
    text: `# Oven ${index + 1}\n\n${head(date)}\n\n## Context\n\nThe oven is free.\n\n## Decision\n\nWe bake.\n`,
  }));

const open = Array.from({ length: 22 }, (_, index) => `0${(index % 8) + 1}/0${(index % 9) + 1}/2025`);

describe('the order of day and month in dates with slashes', () => {
  it.each([
    ['day', ['25/03/2025', '03/04/2025', '05/04/2025', '07/04/2025'], '05/11/2026'],
    ['day, once', ['03/02/2025', '25/03/2025', '03/04/2025', '05/05/2025', '06/07/2025', '07/08/2025'], '05/11/2026'],
    ['month', ['03/25/2025', '03/04/2025', '05/04/2025', '07/04/2025'], '11/05/2026'],
    ['day, without zeros', ['25/3/2025', '3/4/2025', '5/4/2025', '7/4/2025'], '5/11/2026'],
    ['nothing, as in English', ['03/04/2025', '05/04/2025', '07/04/2025'], '11/05/2026'],
  ])('is the same in a new ADR: some show the %s first', (_, dates, expected) => {
    expect(writeNewAdr(decision, learnStyle(house(dates)))).toContain(`Date: ${expected}\n`);
  });

  it('is the same beside the status', () => {
    const style = learnStyle(
      house(['25/03/2025', '03/04/2025', '05/04/2025', '07/04/2025'], (date) => `Status: Accepted on ${date}`),
    );
    expect(writeNewAdr(decision, style)).toContain('Status: Accepted on 05/11/2026\n');
  });

  it('is what older ADRs show, where no recent one does', () => {
    const files = house(['25/03/2024', ...open]);
    const names = files.map(({ name }) => name);
    const chosen = filesToLearnFrom({ adrs: names, templates: [] }, new Set(), new Set(), new Set(names.slice(0, 1)));
    expect(chosen).toContain(names[0]);
    const style = learnStyle(files.filter(({ name }) => chosen.includes(name)));
    expect(writeNewAdr(decision, style)).toContain('Date: 05/11/2026\n');
  });

  it('is that of the house in a line of a history', () => {
    const style = learnStyle(house(['25/03/2025', '03/04/2025', '05/04/2025', '07/04/2025']));
    const text = '# Oven\n\n## Status\n\n- 03/04/2025: Proposed\n- 05/04/2025: Accepted\n\n## Context\n\nIt is free.\n';
    const amended = amendAdr(text, { status: 'deprecated', date: '2026-11-05' }, style);
    expect(amended).toBe(text.replace('Accepted\n', 'Accepted\n- 05/11/2026: Deprecated\n'));
  });
});
