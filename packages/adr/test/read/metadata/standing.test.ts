import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { describe, expect, it } from 'vitest';

/** The status of an ADR by its path, with what its file says of it. */
function statusOf(fileName: string, said: string): string | undefined {
  const [head = '', body = 'C'] = said.split(' // ');
  return readAdrEntry(`# T\n\n${head}\n\n## Context\n\n${body}\n\n## Decision\n\nD\n`, fileName).status;
}

describe('the status of an ADR', () => {
  it.each([
    ['_superseded/tea.md', '', 'superseded'],
    ['rejected/0007-tea.md', '', 'rejected'],
    ['docs/2-deprecated/cups/0007-tea.md', '', 'deprecated'],
    ['proposals/0007-tea.md', '', undefined],
    ['proposed/0007-tea.md', '', 'proposed'],
    ['drafts/0007-tea.md', '', 'draft'],
    ['abgelehnt/0007-tee.md', '', 'rejected'],
    ['open/0007-tea.md', '', undefined],
    ['rfcs/0007-tea.md', '', undefined],
    ['review/0007-tea.md', '', undefined],
    ['superseded-by-cups/0007-tea.md', '', undefined],
    ['0007-deprecated-tea.md', '', undefined],
  ])('is that of its folder if its file says none: %s', (fileName, said, status) => {
    expect(statusOf(fileName, said)).toBe(status);
  });

  it.each([
    ['superseded/0007-tea.md', 'Status: accepted', 'superseded'],
    ['rejected/0007-tea.md', 'Status: proposed', 'rejected'],
    ['rejected/0007-tea.md', 'Status: superseded', 'superseded'],
    ['proposed/0007-tea.md', 'Status: accepted', 'accepted'],
    ['drafts/0007-tea.md', 'Status: not taken up', undefined],
  ])('is that of a folder for ADRs that ended before an earlier one of its file: %s, %s', (fileName, said, status) => {
    expect(statusOf(fileName, said)).toBe(status);
  });

  it.each([
    ['Superseded by [cups](0009-cups.md).', 'superseded'],
    ['> SUPERSEDED BY ADR-0009', 'superseded'],
    ['This ADR has been superseded by [cups](0009-cups.md).', 'superseded'],
    ['This decision was replaced by [cups](0009-cups.md).', 'superseded'],
    [' // Superseded by [cups](/adr/cups)', 'superseded'],
    ['## Superseded by [cups](0009-cups.md)', 'superseded'],
    ['The old rack was superseded by [cups](0009-cups.md).', undefined],
    ['See [cups](0009-cups.md).', undefined],
  ])('is superseded if a line at its beginning says so, and no status: %s', (said, status) => {
    expect(statusOf('0007-tea.md', said)).toBe(status);
  });

  it.each([
    ['Status: accepted\n\nSuperseded by [cups](0009-cups.md)', 'superseded'],
    ['## Status\n\nAccepted\n\n* Superceded by [9. Cups](0009-cups.md)', 'superseded'],
    ['## Status\n\nAccepted  \nSuperseded by ADR-0009 (2026-03-04).', 'superseded'],
    ['* Status: accepted\n* Date: 2026-03-04\n* Superseded by: [cups](0009-cups.md)', 'superseded'],
    ['## Status\n\nAccepted\n\nSuperseded by [cups](0009-cups.md) for the large ones', 'accepted'],
    ['## Status\n\nAccepted\n\nPartially superseded by [cups](0009-cups.md)', 'accepted'],
    ['## Status\n\nAccepted\n\n## Notes\n\nSuperseded by [cups](0009-cups.md)', 'accepted'],
    ['* Status: accepted\n* Superseded by: none\n* See [cups](0009-cups.md)', 'accepted'],
  ])('is superseded if a line right below the status says so of all of it: %s', (said, status) => {
    expect(statusOf('0007-tea.md', said)).toBe(status);
  });

  it.each([
    ['Accepted — Superseded by [cups](0009-cups.md) (02-03-2026)', 'superseded'],
    ['Accepted — **Superseded by [ADR-0009](file:///home/tea/0009-cups.md) (02-03-2026)**', 'superseded'],
    ['Accepted, superseded by ADR-0009', 'superseded'],
    ['Accepted (superseded by ADR-0009)', 'superseded'],
    ['Accepted / Superseded by [ADR-0009](0009-cups.md).', 'superseded'],
    ['Accepted; superseded by ADR-0009', 'superseded'],
    ['Aceptado — **Superado por [ADR-0009](0009-cups.md)**', 'superseded'],
    ['Akzeptiert – ersetzt durch ADR-0009', 'superseded'],
    ['Accepté — remplacé par ADR-0009', 'superseded'],
    ['Принято — заменено ADR-0009', 'superseded'],
    ['Accepted, partially superseded by ADR-0009', 'accepted'],
    ['Accepted — superseded by ADR-0009 for the large cups', 'accepted'],
    ['Accepted (the shelf was superseded by ADR-0009)', 'accepted'],
    ['Accepted (will be superseded by ADR-0009)', 'accepted'],
    ['Accepted, supersedes ADR-0009', 'accepted'],
    ['채택(Accepted). 3항의 찻잔은 대체됨(Superseded by ADR 0009)', 'accepted'],
  ])('is superseded if the words behind the status say so of all of it: %s', (said, status) => {
    expect(statusOf('0007-tea.md', `## Status\n\n${said}`)).toBe(status);
    expect(statusOf('0007-tea.md', `- Status: ${said}\n- Date: 2026-01-01`)).toBe(status);
  });

  it('is shown in the words that say it', () => {
    const textOf = (fileName: string, head: string) => readAdrEntry(`# T\n\n${head}\n`, fileName).statusText;
    expect(textOf('_superseded/tea.md', 'Status: accepted')).toBe('superseded');
    expect(textOf('tea.md', 'Superseded by [cups](cups.md)')).toBe('Superseded by cups');
    expect(textOf('tea.md', 'Status: accepted — superseded by [ADR-9](9.md)')).toBe('accepted — superseded by ADR-9');
    expect(textOf('proposed/tea.md', 'Status: accepted')).toBe('accepted');
  });
});
