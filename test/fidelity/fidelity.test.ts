import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openReader } from '../../src/reader/reader.ts';
import { lostText } from './amendments.ts';
import { compareForms, compareHeadings } from './compare-forms.ts';
import { compareFacts, type Facts } from './facts.ts';
import { houseOf } from './house.ts';
import { compareIndexes, withoutRemarks } from './index-files.ts';
import { measureHouse } from './measure-house.ts';
import { compareSample } from './new-decision.ts';
import { haveSameForm } from './observe/dates.ts';
import { observe } from './observe/observe.ts';
import { areWrappedAlike } from './observe/wrap.ts';
import { countRows, writeReport } from './report.ts';

const subjects = ['tea', 'coffee', 'water', 'juice', 'milk', 'cocoa', 'broth'];

/** A decision of a house that drinks. Each of its ADRs has the same form. */
function adr(subject: string, index: number): string {
  const other = subjects[index + 1] ?? 'nothing';
  return `---
status: accepted
date: 2026-03-0${index + 1}
decision-makers:
  - Anna Maria
  - Jean Luc
---

# Serve ${subject} in the afternoon

## Context and Problem Statement

Guests arrive at three, and they are thirsty after the walk from the station, which takes them half an hour on most days.

What do we give them? Whatever it is, it has to be ready when they come, because nobody likes to wait for a drink for long.

## Considered Options

- ${subject} from the kitchen
- ${other} from the bar

## Decision Outcome

Chosen option: "${subject} from the kitchen", because it is there already.

### Consequences

- Good, because the guests are content
- Bad, because somebody has to wash the cups

## Pros and Cons of the Options

### ${subject} from the kitchen

- Good, because it is cheap
- Bad, because it is ${index} steps away

### ${other} from the bar

- Good, because the bar is near
- Bad, because it costs ${index + 1} coins
`;
}

const files = subjects.map((subject, index) => ({
  name: `000${index + 1}-serve-${subject}-in-the-afternoon.md`,
  text: adr(subject, index),
}));
const observed = files.map(({ name, text }) => observe(text, name));
const others = observed.slice(0, -1);
const [last] = observed.slice(-1);
if (last === undefined) throw new Error('The house has no ADR.');
const written = files.at(-1)?.text ?? '';

const index = {
  name: 'README.md',
  text: `# What we drink\n\n${files.map(({ name }, at) => `- [Serve ${subjects[at]} in the afternoon](${name})\n`).join('')}`,
};
const folder = mkdtempSync(join(tmpdir(), 'fidelity-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The features in which a text differs from the last ADR of the house. */
function differences(text: string): string[] {
  if (last === undefined) return [];
  const again = observe(text, last.name);
  return [...compareHeadings(last, others, again.heading), ...compareForms(last, others, again, again)]
    .filter(({ isSame, isOutlier }) => !isSame && !isOutlier)
    .map(({ feature }) => feature.trim());
}

describe('the fidelity of what Gavel writes', () => {
  it('is perfect in a house whose form it knows', async () => {
    const reader = openReader();
    const measured = await measureHouse(reader, houseOf(folder, [...files, index]));
    await reader.stop();
    const wrong = measured.findings.filter(({ isSame, feature }) => !isSame && !feature.startsWith('  '));
    expect(wrong).toEqual([]);
    const unseen = countRows([measured]).filter(
      ({ feature, applicable }) => applicable === 0 && !/^(?:read:| {2}above)/.test(feature),
    );
    expect(unseen).toEqual([]);
    expect(measured.parts).toEqual({
      byStyle: ['options', 'outcome', 'consequences', 'option-details'],
      verbatim: ['context'],
    });
  });

  it('is measured by nothing if nothing differs', () => {
    expect(differences(written)).toEqual([]);
  });

  it.each([
    ['heading', '# Serve', '# 7. Serve'],
    ['sections', '## Considered Options', '## Options'],
    ['sections', '### Consequences', '## Consequences'],
    ['metadata', 'decision-makers:', 'deciders:'],
    ['status words', 'accepted', 'Accepted'],
    ['date form', '2026-03-07', '7 March 2026'],
    ['option layout', '### nothing from the bar', '**nothing from the bar**'],
    ['option layout', '- Good, because the bar', '- Pro: the bar'],
    ['list marker', /^- /gm, '* '],
    ['wrapping', /.{50,70} /g, '$&\n'],
  ])('says what is different: %s', (feature, before, after) => {
    const text = written.replaceAll(before, after);
    expect(text).not.toBe(written);
    expect(differences(text)).toContain(feature);
  });

  it('counts an ADR apart that differs from its own house', () => {
    const text = written.replace('## Considered Options', '## Choices, choices, choices');
    const outlier = observe(text.replace('status: accepted', 'status: Accepted'), last.name);
    const findings = compareForms(outlier, others, observe(written, last.name), last);
    expect(findings.filter(({ isOutlier }) => isOutlier).map(({ feature }) => feature)).toContain('status words');
  });

  it.each([
    ['new: sections', '## Decision Outcome', '## Outcome'],
    ['new: metadata', 'status: accepted\n', 'status: accepted\ninformed: everybody\n'],
    ['new: status words', 'status: accepted', 'status: ACCEPTED'],
    ['new: date form', '2026-03-07', '07.03.2026'],
  ])('compares a new ADR with all: %s', (feature, before, after) => {
    const fresh = observe(written.replace(before, after), last.name);
    const found = compareSample(fresh, others).filter(({ isSame }) => !isSame);
    expect(found.map((finding) => finding.feature)).toContain(feature);
  });

  it('finds what an amendment loses', () => {
    const before = '# T\n\n## Status\n\nAccepted (2026-03-07), after a tasting\n\n## Context\n\nTea.\n';
    const after = before.replace('Accepted', 'Superseded by [8](0008-x.md)');
    expect(lostText(before, after)).toBeUndefined();
    expect(lostText(before, after.replace('Tea.', 'Tea!'))).toBe('Tea.');
    expect(lostText(before, after.replace(', after a tasting', ''))).toBe('… (2026-03-07), after a tasting');
    expect(lostText(before, after.replace('## Status\n\n', '## Status\n'))).toBe('## Context');
    expect(lostText(before, after.replaceAll('\n', '\r\n'))).toBe('# T');
  });

  it('finds nothing lost where another line says what the status said', () => {
    const before = '# T\n\n**Status**: Accepted\n**Date**: 2026-03-07\n\n## Context\n\nTea.\n\n**Status**: Accepted\n';
    const after = before.replace('Accepted', 'Superseded by [ADR-2](0002-u.md)');
    expect(lostText(before, after)).toBeUndefined();
    expect(lostText(before, after.replace('2026-03-07', '2026-03-08'))).toBe('**Date**: 2026-03-07');
  });

  it('compares the words for links as the house spells them, also behind a label that others stand before', async () => {
    const files = ['tea', 'milk', 'juice', 'broth', 'cocoa', 'water'].map((drink, index) => ({
      name: `000${index + 1}-${drink}.md`,
      text: `# ${index + 1}. ${drink}\n\n## Status\n\n${
        index === 0 ? 'Superceded by [2. milk](0002-milk.md)' : 'Accepted'
      }\n\n## Context\n\nThirst.\n\n## Decision\n\nWe serve ${drink}.\n`,
    }));
    const reader = openReader();
    const { findings } = await measureHouse(reader, houseOf('/tmp', files));
    await reader.stop();
    expect(findings.find(({ feature }) => feature === 'link words: superseded by')).toMatchObject({
      isSame: true,
      gavel: 'Superceded by',
      house: 'Superceded by',
    });
  });

  it('takes what explains a status, or holds in part, for no words for links', async () => {
    const files = ['tea', 'milk', 'juice', 'broth', 'cocoa', 'water'].map((drink, index) => ({
      name: `000${index + 1}-${drink}.md`,
      text: `# ${index + 1}. ${drink}\n\n## Status\n\n${
        index === 0 ? '**Superseded in part**: 2' : 'Accepted'
      }\n\n## Context\n\n**Replaced**: another ADR has taken its place.\n\n## Decision\n\nWe serve ${drink}.\n`,
    }));
    const reader = openReader();
    const { findings } = await measureHouse(reader, houseOf('/tmp', files));
    await reader.stop();
    expect(findings.find(({ feature }) => feature === 'link words: superseded by')).toMatchObject({
      isSame: true,
      gavel: 'Superseded by',
      house: '(no example; as in a dictionary)',
    });
  });

  it('takes the number of another ADR, and a bracket, for no part of the words for links', async () => {
    const files = ['tea', 'milk', 'juice', 'broth', 'cocoa', 'water'].map((drink, index) => ({
      name: `000${index + 1}-${drink}.md`,
      text: `# ${index + 1}. ${drink}\n\n## Status\n\n${
        index === 0
          ? 'Superseded by ADR 0002. It was cold.'
          : index === 1
            ? 'Accepted. Supersedes ADR 0001'
            : 'Accepted'
      }\n\n## Context\n\n**supersedes ADR 0001**’s rule from 2024.\n\n## Decision\n\nWe serve ${drink}.\n`,
    }));
    const reader = openReader();
    const { findings } = await measureHouse(reader, houseOf('/tmp', files));
    await reader.stop();
    const words = findings.filter(({ feature }) => feature.startsWith('link words'));
    expect(words).toMatchObject([
      { isSame: true, house: 'Superseded by' },
      { isSame: true, house: '(no example; as in a dictionary)' },
    ]);
  });

  it('says whether the line of the last ADR is added to an index where it was', () => {
    const house = (text: string) => compareIndexes(houseOf(folder, [...files, { name: 'README.md', text }]));
    expect(house(index.text)).toMatchObject([{ feature: 'index', isSame: true }, {}, {}, {}]);
    // What an entry has below it is a part of it; a note is no entry.
    const broth = files.find(({ name }) => name.includes('broth'))?.name;
    const described = index.text.replace(/^- .*$/gm, '$&\n  - Warm');
    expect(house(described)[0]).toMatchObject({ isSame: true });
    expect(house(`${index.text}\n> See the note in [broth](${broth}#note).\n`)[0]).toMatchObject({ isSame: true });
    const loose = index.text.replace(/^- .*$/gm, '$&\n');
    expect(house(loose)[0]).toMatchObject({ isSame: true });
    const glossary = files.map(({ name }) => `- **Drink**: what people have in the afternoon (see [it](${name}))\n`);
    expect(house(`# Words\n\n${glossary.join('')}`)).toEqual([]);
    const [line = ''] = index.text.match(/^.*broth.*\n/m) ?? [];
    const turned = index.text.replace(line, '').replace('# What we drink\n\n', `# What we drink\n\n${line}`);
    expect(house(turned)[0]).toMatchObject({ feature: 'index', isSame: false, house: `line 3: ${line.trimEnd()}` });
    expect(house('# What we drink\n')).toEqual([]);
  });

  it('counts for itself whether an index has the whole title, and compares all else of a line that has it shortened', () => {
    const house = (text: string) =>
      compareIndexes(houseOf(folder, [...files, { name: 'README.md', text }])).map(({ isSame }) => isSame);
    const short = index.text.replaceAll('Serve ', '').replaceAll(' in the afternoon]', ']');
    expect(house(short)).toEqual([true, true, false, true]);
    expect(house(short.replace('- [broth]', '* [broth]'))[0]).toBe(false);
    const row = ({ name }: (typeof files)[number], at: number) =>
      `| [${at + 1}](${name}) | ${subjects[at]} | ${['a', '', 'b'][at % 3]} |`;
    const table = `# Index\n\n| # | Title | Made |\n|---|---|---|\n${files.map(row).join('\n')}\n`;
    expect(house(table)).toEqual([true, true, false, false]);
    const same = table.replaceAll(/ [ab]? \|$/gm, ' a |');
    expect(house(same)).toEqual([true, true, false, true]);
    const titled = same.replaceAll(/\| (?<subject>[a-z]+) \| a/g, '| Serve $<subject> in the afternoon | a');
    expect(house(titled)).toEqual([true, true, true, true]);
    expect(house(titled.replace('broth in the afternoon', 'broth in the afternoon, at last'))).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  it('counts an index that is left, and said to be, as right, and for itself how many are written', () => {
    const cups = ['a small cup', 'a big one', 'glass', 'clay', 'whatever is clean', 'a bowl', 'none'];
    const row = ({ name }: (typeof files)[number], at: number) =>
      `| [${at + 1}](${name}) | Serve ${subjects[at]} in the afternoon | ${cups[at]} |`;
    const table = `# Index\n\n| # | Title | Served in |\n|---|---|---|\n${files.map(row).join('\n')}\n`;
    expect(compareIndexes(houseOf(folder, [...files, { name: 'README.md', text: table }]))).toMatchObject([
      { feature: 'index', isSame: true, gavel: '(leaves it as it is, and says: irregular)' },
      { feature: '  written, not left', isSame: false },
    ]);
  });

  it('does not count a line that is among those of older ADRs, or that has a remark unlike all others', () => {
    const list = index.text.match(/^- .*$/gm) ?? [];
    const house = (lines: readonly string[]) =>
      compareIndexes(houseOf(folder, [...files, { name: 'README.md', text: `${lines.join('\n')}\n` }]))[0]?.isOutlier;
    const last = list.at(-1) ?? '';
    expect(house(list)).toBe(false);
    expect(house([...list.slice(0, 2), last, ...list.slice(2, -1)])).toBe(true);
    expect(house([...list.slice(0, -1), `${last} (for now)`])).toBe(true);
    expect(house(list.map((line) => `${line} (for now)`))).toBe(false);
  });

  it('takes a line for that of the first ADR which it links to, with the status that this had then', () => {
    const row = ({ name }: (typeof files)[number], at: number) =>
      `| [${at + 1}](${name}) | Serve ${subjects[at]} in the afternoon | ${at === files.length - 1 ? 'Proposed' : 'Accepted'} |\n`;
    const next = `| ADR | Replaced by |\n|---|---|\n| [Soup](soup.md) | [Broth](${files.at(-1)?.name}) |\n`;
    const text = `| # | Title | Status |\n|---|---|---|\n${files.map(row).join('')}\n${next.replace('soup.md', files[0]?.name ?? '')}`;
    expect(compareIndexes(houseOf(folder, [...files, { name: 'README.md', text }]))[0]).toMatchObject({ isSame: true });
  });

  it('takes a file that names some ADRs for no index', () => {
    const some = index.text.split('\n').slice(0, 5).join('\n');
    expect(compareIndexes(houseOf(folder, [...files, { name: 'about.md', text: some }]))).toEqual([]);
  });

  it('takes a file of another name for an index if Gavel does, and one outside their folder if it lists many', () => {
    const moved = files.map(({ name, text }) => ({ name: `drinks/${name}`, text }));
    const house = (name: string, text: string) => compareIndexes(houseOf(folder, [...moved, { name, text }]));
    expect(house('drinks/list.md', index.text)).toMatchObject([{ feature: 'index', isSame: true }, {}, {}, {}]);
    const some = moved.slice(-3).map(({ name }) => `- [${name}](${name})\n`);
    const links = ['a', 'b', 'c', 'd'].map((name) => `- [${name}](${name}.md)\n`);
    expect(house('README.md', `# Drinks\n\n${[...links, ...some].join('')}`)).toEqual([]);
    const rows = files.map(({ name }, at) => `| \`0${10 + at}-drink.md\` | \`${name}\` |\n`).join('');
    expect(house('drinks/README.md', `# Renamed\n\n| Before | After |\n|---|---|\n${rows}`)).toEqual([]);
  });

  it('asks of a line in an index only what can be known of an ADR', () => {
    const neighbors = ['- [1. Tea](0001-tea.md) — hot', '- [2. Juice](0002-juice.md) — cold'];
    const line = '- [3. Milk](0003-milk.md) — white';
    expect(withoutRemarks(line, '- [3. Milk](0003-milk.md)', neighbors)).toBe('- [3. Milk](0003-milk.md)');
    expect(withoutRemarks(line, '- [3. Milk](0003-milk.md) — cold', neighbors)).toBe(line);
    const rows = ['| [1](0001-tea.md) | hot | Accepted |', '| [2](0002-juice.md) | cold | Accepted |'];
    const row = '| [3](0003-milk.md) | white | Accepted |';
    expect(withoutRemarks(row, '| [3](0003-milk.md) | | Accepted |', rows)).toBe('| [3](0003-milk.md) | | Accepted |');
    expect(withoutRemarks(row, '| [3](0003-milk.md) | | |', rows)).toContain('| Accepted |');
    expect(withoutRemarks(row, '| [3](0003-milk.md) | cold | Accepted |', rows)).toBe(row);
    const dated = (date: string, remark: string) => `| [4](0004-broth.md) | Accepted ${date}${remark} |`;
    const others = [dated('2026-01-02', ' — at last'), dated('2026-01-03', ''), dated('2026-01-04', ' (for now)')];
    const [house, gavel] = [dated('2026-01-05', ' — as a start'), dated('2026-01-05', '')];
    expect(withoutRemarks(house, gavel, others)).toBe(gavel);
    expect(withoutRemarks(house, dated('2026-01-06', ''), others)).toBe(house);
  });

  it('does not ask for a second word for what the house has a word for', () => {
    const approved = observe(written.replace('status: accepted', 'status: approved'), last.name);
    const found = compareForms(approved, others, last, last).filter(({ feature }) => feature === 'status words');
    expect(found).toMatchObject([{ isSame: false, isOutlier: true }]);
  });

  it('compares options that are weighed with those that are', () => {
    const bare = files.slice(0, 5).map(({ name, text }) => observe(text.slice(0, text.indexOf('## Pros')), name));
    const found = compareSample(last, [...bare, ...observed.slice(5)]);
    expect(found.filter(({ feature, isSame }) => feature === 'new: option layout' && isSame)).toHaveLength(1);
  });

  it('reports each difference with what Gavel writes and what the house writes', () => {
    const again = observe(written.replace('status: accepted', 'status: Accepted'), last.name);
    const findings = compareForms(last, others, again, again);
    const report = writeReport([{ folder: 'drinks', adrs: 7, findings }], true);
    expect(report).toContain(
      'drinks · 0007-serve-broth-in-the-afternoon.md · status words\n    Gavel: Accepted\n    house: accepted',
    );
    expect(report).toMatch(/status words +0 of 1 +0 % +MISSED 95 %/);
  });
});

describe('the fidelity of what Gavel reads', () => {
  const file = join(folder, '0007-serve-broth.md');
  writeFileSync(file, written);

  const facts: Facts = {
    file,
    number: 7,
    title: 'Serve broth in the afternoon',
    status: 'accepted',
    date: '2026-03-07',
    deciders: ['Anna Maria', 'Jean Luc'],
    options: [
      { title: 'broth from the kitchen', pros: 1, cons: 1, chosen: true },
      { title: 'nothing from the bar', pros: 1, cons: 1, chosen: false },
    ],
    links: [],
  };
  const wrong = (changes: Partial<Facts>) =>
    compareFacts({ ...facts, ...changes }, '0007-serve-broth.md').flatMap(({ isSame, feature }) =>
      isSame ? [] : [feature],
    );

  it('is perfect where a person reads the same', () => {
    expect(wrong({})).toEqual([]);
  });

  it('says what a person found and Gavel did not, and the other way round', () => {
    expect(wrong({ number: null })).toEqual(['read: number, precision']);
    expect(wrong({ date: '2026-03-08' })).toEqual(['read: date', 'read: date, precision']);
    expect(wrong({ deciders: ['Anna Maria', 'Jean Luc', 'Cyrus'] })).toEqual(['read: deciders']);
    expect(wrong({ links: [{ to: '0001-serve-tea.md', kind: 'supersedes' }] })).toEqual(['read: links']);
    expect(wrong({ status: 'own:published' })).toEqual(['read: status', 'read: status, precision']);
    const [first, second] = facts.options;
    if (first === undefined || second === undefined) throw new Error('There are no options.');
    expect(wrong({ options: [{ ...first, pros: 2 }, second] })).toEqual(['read: pros and cons of an option']);
    expect(wrong({ options: [{ ...first, chosen: false }, second] })).toEqual(['read: chosen option, precision']);
  });

  it('leaves out what the person was unsure about', () => {
    expect(wrong({ date: '2026-03-08', unsure: ['date'] })).toEqual([]);
  });
});

describe('how prose is broken into lines', () => {
  const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index % 7}`).join(' ');
  const wrapIn = (body: string) => observe(`# Serve tea\n\n## Context\n\n${body}\n`, '0001-serve-tea.md').wrap;

  it('shows in one paragraph that would be on several lines, and in no other single one', () => {
    expect(wrapIn(words(60))).toBe('not at all');
    expect(wrapIn(words(22))).toBeUndefined();
  });

  it('is at a width into which lines fit that are longer than those that were broken before a long word', () => {
    const long = `${words(19)}\nhttps://example.com/a-long-address`;
    expect(wrapIn(`${long}\n\n${words(19)} end`)).toBe(120);
  });

  it('is by hand where lines are broken at no width, which only has to be as wide, more or less', () => {
    const line = (count: number) => words(count);
    const byHand = wrapIn([9, 5, 11, 6, 12, 4, 10, 7].map(line).join('\n'));
    expect(byHand).toBe('by hand, up to 71');
    expect([80, 100, 120, 'not at all' as const].map((wrap) => areWrappedAlike(byHand, wrap))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it('is by sentence where a few lines end at sentences, even if these are of the same length', () => {
    const sentence = (count: number) => `T${words(count)}.`;
    const text = [[16, 14], [16, 15], [30]].map((counts) => counts.map(sentence).join('\n')).join('\n\n');
    expect(wrapIn(text)).toBe('by sentence');
  });

  it('shows below the title, beside metadata', () => {
    const text = `# Serve tea\n\n- **Status:** accepted\n\n${words(60)}\n\n## Context\n\nC\n`;
    expect(observe(text, '0001-serve-tea.md').wrap).toBe('not at all');
  });
});

it('what announces a list is no metadata, and blanks at the end of a paragraph are no break', () => {
  const entries = (text: string) => observe(`# Serve tea\n\n${text}\n\n## Context\n\nC\n`, '0001-serve-tea.md').entries;
  expect(entries('Date: 2026-01-02\n\nDrivers:\n\n- thirst')).toHaveLength(1);
  const lines = entries('**Date:** 2026-01-02  \n**Status:** accepted  ');
  expect(lines.map(({ lineEnd }) => lineEnd)).toEqual(['  ', '']);
});

it('months of four letters are no shorter than others, unless they are not shortened either', () => {
  expect(haveSameForm('20 ноября 2026', '9 июля 2026')).toBe(true);
  expect(haveSameForm('20 ноября 2026', '29 июля 2026')).toBe(true);
  expect(haveSameForm('3 juin 2026', '20 nov. 2026')).toBe(false);
  expect(haveSameForm('13 juin 2026', '20 novembre 2026')).toBe(true);
  expect(haveSameForm('Nov 20, 2026', 'July 20, 2026')).toBe(false);
});

it('a month and a year are a form of a date', () => {
  const date = (written: string) =>
    observe(`# Serve tea\n\n- Date: ${written}\n\n## Context\n\nC\n`, '0001-serve-tea.md').date;
  expect([date('July 2026'), date('agosto 2026'), date('2 July 2026')]).toEqual([
    'July 2026',
    'agosto 2026',
    '2 July 2026',
  ]);
  expect(date('version 2026')).toBeUndefined();
});

describe('where everything stands', () => {
  const list = '- Status: Accepted\n- Date: 2026-03-01';
  const body = '## Context\n\nC\n\n## Decision\n\nD\n';
  const seen = (text: string, name = '0001-serve-tea-to-guests.md') => {
    const { heading, headingForm, entries, sections } = observe(text, name);
    return { heading, headingForm, places: [...new Set(entries.map(({ place }) => place))], sections: sections.length };
  };

  it('is found below a heading of any level that says what the front matter or the file says', () => {
    const front = '---\ntitle: Serve tea to all guests\n---\n\n';
    const expected = { heading: '## ADR 0001 — Serve tea to guests', headingForm: '## ADR 0000 — …', sections: 2 };
    expect(seen(`${front}${expected.heading}\n\n${list}\n\n${body}`)).toEqual({
      ...expected,
      places: ['front matter', 'under the title'],
    });
    expect(seen(`${front}${list}\n\n${body}`)).toMatchObject({
      heading: undefined,
      places: ['front matter', 'under the title'],
    });
    expect(seen(`${list}\n\n# Serve tea\n\n${body}`)).toMatchObject({
      heading: '# Serve tea',
      places: ['above the title'],
    });
    expect(seen(`# Serve tea\n\n---\nstatus: accepted\n---\n\n${body}`)).toMatchObject({
      heading: '# Serve tea',
      places: ['front matter'],
      sections: 2,
    });
  });

  it('shows a number of the heading as that of the file only if it is', () => {
    const form = (heading: string) => seen(`${heading}\n\n${body}`).headingForm;
    expect(
      ['# 1. Serve tea', '# ADR-0001: Serve tea', '# Serve tea (ADR-1)', '# Serve 3 cups: tea', '# Decision: tea'].map(
        form,
      ),
    ).toEqual(['# 1. …', '# ADR-0000: …', '# … (ADR-1)', '# …', '# Decision: …']);
  });

  it('says what a new ADR lacks, in a row and in the line of the house', () => {
    const house = (text: string) =>
      `# 1. Serve tea\n\n${list}\n\n${body}## Notes\n\nN\n\n---\n\nSigned by the cook\n${text}`;
    const all = Array.from({ length: 6 }, (_, at) => observe(house(''), `000${at + 1}-serve-tea.md`));
    const found = compareSample(observe(`${list}\n\n${body}`, '0007-serve-milk.md'), all);
    const wrong = found.filter(({ isSame }) => !isSame).map(({ feature, gavel }) => `${feature}: ${gavel}`);
    expect(wrong).toContain('new: heading: (no heading)');
    const lacks = 'lacks a heading (6 of 6) · ## Notes (6 of 6) · lines at the end (6 of 6)';
    expect(wrong).toContain(`  no block missing that most have: ${lacks}`);
    const parts = { byStyle: [], verbatim: [] };
    expect(writeReport([{ folder: 'drinks', adrs: 6, findings: found, parts }], false)).toContain(
      `\n    The new ADR ${lacks}.\n`,
    );
  });

  it('counts what a new ADR does not show at all, if nearly all others show it', () => {
    const dated = Array.from({ length: 6 }, (_, at) =>
      observe(`# Serve tea\n\n${list}\n\n${body}`, `000${at + 1}-serve-tea.md`),
    );
    const found = compareSample(observe(`# Serve milk\n\n- Status: Accepted\n\n${body}`, '0007-serve-milk.md'), dated);
    expect(found.filter(({ feature }) => feature === 'new: date form')).toMatchObject([
      { isSame: false, isOutlier: false },
    ]);
  });

  it('finds a word of its own in any section, also in the one for the context', () => {
    const fresh = observe(
      `# Send receipts from a queue\n\n${list}\n\n${body.replace('C\n', 'C\n\nWhat matters:\n\n- One team of four runs it\n')}`,
      '0007-send.md',
    );
    const all = Array.from({ length: 6 }, (_, at) =>
      observe(`# Serve tea\n\n${list}\n\n${body}`, `000${at + 1}-serve-tea.md`),
    );
    const found = compareSample(fresh, all).find(({ feature }) => feature === '  no words of its own');
    expect(found).toMatchObject({ isSame: false, gavel: 'What matters:' });
  });
});
