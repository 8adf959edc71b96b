import type { AwayWords } from '../away-words.ts';
import { code, say } from '../say.ts';
import { writeDay } from './grammar.ts';
import { usages } from './usages.ts';

/** Being away, in English. */
export const away: AwayWords = {
  until: (day) =>
    say`You are away, and back on ${writeDay(day)}. Until then I don’t remind you of votes, and your messages from me wait. ${code('/adr back')} ends it sooner.`,
  here: say`You have not told me that you are away. ${code(usages.away)} stops reminders until you are back, at the beginning of that day: ${code('/adr away until friday')}, ${code('/adr away until 2026-12-24')}.`,
  back: say`Welcome back! ${code('/adr waiting')} lists what waits for you.`,
  wasHere: say`You were not away. ${code('/adr waiting')} lists what waits for you.`,
};
