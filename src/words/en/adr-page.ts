import type { AdrPageWords } from '../adr-page-words.ts';
import { code, say } from '../say.ts';
import { number } from './grammar.ts';

const fileGone = 'Its file is no longer in the repository.';

/** An ADR that is shown, in English. */
export const adrPage: AdrPageWords = {
  adr: 'ADR',
  decision: 'Decision',
  notInGit: 'Not in git yet',
  inReview: 'In review',
  asDecided: 'As it was decided',
  asDecidedBelow: 'As it was decided:',
  openFile: 'Open the file',
  cardAndVotes: 'Card and votes',
  noStatus: 'No status',
  unreadable: (because) => `The text can’t be shown now. ${because}`,
  fileGone,
  foundGone: (at, commit) =>
    say`${fileGone} I found it gone ${at}${commit === undefined ? '' : say`, in commit ${commit}`}.`,
  namedFileGone: (file) => say`Its file, ${file}, is no longer in the repository.`,
  beginningOnly: 'The file is longer: this is its beginning.',
  several: (taken, files) => `Number ${taken} is taken ${files === 2 ? 'twice' : `${number(files)} times`}:`,
  renumberingHint: say`${code('/adr doctor')} proposes a renumbering.`,
};
