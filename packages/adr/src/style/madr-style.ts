import type { AdrPart } from '../content/part.ts';
import { plainEntry } from '../read/metadata/metadata.ts';
import { madrDetails, madrOptions } from '../write/options.ts';
import { madrPoints } from '../write/points.ts';
import type { HouseStyle, MetadataEntryForm, SectionForm, ValueShape } from './house-style.ts';

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

/** A section in the form of MADR 4.0.0. */
export function madrSection(part: AdrPart, heading: string, depth: number): SectionForm {
  return {
    part,
    heading,
    depth,
    points: part === 'consequences' ? madrPoints : undefined,
    options: part === 'options' ? madrOptions : part === 'option-details' ? madrDetails : undefined,
    outcome: part === 'outcome' ? { before: 'Chosen option: "', between: '", because ' } : undefined,
    isTight: undefined,
  };
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
    lineEnd: '',
    table: undefined,
  },
  title: { depth: 1, before: '', width: 0, after: '' },
  metadata: undefined,
  closing: undefined,
  sections: [
    madrSection('context', 'Context and Problem Statement', 2),
    madrSection('drivers', 'Decision Drivers', 2),
    madrSection('options', 'Considered Options', 2),
    madrSection('outcome', 'Decision Outcome', 2),
    madrSection('consequences', 'Consequences', 3),
    madrSection('confirmation', 'Confirmation', 3),
    madrSection('option-details', 'Pros and Cons of the Options', 2),
    madrSection('more-information', 'More Information', 2),
  ],
  hasRules: false,
  dateForm: '2024-12-27',
  timeZone: undefined,
  statusWords: {
    draft: 'draft',
    proposed: 'proposed',
    accepted: 'accepted',
    rejected: 'rejected',
    deprecated: 'deprecated',
    superseded: 'superseded',
    withdrawn: 'withdrawn',
  },
  fileName: { scheme: 'number', before: '', width: 4, after: '-' },
  marks: {
    bullet: '*',
    bulletGap: ' ',
    emphasis: '_',
    lineEnding: '\n',
    endsWithLineFeed: true,
    hasTightHeadings: false,
  },
  namesAuthors: true,
  language: undefined,
  votesIn: 'section',
};
