import type { AdrLanguage } from '../../language/adr-language.ts';
import type { AdrDocument } from '../../read/document.ts';
import type { SectionForm } from '../house-style.ts';
import { madrSections } from '../madr-style.ts';
import {
  addOptionalSections,
  addSteadySections,
  isAlike,
  withoutInstructions,
  withUsualHeading,
} from './common-sections.ts';
import { commonForm, sectionsIn } from './section-form.ts';
import { inUsualOrder } from './section-order.ts';

/** How many of the most recent ADRs tell whether the template is still followed; fewer may be older than it. */
const recent = { most: 5, fewest: 3 };

/** Whether a template shows what a house wants now: one of the most recent ADRs has at least half of its sections from it. */
export function isFollowed(template: AdrDocument, documents: readonly AdrDocument[]): boolean {
  const offered = withoutInstructions(sectionsIn(template));
  const isFrom = (document: AdrDocument) => {
    const sections = sectionsIn(document);
    const shared = sections.filter((section) => offered.some((other) => isAlike(section, other)));
    return shared.length > 0 && shared.length * 2 >= sections.length;
  };
  return documents.length < recent.fewest || documents.slice(-recent.most).some(isFrom);
}

/**
 * The sections of a template, with headings and forms, and in the order, as the ADRs beside it have them. `language` is that
 * of the labels that neither has.
 */
export function templateSections(
  template: AdrDocument,
  documents: readonly AdrDocument[],
  language: AdrLanguage,
): SectionForm[] {
  const own = withoutInstructions(sectionsIn(template));
  const written = documents.map(sectionsIn);
  const named = own.flatMap((section) => {
    const headings = written
      .flatMap((sections) => sections.filter(({ part }) => part === section.part))
      .slice(-recent.most);
    const following = headings.filter((other) => isAlike(section, other));
    // One older ADR with the heading of the template keeps it no more than none.
    const isRare = following.length * 4 < headings.length && !following.includes(headings.at(-1) ?? section);
    const isLeft = headings.length > 1 && documents.length >= recent.fewest && isRare;
    // The ADRs may have it at another level, and so in another place.
    if (isLeft && (section.part === 'status' || section.part === 'date')) return [];
    return [isLeft ? withUsualHeading(section, written) : section];
  });
  // What the ADRs show of a form counts more than examples in a template.
  const shown =
    documents.length > 0
      ? [own, ...written]
      : [madrSections(language).map((section) => ({ ...section, text: '' })), own];
  const ordered = addSteadySections(inUsualOrder(named, written), written);
  const adrs = documents.length >= recent.fewest ? written : shown;
  return addOptionalSections(ordered, written).map((section) => commonForm(section, shown, adrs));
}
