import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');

/** Rooms that deal in facts, or lay words out: what people read is worded in `src/words`. */
const rooms = [
  'src/decision',
  'src/policy',
  'src/workflow',
  'src/archive',
  'src/store',
  'src/jobs',
  'src/record',
  'src/slack',
];

/** Files whose sentences are for whoever runs Gavel, when it starts; and one with an id that looks like a sentence. */
const leftOut: ReadonlySet<string> = new Set([
  'src/slack/app/sign-in.ts',
  'src/slack/app/workspace.ts',
  'src/record/archive-rules.ts',
]);

/** A comment, a regular expression after something that can't be divided, a text, or the beginning of a template. */
const token =
  /\/\/[^\n]*|\/\*[\s\S]*?\*\/|(?<=[(,=:[!&|?{};]\s*|\breturn\s+)\/(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`/g;

interface Literal {
  /** A template has “…” where something is put in. */
  readonly text: string;
  /** The code before it, without comments and other texts. */
  readonly before: string;
}

/** All texts in TypeScript, those within templates included. */
function literalsIn(source: string): Literal[] {
  const literals: Literal[] = [];
  let code = '';
  let at = 0;

  /** Reads code up to the end of the source, or to the bracket that ends what is put into a template. */
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

/** Whether people would read it as a sentence: three words or more, with a capital before them or a period behind. */
function isSentence(text: string): boolean {
  const words = text.split(/\s+/).filter((word) => /[\p{L}…]/u.test(word));
  return words.length >= 3 && (/^[“"]?\p{Lu}/u.test(text) || /[.?!]["”]?$/.test(text));
}

/** What is said to whoever runs Gavel, in the log, and to whoever changes it, of a mistake in the code. */
const forOperators = /(?:\blog\.\w+|\bnew (?:Range|Type)?Error)\([^;]*$/;

function sentencesIn(file: string): string[] {
  return literalsIn(readFileSync(join(root, file), 'utf8'))
    .filter(({ text, before }) => isSentence(text) && !forOperators.test(before))
    .map(({ text }) => text);
}

/** The files of a room, with the sentences in each. */
function sentencesOf(room: string): (readonly [file: string, sentences: readonly string[]])[] {
  return readdirSync(join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(room, name))
    .map((file) => [file, sentencesIn(file)] as const);
}

describe('sentences', () => {
  it.each(rooms)('are not in %s', (room) => {
    const wrong = sentencesOf(room).filter(([file, sentences]) => sentences.length > 0 && !leftOut.has(file));
    expect(Object.fromEntries(wrong)).toEqual({});
  });

  it('are found in texts and templates, and not in comments', () => {
    const source = [
      "// It’s a comment. And `more`.\nconst a = 'Voting is open already.';",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the source that is read
      "const b = `${count(`${n} of them`)} options are the most.`; /* 'Not this one either.' */",
      "const c = /it's \"a\" `pattern`/; const d = 'most votes'; log.warn({ c }, 'Slack did not answer.');",
    ].join('\n');
    const found = literalsIn(source).filter(({ text, before }) => isSentence(text) && !forOperators.test(before));
    expect(found.map(({ text }) => text)).toEqual(['Voting is open already.', '… options are the most.']);
  });
});
