import { isDense } from '../../../language/patterns.ts';
import type { StatedLink } from '../../warning.ts';
import { densePatterns, isDoubtfulInDense, joined } from './dense-patterns.ts';
import { firstCode, type Reference, selfMark } from './marks.ts';
import { opposite, type Statement } from './statement.ts';

/** What a text in Chinese, Japanese or Korean says of the ADRs that it names. */
export function statementsInDense(text: string, references: readonly Reference[]): Statement[] {
  if (!isDense(text)) return [];
  const isTaken = new Set<number>();
  return densePatterns.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index, groups }): Statement[] => {
      const places = Array.from(found, (_, at) => index + at);
      if (places.some((place) => isTaken.has(place))) return [];
      for (const place of places) isTaken.add(place);
      const named = groups?.after ?? groups?.before ?? groups?.within ?? '';
      const isNext = found.length - named.length < 4;
      return stated(text, references, { kind, start: index, end: index + found.length, named, isNext });
    }),
  );
}

/** How far in front of a verb its sentence is looked at, in UTF-16 units. */
const longestSentence = 500;

/** How many digits are a number of an ADR by themselves. */
const fewestDigits = 4;

interface Match {
  readonly kind: StatedLink;
  readonly start: number;
  readonly end: number;
  /** Which ADRs it is about: others, this one, or those in front of it. */
  readonly named: string;
  /** Whether the verb and the ADR are next to each other. */
  readonly isNext: boolean;
}

function stated(
  text: string,
  references: readonly Reference[],
  { kind, start, end, named, isNext }: Match,
): Statement[] {
  const sentence = behindLast(text.slice(Math.max(0, start - longestSentence), start), '。；\n');
  const clause = behindLast(sentence, '，：（(,:');
  const isDoubted = isDoubtfulInDense(clause, text.slice(end));
  const isAboutSelf = clause.includes(selfMark);
  if (named !== '' && named !== selfMark) {
    const isOther = !isAboutSelf && refsIn(clause, references).length > 0;
    // “更新所有引用 ADR-0003 的链接”
    if (kind === 'amends' && !isAboutSelf && !isNext) return [];
    const clear = refsIn(named, references).filter((one) => one.isNamed || one.end - one.start >= fewestDigits);
    return clear.map((one): Statement => [one, isOther || isDoubted ? 'none' : kind]);
  }
  const said = named === '' ? kind : opposite[kind];
  return refsIn(lastJoined.exec(sentence)?.[0] ?? '', references).map(
    (one): Statement => [one, isDoubted ? 'none' : said],
  );
}

/** What is behind the last of some characters. */
function behindLast(text: string, characters: string): string {
  return text.slice(Math.max(...Array.from(characters, (one) => text.lastIndexOf(one))) + 1);
}

/** The ADRs that are named last, one joined to the other. */
const lastJoined = new RegExp(`${joined}(?=[^\\ue000-\\uf6ff]{0,300}$)`, 'u');

function refsIn(text: string, references: readonly Reference[]): Reference[] {
  return Array.from(text).flatMap((character) => references[character.charCodeAt(0) - firstCode] ?? []);
}
