import { RuleBroken } from '../failure/rule-broken.ts';
import { limits } from '../limits.ts';
import { checkLength, checkPresent, cleanLine, cleanMarkdown, isPresent } from '../text.ts';

/** A part of the ADR that has no field in a decision: a heading, and Markdown under it. */
export interface Section {
  readonly heading: string;
  readonly markdown: string;
}

/**
 * Cleans sections. Those without a heading and a text are left out. Sections from a Markdown draft may be longer and
 * more than fit in a form, and may have no text. Throws RuleBroken under the section that is wrong.
 */
export function checkSections(typed: readonly Section[], isDrafted = false): Section[] {
  const sections = typed.flatMap(({ heading, markdown }, position) => {
    const section = { heading: cleanLine(heading), markdown: cleanMarkdown(markdown) };
    if (section.heading === '' && section.markdown === '') return [];
    checkSection(section, position, isDrafted);
    return [section];
  });
  if (!isDrafted && sections.length > limits.sections) {
    throw new RuleBroken(
      { code: 'too many', what: 'sections', count: sections.length, most: limits.sections },
      { field: 'section', position: limits.sections },
    );
  }
  return sections;
}

function checkSection({ heading, markdown }: Section, position: number, isDrafted: boolean): void {
  const at = { field: 'section', position } as const;
  checkPresent(heading, 'heading', at);
  checkLength(heading, limits.heading, 'heading', at);
  if (!isDrafted && !isPresent(markdown)) throw new RuleBroken({ code: 'section without text', heading }, at);
  checkLength(markdown, isDrafted ? limits.draft : limits.section, 'section', at);
}
