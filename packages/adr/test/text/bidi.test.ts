import { balanceBidi } from '@gavel/adr/text/bidi.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const [LRE, RLO, PDF, RLI, FSI, PDI] = ['\u202a', '\u202e', '\u202c', '\u2067', '\u2068', '\u2069'];

describe('balanceBidi', () => {
  it.each([
    ['keeps right-to-left text', 'שלום abc', 'שלום abc'],
    ['keeps pairs', `a${RLO}b${PDF}${RLI}c${PDI}`, `a${RLO}b${PDF}${RLI}c${PDI}`],
    ['keeps nested pairs', `${RLI}${LRE}a${PDF}${FSI}b${PDI}${PDI}`, `${RLI}${LRE}a${PDF}${FSI}b${PDI}${PDI}`],
    ['removes what is never closed', `a${RLO}b${RLI}c`, 'abc'],
    ['removes what closes nothing', `a${PDF}b${PDI}c`, 'abc'],
    ['removes an embedding that its isolate cuts off', `${RLI}${RLO}a${PDI}${PDF}`, `${RLI}a${PDI}`],
    ['lets no embedding end the isolate around it', `${LRE}${RLI}a${PDF}${PDI}`, `${RLI}a${PDI}`],
  ])('%s', (_, text, balanced) => {
    expect(balanceBidi(text)).toBe(balanced);
  });

  it('changes nothing the second time, and never any other character', () => {
    const texts = fc.string({ unit: fc.constantFrom(...`ab ${LRE}${RLO}${PDF}${RLI}${FSI}${PDI}`, 'ש', '👍') });
    const controls = /[\u202a-\u202e\u2066-\u2069]/g;
    fc.assert(
      fc.property(texts, (text) => {
        const balanced = balanceBidi(text);
        expect(balanceBidi(balanced)).toBe(balanced);
        expect(balanced.replaceAll(controls, '')).toBe(text.replaceAll(controls, ''));
        expect(balanced.match(/[\u202a\u202b\u202d\u202e]/g)?.length).toBe(balanced.match(/\u202c/g)?.length);
        expect(balanced.match(/[\u2066-\u2068]/g)?.length).toBe(balanced.match(/\u2069/g)?.length);
      }),
    );
  });
});
