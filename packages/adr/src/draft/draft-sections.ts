import type { AdrContent, Markdown } from '../content/content.ts';
import type { AdrPart } from '../content/part.ts';
import { partOfHeading } from '../content/part-of-heading.ts';
import type { AdrDocument, AdrSection } from '../read/document.ts';
import { blocksAsWritten, headingAsWritten, placeOf } from '../read/source/source.ts';
import { toPlainLine } from '../text/plain-text.ts';
import { reservedHeadings } from './reserved-headings.ts';

/** A section of a draft that has no field in a proposal: a heading in plain text, and the Markdown under it. */
export interface SectionText {
  readonly heading: string;
  readonly markdown: string;
}

/** A section of a draft, with everything that decides where it goes in a file. */
export interface DraftSection extends SectionText {
  readonly name: Markdown;
  readonly part: AdrPart | undefined;
  readonly depth: number;
  readonly after: string | undefined;
}

/** The parts that have a field in a proposal, or that the vote decides. */
const fields: readonly (AdrPart | undefined)[] = ['status', 'date', 'people', 'context'];

/** All sections of a draft that have no field in a proposal. `inFields` are the parts that its fields contain. */
export function sectionsOfDraft(
  document: AdrDocument,
  content: AdrContent,
  inFields: readonly AdrPart[],
): DraftSection[] {
  const isField = ({ part }: AdrSection) => part !== undefined && (fields.includes(part) || inFields.includes(part));
  const { preface, introduction, closing } = outsideOf(document, content);
  const sections: DraftSection[] = [];
  for (const [index, section] of document.sections.entries()) {
    if (isField(section)) {
      sections.push(...restOfStatus(document, section));
    } else if (!isWithinLeader(document.sections, index, isField)) {
      sections.push(toDraftSection(document, index, isField));
    }
  }
  return [
    ...preface,
    ...introduction,
    ...sections.filter(({ markdown, part }) => markdown !== '' || !part),
    ...closing,
  ];
}

/** Whether a section belongs to the one around it, because its heading, such as "Positive", says nothing alone. */
function isWithinLeader(
  sections: readonly AdrSection[],
  index: number,
  isField: (section: AdrSection) => boolean,
): boolean {
  const section = sections[index];
  if (section?.part === undefined || partOfHeading(section.name, undefined) !== undefined) return false;
  const before = sections[index - 1];
  if (before === undefined || isField(before)) return false;
  return before.depth < section.depth || isWithinLeader(sections, index - 1, isField);
}

function toDraftSection(document: AdrDocument, index: number, isField: (section: AdrSection) => boolean): DraftSection {
  const { source, sections } = document;
  const [leader, ...others] = sections.slice(index);
  const end = others.findIndex((_, at) => !isWithinLeader(sections, index + 1 + at, isField));
  const joined = others.slice(0, end === -1 ? others.length : end);
  const nodes = [
    ...(leader?.segment.nodes ?? []),
    ...joined.flatMap(({ segment }) => [segment.heading, ...segment.nodes]),
  ];
  const before = sections[index - 1];
  return {
    heading: toPlainLine(leader === undefined ? '' : headingAsWritten(source, leader.segment.heading)),
    markdown: blocksAsWritten(source, nodes),
    name: leader === undefined ? '' : headingAsWritten(source, leader.segment.heading),
    part: leader?.part,
    depth: leader?.depth ?? 2,
    after: before && (before.part ?? headingAsWritten(source, before.segment.heading)),
  };
}

/** The rest of the status section after the status itself, such as adr-tools' links. */
function restOfStatus({ source }: AdrDocument, { part, segment, depth, name }: AdrSection): DraftSection[] {
  if (part !== 'status') return [];
  const [first, ...others] = segment.nodes;
  const further = first === undefined ? '' : source.text.slice(placeOf(first).start, placeOf(first).end);
  const lineEnd = first?.type === 'paragraph' ? further.indexOf('\n') : -1;
  const markdown = [lineEnd === -1 ? '' : further.slice(lineEnd + 1), blocksAsWritten(source, others)]
    .filter((text) => text.trim() !== '')
    .join('\n\n');
  return markdown === '' ? [] : [{ heading: name, markdown, name, part, depth, after: undefined }];
}

function outsideOf({ sections }: AdrDocument, content: AdrContent) {
  const at = (place: keyof typeof reservedHeadings, markdown: Markdown): DraftSection[] => {
    const heading = reservedHeadings[place];
    return markdown === '' ? [] : [{ heading, markdown, name: heading, part: undefined, depth: 2, after: undefined }];
  };
  const metadata = content.extra.map(({ key, value }) => `${key}: ${value}`.trim());
  const hasContext = sections.some(({ part }) => part === 'context');
  return {
    preface: at('preface', content.preface),
    introduction: [
      ...at('metadata', metadata.join('\n\n')),
      ...at('introduction', hasContext ? content.introduction : ''),
    ],
    closing: at('closing', content.closing),
  };
}
