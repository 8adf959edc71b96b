import type { AdrPart } from '../content/part.ts';
import { isLinkLabel } from '../read/links/phrases.ts';
import { toPlainLine } from '../text/plain-text.ts';
import type { FactField, HouseStyle, MetadataField, SectionForm } from './house-style.ts';

/** How many entries and sections are asked for at most, and how long their names may be. */
const limits = { entries: 5, sections: 5, key: 60 };

/** What is before the name of a section among what is asked for, as in Markdown. */
const sectionMark = '## ';

/** What a decision says by itself, once people have: its tags, the paths that it governs, when to look at it again. */
export type AskedFact = 'tags' | FactField;

const facts: readonly AskedFact[] = ['tags', 'affects', 'revisit on', 'revisit when'];

/**
 * What only people know about an ADR of a house, as each of its ADRs says something else there: the keys of metadata
 * entries, and sections, as “## Rollout”. Those that are a fact have its name before them: “revisit on: Review date”. What
 * it supersedes or amends is not asked for, as a proposal says that itself.
 */
export function askedEntries(style: HouseStyle): string[] {
  const { frontMatter, above, metadata, below, closing, sections } = style;
  const heads = [frontMatter, above, metadata, below, closing];
  const places = [...heads, ...sections.map((section) => section.metadata)];
  const asked = places.flatMap((form) => form?.entries ?? []).filter(({ value }) => value.kind === 'asked');
  const isShort = (key: string) => key.length <= limits.key && !/[:\n]/.test(key);
  const keys = heads.flatMap((form) =>
    (form?.entries ?? []).flatMap(({ field, key, value }) =>
      value.kind === 'asked' && factOf(field) === undefined ? [key.trim()] : [],
    ),
  );
  const known = [...new Set(keys)].filter((key) => isShort(key) && !isLinkLabel(key)).slice(0, limits.entries);
  const headings = askedSections(style).map(({ heading, fact }) => ({ heading: toPlainLine(heading), fact }));
  const named = headings.filter(({ heading }) => heading.length <= limits.key && /\p{L}/u.test(heading));
  const own = named.flatMap(({ heading, fact }) => (fact === undefined ? [heading] : []));
  const told = facts.flatMap((fact) => {
    const entry = asked.find(({ field, key }) => field === fact && isShort(key.trim()));
    const section = named.find((one) => one.fact === fact);
    const name = entry?.key.trim() ?? (section && sectionMark + section.heading);
    return name === undefined ? [] : [`${fact}: ${name}`];
  });
  return [...told, ...known, ...[...new Set(own)].slice(0, limits.sections).map((heading) => sectionMark + heading)];
}

const factOf = (field: MetadataField | undefined) => facts.find((fact) => fact === field);

/**
 * The fact that answers what is asked for. A form that has a field for it asks only there; undefined for anything else,
 * which has an input of its own.
 */
export function askedFact(asked: string): AskedFact | undefined {
  return facts.find((fact) => asked.startsWith(`${fact}: `));
}

/** The key of the metadata entry that is asked for; undefined for a section. */
export function askedKey(asked: string): string | undefined {
  const name = withoutFact(asked);
  return name.startsWith(sectionMark) ? undefined : name;
}

/** The heading that is asked for; undefined for a metadata entry. */
export function askedHeading(asked: string): string | undefined {
  const name = withoutFact(asked);
  return name.startsWith(sectionMark) ? name.slice(sectionMark.length) : undefined;
}

function withoutFact(asked: string): string {
  const fact = askedFact(asked);
  return fact === undefined ? asked : asked.slice(fact.length + 2);
}

/** The parts of an ADR for which a decision has nothing unless somebody writes a section. */
const ownParts: readonly (AdrPart | undefined)[] = [
  undefined,
  'summary',
  'confirmation',
  'related',
  'neutral-consequences',
  'mitigations',
];

/** The sections that nearly every ADR of a house has, and that nothing else in a decision fills. */
function askedSections({ sections, votesIn }: Pick<HouseStyle, 'sections' | 'votesIn'>): SectionForm[] {
  const highest = Math.min(...sections.map(({ depth }) => depth));
  // What is below the consequences is asked for like a section of its own: “Technical debt” beside “Negative”. MADR has
  // the confirmation below the decision.
  const isPlaced = ({ part, depth }: SectionForm, index: number) => {
    const before = sections.slice(0, index);
    const parent = before.findLast((above) => above.depth < depth);
    const siblings = before.slice(parent === undefined ? 0 : before.indexOf(parent) + 1);
    const isBeside = siblings.some((other) => other.depth === depth && other.part === 'consequences');
    return depth === highest || part === 'confirmation' || isBeside || parent?.part === 'consequences';
  };
  // The link to the discussion is in notes only where there are no references, and the votes are there only in MADR.
  const hasReferences = sections.some(({ part, isSteady }) => part === 'references' && isSteady);
  const isAsked = ({ part, isSteady, isBare, standing, metadata }: SectionForm) =>
    (ownParts.includes(part) || (part === 'more-information' && hasReferences && votesIn !== 'section')) &&
    isSteady &&
    isBare !== true &&
    standing === undefined &&
    metadata === undefined;
  const asked = sections.filter(
    (section, index) => isAsked(section) && isPlaced(section, index) && !isAboveParts(sections, index),
  );
  const home = contextHome(sections);
  return asked.filter((section) => section !== home);
}

/** What an ADR has whatever people are asked for. */
const mainParts: readonly (AdrPart | undefined)[] = ['status', 'context', 'options', 'outcome', 'consequences'];

/** Whether a section is above such parts: a text of its own would make them parts of it, for whoever reads the ADR. */
function isAboveParts(sections: readonly SectionForm[], index: number): boolean {
  const depth = sections[index]?.depth ?? 0;
  const rest = sections.slice(index + 1);
  const end = rest.findIndex((other) => other.depth <= depth);
  return rest.slice(0, end === -1 ? rest.length : end).some(({ part }) => mainParts.includes(part));
}

/** The section before the decision that has the context of an ADR, in a house that has none which is called like that. */
export function contextHome(sections: readonly SectionForm[]): SectionForm | undefined {
  if (sections.some(({ part }) => part === 'context')) return undefined;
  const outcomeAt = sections.findIndex(({ part }) => part === 'outcome');
  const before = sections.slice(0, Math.max(outcomeAt, 0));
  return before.find(
    ({ part, isSteady, metadata, fact }) =>
      part === undefined && isSteady && metadata === undefined && fact === undefined,
  );
}
