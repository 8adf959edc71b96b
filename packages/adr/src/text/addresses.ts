import { isSafeUrl } from './safe-url.ts';

/** An address in a text, and the URL that it stands for. */
export interface Address {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

// Where a word begins, what looks like a URL or an email address.
const candidate =
  /(?<![\p{L}\p{N}_./@+-])(?:(?<url>https?:\/\/[^\s<>"`|\\^{}]+)|(?<host>www\.[\p{L}\p{N}-]+\.[^\s<>"`|\\^{}]+))|(?<![\w.+@/-])(?<mail>[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z0-9]+(?![\w@-]))/giu;

/** The web and email addresses in a text. Punctuation at the end belongs to the sentence, as on GitHub and in Slack. */
export function findAddresses(text: string): Address[] {
  return [...text.matchAll(candidate)].flatMap(({ index, groups: { url: typed = '', host = '', mail = '' } = {} }) => {
    const written = mail || trimAddress(typed || host);
    const url = mail ? `mailto:${written}` : `${host && 'http://'}${written}`;
    return isSafeUrl(url) ? [{ start: index, end: index + written.length, url }] : [];
  });
}

/** Leaves out punctuation and closing brackets that the sentence around an address has at its end. */
function trimAddress(found: string): string {
  for (let written = found; ; ) {
    const shorter = written.replace(/(?<![?!.,:;*_~'’”…])[?!.,:;*_~'’”…]+$/u, '');
    const last = shorter.at(-1);
    const opening = last === ')' ? '(' : last === ']' ? '[' : undefined;
    const isOpen = opening !== undefined && count(shorter, opening) < count(shorter, last ?? '');
    const next = isOpen ? shorter.slice(0, -1) : shorter;
    if (next === written) return written;
    written = next;
  }
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}
