/** What may be before a title: `7. `, `ADR-7 `, `Decision Record 7: `, `Architecture decision: `. */
const leads: readonly RegExp[] = [
  /^\[?(?:\p{L}+[ \-_#№]{1,2}){0,3}\d+(?:[-.]\d+)*\]?\s?[.:：)|–—-]+\s*/u,
  /^\[?(?:(?:\p{Lu}{2,8}|[Aa]dr)[ \-_#№]{0,2})?\d+\]?\s+/u,
  /^(?:ADR|[\p{L} ]{0,30}(?:[Dd]ecision|[Ee]ntscheidung|[Dd]écision|[Dd]ecisión|[Dd]ecisão|[Dd]ecisione|[Bb]eslut|[Рр]ешение)[\p{L} ]{0,20})(?:\s?[:：]|\s[–—-])\s*/u,
];

/** A heading without the title in it: `# 7. …`. A number belongs to the title if it isn't that of the file. */
export function formOfHeading(heading: string, name: string): string {
  const [line = '', under] = heading.split(' ⏎ ');
  const marks = /^(?:#+\s*)?(?:\*\*)?/.exec(line)?.[0] ?? '';
  const words = line.slice(marks.length);
  const lead = leads
    .map((pattern) => pattern.exec(words)?.[0] ?? '')
    .find((found) => found !== '' && isOfFile(found, name));
  const end = / *[([{]#?(?:adr)?[- ]?\d+[)\]}]$/i.exec(words)?.[0] ?? '';
  const shown = `${marks}${mask(lead ?? '')}…${isOfFile(end, name) ? mask(end) : ''}`;
  return under === undefined ? shown : `${shown} ⏎ ${under}`;
}

/** Whether the number in some text, if it has one, is among those of a path. A path without any shows nothing. */
function isOfFile(text: string, path: string): boolean {
  const [numbers, shown]: (readonly string[])[] = [path.match(/\d+/g) ?? [], text.match(/\d+/g) ?? []];
  const isSame = (digits: string) => numbers?.some((number) => Number(number) === Number(digits)) === true;
  return shown?.length === 0 || numbers?.length === 0 || shown?.some(isSame) === true;
}

const mask = (text: string) =>
  text.replaceAll(/\d+/g, (digits) => (digits.startsWith('0') ? '0'.repeat(digits.length) : '1'));
