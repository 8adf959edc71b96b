import { adrLanguages } from '@gavel/adr/language/adr-language.ts';
import { variantsOf } from '@gavel/adr/language/adr-words.ts';
import { adrWords } from '@gavel/adr/language/words.ts';
import { readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { isVagueLabel } from '@gavel/adr/read/metadata/metadata-field.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { describe, expect, it } from 'vitest';

/** What is read from an ADR of 2 January 2026 with some metadata. */
function factsOf(metadata: string) {
  const { affects, revisit, roles, frontMatter, metadata: entries } = readAdr(metadata, '0007-use-tea.md');
  return {
    tags: roles.tags?.value,
    affects: affects?.value,
    on: revisit.on?.value,
    when: revisit.when?.value,
    unknown: [...(frontMatter?.entries ?? []), ...(entries?.entries ?? [])].flatMap(({ field, key }) =>
      field === undefined ? [key] : [],
    ),
  };
}

const inLines = (...lines: readonly string[]) =>
  ['# 7. Use tea', ['Status: Accepted', 'Date: 2026-01-02', ...lines].join('  \n'), '## Context', 'Cold.'].join('\n\n');
const inYaml = (...lines: readonly string[]) =>
  `---\nstatus: accepted\ndate: 2026-01-02\n${lines.join('\n')}\n---\n\n# Use tea\n\n## Context\n\nCold.\n`;

const nothing = { tags: undefined, affects: undefined, on: undefined, when: undefined, unknown: [] };

describe('paths that a decision governs', () => {
  it.each([
    [inYaml('affects: [src/store/**, "db/*.{ts,sql}"]'), ['src/store/**', 'db/*.{ts,sql}']],
    [inYaml('affects:', '  - src/store/', '  - ./Makefile'), ['src/store/**', 'Makefile']],
    [inYaml('scope: src/domain/*/store/**, src/shared/store/**'), ['src/domain/*/store/**', 'src/shared/store/**']],
    [inYaml('applies-to: src/{api,web}/**'), ['src/{api,web}/**']],
    [inYaml('components: [/services/billing/, services/mail/]'), ['services/billing/**', 'services/mail/**']],
    [
      inLines('Affects: `src/**`, `lib/*_test.go` and `app/[slug]/page.tsx`'),
      ['src/**', 'lib/*_test.go', 'app/[slug]/page.tsx'],
    ],
    [inLines('**Affects:** src/\\*\\*, lib/web'), ['src/**', 'lib/web']],
    [inLines('Scope: `terraform/`'), ['terraform/**']],
    [inLines('Paths: `Makefile`'), ['Makefile']],
    [
      '# Use tea\n\n* Status: Accepted\n* Affected paths:\n  * src/web/**\n  * lib\n\n## Context\n\nCold.',
      ['src/web/**', 'lib'],
    ],
    [
      '# Use tea\n\n| Status | Accepted |\n|---|---|\n| Affects | `src/web/**` |\n\n## Context\n\nCold.',
      ['src/web/**'],
    ],
  ])('are read from %j', (text, affects) => {
    expect(factsOf(text)).toEqual({ ...nothing, affects });
  });

  it.each([
    'Affects: everybody who drinks tea',
    'Affects: CI/CD',
    'Affects: iOS/Android',
    'Affects: [ADR-0003](0003-use-cups.md)',
    'Affects: 0003-use-cups.md',
    'Affects: https://example.org/tea/',
    'Affects: `src/**` and everything that it imports',
    'Scope: this ADR covers src/api and the like',
    'Scope: client/server',
    'Scope: Team',
    'Components: billing, checkout',
    'Components: @tea/cups',
    'Applies to: all services',
    'Scope:',
  ])('are not read from “%s”', (line) => {
    expect(factsOf(inLines(line))).toEqual({ ...nothing, unknown: [line.split(':')[0]] });
  });

  it.each(['affects: []', 'Affects:', 'Affected paths: n/a'])('are none in “%s”', (line) => {
    expect(factsOf(line.startsWith('affects') ? inYaml(line) : inLines(line))).toEqual(nothing);
  });

  it('are no address of a page that a site generator wants', () => {
    expect(factsOf(inYaml('path: /decisions/use-tea/')).affects).toBeUndefined();
  });
});

describe('the day on which people look again', () => {
  it.each([
    [inYaml('review-by: 2027-03-01'), '2027-03-01'],
    [inYaml('review-by: "2027-03-01"'), '2027-03-01'],
    [inYaml('nextReview: 2027-03-01'), '2027-03-01'],
    [inYaml('revisit: March 2027'), '2027-03'],
    [inYaml('expires: 2027-03-01T00:00:00.000Z'), '2027-03-01'],
    [inLines('Review-by: 2027-03-01'), '2027-03-01'],
    [inLines('Review: 2027-03-01'), '2027-03-01'],
    [inLines('**Next Review:** August 15, 2027 (6-month cycle)'), '2027-08-15'],
    [inLines('Revisit: by June 2027'), '2027-06'],
    [inLines('Revisit: Q3 2027'), '2027-07'],
    [inLines('Review date: 1 March 2027 (in a year)'), '2027-03-01'],
    [inLines('Wiedervorlage: 1. März 2027'), '2027-03-01'],
    [inLines('Überprüfung am: 01.03.2027'), '2027-03-01'],
    [inLines('再検討日: 2027年3月1日'), '2027-03-01'],
    [
      '# Use tea\n\n| Status | Accepted |\n|---|---|\n| Review date | 2027-03-01 |\n\n## Context\n\nCold.',
      '2027-03-01',
    ],
  ])('is read from %j', (text, on) => {
    expect(factsOf(text)).toEqual({ ...nothing, on });
  });

  it.each([
    'Review: #123',
    'Review: [#123](https://example.org/pull/123)',
    'Review: Ana',
    'Review: 2027-03-01 by Ana',
    'Review: 2027-03-01 (#123)',
    'Review: discussed on 2027-03-01',
    'Review date: soon',
    'Next review: every six months',
    'Expires: never',
    'Review:',
  ])('is not read from “%s”', (line) => {
    expect(factsOf(inLines(line))).toEqual({ ...nothing, unknown: [line.split(':')[0]] });
  });

  it('is no review before the decision', () => {
    expect(factsOf(inLines('Review date: 2026-01-02'))).toEqual({ ...nothing, unknown: ['Review date'] });
    expect(factsOf(inYaml('review-date: 2025-12-24'))).toEqual({ ...nothing, unknown: ['review-date'] });
    expect(factsOf(inLines('Revisit on: 2025-12-24'))).toEqual({ ...nothing, on: '2025-12-24' });
  });

  it('counts before a review whose label may mean something else', () => {
    const { on } = factsOf(inLines('Review date: 2026-02-03', 'Next review: 2027-03-01'));
    expect(on).toBe('2027-03-01');
  });
});

describe('what would make people change their mind', () => {
  it.each([
    [
      inLines('**Revisit when:** traffic doubles, or `tea` is [gone](https://example.org)'),
      'traffic doubles, or `tea` is [gone](https://example.org)',
    ],
    [inLines('Revisit: when traffic doubles'), 'when traffic doubles'],
    [inLines('Next review: after the first release'), 'after the first release'],
    [inYaml('revisit-if: traffic doubles'), 'traffic doubles'],
    [inLines('Kriterien für eine Neubewertung: mehr Verkehr'), 'mehr Verkehr'],
  ])('is read from %j', (text, when) => {
    expect(factsOf(text)).toEqual({ ...nothing, when });
  });
});

describe('in each language', () => {
  const labels = adrLanguages.flatMap((language) =>
    (['affects', 'revisit on', 'revisit when'] as const).flatMap((field) =>
      variantsOf(adrWords[language].labels[field]).map((label) => ({ language, field, label })),
    ),
  );

  // A comma ends a label in a line; such words are headings.
  it.each(labels.filter(({ label }) => !/[,()]/.test(label)))('“$label” is $field', ({ language, field, label }) => {
    const { colon } = adrWords[language];
    const value = field === 'affects' ? '`src/web/**`' : field === 'revisit on' ? '2027-03-01' : 'tea, tea';
    const { affects, on, when } = factsOf(inLines(`${label}${colon}${value}`));
    expect({ affects, on, when }).toEqual({
      affects: field === 'affects' ? ['src/web/**'] : undefined,
      on: field === 'revisit on' ? '2027-03-01' : undefined,
      when: field === 'revisit when' ? 'tea, tea' : undefined,
    });
  });

  it.each(adrLanguages)('the word to write says nothing else, %s', (language) => {
    for (const field of ['affects', 'revisit on', 'revisit when'] as const) {
      expect(isVagueLabel(variantsOf(adrWords[language].labels[field])[0] ?? '')).toBe(false);
    }
  });
});

describe('the index', () => {
  it('has tags as they are compared, patterns, and a day', () => {
    const text = inYaml('tags: [Data Base, "#Storage", C#, storage]', 'affects: [src/**]', 'revisit: 2027-03');
    expect(readAdrEntry(text, '0007-use-tea.md')).toMatchObject({
      tags: ['data-base', 'storage', 'c#'],
      affects: ['src/**'],
      revisitOn: '2027-03-01',
    });
    expect(readAdrEntry(inLines('Tags: #storage #Öl/Gas'), '0007-use-tea.md').tags).toEqual(['storage', 'öl/gas']);
  });
});
