import { describe, expect, it } from 'vitest';
import { checkHeadings } from '../../../src/workflow/propose/section-headings.ts';
import { ruleBrokenBy } from '../../decision/sample.ts';

const sections = (...headings: string[]) => headings.map((heading) => ({ heading, markdown: 'Text.' }));

describe('checkHeadings', () => {
  it('lets sections take the places that no field has', () => {
    checkHeadings(sections('Rationale', 'References', 'Decision', 'Success metrics', 'Consequences', ''), undefined);
  });

  it.each(['Context', '2. Considered Options', 'Status', 'decision drivers:', 'Background', 'Deciders', 'Date'])(
    'refuses %s, which stands elsewhere',
    (heading) => {
      const broken = ruleBrokenBy(() => checkHeadings(sections('Rationale', heading), undefined));
      expect(broken).toMatchObject({ field: 'section', position: 1 });
      expect(broken.refusal).toMatchObject({ code: 'heading taken', heading });
    },
  );

  it('leaves what a draft has twice', () => {
    checkHeadings(sections('Background'), '# Choose\n\n## Context\n\nx\n\n## Background\n\ny');
  });
});
