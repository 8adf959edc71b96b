import { writeDate } from '@gavel/adr/read/metadata/date.ts';
import { houseFileName } from '@gavel/adr/style/file-name-form.ts';
import type { HouseStyle, MetadataForm, OptionsForm } from '@gavel/adr/style/house-style.ts';
import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import { writePoints } from '@gavel/adr/write/points.ts';
import type { RichTextElement, RichTextSection } from '@slack/types';
import { shorten } from '../text/blocks.ts';

/** A piece of a sentence: plain words, or Markdown as it stands in a file. */
type Piece = string | { readonly code: string };

/** One fact about a style: what it is about, and the fact in pieces. */
interface Fact {
  readonly label: string;
  readonly pieces: readonly Piece[];
}

const longestPiece = 300;
const filesShown = 5;
const sectionsShown = 30;

const example = { number: 8, title: 'Use Go', date: '2026-11-20' };

/** What was learned of how a house writes its ADRs, as the items of a list. */
export function describeStyle(style: HouseStyle): RichTextSection[] {
  return [
    { label: 'Learned from', pieces: originOf(style) },
    { label: 'Dialect', pieces: [style.dialect] },
    {
      label: 'Files',
      pieces: [code(houseFileName(style.fileName, example.number, example.title, example.date))],
    },
    { label: 'Title', pieces: [titleOf(style)] },
    { label: 'Metadata', pieces: metadataOf(style) },
    { label: 'Sections', pieces: sectionsOf(style) },
    { label: 'Options', pieces: optionsOf(style) },
    { label: 'Pros and cons', pieces: pointsOf(style) },
    { label: 'Statuses', pieces: list(Object.values(style.statusWords).map(code)) },
    { label: 'Dates', pieces: [code(writeDate(example.date, style.dateForm))] },
    { label: 'Votes', pieces: [votesIn[style.votesIn]] },
    { label: 'Names', pieces: [style.namesAuthors ? 'each reason says whose it is' : 'reasons carry no names'] },
    { label: 'Marks', pieces: marksOf(style) },
  ].map(toItem);
}

/** What `.gavel.yml` pins, as one item of the list. */
export function describePins(pinned: readonly string[]): RichTextSection {
  return toItem({
    label: 'Pinned by .gavel.yml',
    pieces: pinned.length === 0 ? ['nothing'] : list(pinned.map(code)),
  });
}

const votesIn: Readonly<Record<HouseStyle['votesIn'], string>> = {
  section: 'in a section of the ADR',
  'commit message': 'in the message of the commit, and in the thread of the card',
};

function code(markdown: string): Piece {
  return { code: markdown };
}

/** Pieces with commas between them. */
function list(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [', ', piece]));
}

function originOf({ learnedFrom: { how, files } }: HouseStyle): Piece[] {
  if (how === 'default') return ['nothing yet, so it is MADR 4.0.0'];
  const rest = files.length - filesShown;
  const names = [...list(files.slice(0, filesShown).map(code)), ...(rest > 0 ? [` and ${rest} more`] : [])];
  return [how === 'template' ? 'the template ' : 'most of the latest ADRs: ', ...names];
}

function titleOf({ title: { depth, before, width, after } }: HouseStyle): Piece {
  if (depth === 0) return 'none';
  const number = width === 0 ? '' : String(example.number).padStart(width, '0');
  return code(`${'#'.repeat(depth)} ${before}${number}${after}${example.title}`);
}

const layouts: Readonly<Record<MetadataForm['layout'], string>> = {
  'front matter': 'front matter',
  list: 'a list under the title',
  lines: 'lines under the title',
  paragraphs: 'paragraphs under the title',
  table: 'a table under the title',
};

function metadataOf({ frontMatter, metadata, closing }: HouseStyle): Piece[] {
  const places = [
    ...[frontMatter, metadata].flatMap((form) => (form ? [{ place: layouts[form.layout], form }] : [])),
    ...(closing ? [{ place: 'once more at the end', form: closing }] : []),
  ];
  if (places.length === 0) return ['in sections of their own'];
  return places.flatMap(({ place, form }, index) => {
    const keys = list(form.entries.map(({ key }) => code(key)).slice(0, sectionsShown));
    return [index === 0 ? '' : '; ', place, ...(keys.length > 0 ? [' with ', ...keys] : [])];
  });
}

function sectionsOf({ sections }: HouseStyle): Piece[] {
  const rest = sections.length - sectionsShown;
  const shown = sections.slice(0, sectionsShown).map(({ heading, depth }) => code(`${'#'.repeat(depth)} ${heading}`));
  return [...list(shown), ...(rest > 0 ? [` and ${rest} more`] : [])];
}

const optionLayouts: Readonly<Record<OptionsForm['layout'], string>> = {
  list: 'a list',
  sections: 'a section for each',
  paragraphs: 'a paragraph for each',
};

function optionsOf({ sections }: HouseStyle): Piece[] {
  const told = sections.flatMap(({ heading, options }) => (options ? [{ heading, options }] : []));
  if (told.length === 0) return ['as in MADR 4.0.0'];
  return told.flatMap(({ heading, options }, index): Piece[] => {
    const { layout, isOrdered, open, close, counter, chosenMark } = options;
    const title = `${counter}${open}${example.title}${close}${chosenMark}`;
    const marked = title === example.title ? [] : [', such as ', code(title)];
    return [
      index === 0 ? '' : '; ',
      `${isOrdered && layout === 'list' ? 'a numbered list' : optionLayouts[layout]} in `,
      code(heading),
      ...marked,
    ];
  });
}

function pointsOf(style: HouseStyle): Piece[] {
  const form = style.sections.map(({ options }) => options?.points).find((points) => points !== undefined);
  if (form === undefined) return ['as in MADR 4.0.0'];
  const points = [
    { kind: 'pro', text: 'it is small' },
    { kind: 'con', text: 'it is new to us' },
  ] as const;
  const lines = writePoints(points, form, style.marks).split('\n');
  return list(lines.filter((line) => line.trim() !== '').map(code));
}

function marksOf({ marks, hasRules }: HouseStyle): Piece[] {
  return [
    'lists with ',
    code(marks.bullet),
    ', emphasis with ',
    code(marks.emphasis),
    hasRules ? ', a rule before each section' : '',
    marks.lineEnding === '\r\n' ? ', Windows line ends' : '',
  ];
}

function toItem({ label, pieces }: Fact): RichTextSection {
  const elements = pieces.flatMap((piece): RichTextElement[] => {
    const text = typeof piece === 'string' ? piece : shorten(piece.code, longestPiece);
    const clean = cleanLine(text);
    if (clean === '') return [];
    // Blanks around a piece of a sentence part it from the next.
    return typeof piece === 'string'
      ? [{ type: 'text', text: piece }]
      : [{ type: 'text', text: clean, style: { code: true } }];
  });
  return {
    type: 'rich_text_section',
    elements: [{ type: 'text', text: `${label}: `, style: { bold: true } }, ...elements],
  };
}
