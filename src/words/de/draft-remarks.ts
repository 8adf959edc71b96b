import type { ReasonCount } from '../../decision/proposal/draft-remark.ts';
import type { DraftRemarkWords } from '../language.ts';
import { count, list, number, quote } from './grammar.ts';

/** What a figure counts, if there is anything to count. */
function countAny(value: number, one: string, many: string): string[] {
  return value === 0 ? [] : [count(value, one, many)];
}

/** “3 Pro, 1 Contra”; '' if there are no reasons. */
export function wordReasons({ pro, con, neutral }: ReasonCount): string {
  return [
    ...countAny(pro, 'Pro', 'Pro'),
    ...countAny(con, 'Contra', 'Contra'),
    ...countAny(neutral, 'neutraler Punkt', 'neutrale Punkte'),
  ].join(', ');
}

/** What is said in German about a Markdown draft that filled in a form. */
export const draftRemarks: DraftRemarkWords = {
  'taken from the draft': ({ hasTitle, hasContext, drivers, options, reasons, sections, ...facts }) => {
    const argued = wordReasons(reasons);
    const taken = [
      ...(hasTitle ? ['die Frage'] : []),
      ...(hasContext ? ['der Kontext'] : []),
      ...countAny(drivers, 'Entscheidungskriterium', 'Entscheidungskriterien'),
      ...countAny(options, 'Option', 'Optionen').map((text) => (argued === '' ? text : `${text} (${argued})`)),
      ...countAny(facts.tags ?? 0, 'Schlagwort', 'Schlagwörter'),
      ...countAny(facts.patterns ?? 0, 'betroffener Pfad', 'betroffene Pfade'),
      ...(facts.hasRevisit === true ? ['die Wiedervorlage'] : []),
      ...countAny(sections, 'Abschnitt', 'Abschnitte'),
    ];
    return `Aus dem Entwurf: ${list(taken)}. Felder, die er nicht enthält, sind, wie sie waren.`;
  },
  'options left out': ({ count: there, most, titles, others }) => {
    const rest = others === 0 ? [] : [`${number(others)} weitere`];
    const leftOut = list([...titles.map(quote), ...rest]);
    const were = titles.length + others === 1 ? 'fehlt' : 'fehlen';
    return `Höchstens ${count(most, 'Option', 'Optionen')} sind möglich, und der Entwurf hat ${number(there)}: Hier ${were} ${leftOut}.`;
  },
  'left out of the form': ({ texts, others, why }) => {
    const rest = others === 0 ? [] : [`${number(others)} weitere`];
    return `Weggelassen: ${list([...texts.map(quote), ...rest])}. ${why}`;
  },
  'doubt about a line': ({ line, doubt }) => `Zeile ${number(line)}: ${doubt}`,
  'prepared by a program': () =>
    'Das hat dein Editor oder Agent ausgefüllt. Vorgeschlagen wird es unter deinem Namen: Lies es durch, und ändere, was nicht stimmt.',
  'more doubts': ({ count: more }) => `und noch ${number(more)}`,
};
