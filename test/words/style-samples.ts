import type { StyleWords } from '../../src/words/style-words.ts';
import type { Samples } from './write-words.ts';

const keys = ['status', 'date'];
const options = { isNumbered: false, heading: 'Options', example: undefined } as const;

export const styleSamples: Samples<StyleWords> = {
  yourForm: [['Which queue?']],
  asItStands: [['Which queue?']],
  learnedFrom: [
    ['default', [], 0],
    ['template', ['template.md'], 0],
    ['majority', ['0001-a.md', '0002-b.md'], 0],
    ['majority', ['0001-a.md', '0002-b.md'], 1_200],
  ],
  dialect: [['Nygard'], ['Nygard, extended'], ['other']],
  metadata: [
    [[]],
    [[{ layout: 'front matter', keys }]],
    [
      [
        { layout: 'list', keys },
        { layout: 'closing', keys: ['Links'] },
      ],
    ],
    [[{ layout: 'lines', keys: [] }]],
    [[{ layout: 'paragraphs', keys }]],
    [[{ layout: 'table', keys }]],
  ],
  sections: [
    [['## Context', '## Decision'], 0],
    [['## Context', '## Decision'], 7],
  ],
  options: [
    [[]],
    [[{ layout: 'list', ...options }]],
    [[{ layout: 'list', ...options, isNumbered: true, example: 'Option 1: Use Go' }]],
    [
      [
        { layout: 'sections', ...options, example: '**Use Go**' },
        { layout: 'paragraphs', ...options },
        { layout: 'table', ...options },
      ],
    ],
  ],
  dates: [
    ['2026-11-20', undefined],
    ['November 20, 2026', 'Europe/Berlin'],
  ],
  marks: [
    [{ bullet: '*', emphasis: '_', hasRules: false, hasWindowsLineEnds: false, breaksLines: undefined }],
    [{ bullet: '-', emphasis: '*', hasRules: true, hasWindowsLineEnds: true, breaksLines: 80 }],
    [{ bullet: '-', emphasis: '*', hasRules: false, hasWindowsLineEnds: false, breaksLines: 'after sentences' }],
  ],
};
