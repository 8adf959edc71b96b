import type { RootContent } from 'mdast';
import type { AdrPart } from '../../content/part.ts';
import { readDate } from '../metadata/date.ts';
import type { Metadata } from '../metadata/entry/entry.ts';
import { readMetadata } from '../metadata/metadata.ts';
import { isDateAlone } from '../metadata/metadata-field.ts';
import { meaningOfStatus, readStatus } from '../metadata/status.ts';
import { placeOf, type Source } from './source.ts';

/** The last section, from which blocks may be taken. */
interface LastSection {
  readonly part: AdrPart | undefined;
  readonly nodes: RootContent[];
}

/**
 * Takes what belongs to no section out of the last one: the blocks after the last rule, metadata at the end, or a labeled
 * paragraph after a final list.
 */
export function takeClosing(source: Source, last: LastSection | undefined): RootContent[] {
  const nodes = last?.nodes ?? [];
  const rule = nodes.findLastIndex((node) => node.type === 'thematicBreak');
  if (rule !== -1 && rule < nodes.length - 1 && nodes.slice(rule).every((node) => node.type !== 'heading')) {
    return nodes.splice(rule + 1);
  }
  if (last === undefined || metadataParts.includes(last.part)) return [];
  const at = startOfMetadata(source, nodes);
  if (at !== undefined) return nodes.splice(at);
  return isRemark(source, nodes) ? nodes.splice(-1) : [];
}

/** The sections whose own text is metadata. */
const metadataParts: readonly (AdrPart | undefined)[] = ['status', 'date', 'people', 'log'];

/** How many blocks at the end may be metadata. */
const mostBlocks = 12;

/** Where the metadata at the end of a section begin; undefined if there are none, or nothing else. */
function startOfMetadata(source: Source, nodes: readonly RootContent[]): number | undefined {
  let at = Math.max(1, nodes.length - mostBlocks);
  for (;;) {
    const metadata = readMetadata(source, nodes.slice(at), 'closing');
    if (metadata === undefined) return undefined;
    at += metadata.first;
    if (metadata.length === nodes.length - at && isMeant(source, metadata)) {
      // A section that has nothing but entries is not divided.
      return at === 1 && readMetadata(source, nodes.slice(0, 1), 'closing') !== undefined ? undefined : at;
    }
    at += 1;
  }
}

/** Whether entries are meant as metadata: they have a status or a date that is one, and stand out or say more. */
function isMeant({ language }: Source, { entries, form }: Metadata): boolean {
  const isTold = entries.some(({ field, value: { value } }) =>
    field === 'date'
      ? readDate(value, language) !== undefined
      : field === 'status' && meaningOfStatus(readStatus(value).word) !== undefined,
  );
  const fields = new Set(entries.map(({ field }) => field));
  const isMarked = form.layout !== 'list' && form.entries.every(({ lead }) => /^[*_]/.test(lead));
  const [first] = entries;
  const isDay = form.layout === 'paragraphs' && first?.field === 'date' && isDateAlone(first.value.value, language);
  return isTold && (fields.size > 1 || isMarked || isDay);
}

/** Whether a section ends with a labeled paragraph after a list. */
function isRemark(source: Source, nodes: readonly RootContent[]): boolean {
  const [before, last] = nodes.slice(-2);
  return (
    last?.type === 'paragraph' &&
    before?.type === 'list' &&
    /^(\*\*|__)(?:decision|status|date|conclusion)\b/i.test(source.text.slice(placeOf(last).start))
  );
}
