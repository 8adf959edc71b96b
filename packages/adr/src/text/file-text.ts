/** How many byte order marks a file begins with: none, one, or several where files were put together. */
export function countByteOrderMarks(file: string): number {
  return /^\ufeff*/.exec(file)?.[0].length ?? 0;
}

/** The text of a file without byte order marks before it, and with line feeds alone. */
export function textOfFile(file: string): string {
  return file.slice(countByteOrderMarks(file)).replaceAll(/\r\n?/g, '\n');
}

/** Bytes beyond which a file is no ADR, and is left alone: GitHub and GitLab show no Markdown that is as long. */
export const longestAdr = 1024 * 1024;
