import { adrsByNumber, withNumber } from '@gavel/adr/name/adr-by-number.ts';
import { adrsByPage } from '@gavel/adr/name/adr-by-page.ts';
import { readAdrEntry, resolveEntry } from '@gavel/adr/read/adr-entry.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { describe, expect, it } from 'vitest';

/** What a text says of other ADRs: by their files, or by their numbers. */
function stated(text: string): string[] {
  const { links, named } = readAdrEntry(text, '0009-cups.md');
  return [...links.map(({ kind, file }) => `${kind} ${file}`), ...named.map(({ kind, number }) => `${kind} ${number}`)];
}

describe('links between ADRs', () => {
  it('are read in the address of a page of a site beside the file', () => {
    const { links, pages } = readAdrEntry('# 9. Cups\n\n## Status\n\nSuperseded by [A](use-plates.html)\n', '9.md');
    expect([links, pages]).toEqual([[], [{ kind: 'superseded by', page: 'use-plates' }]]);
  });

  it('are read in a heading that is the status, and not in others', () => {
    expect(stated('# 9. Cups\n\n## Status: Superseded by ADR-0012\n\n## Date: 2026-03-19\n')).toEqual([
      'superseded by 12',
    ]);
    expect(stated('# 9. Cups\n\n## Superseded by ADR-0012 one day\n\nPerhaps.\n')).toEqual([]);
  });

  it.each([
    ['- [Mugs](0003-mugs.md) -\n  superseded by this ADR. Its text is left as it is.', 'supersedes 0003-mugs.md'],
    ['- ADR-0003 -\n  superseded by this ADR. Its text is left as it is.', 'supersedes 3'],
    ['This decision is superseded by the rules for cups in:\n\n- `0012-cups-of-glass.md`', 'superseded by 12'],
    ['This ADR is replaced by what we say in:\n\n- [Glass](0012-glass.md)', 'superseded by 0012-glass.md'],
    ['Status: accepted - partially superseeds [ADR-0003]', 'supersedes 3'],
  ])('are read from “%s”', (words, link) => {
    expect(stated(`# 9. Cups\n\n## Decision\n\n${words}\n`)).toEqual([link]);
  });

  it.each([
    'The old one now says “Superseded by ADR-0009”.\n\nSuperseded by ADR-0009',
    'Supersedes [this](0009-cups.md)',
    'Amends [the rules for tables](../rules.md)',
    'Amends [the tables](../04-tables.md)',
  ])('lead neither to the ADR itself nor to a document that is none: “%s”', (words) => {
    expect(stated(`# 9. Cups\n\n## Status\n\nAccepted\n\n${words}\n`)).toEqual([]);
  });

  it.each([
    ['../0004-tables.md', 'amends ../0004-tables.md'],
    ['use-plates.md', 'amends use-plates.md'],
  ])('lead to %s, which may be an ADR', (url, link) => {
    expect(stated(`# 9. Cups\n\n## Status\n\nAmends [the tables](${url})\n`)).toEqual([link]);
  });

  it('are none below a sentence about something else', () => {
    expect(stated('# 9. Cups\n\nTin is replaced by what is in:\n\n- `0012-glass.md`\n')).toEqual([]);
  });

  it('are related in a list right below a label', () => {
    const text = '# 9. Cups\n\n## More\n\n**Related ADRs:**\n- ADR-0001: Tea\n- ADR-0003: Mugs\n';
    expect(readAdr(text).links.map(({ kind, number }) => `${kind} ${number}`)).toEqual(['relates 1', 'relates 3']);
  });

  it('name the only ADR in the section of a superseded one as that in its place', () => {
    const file = (status: string, text: string) =>
      `# 9. Cups\n\n## Status\n\n${status}\n\n${text}\n\n## Context\n\nC\n`;
    const text = 'We now drink from bowls ([ADR#0012](../0012-bowls.md)).';
    const link = 'superseded by ../0012-bowls.md';
    expect(readAdr(file('**Superseded**', text)).links.map(({ kind, url }) => `${kind} ${url}`)).toEqual([link]);
    const others = [
      file('Accepted', text),
      file('Superseded', `${text} See also [ADR#0013](../0013-a.md).`),
      file('Superseded', 'There are [minutes](minutes.md).'),
    ];
    for (const other of others) expect(readAdr(other).links[0]?.kind).toBe('other');
  });

  it.each([
    ['in the status', 'Superseded by [A](0012-a.md)', ['superseded by 0012-a.md']],
    [
      'one after the other',
      'Superseded by [A](0012-a.md), [B](0013-b.md)',
      ['superseded by 0012-a.md', 'superseded by 0013-b.md'],
    ],
    ['behind a status', 'Accepted. Supersedes [A](./0003-a.md).', ['supersedes 0003-a.md']],
    ['around the link', 'Wurde durch [A](0012-a.md) ersetzt.', ['superseded by 0012-a.md']],
    ['by number', 'Superseded by ADR-0012', ['superseded by 12']],
    [
      'by numbers',
      'Accepted. Supersedes ADR-0003, ADR 4 and [0005].',
      ['supersedes 3', 'supersedes 4', 'supersedes 5'],
    ],
    ['by a number with a prefix', '**Supersedes:** SHOP-ADR-0003', ['supersedes 3']],
    ['by the name of a file', 'superseded_by: 0012-use-go', ['superseded by 12']],
    ['with a remark between', 'Superseded (as never built) by [A](0012-a.md)', ['superseded by 0012-a.md']],
    ['with a day between', 'Superseded: 2024-03-05 by [A](0012-a.md)', ['superseded by 0012-a.md']],
    ['by the text of a link to a site', 'Superseded by [ADR 12](/adr/12)', ['superseded by 12']],
    ['behind a status without “by”', '⌛️ Superseded [A](0012-a.md)', ['superseded by 0012-a.md']],
    ['in part', 'Accepted, superseded in part by ADR-0012', ['superseded by 12']],
    ['behind a label for parts', '- Sustituye parcialmente: ADR 0003 y ADR 0004', ['supersedes 3', 'supersedes 4']],
    ['behind the ADR', 'See ADR 03 on this question, which is superseded by this one.', ['supersedes 3']],
    [
      'behind one of several',
      'Siehe auch [A](0003-a.md) (Becher, durch diese ADR ersetzt), [B](0004-b.md)',
      ['supersedes 0003-a.md'],
    ],
    ['behind the ADR in Japanese', '- 関連: [A](0003-a.md)（この ADR が置き換える）', ['supersedes 0003-a.md']],
    ['around the link in Japanese', '- ステータス: 廃止（[A](0012-a.md) により置換）', ['superseded by 0012-a.md']],
    ['behind a status and a colon in Japanese', '- **状態**: 置換済み: [A](0012-a.md)', ['superseded by 0012-a.md']],
    ['behind a status in wide brackets', '- **状態**: 置換済み（[A](0012-a.md)）', ['superseded by 0012-a.md']],
    [
      'behind a label and a status with a dash',
      '- Durum: Kısmen değiştirildi — [A](0012-a.md)',
      ['superseded by 0012-a.md'],
    ],
    [
      'in brackets behind each link in Japanese',
      '- **関連**: [A](0003-a.md)（改訂）, [B](0004-b.md)（置換）, [C](0005-c.md)',
      ['amends 0003-a.md', 'supersedes 0004-b.md'],
    ],
    ['in a sentence in Japanese', '- 状態: 採用（色は [A](0012-a.md) で改訂）', ['amended by 0012-a.md']],
    [
      'behind a label, on several lines with remarks in wide brackets',
      '- **修正**：[A](0003-a.md)（红杯与白杯，以及"默认"部分）、\n  [B](0004-b.md)（盘子的数量）、\n  [C](0005-c.md)',
      ['amends 0003-a.md', 'amends 0004-b.md', 'amends 0005-c.md'],
    ],
    ['not in a remark on the link before', '- 相关：[A](0003-a.md)（已替代历史）、[B](0004-b.md)（选型）', []],
    ['by number in German', 'Wird durch ADR-0012 ersetzt', ['superseded by 12']],
    ['by number in Chinese', '已被 ADR-0012 取代', ['superseded by 12']],
    ['by number in Korean', 'ADR-0012로 대체됨', ['superseded by 12']],
    ['by number in Japanese', 'ADR-0012 に置き換え', ['superseded by 12']],
    [
      'in a list below the words',
      '**Supersedes:**\n\n- [A](0003-a.md)\n- ADR-0004',
      ['supersedes 0003-a.md', 'supersedes 4'],
    ],
    ['in a list in the words’ item', '- Superseded by\n  - [A](0012-a.md)', ['superseded by 0012-a.md']],
    [
      'on the next line',
      '- **Supersedes**: [A](0003-a.md) (cups),\n  [B](0004-b.md) (mugs)',
      ['supersedes 0003-a.md', 'supersedes 0004-b.md'],
    ],
    [
      'on the next line, inside a remark and behind it',
      '- **Supersedes**: [A](0003-a.md) (the cups that\n  are red) and [B](0004-b.md). Both stay. See [C](0005-c.md)',
      ['supersedes 0003-a.md', 'supersedes 0004-b.md'],
    ],
    ['in a row of a table', '| | |\n|---|---|\n| Superseded by: | ADR-0012 |', ['superseded by 12']],
    ['under a heading', 'Accepted\n\n### Supersedes\n\n* [A](0003-a.md)', ['supersedes 0003-a.md']],
    [
      'in the columns of a table',
      '| Status | Supersedes | Superseded by |\n|---|---|---|\n| Superseded | [A](0003-a.md) | ADR-0012 |',
      ['supersedes 0003-a.md', 'superseded by 12'],
    ],
    ['in the text of the link', '[Superseded by ADR-12](0012-a.md)', ['superseded by 0012-a.md']],
    ['behind a struck status', '~~Accepted~~ → Superseded by [A](0012-a.md)', ['superseded by 0012-a.md']],
  ] as const)('are read %s', (_, status, expected) => {
    expect(stated(`# 9. Cups\n\n## Status\n\n${status}\n\n## Context\n\nWords.\n`)).toEqual(expected);
  });

  it.each([
    ['# ODR-9: Cups', 'Superseded by ODR-012', ['superseded by 12']],
    ['# ADR-SHOP-9: Cups', 'Superseded by ADR-SHOP-012', ['superseded by 12']],
    ['# ADR-SHOP-9: Cups', 'Superseded by ADR-KITCHEN-012', []],
    ['# 9. Cups', 'Superseded by HTTP-2', []],
    ['# ADR-9: Cups [SUPERSEDED BY ADR-012]', 'Old', ['superseded by 12']],
    ['# ADR-9: Cups [see ADR-012]', 'Old', []],
  ] as const)('are read with the word for ADRs that the title has: %s: %s', (title, status, expected) => {
    expect(stated(`${title}\n\n## Status\n\n${status}\n\n## Context\n\nWords.\n`)).toEqual(expected);
  });

  it.each([
    ['superseded by ADR 12', ['superseded by 12']],
    ['"accepted; supersedes ADR-0003 and ADR-0004"', ['supersedes 3', 'supersedes 4']],
    ['accepted in May; see ADR-0003', []],
  ] as const)('are read in the status of the front matter: %s', (status, expected) => {
    expect(stated(`---\nstatus: ${status}\n---\n# Cups\n\n## Context\n\nWords.\n`)).toEqual(expected);
  });

  it.each([
    ['superseded_by: ADR-0012', ['superseded by 12']],
    ['superseded-by: 2026-03-19-use-plates', ['superseded by 2026-03-19-use-plates.md']],
    ['superseded-by: 2026-03-19', []],
    ['superseded_by: [3, "0004"]', ['superseded by 3', 'superseded by 4']],
    ['supersedes:\n  - 0003-a.md\n  - ADR-0004', ['supersedes 0003-a.md', 'supersedes 4']],
    ['supersededBy: docs/adr/0012-a.md', ['superseded by 12']],
    ['sustituye: [ADR-0003]', ['supersedes 3']],
    ["superseded-by: ''", []],
    ['supersedes: 2024-01-02', []],
  ] as const)('are read from the front matter: %s', (yaml, expected) => {
    expect(stated(`---\nstatus: accepted\n${yaml}\n---\n\n# Cups\n`)).toEqual(expected);
  });

  it.each([
    'Somebody thinks that this ADR supersedes ADR-0031.',
    'The rack of that time, which the plates have\nsuperseded by ADR-0031, is empty.',
    'The team of ADR-0031 was superseded by events.',
    'See ADR-0012.',
    '- [Use ADR-0012](https://example.com)',
    '```\nSuperseded by ADR-0012\n```',
    'Updated in 2012',
    '## Updates\n\n- [A](0003-a.md)',
  ])('are not read from words about something else: %s', (text) => {
    expect(stated(`# 9. Cups\n\n## Status\n\nAccepted\n\n## Context\n\n${text}\n`)).toEqual([]);
  });

  it.each([
    ['This decision replaces ADR-0003. It is shorter.', ['supersedes 3']],
    ['**This ADR has been superseded by ADR-0012.**', ['superseded by 12']],
    ['This ADR partially supersedes ADR-0003’s choice of mugs and\nadds plates.', ['supersedes 3']],
    ['Dieses ADR wurde durch ADR-0012 ersetzt.', ['superseded by 12']],
    ['Esta ADR foi substituída pela ADR-0012.', ['superseded by 12']],
    ['本 ADR 取代 ADR-0003。', ['supersedes 3']],
    ['We have no plates.\n\nThis refines ADR-0003 and ADR-0004 for guests.', ['amends 3', 'amends 4']],
  ] as const)('are read from sentences about this ADR: %s', (text, expected) => {
    expect(stated(`# 9. Cups\n\n## Status\n\nAccepted\n\n## Context\n\n${text}\n`)).toEqual(expected);
  });

  it.each([
    ['Accepted (the plates superseded by ADR-0012)', ['superseded by 12']],
    ['Accepted（盘子部分被 ADR-0012 取代）', ['superseded by 12']],
    ['Accepted (after ADR-0012)', []],
  ] as const)('are read from a remark about a part, behind the status: %s', (status, expected) => {
    expect(stated(`# 9. Cups\n\n- Status: ${status}\n`)).toEqual(expected);
  });

  it.each([
    ['Amends and partially supersedes: ADR-0003 (mugs)', ['supersedes 3']],
    ['Complementa y sustituye parcialmente: ADR-0003', ['supersedes 3']],
    ['Supersedes and superseded by: ADR-0003', []],
  ] as const)('are read behind labels that say two things: %s', (line, expected) => {
    expect(stated(`# 9. Cups\n\n- Status: accepted\n- ${line}\n`)).toEqual(expected);
  });

  it.each([
    ['- [ADR-0003](0003-a.md) — the plates that this\n  one supersedes, with their rims', ['supersedes 0003-a.md']],
    ['- ADR-0003: plates (small), which this replaces', ['supersedes 3']],
    ['- [A](0003-a.md) — plates, which this extends to guests', []],
    ['- [A](0003-a.md) — die Teller, die dieses ADR ersetzt', ['supersedes 0003-a.md']],
    ['- [A](0003-a.md) — l’enregistrement que celui-ci remplace', ['supersedes 0003-a.md']],
    ['- [A](0003-a.md) — plates. This ADR replaces none.', []],
  ] as const)('are read from what is said behind one that an item begins with: %s', (item, expected) => {
    expect(stated(`# 9. Cups\n\n## Status\n\nAccepted\n\n## References\n\n${item}\n`)).toEqual(expected);
  });

  it('have the line of the number', () => {
    const { links } = readAdr('# 9. Cups\n\n## Status\n\nSuperseded by ADR-0012\n');
    expect(links).toEqual([{ kind: 'superseded by', url: '', number: 12, text: 'ADR-0012', line: 5 }]);
  });

  it('lead to the file of the number, in the same series, if there is one', () => {
    const files = ['a/0001-x.md', 'a/0002-y.md', 'b/0001-z.md', 'b/0002-v.md', 'b/0003-w.md', 'b/0003-u.md'];
    const linksIn = (file: string, number: number) =>
      resolveEntry(readAdrEntry(`# T\n\nStatus: superseded by ADR-${number}\n`, file), file, {
        byNumber: adrsByNumber(files.map(withNumber)),
        byPage: adrsByPage(files),
      }).links;
    expect(linksIn('a/0001-x.md', 2)).toEqual([{ kind: 'superseded by', file: 'a/0002-y.md' }]);
    expect(linksIn('b/0001-z.md', 2)).toEqual([{ kind: 'superseded by', file: 'b/0002-v.md' }]);
    expect([linksIn('b/0001-z.md', 3), linksIn('b/0001-z.md', 7), linksIn('b/0001-z.md', 1)]).toEqual([[], [], []]);
  });
});

/** What a text names as related, by file or by number. */
function related(text: string): (string | number)[] {
  const { links } = readAdr(text, '0009-cups.md');
  return links.flatMap(({ kind, url, number }) => (kind === 'relates' ? [number ?? url] : []));
}

describe('links whose text names something else than their file', () => {
  const files = ['ADR-011-use-racks.md', '0012-use-plates.md'];
  const find = { byNumber: adrsByNumber(files.map(withNumber)), byPage: adrsByPage(files) };
  it.each([
    ['[ODR-011](ADR-011-use-racks.md)', 'ADR-011-use-racks.md'],
    ['[ADR-0007](ADR-011-use-racks.md)', 'ADR-011-use-racks.md'],
    ['[number twelve](0012-use-plates.md)', '0012-use-plates.md'],
    ['[Plates instead](./0012-use-plates.md "why")', '0012-use-plates.md'],
    ['ODR-011 ([text](ADR-011-use-racks.md))', 'ADR-011-use-racks.md'],
    ['[ODR-011](/docs/adr/ADR-011-use-racks.md)', 'ADR-011-use-racks.md'],
    ['[ADR-0011](https://git.example.com/us/tea/blob/main/adr/0012-use-plates.md)', '0012-use-plates.md'],
    ['[ADR-0007](https://git.example.com/us/tea/blob/main/adr/0012-plates.md)', '0012-use-plates.md'],
  ])('lead to the file: %s', (link, file) => {
    const read = readAdrEntry(`# T\n\n## Status\n\nSuperseded by ${link}\n`, 'ADR-009-use-cups.md');
    expect(resolveEntry(read, 'ADR-009-use-cups.md', find).links).toEqual([{ kind: 'superseded by', file }]);
  });
});

describe('links to the pages of a site', () => {
  const files = ['tea/use-cups.md', 'rack/use-cups.md', 'tea/0007-use-tea/README.md', 'tea/use-racks.md'];
  const find = { byNumber: () => undefined, byPage: adrsByPage(files) };
  it.each([
    ['/docs/adr/tea/use-cups', ['tea/use-cups.md']],
    ['/docs/adr/tea/use-cups/', ['tea/use-cups.md']],
    ['./use-cups', []],
    ['../tea/0007-use-tea', ['tea/0007-use-tea/README.md']],
    ['/docs/use-plates', []],
    ['//example.com/use-cups', []],
    ['https://example.com/tea/use-cups', []],
    ['/docs/adr/tea/use-racks', []],
    ['/docs/adr/tea/use-cups.md', ['tea/use-cups.md']],
    ['https://git.example.com/us/tea/blob/main/docs/tea/use-cups.md#why', ['tea/use-cups.md']],
    ['https://git.example.com/us/tea/blob/main/docs/use-plates.md', []],
  ])('lead to the only file that they show: %s', (url, expected) => {
    const read = readAdrEntry(`# T\n\nStatus: superseded by [that](${url})\n`, 'tea/use-racks.md');
    expect(resolveEntry(read, 'tea/use-racks.md', find).links.map(({ file }) => file)).toEqual(expected);
  });
});

describe('related ADRs', () => {
  it.each([
    [
      'a section',
      '## Related decisions\n\n- [A](0003-a.md)\n- ADR-0004 (Mugs)\n- **ADR-5: Pots** - hold tea\n- 0006 Lids',
      4,
    ],
    ['a section with another heading', '## Related documents / links\n\n* [A](0003-a.md)\n* ADR-0004', 2],
    ['a section for references', '## Referencias\n\n- Plan, part 6\n- ADR-0004 — Mugs\n- [12] a book\n- RFC 2119', 1],
    ['a line', 'Related: ADR-3, [A](0004-a.md)', 2],
    ['a line in bold', '**Verwandte ADRs:** ADR 3 (Mugs), ADR 4', 2],
    ['a line among other things', '- **Liens** : issue #216 · specs ; ADR 0002 (mugs), ADR 0008 (pots)', 2],
    ['a list below a line', '- Связанные ADR:\n  - [A](0003-a.md)\n  - ADR-0004', 2],
    ['a line without a colon', 'Depends on ADR-3 and ADR-4', 2],
    ['a row', '| Status | Accepted |\n|---|---|\n| Related | ADR-3, ADR-4 |', 2],
    ['a column', '| Status | Related ADRs |\n|---|---|\n| Accepted | [A](0003-a.md) |', 1],
    ['what is in another place of the text', 'We liked ADR-3.\n\nRelated: none\n\nSee ADR-4 for more about this.', 0],
  ])('are read from %s', (_, text, count) => {
    expect(related(`# 9. Cups\n\n${text}\n`)).toHaveLength(count);
  });

  it('are read from the front matter', () => {
    const yaml = 'related: [ADR-3, "0004", soup-5]\nlinks:\n  adrs: [ADR-0006]\nreferences: https://tea.example/7';
    expect(related(`---\n${yaml}\n---\n\n# Cups\n`)).toEqual([3, 4, 6]);
  });

  it.each([
    ['- This replaces the approach of ADR-0003 and ADR-0004.', ['supersedes 3', 'supersedes 4']],
    ['- Diese Entscheidung ergänzt das Vorgehen aus ADR-0003.', ['amends 3']],
    ['- ADR-0003, which supersedes ADR-0004', []],
    ['- ADR-0003: cups, for more of them', []],
  ])('are amended or replaced where a sentence says so: %s', (text, expected) => {
    expect(stated(`# 9. Cups\n\n## Related decisions\n\n${text}\n`)).toEqual(expected);
  });

  it.each([
    ['## Status\n\nAccepted — 2024-03-05. Refines [A](0003-a.md).', ['amends 0003-a.md']],
    ['## Status\n\nAccepted (refined by [ADR-0012](0012-b.md)) — 2024-03-05', ['amended by 0012-b.md']],
  ])('are amended by what refines them: %s', (text, expected) => {
    expect(stated(`# 9. Cups\n\n${text}\n`)).toEqual(expected);
  });

  it('are none of what is below an empty entry of the front matter', () => {
    expect(stated('---\nstatus: accepted\nsuperseded-by: —\n---\n\n# ADR-0009 — Cups\n\nWe like cups.\n')).toEqual([]);
  });

  it('are none that supersede each other', () => {
    const text = '# 9. Cups\n\n## Related decisions\n\n- Supersedes [A](0003-a.md)\n- Superseded by ADR-0012\n';
    expect(related(text)).toEqual([]);
    expect(stated(text)).toEqual(['supersedes 0003-a.md', 'superseded by 12']);
  });
});
