import { amendAdr } from '@gavel/adr/amend/amend.ts';
import { describe, expect, it } from 'vitest';

const amendment = {
  link: 'superseded by',
  to: { number: 9, title: 'Serve coffee', file: '0009-serve-coffee.md' },
  date: '2026-11-20',
} as const;

const amend = (text: string) => amendAdr(text, amendment);

describe('amending a file with several ADRs', () => {
  it.each([
    ['entries', '- Status: Accepted\n- Date: 2026-01-02\n'],
    ['sections', '#### Status\n\nAccepted\n'],
  ])('leaves it as it is, with statuses in %s', (_, status) => {
    const adr = (number: number) => `### ADR-00${number}: Serve tea ${number}\n\n${status}\nText.\n\n`;
    for (const title of ['', '# Kitchen\n\n']) {
      const text = `${title}## Drinks\n\n${adr(1)}${adr(2)}## Food\n\n${adr(3)}`;
      expect(amend(text)).toBe(text);
    }
    const flat = `# Kitchen\n\n${adr(1)}${adr(2)}`.replaceAll('###', '##');
    expect(amend(flat)).toBe(flat);
  });

  it.each([
    ['below the title', '# ADR-3: Serve tea\n\n- Status: Accepted\n'],
    ['in a section', '# ADR-3: Serve tea\n\n## Status\n\nAccepted\n'],
    ['in the front matter', '---\nstatus: Accepted\n---\n\n# Serve tea\n'],
  ])('changes an ADR with a status %s that has headings for others, too', (_, top) => {
    const text = `${top}\n## Related\n\n### ADR-1: Serve water\n\nFor all.\n\n### ADR-2: Serve milk\n\nFor some.\n`;
    expect(amend(text)).toContain('0009-serve-coffee.md');
  });
});
