/** How many byte order marks a file starts with: none, one, or several if files were concatenated. */
export function countByteOrderMarks(file: string): number {
  return /^\ufeff*/.exec(file)?.[0].length ?? 0;
}

/** The text of a file without leading byte order marks, and with only line feeds. */
export function textOfFile(file: string): string {
  return file.slice(countByteOrderMarks(file)).replaceAll(/\r\n?/g, '\n');
}

/**
 * The largest ADR, in bytes. GitHub and GitLab don't render Markdown files that are larger, and neither are they read
 * here.
 */
export const longestAdr = 1024 * 1024;
