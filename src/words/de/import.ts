import { wordDoubt } from '@gavel/adr/doctor/warning-words.ts';
import type { ImportWords } from '../import-words.ts';
import { code, emoji, say, type Words } from '../say.ts';
import { doctor } from './doctor.ts';
import { count, number } from './grammar.ts';

type Figures = Parameters<ImportWords['found']>[0];

function wordChanges({ added, restated, removed }: Figures): string {
  const told = [
    added > 0 ? count(added, 'ist neu', 'sind neu') : '',
    restated > 0 ? count(restated, 'hat einen anderen Status', 'haben einen anderen Status') : '',
    removed > 0 ? count(removed, 'ist weg', 'sind weg') : '',
  ];
  return told.filter(Boolean).join(', ');
}

/** “12 ADRs sind nicht ganz verständlich, Nummer 7 ist doppelt vergeben”. */
function wordDoubts({ doubtful, sharedNumbers }: Figures): string {
  const [first, ...others] = sharedNumbers;
  const known = doubtful > 0 ? `${count(doubtful, 'ADR ist', 'ADRs sind')} nicht ganz verständlich` : '';
  const shared =
    others.length > 0
      ? `${number(sharedNumbers.length)} Nummern sind doppelt vergeben`
      : `Nummer ${first} ist doppelt vergeben`;
  return [known, first === undefined ? '' : shared].filter(Boolean).join(', ');
}

function wordFound(figures: Figures): Words {
  const { total, unread = [] } = figures;
  const others = unread.map((found) => wordDoubt(doctor.doubts, { code: 'other format', ...found }).message);
  const read =
    total === 0
      ? `Im Repository sind keine ADRs${unread.length > 0 ? ' in Markdown' : ''}`
      : `${count(total, 'ADR', 'ADRs')} gelesen`;
  const all = `${[read, wordChanges(figures)].filter(Boolean).join(': ')}.${others.map((other) => ` ${other}`).join('')}`;
  const doubts = wordDoubts(figures);
  return doubts === '' ? say`${all}` : say`${all} ${doubts}: ${code('/adr doctor')} sagt mehr dazu.`;
}

function wordProgress(done: number, total: number): string {
  return `${number(done)} von ${count(total, 'ADR', 'ADRs')}`;
}

/** Imports in German. */
export const imports: ImportWords = {
  looking: 'Ich sehe im Repository nach …',
  found: wordFound,
  reading: (done, total) => say`Ich lese das Repository: bisher ${wordProgress(done, total)}.`,
  keepTrying: (trouble) => say`${emoji('warning')} ${trouble} Ich versuche es weiter.`,
  stopped: (by = 'Jemand', done, total) =>
    say`${by} hat mich angehalten: Gelesen habe ich ${wordProgress(done, total)}. ${code('/adr import')} macht dort weiter.`,
  stop: 'Anhalten',
};
