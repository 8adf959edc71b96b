import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Ballot,
  noteReactions,
  plainEmoji,
  reconcileBallots,
  toMicroseconds,
} from '../../../src/decision/vote/ballot.ts';
import { ballot } from '../sample.ts';

const card = '1.000100';
const earlierCard = '0.000100';

/** The store's rule: of the events about one person and option, the one with the greatest time stands. */
function apply(ballots: readonly Ballot[], events: readonly Ballot[]): Ballot[] {
  const standing = new Map(ballots.map((known) => [`${known.optionId} ${known.userId}`, known]));
  for (const event of events) {
    const key = `${event.optionId} ${event.userId}`;
    if ((standing.get(key)?.eventUs ?? -1) < event.eventUs) standing.set(key, event);
  }
  return [...standing.values()];
}

function castOn(ballots: readonly Ballot[], cardTs: string): string[] {
  const cast = ballots.filter((known) => known.isCast && known.cardTs === cardTs);
  return cast.map(({ optionId, userId }) => `${optionId} ${userId}`).toSorted();
}

function listed(reactions: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  return [...reactions].flatMap(([optionId, users]) => [...users].map((userId) => `${optionId} ${userId}`)).toSorted();
}

describe('plainEmoji', () => {
  it.each([
    ['one', 'one'],
    ['keycap_ten', 'keycap_ten'],
    ['ten', 'keycap_ten'],
    ['thumbsup', '+1'],
    ['+1', '+1'],
    ['+1::skin-tone-4', '+1'],
    ['thumbsup::skin-tone-2', '+1'],
    ['thumbsdown::skin-tone-6', '-1'],
    ['wave::skin-tone-3', 'wave'],
    ['couple::skin-tone-2::skin-tone-5', 'couple'],
    ['wave::skin-tone-9', 'wave::skin-tone-9'],
    ['constructor', 'constructor'],
    ['__proto__', '__proto__'],
  ])('calls %s %s', (reaction, expected) => {
    expect(plainEmoji(reaction)).toBe(expected);
  });
});

describe('toMicroseconds', () => {
  it.each([
    ['1700000000.000200', 1_700_000_000_000_200],
    ['1700000000.0002', 1_700_000_000_000_200],
    ['1700000000.999999', 1_700_000_000_999_999],
    ['4102444800.000001', 4_102_444_800_000_001],
  ])('reads %s', (eventTs, expected) => {
    expect(toMicroseconds(eventTs)).toBe(expected);
    expect(Number.isSafeInteger(toMicroseconds(eventTs))).toBe(true);
  });

  it.each(['', '1700000000', '1700000000.', '.5', '-1.0', '1e9.0', '1.0000001', '12345678901.0', 'now'])(
    'refuses %j',
    (eventTs) => {
      expect(() => toMicroseconds(eventTs)).toThrow(RangeError);
    },
  );
});

function pressed(isCast: boolean, button: Ballot['button'] = 'not compared', cardTs = card): Ballot {
  return ballot('UANA', 'o1', 50, { isCast, button, cardTs });
}

describe('noteReactions', () => {
  it.each<[string, Ballot, readonly string[], readonly Ballot[]]>([
    ['that there is none', pressed(true), [], [{ ...pressed(true, 'not listed'), eventUs: 51 }]],
    ['that there is one', pressed(false), ['UANA'], [{ ...pressed(false, 'listed'), eventUs: 51 }]],
    ['nothing that is known', pressed(true, 'not listed'), [], []],
    ['nothing that changes what counts', pressed(true, 'listed'), [], []],
    ['a later reaction that says the same', pressed(true, 'not listed'), ['UANA'], [ballot('UANA', 'o1', 51)]],
    [
      'a reaction that was removed since, like the ballot',
      pressed(false, 'listed'),
      [],
      [ballot('UANA', 'o1', 51, { isCast: false })],
    ],
    ['nothing of a ballot from a reaction', ballot('UANA', 'o1', 50), [], []],
  ])('notes %s', (_, one, listed, noted) => {
    expect(noteReactions([one], new Map([['o1', new Set(listed)]]), card)).toEqual(noted);
  });
});

describe('reconcileBallots', () => {
  it.each<[string, readonly Ballot[], Readonly<Record<string, readonly string[]>>, readonly Ballot[]]>([
    ['leaves alone what the list confirms', [ballot('UANA', 'o1', 50)], { o1: ['UANA'] }, []],
    ['casts what it never heard of, before any event', [], { o1: ['UANA'] }, [ballot('UANA', 'o1', 0)]],
    [
      'casts again what was retracted',
      [ballot('UANA', 'o1', 50, { isCast: false })],
      { o1: ['UANA'] },
      [ballot('UANA', 'o1', 51)],
    ],
    ['retracts what is not listed', [ballot('UANA', 'o1', 50)], {}, [ballot('UANA', 'o1', 51, { isCast: false })]],
    ['lets a retracted one be', [ballot('UANA', 'o1', 50, { isCast: false })], {}, []],
    ['lets a ballot of an earlier, deleted card stand', [ballot('UANA', 'o1', 50, { cardTs: earlierCard })], {}, []],
    [
      'tells options apart',
      [ballot('UANA', 'o1', 50)],
      { o2: ['UANA'] },
      [ballot('UANA', 'o2', 0), ballot('UANA', 'o1', 51, { isCast: false })],
    ],
    ['lets a ballot from a button be, which has no reaction', [pressed(true)], {}, []],
    ['lets a ballot that a button took back be, whose reaction is still there', [pressed(false)], { o1: ['UANA'] }, []],
    [
      'casts again what a button took back, if the reaction was added since',
      [pressed(false, 'not listed')],
      { o1: ['UANA'] },
      [ballot('UANA', 'o1', 51)],
    ],
    [
      'retracts a ballot from a button, if the reaction was removed since',
      [pressed(true, 'listed')],
      {},
      [ballot('UANA', 'o1', 51, { isCast: false })],
    ],
    ['lets what a button took back be, as before', [pressed(false, 'listed')], { o1: ['UANA'] }, []],
    ['lets a ballot from a button be, as before', [pressed(true, 'not listed')], {}, []],
    [
      'counts a reaction on a new card, where a button of the earlier card took it back',
      [pressed(false, 'not compared', earlierCard)],
      { o1: ['UANA'] },
      [ballot('UANA', 'o1', 51)],
    ],
  ])('%s', (_, ballots, list, corrections) => {
    const reactions = new Map(Object.entries(list).map(([optionId, users]) => [optionId, new Set(users)]));
    expect(reconcileBallots(ballots, reactions, card)).toEqual(corrections);
  });
});

const user = fc.constantFrom('UANA', 'UBO', 'UCHI');
const optionId = fc.constantFrom('o1', 'o2');
const event: fc.Arbitrary<Ballot> = fc.record({
  optionId,
  userId: user,
  isCast: fc.boolean(),
  score: fc.constant(1),
  eventUs: fc.integer({ min: 1, max: 1_000_000 }),
  cardTs: fc.constantFrom(card, earlierCard),
});
/** Ballots from buttons, among others. */
const anyBallot = fc
  .tuple(event, fc.constantFrom(undefined, 'not compared' as const, 'listed' as const, 'not listed' as const))
  .map(([one, button]): Ballot => ({ ...one, button }));
/** What happened, at different times. */
const events = fc.uniqueArray(event, { selector: ({ eventUs }) => eventUs, maxLength: 20 });
const reactions = fc
  .array(fc.tuple(optionId, fc.uniqueArray(user)), { maxLength: 3 })
  .map((pairs): ReadonlyMap<string, ReadonlySet<string>> => new Map(pairs.map(([id, users]) => [id, new Set(users)])));

describe('the laws of ballots', () => {
  it('events in any order, even repeated, lead to the same ballots', () => {
    const shuffled = events.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2, maxLength: all.length * 2 }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([inOrder, asTheyCame]) => {
        const sort = (ballots: readonly Ballot[]) => ballots.toSorted((a, b) => a.eventUs - b.eventUs);
        expect(sort(apply([], asTheyCame))).toEqual(sort(apply([], inOrder)));
      }),
    );
  });

  it('after reconciling, the ballots match Slack’s list, and nothing is left to correct', () => {
    fc.assert(
      fc.property(events, reactions, (heard, list) => {
        const known = apply([], heard);
        const corrected = apply(known, reconcileBallots(known, list, card));
        expect(reconcileBallots(corrected, list, card)).toEqual([]);

        const onEarlierCard = castOn(corrected, earlierCard);
        const expected = listed(list).filter((one) => !onEarlierCard.includes(one));
        expect(castOn(corrected, card)).toEqual(expected);
        // What was cast on an earlier card stands as it was.
        expect(onEarlierCard).toEqual(castOn(known, earlierCard));
      }),
    );
  });

  it('a first look changes no ballot from a button, and a second look at the same list changes nothing', () => {
    const ballots = fc.uniqueArray(anyBallot, { selector: ({ optionId, userId }) => `${optionId} ${userId}` });
    fc.assert(
      fc.property(ballots, reactions, (known, list) => {
        const look = (at: readonly Ballot[]) => [...reconcileBallots(at, list, card), ...noteReactions(at, list, card)];
        const changes = look(known);
        expect(look(apply(known, changes))).toEqual([]);
        const places = changes.map(({ optionId, userId }) => `${optionId} ${userId}`);
        expect(new Set(places).size).toBe(places.length);
        const isFresh = ({ button, cardTs }: Ballot) => button === 'not compared' && cardTs === card;
        for (const one of known.filter(isFresh)) {
          const after = apply([one], changes).find(({ optionId, userId }) => {
            return optionId === one.optionId && userId === one.userId;
          });
          expect(after?.isCast).toBe(one.isCast);
        }
      }),
    );
  });

  it('a reaction that changes after a look decides, however its event is lost', () => {
    const ballots = fc.uniqueArray(anyBallot, { selector: ({ optionId, userId }) => `${optionId} ${userId}` });
    fc.assert(
      fc.property(ballots, reactions, reactions, (known, first, second) => {
        const look = (at: readonly Ballot[], list: typeof first) =>
          apply(at, [...reconcileBallots(at, list, card), ...noteReactions(at, list, card)]);
        const seen = look(known, first);
        const after = look(seen, second);
        for (const one of seen.filter(({ button }) => button !== undefined)) {
          const had = (list: typeof first) => list.get(one.optionId)?.has(one.userId) ?? false;
          const left = after.find(({ optionId, userId }) => optionId === one.optionId && userId === one.userId);
          expect(left?.isCast).toBe(
            had(first) === had(second) ? one.isCast : had(second) || (one.cardTs !== card && one.isCast),
          );
        }
      }),
    );
  });

  it('a late event overrides a correction', () => {
    fc.assert(
      fc.property(events, reactions, event, (heard, list, late) => {
        const known = apply([], heard);
        const latest = Math.max(0, ...known.map(({ eventUs }) => eventUs));
        const last = { ...late, eventUs: latest + 2 };
        const corrected = apply(known, reconcileBallots(known, list, card));
        expect(apply(corrected, [last])).toContainEqual(last);
      }),
    );
  });

  it('a correction never goes back in time, and never undoes an event in between', () => {
    fc.assert(
      fc.property(events, reactions, (heard, list) => {
        const known = apply([], heard);
        const corrections = reconcileBallots(known, list, card);
        const meanwhile = corrections.map((one) => ({ ...one, isCast: !one.isCast, eventUs: one.eventUs + 1 }));
        const standing = apply(apply(known, meanwhile), corrections);
        for (const one of meanwhile) expect(standing).toContainEqual(one);
      }),
    );
  });
});
