import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../src/decision/decision.ts';
import type { Argument } from '../../../src/decision/proposal/argument.ts';
import {
  correctArgument,
  isCorrectable,
  rewordOption,
  takeOutOption,
  withdrawArgument,
} from '../../../src/decision/proposal/correction.ts';
import { emojiAt, listWithdrawn } from '../../../src/decision/proposal/option.ts';
import { addOption } from '../../../src/decision/proposal/proposal.ts';
import { presets } from '../../../src/decision/rule/preset.ts';
import { closesAt, decision, now, option, options, ruleBrokenBy, voting } from '../sample.ts';

const by = { by: 'UBO', at: now };
const later = new Date(closesAt.getTime() + 1);
const open = decision({ voting: voting(['UANA', 'UBO']) });
const closed = decision({ voting: voting(['UANA', 'UBO'], { closedAt: closesAt }) });

function argument(id: string, more: Partial<Argument> = {}): Argument {
  return { id, optionId: 'o1', kind: 'pro', text: 'It is fast.', authorId: 'UBO', madeAt: now, ...more };
}

describe('what can still be corrected', () => {
  it.each<[string, Decision, Date, Date | undefined, boolean]>([
    ['everything, before voting opens', decision(), later, undefined, true],
    ['everything, while voting is open', open, closesAt, undefined, true],
    ['nothing that was voted on, after the deadline', open, later, now, false],
    ['nothing that was voted on, once voting is closed', closed, now, now, false],
    ['a reason that was given after voting closed', closed, later, later, true],
    ['nothing, once it is decided', decision({ status: 'accepted' }), now, now, false],
  ])('%s', (_, one, at, madeAt, expected) => {
    expect(isCorrectable(one, at, madeAt)).toBe(expected);
  });
});

describe('withdrawing an option', () => {
  it('moves the options after it up, before voting opens', () => {
    const after = takeOutOption(decision(), 'o2', by);
    expect(after.options.map(({ id, position, emoji }) => [id, position, emoji])).toEqual([
      ['o1', 0, 'one'],
      ['o3', 1, 'two'],
    ]);
    expect(after.withdrawn.options).toMatchObject([{ id: 'o2', withdrawal: by, place: undefined }]);
    expect(listWithdrawn(after.withdrawn.options)).toEqual([]);
  });

  it('keeps its place and emoji while voting is open, so that no other option takes them', () => {
    const after = takeOutOption(open, 'o2', by);
    expect(after.options.map(({ emoji }) => emoji)).toEqual(['one', 'three']);
    expect(listWithdrawn(after.withdrawn.options)).toMatchObject([
      { title: 'Node.js + tRPC', place: { position: 1, emoji: 'two' } },
    ]);
    const added = addOption(after, { title: 'Zig', description: '' }, { id: 'o4', addedBy: 'UBO' });
    expect(added.options.at(-1)).toMatchObject({ position: 3, emoji: 'four' });
  });

  it('is refused for what would leave fewer than two', () => {
    const two = decision({ options: options.slice(0, 2) });
    expect(ruleBrokenBy(() => takeOutOption(two, 'o2', by))).toMatchObject({
      refusal: { code: 'too few options left', least: 2 },
    });
  });

  it('is refused for the option that silence counts for, while voting is open', () => {
    const { rule } = presets['lazy-consensus'];
    const lazy = decision({ rule, voting: voting(['UANA'], { rule }) });
    expect(ruleBrokenBy(() => takeOutOption(lazy, 'o1', by))).toMatchObject({
      refusal: { code: 'silence counts for the option' },
    });
    expect(takeOutOption(lazy, 'o2', by).options).toHaveLength(2);
    expect(takeOutOption({ ...lazy, voting: undefined }, 'o1', by).options).toHaveLength(2);
  });

  it('is refused for the option that deprecates an ADR', () => {
    const bond = { kind: 'deprecates', adrId: 1, number: 3, title: 'Use Go' } as const;
    expect(ruleBrokenBy(() => takeOutOption(decision({ bond }), 'o1', by))).toMatchObject({
      refusal: { code: 'option deprecates the ADR' },
    });
  });

  it('is refused twice, and once voting has closed', () => {
    const after = takeOutOption(open, 'o2', by);
    expect(ruleBrokenBy(() => takeOutOption(after, 'o2', by))).toMatchObject({
      refusal: { code: 'option withdrawn', name: 'Node.js + tRPC' },
    });
    expect(ruleBrokenBy(() => takeOutOption(closed, 'o2', by))).toMatchObject({
      refusal: { code: 'too late to correct' },
    });
  });
});

describe('correcting an option', () => {
  it('changes its words and nothing else', () => {
    const after = rewordOption(open, 'o2', { title: 'Deno', description: 'Safer.' }, now);
    const { options: before, ...rest } = open;
    expect(after).toEqual({
      ...rest,
      options: [before[0], option(1, 'Deno', { description: 'Safer.' }), before[2]],
    });
  });

  it('is refused for the name of another option, and allowed in another case', () => {
    const reword = (title: string) => rewordOption(open, 'o2', { title, description: '' }, now);
    expect(ruleBrokenBy(() => reword('go + fiber'))).toMatchObject({
      refusal: { code: 'option name taken', name: 'Go + Fiber' },
      field: 'option',
    });
    expect(reword('NODE.JS + TRPC').options[1]?.title).toBe('NODE.JS + TRPC');
  });
});

describe('correcting and withdrawing an argument', () => {
  const argued = decision({ arguments: [argument('a1'), argument('a2', { text: 'It is small.' })] });

  it('changes its words, or takes it away', () => {
    const corrected = correctArgument(argued, 'a1', { kind: 'con', text: 'It is slow.' }, now);
    expect(corrected.arguments).toEqual([argument('a1', { kind: 'con', text: 'It is slow.' }), argued.arguments[1]]);
    const withdrawn = withdrawArgument(argued, 'a1', by);
    expect(withdrawn.arguments).toEqual([argued.arguments[1]]);
    expect(withdrawn.withdrawn.arguments).toEqual([{ ...argument('a1'), withdrawal: by }]);
  });

  it('is refused where its author has given it already, and where it is withdrawn', () => {
    expect(ruleBrokenBy(() => correctArgument(argued, 'a1', { kind: 'pro', text: 'It is small.' }, now))).toMatchObject(
      {
        refusal: { code: 'reason given already' },
        field: 'text',
      },
    );
    const withdrawn = withdrawArgument(argued, 'a1', by);
    for (const move of [
      () => withdrawArgument(withdrawn, 'a1', by),
      () => correctArgument(withdrawn, 'a1', { kind: 'con', text: 'x' }, now),
    ]) {
      expect(ruleBrokenBy(move)).toMatchObject({ refusal: { code: 'reason withdrawn' } });
    }
  });
});

it('however options come and go, no two share an emoji, and none that was voted on is lost', () => {
  const step = fc.record({ kind: fc.constantFrom('add', 'withdraw', 'open'), which: fc.nat(9) });
  const law = fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
    let current = decision({ proposerId: 'UBO' });
    const voted = new Set<string>();
    for (const [index, { kind, which }] of steps.entries()) {
      if (kind === 'open') current = { ...current, voting: voting(['UANA']) };
      const listed = listWithdrawn(current.withdrawn.options);
      if (kind === 'add' && current.options.length + listed.length < 10) {
        const form = { title: `New ${index}`, description: '' };
        current = addOption(current, form, { id: `n${index}`, addedBy: 'UBO' });
      }
      const chosen = current.options[which];
      if (kind === 'withdraw' && chosen && current.options.length > 2) current = takeOutOption(current, chosen.id, by);
      if (current.voting) for (const { id } of current.options) voted.add(id);
    }
    const places = [...current.options, ...listWithdrawn(current.withdrawn.options).map(({ place }) => place)];
    const inOrder = places.toSorted((a, b) => a.position - b.position);
    expect(inOrder.map(({ position, emoji }) => [position, emoji])).toEqual(
      inOrder.map((_, position) => [position, emojiAt(position)]),
    );
    const known = [...current.options, ...listWithdrawn(current.withdrawn.options)].map(({ id }) => id);
    expect(known).toEqual(expect.arrayContaining([...voted]));
  });
  fc.assert(law);
});
