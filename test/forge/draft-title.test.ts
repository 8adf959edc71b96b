import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedTitle } from '../../src/forge/draft-title.ts';
import { forgejoDraft } from '../../src/forge/forgejo/open-forgejo.ts';
import { gitlabDraft } from '../../src/forge/gitlab/open-gitlab.ts';

describe.each([
  ['GitLab', gitlabDraft],
  ['Forgejo', forgejoDraft],
])('a title at %s', (_, mark) => {
  const pieces = [
    'Draft:',
    'draft: ',
    '[DRAFT]',
    '(Draft)',
    'WIP:',
    '[wip] ',
    ' ',
    '\u00a0',
    'Use Go',
    '12',
    ':',
    '😀',
    'x'.repeat(99),
  ];
  const titles = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1 }),
    fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')),
  );

  it('makes a draft if that is wanted, and only then, whatever it begins with', () => {
    fc.assert(
      fc.property(titles, fc.boolean(), (title, isDraft) => {
        fc.pre(/[\p{L}\p{N}]/u.test(title));
        const marked = markedTitle(title, isDraft, mark);
        expect(mark.pattern.test(marked)).toBe(isDraft);
        expect(marked.length).toBeLessThanOrEqual(255);
        expect(marked.isWellFormed()).toBe(true);
        expect(markedTitle(marked, isDraft, mark)).toBe(marked);
        expect(markedTitle(title, false, mark)).not.toBe('');
      }),
      { numRuns: 1_000 },
    );
  });

  it('stays as it is otherwise', () => {
    expect(markedTitle('ADR 12: Use Go', false, mark)).toBe('ADR 12: Use Go');
    expect(markedTitle('ADR 12: Use Go', true, mark)).toBe(`${mark.prefix}ADR 12: Use Go`);
    expect(markedTitle('Drafting a wip: rule', false, mark)).toBe('Drafting a wip: rule');
  });
});
