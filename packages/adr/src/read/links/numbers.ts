import type { Nodes } from 'mdast';
import { isInOpenBox } from '../metadata/status-boxes.ts';
import { placeOf, type Source } from '../source/source.ts';
import type { StatedLink } from '../warning.ts';
import type { AdrLink } from './link.ts';
import {
  bare,
  foldLine,
  isLabel,
  isSelf,
  isSupersededBehind,
  isSupersededHere,
  kindOfClause,
  kindOfLabel,
  phrases,
} from './phrases.ts';
import type { RelationAt } from './relations.ts';
import {
  adrPrefix,
  isJoint,
  kindAbove,
  kindInEntry,
  lineBefore,
  reach,
  restOfItem,
  restOfLine,
  sentenceBefore,
  withoutDays,
  withoutJoint,
  withoutReferences,
} from './surroundings.ts';

/** What follows a number in the name of a file: “0012-use-go.md”. */
const restOfName = String.raw`(?:-[\p{L}\p{N}]*\p{L}[\p{L}\p{N}_-]{0,80}(?:\.md)?)?`;

/** A number of an ADR that is no link: `ADR-0012`, `[0012]`, `0012` or `0012-use-go`. */
const numberOfAdr = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}\]/.-]|\]\()`,
    String.raw`(?:\[(?:${adrPrefix})?(?<bracketed>\d{1,6})\](?![([:])|(?:${adrPrefix}(?<named>\d{1,6})|(?<padded>0\d{2,4}))${restOfName})`,
    String.raw`(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}/-]|\.\p{L})`,
  ].join(''),
  'gu',
);
const otherPrefix = String.raw`(?<prefix>\p{Lu}[\p{Lu}\p{N}]{1,9}(?:-\p{Lu}{1,10}){0,3}-)`;
/** A number with another word for ADRs in front of it, as in “ODR-011” and “ADR-SHOP-011”. */
const otherNumber = new RegExp(
  String.raw`(?<![\p{L}\p{N}\]/.-]|\]\()${otherPrefix}(?<named>\d{1,6})(?![\p{L}\p{N}/-]|\.\p{L})`,
  'gu',
);
const inTitle = new RegExp(String.raw`^# \W{0,3}${otherPrefix}\d{1,6}(?![\p{L}\p{N}-])`, 'mu');
const usualPrefix = new RegExp(`^${adrPrefix}$`, 'u');

/** The numbers of a block, also those with the word in front of them that the title of this ADR has. */
function numbersWritten({ text }: Source, written: string): readonly RegExpExecArray[] {
  const usual = [...written.matchAll(numberOfAdr)];
  const others = [...written.matchAll(otherNumber)].filter(({ groups }) => !usualPrefix.test(groups?.prefix ?? ''));
  const own = others.length === 0 ? undefined : inTitle.exec(text.slice(0, titleWithin))?.groups?.prefix;
  return [...usual, ...others.filter(({ groups }) => groups?.prefix === own)];
}

/** How far from the beginning of a file its title is looked for, in UTF-16 units. */
const titleWithin = 2_000;

const endOfLinkText = /^[^[\]\n]{0,300}\](?:\(|\[)/;

/**
 * The ADRs that a block names by their numbers, where its line says nothing but what one ADR does to another: “Superseded
 * by ADR-0012”. Mentions in running text don't count.
 */
export function numbersIn(source: Source, node: Nodes, written: string, relationAt: RelationAt): AdrLink[] {
  const { start, line } = placeOf(node);
  return numbersWritten(source, written).flatMap((match): AdrLink[] => {
    const { named, bracketed, padded } = match.groups ?? {};
    const from = start + match.index;
    const end = from + match[0].length;
    if (endOfLinkText.test(source.text.slice(end, end + reach)) || isInOpenBox(lineBefore(source, from))) return [];
    const label = labelBefore(source, from, end);
    const relation = relationAt(from) ?? (label === '' ? undefined : kindOfLabel(label));
    const isFirst = label === '' ? bracketed === undefined : kindOfLabel(label) !== undefined;
    const isClear = named !== undefined || (bracketed?.length ?? 0) > 2 || isFirst;
    const stated = relation === 'relates' ? undefined : relation;
    const told = relation === 'relates' ? toldBefore(source, from) : undefined;
    const kind =
      (isSupersededHere(restOfLine(source, end)) ? 'supersedes' : undefined) ??
      statedBefore(source, from, end) ??
      told ??
      stated ??
      kindAbove(source, from) ??
      kindInEntry(source, from) ??
      (isSupersededBehind(restOfItem(source, from, end)) ? 'supersedes' : undefined) ??
      (isClear ? relation : undefined);
    if (kind === undefined) return [];
    const lines = written.slice(0, match.index).match(/\n/g)?.length ?? 0;
    return [{ kind, url: '', number: Number(named ?? bracketed ?? padded), text: match[0], line: line + lines }];
  });
}

/** All words of the line before a number, other numbers left out; '#' if more words than those of a label are around it. */
function labelBefore(source: Source, start: number, end: number): string {
  const before = withoutReferences(lineBefore(source, start));
  const words = bare(foldLine(before));
  if (words === '' || /[:：|]/.test(before)) return words;
  return isJoint(withoutReferences(restOfLine(source, end).replaceAll(/\([^()]*\)/g, ' '))) ? withoutJoint(words) : '#';
}

const reference = /(?<!\p{L})adr[-_ ]?#?\d|(?<!\d)0\d{2,4}(?!\d)|\]/u;

/**
 * What a sentence among relations says of the ADR that it names at a place: “This replaces the approach of ADR-0012”. If
 * another ADR is named in front of the words for it, that one may be meant.
 */
function toldBefore(source: Source, start: number): StatedLink | undefined {
  const line = foldLine(withoutDays(lineBefore(source, start)));
  const sentence = line.slice(Math.max(line.lastIndexOf('. '), line.lastIndexOf('。'), line.lastIndexOf(';')) + 1);
  for (const { kind, before: words } of phrases) {
    const found = words.exec(sentence);
    if (found !== null) return reference.test(sentence.slice(0, found.index)) ? undefined : kind;
  }
  return undefined;
}

/** The longest name in a remark for what of an ADR is superseded, in UTF-16 units. */
const longestSubject = 40;

/** The kind of what is named from `start` to `end`, if there is nothing before it but words for it and other numbers. */
function statedBefore(source: Source, start: number, end: number): StatedLink | undefined {
  const line = foldLine(withoutReferences(sentenceBefore(source, start)));
  const lead = /^.*[.。;；(（[]\s*(?=\p{L})/u.exec(line)?.[0] ?? '';
  const told = line.slice(lead.length);
  // “Accepted (the colors superseded by ADR-12)”
  const isRemark = /[(（]\s*$/.test(lead) && isLabel(lead);
  const isSubject = (words: string) =>
    isLabel(words) || isSelf(words) || (isRemark && words.length <= longestSubject && !/[,，、:：]/.test(words));
  const stated = kindOfClause(told, restOfLine(source, end));
  for (const { kind, before: words, around: pairs } of phrases) {
    const found = words.exec(told);
    const isOnly =
      found !== null && isSubject(told.slice(0, found.index)) && isJoint(told.slice(found.index + found[0].length));
    if (isOnly) return kind;
    const isPair = (one: { readonly before: string }) =>
      told.endsWith(one.before) && isSubject(told.slice(0, told.length - one.before.length));
    if (stated === kind && pairs.some(isPair)) return kind;
  }
  return undefined;
}
