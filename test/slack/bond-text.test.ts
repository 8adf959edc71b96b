import { describe, expect, it } from 'vitest';
import type { Bond } from '../../src/decision/bond.ts';
import type { Decision } from '../../src/decision/decision.ts';
import { describeBond, wordBond } from '../../src/slack/bond-text.ts';
import type { CardView } from '../../src/workflow/ports/chat.ts';
import type { Publication } from '../../src/workflow/ports/store.ts';
import { closesAt, decision, option, people } from '../decision/sample.ts';

const bond: Bond = { kind: 'supersedes', adrId: 3, number: 3, title: 'Use <Go>' };
const options = [option(0, 'Deprecate it & be done'), option(1, 'Keep it')];
const published: Publication = {
  archive: 'a',
  number: 7,
  fileName: '0007-x.md',
  commit: '0123456',
  commitUrl: undefined,
  pushedAt: closesAt,
  trouble: undefined,
};

function view(changes: Partial<Decision>, more: Partial<CardView> = {}): CardView {
  const shown = decision({ bond, options, ...changes });
  return {
    decision: shown,
    tally: undefined,
    people: people({}),
    publication: undefined,
    boundAdrUrl: undefined,
    ...more,
  };
}

const chosen = (chosenOptionId: string | undefined) => ({
  outcome: { chosenOptionId, justification: '', consequences: [], decidedBy: undefined, decidedAt: closesAt },
});

const kinds = ['supersedes', 'amends', 'deprecates'] as const;

const moments: readonly (readonly [string, Partial<Decision>, Partial<CardView>?])[] = [
  ['proposed', {}],
  ['accepted: first option', { status: 'accepted', ...chosen('o1') }],
  ['the same, published', { status: 'accepted', ...chosen('o1') }, { publication: published }],
  ['accepted: second option, published', { status: 'accepted', ...chosen('o2') }, { publication: published }],
  ['rejected', { status: 'rejected', ...chosen(undefined) }, { publication: published }],
  ['withdrawn', { status: 'withdrawn' }],
];

describe('what a card says of the ADR that its decision is bound to', () => {
  it('by the kind of the bond and what became of the decision', async () => {
    const lines = kinds.flatMap((kind) => [
      `# ${kind}`,
      describeBond({ ...bond, kind }),
      ...moments.map(
        ([name, changes, more]) => `${name}: ${wordBond(view({ ...changes, bond: { ...bond, kind } }, more))}`,
      ),
      '',
    ]);
    await expect(lines.join('\n')).toMatchFileSnapshot('bond-text.golden.txt');
  });

  it('links the file where it is on the web', () => {
    const boundAdrUrl = 'https://git.example.com/decisions/blob/main/0003-use-go.md';
    expect(wordBond(view({}, { boundAdrUrl }))).toBe(
      `Supersedes <${boundAdrUrl}|ADR 0003 Use &lt;Go&gt;> when accepted`,
    );
  });

  it('nothing, without one', () => {
    expect(wordBond(view({ bond: undefined }))).toBeUndefined();
  });
});
