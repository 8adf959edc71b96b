import { describe, expect, it } from 'vitest';
import { isLanguageCode } from '../../src/decision/language-code.ts';
import { noObjections } from '../../src/decision/objection/objection-count.ts';
import { gatherFacts } from '../../src/decision/outcome/gather-facts.ts';
import { reachVerdict } from '../../src/decision/outcome/verdict.ts';
import type { FactsOf, VerdictFacts } from '../../src/decision/outcome/verdict-facts.ts';
import { readRule } from '../../src/decision/rule/read-rule.ts';
import { takeTally } from '../../src/decision/tally/tally.ts';
import type { Ballot } from '../../src/decision/vote/ballot.ts';
import { languages } from '../../src/words/languages.ts';
import { recordLanguages } from '../../src/words/record-languages.ts';
import { abstentionId, cast, electorateOf } from '../decision/rule/any-rule.ts';
import { ballot, option, options } from '../decision/sample.ts';

type Kind = VerdictFacts['kind'];

const six = [...options, option(3, 'Zig'), option(4, 'Kotlin'), option(5, 'Elixir')];

interface Vote {
  readonly rule?: unknown;
  readonly ballots?: readonly Ballot[];
  readonly deciders?: number;
  readonly objections?: VerdictFacts['objections'];
}

/** The facts of a vote, of seven deciders if not told otherwise. */
function after({ rule: parts = 'plurality', ballots = [], deciders = 7, objections = noObjections }: Vote) {
  const rule = readRule(parts);
  const tally = takeTally({
    options: six,
    ballots,
    deciders: electorateOf(deciders),
    ignored: new Set(),
    method: rule.method,
    abstentionId: rule.abstain === 'none' ? undefined : abstentionId,
  });
  return gatherFacts(reachVerdict(rule, tally, objections), tally);
}

function votes(given: Readonly<Record<string, number>>, more: Omit<Vote, 'ballots'> = {}) {
  return after({ ...more, ballots: cast(given) });
}

/** Points that each voter gives the first three options: “310 230”; dashes for somebody who abstains. */
function points(sheet: string, more: object = {}, deciders?: number) {
  const rows = sheet.split(' ').filter(Boolean);
  const ballots = rows.flatMap((row, index) =>
    row === '---'
      ? [ballot(`U${index + 1}`, abstentionId, index)]
      : [...row].map((score, nth) => ballot(`U${index + 1}`, `o${nth + 1}`, index, { score: Number(score) })),
  );
  return after({ rule: { method: 'score', ...more }, ballots, deciders: deciders ?? rows.length });
}

function each<K extends Kind>(
  kind: K,
  facts: Readonly<Record<string, VerdictFacts>>,
): Readonly<Record<string, FactsOf<K>>> {
  for (const one of Object.values(facts)) expect(one.kind).toBe(kind);
  return facts as Readonly<Record<string, FactsOf<K>>>;
}

/** Every kind of verdict, with the figures that make a difference to its words. */
const samples: { readonly [K in Kind]: Readonly<Record<string, FactsOf<K>>> } = {
  chosen: each('chosen', {
    'one ballot': votes({ o1: 1 }),
    'all who voted': votes({ o1: 2 }),
    'the most, one voter backing two': after({ ballots: [...cast({ o1: 3, o2: 1 }), ballot('U1', 'o2', 9)] }),
    'a thousand': votes({ o1: 1_000, o2: 200 }, { deciders: 2_500 }),
    'a majority, an objection resolved': votes(
      { o1: 4, o2: 1 },
      { rule: 'majority', objections: { standing: 0, resolved: 1 } },
    ),
    'some abstained, and an objection stands that only warns': votes(
      { o1: 3, o2: 1, abstain: 1 },
      { rule: 'majority', objections: { standing: 1, resolved: 2 } },
    ),
    'all but those who abstained, and objections overridden': votes(
      { o1: 4, abstain: 1 },
      { rule: 'majority', objections: { standing: 0, resolved: 1, overridden: 1 } },
    ),
    'at least three': votes({ o1: 4 }, { rule: { 'least in favour': 3 } }),
    'silence that counts': votes({ o1: 1, o2: 2 }, { rule: 'lazy-consensus' }),
    'the silence of one': votes({ o1: 6 }, { rule: 'lazy-consensus' }),
    'silence alone': votes({}, { rule: 'lazy-consensus' }),
    'the most points': points('310 230', {}, 3),
    'a share of the points': points('310 230', { threshold: 'more than 1/2 of decisive', 'least in favour': 2 }),
    'silence that gives points': points('010', { silence: 'assent' }, 2),
  }),
  blocked: each('blocked', {
    'by one objection': votes({ o1: 7 }, { rule: 'unanimous', objections: { standing: 1, resolved: 0 } }),
    'until a second person confirms that one was overridden': votes(
      { o1: 7 },
      { rule: 'unanimous', objections: { standing: 0, resolved: 0, overridden: 1, unconfirmed: 1 } },
    ),
    'by two, beside others': votes(
      { o1: 7 },
      { rule: 'unanimous', objections: { standing: 2, resolved: 1, overridden: 1 } },
    ),
  }),
  tied: each('tied', {
    'two level': votes({ o1: 1, o2: 1 }),
    'all six level': after({ ballots: six.map(({ id }) => ballot('U1', id)) }),
    'level in points': points('110'),
  }),
  'threshold missed': each('threshold missed', {
    'too few votes': votes({ o1: 3, o2: 2 }, { rule: 'two-thirds' }),
    'too few for several': votes({ o1: 2, o2: 2 }, { rule: 'majority' }),
    'too few in all': votes({ o1: 2 }, { rule: { 'least in favour': 3 } }),
    'too few points': points('100', { threshold: 'at least all of eligible' }, 2),
  }),
  'no quorum': each('no quorum', { 'two of four': votes({ o1: 2 }, { rule: 'majority' }) }),
  'no votes': each('no votes', {
    'nobody voted': votes({}),
    'an adviser only': after({ ballots: [ballot('UHAL', 'o1')] }),
    'abstentions only': votes({ abstain: 5 }, { rule: 'majority' }),
    'no points': points('000 ---', { abstain: 'quorum only' }, 3),
    'nobody is left': votes({}, { rule: 'majority', deciders: 0 }),
  }),
};

describe.each(Object.values(recordLanguages))('verdicts in the records of $code', ({ code, verdicts }) => {
  it('say what a rule makes of a vote, and why', async () => {
    const told = Object.entries(samples).flatMap(([kind, ofKind]) =>
      Object.entries(ofKind).map(([title, facts]) => {
        const { explain, conclude, giveReason } = verdicts;
        const [whole, last] = [explain(facts), conclude(facts)];
        const alone = isLanguageCode(code) ? languages[code].verdicts.figures(facts) : whole;
        return [
          `${kind}, ${title}:`,
          whole,
          ...(last === whole ? [] : [`at the end: ${last}`]),
          ...(alone === whole ? [] : [`figures: ${alone}`]),
          `why: ${giveReason({ by: 'rule', verdict: facts })}`,
          '',
        ].join('\n');
      }),
    );
    await expect(told.join('\n')).toMatchFileSnapshot(`${code}/verdicts.golden.txt`);
  });

  it('leave what an earlier version told as it was', () => {
    const before = { kind: 'told before', text: 'No quorum: 2 of 7 deciders voted.' } as const;
    expect([verdicts.explain(before), verdicts.conclude(before)]).toEqual([before.text, before.text]);
  });
});

describe.each(Object.values(languages))('verdicts in $code', ({ verdicts }) => {
  it('justify what was chosen, and reject the rest', () => {
    for (const [kind, ofKind] of Object.entries(samples)) {
      for (const facts of Object.values<VerdictFacts>(ofKind)) {
        expect([verdicts.justify(facts) !== '', verdicts.reject(facts) !== '']).toEqual(
          kind === 'chosen' ? [true, false] : [false, true],
        );
      }
    }
  });
});
