import type { AdrPart } from '../content/part.ts';
import type { AdrLanguage } from '../language/adr-language.ts';
import { adrWords } from '../language/words.ts';
import { plainEntry, plainForm } from '../read/metadata/entry/entry.ts';
import { statusWords } from '../read/metadata/status.ts';
import { madrDetails, madrOptions } from '../write/options.ts';
import { madrPoints } from '../write/points.ts';
import { fileNameFormOf } from './file-name-form.ts';
import type { HouseStyle, MetadataEntryForm, SectionForm, ValueShape } from './house-style.ts';
import { bareStatus } from './status-form.ts';

function entryForm(
  field: MetadataEntryForm['field'],
  key: string,
  list: ValueShape['list'] = 'none',
): MetadataEntryForm {
  const indent = list === 'block' ? '  ' : '';
  return {
    ...plainEntry,
    field,
    key,
    lead: list === 'block' ? `${key}:` : `${key}: `,
    shape: { list, indent, quote: '' },
  };
}

/** A section in the form of MADR 4.0.0, in the words of a language. */
export function madrSection(part: AdrPart, heading: string, depth: number, language: AdrLanguage = 'en'): SectionForm {
  return {
    part,
    heading,
    depth,
    points: part === 'consequences' ? madrPoints(language) : undefined,
    options: part === 'options' ? madrOptions : part === 'option-details' ? madrDetails(language) : undefined,
    outcome: part === 'outcome' ? adrWords[language].outcome : undefined,
    log: undefined,
    metadata: undefined,
    isLine: false,
    tight: {},
    isListed: false,
    isSteady: false,
    isUsual: false,
    standing: undefined,
  };
}

/** The sections of MADR 4.0.0. The labels in them are in a language; their headings are in English. */
export function madrSections(language: AdrLanguage): readonly SectionForm[] {
  return [
    madrSection('context', 'Context and Problem Statement', 2, language),
    madrSection('drivers', 'Decision Drivers', 2, language),
    madrSection('options', 'Considered Options', 2, language),
    madrSection('outcome', 'Decision Outcome', 2, language),
    madrSection('consequences', 'Consequences', 3, language),
    madrSection('confirmation', 'Confirmation', 3, language),
    madrSection('option-details', 'Pros and Cons of the Options', 2, language),
    madrSection('more-information', 'More Information', 2, language),
  ];
}

/** MADR 4.0.0, as written for a repository without a style of its own. */
export const madrStyle: HouseStyle = {
  learnedFrom: { how: 'default', files: [] },
  dialect: 'MADR 4',
  frontMatter: {
    layout: 'front matter',
    entries: [
      entryForm('status', 'status'),
      entryForm('date', 'date'),
      entryForm('deciders', 'decision-makers', 'block'),
      entryForm('consulted', 'consulted', 'block'),
      entryForm('informed', 'informed', 'block'),
    ],
    ...plainForm,
  },
  title: { depth: 1, before: '', width: 0, after: '' },
  metadata: undefined,
  closing: undefined,
  sections: madrSections('en'),
  hasRules: false,
  dateForm: '2024-12-27',
  timeZone: undefined,
  statusWords: statusWords('en'),
  statusForm: bareStatus,
  linkForms: {},
  fileName: fileNameFormOf([]),
  subfolders: true,
  hasIndexes: true,
  marks: {
    bullet: '*',
    bulletGap: ' ',
    emphasis: '_',
    lineEnding: '\n',
    endsWithLineFeed: true,
    tight: { list: false, text: false },
    hasTightFrontMatter: false,
  },
  wrapping: undefined,
  namesAuthors: true,
  language: undefined,
  labelLanguage: 'en',
  votesIn: 'section',
};
