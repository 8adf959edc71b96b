import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { literalsIn } from './support/literals.ts';

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

/** A file with an id that looks like a sentence. */
const leftOut = 'src/record/archive-rules.ts';

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
    const wrong = sentencesOf(room).filter(([file, sentences]) => sentences.length > 0 && file !== leftOut);
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
