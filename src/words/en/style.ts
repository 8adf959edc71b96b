import { code, joinWords, say, type Words } from '../say.ts';
import type { MetadataPlace, OptionsPlace, StyleWords } from '../style-words.ts';
import { number } from './grammar.ts';

/** Pieces of Markdown, separated by commas. */
function listCode(all: readonly string[]): Words {
  return joinWords(
    all.map((one) => code(one)),
    ', ',
  );
}

function andMore(others: number): string {
  return others > 0 ? ` and ${number(others)} more` : '';
}

const layouts: Readonly<Record<MetadataPlace['layout'], string>> = {
  'front matter': 'front matter',
  list: 'a list under the title',
  lines: 'lines under the title',
  paragraphs: 'paragraphs under the title',
  table: 'a table under the title',
  closing: 'once more at the end',
};

const optionLayouts: Readonly<Record<OptionsPlace['layout'], string>> = {
  list: 'a list',
  sections: 'a section for each',
  paragraphs: 'a paragraph for each',
  table: 'a table',
};

const asInMadr = 'as in MADR 4.0.0';

/** How ADRs are written, in English. */
export const style: StyleWords = {
  title: 'How ADRs are written',
  yourForm: (title) => `Your draft: ${title}`,
  asItStands: (title) => `As it stands: ${title}`,
  example: 'An example',
  labels: {
    learnedFrom: 'Learned from',
    dialect: 'Dialect',
    files: 'Files',
    title: 'Title',
    metadata: 'Metadata',
    sections: 'Sections',
    options: 'Options',
    points: 'Pros and cons',
    statuses: 'Statuses',
    dates: 'Dates',
    votes: 'Votes',
    names: 'Names',
    marks: 'Marks',
    pinned: 'Pinned by .gavel.yml',
  },
  sample: { title: 'Use Go', pro: 'it is small', con: 'it is new to us' },
  learnedFrom: (how, files, others) => {
    if (how === 'default') return say`nothing that people wrote yet, so it is MADR 4.0.0`;
    return say`${how === 'template' ? 'the template ' : 'most of the latest ADRs: '}${listCode(files)}${andMore(others)}`;
  },
  dialect: (name) => name,
  noTitle: 'none',
  metadata: (places) => {
    if (places.length === 0) return say`in sections of their own`;
    const told = places.map(({ layout, keys }) =>
      keys.length > 0 ? say`${layouts[layout]} with ${listCode(keys)}` : say`${layouts[layout]}`,
    );
    return joinWords(told, '; ');
  },
  sections: (headings, others) => say`${listCode(headings)}${andMore(others)}`,
  options: (places) => {
    if (places.length === 0) return say`${asInMadr}`;
    const told = places.map(({ layout, isNumbered, heading, example }) => {
      const marked = example === undefined ? '' : say`, such as ${code(example)}`;
      return say`${isNumbered && layout === 'list' ? 'a numbered list' : optionLayouts[layout]} in ${code(heading)}${marked}`;
    });
    return joinWords(told, '; ');
  },
  pointsAsInMadr: asInMadr,
  dates: (example, timeZone) =>
    timeZone === undefined ? code(example) : say`${code(example)}, in the time zone ${code(timeZone)}`,
  votes: {
    section: 'in a section of the ADR',
    'commit message': 'in the message of the commit, and in the thread of the card',
  },
  named: 'each reason says whose it is',
  unnamed: 'reasons carry no names',
  marks: ({ bullet, emphasis, hasRules, hasWindowsLineEnds, breaksLines }) => {
    const rules = hasRules ? ', a rule before each section' : '';
    const lineEnds = hasWindowsLineEnds ? ', Windows line ends' : '';
    const oneEach = breaksLines === 'after sentences' ? ', each sentence on its own line' : '';
    const breaks = typeof breaksLines === 'number' ? `, lines of at most ${breaksLines} characters` : oneEach;
    return say`lists with ${code(bullet)}, emphasis with ${code(emphasis)}${rules}${breaks}${lineEnds}`;
  },
  nothingPinned: 'nothing',
};
