import type { AwayWords } from '../away-words.ts';
import { code, say } from '../say.ts';
import { writeDay } from './grammar.ts';
import { usages } from './usages.ts';

/** Being away, in German. */
export const away: AwayWords = {
  until: (day) =>
    say`Du bist abwesend bis ${writeDay(day)}; an diesem Tag bist du wieder da. Bis dahin erinnere ich dich an keine Abstimmung, und was ich dir schreiben würde, wartet. ${code('/adr back')} beendet das früher.`,
  here: say`Du hast mir nicht gesagt, dass du abwesend bist. ${code(usages.away)} stellt Erinnerungen ab, bis du zu Beginn dieses Tages wieder da bist: ${code('/adr away until freitag')}, ${code('/adr away until 24.12.')}.`,
  back: say`Willkommen zurück! ${code('/adr waiting')} zeigt, was auf dich wartet.`,
  wasHere: say`Du warst nicht abwesend. ${code('/adr waiting')} zeigt, was auf dich wartet.`,
};
