import { readFile } from 'node:fs/promises';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { madrStyle } from '@gavel/adr/style/madr-style.ts';
import { validateView } from '@gavel/local-slack/block-kit/validate.ts';
import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nastyText } from '../../../packages/adr/test/nasty-text.ts';
import { applyArchiveSettings } from '../../../src/record/archive-style.ts';
import { styleView } from '../../../src/slack/publish/style-view.ts';
import { en } from '../../../src/words/en/en.ts';
import type { StylePreview } from '../../../src/workflow/publish/style.ts';
import { readBlocks } from '../readable.ts';

const about = { channelId: 'C1' };

function previewOf(style = madrStyle, more: Partial<StylePreview> = {}, yaml = ''): StylePreview {
  const overridden = applyArchiveSettings(style, yaml);
  const learned = { ...overridden, votes: 'section', names: true } as const;
  return { learned, subject: 'example', title: 'Use Go', markdown: '# Use Go\n\n* Good, because x\n', ...more };
}

function read(preview: StylePreview): string {
  return readBlocks(styleView(en, preview, about, 0).blocks as KnownBlock[]);
}

/** One of the project's own fixtures, as the only file of an archive. */
async function fixture(name: string, as: string) {
  const text = await readFile(new URL(`../../../packages/adr/test/dialects/${name}.md`, import.meta.url), 'utf8');
  return learnStyle([{ name: as, text }]);
}

describe('styleView', () => {
  it('describes what was learned, and shows it', async () => {
    await expect(read(previewOf())).toMatchFileSnapshot('style-default.golden.txt');
  });

  it.each([
    ['adr-tools', '0008-x.md'],
    ['rules-and-marks', 'ADR-008-x.md'],
    ['nested-options', '008-x.md'],
    ['log4brains', '20261120-x.md'],
  ])('%s', async (name, as) => {
    await expect(read(previewOf(await fixture(name, as)))).toMatchFileSnapshot(`style-${name}.golden.txt`);
  });

  it('says what .gavel.yml pins, and which parts could not be used', () => {
    const said = read(
      previewOf(madrStyle, {}, 'style:\n  bullet: "-"\n  date: 27.12.2024\n  emphasis: "!"\n  font: bold\n'),
    );
    expect(said).toContain('*Pinned by .gavel.yml: *`bullet`, `date`');
    expect(said).toContain('⚠ line 4: .gavel.yml: “emphasis” takes “*” or “_”. It was left as it was learned.');
    expect(said).toContain('⚠ line 5: .gavel.yml: There is no setting “font”.');
  });

  it('says whose text it is', () => {
    expect(read(previewOf(madrStyle, { subject: 'form', title: 'Which <x>?' }))).toContain('# Your draft: Which <x>?');
    expect(read(previewOf(madrStyle, { subject: 'decision' }))).toContain('# As it stands: Use Go');
  });

  it('is a view that Slack accepts, whatever the archive contains', () => {
    const anyFile = fc.array(nastyText, { maxLength: 6 }).map((texts) => texts.join('\n\n'));
    const anyPreview = fc.tuple(anyFile, nastyText, fc.constantFrom(1, 400));
    fc.assert(
      fc.property(anyPreview, ([text, title, times]) => {
        const style = learnStyle([{ name: '0001-x.md', text: `# ${title}\n\n## ${title}\n\n${text}` }]);
        const preview = previewOf(
          style,
          { subject: 'form', title, markdown: text.repeat(times) },
          `style:\n  ${title}`,
        );
        expect(validateView(styleView(en, preview, about, 0))).toEqual([]);
        expect(validateView(styleView(en, preview, about, 1_000))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
