/** The longest value and the longest pattern that are read, in UTF-16 units. */
const longest = { value: 4_000, pattern: 200 };

/** What a value lists. */
interface Listed {
  readonly items: readonly string[];
  readonly isCode: boolean;
}

/**
 * The glob patterns that a value lists, from the root of the repository, without those that are there twice; undefined if
 * it says something else. `names` are the items of a list. With `isVague`, the label often means something else, and the
 * value has to make clear that it is about paths.
 */
export function readPatterns(
  written: string,
  names: readonly string[] | undefined,
  isVague: boolean,
): readonly string[] | undefined {
  if (written.length > longest.value) return undefined;
  const listed = names === undefined ? split(written) : { items: names.map((name) => name.trim()), isCode: false };
  if (listed === undefined || listed.items.length === 0) return undefined;
  const { items, isCode } = listed;
  if (!items.every((item) => isPath(item, isCode))) return undefined;
  const isMarked = isCode || names !== undefined;
  const isClear =
    items.some(isEvident) ||
    (isVague ? isMarked && items.some((item) => item.includes('/')) : isCode || items.some(hasFolder));
  return isClear ? [...new Set(items.map(fromRoot))] : undefined;
}

/** Splits a value into its code, or else at commas and line breaks, and, if it has none, at blanks. */
function split(written: string): Listed | undefined {
  const code = /(?<!`)`(?!`)(?<inside>[^`\n]{1,200})`(?!`)/g;
  const spans = [...written.matchAll(code)].flatMap(({ groups }) => groups?.inside?.trim() ?? []);
  if (spans.length > 0) {
    const rest = written.replaceAll(code, ' ').replaceAll(/<br ?\/?>/g, ' ');
    return /[\p{L}\p{N}]{4}|[`[\]]/u.test(rest) ? undefined : { items: spans, isCode: true };
  }
  const plain = written.replaceAll(/\\(?=[!-/:-@[-`{-~])/g, '').replaceAll(/<br ?\/?>/g, '\n');
  const parts = atCommas(plain);
  const byBlank = parts.length === 1 ? plain.trim().split(/\s+/) : parts;
  return { items: byBlank, isCode: false };
}

/** The parts between commas and line breaks that are in no braces: `src/{a,b}/**, lib` has two. */
function atCommas(text: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth += 1;
    if (character === '}') depth = Math.max(0, depth - 1);
    if (depth === 0 && /[,;、，；\n]/.test(character)) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.replace(/^\s*[-*+]\s/, '').trim()).filter((part) => part !== '');
}

const ofPath = /^!?[\p{L}\p{N}\p{M}._/*?{}[\]()@+~$,^|=&%'’-]+$/u;

/** Whether something could be a path: no address, no link, no mention, and no other ADR. */
function isPath(item: string, isCode: boolean): boolean {
  if (item === '' || item.length > longest.pattern || !/[\p{L}\p{N}*]/u.test(item)) return false;
  if (/:\/\/|\]\(|^\[\[|^@|^[\d/.-]+$/.test(item)) return false;
  if (/^adr[-_ ]?\d/i.test(item) || (/^\d{1,5}[-_]/.test(item) && item.endsWith('.md'))) return false;
  return (
    isCode ||
    ofPath.test(item) ||
    (/\s/.test(item) && (item.includes('*') || (item.includes('/') && /\.\w{1,8}$/.test(item))))
  );
}

const knownEnding = /\.(?:json|ya?ml|toml|tf|sql|proto|lock|xml|gradle|graphql|md|py|go|rs|ts|tsx|java|kt|cs|rb|sh)$/;

/** Whether this is a path, whatever is said before it. */
function isEvident(item: string): boolean {
  return /\*|\/$|^\.{0,2}\/|\/[^/]*\.\p{L}\w{0,7}$/u.test(item) || knownEnding.test(item);
}

/** Whether it has a folder, and not two names: “CI/CD”, “iOS/Android”. */
function hasFolder(item: string): boolean {
  return item.includes('/') && item.split('/').some((part) => /^[\p{Ll}._][^\p{Lu}]*$/u.test(part));
}

/** A pattern without what says that it begins at the root. What ends with a slash is everything in that folder. */
function fromRoot(item: string): string {
  const path = item.replace(/^(?:\.\/|\/)(?=.)/, '');
  return path.endsWith('/') ? `${path}**` : path;
}

/** Whether a text is read as exactly these patterns below a label of this kind. */
export function readsAs(written: string, patterns: readonly string[], isVague: boolean, isList: boolean): boolean {
  const read = readPatterns(written, isList ? patterns : undefined, isVague);
  return read?.length === patterns.length && read.every((pattern, index) => pattern === patterns[index]);
}
