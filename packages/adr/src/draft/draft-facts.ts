import type { RootContent } from 'mdast';
import type { Markdown } from '../content/content.ts';
import type { AdrDocument, AdrSection } from '../read/document.ts';
import type { Located, PlaceKind } from '../read/located.ts';
import type { MetadataEntry } from '../read/metadata/entry/entry.ts';
import { revisitNamedBy } from '../read/metadata/metadata-field.ts';
import { placeOf } from '../read/source/source.ts';
import { toPlainLine } from '../text/plain-text.ts';
import { lineAround, type Stretch } from './cut.ts';
import { type DraftWords, toLineWords } from './draft-words.ts';

/** What a draft says of its tags, of the paths that it governs, and of when to look at it again. */
export interface DraftFacts {
  readonly tags: readonly string[];
  /** The glob patterns of the paths, from the root of the repository. */
  readonly affects: readonly string[];
  /** `YYYY-MM-DD`, or `YYYY-MM` if no day is said. */
  readonly revisitOn: string | undefined;
  readonly revisitWhen: DraftWords | undefined;
}

/** Metadata at the beginning, which the sections of a draft don't have. */
const inHead: readonly PlaceKind[] = ['front matter', 'list', 'line', 'code', 'table'];

/** The most words around a day that say nothing but to look again then: “We look at this again on …”. */
const wordsAroundDay = 8;

/**
 * Finds these facts wherever an ADR has them. `stretches` are where they stand among other text; without them, nothing is
 * said twice. What stands in the middle of other text is left there, and is no fact of the draft.
 */
export function findFacts(document: AdrDocument): { facts: DraftFacts; stretches: readonly Stretch[] } {
  const { roles, affects, revisit } = document;
  const sections = document.sections.flatMap((section, index) => {
    const told = wholly(document, section, document.sections[index + 1]);
    return told !== undefined && agrees(document, told) ? [told] : [];
  });
  const stretches: Stretch[] = sections.map(({ stretch }) => stretch);
  const take = <Value>(found: Located<Value> | undefined): Value | undefined => {
    if (found === undefined) return undefined;
    if (inHead.includes(found.foundIn) || stretches.some((stretch) => isWithin(found, stretch))) return found.value;
    const line = lineAround(document.source, found);
    if (line === undefined) return undefined;
    stretches.push(line);
    return found.value;
  };
  const when = take(revisit.when);
  const facts = {
    tags: (take(roles.tags) ?? []).map((tag) => toPlainLine(tag)).filter((tag) => tag !== ''),
    affects: take(affects) ?? [],
    revisitOn: take(revisit.on),
    revisitWhen: when === undefined ? undefined : toLineWords(onOneLine(when)),
  };
  return { facts, stretches };
}

const isWithin = ({ start, end }: Stretch, around: Stretch) => around.start <= start && end <= around.end;

/** A section that is about looking again, and says nothing else. */
interface WholeSection {
  readonly entries: readonly MetadataEntry[];
  readonly stretch: Stretch;
}

function wholly(
  { source }: AdrDocument,
  { revisit, segment, depth }: AdrSection,
  next: AdrSection | undefined,
): WholeSection | undefined {
  const hasSubsections = next !== undefined && next.depth > depth;
  const blocks = segment.nodes.filter(({ type }) => type !== 'html');
  if (revisit === undefined || hasSubsections || revisit.entries.length === 0) return undefined;
  const { entries } = revisit;
  const [days, conditions] = [entries.filter(isDay), entries.filter((entry) => !isDay(entry))];
  if (days.length > 1 || conditions.length > 1) return undefined;
  const isTold = (block: RootContent) => {
    const place = placeOf(block);
    const inside = entries.filter(({ value }) => isWithin(value, place));
    if (conditions.some(({ value }) => isWithin(place, value))) return isOneLine(block);
    const [only, ...others] = inside;
    return only !== undefined && others.length === 0 && isAllOf(source.text.slice(place.start, place.end), only, place);
  };
  const stretch = { start: placeOf(segment.heading).start, end: placeOf(segment.nodes.at(-1) ?? segment.heading).end };
  return blocks.every(isTold) && conditions.every(({ value }) => isOneBlock(value, blocks))
    ? { entries, stretch }
    : undefined;
}

const isDay = ({ field }: MetadataEntry) => field === 'revisit on';

/** Whether a condition is not several blocks. */
function isOneBlock(value: Stretch, blocks: readonly RootContent[]): boolean {
  return blocks.filter((block) => isWithin(placeOf(block), value)).length <= 1;
}

/** Whether a block can be said on one line: a paragraph, or a list whose items are paragraphs. */
function isOneLine(block: RootContent): boolean {
  if (block.type === 'paragraph') return true;
  return (
    block.type === 'list' &&
    block.children.every(({ children: [first, ...others] }) => first?.type === 'paragraph' && others.length === 0)
  );
}

/** Whether a block is only one entry: its label and its value, or a short sentence around a day. */
function isAllOf(text: string, { field, value }: MetadataEntry, { start }: Stretch): boolean {
  const [before, after] = [text.slice(0, value.start - start), text.slice(value.end - start)];
  if (field !== 'revisit on')
    return revisitNamedBy(before.replaceAll(/[^\p{L}\p{N} ]/gu, '').trim()) === field && after.trim() === '';
  const words = `${before} ${after}`.match(/\p{L}+|\p{N}+/gu) ?? [];
  return words.length <= wordsAroundDay && !/[.!?。]\s+\p{L}/u.test(text);
}

/** Whether a section says what counts in the whole draft, and nothing different. */
function agrees({ revisit }: AdrDocument, { entries, stretch }: WholeSection): boolean {
  return entries.every(({ field, value }) => {
    const counted = field === 'revisit on' ? revisit.on : revisit.when;
    return counted !== undefined && (isWithin(counted, stretch) || isSameLine(counted.value, value.value));
  });
}

const isSameLine = (one: Markdown, other: Markdown) => toPlainLine(one) === toPlainLine(other);

/** The items of a list with semicolons between them; any other Markdown as it is. */
function onOneLine(markdown: Markdown): Markdown {
  const items = markdown.split(/\n(?=[-*+] )/);
  if (!items.every((item) => /^[-*+] /.test(item))) return markdown;
  return items
    .map((item) =>
      item
        .slice(2)
        .trim()
        .replace(/[.;,]$/, ''),
    )
    .join('; ');
}
