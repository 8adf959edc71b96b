import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inDialect, inLanguage } from '../../packages/adr/test/write/any-decision.ts';
import { housesWithFacts } from '../../packages/adr/test/write/recall-houses.ts';
import { checkRecall, emptyRecallForm, type Recall } from '../../src/decision/recall/recall.ts';
import { emptyForm } from '../../src/workflow/propose/new-form.ts';
import { fillIn } from '../../src/workflow/propose/pasted-draft.ts';
import { adrOfRecord } from './adr-of-record.ts';
import { recordOfDraft } from './draft-record.ts';
import { minimal } from './sample-records.ts';

const today = '2026-11-20';

const recalls: fc.Arbitrary<Recall> = fc.record({
  tags: fc.uniqueArray(fc.constantFrom('zstorage', 'zc#', 'zci/cd', 'zöl', 'zデータ', 'zdata-base'), { maxLength: 3 }),
  affects: fc.uniqueArray(
    fc.constantFrom('zsrc/**', 'zsrc/{api,web}/*.ts', 'zlib/a_b_c/*', 'zapp/[slug]/page.tsx', 'zdocs/a b/*.md'),
    { maxLength: 3 },
  ),
  revisit: fc.record({
    on: fc.constantFrom(undefined, '2037-03-01', '2037-12-27'),
    when: fc.constantFrom(undefined, 'ztraffic doubles', 'zit costs more than `10` *euros*, or nobody likes it'),
  }),
});

const house: fc.Arbitrary<HouseStyle> = fc.oneof(
  fc.constantFrom(...housesWithFacts).map(({ files }) => learnStyle(files)),
  inDialect.map(({ style, wrapping }) => ({ ...style, wrapping })),
  inLanguage.map(({ style, wrapping }) => ({ ...style, wrapping })),
);

const runs = 150 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);

const paste = (text: string) => fillIn(emptyForm('', new Date(0)), text, { seed: 'x', today });

/** Front matter shows plain text. */
const plain = ({ revisit, ...others }: Recall) => ({
  ...others,
  revisit: { ...revisit, when: revisit.when?.replaceAll(/[*_`]/g, '') },
});

const countIn = (text: string, words: string) => text.split(words).length - 1;

describe('a proposal that is written as an ADR and pasted', { timeout: 180_000 + runs * 1_000 }, () => {
  it('has the same tags, paths and time to look again, in any house', () => {
    fc.assert(
      fc.property(recalls, house, (recall, style) => {
        const text = adrOfRecord({ ...minimal, recall }, style);
        const { recall: form = emptyRecallForm, remarks } = paste(text);
        expect({ text, remarks, ...plain(checkRecall(form, today)) }).toEqual({ text, remarks, ...plain(recall) });
      }),
      { numRuns: runs },
    );
  });

  it('says each of them once when it is written again, in any other house', () => {
    fc.assert(
      fc.property(recalls, house, house, (recall, style, other) => {
        const text = adrOfRecord({ ...minimal, recall }, style);
        const again = adrOfRecord({ ...recordOfDraft(text), recall }, other);
        const written = { ...recall.revisit, day: recall.revisit.on && '2037' };
        const said = [...recall.tags, ...recall.affects, written.when?.split(' ')[0], written.day].filter(
          (one) => one !== undefined,
        );
        const counts = said.map((one) => [one, countIn(again.replaceAll('\\', ''), one)]);
        expect({ text, again, counts }).toEqual({ text, again, counts: said.map((one) => [one, 1]) });
      }),
      { numRuns: runs },
    );
  });
});
