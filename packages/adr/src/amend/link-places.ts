import { wordToWrite } from '../language/adr-words.ts';
import { adrWords } from '../language/words.ts';
import type { AdrDocument, AdrSection } from '../read/document.ts';
import { placeOf } from '../read/source/source.ts';
import { styleOf } from '../style/style-of.ts';
import { type Edit, insertAt } from './edit.ts';
import { endOfTitle, markerOf } from './edit-places.ts';
import { isMadr2 } from './link-to.ts';
import { addMetadataLine } from './metadata-line.ts';

/** What is said of the other ADR: in the words of the house, or else in those of the language. */
export interface LinkWords {
  readonly before: string;
  readonly link: string;
}

/** The places where a file can say these words, the best first. */
export const waysToAdd = (document: AdrDocument, words: LinkWords | undefined, isNew: boolean): Edit[] =>
  words === undefined
    ? []
    : [inStatusSection, inListOfLinks, inMetadata, atEnd, underTitle].flatMap(
        (place) => place(document, words.before, words.link, isNew) ?? [],
      );

/** One way to add a link to a file; undefined if the file has no such place. */
type LinkPlacement = (document: AdrDocument, words: string, link: string, isNew: boolean) => Edit | undefined;

/** Nygard and adr-tools: a new paragraph at the end of the status section. */
const inStatusSection: LinkPlacement = ({ sections }, words, link) => {
  const last = sections.find(({ part }) => part === 'status')?.segment.nodes.at(-1);
  return last && insertAt(placeOf(last).end, `\n\n${words}${link}`);
};

/** MADR 2, log4brains and others: an item in the list of links. */
const inListOfLinks: LinkPlacement = (document, words, link) => {
  const isFor = (part: AdrSection['part']) => part === 'related' || part === 'references';
  const section = document.sections.find(({ part, segment }) => isFor(part) && segment.nodes.at(-1)?.type === 'list');
  const list = section?.segment.nodes.at(-1);
  return list?.type === 'list' && list.ordered !== true
    ? insertAt(placeOf(list).end, `\n${markerOf(document, list)}${words}${link}`)
    : undefined;
};

/** Another line or item in the metadata under the title. MADR 2 has no links there. */
export const inMetadata: LinkPlacement = (document, words, link, isNew) => {
  if (isMadr2(document)) return undefined;
  const { metadata, outline } = document;
  const last = metadata?.entries.at(-1);
  if (metadata === undefined || last === undefined) return undefined;
  const { form } = metadata;
  const [list] = outline.preamble;
  const entry = form.entries.at(-1);
  const label = (entry?.lead ?? '').replace(entry?.key ?? '', words.replace(/\s?[:：]?\s?$/, ''));
  const lead = /[^\s：]$/.test(label) ? `${label} ` : label;
  if (form.layout === 'front matter' || form.layout === 'table' || list === undefined) return undefined;
  if (form.layout === 'lines') return addMetadataLine(document, form, last, lead + link, isNew);
  const gap = form.layout === 'list' ? `\n${markerOf(document, list)}` : '\n\n';
  return insertAt(last.value.end, gap + lead + link);
};

/** MADR 3 and 4: a paragraph under More Information. MADR 2: a new list of links. */
const atEnd: LinkPlacement = (document, words, link) => {
  const { sections, source, outline } = document;
  const more = sections.find(({ part }) => part === 'more-information');
  const last = more?.segment.nodes.at(-1);
  if (last !== undefined) return insertAt(placeOf(last).end, `\n\n${words}${link}`);
  const end = source.nodes.at(-1);
  if (end === undefined || outline.closing.length > 0) return undefined;
  const { headings } = adrWords[styleOf(document).labelLanguage];
  const added = isMadr2(document)
    ? `## Links\n\n${styleOf(document).marks.bullet} ${words}${link}`
    : `## ${wordToWrite(headings['more-information'])}\n\n${words}${link}`;
  return insertAt(placeOf(end).end, `\n\n${added}`);
};

const underTitle: LinkPlacement = (document, words, link) =>
  document.outline.title === undefined
    ? insertAt(0, `${words}${link}\n\n`)
    : insertAt(endOfTitle(document), `\n\n${words}${link}`);
