import type { AdrPart } from '@gavel/adr/content/part.ts';
import { partOfHeading } from '@gavel/adr/content/part-of-heading.ts';
import type { HeadingOwner } from '../../decision/failure/refusal.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import type { Section } from '../../decision/proposal/section.ts';

/** The parts of an ADR that a section can't take, since they follow from the vote or have fields of their own. */
const taken: Readonly<Partial<Record<AdrPart, HeadingOwner>>> = {
  status: 'status',
  date: 'date',
  people: 'people',
  context: 'context',
  drivers: 'drivers',
  options: 'options',
  'option-details': 'options',
};

/**
 * Makes sure that nothing appears twice in the ADR: a section may not have a heading that names a field. A section that
 * a Markdown draft has twice may stay so. Throws RuleBroken under the section.
 */
export function checkHeadings(sections: readonly Section[], draft: string | undefined): void {
  for (const [position, { heading }] of sections.entries()) {
    const part = partOfHeading(heading, undefined);
    const by = part && taken[part];
    // Some houses list why the other options were not taken separately, and under other names.
    const isApart = /reject|discard/i.test(heading);
    if (by === undefined || isApart || draft?.includes(heading)) continue;
    throw new RuleBroken({ code: 'heading taken', heading: heading.trim(), by }, { field: 'section', position });
  }
}
