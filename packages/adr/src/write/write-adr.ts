import type { AdrContent, Markdown, Status } from '../content/content.ts';
import type { AdrPart } from '../content/part.ts';
import { wordToWrite } from '../language/adr-words.ts';
import { adrWords } from '../language/words.ts';
import { lowerHeadings } from '../markdown/embed.ts';
import { hasFrontMatter } from '../markdown/parsers.ts';
import { meaningOfStatus } from '../read/metadata/status.ts';
import type { HouseStyle, MetadataEntryForm, MetadataForm } from '../style/house-style.ts';
import { gapUnder, headingText } from './heading.ts';
import { factsBelowTitle } from './homeless-facts.ts';
import { withBullet } from './house-bullets.ts';
import { writeMetadata } from './metadata.ts';
import { fillIn, placesOf, writeStatus } from './metadata-value.ts';
import { keepNeeded, type PlacedSection, placeSections } from './place-sections.ts';
import { wrapMarkdown } from './wrap.ts';

/**
 * Writes an ADR in a house style. Sections are in the order of the house. A section that the house lacks goes where
 * MADR has it, or after the section that it followed. Nothing is left out except metadata that the house doesn't keep.
 */
export function writeAdr(content: AdrContent, style: HouseStyle): string {
  return write(content, style, (text) => text);
}

/** Writes an ADR of what was in no file before, like `writeAdr`, with the bullets and the line breaks of the house. */
export function writeNewAdr(content: AdrContent, style: HouseStyle): string {
  // Without a house, what people wrote keeps their bullets.
  const isHouse = style.learnedFrom.how !== 'default';
  return write(withStandingTexts(content, style), style, (text) => {
    const bare = style.hasRules ? withoutLastRule(text) : text;
    return wrapMarkdown(isHouse ? withBullet(bare, style.marks) : bare, style.wrapping);
  });
}

/** A text without the rule at its end, where the house has one behind it. */
function withoutLastRule(text: Markdown): Markdown {
  const trimmed = text.trimEnd();
  return trimmed === '---' || trimmed.endsWith('\n\n---') ? trimmed.slice(0, -3).trimEnd() : text;
}

/** What each ADR of a house has before its title, and before its first section, filled in for one; '' if there is none. */
export function standingTexts(content: AdrContent, style: HouseStyle): Pick<AdrContent, 'preface' | 'introduction'> {
  const filled = (parts: HouseStyle['preface']) => (parts && fillIn(parts, content, style)) ?? '';
  return { preface: filled(style.preface), introduction: filled(style.introduction) };
}

function withStandingTexts(content: AdrContent, style: HouseStyle): AdrContent {
  const { preface, introduction } = standingTexts(content, style);
  return {
    ...content,
    preface: content.preface === '' ? preface : content.preface,
    introduction: withRule(joinBlocks([introduction, content.introduction].filter((text) => text !== '')), style),
  };
}

/** A text with a rule behind it, where the house has one before its first section and none between the others. */
function withRule(text: Markdown, { hasRules, isFirstRuled }: HouseStyle): Markdown {
  const isRuled = hasRules || isFirstRuled !== true || /(?:^|\n)---\s*$/.test(text);
  return isRuled ? text : joinBlocks([text, '---'].filter((block) => block !== ''));
}

/** Gives the text under a heading its last form. */
type Finish = (text: Markdown) => Markdown;

/** The parts that are read line by line. */
const metadataParts: readonly string[] = ['status', 'date', 'people', 'log'] satisfies AdrPart[];

function write(content: AdrContent, style: HouseStyle, finish: Finish): string {
  const frontMatter = content.frontMatter ?? (style.frontMatter && writeMetadata(content, style.frontMatter, style));
  const placed = placeSections(content, style);
  const sections = keepNeeded(placed.sections);
  const highest = Math.min(...sections.map(({ depth }) => depth));
  const isRuled = (index: number) => style.hasRules && (index > 0 || style.isFirstRuled !== false);
  const isClosingRuled = content.isClosingRuled ?? (style.hasRules || style.closing?.isRuled === true);
  const closing = content.closing || (style.closing ? writeMetadata(content, style.closing, style) : '');
  const metadata = content.metadata ?? (style.metadata ? writeMetadata(content, style.metadata, style) : '');
  const { labels, colon } = adrWords[style.labelLanguage];
  const status =
    content.metadata === undefined && isStatusLost(content, style) && content.status
      ? wordToWrite(labels.status) + colon + writeStatus(content.status, style)
      : '';
  const front =
    frontMatter === undefined || (frontMatter === '' && content.frontMatter === undefined)
      ? ''
      : `---\n${frontMatter}\n---${style.marks.hasTightFrontMatter ? '\n' : ''}`;
  const blocks = [
    ...(style.isPrefaceFirst === true ? [content.preface, front] : [front, content.preface]),
    titleLine(content, style),
    labelledText(content, style.above, style),
    metadata,
    status,
    ...factsBelowTitle(content, style),
    labelledText(content, style.below, style),
    finish(content.introduction),
    finish(placed.opening),
    ...sections.flatMap((section, index) => [
      ...(section.depth === highest && isRuled(index) ? ['---'] : []),
      sectionText(section, style, finish),
    ]),
    ...(closing === '' ? [] : [...(isClosingRuled ? ['---'] : []), closing]),
  ];
  const text = joinBlocks(blocks.filter((block) => block !== ''));
  // At the very start of a file, a rule could be read as front matter, and a byte order mark would be lost.
  const isMistakable = text.startsWith('\ufeff') || (frontMatter === undefined && hasFrontMatter(text));
  const safe = isMistakable ? `\n${text}` : text;
  const ended = style.marks.endsWithLineFeed && safe !== '' && !safe.endsWith('\n') ? `${safe}\n` : safe;
  return style.marks.lineEnding === '\n' ? ended : ended.replaceAll('\n', style.marks.lineEnding);
}

/** What the house says behind labels beside its metadata, unless the text of the ADR has some of these labels itself. */
function labelledText(content: AdrContent, form: MetadataForm | undefined, style: HouseStyle): Markdown {
  const told = `${content.metadata ?? ''}\n${content.introduction}`;
  const isToldIn = ({ lead }: MetadataEntryForm) => lead !== '' && told.includes(lead.trim());
  return form === undefined || form.entries.some(isToldIn) ? '' : writeMetadata(content, form, style);
}

/** Joins blocks with blank lines, unless a block already ends with line feeds. */
function joinBlocks(blocks: readonly Markdown[]): Markdown {
  return blocks.reduce((text, block) => text + (text === '' || text.endsWith('\n') ? '' : '\n\n') + block, '');
}

function titleLine(content: AdrContent, style: HouseStyle): Markdown {
  const { number, title } = content;
  const { title: form, fileName } = style;
  if (form.depth === 0) return '';
  const digits = (width: number) =>
    number === undefined ? 'N'.repeat(Math.max(width, 1)) : String(number).padStart(width, '0');
  // Where no file is numbered, no number is still to come.
  const isWithout = number === undefined && fileName.scheme !== 'number';
  const stamp = form.stamp && fillIn([form.stamp], content, style);
  const numbered = form.width === 0 ? form.before : isWithout ? '' : form.before + digits(form.width) + form.after;
  const stamped = stamp === undefined ? '' : form.before + stamp + form.after;
  const lead = form.stamp === undefined ? numbered : stamped;
  // An ADR of such a house is called like its file.
  const isNamed = /\d/.test(title) && !/\s/.test(title);
  if (stamp !== undefined && form.after === '') return headingText(form.depth, isNamed ? title : stamp);
  const { label = '', end } = form;
  // An ADR of the house says both already.
  const led = title.startsWith(label) ? title : label + title;
  const isEnded = end === undefined || /\{#[^{}]*\}$/.test(title);
  return headingText(form.depth, lead + led + (isEnded ? '' : end.before + digits(end.width) + end.after));
}

/** Statuses that nobody would guess in a house whose ADRs have none. */
const untold: readonly (Status | undefined)[] = ['rejected', 'deprecated', 'superseded', 'withdrawn'];

/** Whether an ADR would be misread, because its house has no place for its status. */
function isStatusLost({ status }: AdrContent, style: HouseStyle): boolean {
  if (status === undefined || !untold.includes(meaningOfStatus(status.word))) return false;
  const isInMetadata = placesOf(style).some(({ entries }) => entries.some(({ field }) => field === 'status'));
  return !isInMetadata && !style.sections.some(({ part }) => part === 'status' || part === 'log');
}

function sectionText(
  { key, heading, depth, body: given, tight, isLine, isStanding }: PlacedSection,
  { marks }: HouseStyle,
  finish: Finish,
): Markdown {
  const head = isLine === true ? heading : headingText(depth, heading);
  if (given === undefined || given === '') return head;
  // The body may come from a section of a higher level.
  const lowered = lowerHeadings(given, depth);
  const body = isStanding === true || metadataParts.includes(key) ? lowered : finish(lowered);
  return head + gapUnder(isLine === true, body, tight, marks) + body;
}
