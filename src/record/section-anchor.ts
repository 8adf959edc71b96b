import type { Markdown } from '@gavel/adr/content/content.ts';
import { type AdrPart, partsInOrder } from '@gavel/adr/content/part.ts';
import type { DraftSection } from '@gavel/adr/draft/draft-sections.ts';
import type { DraftSource } from '@gavel/adr/draft/draft-source.ts';
import { embedWords } from '@gavel/adr/markdown/embed.ts';
import { headingAsWritten } from '@gavel/adr/read/source/source.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';

/** A section of a draft, as an anchor for others: its part, or its heading. */
interface DraftedSection {
  readonly key: string;
  readonly part: AdrPart | undefined;
  readonly isAfterOutcome: boolean;
}

/** A section that has its place in the file already: a part, or a section of its own by its heading. */
interface Placed {
  readonly place: string | undefined;
  readonly name: Markdown;
}

/** What an ADR says before anything is decided. */
const questionParts: readonly (AdrPart | undefined)[] = [
  ...(['status', 'date', 'people', 'log', 'summary', 'context', 'drivers', 'options', 'option-details'] as const),
];

/**
 * The section that one of a draft's own sections follows in a house: the nearest that it follows in the draft and that is
 * on the same side of the outcome in the house. An `after` of undefined means the top. Undefined if the draft doesn't say.
 */
export function findAnchor(
  source: DraftSection | undefined,
  draft: DraftSource | undefined,
  placed: readonly Placed[],
  style: HouseStyle,
): { readonly after: string | undefined } | undefined {
  if (source === undefined || draft === undefined) return undefined;
  const sections = listDrafted(draft);
  const at = sections.findIndex(({ key, part }) => part === source.part && key === (part ?? embedWords(source.name)));
  const own = sections[at];
  if (own === undefined) return undefined;
  const isThere = ({ key, part }: DraftedSection) =>
    part === undefined
      ? placed.some(({ place, name }) => place === undefined && name === key) || isOfHouse(key, style)
      : style.sections.some((section) => section.part === part) || placed.some(({ place }) => place === part);
  const before = sections
    .slice(0, at)
    .findLast((section) => isThere(section) && isAfterOutcome(section, style) === own.isAfterOutcome);
  if (before !== undefined) return { after: before.key };
  return { after: own.isAfterOutcome ? 'outcome' : undefined };
}

const isOfHouse = (key: string, { sections }: HouseStyle) =>
  sections.some(({ part, heading }) => part === undefined && heading === key);

function listDrafted({ document }: DraftSource): DraftedSection[] {
  const parts = document.sections.map(({ part }) => part);
  const outcomeAt = parts.includes('outcome')
    ? parts.indexOf('outcome')
    : parts.findLastIndex((part) => part !== undefined && questionParts.includes(part)) + 0.5;
  return document.sections.map(({ part, segment }, index) => ({
    key: part ?? embedWords(headingAsWritten(document.source, segment.heading)),
    part,
    isAfterOutcome: index >= outcomeAt,
  }));
}

/** Whether a house has a section at the outcome or after it. The draft's own sections stay on their side. */
function isAfterOutcome({ key, part, isAfterOutcome: inDraft }: DraftedSection, { sections }: HouseStyle): boolean {
  const at = sections.findIndex((section) => (section.part ?? section.heading) === key);
  const outcomeAt = sections.findIndex((section) => section.part === 'outcome');
  if (at !== -1 && outcomeAt !== -1) return at >= outcomeAt;
  return part === undefined ? inDraft : partsInOrder.indexOf(part) >= partsInOrder.indexOf('outcome');
}
