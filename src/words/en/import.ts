import { wordDoubt } from '@gavel/adr/doctor/warning-words.ts';
import type { ImportWords } from '../import-words.ts';
import { code, emoji, say, type Words } from '../say.ts';
import { doctor } from './doctor.ts';
import { count, number } from './grammar.ts';

type Figures = Parameters<ImportWords['found']>[0];

function wordChanges({ added, restated, removed }: Figures): string {
  const told = [
    added > 0 ? count(added, 'is new', 'are new') : '',
    restated > 0 ? count(restated, 'has another status', 'have another status') : '',
    removed > 0 ? count(removed, 'is gone', 'are gone') : '',
  ];
  return told.filter(Boolean).join(', ');
}

/** “12 could not be understood fully, number 7 is taken twice”, at the beginning of a sentence. */
function wordDoubts({ doubtful, sharedNumbers }: Figures): string {
  const [first, ...others] = sharedNumbers;
  const known = doubtful > 0 ? `${number(doubtful)} could not be understood fully` : '';
  if (first === undefined) return known;
  if (others.length > 0)
    return [known, `${number(sharedNumbers.length)} numbers are taken twice`].filter(Boolean).join(', ');
  return known === '' ? `Number ${first} is taken twice` : `${known}, number ${first} is taken twice`;
}

function wordFound(figures: Figures): Words {
  const { total, unread = [] } = figures;
  const others = unread.map((found) => wordDoubt(doctor.doubts, { code: 'other format', ...found }).message);
  const read =
    total === 0
      ? `There are no ADRs${unread.length > 0 ? ' in Markdown' : ''} in the repository`
      : `Read ${count(total, 'ADR')}`;
  const all = `${[read, wordChanges(figures)].filter(Boolean).join(': ')}.${others.map((other) => ` ${other}`).join('')}`;
  const doubts = wordDoubts(figures);
  return doubts === '' ? say`${all}` : say`${all} ${doubts}: ${code('/adr doctor')} says more.`;
}

function wordProgress(done: number, total: number): string {
  return `${number(done)} of ${count(total, 'ADR')}`;
}

/** Imports in English. */
export const imports: ImportWords = {
  looking: 'I am looking at the repository…',
  found: wordFound,
  reading: (done, total) => say`I am reading the repository: ${wordProgress(done, total)} so far.`,
  keepTrying: (trouble) => say`${emoji('warning')} ${trouble} I’ll keep trying.`,
  stopped: (by = 'Somebody', done, total) =>
    say`${by} stopped me: I have read ${wordProgress(done, total)}. ${code('/adr import')} goes on from there.`,
  stop: 'Stop',
};
