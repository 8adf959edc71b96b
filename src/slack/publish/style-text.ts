import { writeDate } from '@gavel/adr/read/metadata/date.ts';
import { houseFileName } from '@gavel/adr/style/file-name-form.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import { writePoints } from '@gavel/adr/write/points.ts';
import type { RichTextSection } from '@slack/types';
import type { Language } from '../../words/language.ts';
import { bold, code, joinWords, type Said, say, type Words } from '../../words/say.ts';
import type { MetadataPlace, StyleFact, StyleWords } from '../../words/style-words.ts';
import { shorten } from '../text/blocks.ts';
import { toElements } from '../text/words.ts';

const longestPiece = 300;
const filesShown = 5;
const sectionsShown = 30;

const example = { number: 8, date: '2026-11-20' };

/** What was learned about how a house writes its ADRs, as the items of a list. */
export function describeStyle(language: Language, house: HouseStyle): RichTextSection[] {
  const { style } = language;
  const { title } = style.sample;
  const facts: readonly (readonly [fact: StyleFact, said: Said])[] = [
    ['learnedFrom', originOf(style, house)],
    ['dialect', style.dialect(house.dialect)],
    ['files', asWritten(houseFileName(house.fileName, example.number, title, example.date))],
    ['title', titleOf(style, house)],
    ['metadata', style.metadata(metadataOf(house))],
    ['sections', sectionsOf(style, house)],
    ['options', optionsOf(style, house)],
    ['points', pointsOf(style, house)],
    ['statuses', list(Object.values(house.statusWords))],
    ['dates', style.dates(piece(writeDate(example.date, house.dateForm)), house.timeZone)],
    ['votes', style.votes[house.votesIn]],
    ['names', house.namesAuthors ? style.named : style.unnamed],
    ['marks', marksOf(style, house)],
  ];
  return facts.map(([fact, said]) => toItem(style, fact, said));
}

/** What `.gavel.yml` pins, as one item of the list. */
export function describePins({ style }: Language, pinned: readonly string[]): RichTextSection {
  return toItem(style, 'pinned', pinned.length === 0 ? style.nothingPinned : list(pinned));
}

/** Markdown as it is in a file, cut to what is shown. */
function piece(markdown: string): string {
  return cleanLine(shorten(markdown, longestPiece));
}

function asWritten(markdown: string): Words {
  return code(piece(markdown));
}

/** Pieces of Markdown, separated by commas. */
function list(all: readonly string[]): Words {
  return joinWords(all.map(asWritten), ', ');
}

function originOf(style: StyleWords, { learnedFrom: { how, files } }: HouseStyle): Words {
  const shown = files.slice(0, filesShown).map(piece);
  return style.learnedFrom(how, shown, files.length - shown.length);
}

function titleOf(style: StyleWords, { title: { depth, before, width, after } }: HouseStyle): Said {
  if (depth === 0) return style.noTitle;
  const number = width === 0 ? '' : String(example.number).padStart(width, '0');
  return asWritten(`${'#'.repeat(depth)} ${before}${number}${after}${style.sample.title}`);
}

function metadataOf({ frontMatter, above, metadata, below, closing }: HouseStyle): MetadataPlace[] {
  const places = [
    ...[frontMatter, above, metadata, below].flatMap((form) => (form ? [{ layout: form.layout, form }] : [])),
    ...(closing ? [{ layout: 'closing', form: closing } as const] : []),
  ];
  return places.map(({ layout, form }) => ({
    layout,
    keys: form.entries.slice(0, sectionsShown).map(({ key }) => piece(key)),
  }));
}

function sectionsOf(style: StyleWords, { sections }: HouseStyle): Words {
  const shown = sections.slice(0, sectionsShown).map(({ heading, depth }) => piece(`${'#'.repeat(depth)} ${heading}`));
  return style.sections(shown, sections.length - shown.length);
}

function optionsOf(style: StyleWords, { sections }: HouseStyle): Words {
  const { title } = style.sample;
  const told = sections.flatMap(({ heading, options }) => (options ? [{ heading, options }] : []));
  return style.options(
    told.map(({ heading, options: { layout, isOrdered, open, close, counter, chosenMark } }) => {
      const written = `${counter}${open}${title}${close}${chosenMark}`;
      const shown = written === title ? undefined : piece(written);
      return { layout, isNumbered: isOrdered, heading: piece(heading), example: shown };
    }),
  );
}

function pointsOf(style: StyleWords, house: HouseStyle): Said {
  const form = house.sections.map(({ options }) => options?.points).find((points) => points !== undefined);
  if (form === undefined) return style.pointsAsInMadr;
  const points = [
    { kind: 'pro', text: style.sample.pro },
    { kind: 'con', text: style.sample.con },
  ] as const;
  const lines = writePoints(points, form, house.marks, house.labelLanguage).split('\n');
  return list(lines.filter((line) => line.trim() !== ''));
}

function marksOf(style: StyleWords, { marks, hasRules, wrapping }: HouseStyle): Words {
  const { bullet, emphasis, lineEnding } = marks;
  const oneEach = wrapping?.mode === 'sentences' ? 'after sentences' : undefined;
  const breaksLines = wrapping?.mode === 'width' ? wrapping.width : oneEach;
  return style.marks({ bullet, emphasis, hasRules, hasWindowsLineEnds: lineEnding === '\r\n', breaksLines });
}

function toItem({ labels }: StyleWords, fact: StyleFact, said: Said): RichTextSection {
  return { type: 'rich_text_section', elements: toElements(say`${bold(`${labels[fact]}: `)}${said}`) };
}
