import type { AwayWords } from '../away-words.ts';
import { code, say } from '../say.ts';
import { number, writeDay } from './grammar.ts';
import { usages } from './usages.ts';

/** Being away, in English. */
export const away: AwayWords = {
  until: (day) =>
    say`You are away, and back on ${writeDay(day)}. Until then I don’t remind you of votes, and your messages from me wait. Where a vote needs people to take part, its card says that you are away. ${code('/adr back')} ends it sooner.`,
  here: say`You have not told me that you are away. ${code(usages.away)} stops reminders until you are back, at the beginning of that day: ${code('/adr away until friday')}, ${code('/adr away until 2026-12-24')}.`,
  back: say`Welcome back! ${code('/adr waiting')} lists what waits for you.`,
  person: (name, until) => (until === undefined ? name : `${name} (away until ${writeDay(until)})`),
  absent: (absent, deciders, names) =>
    `${number(absent)} of ${number(deciders)} ${absent === 1 ? 'is' : 'are'} away: ${names}`,
  takenOut: (names) => `Taken out of the count: ${names}`,
  atHome: (backOn) =>
    backOn === undefined
      ? 'You are here, and I remind you of votes.'
      : `You are away until ${writeDay(backOn)}, and I don’t remind you of anything.`,
  awayUntil: (day) => `Away until ${writeDay(day)}`,
  isBack: 'I am back',
  form: {
    introduction:
      'Whoever is away can be taken out of the count: nobody waits for them then, and the quorum is figured without them. Everybody reads it in the thread and on the card, and it is kept in the record. If they vote after all, their votes count. Leave somebody out here to put them back.',
    label: 'Taken out of the count',
    submit: 'Save',
  },
  wasHere: say`You were not away. ${code('/adr waiting')} lists what waits for you.`,
};
