import type { AdrContent, Markdown } from '../content/content.ts';
import { wordToWrite } from '../language/adr-words.ts';
import { adrWords } from '../language/words.ts';
import { joinBlocks } from '../markdown/to-markdown.ts';
import { writeDate } from '../read/metadata/date.ts';
import type { AskedFact } from '../style/asked-entries.ts';
import type { HouseStyle, MetadataEntryForm, SectionForm } from '../style/house-style.ts';
import { hasRoomForPaths } from './fact-value.ts';
import { placesOf } from './metadata-value.ts';

type RevisitFact = 'revisit on' | 'revisit when';

const has = (style: HouseStyle, fact: AskedFact) =>
  placesOf(style).some(({ entries }) => entries.some(({ field }) => field === fact));

/** The section in which a house says when people look again; undefined if it has an entry for that, or neither. */
function sectionFor(style: HouseStyle, fact: RevisitFact): SectionForm | undefined {
  if (has(style, fact)) return undefined;
  const { sections } = style;
  return sections.find((section) => section.fact === fact) ?? sections.find((section) => section.fact !== undefined);
}

/** Those of some facts that an ADR says, and that its house has no place for. */
export function factsTold(content: AdrContent, style: HouseStyle, facts: readonly AskedFact[]): AskedFact[] {
  // What is kept as written has its facts in it.
  if (content.frontMatter !== undefined || content.metadata !== undefined) return [];
  return facts.filter((fact) => {
    if (!isSaid(content, fact) || has(style, fact)) return false;
    const isRoom = (entry: MetadataEntryForm) => fact === 'affects' && hasRoomForPaths(entry, content);
    if (placesOf(style).some(({ entries }) => entries.some(isRoom))) return false;
    return fact === 'tags' || fact === 'affects' || sectionFor(style, fact) === undefined;
  });
}

function isSaid({ roles, affects, revisit }: AdrContent, fact: AskedFact): boolean {
  switch (fact) {
    case 'tags':
      return (roles.tags ?? []).length > 0;
    case 'affects':
      return (affects ?? []).length > 0;
    case 'revisit on':
      return revisit?.on !== undefined;
    case 'revisit when':
      return revisit?.when !== undefined;
  }
}

/** What a section of the house says of looking again; empty if it is about something else, or nothing is said. */
export function revisitBody(form: SectionForm, { revisit }: AdrContent, style: HouseStyle): Markdown {
  if (form.fact === undefined || revisit === undefined) return '';
  const isHere = (fact: RevisitFact) => sectionFor(style, fact) === form;
  const on = revisit.on !== undefined && isHere('revisit on') ? revisit.on : undefined;
  const when = revisit.when !== undefined && isHere('revisit when') ? revisit.when : undefined;
  if (form.fact === 'revisit when') {
    return joinBlocks(when ?? '', on === undefined ? '' : labelled('revisit on', writeDate(on, style.dateForm), style));
  }
  const { before, dateForm, after } = form.revisitDate ?? { before: '', dateForm: style.dateForm, after: '' };
  return joinBlocks(
    on === undefined ? '' : before + writeDate(on, dateForm) + after,
    when === undefined ? '' : labelled('revisit when', when, style),
  );
}

/** A line behind the label that a language has for a fact. */
function labelled(fact: RevisitFact, value: Markdown, { labelLanguage }: HouseStyle): Markdown {
  const { labels, colon } = adrWords[labelLanguage];
  return wordToWrite(labels[fact]) + colon + value;
}

/** What would change people's mind, in a house with no place for it: for its notes, or else a section of its own. */
export function homelessCondition(
  content: AdrContent,
  style: HouseStyle,
): { readonly heading: string; readonly text: Markdown; readonly line: Markdown } | undefined {
  const when = content.revisit?.when;
  if (when === undefined || factsTold(content, style, ['revisit when']).length === 0) return undefined;
  return {
    heading: wordToWrite(adrWords[style.labelLanguage].labels['revisit when']),
    text: when,
    line: labelled('revisit when', when, style),
  };
}
