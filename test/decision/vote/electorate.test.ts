import { describe, expect, it } from 'vitest';
import { findGone, formElectorate, presentDeciders } from '../../../src/decision/vote/electorate.ts';
import { people, ruleBrokenBy } from '../sample.ts';

const known = people({
  UANA: 'member',
  UBO: 'guest',
  UBOT: 'bot',
  UGONE: 'deactivated',
  UFAR: 'outsider',
});
const everyone = [...known.keys(), 'UNOBODY'];

describe('formElectorate', () => {
  it('lets a guest of a group vote only if they are named themselves', () => {
    const { deciders, excluded } = formElectorate(
      ['UANA', 'UGUS'],
      people({ UANA: 'member', UGUS: 'guest' }),
      new Set(),
    );
    expect([deciders, excluded]).toEqual([['UANA'], [{ id: 'UGUS', why: 'guest' }]]);
    const named = formElectorate(['UANA', 'UGUS'], people({ UANA: 'member', UGUS: 'guest' }), new Set(['UGUS']));
    expect(named.deciders).toEqual(['UANA', 'UGUS']);
  });

  it('includes the members of a channel, and says why it excludes others', () => {
    expect(formElectorate(everyone, known, false)).toEqual({
      deciders: ['UANA'],
      excluded: [
        { id: 'UBO', why: 'guest' },
        { id: 'UBOT', why: 'bot' },
        { id: 'UGONE', why: 'deactivated' },
        { id: 'UFAR', why: 'outsider' },
        { id: 'UNOBODY', why: 'unknown' },
      ],
    });
  });

  it('includes guests and people from other organizations if they are named', () => {
    expect(formElectorate(everyone, known, true)).toEqual({
      deciders: ['UANA', 'UBO', 'UFAR'],
      excluded: [
        { id: 'UBOT', why: 'bot' },
        { id: 'UGONE', why: 'deactivated' },
        { id: 'UNOBODY', why: 'unknown' },
      ],
    });
  });

  it('includes everybody once, in order', () => {
    expect(formElectorate(['UBO', 'UANA', 'UBO'], known, true).deciders).toEqual(['UBO', 'UANA']);
  });

  it.each([
    ['nobody', [], true],
    ['only bots and closed accounts', ['UBOT', 'UGONE', 'UNOBODY'], true],
  ])('refuses an electorate of %s', (_, candidates, areNamed) => {
    expect(ruleBrokenBy(() => formElectorate(candidates, known, areNamed))).toEqual({
      refusal: { code: 'nobody can vote', areNamed },
      field: 'deciders',
    });
  });

  it('refuses an electorate of unnamed guests, and says that they can be named', () => {
    expect(ruleBrokenBy(() => formElectorate(['UBO', 'UFAR'], known, false)).refusal).toEqual({
      code: 'nobody can vote',
      areNamed: false,
    });
  });
});

describe('findGone', () => {
  it.each([
    ['nobody who is there', ['UANA', 'UBO'], ['UANA', 'UBO'], []],
    ['who has left the channel', ['UANA', 'UBO'], ['UANA'], [{ id: 'UBO', why: 'left' }]],
    ['whose account is closed, in the channel or not', ['UGONE'], ['UGONE'], [{ id: 'UGONE', why: 'deactivated' }]],
    ['nobody named who is not in the channel', ['UANA', 'UFAR'], undefined, []],
    ['nobody of whom Slack tells nothing', ['UNOBODY'], undefined, []],
  ])('%s', (_, deciders, members, gone) => {
    expect(findGone(deciders, known, members && new Set(members))).toEqual(gone);
  });
});

describe('presentDeciders', () => {
  it('are the deciders at the opening, except those who are gone', () => {
    const gone = [{ id: 'UBO', why: 'left' }] as const;
    expect(presentDeciders({ deciders: ['UANA', 'UBO', 'UCHI'], gone })).toEqual(['UANA', 'UCHI']);
  });
});
