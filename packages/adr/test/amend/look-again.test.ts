import { confirmAdr } from '@gavel/adr/amend/look-again.ts';
import { adrLanguages } from '@gavel/adr/language/adr-language.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialectNames, readDialect } from '../dialects/read-dialect.ts';
import { houses, madr, nygard } from '../language/houses.ts';
import { housesWithFacts } from '../write/recall-houses.ts';

const looked = { on: '2027-03-02', by: 'Ana', next: '2028-03-01' };

/** The lines that another text has more, or in another way; `gone` are those that it lacks. */
function changesOf(file: string, amended: string) {
  const [before, after] = [file.split('\n'), amended.split('\n')];
  return {
    gone: before.filter((line) => !after.includes(line)),
    added: after.filter((line) => !before.includes(line)),
  };
}

const inHouse = (name: string) => {
  const house = housesWithFacts.find((one) => one.name === name);
  if (house === undefined) throw new Error(`There is no house “${name}”.`);
  return { file: house.files[0]?.text ?? '', style: learnStyle(house.files) };
};

const runs = 50 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);

describe('confirmAdr', { timeout: 180_000 + runs * 2_000 }, () => {
  it.each([
    ['front matter with lists', 'review-by: 2027-01-01', 'review-by: 2028-03-01'],
    ['front matter with texts in quotes', 'expires: "2027-01-01"', 'expires: "2028-03-01"'],
    ['lines', '**Next Review:** January 1, 2027', '**Next Review:** March 1, 2028'],
    ['a list', '* Wiedervorlage: 01.01.2027', '* Wiedervorlage: 01.03.2028'],
    ['a table', '| Review date | 2027-01-01 |', '| Review date | 2028-03-01 |'],
    ['a section for the day', 'We look at this again on 2027-01-01.', 'We look at this again on 2028-03-01.'],
  ])('changes the day where the house has it: %s', (name, before, after) => {
    const { file, style } = inHouse(name);
    const { gone, added } = changesOf(file, confirmAdr(file, looked, style));
    expect({ gone, added: added.slice(0, 1) }).toEqual({ gone: [before], added: [after] });
  });

  it('says who looked, in the language of the file', () => {
    const { file, style } = inHouse('a list');
    expect(confirmAdr(file, looked, style)).toBe(
      `${file.replace('01.01.2027', '01.03.2028')}\n## Weitere Informationen\n\nAm 02.03.2027 von Ana erneut geprüft: gilt weiterhin.\n`,
    );
  });

  it('goes on where somebody looked again before, and leaves the day if there is no next one', () => {
    const file = '# Tea\n\n## Context\n\nC\n\n## More Information\n\n* We drank it.\n';
    const once = confirmAdr(file, { ...looked, next: undefined });
    expect(once).toBe(`${file}* Revisited on 2027-03-02 by Ana: still right.\n`);
    expect(confirmAdr(once, { on: '2028-03-02', by: undefined, next: undefined })).toBe(
      `${once}* Revisited on 2028-03-02: still right.\n`,
    );
  });

  it.each([
    ['Reviewed: 2026-02-03 by Bo', 'Reviewed: 2027-03-02 by Ana'],
    ['Last reviewed: 3 February 2026 (Bo)', 'Last reviewed: 2 March 2027 (Ana)'],
    ['Last review: 2026-02-03', 'Last review: 2027-03-02'],
    ['Last review: 2026-02-03, Bo', 'Last review: 2027-03-02, Ana'],
    ['Last reviewed: n/a', 'Last reviewed: 2027-03-02'],
  ])('uses the entry that the file has for the last look: %s', (before, after) => {
    const file = `# Tea\n\nStatus: Accepted  \n${before}  \nNext review: 2027-01-01\n\n## Context\n\nC\n`;
    expect(confirmAdr(file, looked)).toBe(file.replace(before, after).replace('2027-01-01', '2028-03-01'));
  });

  it('leaves an entry alone that says more', () => {
    const file = '# Tea\n\nStatus: Accepted  \nReviewed: by the guild, in two meetings\n\n## Context\n\nC\n';
    expect(confirmAdr(file, { ...looked, next: undefined })).toBe(
      `${file}\n## More Information\n\nRevisited on 2027-03-02 by Ana: still right.\n`,
    );
  });

  it('fills an entry that is empty, and gives a month a day', () => {
    const empty = '---\nstatus: accepted\nreview-by:\n---\n\n# Tea\n\n## Context\n\nC\n';
    expect(confirmAdr(empty, looked)).toContain('\nreview-by: 2028-03-01\n---\n');
    const month = '# Tea\n\nStatus: Accepted  \nRevisit: March 2027 (yearly)\n\n## Context\n\nC\n';
    expect(confirmAdr(month, looked)).toContain('\nRevisit: 2028-03-01 (yearly)\n');
    const { style } = inHouse('lines');
    const vague = '# Tea\n\n**Status:** Accepted  \n**Next Review:** n/a\n\n## Context\n\nC\n';
    expect(confirmAdr(vague, looked, style)).toContain('\n**Next Review:** March 1, 2028\n');
  });

  it('adds the entry that the house has', () => {
    const { style } = inHouse('lines');
    const file = '# Tea\n\n**Status:** Accepted  \n**Date:** 2026-01-02\n\n## Context\n\nC\n';
    expect(confirmAdr(file, looked, style)).toContain(
      // The last line has no break, and stays as it is.
      '**Status:** Accepted  \n**Next Review:** March 1, 2028  \n**Date:** 2026-01-02\n\n',
    );
    const table = inHouse('a table');
    const rows = '# Tea\n\n| Status | Accepted |\n|---|---|\n| Date | 2026-01-02 |\n\n## Context\n\nC\n';
    expect(confirmAdr(rows, looked, table.style)).toContain('| Date | 2026-01-02 |\n| Review date | 2028-03-01 |\n\n');
  });

  it('writes a name as text', () => {
    const file = '# Tea\n\n## Context\n\nC\n';
    expect(confirmAdr(file, { ...looked, by: '@ana *_[x](y) <b>' })).toContain(
      'Revisited on 2027-03-02 by `@ana` *\\_\\[x]\\(y) \\<b>: still right.',
    );
  });

  const files = [
    ...housesWithFacts.flatMap(({ files: all }) => all.map(({ text }) => text)),
    ...dialectNames.map(readDialect),
    ...adrLanguages.flatMap((language) => [nygard, madr].map((write) => write(houses[language], 1))),
    '',
    'No title, no anything.\n',
    '# Tea\n\n```\nnever closed\n',
    '# Tea\r\n\r\nStatus: Accepted\r\n',
  ];
  const styles = [undefined, ...housesWithFacts.map(({ files: all }) => learnStyle(all))];
  const day = fc.constantFrom('2028-03-01', '2031-12-27', '2028-02-29');

  it('is read again with the next day, and changes nothing else, whatever the file and the house', () => {
    fc.assert(
      fc.property(fc.constantFrom(...files), fc.constantFrom(...styles), day, day, (file, style, next, later) => {
        const once = confirmAdr(file, { ...looked, next }, style);
        const twice = confirmAdr(once, { on: '2029-01-01', by: undefined, next: later }, style);
        const on = (text: string) => readAdr(text).revisit.on?.value;
        expect({ once, twice, days: [on(once), on(twice)] }).toEqual({ once, twice, days: [next, later] });
        const rest = ({ roles, statuses, date, title, options, affects }: ReturnType<typeof readAdr>) => ({
          ...{ tags: roles.tags?.value, deciders: roles.deciders?.value, date: date?.value, title: title?.value },
          ...{ status: statuses[0]?.value, options: options.map((one) => one.title), affects: affects?.value },
        });
        if (file.startsWith('# ') || file.startsWith('---')) expect(rest(readAdr(twice))).toEqual(rest(readAdr(file)));
        // Only lines with a day may be others than before.
        const { gone } = changesOf(file.replaceAll('\r', ''), twice.replaceAll('\r', ''));
        expect(gone.filter((line) => !/\d|review|revisit/i.test(line))).toEqual([]);
      }),
      { numRuns: runs },
    );
  });
});
