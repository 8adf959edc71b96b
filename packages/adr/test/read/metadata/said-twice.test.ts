import { type Amendment, amendAdr } from '@gavel/adr/amend/amend.ts';
import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { describe, expect, it } from 'vitest';

const superseding: Amendment = {
  link: 'superseded by',
  to: { number: 12, title: 'Big cups', file: '0012-big-cups.md' },
  date: '2026-11-20',
};
const link = '[ADR-0012](0012-big-cups.md)';

const withRest = (head: string) => `${head}\n\n## Context\n\nC\n\n## Decision\n\nD\n`;

/** What an index has of a file: its status, its date and its deciders. */
function factsOf(head: string) {
  const { status, date, deciders } = readAdrEntry(withRest(head), '0007-tea.md');
  return [status, date, deciders.join(', ')];
}

/** The beginning of a file that another ADR takes the place of. */
function headAfter(head: string) {
  const text = amendAdr(withRest(head), superseding);
  return text.slice(0, text.indexOf('\n\n## Context'));
}

describe('a table under the status with keys in its rows, and heads above them', () => {
  const head = (status: string) =>
    `# Tea\n\n## Status\n\n| Category | Status |\n| --- | --- |\n| **Authors** | Ana, Bo |\n| **ADR Stage** | ${status} |\n| **Implementation Status** | Implemented |\n| **Start Date** | 2024-03-05 |`;

  it('says the status, the date and the deciders', () => {
    expect(factsOf(head('PROPOSED'))).toEqual(['proposed', '2024-03-05', 'Ana, Bo']);
  });

  it('gets another status in its cell, and nowhere else', () => {
    expect(headAfter(head('Accepted'))).toBe(head(`Superseded by ${link}`));
  });
});

describe('a map in front matter', () => {
  const head = (status: string) =>
    `---\nkind: record\nadr:\n  author: Ana\n  created: 05-Mar-2024\n  status: ${status}\n---\n\n# Tea`;

  it('says the status, the date and the deciders', () => {
    expect(factsOf(head('accepted'))).toEqual(['accepted', '2024-03-05', 'Ana']);
    expect(headAfter(head('accepted'))).toBe(head(`superseded by ${link}`));
  });

  it('says nothing of the decision if it is about something else', () => {
    expect(factsOf('---\nimage:\n  author: Ana\n  created: 05-Mar-2024\n---\n\n# Tea')).toEqual([
      undefined,
      undefined,
      '',
    ]);
  });
});

describe('a status of the file as a text', () => {
  const head = (status: string) => `---\ntype: adr\nstatus: stable\n---\n\n# Tea\n\n## Status\n\n${status}`;

  it('gives way to a known one in its section', () => {
    expect(factsOf(head('Accepted.'))[0]).toBe('accepted');
    expect(headAfter(head('Accepted'))).toBe(head(`Superseded by ${link}`));
  });

  it('counts where nothing else says one', () => {
    expect(readAdr(withRest('---\nstatus: stable\n---\n\n# Tea'), 't.md').statuses[0]?.value.word).toBe('stable');
  });
});

describe('a section for the status that says first what the ADR replaces', () => {
  it.each([
    ['in the line above', 'Supersedes: [ADR-003](0003-mugs.md)\nAccepted'],
    ['in a paragraph above', 'Replaces ADR-003.\n\n**Accepted**'],
    ['in another item', '- Supersedes [ADR-003](0003-mugs.md)\n- Accepted'],
    ['in Spanish', 'Reemplaza a ADR-003\n\nAceptada'],
  ])('has its status %s', (_, section) => {
    expect(factsOf(`# Tea\n\n## Status\n\n${section}`)[0]).toBe('accepted');
  });

  it('gets another status in place of that', () => {
    expect(headAfter('# Tea\n\n## Status\n\nSupersedes: [ADR-003](0003-mugs.md)\nAccepted')).toBe(
      `# Tea\n\n## Status\n\nSupersedes: [ADR-003](0003-mugs.md)\nSuperseded by ${link}`,
    );
  });
});

describe('deciders that are links in front matter', () => {
  it.each([
    ['[@ana](https://chat.example/ana)', '@ana'],
    ['[@ana](https://chat.example/ana), [@bo](https://chat.example/bo)', '@ana, @bo'],
  ])('are read from %s', (written, names) => {
    expect(factsOf(`---\nstatus: accepted\ndeciders: ${written}\n---\n\n# Tea`)[2]).toBe(names);
  });
});

describe('a status of a house of its own', () => {
  it.each(['On hold', 'Parked', 'Provisional', 'Trial', 'Stable'])('may be “%s”', (word) => {
    for (const head of [`# Tea\n\n**Status:** ${word}`, `# Tea\n\n## Status\n\n${word}`])
      expect(readAdr(withRest(head), 't.md').statuses[0]?.value.word).toBe(word);
  });
});

describe('a day behind a status', () => {
  it('is the date', () => {
    expect(factsOf('# Tea\n\n**Status:** Accepted\n**Approved:** 2026-05-01')[1]).toBe('2026-05-01');
  });
});

describe('a link behind a Portuguese label', () => {
  it.each(['Amenda', 'Emenda'])('may say “%s”', (label) => {
    const text = withRest(`# ADR-0013 — Chá\n\n**Status:** aceito\n**${label}:** ADR-0002 (xícaras)`);
    expect(readAdr(text, '0013-cha.md').links.map(({ kind }) => kind)).toEqual(['amends']);
  });
});

describe('related ADRs behind a label', () => {
  it('go on in the next line, whatever colon is in a bracket between them', () => {
    const related =
      'Related: ADR-0003 (the oven forces this\ndecision: whoever bakes chooses), ADR-0005\n(it changes how we bake).';
    const { links } = readAdr(withRest(`# ADR-0007: Tea\n\n${related}`), '0007-tea.md');
    expect(links.map(({ kind, number }) => [kind, number])).toEqual([
      ['relates', 3],
      ['relates', 5],
    ]);
  });
});

describe('a status in front of a title', () => {
  it.each([
    ['Draft: Tea', 'draft'],
    ['[Draft] Tea', 'draft'],
    ['ADR-0007: Draft: Tea', 'draft'],
    ['ADR-0007 - [ACCEPTED] Tea', 'accepted'],
    ['Entwurf: Tee', 'draft'],
    ['草稿：茶', 'draft'],
    ['Tea: hot or cold', undefined],
    ['Open the doors: tea for all', undefined],
  ])('is read from “%s”', (title, status) => {
    expect(factsOf(`# ${title}`)[0]).toBe(status);
  });

  it('counts less than a status of its own', () => {
    expect(factsOf('# Draft: Tea\n\n**Status:** Accepted')[0]).toBe('accepted');
  });
});
