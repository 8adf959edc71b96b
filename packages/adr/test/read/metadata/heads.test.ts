import { amendAdr } from '@gavel/adr/amend/amend.ts';
import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { styleOf } from '@gavel/adr/style/style-of.ts';
import { describe, expect, it } from 'vitest';

const parts = '\n\n## Context\n\nC\n\n## Decision\n\nD\n\n## Consequences\n\n- Tea\n';

/** What an index has of a file: its status, its date and its deciders. */
function factsOf(head: string, end = '') {
  const { status, date, deciders } = readAdrEntry(`${head}${parts}${end}`, '0007-tea.md');
  return [status, date, deciders.join(', ')];
}

describe('metadata in HTML', () => {
  const comment = '<!-- {proposed / rejected / …} -->';

  it.each([
    [
      'a table with a heading in each row',
      `<table>\n<tr>\n<th>status</th>\n<td>accepted</td>${comment}\n</tr>\n<tr>\n<th>date</th>\n<td>2024-03-05</td>\n</tr>\n<tr>\n<th>deciders</th>\n<td>Ana, Bo</td>\n</tr>\n</table>`,
    ],
    [
      'a table with bold labels',
      '<table><tbody><tr><td align="left"><b>Status</b></td><td>✅ Accepted</td></tr><tr><td><b>Date</b></td><td>5 March 2024</td></tr><tr><td><b>Deciders:</b></td><td>Ana, Bo</td></tr></tbody></table>',
    ],
    [
      'a list of terms',
      '<dl>\n<dt>Status</dt><dd>accepted</dd>\n<dt>Date</dt>\n<dd><time>2024-03-05</time></dd>\n<dt>Deciders</dt><dd>Ana, Bo</dd>\n</dl>',
    ],
    [
      'paragraphs',
      '<p><strong>Status:</strong> Accepted</p>\n<p><strong>Date</strong>: 2024-03-05</p>\n<p><b>Deciders:</b> Ana, Bo</p>',
    ],
    ['lines', '<div>\n<b>Status:</b> Accepted<br>\n<b>Date:</b> 2024-03-05<br/>\n<b>Deciders:</b> Ana, Bo\n</div>'],
    [
      'Spanish',
      '<table><tr><th>Estado</th><td>Aceptado</td></tr><tr><th>Fecha</th><td>5 de marzo de 2024</td></tr><tr><th>Decisores</th><td>Ana, Bo</td></tr></table>',
    ],
  ])('is read from %s', (_, html) => {
    expect(factsOf(`# Use tea\n\n${html}`)).toEqual(['accepted', '2024-03-05', 'Ana, Bo']);
  });

  it('has its place in the file', () => {
    const text = `# Use tea\n\n<table>\n<tr><th>Status</th><td>accepted</td></tr>\n</table>${parts}`;
    const [status] = readAdr(text).statuses;
    expect(status?.line).toBe(4);
    expect(text.slice(status?.start, status?.end)).toBe('accepted');
  });

  it('is none of cells that say something else, or nothing', () => {
    const html = '<table><tr><th>Cups</th><td>accepted</td></tr><tr><th>Date</th><td></td></tr></table>';
    expect(factsOf(`# Use tea\n\n${html}`)).toEqual([undefined, undefined, '']);
  });
});

describe('a date at the end', () => {
  it.each([
    ['a line', '\nDate: 2024-03-05\n'],
    ['a line in another language', '\nData: 05 de março de 2024\n'],
    ['a line with the rest of a tool’s answer', '\nDate: 2024-03-05</content>\n<parameter name="filePath">C:\\tea.md'],
  ])('is read from %s', (_, end) => {
    expect(factsOf('# Use tea\n\n## Status\n\nAccepted', end)[1]).toBe('2024-03-05');
  });

  it('is none if the line says more', () => {
    expect(factsOf('# Use tea', '\nDate: since 2024-03-05 we have no cups\n')[1]).toBeUndefined();
  });
});

it('has metadata with labels in bold that end like a sentence', () => {
  const head = '# Use tea\n\n- **Status.** Proposed\n- **Date.** 2024-03-05\n- **Deciders.** Ana, Bo';
  expect(factsOf(head)).toEqual(['proposed', '2024-03-05', 'Ana, Bo']);
  const amended = amendAdr(head + parts, { status: 'accepted', date: '2026-11-20' });
  expect(amended).toContain('\n- **Status.** Accepted\n- **Date.** 2024-03-05\n');
  expect(factsOf('# Use tea\n\n**Tea.** Proposed\n\n**Cups.** 2024-03-05')).toEqual([undefined, undefined, '']);
});

describe('a status', () => {
  it.each([
    ['P2 已接受', 'accepted'],
    ['P3C 已采用；修订 ADR 0026', 'accepted'],
    ['第二批茶杯已采用；尺寸另定', 'accepted'],
    ['茶杯尚未接受', undefined],
    ['設計承認済み', 'accepted'],
    ['설계 승인됨', 'accepted'],
    ['미승인됨', undefined],
    ['v2 accepted', 'accepted'],
    ['Phase 2 — Accepted', 'accepted'],
    ['Etapa 3: Aprobado', 'accepted'],
    ['**M1 proposed**', 'proposed'],
    ['Formally accepted', 'accepted'],
    ['Already implemented', 'accepted'],
    ['Formerly accepted', undefined],
    ['Durch ADR-0012 ersetzt', 'superseded'],
    ['ADR-0012 により置き換え', 'superseded'],
    ['[ADR-0012](0012-x.md)로 대체됨', 'superseded'],
    ['ADR-0012 is about cups', undefined],
    ['Validated', 'accepted'],
    ['🟢 Live', 'accepted'],
    ['Locked', 'accepted'],
    ['Discarded', 'rejected'],
    ['Legacy', 'deprecated'],
  ])('is read in “%s”', (written, status) => {
    expect(factsOf(`# Use tea\n\n## Status\n\n${written}`)[0]).toBe(status);
    expect(factsOf(`# Use tea\n\n- Status: ${written}`)[0]).toBe(status);
  });
});

it('keeps what follows a status that is behind something else when it changes', () => {
  const amended = amendAdr(`# T\n\n- Status: P3C 已采用；修订 ADR 0026${parts}`, {
    status: 'deprecated',
    date: '2026-01-02',
  });
  expect(amended).toMatch(/^- Status: [^\d\n]+；修订 ADR 0026$/m);
});

it('writes no stage in front of the statuses of new ADRs', () => {
  const [first, second] = ['P2 已接受', '已接受'].map((status) =>
    readAdr(`# T\n\n- 状态：${status}\n\n## 背景\n\nC\n`),
  );
  expect(first && styleOf(first).statusWords.accepted).not.toContain('P');
  expect(second && styleOf(second).statusWords.accepted).toBe('已接受');
});

it.each(['Mar-05-2024', 'March/5/2024'])('reads a date with the name of the month first: %s', (date) => {
  expect(factsOf(`# Use tea\n\nDate: ${date}`)[1]).toBe('2024-03-05');
});

describe('a line with a day', () => {
  it.each([
    ['**Accepted** — 2024-03-05', 'accepted', ''],
    ['2024-03-05 · Proposed', 'proposed', ''],
    ['*By Ana Lee, 5 March 2024*', undefined, 'Ana Lee'],
    ['_2024-03-05 – Ana Lee_', undefined, 'Ana Lee'],
    ['*Proposed by Ana Lee on 2024-03-05*', undefined, 'Ana Lee'],
    ['@ana, 2024-03-05', undefined, '@ana'],
  ])('says a status or who wrote it, too: %s', (line, status, deciders) => {
    expect(factsOf(`# Use tea\n\n${line}`)).toEqual([status, '2024-03-05', deciders]);
  });

  it.each(['The cups broke on 2024-03-05', '2024-03-05 was a good day', 'Black tea, 2024-03-05'])(
    'is a sentence if it says something else: %s',
    (line) => {
      expect(factsOf(`# Use tea\n\n${line}`)).toEqual([undefined, undefined, '']);
    },
  );
});

it.each([
  '**Status**\n\nAccepted\n\n**Date**\n\n2024-03-05\n\n**Deciders**\n\nAna, Bo',
  '**Estado:**\n\nAceptado\n\n**Fecha:**\n\n2024-03-05\n\n**Decisores:**\n\nAna, Bo',
])('reads what is below bold labels: %j', (head) => {
  expect(factsOf(`# Use tea\n\n${head}`)).toEqual(['accepted', '2024-03-05', 'Ana, Bo']);
});
