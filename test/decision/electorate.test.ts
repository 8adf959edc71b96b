import { describe, expect, it } from 'vitest';
import { formElectorate } from '../../src/decision/electorate.ts';
import { people, ruleBrokenBy } from './sample.ts';

const known = people({
  UANA: 'member',
  UBO: 'guest',
  UBOT: 'bot',
  UGONE: 'deactivated',
  UFAR: 'outsider',
});
const everyone = [...known.keys(), 'UNOBODY'];

describe('formElectorate', () => {
  it('takes the members of a channel', () => {
    expect(formElectorate(everyone, known, false)).toEqual(['UANA']);
  });

  it('takes guests when they were named', () => {
    expect(formElectorate(everyone, known, true)).toEqual(['UANA', 'UBO']);
  });

  it('takes everybody once, in the order given', () => {
    expect(formElectorate(['UBO', 'UANA', 'UBO'], known, true)).toEqual(['UBO', 'UANA']);
  });

  it.each([
    ['nobody', [], true],
    ['only bots and people of elsewhere', ['UBOT', 'UFAR', 'UGONE', 'UNOBODY'], true],
    ['only guests who were not named', ['UBO'], false],
  ])('refuses an electorate of %s', (_, candidates, areNamed) => {
    expect(ruleBrokenBy(() => formElectorate(candidates, known, areNamed))).toEqual({
      message:
        'Nobody of these can vote: bots, closed accounts and people of other organisations don’t. Please name somebody.',
      field: 'deciders',
    });
  });
});
