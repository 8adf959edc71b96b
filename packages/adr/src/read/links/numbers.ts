import type { Nodes } from 'mdast';
import { isPlaceholder } from '../metadata/metadata-field.ts';
import { isInOpenBox } from '../metadata/status-boxes.ts';
import { placeOf, type Source } from '../source/source.ts';
import type { StatedLink } from '../warning.ts';
import { isAboutAnother, isQuoted } from './another.ts';
import type { AdrLink, LinkKind } from './link.ts';
import { bare, foldLine, isLabel, kindOfClause, kindOfLabel, phrases } from './phrases.ts';
import { numbersWritten } from './references.ts';
import type { RelationAt } from './relations.ts';
import type { ToldAt } from './sentence/told.ts';
import {
  isJoint,
  kindAbove,
  kindInEntry,
  lineBefore,
  reach,
  restOfLine,
  sentenceBefore,
  withoutJoint,
  withoutReferences,
  withoutRemarks,
} from './surroundings.ts';

/** What a block says of the ADRs that are named in it. */
export interface Said {
  readonly relationAt: RelationAt;
  readonly toldAt: ToldAt;
  /** Whether its own words may say how ADRs are related. */
  readonly mayState: boolean;
}

const endOfLinkText = /^[^[\]\n]{0,300}\](?:\(|\[)/;

/**
 * The ADRs that a block names by their numbers, where its line says nothing but what one ADR does to another: “Superseded
 * by ADR-0012”. Mentions in running text don't count.
 */
export function numbersIn(
  source: Source,
  node: Nodes,
  written: string,
  { relationAt, toldAt, mayState }: Said,
): AdrLink[] {
  const { start, line } = placeOf(node);
  return numbersWritten(source, written).flatMap(({ number, index, text, digitsInBrackets, isNamed }): AdrLink[] => {
    const from = start + index;
    const end = from + text.length;
    if (endOfLinkText.test(source.text.slice(end, end + reach)) || isInOpenBox(lineBefore(source, from))) return [];
    if (isQuoted(source, from)) return [];
    const lines = written.slice(0, index).match(/\n/g)?.length ?? 0;
    const named = (kind: LinkKind): AdrLink => ({ kind, url: '', number, text, line: line + lines });
    if (!mayState && relationAt(from) === undefined) {
      const above = kindAbove(source, from);
      return above === undefined ? [] : [named(above)];
    }
    const isOther = isAboutAnother(source, from);
    const label = isOther ? '#' : labelBefore(source, from, end);
    const relation = relationAt(from) ?? (label === '' ? undefined : kindOfLabel(label));
    const isFirst = label === '' ? digitsInBrackets === undefined : kindOfLabel(label) !== undefined;
    const isClear = isNamed || (digitsInBrackets ?? 0) > 2 || isFirst;
    const stated = relation === 'relates' ? undefined : relation;
    const said = toldAt(from);
    if (said === 'none') return relation === undefined || !isClear ? [] : [named(relation)];
    const kind =
      (isNamed ? kindOfLine(source, from) : undefined) ??
      said ??
      (isOther ? undefined : statedBefore(source, from, end)) ??
      stated ??
      kindAbove(source, from) ??
      (isOther ? undefined : kindInEntry(source, from)) ??
      (isClear ? relation : undefined);
    return kind === undefined ? [] : [named(kind)];
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
    isLabel(words) || (isRemark && words.length <= longestSubject && !/[,，、:：]/.test(words));
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
