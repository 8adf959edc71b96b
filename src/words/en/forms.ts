import type { FormWords } from '../form-words.ts';
import { number } from './grammar.ts';

/** What all forms say in English. */
export const forms: FormWords = {
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  add: 'Add',
  back: 'Back',
  next: 'Next',
  loading: 'One moment …',
  page: (page, pages) => `Page ${number(page)}${pages === undefined ? '' : ` of ${number(pages)}`}`,
  more: (count) => `and ${number(count)} more`,
  oneToALine: 'One to a line.',
  why: 'Why',
  because: 'Because',
  rule: 'Rule',
  repository: 'Repository',
  repositoryHint: 'Where the ADR goes once this is decided.',
  repositoryOfChannelHint: 'Where what is proposed here goes, unless another is chosen.',
  ruleHint: 'How the votes decide.',
};
