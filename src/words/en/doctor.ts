import { doubtsInEnglish } from '@gavel/adr/doctor/warning-words.ts';
import { wordRenumbering, wordSummary } from '@gavel/adr/doctor/words.ts';
import type { DoctorWords } from '../doctor-words.ts';
import { number } from './grammar.ts';

function heading(name: string): (lines: number) => string {
  return (lines) => (lines === 1 ? name : `${name} (${number(lines)})`);
}

/** `/adr doctor` in English, in the words of the command `npm run doctor`. */
export const doctor: DoctorWords = {
  title: 'Health of the ADRs',
  reading: (files) => `I am reading ${number(files)} files. This can take a minute; the result appears here.`,
  summary: wordSummary,
  parts: { errors: heading('Errors'), numbers: heading('Proposed numbers'), warnings: heading('Warnings') },
  nothingToMend: 'Nothing to mend.',
  doubts: doubtsInEnglish,
  atLine: (line, doubt) => `line ${line}: ${doubt}`,
  renumbering: wordRenumbering,
};
