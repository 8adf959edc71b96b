import type { RootContent } from 'mdast';
import { parseMarkdownFile } from '../markdown/markdown.ts';
import { haveSameNodes } from '../markdown/same-nodes.ts';
import { joinBlocks } from '../markdown/to-markdown.ts';
import type { AdrDocument, AdrSection } from '../read/document.ts';
import type { Located } from '../read/located.ts';
import { roleFields } from '../read/metadata/collect-fields.ts';
import { partInHeading } from '../read/metadata/section-entries.ts';
import { blocksAsWritten, headingAsWritten, isLineHeading, type Source } from '../read/source/source.ts';
import { canBeRewritten, keepVerbatim } from '../read/source/verbatim.ts';
import { readTitle } from '../read/title-text.ts';
import type { HouseStyle } from '../style/house-style.ts';
import { styleOf } from '../style/style-of.ts';
import { writeMetadata } from '../write/metadata.ts';
import { bodyOfPart } from '../write/part-body.ts';
import type { AdrContent, OwnSection, RoleField, StatusText } from './content.ts';
import type { AdrPart } from './part.ts';

/**
 * Turns a file into the decision it describes. A part counts as understood if writing it in the file's own form gives
 * the same nodes again. Any other part is kept exactly as it is written, so that nothing is lost.
 */
export function contentOf(document: AdrDocument, style: HouseStyle = styleOf(document)): AdrContent {
  const { source, outline, sections, metadata, closing } = document;
  const understood = understoodOf(document, style);
  const metadataEnd = metadata === undefined ? 0 : metadata.first + metadata.length;
  const [head, rest] = [outline.preamble.slice(0, metadataEnd), outline.preamble.slice(metadataEnd)];
  const introduction = keepVerbatim(source, rest, document.sections[0]?.segment.heading);
  const isMetadataRead =
    metadata === undefined ||
    (style.metadata !== undefined &&
      isSame(understood, style.metadata, style, head) &&
      isLeftAlone(source, head, rest, joinBlocks(writeMetadata(understood, style.metadata, style), introduction)));
  const isFrontMatterRead =
    outline.frontMatter === undefined ||
    (style.frontMatter !== undefined &&
      outline.frontMatter.value !== '' &&
      writeMetadata(understood, style.frontMatter, style) === outline.frontMatter.value);
  const isClosingRead = closing !== undefined && isSame(understood, style.closing, style, outline.closing);
  return {
    ...understood,
    frontMatter: isFrontMatterRead ? undefined : outline.frontMatter?.value,
    metadata: isMetadataRead ? undefined : keepVerbatim(source, head, rest[0]),
    bodies: bodiesOf(document, understood, style),
    sections: ownSections(source, sections),
    preface: keepVerbatim(source, outline.preface, outline.title),
    introduction,
    closing: isClosingRead ? '' : blocksAsWritten(source, outline.closing),
    isClosingRuled: outline.hasClosingRule,
  };
}

/** What the first heading says where the title is below it, in a section that is kept as it is. */
function titleInHeading({ title, outline, source }: AdrDocument): string | undefined {
  if (title?.foundIn !== 'section' || outline.title === undefined) return undefined;
  return readTitle(headingAsWritten(source, outline.title)).title;
}

function understoodOf(document: AdrDocument, style: HouseStyle): AdrContent {
  const entries = [document.frontMatter, document.metadata, document.closing].flatMap((place) => place?.entries ?? []);
  const roles = Object.fromEntries(
    roleFields.flatMap((field): [RoleField, readonly string[]][] => {
      const found = document.roles[field];
      const value = field === 'tags' ? inMetadata(found) : found?.value;
      return value === undefined ? [] : [[field, value]];
    }),
  );
  return {
    number: (document.headingNumber ?? document.number)?.value,
    title: titleInHeading(document) ?? document.title?.value ?? '',
    status: statusOf(document, style),
    date: document.date?.value,
    roles,
    affects: inMetadata(document.affects) ?? [],
    revisit: { on: inMetadata(document.revisit.on), when: inMetadata(document.revisit.when) },
    extra: entries.flatMap(({ field, key, value }) => (field === undefined ? [{ key, value: value.value }] : [])),
    frontMatter: undefined,
    metadata: undefined,
    // In the context, they are part of its text.
    drivers: document.sections.some(({ part }) => part === 'drivers') ? (document.drivers?.value ?? []) : [],
    options: document.sections.some(({ options }) => options) ? document.options : [],
    outcome: document.outcome?.foundIn === 'section' ? document.outcome.value : undefined,
    consequences: document.sections.some(({ part, points }) => points && part !== 'drivers')
      ? document.consequences
      : [],
    bodies: {},
    sections: [],
    preface: '',
    introduction: '',
    closing: '',
  };
}

/** What is said in a section, or in the text, stays there. */
function inMetadata<Value>(found: Located<Value> | undefined): Value | undefined {
  return found === undefined || found.foundIn === 'section' || found.foundIn === 'text' ? undefined : found.value;
}

/** Where a file states its status again at the end, the words after that status are the ones that count. */
function statusOf({ statuses }: AdrDocument, style: HouseStyle): StatusText | undefined {
  const last = statuses.at(-1);
  // The status is part of the text and stays there.
  if (last?.foundIn === 'text') return undefined;
  return style.closing !== undefined && last?.foundIn === 'closing' ? last.value : statuses[0]?.value;
}

function isSame(
  content: AdrContent,
  form: HouseStyle['metadata'],
  style: HouseStyle,
  nodes: readonly RootContent[],
): boolean {
  return form !== undefined && haveSameNodes(parseMarkdownFile(writeMetadata(content, form, style)).children, nodes);
}

/**
 * Whether rewriting some blocks leaves the blocks after them unchanged. Two lists could merge into one, for example.
 */
function isLeftAlone(
  source: Source,
  head: readonly RootContent[],
  rest: readonly RootContent[],
  written: string,
): boolean {
  if (rest.length === 0) return true;
  const { children } = parseMarkdownFile(written);
  const again = children.slice(head.length);
  // After a blank line, only the start of the first block could change. Definitions they refer to are missing here.
  if (!canBeRewritten(source, head, rest[0])) return haveSameNodes(again, rest);
  return again.length === rest.length && again.every(({ type }, index) => type === rest[index]?.type);
}

function bodiesOf(document: AdrDocument, understood: AdrContent, style: HouseStyle): AdrContent['bodies'] {
  const bodies: Partial<Record<AdrPart, string>> = {};
  const { source, sections } = document;
  for (const [index, { part, segment }] of sections.entries()) {
    const form = style.sections[index];
    if (part === undefined || form === undefined) continue;
    const written = bodyOfPart(part, form, understood, style);
    const next = sections[index + 1]?.segment.heading;
    const isUnderstood =
      written !== undefined &&
      canBeRewritten(source, segment.nodes, next) &&
      haveSameNodes(parseMarkdownFile(written).children, segment.nodes);
    if (!isUnderstood) bodies[part] = keepVerbatim(source, segment.nodes, next);
  }
  return bodies;
}

function ownSections(source: Source, sections: readonly AdrSection[]): OwnSection[] {
  return sections.flatMap((section, index) => {
    const { part, depth, segment } = section;
    if (part !== undefined || partInHeading(source, section) !== undefined) return [];
    const before = sections[index - 1];
    return [
      {
        name: headingAsWritten(source, segment.heading),
        depth,
        isLine: isLineHeading(source, segment.heading),
        markdown: keepVerbatim(source, segment.nodes, sections[index + 1]?.segment.heading),
        after:
          before &&
          (before.part ?? partInHeading(source, before)?.part ?? headingAsWritten(source, before.segment.heading)),
      },
    ];
  });
}
