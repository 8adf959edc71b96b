import type { AdrWarning } from '../read/warning.ts';

/** The longest name that common file systems take, in bytes of UTF-8. */
const longestName = 255;

/** What is wrong with the name of a file, whoever made it. */
export function doubtsAboutName(path: string): AdrWarning[] {
  const parts = path.split('/');
  const size = Math.max(...parts.map((part) => new TextEncoder().encode(part).length));
  const doubts: [boolean, string, string][] = [
    [parts.includes('..'), 'The name of the file leads out of the folder.', 'Rename it without “..”.'],
    [/[\p{Cc}\p{Cf}]/u.test(path), 'The name of the file holds characters that nobody can see.', 'Rename it.'],
    [
      size > longestName,
      `The name of the file takes ${size} bytes; ${longestName} are the most.`,
      'Give it a shorter name.',
    ],
  ];
  return doubts.flatMap(([applies, message, advice]) => (applies ? [{ line: 1, message, advice, isError: true }] : []));
}

/** What is said of a file that was not read, as it has more bytes than are read. */
export function doubtAboutLength(bytes: number, most: number): AdrWarning {
  return {
    line: 1,
    message: `The file has ${inMegabytes(bytes)}, and was not read: ${inMegabytes(most)} are the most.`,
    advice: 'Keep pictures and the like in files of their own, and link to them.',
    isError: true,
  };
}

function inMegabytes(bytes: number): string {
  const megabytes = bytes / 1024 ** 2;
  return `${Number.isInteger(megabytes) ? megabytes : megabytes.toFixed(1)} MB`;
}

/** The text of a file with its byte order mark, if any. Bytes that are not UTF-8 become U+FFFD, of which `readAdr` warns. */
export function decodeFile(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
