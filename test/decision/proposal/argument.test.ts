import { describe, expect, it } from 'vitest';
import { checkArgument } from '../../../src/decision/proposal/argument.ts';
import { ruleBrokenBy } from '../sample.ts';

describe('checkArgument', () => {
  it('puts a reason on one line', () => {
    expect(checkArgument('  one binary,\n  nothing to install ')).toBe('one binary, nothing to install');
  });

  it.each(['', ' \n\t', '\u0000', '\u200b\u2060'])('asks for a reason if there is nothing to read: %j', (typed) => {
    expect(ruleBrokenBy(() => checkArgument(typed))).toEqual({
      refusal: { code: 'missing', what: 'reason' },
      field: 'text',
    });
  });

  it('accepts up to 500 characters', () => {
    expect(checkArgument('x'.repeat(500))).toHaveLength(500);
    expect(ruleBrokenBy(() => checkArgument('x'.repeat(501)))).toEqual({
      refusal: { code: 'too long', what: 'reason', length: 501, characters: 501, most: 500 },
      field: 'text',
    });
  });
});
