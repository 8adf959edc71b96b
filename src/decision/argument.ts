import { limits } from './limits.ts';
import { checkLength, checkPresent, cleanLine } from './text.ts';

/** Which way an argument points: "Good", "Bad" or "Neutral, because …" in the ADR. */
export type ArgumentKind = 'pro' | 'con' | 'neutral';

/** One reason for, against or beside an option, by one person. */
export interface Argument {
  readonly id: string;
  readonly optionId: string;
  readonly kind: ArgumentKind;
  readonly text: string;
  readonly authorId: string;
  readonly madeAt: Date;
}

/** Cleans the text of an argument. Throws RuleBroken under `text`. */
export function checkArgument(typed: string): string {
  const text = cleanLine(typed);
  checkPresent(text, 'Please say why, in a sentence.', { field: 'text' });
  checkLength(text, limits.argument, 'This reason', { field: 'text' });
  return text;
}
