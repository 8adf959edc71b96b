import { examineArchive } from '@gavel/adr/doctor/archive.ts';
import { validateView } from '@gavel/local-slack/block-kit/validate.ts';
import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nastyText } from '../../../packages/adr/test/nasty-text.ts';
import { doctorView } from '../../../src/slack/follow/doctor-view.ts';
import { en } from '../../../src/words/en/en.ts';
import { readBlocks } from '../readable.ts';

function examine(files: Readonly<Record<string, string>>) {
  const all = Object.entries(files).map(([name, text]) => ({ name, text }));
  return { ...examineArchive(all, () => false), ruleDoubts: [] };
}

const about = { channelId: 'C1' };
const blocksOf = (view: ReturnType<typeof doctorView>) => view.blocks as KnownBlock[];

describe('doctorView', () => {
  it('shows figures, errors, suggested numbers and warnings', async () => {
    const health = examine({
      '0001-a.md': '# A\n\n## Status\n\nSuperseded\n\n## Context\n\nx\n\n## Decision\n\ny\n',
      '0003-b.md': '---\nstatus: accepted\ndate: 2026-01-01\n---\n# 3. B <b>\n\nSee [A](0001-gone.md).\n',
      '0003-c.md': '---\nstatus: accepted\ndate: 2026-02-01\n---\n# 3. C\n\nSee [A](0001-a.md).\n',
      'README.md': '* [C](0003-c.md)\n',
    });
    await expect(readBlocks(blocksOf(doctorView(en, health, about, 0)))).toMatchFileSnapshot('doctor.golden.txt');
  });

  it('says so when there is nothing to fix', () => {
    const text = '---\nstatus: accepted\ndate: 2026-01-01\n---\n# A\n\n## Context\n\nx\n\n## Decision\n\ny\n';
    expect(readBlocks(blocksOf(doctorView(en, examine({ '0001-a.md': text }), about, 0)))).toBe(
      '1 ADR, all kept exactly when rewritten, 0 errors.\n:white_check_mark: Nothing to mend.\n',
    );
  });

  it('has pages for many, each acceptable to Slack, and shows the closest when one is gone', () => {
    const many = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`0001-${'long-'.repeat(30)}${index}.md`, '[x](gone.md)']),
    );
    const health = examine(many);
    const first = doctorView(en, health, about, 0);
    const pages = Number(/Page 1 of (\d+)/.exec(JSON.stringify(first))?.[1]);
    expect(pages).toBeGreaterThan(3);
    for (let page = 0; page < pages; page += 1) expect(validateView(doctorView(en, health, about, page))).toEqual([]);
    expect(JSON.stringify(doctorView(en, health, about, pages + 5))).toContain(`Page ${pages} of ${pages}`);
  });

  it('is a view that Slack accepts, whatever is in the files', () => {
    const anyFiles = fc.dictionary(
      nastyText.map((name) => `0001-${name}.md`),
      nastyText,
      { maxKeys: 6 },
    );
    fc.assert(
      fc.property(anyFiles, (files) => {
        expect(validateView(doctorView(en, examine(files), about, 0))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
