import type { AdrDoubt, AdrWarning } from '../read/warning.ts';

/** The longest name that common file systems accept, in bytes of UTF-8. */
const longestName = 255;

/** What is wrong with a file's name, whoever chose it. */
export function doubtsAboutName(path: string): AdrWarning[] {
  const parts = path.split('/');
  const size = Math.max(...parts.map((part) => new TextEncoder().encode(part).length));
  const doubts: readonly (readonly [applies: boolean, doubt: AdrDoubt])[] = [
    [parts.includes('..'), { code: 'name leads out' }],
    [/[\p{Cc}\p{Cf}]/u.test(path), { code: 'hidden characters in the name' }],
    [size > longestName, { code: 'name too long', bytes: size, most: longestName }],
  ];
  return doubts.flatMap(([applies, doubt]) => (applies ? [{ ...doubt, line: 1, isError: true }] : []));
}

/** The warning for a file that was not read because it is too large. */
export function doubtAboutLength(bytes: number, most: number): AdrWarning {
  return { code: 'file too long', bytes, most, line: 1, isError: true };
}

/**
 * The text of a file, including its byte order mark, if any. Bytes that are not UTF-8 become U+FFFD, which `readAdr`
 * warns about.
 */
export function decodeFile(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
