import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { expect, it } from 'vitest';
import { adrOfRecord } from './adr-of-record.ts';
import { minimal } from './sample-records.ts';

const style = learnStyle(
  [1, 2, 3, 4].map((n) => ({
    name: `000${n}-use-tea.md`,
    text: `<!-- License: MIT -->\n\n# ${n}. Use tea\n\n<Facts />\n\n## Context\n\nC ${n}\n\n## Decision\n\nD ${n}\n`,
  })),
);
const sections = [{ heading: 'Rollout', markdown: 'Soon, with `tea()`.\n\n- first' }];

it('what a house has around its titles leaves what people write as it is', () => {
  const adr = adrOfRecord({ ...minimal, sections }, style);
  expect(adr).toMatch(/^<!-- License: MIT -->\n\n# 7\. [^\n]+\n\n<Facts \/>\n\n## Context\n/);
  expect(adr).toContain('Soon, with `tea()`.\n\n* first');
});

it('HTML that people write is text there, too', () => {
  const adr = adrOfRecord({ ...minimal, sections: [{ heading: 'Rollout', markdown: '<b>Soon</b>' }] }, style);
  expect(adr).toContain('\\<b>Soon');
});
