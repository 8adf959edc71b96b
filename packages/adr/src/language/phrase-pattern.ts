import { mayHave } from './phrase-signs.ts';

/** A pattern that is tried only on texts that may have one of its phrases. */
export interface PhrasePattern {
  /** Whether it is worth trying on a text, or on any part of it. Finding that out takes less time than trying it. */
  mayMatch(text: string): boolean;
  /** Whether a text has one of the phrases. */
  test(text: string): boolean;
  /** The first place where one is. */
  exec(text: string): RegExpExecArray | null;
  /** All places where one is. */
  all(text: string): RegExpExecArray[];
}

/**
 * Tries a global pattern, which ignores case and matches nowhere but where a text has one of some phrases as whole words,
 * only on texts that may have one.
 */
export function phrasePattern(phrases: readonly string[], pattern: RegExp): PhrasePattern {
  const mayMatch = mayHave(phrases);
  const exec = (text: string) => {
    if (!mayMatch(text)) return null;
    pattern.lastIndex = 0;
    return pattern.exec(text);
  };
  return {
    mayMatch,
    test: (text) => exec(text) !== null,
    exec,
    all(text) {
      const found: RegExpExecArray[] = [];
      for (let match = exec(text); match !== null; match = pattern.exec(text)) found.push(match);
      return found;
    },
  };
}
