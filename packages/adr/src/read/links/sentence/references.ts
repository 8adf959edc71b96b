import { numberIn } from '../../../name/file-name.ts';
import type { Source } from '../../source/source.ts';
import { pageOf } from '../link-target.ts';
import { linkedFile } from '../linked-file.ts';
import { numberNamed, numbersWritten } from '../references.ts';
import type { Reference } from './marks.ts';

const link = /\[(?<text>[^[\]\n]{1,300})\](?:\((?<url>[^()\s]{1,400})(?:\s"[^"\n]{0,200}")?\)|\[[^[\]\n]{0,200}\])/g;
const dated =
  /(?<![\p{L}\p{N}/[(-])(?:\d{8}|\d{4}-\d{2}-\d{2})-\p{L}[\p{L}\p{N}]{0,60}(?:[-_][\p{L}\p{N}]{1,60}){1,20}(?![\p{L}\p{N}_/-]|\.\p{L})/gu;

/** The ADRs that a text names, in order, and the links in it that lead to none. */
export function referencesIn(source: Source, text: string): { all: Reference[]; others: RegExpExecArray[] } {
  const links = text.includes('](') || text.includes('][') ? [...text.matchAll(link)] : [];
  const isOther = ({ groups }: RegExpExecArray) => !leadsToAdr(groups?.url ?? '', groups?.text ?? '');
  const linked = links.flatMap((match): Reference[] => {
    const { text: named = '', url = '' } = match.groups ?? {};
    const number = numberNamed(named) ?? numberIn(linkedFile(url) ?? '');
    return isOther(match)
      ? []
      : [{ start: match.index, end: match.index + match[0].length, number, isNamed: true, slug: undefined }];
  });
  let next = 0;
  // Both are in order.
  const isWithin = (start: number) => {
    const endOf = (one: RegExpExecArray | undefined) => (one === undefined ? Infinity : one.index + one[0].length);
    while (endOf(links[next]) <= start) next += 1;
    return start >= (links[next]?.index ?? Infinity);
  };
  const numbered = numbersWritten(source, text).flatMap(({ index, text: found, number, isNamed }): Reference[] =>
    isWithin(index) ? [] : [{ start: index, end: index + found.length, number, isNamed, slug: undefined }],
  );
  const named = /\d-/.test(text)
    ? [...text.matchAll(dated)].map(({ index, 0: found }): Reference => {
        return { start: index, end: index + found.length, number: undefined, isNamed: true, slug: found };
      })
    : [];
  next = 0;
  const all = [...linked, ...numbered, ...named.filter(({ start }) => !isWithin(start))];
  return { all: all.toSorted((one, other) => one.start - other.start), others: links.filter(isOther) };
}

function leadsToAdr(url: string, text: string): boolean {
  if (numberNamed(text) !== undefined) return true;
  const file = linkedFile(url);
  if (file === undefined) return pageOf(url) !== undefined && numberIn(`${pageOf(url)}.md`) !== undefined;
  return /\.(?:md|markdown)$/i.test(file) || numberIn(file) !== undefined;
}
