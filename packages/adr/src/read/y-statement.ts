import type { AdrOption, AdrOutcome, Point } from '../content/content.ts';

/** What the one sentence of a Y-statement says. */
export interface YStatement {
  readonly context: string;
  readonly options: readonly AdrOption[];
  readonly outcome: AdrOutcome;
  readonly consequences: readonly Point[];
}

// In the context of A, facing B, we decided for C (and neglected D), to achieve E, accepting that F.
const sentence =
  /in the context of\s{1,9}(?<context>[\s\S]{1,1000}?),?\s{1,9}facing\s{1,9}(?<concern>[\s\S]{1,1000}?),?\s{1,9}(?:we )?decided\s{1,9}(?:for|to)\s{1,9}(?<chosen>[\s\S]{1,400}?)(?:,?\s{1,9}(?:and )?(?:neglected|against|rejected)\s{1,9}(?<neglected>[\s\S]{1,400}?))?,?\s{1,9}to achieve\s{1,9}(?<benefit>[\s\S]{1,1000}?)(?:,?\s{1,9}accepting(?: that| of)?\s{1,9}(?<drawback>[\s\S]{1,1000}?))?(?:\.(?=\s|$)|\n\n|$)/i;

/** Where the sentence may stand, in UTF-16 units from the start. */
const reach = 6000;

/** Reads a Y-statement, long or short; emphasis and line breaks don't matter. */
export function readYStatement(text: string): YStatement | undefined {
  const start = text.slice(0, reach).search(/in the context of/i);
  if (start === -1) return undefined;
  const words = text.slice(start, start + reach).replaceAll(/\*\*|__/g, '');
  const groups = sentence.exec(words)?.groups;
  const { context, concern, chosen, neglected, benefit, drawback } = groups ?? {};
  if (context === undefined || concern === undefined || chosen === undefined || benefit === undefined) return undefined;
  const others = neglected?.split(/,\s*|\s+(?:and|or)\s+/).filter((title) => title !== '') ?? [];
  return {
    context: `${context}, facing ${concern}`,
    options: [toOption(chosen, true), ...others.map((title) => toOption(title, false))],
    outcome: { chosen, reason: `we want to achieve ${benefit}`, text: '' },
    consequences: [
      { kind: 'pro', text: benefit },
      ...(drawback === undefined ? [] : [{ kind: 'con', text: drawback } as const]),
    ],
  };
}

/** The same text with the context alone in the place of the sentence. */
export function withoutStatement(text: string): string {
  if (readYStatement(text) === undefined) return text;
  return text.replace(sentence, (...match) => {
    const groups: unknown = match.at(-1);
    const { context, concern } = Object.fromEntries(Object.entries(groups ?? {}));
    return `In the context of ${String(context)}, facing ${String(concern)}.`;
  });
}

function toOption(title: string, isChosen: boolean): AdrOption {
  return { title, notes: [], otherTitle: undefined, description: '', points: [], isChosen };
}
