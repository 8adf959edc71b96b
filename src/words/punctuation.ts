/** How a language punctuates a record. */
export interface Punctuation {
  readonly colon: string;
  readonly comma: string;
  readonly semicolon: string;
  /** Ends a sentence. */
  readonly stop: string;
  /** Stands between sentences. */
  readonly space: string;
  /** Stands between names. */
  readonly between: string;
  /** A text in parentheses, behind others. */
  aside(text: string): string;
}

/** As most languages of the west have it. */
export const western: Punctuation = {
  colon: ': ',
  comma: ', ',
  semicolon: '; ',
  stop: '.',
  space: ' ',
  between: ', ',
  aside: (text) => ` (${text})`,
};

/** As Chinese has it. */
export const fullWidth: Punctuation = {
  colon: '：',
  comma: '，',
  semicolon: '；',
  stop: '。',
  space: '',
  between: '、',
  aside: (text) => `（${text}）`,
};
