import type { FindWords } from '../find-words.ts';
import { bold, code, joinWords, say } from '../say.ts';
import { count, number, quote } from './grammar.ts';

/** The search in German. */
export const find: FindWords = {
  title: 'Entscheidung suchen',
  search: 'Suchen',
  label: 'Suchen nach',
  hint: 'Eingrenzen: status:accepted, in:#kanal, by:@name, repo:name, tag:name, after:2026-01, before:2026-06.',
  placeholder: 'Wörter aus Titel, Option, Argument oder ADR',
  total: ({ total, hasMore }) => (hasMore ? `Die besten ${number(total)} Treffer` : count(total, 'Treffer', 'Treffer')),
  nothing: (typed) =>
    say`Zu ${quote(typed)} habe ich nichts gefunden. Versuch es mit weniger Wörtern; ${code('/adr list')} zeigt alles.`,
  tooCommon: (typed) =>
    say`Die Wörter in ${quote(typed)} kommen überall vor. Ergänze eines, das nur wenige Entscheidungen haben.`,
  corrected: (words) =>
    say`Zu ${joinWords(
      words.map(({ typed }) => bold(typed)),
      ', ',
    )} habe ich nichts gefunden und deshalb nach ${joinWords(
      words.map(({ meant }) => bold(meant)),
      ', ',
    )} gesucht.`,
  doubt: ({ key, value }) => {
    switch (key) {
      case 'status':
        return say`${code(`status:${value}`)} habe ich weggelassen. Möglich sind proposed, accepted, rejected, withdrawn, deprecated und superseded.`;
      case 'in':
        return say`${code(`in:${value}`)} habe ich weggelassen, weil ich keinen Kanal mit diesem Namen kenne, den du sehen kannst.`;
      case 'repo':
        return say`${code(`repo:${value}`)} habe ich weggelassen, weil dieser Kanal kein Repository mit diesem Namen hat.`;
      case 'after':
      case 'before':
        return say`${code(`${key}:${value}`)} habe ich weggelassen. Schreib ein Datum als ${code('2026-01-31')}, ${code('2026-01')} oder ${code('2026')}.`;
      default:
        return say`${code(`${key}:${value}`)} habe ich weggelassen.`;
    }
  },
};
