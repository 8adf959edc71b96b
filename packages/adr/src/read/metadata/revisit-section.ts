import type { RootContent } from 'mdast';
import { adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { isDense, oneOf } from '../../language/patterns.ts';
import { adrWords } from '../../language/words.ts';
import type { RevisitDateForm } from '../../style/house-style.ts';
import type { PlaceKind } from '../located.ts';
import type { Segment } from '../source/outline.ts';
import { blocksAsWritten, placeOf, type Source } from '../source/source.ts';
import { readDate, writeDate } from './date.ts';
import type { MetadataEntry } from './entry/entry.ts';
import { readKnownEntries } from './metadata.ts';
import { isPlaceholder, isVagueLabel, revisitNamedBy } from './metadata-field.ts';
import { isCondition, readRevisitDate } from './revisit-date.ts';

/** What a section says of looking again. */
export interface RevisitSection {
  readonly fact: 'revisit on' | 'revisit when';
  readonly entries: readonly MetadataEntry[];
  /** Undefined if its text is more than the day. */
  readonly form: RevisitDateForm | undefined;
}

/** The longest text around a day, in UTF-16 units. */
const longestSentence = 160;

/** Reads a section such as “Revisit when” or “Next review”; undefined if it is about something else. */
export function readRevisitSection(source: Source, { part, name, nodes }: Segment): RevisitSection | undefined {
  const named = part === undefined ? revisitNamedBy(name, source.language) : undefined;
  if (named === undefined) return undefined;
  const isVague = isVagueLabel(name);
  const blocks = nodes.filter(({ type }) => type !== 'html');
  const known = entriesIn(source, blocks, 'section');
  const told = blocks.filter((block) => !known.some(({ value }) => isWithin(block, value.start)));
  const text = blocksAsWritten(source, told);
  if (text.trim() === '' || isPlaceholder(text)) {
    return isVague && known.length === 0 ? undefined : { fact: named, entries: known, form: undefined };
  }
  const dated = dateIn(source, told[0], isVague);
  if (dated !== undefined && (named === 'revisit on' || dated.isAll)) {
    const isOnly = blocks.length === 1;
    return {
      fact: 'revisit on',
      entries: [{ ...dated.entry, key: name }, ...known, ...conditionsIn(source, name, told.slice(1))],
      form: isOnly ? dated.form : undefined,
    };
  }
  if (isVague || (named === 'revisit on' && !isCondition(text))) return undefined;
  return { fact: 'revisit when', entries: [...conditionsIn(source, name, told), ...known], form: undefined };
}

const isRevisit = ({ field }: MetadataEntry) => field === 'revisit on' || field === 'revisit when';

/** The entries about looking again. A condition that is broken into lines is in all of them. */
function entriesIn(source: Source, nodes: readonly RootContent[], foundIn: PlaceKind): MetadataEntry[] {
  return nodes.flatMap((node) => {
    const known = readKnownEntries(source, [node], foundIn);
    const [only, ...others] = known;
    const isCondition = only?.field === 'revisit when' && others.length === 0 && node.type === 'paragraph';
    if (!isCondition) return known.filter(isRevisit);
    const { start, end } = placeOf(node);
    if (source.text.slice(start, only.value.start).includes('\n')) return known;
    return [{ ...only, value: { ...only.value, end, value: source.text.slice(only.value.start, end) } }];
  });
}

const isWithin = (block: RootContent, offset: number) => {
  const { start, end } = placeOf(block);
  return start <= offset && offset <= end;
};

function conditionsIn(source: Source, key: string, blocks: readonly RootContent[]): MetadataEntry[] {
  const [first, last] = [blocks[0], blocks.at(-1)];
  if (first === undefined || last === undefined) return [];
  const place = {
    foundIn: 'section',
    line: placeOf(first).line,
    start: placeOf(first).start,
    end: placeOf(last).end,
  } as const;
  const value = blocksAsWritten(source, blocks);
  return [{ field: 'revisit when', key, value: { ...place, value }, names: undefined }];
}

/** The day in a short paragraph. `isAll`: there is nothing else in it. */
function dateIn(source: Source, block: RootContent | undefined, isVague: boolean) {
  if (block?.type !== 'paragraph') return undefined;
  const { start, end, line } = placeOf(block);
  const text = source.text.slice(start, end);
  if (text.length > longestSentence || text.includes('\n')) return undefined;
  const alone = readRevisitDate(text, source.language, true);
  const read =
    alone ?? (isVague ? undefined : (readRevisitDate(text, source.language, false) ?? readDate(text, source.language)));
  if (read === undefined) return undefined;
  const written = writeDate(read.date, read.form, source.language);
  const at = text.indexOf(written);
  const from = at === -1 ? 0 : at;
  const to = at === -1 ? text.length : at + written.length;
  const place = { foundIn: 'section', line, start: start + from, end: start + to } as const;
  return {
    entry: {
      field: 'revisit on',
      key: '',
      value: { ...place, value: text.slice(from, to) },
      names: undefined,
    } as const,
    isAll: alone !== undefined,
    form: { before: text.slice(0, from), dateForm: read.form, after: text.slice(to) },
  };
}

const labels = adrLanguages
  .flatMap((language) => variantsOf(adrWords[language].labels['revisit on']))
  .filter((label) => !isDense(label) && !isVagueLabel(label));
const sentence = new RegExp(`^(?:[-*+] )?(?<lead>(?:${oneOf(labels)})\\s+)(?<rest>[^\\n]{4,60})$`, 'iu');

/**
 * What a section with further information says of looking again, in lines of their own: “Revisit when: traffic doubles”,
 * “Revisit in March 2027.”
 */
export function revisitInNotes(source: Source, nodes: readonly RootContent[]): MetadataEntry[] {
  const known = entriesIn(source, nodes, 'text');
  const told: RootContent[] = nodes.flatMap((node) =>
    node.type === 'list' ? node.children.flatMap((item): RootContent[] => item.children) : [node],
  );
  return [...known, ...told.flatMap((node) => (node.type === 'paragraph' ? sentencesIn(source, node) : []))];
}

function sentencesIn(source: Source, node: RootContent): MetadataEntry[] {
  const { start, end, line } = placeOf(node);
  let from = start;
  return source.text
    .slice(start, end)
    .split('\n')
    .flatMap((text, index): MetadataEntry[] => {
      const begin = from;
      from += text.length + 1;
      const { lead, rest } = sentence.exec(text)?.groups ?? {};
      if (lead === undefined || rest === undefined) return [];
      const value = rest.replace(/[.。]$/, '');
      const read = readRevisitDate(value, source.language, false);
      if (read === undefined) return [];
      const at = begin + text.indexOf(rest);
      const place = { foundIn: 'text', line: line + index, start: at, end: at + value.length } as const;
      return [{ field: 'revisit on', key: lead.trim(), value: { ...place, value }, names: undefined }];
    });
}
