import { amendAdr } from '@gavel/adr/amend/amend.ts';
import type { AdrContent } from '@gavel/adr/content/content.ts';
import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { writeNewAdr } from '@gavel/adr/write/write-adr.ts';
import { describe, expect, it } from 'vitest';
import { bareContent } from '../bare-content.ts';

const rest = '\n\n## Context\n\nWe have cups.\n\n## Decision\n\nWe use cups.\n\n## Consequences\n\n- Dishes\n';
const file = (head: string, number = 9) => `# ADR-000${number}: Use cups\n\n${head}${rest}`;

const date = '2026-11-20';
const to = { number: 12, title: 'Use big cups', file: '0012-use-big-cups.md' };
const link = '[ADR-0012](0012-use-big-cups.md)';
const superseding = { link: 'superseded by', to, date } as const;

const decision: AdrContent = {
  ...bareContent,
  number: 6,
  title: 'Use cups',
  status: undefined,
  date,
  bodies: { context: 'We have cups.', outcome: 'We use cups.', consequences: '- Dishes' },
};

/** Heads with “accepted” ticked, the same superseded, and the same with “rejected”. */
const houses: Readonly<Record<string, readonly [accepted: string, superseded: string, rejected: string]>> = {
  'a section': [
    '## Status\n\n- [ ] Proposed\n- [x] Accepted\n- [ ] Superseded',
    `## Status\n\n- [ ] Proposed\n- [ ] Accepted\n- [x] Superseded by ${link}`,
    '## Status\n\n- [ ] Proposed\n- [ ] Accepted\n- [ ] Superseded\n- [x] Rejected',
  ],
  'a list below its label': [
    '**Status:**\n\n* [ ] Draft\n* [X] Approved\n* [ ] Rejected\n* [ ] Superseded by: ____\n\n**Date:** 2026-11-20',
    `**Status:**\n\n* [ ] Draft\n* [ ] Approved\n* [ ] Rejected\n* [X] Superseded by ${link}\n\n**Date:** 2026-11-20`,
    '**Status:**\n\n* [ ] Draft\n* [ ] Approved\n* [X] Rejected\n* [ ] Superseded by: ____\n\n**Date:** 2026-11-20',
  ],
  'a list in a list': [
    '- Status:\n  - [ ] Proposed\n  - [x] Accepted\n  - [ ] Superseded by\n- Date: 2026-11-20',
    `- Status:\n  - [ ] Proposed\n  - [ ] Accepted\n  - [x] Superseded by ${link}\n- Date: 2026-11-20`,
    '- Status:\n  - [ ] Proposed\n  - [ ] Accepted\n  - [ ] Superseded by\n  - [x] Rejected\n- Date: 2026-11-20',
  ],
  'one line': [
    '**Status:** [x] Accepted [ ] Rejected [ ] Superseded\n**Date:** 2026-11-20',
    `**Status:** [ ] Accepted [ ] Rejected [x] Superseded by ${link}\n**Date:** 2026-11-20`,
    '**Status:** [ ] Accepted [x] Rejected [ ] Superseded\n**Date:** 2026-11-20',
  ],
  'a cell': [
    '| Status | Date |\n|---|---|\n| ☐ Proposed<br>☑ Accepted<br>☐ Superseded | 2026-11-20 |',
    `| Status | Date |\n|---|---|\n| ☐ Proposed<br>☐ Accepted<br>☑ Superseded by ${link} | 2026-11-20 |`,
    '| Status | Date |\n|---|---|\n| ☐ Proposed<br>☐ Accepted<br>☐ Superseded<br>☑ Rejected | 2026-11-20 |',
  ],
  Japanese: [
    '## ステータス\n\n* [ ] 提案\n* [x] 承認\n* [ ] 却下',
    `## ステータス\n\n* [ ] 提案\n* [ ] 承認\n* [ ] 却下\n* [x] 置き換え済み: ${link}`,
    '## ステータス\n\n* [ ] 提案\n* [ ] 承認\n* [x] 却下',
  ],
};

describe('boxes for statuses', () => {
  it.each(Object.entries(houses))('in %s: the ticked one is the status', (_, [accepted, , rejected]) => {
    expect(readAdrEntry(file(accepted), '0009-x.md')).toMatchObject({ status: 'accepted', links: [] });
    expect(readAdrEntry(file(rejected), '0009-x.md').status).toBe('rejected');
    expect(readAdrEntry(file(accepted.replace(/\[[xX]\]/, '[ ]').replace('☑', '☐')), '0009-x.md').status).toBe(
      undefined,
    );
  });

  it.each(Object.entries(houses))('in %s: another one is ticked, and every other byte stays', (_, [before, after]) => {
    const amended = amendAdr(file(before), superseding);
    expect(amended).toBe(file(after));
    expect(readAdrEntry(amended, '0009-x.md')).toMatchObject({
      status: 'superseded',
      links: [{ kind: 'superseded by', file: to.file }],
    });
    expect(amendAdr(amended, superseding)).toBe(amended);
  });

  it.each(Object.entries(houses))('in %s: a new ADR has them', (_, [accepted, superseded, rejected]) => {
    const style = learnStyle(
      [accepted, superseded, accepted, accepted].map((head, index) => ({
        name: `000${index + 1}-use-cups.md`,
        text: file(head, index + 1),
      })),
    );
    const write = (word: string) => writeNewAdr({ ...decision, status: { word, remainder: '' } }, style);
    expect(write('accepted')).toBe(file(accepted, 6));
    expect(write('rejected')).toBe(file(rejected, 6));
  });

  it('say nothing of what waits for a link as long as they are not ticked', () => {
    const head = '## Status\n\n- [x] Accepted\n- [ ] Superseded by [ADR-0003](0003-use-mugs.md)';
    expect(readAdrEntry(file(head), '0009-x.md')).toMatchObject({ status: 'accepted', links: [], named: [] });
  });

  it('keep the steps that a house ticks one after the other', () => {
    const steps = '## Status\n\n- [x] Proposed\n- [x] Accepted (2025-01-02)\n- [ ] Deprecated';
    expect(readAdrEntry(file(steps), '0009-x.md')).toMatchObject({ status: 'accepted', date: '2025-01-02' });
    expect(amendAdr(file(steps), { status: 'deprecated', date })).toBe(file(steps.replace('[ ]', '[x]')));
  });

  it.each([
    '## Status\n\n✅ Accepted',
    '## Status\n\nAccepted\n\n- [ ] Tell the team\n- [x] Order cups',
    '## Status\n\n- Accepted\n- [ ] Write it down',
  ])('are not found in anything else: %j', (head) => {
    const amended = amendAdr(file(head), superseding);
    expect(amended).toContain(`Superseded by ${link}`);
    expect(amended.split('\n')).toHaveLength(file(head).split('\n').length);
  });

  it('are as in a template of the house in which none is ticked', () => {
    const template = file('## Status\n\n- [ ] Proposed\n- [ ] Accepted\n- [ ] Superseded');
    const style = learnStyle([{ name: 'template.md', text: template }]);
    expect(writeNewAdr({ ...decision, status: { word: 'accepted', remainder: '' } }, style)).toContain(
      '- [ ] Proposed\n- [x] Accepted\n- [ ] Superseded\n',
    );
  });
});
