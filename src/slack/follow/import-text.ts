import type { KnownBlock } from '@slack/types';
import { nameOf, type People } from '../../decision/person.ts';
import { wordTrouble } from '../../words/language.ts';
import { code, emoji, lines, say, type Words } from '../../words/say.ts';
import type { ImportAnnouncement, ImportFigures } from '../../workflow/message/announcement.ts';
import { language } from '../app/language.ts';
import { actions, button } from '../text/blocks.ts';
import { paragraph, writeFallback } from '../text/words.ts';

/** The button that stops a long import; its value is the key of the message. */
export const stopImportAction = 'stop-import';

const count = (number: number) => number.toLocaleString('en');
const adrs = (number: number) => `${count(number)} ${number === 1 ? 'ADR' : 'ADRs'}`;

const parts = [
  ['added', 'is new', 'are new'],
  ['restated', 'has another status', 'have another status'],
  ['removed', 'is gone', 'are gone'],
] as const;

/** What an import has found: “Read 1,200 ADRs: 3 are new, 1 has another status.”, and what is doubtful in them. */
export function wordFigures(figures: ImportFigures): Words {
  const { total, doubtful, sharedNumbers } = figures;
  const read = total === 0 ? 'There are no ADRs in the repository' : `Read ${adrs(total)}`;
  const news = parts.flatMap(([name, one, many]) =>
    figures[name] === 0 ? [] : [`${count(figures[name])} ${figures[name] === 1 ? one : many}`],
  );
  const found = `${[read, news.join(', ')].filter(Boolean).join(': ')}.`;
  const doubts = [
    doubtful === 0 ? '' : `${count(doubtful)} could not be understood fully`,
    wordSharedNumbers(sharedNumbers),
  ].filter(Boolean);
  if (doubts.length === 0) return say`${found}`;
  return say`${found} ${capitalize(doubts.join(', '))}: ${code('/adr doctor')} says more.`;
}

function wordSharedNumbers([first, ...others]: readonly number[]): string {
  if (first === undefined) return '';
  return others.length === 0 ? `number ${first} is taken twice` : `${count(others.length + 1)} numbers are taken twice`;
}

function capitalize(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function wordState(state: ImportAnnouncement, people: People): Words {
  const sofar = `${count(state.done)} of ${adrs(state.total)}`;
  if (state.state === 'done') return wordFigures(state.figures);
  if (state.state === 'stopped') {
    const who = people.has(state.by) ? nameOf(people, state.by) : 'Somebody';
    return say`${who} stopped me: I have read ${sofar}. ${code('/adr import')} goes on from there.`;
  }
  const trouble = state.trouble ? say`${emoji('warning')} ${wordTrouble(language, state.trouble)} I keep trying.` : [];
  return lines(say`I am reading the repository: ${sofar} so far.`, trouble);
}

/** The message that shows how far a long import is, with a button that stops it. */
export function renderImport(state: ImportAnnouncement, people: People): { text: string; blocks: KnownBlock[] } {
  const said = wordState(state, people);
  const text = writeFallback(said);
  const stop = actions('import', [button(stopImportAction, 'Stop', { value: state.key })]);
  return { text, blocks: state.state === 'reading' ? [paragraph(said), stop] : [paragraph(said)] };
}
