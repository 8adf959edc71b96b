import type { Nodes } from 'mdast';
import { isPlaceholder } from '../metadata/metadata-field.ts';
import { isInOpenBox } from '../metadata/status-boxes.ts';
import { placeOf, type Source } from '../source/source.ts';
import type { StatedLink } from '../warning.ts';
import { isAboutAnother, isQuoted } from './another.ts';
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
import { numbersWritten } from './references.ts';
import type { RelationAt } from './relations.ts';
import {
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
  withoutRemarks,
} from './surroundings.ts';

const endOfLinkText = /^[^[\]\n]{0,300}\](?:\(|\[)/;

/**
 * The ADRs that a block names by their numbers, where its line says nothing but what one ADR does to another: “Superseded
 * by ADR-0012”. Mentions in running text don't count.
 */
export function numbersIn(source: Source, node: Nodes, written: string, relationAt: RelationAt): AdrLink[] {
  const { start, line } = placeOf(node);
  return numbersWritten(source, written).flatMap(({ number, index, text, digitsInBrackets, isNamed }): AdrLink[] => {
    const from = start + index;
    const end = from + text.length;
    if (endOfLinkText.test(source.text.slice(end, end + reach)) || isInOpenBox(lineBefore(source, from))) return [];
    if (isQuoted(source, from)) return [];
    const isOther = isAboutAnother(source, from);
    const label = isOther ? '#' : labelBefore(source, from, end);
    const relation = relationAt(from) ?? (label === '' ? undefined : kindOfLabel(label));
    const isFirst = label === '' ? digitsInBrackets === undefined : kindOfLabel(label) !== undefined;
    const isClear = isNamed || (digitsInBrackets ?? 0) > 2 || isFirst;
    const stated = relation === 'relates' ? undefined : relation;
    const told = relation === 'relates' ? toldBefore(source, from) : undefined;
    const item = restOfItem(source, from, end);
    const kind =
      (isSupersededHere(restOfLine(source, end)) || isSupersededHere(item) ? 'supersedes' : undefined) ??
      (isNamed ? kindOfLine(source, from) : undefined) ??
      (isOther ? undefined : (statedBefore(source, from, end) ?? told)) ??
      stated ??
      kindAbove(source, from) ??
      (isOther ? undefined : kindInEntry(source, from)) ??
      (isSupersededBehind(item) ? 'supersedes' : undefined) ??
      (isClear ? relation : undefined);
    if (kind === undefined) return [];
    const lines = written.slice(0, index).match(/\n/g)?.length ?? 0;
    return [{ kind, url: '', number, text, line: line + lines }];
  });
}

const startOfEntry = /^[\s>]*(?:[-*+] )?[*_]{0,2}(?<label>[^:：\n]{2,60})[:：][*_]{0,2}(?<rest>.*)$/u;

/** What the label of a line says of the first ADR that the line names: “Supersedes: the color rules of ADR-0003”. */
function kindOfLine(source: Source, start: number): StatedLink | undefined {
  const { label = '', rest = '' } = startOfEntry.exec(withoutRemarks(lineBefore(source, start)))?.groups ?? {};
  const kind = label === '' ? undefined : kindOfLabel(label.replaceAll(/\([^()]*\)|（[^（）]*）/g, ' '));
  if (kind === undefined || kind === 'relates' || reference.test(foldLine(rest))) return undefined;
  const [first = ''] = rest.trim().split(/[\s,.;(（]/, 1);
  return isPlaceholder(first) ? undefined : kind;
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
  const line = foldLine(withoutReferences(withoutRemarks(sentenceBefore(source, start))));
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
