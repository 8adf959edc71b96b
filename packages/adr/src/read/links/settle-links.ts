import { numberIn } from '../../name/file-name.ts';
import type { AdrLink, LinkKind } from './link.ts';
import { targetOf } from './link-target.ts';
import { linkedFile } from './linked-file.ts';
import { numberNamed } from './references.ts';

/** The ADR that has links: its number, and its path in the archive, as far as these are known. */
interface Own {
  readonly number: number | undefined;
  readonly fileName: string | undefined;
}

/** The links of an ADR, of which those to itself, and to documents that are no ADRs, state nothing. */
export function settleLinks(all: readonly AdrLink[], own: Own): AdrLink[] {
  const first = firstByNumber(all);
  const links = all.filter((link) => !isSaidOtherwise(link, first));
  return links.flatMap((link): AdrLink[] => {
    if (!isStated(link.kind)) return [link];
    if (link.url === '') return link.number === own.number ? [] : [link];
    return [isOfAdr(link, own.fileName) ? link : { ...link, kind: 'other' }];
  });
}

/** Whether this ADR replaces or changes an ADR that is only named by its number, and said the other above. */
function isSaidOtherwise({ kind, url, number, line }: AdrLink, byNumber: ReadonlyMap<number, AdrLink>): boolean {
  const first = url === '' && number !== undefined && isForward(kind) ? byNumber.get(number) : undefined;
  return first !== undefined && first.kind !== kind && first.line < line;
}

const isForward = (kind: LinkKind) => kind === 'supersedes' || kind === 'amends';

/** What is said first of each ADR that this one replaces or changes. */
function firstByNumber(links: readonly AdrLink[]): ReadonlyMap<number, AdrLink> {
  const first = new Map<number, AdrLink>();
  for (const link of links.filter(({ kind }) => isForward(kind))) {
    const number = link.number ?? numberIn(linkedFile(link.url) ?? '');
    if (number !== undefined && !first.has(number)) first.set(number, link);
  }
  return first;
}

/** An ADR may change any document, but only another ADR takes its place. */
const mayChange: readonly LinkKind[] = ['amends', 'amended by'];

const isStated = (kind: LinkKind) => kind !== 'other' && kind !== 'relates';

/**
 * Whether a link may lead to an ADR. In an archive with numbers, a file in another folder is none if its name has no
 * number, or a shorter one than padded names have: “../04-frontend.md” beside “0008-cups.md”.
 */
function isOfAdr(link: AdrLink, fileName: string | undefined): boolean {
  const file = linkedFile(link.url);
  if (fileName === undefined || file === undefined) return true;
  if (targetOf(fileName, link) === fileName || ofFolder.test(file)) return false;
  if (!mayChange.includes(link.kind)) return true;
  if (!file.startsWith('../') || !/\.(?:md|markdown)$/i.test(file) || numberNamed(link.text) !== undefined) return true;
  const [own, other] = [digitsIn(fileName), digitsIn(file)];
  return own === undefined || (other !== undefined && (!own.startsWith('0') || other.length >= own.length));
}

/** A file about a whole folder, that of the ADR itself or one above it. */
const ofFolder = /^(?:\.{1,2}\/){0,9}(?:readme|index)\.md$/i;

/** The digits of the number that the name of a file has, or that of its folder, as `0007-use-go/README.md` does. */
function digitsIn(path: string): string | undefined {
  const number = numberIn(path);
  const all = path.split('/').slice(-2).join('/').match(/\d+/g) ?? [];
  return number === undefined ? undefined : all.findLast((digits) => Number(digits) === number);
}
