const protocols: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'slack:']);

/**
 * Whether a link may lead there: an absolute http, https, mailto or slack address without blanks, angle brackets or
 * invisible characters. Everything else that is offered as an address is shown as text.
 */
export function isSafeUrl(url: string): boolean {
  return URL.canParse(url) && protocols.has(new URL(url).protocol) && !/[\s<>\p{Cc}\p{Cf}\p{Cs}]/u.test(url);
}
