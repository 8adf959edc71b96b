import { type Part, partOfHeading } from '@gavel/adr/content/part.ts';
import { RuleBroken } from '../../decision/rule-broken.ts';
import type { Section } from '../../decision/section.ts';

/** The parts of an ADR that a section can't take, and why not. */
const taken: Readonly<Partial<Record<Part, string>>> = {
  status: 'the status, which follows from the vote',
  date: 'the date, which follows from the vote',
  people: 'the people, whom the vote names',
  context: 'the context, which has a field of its own',
  drivers: 'the decision drivers, which have a field of their own',
  options: 'the options, which have fields of their own',
  'option-details': 'the options, which have fields of their own',
};

/**
 * Sees to it that nothing stands twice in the ADR: a section may not have a heading that names a field. What a Markdown
 * draft has twice may stay so. Throws RuleBroken under the section.
 */
export function checkHeadings(sections: readonly Section[], draft: string | undefined): void {
  for (const [position, { heading }] of sections.entries()) {
    const part = partOfHeading(heading, undefined);
    const what = part && taken[part];
    // Some houses tell apart, and under other names, why the others were not taken.
    const isApart = /reject|discard/i.test(heading);
    if (what === undefined || isApart || draft?.includes(heading)) continue;
    const message = `“${heading.trim()}” names ${what}. Please give this section another heading.`;
    throw new RuleBroken(message, { field: 'section', position });
  }
}
