import { validateEntities } from '@gavel/local-slack/work-object/entity.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hidesTally } from '../../../src/decision/decision.ts';
import { CardDrawings } from '../../../src/slack/card/card-drawing.ts';
import { cardObject, detailedObject } from '../../../src/slack/object/card-object.ts';
import { en } from '../../../src/words/en/en.ts';
import { languages } from '../../../src/words/languages.ts';
import { anyView } from '../any-decision.ts';

const items = new Set(['slack#/entities/item']);
const channel = 'https://example.slack.com/archives/C1';

describe('a decision as a Work Object', () => {
  it.each(Object.values(languages))('is one that Slack takes, whatever people type, in $name', (language) => {
    fc.assert(
      fc.property(anyView, (view) => {
        const object = { repository: 'decisions', fileUrl: undefined, boundDecisionId: view.decision.id };
        const entity = cardObject(language, { ...view, object }, channel);
        expect(validateEntities([entity], items)).toEqual([]);
        expect(entity?.external_ref).toEqual({ id: view.decision.id, type: 'decision' });
      }),
      { seed: 14, numRuns: 300 },
    );
  });

  it('has no votes of a tally that is hidden', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        fc.pre(view.tally !== undefined && hidesTally(view.decision));
        const fields = cardObject(en, view, channel)?.entity_payload.custom_fields ?? [];
        const turnout = fields.find(({ key }) => key === 'turnout');
        const titles = view.decision.options.map(({ title }) => title).filter((title) => title.length > 20);
        expect(titles.filter((title) => String(turnout?.value).includes(title))).toEqual([]);
      }),
      { seed: 14, numRuns: 40 },
    );
  });

  it('is not there without an address', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const nowhere = { ...view, decision: { ...view.decision, card: undefined } };
        expect(cardObject(en, nowhere)).toBeUndefined();
        expect(new CardDrawings().draw(en, nowhere).metadata).toBeUndefined();
      }),
      { seed: 14, numRuns: 20 },
    );
  });

  it('does not count as changed when only its address is another one', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const [one, other] = ['https://one.slack.com/', 'https://other.slack.com/'].map((url) => new CardDrawings(url));
        expect(one?.fingerprint(en, view)).toBe(other?.fingerprint(en, view));
      }),
      { seed: 14, numRuns: 20 },
    );
  });

  it('has each option and what was said about it in its details', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const { entity_payload: payload } = detailedObject(en, view, channel, undefined);
        const keys = payload.custom_fields?.map(({ key }) => key) ?? [];
        expect(keys.filter((key) => key.startsWith('option_'))).toHaveLength(view.decision.options.length);
        expect(keys.filter((key) => key === 'objections')).toHaveLength(view.decision.objections.length > 0 ? 1 : 0);
        expect(Math.max(...(payload.custom_fields ?? []).map(({ value }) => String(value).length))).toBeLessThanOrEqual(
          3_000,
        );
      }),
      { seed: 14, numRuns: 50 },
    );
  });
});
