import { type Amendment, amendAdr } from '@gavel/adr/amend/amend.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const date = '2026-11-20';
const to = { number: 12, title: 'Use big cups', file: '0012-use-big-cups.md' };
const back: Amendment = { link: 'superseded by', to, date };
const forth: Amendment = { link: 'supersedes', to, date };
const link = '[ADR-0012](0012-use-big-cups.md)';
const rest = '\n\n## Context\n\nWe have cups.\n\n## Decision\n\nWe use them.\n';

/** The style of a house whose ADRs have these heads, the earliest first. */
const houseOf = (...heads: readonly string[]) =>
  learnStyle(heads.map((text, index) => ({ name: `000${index + 1}-x.md`, text: text + rest })));
const below = (status: string) => `# Use cups\n\n## Status\n\n${status}`;

describe('the words of a house for links', () => {
  it.each([
    ['as it writes them', 'Replaced by [ADR-0003](0003-x.md)', `Replaced by ${link}`],
    ['in its case', 'superseded by [ADR-0003](0003-x.md)', `superseded by ${link}`],
    ['with a colon', 'Superseded by: [ADR-0003](0003-x.md)', `Superseded by: ${link}`],
    ['with an arrow', 'Superseded by → [ADR-0003](0003-x.md)', `Superseded by → ${link}`],
    ['as it spells them', 'Superseeded by [ADR-0003](0003-x.md)', `Superseeded by ${link}`],
    ['before a bare number', 'Replaced by ADR-0003', `Replaced by ${link}`],
    ['in brackets behind a status in another language', '已替代（Superseded by ADR-0003）', `Superseded by ${link}`],
    ['in another language', 'Ersetzt durch [ADR-0003](0003-x.md)', `Ersetzt durch ${link}`],
    ['with a word of English', 'Superseded por [ADR-0003](0003-x.md)', `Superseded por ${link}`],
    ['with one in French', 'Superseded par [ADR-0003](0003-x.md)', `Superseded par ${link}`],
  ])('are used %s', (_, shown, written) => {
    const house = houseOf(below('Accepted'), below(shown), below('Accepted'));
    expect(amendAdr(below('Accepted') + rest, back, house)).toBe(below(written) + rest);
  });

  it('are those of the more recent files', () => {
    const [one, other] = ['Superseded by [ADR-0003](0003-x.md)', 'Replaced by [ADR-0003](0003-x.md)'];
    expect(amendAdr(below('Accepted') + rest, back, houseOf(below(other), below(one)))).toContain('Superseded by [');
    expect(amendAdr(below('Accepted') + rest, back, houseOf(below(one), below(other)))).toContain('Replaced by [');
  });

  it('are used in the new ADR, too', () => {
    const house = houseOf(below('Accepted\n\nReplaces: [ADR-0003](0003-x.md)'));
    expect(amendAdr(below('Accepted') + rest, forth, house)).toBe(below(`Accepted\n\nReplaces: ${link}`) + rest);
  });

  it('are no words from the middle of a sentence', () => {
    const house = houseOf(below('Accepted\n\nIt was long ago replaced by [ADR-0003](0003-x.md).'));
    expect(amendAdr(below('Accepted') + rest, back, house)).toBe(below(`Superseded by ${link}`) + rest);
  });
});

describe('an entry for links', () => {
  const yaml = (...lines: readonly string[]) => `---\n${lines.join('\n')}\n---\n\n# Use cups`;

  it.each([
    ['with empty quotes', "supersededBy: ''", "supersededBy: 'ADR-0012'"],
    ['with nothing', 'superseded_by:', 'superseded_by: ADR-0012'],
    ['with a blank', 'superseded-by: ', 'superseded-by: ADR-0012'],
    ['with null', 'superseded_by: null', 'superseded_by: ADR-0012'],
    ['with an empty list', 'superseded_by: []', 'superseded_by: [ADR-0012]'],
  ])('is filled in front matter %s', (_, empty, filled) => {
    const text = yaml('status: accepted', empty, 'owner: Ana') + rest;
    expect(amendAdr(text, back)).toBe(yaml('status: superseded', filled, 'owner: Ana') + rest);
  });

  it.each([
    ['by number', 'ADR-003', 'ADR-012'],
    ['by a bare number', '3', '12'],
    ['by its file', '0003-x.md', '0012-use-big-cups.md'],
    ['by the name of its file', '0003-x', '0012-use-big-cups'],
    ['between quotes', '"ADR-0003"', 'ADR-0012'],
    ['by a link', '"[ADR-0003](0003-x.md)"', `"${link}"`],
  ])('names the other ADR as the house does: %s', (_, shown, written) => {
    const house = houseOf(yaml('status: superseded', `superseded_by: ${shown}`), yaml('status: accepted'));
    const filled = yaml('status: superseded', `superseded_by: ${written}`) + rest;
    expect(amendAdr(yaml('status: accepted', 'superseded_by:') + rest, back, house)).toBe(filled);
    expect(amendAdr(yaml('status: accepted') + rest, back, house)).toBe(filled);
  });

  it.each([
    ['a table', '| Field | |\n|---|---|\n| Status | Accepted |\n| Superseded by | N/A |'],
    ['a list', '- Status: Accepted\n- Superseded by: -\n- Date: 2026-01-02'],
    ['lines', '**Status:** Accepted\\\n**Superseded by:** none\\\n**Date:** 2026-01-02'],
    ['paragraphs', '**Status:** Accepted\n\n**Superseded by:** —\n\n**Date:** 2026-01-02'],
  ])('is filled in %s', (_, head) => {
    const filled = head.replace('Accepted', 'Superseded').replace(/(?<=by:?\*{0,2}:? (?:\| )?)(?:N\/A|-|none|—)/, link);
    expect(amendAdr(`# Use cups\n\n${head}${rest}`, back)).toBe(`# Use cups\n\n${filled}${rest}`);
  });

  it.each([
    ['behind the last line', '', ''],
    ['behind the last line, with its break', '  ', '  '],
    ['behind the last line, with its backslash', '\\', '\\'],
    ['before the last line, which has no break', '  ', ''],
  ])('is added %s', (_, gap, end) => {
    const head = (...lines: readonly string[]) => `# Use cups\n\n${lines.join(`${gap}\n`)}${end}`;
    const house = houseOf(head('**Status**: Superseded', '**Superseded By**: [ADR-0003](0003-x.md)', '**Owner**: Ana'));
    const [status, owner, added] = ['**Status**: Superseded', '**Owner**: Ana', `**Superseded By**: ${link}`];
    const lines = gap === end ? [status, owner, added] : [status, added, owner];
    expect(amendAdr(head('**Status**: Accepted', owner) + rest, back, house)).toBe(head(...lines) + rest);
  });

  it('is filled in a new ADR, too', () => {
    const text = yaml('status: accepted', 'supersedes: []') + rest;
    expect(amendAdr(text, forth)).toBe(yaml('status: accepted', 'supersedes: [ADR-0012]') + rest);
  });

  it('is left as it is if there is something in it', () => {
    const text = `# Use cups\n\n- Status: Accepted\n- Supersedes: [ADR-0002](0002-mugs.md)${rest}`;
    expect(amendAdr(text, forth)).toContain('[ADR-0002](0002-mugs.md)');
  });

  it('is found again, in any form and with any end of lines', () => {
    const empty = fc.constantFrom('', ' ', "''", ' ""', ' []', ' ~', ' -', ' n/a', ' None');
    const key = fc.constantFrom('superseded_by', 'superseded-by', 'supersededBy', 'replaced_by');
    const inYaml = fc.tuple(key, empty).map(([name, value]) => yaml('status: accepted', `${name}:${value}`));
    const label = fc.constantFrom('Superseded by:', '**Superseded by:**', '**Replaced by**:');
    const inList = fc.tuple(label, fc.constantFrom('-', 'N/A', '—')).map(([name, value]) => {
      return `# Use cups\n\n- Status: Accepted\n- ${name} ${value}\n- Date: 2026-01-02`;
    });
    fc.assert(
      fc.property(fc.oneof(inYaml, inList), fc.constantFrom('\n', '\r\n'), (head, end) => {
        const text = (head + rest).replaceAll('\n', end);
        const amended = amendAdr(text, back);
        const { statuses, links } = readAdr(amended);
        expect(statuses[0]?.value.word.toLowerCase()).toBe('superseded');
        expect(
          links.some(({ kind, url, number }) => kind === 'superseded by' && (url === to.file || number === 12)),
        ).toBe(true);
        expect(amended.split(end)).toHaveLength(text.split(end).length);
      }),
      { numRuns: 100, seed: 20261129 },
    );
  });
});
