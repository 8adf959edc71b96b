import { describe, expect, it } from 'vitest';
import type { Bond, Decision } from '../../../src/decision/decision.ts';
import { hintAtBond, wordBond } from '../../../src/slack/propose/bond-text.ts';
import { en } from '../../../src/words/en/en.ts';
import type { CardView } from '../../../src/workflow/ports/chat/chat.ts';
import type { Publication } from '../../../src/workflow/ports/publication.ts';
import { because, closesAt, decision, option, people } from '../../decision/sample.ts';
import { readWords } from '../readable.ts';

const bond: Bond = { kind: 'supersedes', adrId: 3, number: 3, title: 'Use <Go>' };
const options = [option(0, 'Deprecate it & be done'), option(1, 'Keep it')];
const published: Publication = {
  archive: 'a',
  number: 7,
  fileName: '0007-x.md',
  commit: '0123456',
  commitUrl: undefined,
  state: 'committed',
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
  outcome: {
    chosenOptionId,
    reason: because(''),
    consequences: [],
    decidedBy: undefined,
    decidedAt: closesAt,
    departures: [],
  },
});

const read = (changes: Partial<Decision>, more?: Partial<CardView>) =>
  readWords(wordBond(en, view(changes, more)) ?? []);

const kinds = ['supersedes', 'amends', 'deprecates'] as const;

const by = { name: 'ADR 0010 Use <Rust>', url: undefined };
const keeping = { ...bond, keepingOptionId: 'o2' };

const moments: readonly (readonly [string, Partial<Decision>, Partial<CardView>?])[] = [
  ['proposed', {}],
  ['accepted: first option', { status: 'accepted', ...chosen('o1') }],
  ['the same, published', { status: 'accepted', ...chosen('o1') }, { publication: published }],
  ['accepted: second option, published', { status: 'accepted', ...chosen('o2') }, { publication: published }],
  ['rejected', { status: 'rejected', ...chosen(undefined) }, { publication: published }],
  ['withdrawn', { status: 'withdrawn' }],
];

describe('what a card says about the ADR that its decision is bound to', () => {
  it('by the kind of the bond and what became of the decision', async () => {
    const lines = kinds.flatMap((kind) => [
      `# ${kind}`,
      en.bonds.announce(kind, bond, true),
      en.bonds.announce(kind, bond, false),
      ...moments.map(([name, changes, more]) => `${name}: ${read({ ...changes, bond: { ...bond, kind } }, more)}`),
      '',
    ]);
    await expect(lines.join('\n')).toMatchFileSnapshot('bond-text.golden.txt');
  });

  it('with an option to keep it, and when something has come before', async () => {
    const obstacles = {
      'superseded by one that is known': { kind: 'superseded', by },
      'superseded by something': { kind: 'superseded', by: undefined },
      deprecated: { kind: 'deprecated', by: undefined },
      gone: { kind: 'gone', by: undefined },
    } as const;
    const say = (changes: Partial<Decision>, more?: Partial<CardView>) => read({ bond: keeping, ...changes }, more);
    const lines = [
      `proposed: ${say({})}`,
      `accepted: to keep it: ${say({ status: 'accepted', ...chosen('o2') })}`,
      `accepted: something else: ${say({ status: 'accepted', ...chosen('o1') })}`,
      ...Object.entries(obstacles).flatMap(([name, boundAdrObstacle]) => [
        '',
        `# ${name}`,
        `proposed: ${say({}, { boundAdrObstacle })}`,
        `accepted: to keep it: ${say({ status: 'accepted', ...chosen('o2') }, { boundAdrObstacle })}`,
        `accepted: something else: ${say({ status: 'accepted', ...chosen('o1') }, { boundAdrObstacle })}`,
        `withdrawn: ${say({ status: 'withdrawn' }, { boundAdrObstacle })}`,
      ]),
      '',
      '# in the form that edits it',
      `Option 1: ${hintAtBond(en, decision({ bond: keeping, options }), 'o1')}`,
      `Option 2: ${hintAtBond(en, decision({ bond: keeping, options }), 'o2')}`,
      `to deprecate it: ${hintAtBond(en, decision({ bond: { ...bond, kind: 'deprecates' }, options }), 'o1')}`,
    ];
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('bond-kept.golden.txt');
  });

  it('links what came before', () => {
    const boundAdrObstacle = { kind: 'superseded', by: { ...by, url: 'https://git.example.com/10.md' } } as const;
    expect(read({}, { boundAdrObstacle })).toContain('by ADR 0010 Use <Rust> (https://git.example.com/10.md).');
  });

  it('links the file where it is on the web', () => {
    const boundAdrUrl = 'https://git.example.com/decisions/blob/main/0003-use-go.md';
    expect(read({}, { boundAdrUrl })).toBe(`Supersedes ADR 0003 Use <Go> (${boundAdrUrl}) when accepted`);
  });

  it('nothing, without one', () => {
    expect(wordBond(en, view({ bond: undefined }))).toBeUndefined();
  });
});
