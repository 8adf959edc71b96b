import { readMarkdownFile } from '@gavel/adr/markdown/markdown.ts';
import { shieldMentions } from '@gavel/adr/markdown/mention.ts';
import { blocksToMarkdown } from '@gavel/adr/markdown/to-markdown.ts';
import { paragraphs } from '@gavel/adr/markdown/tree.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { standingTexts, writeNewAdr } from '@gavel/adr/write/write-adr.ts';
import type { Nodes } from 'mdast';
import { contentOfRecord } from './content-of-record.ts';
import type { AdrRecord } from './record.ts';

/** The text of a record's ADR, and the headings of the sections that were left out of it. */
export interface WrittenRecord {
  readonly text: string;
  readonly leftOut: readonly string[];
}

/**
 * Writes a record in a house's style. Markdown that is harmless by itself may not be so where it ends up, such as a
 * code block after a label. If HTML or a mention would result, drafts and sections are written as plain text. Throws
 * RangeError if the date is not `YYYY-MM-DD`.
 */
export function writeRecord(record: AdrRecord, style: HouseStyle, number: number | undefined): WrittenRecord {
  const written = write(record, style, number);
  const isGiven = record.draft !== undefined || record.sections.length > 0;
  const isSafe = !isGiven || isHarmless(written, style);
  const { text, leftOut } = isSafe ? written : write(asPlainText(record), style, number);
  return { text, leftOut };
}

/** A written record, and what the house itself has around the title. */
interface Written extends WrittenRecord {
  readonly standing: string;
}

function write(record: AdrRecord, style: HouseStyle, number: number | undefined): Written {
  const { content, leftOut } = contentOfRecord(record, style, number);
  const { preface, introduction } = standingTexts(content, style);
  return { text: writeNewAdr(content, style), leftOut, standing: `${preface}\n${introduction}` };
}

function asPlainText(record: AdrRecord): AdrRecord {
  const sections = record.sections.map(({ heading, markdown }) => {
    return { heading, markdown: blocksToMarkdown(paragraphs(markdown)) };
  });
  return { ...record, draft: undefined, context: blocksToMarkdown(paragraphs(record.context)), sections };
}

/** Whether a text has no HTML except the house's own, in its headings and around its titles, and mentions nobody. */
function isHarmless({ text, standing }: Written, { sections }: HouseStyle): boolean {
  const own = [...sections.map(({ heading }) => heading), standing].join('\n');
  const { tree, exceededLimits } = readMarkdownFile(text);
  return exceededLimits.length === 0 && isFine(tree);

  function isFine(node: Nodes): boolean {
    if (node.type === 'html') return own.includes(node.value);
    if (node.type === 'text') return shieldMentions(node.value).every(({ type }) => type === 'text');
    return node.type === 'link' || !('children' in node) || [...node.children].every(isFine);
  }
}
