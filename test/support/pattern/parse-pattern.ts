/** A part of a regular expression. What stands for one character (`a`, `\d`, `[a-z]`, `.`) is kept as it is written. */
export type PatternPart =
  | { readonly kind: 'character'; readonly raw: string }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternPart[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternPart[] }
  | { readonly kind: 'capture'; readonly index: number; readonly of: PatternPart }
  | Repeat
  | { readonly kind: 'edge'; readonly edge: '^' | '$' | '\\b' | '\\B' }
  | { readonly kind: 'look'; readonly isBehind: boolean; readonly isNegated: boolean; readonly of: PatternPart }
  | { readonly kind: 'backreference'; readonly to: number };

/** `*`, `+`, `?` or `{…}` with what it repeats; the captures in it run from the first to before the last. */
export interface Repeat {
  readonly kind: 'repeat';
  readonly of: PatternPart;
  readonly least: number;
  readonly most: number;
  readonly isLazy: boolean;
  readonly captures: readonly [from: number, to: number];
}

/** A regular expression as a tree, with how many groups it captures. */
export interface ParsedPattern {
  readonly root: PatternPart;
  readonly captures: number;
}

const quantifier = /([*+?]|\{(\d+)(,(\d*))?\})(\??)/y;
const group = /\((?:\?(?:(:)|(<?)([=!])|<([\p{L}_$][\p{L}\p{N}_$]*)>))?/uy;
const escaped =
  /\\(?:[dDwWsS]|[pP]\{[^}]*\}|x[\da-fA-F]{2}|u\{[\da-fA-F]+\}|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|c[A-Za-z]|.)/suy;
const characterClass = /\[(?:\\.|[^\]\\])*\]/suy;

/** Parses the source of a regular expression. Throws on syntax that it does not know: the `v` flag and modifiers. */
export function parsePattern({ source, flags }: RegExp): ParsedPattern {
  if (flags.includes('v')) throw new Error(`/${source}/${flags} has the v flag, which parsePattern does not read.`);
  const isUnicode = flags.includes('u');
  const names = [...source.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|\((?!\?)|\(\?<([\p{L}_$][\p{L}\p{N}_$]*)>/gsu)]
    .filter(([text]) => text.startsWith('('))
    .map(([, name]) => name);
  let at = 0;
  let captures = 0;

  const root = parseChoice();
  if (at < source.length) throw new Error(`/${source}/ can't be read from position ${at}.`);
  return { root, captures };

  function take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match === null) return undefined;
    at += match[0].length;
    return match;
  }

  function parseChoice(): PatternPart {
    const options = [parseSequence()];
    while (source[at] === '|') {
      at += 1;
      options.push(parseSequence());
    }
    const [only] = options;
    return options.length === 1 && only !== undefined ? only : { kind: 'choice', options };
  }

  function parseSequence(): PatternPart {
    const parts: PatternPart[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const before = captures;
      const part = parseAtom();
      const found = take(quantifier);
      if (found === undefined) {
        parts.push(part);
        continue;
      }
      const [, sign = '', least = '', hasMost, most = '', lazy] = found;
      const given = sign === '?' ? [0, 1] : sign === '*' ? [0, Infinity] : sign === '+' ? [1, Infinity] : undefined;
      const [from = 0, to = 0] = given ?? [
        Number(least),
        hasMost === undefined ? Number(least) : most === '' ? Infinity : Number(most),
      ];
      const inner: readonly [number, number] = [before + 1, captures + 1];
      parts.push({ kind: 'repeat', of: part, least: from, most: to, isLazy: lazy === '?', captures: inner });
    }
    return { kind: 'sequence', parts };
  }

  function parseAtom(): PatternPart {
    const sign = source[at] ?? '';
    if (sign === '^' || sign === '$') {
      at += 1;
      return { kind: 'edge', edge: sign };
    }
    if (sign === '(') return parseGroup();
    if (sign === '[') return { kind: 'character', raw: take(characterClass)?.[0] ?? fail() };
    if (sign === '\\') return parseEscape();
    const raw = isUnicode ? String.fromCodePoint(source.codePointAt(at) ?? 0) : sign;
    at += raw.length;
    return { kind: 'character', raw };
  }

  function parseGroup(): PatternPart {
    const found = take(group);
    if (found === undefined || source[at] === '?') return fail();
    const [, plain, behind, sign] = found;
    const index = plain === undefined && sign === undefined ? ++captures : 0;
    const of = parseChoice();
    if (source[at] !== ')') fail();
    at += 1;
    if (sign !== undefined) return { kind: 'look', isBehind: behind === '<', isNegated: sign === '!', of };
    return index > 0 ? { kind: 'capture', index, of } : of;
  }

  function parseEscape(): PatternPart {
    const edge = take(/\\[bB]/y)?.[0];
    if (edge !== undefined) return { kind: 'edge', edge: edge === '\\b' ? '\\b' : '\\B' };
    const named = take(/\\k<([^>]+)>/y)?.[1];
    if (named !== undefined) return { kind: 'backreference', to: names.indexOf(named) + 1 };
    const numbered = take(/\\([1-9]\d*)/y)?.[1];
    if (numbered !== undefined) return { kind: 'backreference', to: Number(numbered) };
    return { kind: 'character', raw: take(escaped)?.[0] ?? fail() };
  }

  function fail(): never {
    throw new Error(`/${source}/ can't be read from position ${at}.`);
  }
}
