import { RuleBroken } from '../failure/rule-broken.ts';
import { limits } from '../limits.ts';
import { checkLength, checkPresent, cleanLine } from '../text.ts';
import type { Withdrawal } from './option.ts';

/** Whether an argument is for an option, against it, or neutral: "Good", "Bad" or "Neutral, because …" in the ADR. */
export type ArgumentKind = 'pro' | 'con' | 'neutral';

/** One reason for or against an option, or a neutral one, by one person. */
export interface Argument {
  readonly id: string;
  readonly optionId: string;
  readonly kind: ArgumentKind;
  readonly text: string;
  readonly authorId: string;
  /** Who took it from a message in which its author said it; left out if its author gave it here. */
  readonly takenBy?: string | undefined;
  readonly madeAt: Date;
}

/** An argument that was withdrawn: it is shown nowhere but in the history. */
export interface WithdrawnArgument extends Argument {
  readonly withdrawal: Withdrawal;
}

/** Whether two arguments are the same one: by the same person, about the same option, in the same words. */
export function isSameArgument(
  a: Pick<Argument, 'optionId' | 'kind' | 'text' | 'authorId'>,
  b: Pick<Argument, 'optionId' | 'kind' | 'text' | 'authorId'>,
): boolean {
  return a.authorId === b.authorId && a.optionId === b.optionId && a.kind === b.kind && a.text === b.text;
}

/** Cleans the text of an argument. Throws RuleBroken under `text`. */
export function checkArgument(typed: string): string {
  const text = cleanLine(typed);
  checkPresent(text, 'reason', { field: 'text' });
  checkLength(text, limits.argument, 'reason', { field: 'text' });
  return text;
}

/** A reason for or against an option that a form begins with, from a Markdown draft, a program or a message. */
export interface DraftedArgument extends Pick<Argument, 'kind' | 'text'> {
  /** Who said it in a message; left out where the proposer answers for it. */
  readonly saidBy?: string | undefined;
}

/** Cleans a draft's reasons for the option at `position`. Empty ones are left out. Throws RuleBroken. */
export function checkArguments(drafted: readonly DraftedArgument[], position: number): DraftedArgument[] {
  const reasons = drafted
    .map((reason) => ({ ...reason, text: cleanLine(reason.text) }))
    .filter(({ text }) => text !== '');
  const long = reasons.find(({ text }) => text.length > limits.argument);
  if (long) {
    const beginning = long.text.slice(0, 40).toWellFormed().trimEnd();
    throw new RuleBroken(
      { code: 'drafted reason too long', beginning, length: long.text.length, most: limits.argument },
      { field: 'option', position },
    );
  }
  return reasons;
}
