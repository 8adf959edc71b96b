import type { CardView } from '../../workflow/ports/chat/chat.ts';

/** A moment as Slack counts it in Work Objects, in whole seconds. */
export const inSeconds = (at: Date): number => Math.floor(at.getTime() / 1_000);

/** How many comments a decision has, its arguments, and when the last was made (Slack: comments in Work Objects). */
export function countComments({ decision }: CardView) {
  const times = decision.arguments.map(({ madeAt }) => inSeconds(madeAt));
  return { count: times.length, ...(times.length === 0 ? {} : { latest_timestamp: Math.max(...times) }) };
}
