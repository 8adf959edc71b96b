/** The most of what a forge said that is kept, in characters. */
const longest = 300;

/** What a forge said, as one line of text without these secrets. */
export function oneLine(text: string, secrets: readonly string[]): string {
  const masked = secrets.filter(Boolean).reduce((rest, secret) => rest.replaceAll(secret, '***'), text);
  const line = masked.replaceAll(/[\p{Z}\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1).toWellFormed()}…` : line;
}

/** The beginning of a text that somebody wrote. */
export function beginningOf(text: string): string {
  const most = 500;
  const trimmed = text.trim();
  return trimmed.length > most ? `${trimmed.slice(0, most - 1).toWellFormed()}…` : trimmed;
}
