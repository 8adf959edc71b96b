import type { AwayWords } from '../away-words.ts';
import { code, say } from '../say.ts';
import { number, writeDay } from './grammar.ts';
import { usages } from './usages.ts';

/** Being away, in German. */
export const away: AwayWords = {
  until: (day) =>
    say`Du bist abwesend bis ${writeDay(day)}; an diesem Tag bist du wieder da. Bis dahin erinnere ich dich an keine Abstimmung, und was ich dir schreiben würde, wartet. Wo es auf die Beteiligung ankommt, steht auf der Karte, dass du abwesend bist. ${code('/adr back')} beendet das früher.`,
  here: say`Du hast mir nicht gesagt, dass du abwesend bist. ${code(usages.away)} stellt Erinnerungen ab, bis du zu Beginn dieses Tages wieder da bist: ${code('/adr away until freitag')}, ${code('/adr away until 24.12.')}.`,
  back: say`Willkommen zurück! ${code('/adr waiting')} zeigt, was auf dich wartet.`,
  person: (name, until) => (until === undefined ? name : `${name} (abwesend bis ${writeDay(until)})`),
  absent: (absent, deciders, names) =>
    `${number(absent)} von ${number(deciders)} ${absent === 1 ? 'ist' : 'sind'} abwesend: ${names}`,
  takenOut: (names) => `Aus der Zählung genommen: ${names}`,
  atHome: (backOn) =>
    backOn === undefined
      ? 'Du bist da, und ich erinnere dich an Abstimmungen.'
      : `Du bist abwesend bis ${writeDay(backOn)}, und ich erinnere dich an nichts.`,
  awayUntil: (day) => `Abwesend bis ${writeDay(day)}`,
  isBack: 'Ich bin wieder da',
  form: {
    introduction:
      'Wer abwesend ist, kann aus der Zählung genommen werden: Dann wartet niemand auf die Stimme, und die nötige Beteiligung wird ohne sie berechnet. Alle lesen das im Thread und auf der Karte, und es wird festgehalten. Stimmt die Person doch ab, zählt ihre Stimme. Wen du hier weglässt, der zählt wieder mit.',
    label: 'Aus der Zählung genommen',
    submit: 'Speichern',
  },
  wasHere: say`Du warst nicht abwesend. ${code('/adr waiting')} zeigt, was auf dich wartet.`,
};
