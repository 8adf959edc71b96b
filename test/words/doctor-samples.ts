import type { DoubtTable } from '@gavel/adr/doctor/warning-words.ts';
import type { DoctorWords } from '../../src/words/doctor-words.ts';
import type { Samples } from './write-words.ts';

export const doctorSamples: Samples<Omit<DoctorWords, 'doubts' | 'parts'>> = {
  reading: [[1_200]],
  summary: [
    [{ adrs: 1, lost: 0, errors: 0 }],
    [{ adrs: 12, lost: 0, errors: 1 }],
    [{ adrs: 12, lost: 1, errors: 3 }],
    [{ adrs: 12, lost: 12, errors: 12 }],
  ],
  atLine: [[3, 'Something is doubtful.']],
  renumbering: [
    [{ file: '7-a.md', oldNumber: 7, number: 12, newFile: '12-a.md', isInHeading: false, links: [] }],
    [{ file: '7-a.md', oldNumber: 7, number: 12, newFile: '12-a.md', isInHeading: true, links: [] }],
    [
      {
        ...{ file: '7-a.md', oldNumber: 7, number: 12, newFile: '12-a.md', isInHeading: false },
        links: [{ file: '1.md', line: 3 }],
      },
    ],
    [
      {
        ...{ file: '7-a.md', oldNumber: 7, number: 12, newFile: '12-a.md', isInHeading: true },
        links: Array.from({ length: 10 }, (_, index) => ({ file: `${index + 1}.md`, line: 3 })),
      },
    ],
  ],
};

export const doctorPartSamples: Samples<DoctorWords['parts']> = {
  errors: [[1], [2]],
  numbers: [[1], [2]],
  warnings: [[1], [1_200]],
};

const limits = { bytes: 3.25 * 1024 ** 2, most: 1024 ** 2 };

/** Every doubt, in each way in which it is told. */
export const doubtSamples: Samples<DoubtTable> = {
  'empty file': [[{ code: 'empty file' }]],
  'file too long': [[{ code: 'file too long', ...limits }]],
  'not UTF-8': [[{ code: 'not UTF-8' }]],
  'control character': [[{ code: 'control character' }]],
  'byte order mark': [[{ code: 'byte order mark' }]],
  'open comment': [[{ code: 'open comment' }]],
  'not lossless': [[{ code: 'not lossless' }]],
  'name leads out': [[{ code: 'name leads out' }]],
  'hidden characters in the name': [[{ code: 'hidden characters in the name' }]],
  'name too long': [[{ code: 'name too long', bytes: 303, most: 255 }]],
  'no title': [[{ code: 'no title' }]],
  'second title': [[{ code: 'second title', heading: 'More' }]],
  'no status': [[{ code: 'no status' }]],
  'unknown status': [[{ code: 'unknown status', word: 'simmering' }]],
  'status told twice': [[{ code: 'status told twice', first: 'accepted', firstLine: 3, second: 'draft' }]],
  'numbers differ': [[{ code: 'numbers differ', inName: 7, inHeading: 2 }]],
  'unreadable date': [[{ code: 'unreadable date', text: '2024-13-45' }]],
  'nested too deeply': [
    [{ code: 'nested too deeply', most: 100, others: 0 }],
    [{ code: 'nested too deeply', most: 100, others: 1 }],
    [{ code: 'nested too deeply', most: 100, others: 7 }],
  ],
  'too many marks': [
    [{ code: 'too many marks', others: 0 }],
    [{ code: 'too many marks', others: 1 }],
    [{ code: 'too many marks', others: 7 }],
  ],
  'text too long': [[{ code: 'text too long', read: 200_000, characters: 5_000_000 }]],
  'front matter not YAML': [[{ code: 'front matter not YAML', said: 'Nested mappings are not allowed' }]],
  'front matter too long': [[{ code: 'front matter too long', most: 20_000 }]],
  'comments left out': [[{ code: 'comments left out', count: 1 }], [{ code: 'comments left out', count: 3 }]],
  'metadata not understood': [[{ code: 'metadata not understood' }]],
  'choice not listed': [[{ code: 'choice not listed', title: 'Go' }]],
  'settings unusable': [
    [{ code: 'settings unusable', reason: { kind: 'not YAML' } }],
    [{ code: 'settings unusable', reason: { kind: 'too long', most: 10_000 } }],
    [{ code: 'settings unusable', reason: { kind: 'too deep', most: 10 } }],
    [{ code: 'settings unusable', reason: { kind: 'too slow' } }],
  ],
  'unknown setting': [[{ code: 'unknown setting', name: 'colour', known: ['bullet', 'votes', 'names'] }]],
  'unusable setting': [
    [{ code: 'unusable setting', name: 'template' }],
    [{ code: 'unusable setting', name: 'bullet' }],
    [{ code: 'unusable setting', name: 'emphasis' }],
    [{ code: 'unusable setting', name: 'votes' }],
    [{ code: 'unusable setting', name: 'names' }],
    [{ code: 'unusable setting', name: 'gap' }],
    [{ code: 'unusable setting', name: 'rules' }],
    [{ code: 'unusable setting', name: 'date' }],
    [{ code: 'unusable setting', name: 'statuses' }],
    [{ code: 'unusable setting', name: 'heading' }],
    [{ code: 'unusable setting', name: 'file' }],
    [{ code: 'unusable setting', name: 'sections' }],
  ],
  'style without names': [[{ code: 'style without names' }]],
  'setting beside style': [[{ code: 'setting beside style', name: 'bullet' }]],
  'duplicate number': [
    [{ code: 'duplicate number', number: 7, files: ['7-a.md', '7-b.md'], count: 2, newNumber: 12, newFile: '12-b.md' }],
    [{ code: 'duplicate number', number: 7, files: ['a.md', 'b.md'], count: 1_002, newNumber: 12, newFile: '12.md' }],
  ],
  gap: [[{ code: 'gap', before: 1, after: 3 }], [{ code: 'gap', before: 1, after: 7 }]],
  'other format': [
    [{ code: 'other format', format: 'AsciiDoc', count: 1, files: ['0001-a.adoc'] }],
    [{ code: 'other format', format: 'reStructuredText', count: 1_019, files: ['0001-a.rst', '0002-b.rst'] }],
  ],
  'broken link': [[{ code: 'broken link', url: '0009-gone.md' }]],
  'governs everything': [[{ code: 'governs everything', pattern: '**' }]],
  'governs nothing': [[{ code: 'governs nothing', pattern: 'src/old/**' }]],
  'superseded without a link': [[{ code: 'superseded without a link' }]],
  'one-way link': [
    [{ code: 'one-way link', file: 'a.md', kind: 'supersedes', target: 'b.md', back: 'superseded by' }],
    [{ code: 'one-way link', file: 'a.md', kind: 'superseded by', target: 'b.md', back: 'supersedes' }],
    [{ code: 'one-way link', file: 'a.md', kind: 'amends', target: 'b.md', back: 'amended by' }],
    [{ code: 'one-way link', file: 'a.md', kind: 'amended by', target: 'b.md', back: 'amends' }],
  ],
  'circle of supersedes': [[{ code: 'circle of supersedes', files: ['a.md', 'b.md'] }]],
};
