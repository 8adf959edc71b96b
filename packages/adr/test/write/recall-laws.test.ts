import type { AdrContent } from '@gavel/adr/content/content.ts';
import { contentOf } from '@gavel/adr/content/content-of.ts';
import { adrLanguages } from '@gavel/adr/language/adr-language.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { learnStyle } from '@gavel/adr/style/learn-style.ts';
import { writeNewAdr } from '@gavel/adr/write/write-adr.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inDialect, inLanguage } from './any-decision.ts';
import { housesWithFacts } from './recall-houses.ts';

const tags = fc.uniqueArray(fc.constantFrom('storage', 'c#', 'ci/cd', 'öl', 'データ', 'data-base'), { maxLength: 3 });
const affects = fc.uniqueArray(
  fc.constantFrom(
    'src/**',
    'src/{api,web}/*.ts',
    'Makefile',
    'lib/a_b_c/*',
    'app/[slug]/page.tsx',
    'docs/a b/*.md',
    '**/*.tf',
    'src/api',
  ),
  { maxLength: 3 },
);
const revisit = fc.record({
  on: fc.constantFrom(undefined, '2027-03-01', '2030-12-27', '2028-02-29'),
  when: fc.constantFrom(
    undefined,
    'traffic doubles',
    'it costs more than `10` *euros*, or nobody likes it',
    'Ana leaves',
  ),
});
const facts = fc.record({ tags, affects, revisit });

interface Facts {
  readonly tags: readonly string[];
  readonly affects: readonly string[];
  readonly revisit: { readonly on: string | undefined; readonly when: string | undefined };
}

function withFacts(content: AdrContent, { tags: all, affects: paths, revisit: again }: Facts): AdrContent {
  return { ...content, roles: { ...content.roles, tags: all }, affects: paths, revisit: again };
}

function readFacts(text: string): Facts {
  const { roles, affects: paths, revisit: again } = readAdr(text, '0005-x.md');
  return {
    tags: (roles.tags?.value ?? []).map((tag) => tag.replaceAll('\\', '')),
    affects: [...(paths?.value ?? [])],
    revisit: { on: again.on?.value, when: again.when?.value.replaceAll(/[*`]/g, '').replaceAll(/\s+/g, ' ') },
  };
}

const plain = (said: Facts): Facts => ({
  ...said,
  revisit: { ...said.revisit, when: said.revisit.when?.replaceAll(/[*`]/g, '') },
});

const runs = 150 * Number(process.env.GAVEL_RUNS_FACTOR ?? 1);

describe('tags, paths and when people look again', { timeout: 180_000 + runs * 1_000 }, () => {
  it.each([
    ['in any language', inLanguage],
    ['in any dialect', inDialect],
  ])('are read as they were written, %s', (_, all) => {
    fc.assert(
      fc.property(all, facts, ({ content, style, wrapping }, said) => {
        const written = writeNewAdr(withFacts(content, said), { ...style, wrapping });
        expect({ written, ...readFacts(written) }).toEqual({ written, ...plain(said) });
      }),
      { numRuns: runs },
    );
  });

  it('are read as they were written, in any house that has them', () => {
    const house = fc.constantFrom(...housesWithFacts);
    fc.assert(
      fc.property(inLanguage, house, facts, ({ content }, { name, files }, said) => {
        const written = writeNewAdr(withFacts(content, said), learnStyle(files));
        expect({ name, written, ...readFacts(written) }).toEqual({ name, written, ...plain(said) });
      }),
      { numRuns: runs },
    );
  });

  it.each(housesWithFacts)('are read as they were written, if it is a name without a folder: $name', ({ files }) => {
    const said = { tags: [], affects: ['Makefile'], revisit: { on: undefined, when: undefined } };
    const content = contentOf(readAdr(files[0]?.text ?? '', '0001-x.md'));
    const written = writeNewAdr(withFacts(content, said), learnStyle(files));
    expect(readFacts(written).affects).toEqual(said.affects);
  });

  it.each(housesWithFacts)('stay as they are when an ADR is written again: $name', ({ files }) => {
    for (const { name, text } of files) {
      const document = readAdr(text, name);
      expect(writeNewAdr(contentOf(document), learnStyle([{ name, text }]))).toBe(text);
    }
  });

  it.each(adrLanguages)('add nothing where nobody said anything, %s', (language) => {
    const nothing = { tags: [], affects: [], revisit: { on: undefined, when: undefined } };
    fc.assert(
      fc.property(inLanguage, ({ content, style }) => {
        expect(writeNewAdr(withFacts(content, nothing), style)).toBe(writeNewAdr(content, style));
      }),
      { numRuns: 5, seed: language.length },
    );
  });
});
