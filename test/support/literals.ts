/** A comment, a regular expression after something that can't be divided, a text, or the beginning of a template. */
const token =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<=[(,=:[!&|?{};]\s*|\breturn\s+)\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`/g;

/** A text in TypeScript. */
interface Literal {
  /** A template has “…” for each placeholder. */
  readonly text: string;
  /** The code before it, without comments and other texts. */
  readonly before: string;
}

/** All texts in TypeScript, including those within templates. */
export function literalsIn(source: string): Literal[] {
  const literals: Literal[] = [];
  let code = '';
  let at = 0;

  /** Reads code up to the end of the source, or to the bracket that closes a placeholder. */
  function readCode(isInTemplate: boolean): void {
    let depth = 0;
    while (at < source.length) {
      token.lastIndex = at;
      const found = token.exec(source);
      const end = found?.index ?? source.length;
      for (; at < end; at += 1) {
        const character = source[at] ?? '';
        if (character === '{') depth += 1;
        if (character === '}') {
          if (isInTemplate && depth === 0) {
            at += 1;
            return;
          }
          depth -= 1;
        }
        code += character;
      }
      if (found === null) return;
      const [whole] = found;
      at = end + whole.length;
      if (whole === '`') literals.push({ before: code, text: readTemplate() });
      else if (/^['"]/.test(whole)) literals.push({ before: code, text: whole.slice(1, -1) });
    }
  }

  function readTemplate(): string {
    let text = '';
    while (at < source.length) {
      const character = source[at] ?? '';
      at += 1;
      if (character === '`') return text;
      if (character === '\\') {
        text += source[at] ?? '';
        at += 1;
      } else if (character === '$' && source[at] === '{') {
        at += 1;
        text += '…';
        readCode(true);
      } else text += character;
    }
    return text;
  }

  readCode(false);
  return literals;
}
