const protocols: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'slack:']);

/**
 * Whether a link may use this URL: an absolute http, https, mailto or slack URL without blanks, angle brackets or
 * invisible characters. Anything else is shown as text.
 */
export function isSafeUrl(url: string): boolean {
  return URL.canParse(url) && protocols.has(new URL(url).protocol) && !/[\s<>\p{Cc}\p{Cf}\p{Cs}]/u.test(url);
}

/** Whether a link in an ADR may have this URL. Relative ones lead to other files of the archive. */
export function isEmbeddable(url: string): boolean {
  return isSafeUrl(url) || !/^[^/?#]*:|[\s<>\p{Cc}\p{Cf}]/u.test(url);
}
