import { validateView } from '@gavel/local-slack/block-kit/validate.ts';
import type { KnownBlock } from '@slack/types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changesView } from '../../../src/slack/publish/changes-view.ts';
import { diffBlocks } from '../../../src/slack/publish/diff-blocks.ts';
import { en } from '../../../src/words/en/en.ts';
import { languages } from '../../../src/words/languages.ts';
import type { EditedAdr } from '../../../src/workflow/publish/review/show-edits.ts';
import { adrOfRecord } from '../../record/adr-of-record.ts';
import { accepted } from '../../record/sample-records.ts';
import { textWithin } from '../any-decision.ts';
import { readBlocks } from '../readable.ts';

const written = adrOfRecord(accepted);
const merged = written
  .replace('No event can get lost', 'No event can ever get lost')
  .replace('status: accepted', 'status: rejected')
  .replace('chosen: RabbitMQ', 'x')
  .replace('one more thing to be woken up for', 'it wakes us up at night')
  .concat('\n## Notes\n\nSee `docs/queues.md`.\n');
const edited: EditedAdr = {
  decisionId: 'd1',
  title: accepted.title,
  written,
  merged,
  difference: { isSame: false, status: { from: 'accepted', to: 'rejected' }, chosen: undefined },
};

/** The words that the blocks of a diff show, without those in one style. */
function wordsWithout(style: 'bold' | 'strike', blocks: readonly unknown[]): string {
  const pieces = JSON.stringify(blocks).matchAll(
    /\{"type":"text","text":(?<text>"(?:[^"\\]|\\.)*")(?<styled>[^}]*\})?/gu,
  );
  return [...pieces]
    .filter(({ groups }) => !(groups?.styled ?? '').includes(`"${style}":true`))
    .map(({ groups }) => String(JSON.parse(groups?.text ?? '""')))
    .join('')
    .replaceAll(/[\s⋯]+/gu, '');
}

const readView = (shown: EditedAdr) =>
  readBlocks(changesView(en, shown, 0).blocks.filter((block): block is KnownBlock => 'type' in block));

describe('how an ADR was edited in its review', () => {
  it('shows the lines that differ, with marked words and a few lines around', async () => {
    await expect(readView(edited)).toMatchFileSnapshot('changes.golden.txt');
  });

  it('says so when nothing differs', () => {
    const same = { ...edited, merged: written, difference: { isSame: true, status: undefined, chosen: undefined } };
    expect(readView(same)).toContain('The ADR is just as I wrote it.');
  });

  it('shows every word of both versions where all of it is near a change', () => {
    const line = fc.constantFrom('one', 'two three', '# four', '* five', 'six seven eight', 'six or eight', '🎉 ten');
    const text = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
    const words = (whole: string) => whole.replaceAll(/\s+/gu, '');
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after);
        const blocks = diffBlocks(before, after);
        expect([wordsWithout('bold', blocks), wordsWithout('strike', blocks)]).toEqual([words(before), words(after)]);
      }),
    );
  });

  it('is a view that Slack accepts on each page, whatever the texts', () => {
    const text = fc.array(textWithin(1_000), { maxLength: 20 }).map((paragraphs) => paragraphs.join('\n\n'));
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(languages)), text, text, (language, before, after) => {
        const one = { ...edited, written: before, merged: after };
        const first = changesView(language, one, 0);
        const last = changesView(language, one, 10_000);
        expect([...validateView(first), ...validateView(last)]).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});
