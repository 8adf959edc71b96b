/** Which paths of a repository a pattern governs. */
export interface PathPattern {
  /** Whether it governs a file, by the names in its path, as `splitPath` gives them. */
  readonly governs: (names: readonly string[]) => boolean;
  /** Whether it says nothing: it governs every file. */
  readonly isEverything: boolean;
}

/** The longest pattern that is read, in UTF-16 units. */
const longestPattern = 200;

/** The most ways that the alternatives of one pattern may have. */
const mostWays = 100;

/** The longest path that is looked at, in UTF-16 units; git hosts take none that is longer. */
const longestPath = 4_096;

/** One character of a path: this one, any, or one of some. `*` is any number of them. */
type Token = { readonly is: string } | 'any' | { readonly of: string; readonly isNegated: boolean } | '*';

/** What stands between two slashes: any number of folders, or a pattern of one name. */
type Part = '**' | { readonly written: string; readonly tokens: readonly Token[] };

/**
 * Reads a glob pattern of paths: `*`, `?`, `[a-z]`, `[!a]`, `{a,b}`, and `**` for any number of folders. What has no such
 * sign in its last part is a file or a folder, and governs everything in it. Undefined for a pattern that governs
 * nothing, because it is empty, leads outside, says what it does not govern, or has more alternatives than anybody would
 * write. Matching takes time in proportion to the lengths of pattern and path, whatever they are.
 */
export function readPathPattern(written: string): PathPattern | undefined {
  if (written.length > longestPattern || written.startsWith('!')) return undefined;
  const ways = expand(written)
    ?.map((way) => way.split('/').filter((part) => part !== '' && part !== '.'))
    .filter((parts) => parts.length > 0);
  if (ways === undefined || ways.length === 0 || ways.flat().includes('..')) return undefined;
  const read = ways.map((parts) => parts.map(readPart));
  return {
    governs: (names) => read.some((parts) => leadsTo(parts, names)),
    isEverything: read.some(
      (parts) => parts.includes('**') && parts.every(isAnything) && parts.filter(isName).length < 2,
    ),
  };
}

/** The names in a path from the root of a repository; undefined if it is empty, too long, or leads outside. */
export function splitPath(path: string): readonly string[] | undefined {
  if (path.length > longestPath) return undefined;
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  return names.length === 0 || names.includes('..') ? undefined : names;
}

const isName = (part: Part) => part !== '**';
const isAnything = (part: Part) => part === '**' || part.tokens.every((token) => token === '*');

/** The signs that begin alternatives, each with what stands between them, and the sign that ends them. */
const alternatives = [
  { opening: '{', between: ',', closing: '}', isOptional: false },
  { opening: '@(', between: '|', closing: ')', isOptional: false },
  { opening: '?(', between: '|', closing: ')', isOptional: true },
] as const;

/** Repetitions and exceptions: few people write them, and those who read a decision would not know what they mean. */
const beyond = /[!+*]\(/;

/** A pattern with one way for each of its alternatives; undefined if there are too many, or signs that have no meaning here. */
function expand(pattern: string): readonly string[] | undefined {
  if (beyond.test(pattern.replaceAll(/\\./gu, ''))) return undefined;
  const group = findGroup(pattern);
  if (group === undefined) return [pattern];
  const afterwards = expand(pattern.slice(group.to));
  if (afterwards === undefined) return undefined;
  const before = pattern.slice(0, group.from);
  const ways: string[] = [];
  for (const inside of group.parts) {
    const within = expand(inside);
    if (within === undefined || ways.length + within.length * afterwards.length > mostWays) return undefined;
    for (const one of within) for (const rest of afterwards) ways.push(before + one + rest);
  }
  return ways;
}

interface Group {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly string[];
}

/** The first alternatives in a pattern. Braces without a comma are part of a name. */
function findGroup(pattern: string): Group | undefined {
  for (let from = 0; from < pattern.length; from += 1) {
    if (pattern[from] === '\\') {
      from += 1;
      continue;
    }
    const kind = alternatives.find(({ opening }) => pattern.startsWith(opening, from));
    const group = kind && readGroup(pattern, from, kind);
    if (group) return group;
  }
  return undefined;
}

function readGroup(
  pattern: string,
  from: number,
  { opening, between, closing, isOptional }: (typeof alternatives)[number],
): Group | undefined {
  const parts = [''];
  const opens = opening.at(-1);
  let depth = 1;
  for (let at = from + opening.length; at < pattern.length; at += 1) {
    const sign = pattern[at] ?? '';
    if (sign === opens) depth += 1;
    if (sign === closing) depth -= 1;
    if (depth === 0) {
      if (parts.length === 1 && opens === '{') return undefined;
      return { from, to: at + 1, parts: isOptional ? ['', ...parts] : parts };
    }
    if (sign === between && depth === 1) {
      parts.push('');
      continue;
    }
    const escaped = sign === '\\' ? (pattern[at + 1] ?? '') : '';
    parts[parts.length - 1] += sign + escaped;
    at += escaped.length;
  }
  return undefined;
}

function readPart(written: string): Part {
  return written === '**' ? '**' : { written, tokens: readTokens([...written]) };
}

function readTokens(signs: readonly string[]): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < signs.length; at += 1) {
    const sign = signs[at] ?? '';
    const ends = sign === '[' ? endOfClass(signs, at) : undefined;
    if (ends !== undefined) {
      const isNegated = signs[at + 1] === '!' || signs[at + 1] === '^';
      tokens.push({ of: signs.slice(at + (isNegated ? 2 : 1), ends).join(''), isNegated });
      at = ends;
    } else if (sign === '*') {
      if (tokens.at(-1) !== '*') tokens.push('*');
    } else if (sign === '\\' && at + 1 < signs.length) {
      at += 1;
      tokens.push({ is: signs[at] ?? '' });
    } else {
      tokens.push(sign === '?' ? 'any' : { is: sign });
    }
  }
  return tokens;
}

/** Where the characters in brackets end; undefined if they don't. */
function endOfClass(signs: readonly string[], from: number): number | undefined {
  const first = from + (signs[from + 1] === '!' || signs[from + 1] === '^' ? 2 : 1);
  // Directly behind the opening bracket, a closing one is one of the characters.
  const ends = signs.indexOf(']', first + 1);
  return ends === -1 ? undefined : ends;
}

/** Whether the parts of a pattern lead to a path. Each pair of a part and a name is compared once at most. */
function leadsTo(parts: readonly Part[], names: readonly string[]): boolean {
  // How many names what has been read of the pattern may cover.
  let covered = new Set([0]);
  for (const [index, part] of parts.entries()) {
    const next = new Set<number>();
    const isLast = index === parts.length - 1;
    if (part === '**') {
      // A folder is not in itself.
      for (let count = Math.min(...covered) + (isLast ? 1 : 0); count <= names.length; count += 1) next.add(count);
    } else {
      for (const count of covered) {
        const name = names[count];
        if (name === undefined) continue;
        // Folders may be called like a pattern, as in “app/[slug]/page.tsx”.
        const isIt = name === part.written;
        if (!isIt && !matches(part.tokens, [...name])) continue;
        if (isLast && (isIt || part.tokens.every((token) => typeof token === 'object' && 'is' in token))) return true;
        next.add(count + 1);
      }
    }
    if (next.size === 0) return false;
    covered = next;
  }
  return covered.has(names.length);
}

/** Whether a name fits. When one star fails, only the last one can help, so nothing is tried twice over. */
function matches(tokens: readonly Token[], name: readonly string[]): boolean {
  let [token, sign] = [0, 0];
  let star: { readonly token: number; sign: number } | undefined;
  while (sign < name.length) {
    const one = tokens[token];
    if (one === '*') {
      star = { token, sign };
      token += 1;
    } else if (one !== undefined && fits(one, name[sign] ?? '')) {
      token += 1;
      sign += 1;
    } else if (star === undefined) {
      return false;
    } else {
      star.sign += 1;
      token = star.token + 1;
      sign = star.sign;
    }
  }
  return tokens.slice(token).every((rest) => rest === '*');
}

function fits(token: Exclude<Token, '*'>, sign: string): boolean {
  if (token === 'any') return true;
  if ('is' in token) return token.is === sign;
  return isIn(token.of, sign) !== token.isNegated;
}

/** Whether a sign is one of some, which may be told as a range: `a-z`. */
function isIn(characters: string, sign: string): boolean {
  const ranges = characters.replaceAll(/(.)-(.)/gsu, (_, first: string, last: string) => {
    return first <= sign && sign <= last ? sign : '';
  });
  return ranges.includes(sign);
}
