import type { Definition, Link, Nodes, Yaml } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { adrLanguages } from '../language/adr-language.ts';
import { variantsOf } from '../language/adr-words.ts';
import { isDense, oneOf } from '../language/patterns.ts';
import { foldWord } from '../language/word-table.ts';
import { adrWords } from '../language/words.ts';
import { longestFrontMatter } from './metadata/front-matter.ts';
import { fieldOf } from './metadata/metadata-field.ts';
import { meaningOfStatus } from './metadata/status.ts';
import { placeOf, type Source, startOfFrontMatter } from './source/source.ts';
import type { StatedLink } from './warning.ts';

/** How an ADR relates to the one it links to. */
export type LinkKind = StatedLink | 'other';

/** A link in an ADR to another file. The words around it decide its kind. */
export interface AdrLink {
  readonly kind: LinkKind;
  /** '' if it is no link but names an ADR by its number. */
  readonly url: string;
  /** The number by which it names an ADR without a link: “Superseded by ADR-0012”. */
  readonly number?: number;
  readonly text: string;
  readonly line: number;
}

/** The words around the links of a kind. */
interface Phrases {
  readonly kind: StatedLink;
  /** Words somewhere before the link, in the same clause, if nothing has to follow it. */
  readonly before: RegExp;
  /** Words before the link, perhaps none, and others after it, without the blanks between. */
  readonly around: readonly { readonly before: string; readonly after: string }[];
}

const phrasesOf = (kind: StatedLink) =>
  adrLanguages
    .flatMap((language) => variantsOf(adrWords[language].links[kind]))
    .map((phrase) => {
      const [before = '', after = ''] = phrase.split('…').map((words) => foldWord(words));
      return { before, after };
    });
const before = (kind: StatedLink) => {
  const words = phrasesOf(kind).flatMap((phrase) => (phrase.after === '' ? [phrase.before] : []));
  const spaced = oneOf(words.filter((word) => !isDense(word)));
  return `(?<!\\p{L})(?:${spaced})(?!\\p{L})|${oneOf(words.filter(isDense))}`;
};
const around = (kind: StatedLink) => phrasesOf(kind).filter(({ after }) => after !== '');

/** The first kind whose words are found counts: “superseded by” has the words of “supersedes” in some languages. */
const phrases: readonly Phrases[] = [
  { kind: 'superseded by', before: new RegExp(before('superseded by'), 'u'), around: around('superseded by') },
  { kind: 'supersedes', before: new RegExp(before('supersedes'), 'u'), around: around('supersedes') },
  { kind: 'amended by', before: new RegExp(before('amended by'), 'u'), around: around('amended by') },
  { kind: 'amends', before: new RegExp(before('amends'), 'u'), around: around('amends') },
];

/** Whether the label of an entry says how its ADR relates to another, as “Superseded by” does. */
export function isLinkLabel(label: string): boolean {
  const folded = foldWord(label.replaceAll(/[-_]/g, ' '));
  return phrases.some((phrase) => phrase.before.test(folded));
}

/**
 * What a text means that has nothing but the words for a kind, such as a heading or a key: “Superseded by”. Of the words
 * for amendments, only the usual one: below “Updates”, there may be anything.
 */
const kindByWords = new Map(
  phrases.toReversed().flatMap(({ kind }) =>
    adrLanguages.flatMap((language) => {
      const all = variantsOf(adrWords[language].links[kind]);
      const telling = kind === 'amends' || kind === 'amended by' ? all.slice(0, 1) : all;
      return telling
        .filter((phrase) => phrase.endsWith('…'))
        .map((phrase) => [bare(foldWord(phrase.slice(0, -1))), kind] as const);
    }),
  ),
);

/** What is before the number of an ADR. */
const adrPrefix = String.raw`(?:\p{Lu}{2,10}-){0,3}(?:ADR|Adr|adr)[-_ ]?#?`;

/** How far before and after a link to look for words about it, in UTF-16 units. */
const reach = 300;

/** Reads all links of a file, and what it says of other ADRs by their numbers. */
export function readLinks(source: Source): AdrLink[] {
  const links: AdrLink[] = [];
  for (const node of source.nodes) {
    if (node.type === 'yaml') links.push(...linksInYaml(source, node));
    else if (node.type === 'definition') links.push(toLink(source, node, node.label ?? ''));
    else if (node.type !== 'code' && node.type !== 'html' && node.type !== 'thematicBreak') {
      const written = source.text.slice(placeOf(node).start, placeOf(node).end);
      if (written.includes('](')) collect(source, node, links);
      if (node.type !== 'heading' && /\d/.test(written)) links.push(...numbersIn(source, node, written));
    }
  }
  return links;
}

/** MADR 3: the status in the front matter may contain a link. Others have a key: `superseded_by: ADR-0012`. */
function linksInYaml(source: Source, node: Yaml): AdrLink[] {
  if (node.value.length > longestFrontMatter) return [];
  const lineOf = (offset: number) => placeOf(node).line + 1 + (node.value.slice(0, offset).match(/\n/g)?.length ?? 0);
  const links = [...node.value.matchAll(/\[(?<text>[^\]\n]{0,300})\]\((?<url>[^)\s]{1,1000})\)/g)].map((match) => {
    const start = startOfFrontMatter(source, node) + match.index;
    const { text = '', url = '' } = match.groups ?? {};
    return { kind: kindAt(source, start, start + match[0].length), url, text, line: lineOf(match.index) };
  });
  const keyed = [...node.value.matchAll(yamlEntry)].flatMap(({ groups, index }) => {
    const { key = '', value = '' } = groups ?? {};
    const kind = kindByWords.get(bare(foldWord(key.replaceAll(/(?<=\p{Ll})(?=\p{Lu})|[_-]/gu, ' '))));
    return kind === undefined || value.includes('](') ? [] : adrsNamed(value, kind, lineOf(index));
  });
  return [...links, ...keyed];
}

/** A key, and its value on the same line or as a list below. */
const yamlEntry = /^["']?(?<key>[\p{L}_-]{3,40})["']?:(?<value>[^\n]{0,500}(?:\n[ \t]{0,8}- [^\n]{0,200}){0,50})/gmu;

/** The ADRs that a value in YAML names: by number, or by the name of a file. */
function adrsNamed(value: string, kind: StatedLink, line: number): AdrLink[] {
  const words = value.replaceAll(/(?:^|\s)#.*$/gm, '').split(/[\s,[\]'"]+/);
  return words.flatMap((text): AdrLink[] => {
    if (/^[^/]+\.md$/i.test(text)) return [{ kind, url: text, text, line }];
    const name = text.slice(text.lastIndexOf('/') + 1);
    const number = /^[\p{L}_#-]{0,40}(?<number>\d{1,6})(?:$|[-_.](?!\d))/u.exec(name)?.groups?.number;
    return number === undefined ? [] : [{ kind, url: '', number: Number(number), text, line }];
  });
}

function collect(source: Source, node: Nodes, links: AdrLink[]): void {
  if (node.type === 'link') links.push(toLink(source, node, textOf(node)));
  else if ('children' in node) for (const child of node.children) collect(source, child, links);
}

function toLink(source: Source, node: Link | Definition, text: string): AdrLink {
  const { start, end, line } = placeOf(node);
  return { kind: kindAt(source, start, end), url: node.url, text, line };
}

/** A number of an ADR that is no link: `ADR-0012`, `[0012]` or `0012`. */
const numberOfAdr = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}\]/.-]|\]\()`,
    String.raw`(?:\[(?:${adrPrefix})?(?<bracketed>\d{1,6})\](?![([:])|${adrPrefix}(?<named>\d{1,6})|(?<padded>0\d{2,4}))`,
    String.raw`(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}/-]|\.\p{L})`,
  ].join(''),
  'gu',
);
const endOfLinkText = /^[^[\]\n]{0,300}\](?:\(|\[)/;

/**
 * The ADRs that a block names by their numbers, where its line says nothing but what one ADR does to another: “Superseded
 * by ADR-0012”. Mentions in running text don't count.
 */
function numbersIn(source: Source, node: Nodes, written: string): AdrLink[] {
  const { start, line } = placeOf(node);
  return [...written.matchAll(numberOfAdr)].flatMap((match): AdrLink[] => {
    const { named, bracketed, padded } = match.groups ?? {};
    const from = start + match.index;
    const end = from + match[0].length;
    if (endOfLinkText.test(source.text.slice(end, end + reach))) return [];
    const kind = statedBefore(source, from, end) ?? kindAbove(source, from);
    if (kind === undefined) return [];
    const lines = written.slice(0, match.index).match(/\n/g)?.length ?? 0;
    return [{ kind, url: '', number: Number(named ?? bracketed ?? padded), text: match[0], line: line + lines }];
  });
}

/** The kind of a link from `start` to `end`, by the words in its line, or else above it. */
function kindAt(source: Source, start: number, end: number): LinkKind {
  const line = withoutAddresses(lineBefore(source, start));
  // “[superseded] by”: the status may be in brackets or linked.
  const folded = foldLine(line.replaceAll(/[[\]]/g, ''));
  const clause = folded.slice(Math.max(folded.lastIndexOf('.'), folded.lastIndexOf('。')) + 1);
  return kindOfClause(clause, restOfLine(source, end)) ?? kindAbove(source, start) ?? 'other';
}

function kindOfClause(clause: string, after: string): StatedLink | undefined {
  const isAround = (words: { readonly before: string; readonly after: string }) =>
    hasWord(clause, words.before) &&
    (isDense(words.after) ? startsWith(after, words.after) : hasWord(after, words.after));
  return phrases.find((all) => all.before.test(clause) || all.around.some(isAround))?.kind;
}

function lineBefore(source: Source, start: number): string {
  const near = source.text.slice(Math.max(0, start - reach), start);
  return near.slice(near.lastIndexOf('\n') + 1);
}

/** The rest of the sentence after a link, folded. */
function restOfLine(source: Source, end: number): string {
  const [rest = ''] = withoutAddresses(source.text.slice(end, end + reach)).split(/[\n.。]/, 1);
  return foldLine(rest);
}

function withoutAddresses(text: string): string {
  return text.replaceAll(/\]\([^()\s]*\)/g, ']');
}

/** The kind of what is named from `start` to `end`, if there is nothing before it but words for it and other numbers. */
function statedBefore(source: Source, start: number, end: number): StatedLink | undefined {
  const line = foldLine(withoutReferences(lineBefore(source, start)));
  const told = line.replace(/^.*[.。;；(（]\s*(?=\p{L})/u, '');
  const after = restOfLine(source, end);
  for (const { kind, before: words, around: pairs } of phrases) {
    const found = words.exec(told);
    const isOnly =
      found !== null && isLabel(told.slice(0, found.index)) && isJoint(told.slice(found.index + found[0].length));
    if (isOnly) return kind;
    const pair = pairs.find(
      (one) => told.endsWith(one.before) && isLabel(told.slice(0, told.length - one.before.length)),
    );
    if (pair !== undefined && kindOfClause(told, after) === kind) return kind;
  }
  return undefined;
}

const references = new RegExp(String.raw`${adrPrefix}\d{1,6}|(?<![\p{L}\p{N}])0\d{2,4}(?!\d)`, 'gu');

/** The kind whose words a folded line begins with, behind a label at most. */
function statedFirst(line: string): StatedLink | undefined {
  return phrases.find(({ before: words }) => {
    const found = words.exec(line);
    return found !== null && isLabel(line.slice(0, found.index));
  })?.kind;
}

/** A line without its links and numbers of ADRs, and without the mark of a list or a quotation. */
function withoutReferences(line: string): string {
  const marks = /^[\s>|#]*(?:[-*+] |\d{1,3}[.)] )?\s*/;
  return withoutAddresses(line)
    .replaceAll(/\[[^[\]]{0,300}\]/g, ' ')
    .replaceAll(references, ' ')
    .replace(marks, '');
}

/** Whether words in front of a statement only say that a status, or what follows a status, comes now. */
function isLabel(text: string): boolean {
  const label = text.replaceAll(/[^\p{L}\p{N} ]/gu, '').trim();
  const last = label.slice(label.lastIndexOf(' ') + 1);
  return (
    label === '' ||
    fieldOf(label) === 'status' ||
    meaningOfStatus(label) !== undefined ||
    (meaningOfStatus(last) !== undefined && fieldOf(label.slice(0, -last.length)) === 'status')
  );
}

/** Whether a text between two references only joins them. */
function isJoint(text: string): boolean {
  const words = text.match(/\p{L}+/gu) ?? [];
  return words.length < 4 && words.every((word) => conjunctions.has(word));
}

const conjunctions = new Set(adrLanguages.flatMap((language) => variantsOf(adrWords[language].and).map(foldWord)));

/** How many lines above a link without words of its own may stand between it and the words for it. */
const linesAbove = 20;

/**
 * What the heading or the line above a list says of the links in it, or the line before if it goes on: “Supersedes:”.
 */
function kindAbove(source: Source, start: number): StatedLink | undefined {
  if (!isJoint(foldLine(withoutReferences(lineBefore(source, start))))) return undefined;
  let end = source.text.lastIndexOf('\n', start - 1);
  for (let count = 0; end > 0 && count < linesAbove; count += 1) {
    const from = source.text.lastIndexOf('\n', end - 1) + 1;
    const line = source.text.slice(Math.max(from, end - reach), end).trim();
    end = from - 1;
    if (line === '') continue;
    const rest = foldLine(withoutReferences(line));
    const kind = kindByWords.get(bare(rest));
    if (kind !== undefined) return kind;
    const before = count === 0 && /[,、，]$/.test(line) ? statedFirst(rest) : undefined;
    if (before !== undefined) return before;
    if (!isJoint(rest) || !/^[-*+>\d]/.test(line)) return undefined;
  }
  return undefined;
}

/** Words without marks and punctuation at either end. */
function bare(text: string): string {
  return text.replaceAll(/^[^\p{L}]+|(?<![^\p{L}])[^\p{L}]+$/gu, '');
}

function foldLine(text: string): string {
  return foldWord(text.replaceAll(/[*`]/g, '').replaceAll('_', ' '));
}

function hasWord(text: string, word: string): boolean {
  if (word === '') return true;
  if (isDense(word)) return text.endsWith(word);
  return text.split(/[^\p{L}]+/u).includes(word) || text.includes(` ${word} `);
}

/** Whether a text after a link begins with a word, apart from blanks and brackets. */
function startsWith(text: string, word: string): boolean {
  return text.replace(/^[\s)(\]*]{1,4}/, '').startsWith(word);
}

/** The file that a relative link points to, without query and fragment; undefined for any other address. */
export function linkedFile(url: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/|^#|^$/i.test(url)) return undefined;
  const path = url.replace(/[?#].*$/s, '').replace(/^\.\//, '');
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The relative link to a file, whatever its name is. `linkedFile` reads the same name back from it. */
export function urlOfFile(file: string): string {
  // encodeURI leaves these in place: they would start a query, fragment or scheme, or end the link or a quoted string.
  const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURI(file.toWellFormed()).replaceAll(/[?#:()']/g, percent);
}
