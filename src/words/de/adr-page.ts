import type { AdrPageWords } from '../adr-page-words.ts';
import { code, say } from '../say.ts';
import { number } from './grammar.ts';

const fileGone = 'Die Datei ist nicht mehr im Repository.';

/** An ADR that is shown, in German. */
export const adrPage: AdrPageWords = {
  adr: 'ADR',
  decision: 'Entscheidung',
  notInGit: 'Noch nicht in git',
  inReview: 'Im Review',
  asDecided: 'Wie damals entschieden',
  asDecidedBelow: 'Wie damals entschieden:',
  openFile: 'Datei öffnen',
  cardAndVotes: 'Karte und Stimmen',
  noStatus: 'Ohne Status',
  unreadable: (because) => `Der Text lässt sich gerade nicht zeigen. ${because}`,
  fileGone,
  foundGone: (at, commit) =>
    say`${fileGone} Bemerkt habe ich das ${at}${commit === undefined ? '' : say`, im Commit ${commit}`}.`,
  namedFileGone: (file) => say`Die Datei ${file} ist nicht mehr im Repository.`,
  beginningOnly: 'Die Datei ist länger: Das ist ihr Anfang.',
  several: (taken, files) => `Die Nummer ${taken} ist ${files === 2 ? 'doppelt' : `${number(files)}-mal`} vergeben:`,
  renumberingHint: say`${code('/adr doctor')} schlägt neue Nummern vor.`,
};
