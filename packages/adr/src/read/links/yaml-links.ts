import type { Yaml } from 'mdast';
import { longestFrontMatter } from '../metadata/front-matter.ts';
import { fieldOf } from '../metadata/metadata-field.ts';
import { placeOf, type Source, startOfFrontMatter } from '../source/source.ts';
import { kindAt } from './kind-at.ts';
import type { AdrLink, LinkKind } from './link.ts';
import { foldLine, kindOfClause, kindOfEntry, kindOfLabel } from './phrases.ts';
import { adrPrefix } from './references.ts';
import { withoutDays } from './surroundings.ts';

/** MADR 3: the status in the front matter may contain a link. Others have a key: `superseded_by: ADR-0012`. */
export function linksInYaml(source: Source, node: Yaml): AdrLink[] {
  if (node.value.length > longestFrontMatter) return [];
  const lineOf = (offset: number) => placeOf(node).line + 1 + (node.value.slice(0, offset).match(/\n/g)?.length ?? 0);
  const links = [...node.value.matchAll(/\[(?<text>[^\]\n]{0,300})\]\((?<url>[^)\s]{1,1000})\)/g)].map((match) => {
    const start = startOfFrontMatter(source, node) + match.index;
    const { text = '', url = '' } = match.groups ?? {};
    return { kind: kindAt(source, start, start + match[0].length), url, text, line: lineOf(match.index) };
  });
  const keyed = [...node.value.matchAll(yamlEntry)].flatMap(({ groups, index }) => {
    const { key = '', value = '' } = groups ?? {};
    if (value.includes('](')) return [];
    const kind = kindOfLabel(key);
    const within = [...value.matchAll(entryOfItem)].flatMap((match) => {
      const kindOfItem = kindOfLabel(match.groups?.key ?? '');
      return kindOfItem === undefined ? [] : adrsNamed(match.groups?.value ?? '', kindOfItem, lineOf(index));
    });
    if (within.length > 0) return within;
    if (kind !== undefined) return adrsNamed(value, kind, lineOf(index));
    return fieldOf(key) === 'status' ? adrsInStatus(value, lineOf(index)) : [];
  });
  return [...links, ...keyed, ...linksInItems(node.value, lineOf)];
}

const itemOfList =
  /^(?<indent>[ \t]{0,12})- (?<first>\S.{0,300})(?<more>(?:\n\k<indent>[ \t]{2,12}\S[^\n]{0,300}){1,20})/gm;
const keyAndValue = /^[ \t]{0,24}["']?(?<key>[\p{L}_-]{1,40})["']?:[ \t]{1,9}["']?(?<value>[^\n"']{1,300})/u;
const keysOfAdrs = 'adr id number target to ref record decision'.split(' ');

/** The items of a list that say in one entry how they are related, and in another to which ADR. */
function linksInItems(yaml: string, lineOf: (offset: number) => number): AdrLink[] {
  return [...yaml.matchAll(itemOfList)].flatMap(({ groups, index }) => {
    const { first = '', more = '' } = groups ?? {};
    const entries = [first, ...more.split('\n')].map((line) => keyAndValue.exec(line)?.groups ?? {});
    const kind = entries.flatMap(({ value = '' }) => kindOfEntry(value) ?? [])[0];
    if (kind === undefined) return [];
    const named = entries.flatMap(({ key = '', value = '' }): AdrLink[] => {
      const text = value.trim();
      const isNumber = /^\d{1,5}$/.test(text) && keysOfAdrs.includes(key.toLowerCase());
      if (isNumber) return [{ kind, url: '', number: Number(text), text, line: lineOf(index) }];
      return adrsNamed(text, 'relates', lineOf(index)).map((link) => ({ ...link, kind }));
    });
    return named.slice(0, 1);
  });
}

/** A key, and its value on the same line or as a list below. */
const yamlEntry =
  /^[ \t]{0,8}(?:- )?["']?(?<key>[\p{L}_-]{3,40})["']?:(?<value>[^\n]{0,500}(?:\n[ \t]{0,8}- [^\n]{0,200}){0,50})/gmu;

/** An entry that an item of a list begins with: “- supersedes: ADR-0003”. */
const entryOfItem = /\n[ \t]{0,8}- ["']?(?<key>[\p{L}_-]{3,40})["']?:(?<value>[^\n]{1,200})/gu;

const numberInStatus = new RegExp(
  `${adrPrefix}(?<named>\\d{1,6})|(?<![\\p{L}\\p{N}-])(?<padded>0\\d{2,4})(?![\\p{N}-])`,
  'gu',
);

/** The ADRs that a status names by their numbers: “superseded by ADR 12”. */
function adrsInStatus(value: string, line: number): AdrLink[] {
  return [...value.matchAll(numberInStatus)].flatMap(({ 0: text, index, groups }): AdrLink[] => {
    const before = foldLine(withoutDays(value.slice(0, index)));
    const clause = before.slice(Math.max(before.lastIndexOf('.'), before.lastIndexOf(';')) + 1);
    const kind = kindOfClause(clause, foldLine(value.slice(index + text.length)));
    return kind === undefined ? [] : [{ kind, url: '', number: Number(groups?.named ?? groups?.padded), text, line }];
  });
}

const anyName = /^[\p{L}_#-]{0,40}(?<number>\d{1,6})(?:$|[-_.](?!\d))/u;
/** The name of a file without its extension that begins with a day, as no number of an ADR does. */
const datedName = /^(?:\d{4}-\d{2}-\d{2}|\d{8})-\p{L}[\p{L}\p{N}_-]{0,200}$/u;
/** The name of a file without its extension that begins with neither a number nor a day. */
const slug =
  /^\p{L}{1,60}(?:[-_]{1,2}[\p{L}\p{N}]{1,60}){0,20}?[-_]{1,2}\p{L}{3,60}(?:[-_]{1,2}[\p{L}\p{N}]{1,60}){0,20}$/u;
/** Beside ADRs, other things may be related. */
const relatedName = /^(?:(?:\p{Lu}{1,10}-){0,3}ADR[-_]?)?(?<number>0\d{2,5}|(?<=\p{L}[-_]?)\d{1,6})(?:$|[-_.](?!\d))/iu;

/** How many words there are around the names of ADRs in a value that is no sentence. */
const longestRemark = 3;

/** The ADRs that a value in YAML names: by number, or by the name of a file. */
function adrsNamed(value: string, kind: LinkKind, line: number): AdrLink[] {
  const words = value.replaceAll(/(?:^|\s)#.*$/gm, '').split(/[\s,[\]'"]+/);
  // “v2 (commit beef939) replaced what we had”
  const isSentence = words.filter((word) => /^\p{Ll}{2,}$/u.test(word)).length > longestRemark;
  const pattern = kind === 'relates' || isSentence ? relatedName : anyName;
  const isAlone = words.filter((word) => word !== '').length === 1;
  return words.flatMap((text): AdrLink[] => {
    if (/^[^/]+\.md$/i.test(text)) return [{ kind, url: text, text, line }];
    if (datedName.test(text) || (kind !== 'relates' && isAlone && slug.test(text)))
      return [{ kind, url: `${text}.md`, text, line }];
    const name = text.slice(text.lastIndexOf('/') + 1);
    const number = pattern.exec(name)?.groups?.number;
    return number === undefined ? [] : [{ kind, url: '', number: Number(number), text, line }];
  });
}
