import type { AdrPart } from '../content/part.ts';
import { isLinkLabel } from '../read/links/phrases.ts';
import { toPlainLine } from '../text/plain-text.ts';
import type { HouseStyle, SectionForm } from './house-style.ts';

/** How many entries and sections are asked for at most, and how long their names may be. */
const limits = { entries: 5, sections: 5, key: 60 };

/** What is before the name of a section among what is asked for, as in Markdown. */
const sectionMark = '## ';

/**
 * What only people know about an ADR of a house, as each of its ADRs says something else there: the keys of metadata
 * entries, and sections, as “## Rollout”. What it supersedes or amends is not asked for, as a proposal says that itself.
 */
export function askedEntries({ frontMatter, metadata, closing, sections }: HouseStyle): string[] {
  const entries = [frontMatter, metadata, closing].flatMap((form) => form?.entries ?? []);
  const keys = entries.filter(({ value }) => value.kind === 'asked').map(({ key }) => key.trim());
  const known = [...new Set(keys)]
    .filter((key) => key.length <= limits.key && !/[:\n]/.test(key) && !isLinkLabel(key))
    .slice(0, limits.entries);
  const headings = askedSections(sections).map(({ heading }) => toPlainLine(heading));
  const named = [...new Set(headings)].filter((heading) => heading.length <= limits.key && /\p{L}/u.test(heading));
  return [...known, ...named.slice(0, limits.sections).map((heading) => sectionMark + heading)];
}

/** The heading of a section that is asked for; undefined for a metadata entry. */
export function askedHeading(asked: string): string | undefined {
  return asked.startsWith(sectionMark) ? asked.slice(sectionMark.length) : undefined;
}

/** The parts of an ADR for which a decision has nothing unless somebody writes a section. */
const ownParts: readonly (AdrPart | undefined)[] = [undefined, 'summary', 'confirmation', 'related'];

/** The sections that nearly every ADR of a house has, and that nothing else in a decision fills. */
function askedSections(sections: readonly SectionForm[]): SectionForm[] {
  const highest = Math.min(...sections.map(({ depth }) => depth));
  // What is below the consequences is asked for like a section of its own: “Technical debt” beside “Negative”.
  const isPlaced = ({ depth }: SectionForm, index: number) =>
    depth === highest || sections.slice(0, index).findLast((above) => above.depth < depth)?.part === 'consequences';
  const isAsked = ({ part, isSteady, standing, metadata }: SectionForm) =>
    ownParts.includes(part) && isSteady && standing === undefined && metadata === undefined;
  const asked = sections.filter((section, index) => isAsked(section) && isPlaced(section, index));
  const home = contextHome(sections);
  return asked.filter((section) => section !== home);
}

/** The section before the decision that has the context of an ADR, in a house that has none which is called like that. */
export function contextHome(sections: readonly SectionForm[]): SectionForm | undefined {
  if (sections.some(({ part }) => part === 'context')) return undefined;
  const outcomeAt = sections.findIndex(({ part }) => part === 'outcome');
  const before = sections.slice(0, Math.max(outcomeAt, 0));
  return before.find(({ part, isSteady, metadata }) => part === undefined && isSteady && metadata === undefined);
}
