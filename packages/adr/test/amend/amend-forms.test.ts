import { type Amendment, amendAdr } from '@gavel/adr/amend/amend.ts';
import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dialectNames, readDialect } from '../dialects/read-dialect.ts';

const date = '2026-11-20';
const to = { number: 12, title: 'Use big cups', file: '0012-use-big-cups.md' };
const superseding: Amendment = { link: 'superseded by', to, date };
const link = '[ADR-0012](0012-use-big-cups.md)';

const rest = '\n\n## Context\n\nWe have cups.\n';
const file = (head: string) => `# ADR-0009: Use cups\n\n${head}${rest}`;

describe('a status in any form', () => {
  it.each([
    ['with a date', '- Status: accepted (2024-12-27)', `- Status: superseded by ${link} (2024-12-27)`],
    [
      'with a note',
      '## Status\n\nAccepted (lazy consensus) & done',
      `## Status\n\nSuperseded by ${link} (lazy consensus) & done`,
    ],
    [
      'before another link',
      '## Status\n\nAccepted. Supersedes [ADR-0003](0003-mugs.md).',
      `## Status\n\nSuperseded by ${link}. Supersedes [ADR-0003](0003-mugs.md).`,
    ],
    [
      'that names another ADR in plain text',
      '## Status\n\nSuperseded by ADR-0010',
      `## Status\n\nSuperseded by ADR-0010, ${link}`,
    ],
    [
      'that names another ADR, with more to say',
      '- Status: Replaced by ADR 10 (2024-12-27). See there.',
      `- Status: Replaced by ADR 10, ${link} (2024-12-27). See there.`,
    ],
    [
      'that names others in plain text',
      '**Status:** superseded by #0010, #0011 | **Date:** 2024-12-27',
      `**Status:** superseded by #0010, #0011, ${link} | **Date:** 2024-12-27`,
    ],
    [
      'that names no ADR in its place',
      '## Status\n\nSuperseded by the rules of the kitchen – see there',
      `## Status\n\nSuperseded by the rules of the kitchen, ${link} – see there`,
    ],
    [
      'that is superseded by no ADR that it names',
      'Status: Superseded – see the notes',
      `Status: Superseded by ${link} – see the notes`,
    ],
    ['with more paragraphs', '## Status\n\nAccepted\n\nOn trial.', `## Status\n\nSuperseded by ${link}\n\nOn trial.`],
    [
      'over several lines',
      '- **Status:** Accepted (as long\n  as cups are cheap)',
      `- **Status:** Superseded by ${link} (as long\n  as cups are cheap)`,
    ],
    ['emphasized', '**Status**: **Accepted**', `**Status**: **Superseded by ${link}**`],
    ['emphasized with its note', '**Status**: _Accepted (for now)_', `**Status**: _Superseded by ${link} (for now)_`],
    ['in a quotation', '## Status\n\n> **Accepted**', `## Status\n\n> **Superseded by ${link}**`],
    [
      'that is a sentence of its own',
      '## Status\n\nReverted by [issue 11](https://example.com/11).',
      `## Status\n\nSuperseded by ${link}. Reverted by [issue 11](https://example.com/11).`,
    ],
    ['with an emoji', 'Status: ✅ Accepted', `Status: Superseded by ${link}`],
    ['with an emoji behind it', '## Status\n\nAccepted ✅', `## Status\n\nSuperseded by ${link}`],
    ['in brackets', '* Status: [accepted]', `* Status: [superseded] by ${link}`],
    [
      'beside a date',
      '**Status:** Accepted | **Date:** 2024-12-27',
      `**Status:** Superseded by ${link} | **Date:** 2024-12-27`,
    ],
    [
      'in a table',
      '| Status | Date |\n|---|---|\n| Accepted | 2024-12-27 |',
      `| Status | Date |\n|---|---|\n| Superseded by ${link} | 2024-12-27 |`,
    ],
    [
      'in a row of a table',
      '| | |\n|---|---|\n| Status | **Accepted** |',
      `| | |\n|---|---|\n| Status | **Superseded by ${link}** |`,
    ],
    [
      'in a history',
      '## Status\n\n- 2024-12-01: Drafted\n- 2024-12-27: Accepted\n- 2025-01-02: Edited',
      `## Status\n\n- 2024-12-01: Drafted\n- 2024-12-27: Accepted\n- 2025-01-02: Edited\n- 2026-11-20: Superseded by ${link}`,
    ],
    [
      'in a history with the latest line first',
      '## Status\n\n- 27.12.2024: Accepted\n- 01.12.2024: Proposed',
      `## Status\n\n- 20.11.2026: Superseded by ${link}\n- 27.12.2024: Accepted\n- 01.12.2024: Proposed`,
    ],
    [
      'in lines with days',
      '2024-12-01: proposed\n2024-12-27: accepted',
      `2024-12-01: proposed\n2024-12-27: accepted\n2026-11-20: superseded by ${link}`,
    ],
    [
      'in paragraphs with days',
      '## Status\n\nOne of: proposed, done\n\n2024-12-01 proposed\n\n2024-12-27 done',
      `## Status\n\nOne of: proposed, done\n\n2024-12-01 proposed\n\n2024-12-27 done\n\n2026-11-20 superseded by ${link}`,
    ],
    [
      'in bold with its label',
      '**Status: accepted.** It holds for cups,\nand for mugs.',
      `**Status: superseded by ${link}.** It holds for cups,\nand for mugs.`,
    ],
    [
      'in a badge with slashes',
      '## Status\n\n![adr](https://badges.example/badge/adr/accepted/green)',
      `## Status\n\n![adr](https://badges.example/badge/adr/superseded/green)\n\nsuperseded by ${link}`,
    ],
    [
      'in an attribute',
      '## Status\n\n<tea-state status="accepted" dense></tea-state>',
      `## Status\n\n<tea-state status="superseded" dense></tea-state>\n\nsuperseded by ${link}`,
    ],
    [
      'in an attribute of a block',
      "## Status\n\n<TeaBadge type='info' text='Accepted' />",
      `## Status\n\n<TeaBadge type='info' text='Superseded' />\n\nSuperseded by ${link}`,
    ],
    [
      'in the first cell of a table without a label',
      '## Status\n\n| Accepted | 2024-12-27 |\n|---|---|',
      `## Status\n\n| Superseded by ${link} | 2024-12-27 |\n|---|---|`,
    ],
    [
      'in a table in a section of its own',
      '## Status\n\n| Status | Date |\n|---|---|\n| Accepted | 2024-12-27 |',
      `## Status\n\n| Status | Date |\n|---|---|\n| Superseded by ${link} | 2024-12-27 |`,
    ],
    [
      'with a label in a list in a section of its own',
      '## Status\n\n* **Status**: Accepted\n* **Date**: 2024-12-27',
      `## Status\n\n* **Status**: Superseded by ${link}\n* **Date**: 2024-12-27`,
    ],
    ['in a bold item', '## Status\n\n* **Accepted** by us', `## Status\n\n* **Superseded by ${link}** by us`],
    ['below its label', '**Status:**\n\nAccepted\n\nA text.', `**Status:**\n\nSuperseded by ${link}\n\nA text.`],
    ['as code', '## Status\n\n`Accepted`', `## Status\n\n\`Superseded\` by ${link}`],
    [
      'in color',
      '## Status\n\n<span style="color:green">Accepted</span>',
      `## Status\n\n<span style="color:green">Superseded by ${link}</span>`,
    ],
    ['with the name of an emoji', 'Status: :white_check_mark: Accepted', `Status: Superseded by ${link}`],
    [
      'beside boxes with escapes',
      '## Status\n\n- \\[x] Accepted\n- \\[ ] Superseded',
      `## Status\n\n- \\[ ] Accepted\n- \\[x] Superseded by ${link}`,
    ],
    ['in a heading', '## Status: accepted', `## Status: superseded by ${link}`],
    [
      'with a comment',
      '## Status\n\n<!-- accepted or not -->\n\nAccepted <!-- by vote -->',
      `## Status\n\n<!-- accepted or not -->\n\nSuperseded by ${link} <!-- by vote -->`,
    ],
  ] as const)('%s is superseded, and nothing else changes', (_, before, after) => {
    const amended = amendAdr(file(before), superseding);
    expect(amended).toBe(file(after));
    expect(readAdrEntry(amended, '0009-use-cups.md')).toMatchObject({
      status: 'superseded',
      links: expect.arrayContaining([{ kind: 'superseded by', file: to.file }]),
    });
    expect(amendAdr(amended, superseding)).toBe(amended);
  });

  it.each([
    '## Status\n\n<tea-state status="accepted" dense></tea-state>\n\nFor all cups.',
    "<tea-state status='accepted'/>",
    'Status: <tea-state state="on" text="accepted"/>',
  ])('changes only its word in an attribute: %s', (head) => {
    const amended = amendAdr(file(head), { status: 'deprecated', date });
    expect(amended).toBe(file(head.replace('accepted', 'deprecated')));
    expect(readAdrEntry(amended, '0009-use-cups.md').status).toBe('deprecated');
  });

  it('keeps the link that it has', () => {
    const head = 'Status: [Accepted](process.md#accepted)';
    const amended = amendAdr(file(head), superseding);
    expect(readAdrEntry(amended, '0009-use-cups.md')).toMatchObject({
      status: 'superseded',
      links: [{ file: to.file }],
    });
    expect(amended).toContain('](process.md#accepted)');
  });

  it.each(["'accepted'", '"accepted"', 'accepted'])('keeps its quotes in front matter: %s', (written) => {
    const text = `---\nstatus: ${written}\ndate: 2024-12-27\n---\n\n# Use cups${rest}`;
    const amended = amendAdr(text, superseding);
    expect(amended).toBe(text.replace('accepted', `superseded by ${link}`));
    expect(readAdrEntry(amended, '0009-use-cups.md').status).toBe('superseded');
  });
});

/** A file without the parts that an amendment put into it: the new text of each line that changed is left out. */
function unchangedLines(before: string, after: string): readonly string[] {
  const kept = new Set(after.split('\n'));
  return before.split('\n').filter((line) => !kept.has(line));
}

describe('amending', { timeout: 180_000 }, () => {
  it.each(dialectNames.map((name) => [name] as const))('%s twice is the same as once, both ways', (name) => {
    const text = readDialect(name);
    for (const kind of ['superseded by', 'supersedes'] as const) {
      const once = amendAdr(text, { link: kind, to, date });
      expect(readAdrEntry(once, 'x.md').links).toContainEqual({ kind, file: to.file });
      expect(amendAdr(once, { link: kind, to, date })).toBe(once);
    }
  });

  it('names an ADR without a link in a block of code', () => {
    const text = file('```\nStatus: Accepted\nDate: 2024-12-27\n```');
    const amended = amendAdr(text, superseding);
    expect(amended).toBe(text.replace('Accepted', 'Superseded by ADR-0012'));
    expect(readAdrEntry(amended, '0009-use-cups.md')).toMatchObject({
      status: 'superseded',
      named: [{ kind: 'superseded by', number: 12 }],
    });
    expect(amendAdr(amended, superseding)).toBe(amended);
    const apart = amendAdr(text, { ...superseding, to: { ...to, number: undefined, file: 'use-big-cups.md' } });
    expect(apart).toContain('```\nStatus: Superseded\nDate: 2024-12-27\n```');
    expect(readAdrEntry(apart, '0009-use-cups.md')).toMatchObject({
      status: 'superseded',
      links: [{ kind: 'superseded by', file: 'use-big-cups.md' }],
    });
  });

  it('fills a section that is there for the status, with nothing in it', () => {
    const text = '# Use cups\n\n## Status\n\n## Context\n\nC\n';
    const amended = amendAdr(text, superseding);
    expect(amended).toMatch(/^# Use cups\n\n## Status\n\nSuperseded by .*\n\n## Context\n\nC\n$/i);
    expect(readAdrEntry(amended, '0009-use-cups.md')).toMatchObject({
      status: 'superseded',
      links: [{ kind: 'superseded by', file: to.file }],
    });
  });

  const word = fc.constantFrom('Accepted', 'accepted', 'ACCEPTED', 'Proposed', 'Rejected');
  const around = fc.constantFrom(['', ''], ['**', '**'], ['_', '_'], ['✅ ', ''], ['[', ']']);
  const behind = fc.constantFrom(
    '',
    ' (2024-12-27)',
    ' – on trial',
    '. Amends [A](0003-a.md)',
    ', see #12',
    ' 2024-12-27',
  );
  const place = fc.constantFrom<(status: string) => string>(
    (status) => `- Status: ${status}\n- Date: 2024-12-27`,
    (status) => `* **Status:** ${status}`,
    (status) => `Status: ${status}  \nDate: 2024-12-27`,
    (status) => `**Status**: ${status}\n\n**Date**: 2024-12-27`,
    (status) => `## Status\n\n${status}\n\nMore.`,
    (status) => `## Status\n\n- ${status}`,
    (status) => `## Status\n\n> ${status}`,
    (status) => `| Status | Owner |\n| --- | --- |\n| ${status} | Ana |`,
    (status) => `|  |  |\n| --- | --- |\n| Status | ${status} |\n| Owner | Ana |`,
    (status) => `**Status:** ${status} | **Date:** 2024-12-27`,
  );

  it('changes one line of any form of metadata, keeps what is around the word, and is found again', () => {
    fc.assert(
      fc.property(place, word, around, behind, (write, status, [open = '', close = ''], more) => {
        const text = file(write(open + status + close + more));
        const amended = amendAdr(text, superseding);
        const changed = unchangedLines(text, amended);
        expect(changed).toHaveLength(1);
        const [line = ''] = changed;
        const [head = '', tail = ''] = line.split(status);
        const now = amended.split('\n')[text.split('\n').indexOf(line)] ?? '';
        expect(now.startsWith(head.replace('✅ ', '')) && now.endsWith(close === ']' ? tail.slice(1) : tail)).toBe(
          true,
        );
        expect(readAdrEntry(amended, '0009-use-cups.md')).toMatchObject({
          status: 'superseded',
          links: expect.arrayContaining([{ kind: 'superseded by', file: to.file }]),
        });
        expect(amendAdr(amended, superseding)).toBe(amended);
      }),
      { seed: 20261120, numRuns: 300 },
    );
  });
});
