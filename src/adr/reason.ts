import { cleanLine } from './clean-text.ts';

/** How MADR 4.0.0 opens a reason of each kind. */
const openings = {
  pro: 'Good',
  con: 'Bad',
  good: 'Good',
  bad: 'Bad',
  neutral: 'Neutral',
} as const;

/** "Good, because it is small (Alice)": one reason as MADR words it. Empty if there is no reason. */
export function wordReason(kind: keyof typeof openings, text: string, by = ''): string {
  const name = cleanLine(by);
  const reason = stripBecause(cleanLine(text));
  return reason === '' ? '' : `${openings[kind]}, because ${reason}${name === '' ? '' : ` (${name})`}`;
}

/** A reason without a leading "because" of its own. Otherwise it stays as it was typed. */
export function stripBecause(reason: string): string {
  return reason.replace(/^because\s+/i, '');
}
