import type { RootContent } from 'mdast';
import type { AdrDocument } from '../../read/document.ts';
import { type Metadata, plainEntry, plainForm } from '../../read/metadata/entry/entry.ts';
import { readMetadata } from '../../read/metadata/metadata.ts';
import { fieldOf } from '../../read/metadata/metadata-field.ts';
import { splitLabel } from '../../read/points/label.ts';
import { placeOf, type Source } from '../../read/source/source.ts';
import type { MetadataForm } from '../house-style.ts';

/**
 * Text behind labels under the title of one file, in blocks of their own: above and below its metadata, or instead of any.
 * A single file may have them by chance, such as “**Note:** …”; in most files of a house, they are its metadata.
 */
export interface LabelledText {
  readonly above: Metadata | undefined;
  readonly own: Metadata | undefined;
  readonly below: Metadata | undefined;
}

type Entry = Metadata['entries'][number];
type Labelled = { readonly entry: Entry; readonly form: MetadataForm['entries'][number] };

/** Finds what is behind bold labels under the title. */
export function labelledTextIn({ source, outline: { preamble }, metadata }: AdrDocument): LabelledText {
  if (metadata === undefined) return { above: undefined, own: readBlocks(source, preamble), below: undefined };
  const [above, below] = [preamble.slice(0, metadata.first), preamble.slice(metadata.first + metadata.length)];
  return {
    above: readMetadata(source, above) ?? readBlocks(source, above),
    own: metadata,
    below: readMetadata(source, below) ?? readBlocks(source, below),
  };
}

/** All paragraphs that have one text behind a label each, or the first block that has several. */
function readBlocks(source: Source, nodes: readonly RootContent[]): Metadata | undefined {
  const blocks = nodes.flatMap((node, first) => {
    const found = readBlock(source, node);
    return found.length === 0 ? [] : [{ found, first, node }];
  });
  const [block] = blocks;
  if (block === undefined) return undefined;
  const isQuoted = block.node.type === 'blockquote';
  if (block.found.length > 1 || isQuoted) {
    const lineEnd = lineEndBehind(source, block.found[0]?.entry);
    return metadataOf('lines', block.found, block.first, { lineEnd, isQuoted });
  }
  const single = blocks.filter(({ found, node }) => found.length === 1 && node.type === 'paragraph');
  return metadataOf(
    'paragraphs',
    single.flatMap(({ found }) => found),
    block.first,
  );
}

function metadataOf(
  layout: MetadataForm['layout'],
  found: readonly Labelled[],
  first: number,
  more: Partial<MetadataForm> = {},
): Metadata {
  const entries = found.map(({ form }) => form);
  return {
    entries: found.map(({ entry }) => entry),
    form: { ...plainForm, layout, entries, ...more },
    first,
    length: 1,
  };
}

const lineOfBlock = /^(?<quote>[ \t>]*)(?<text>.*)$/gm;

/** The labelled texts of a paragraph or a quotation that begins with one. Each goes on until the next. */
function readBlock(source: Source, node: RootContent): Labelled[] {
  if (node.type !== 'paragraph' && node.type !== 'blockquote') return [];
  const { start, end, line } = placeOf(node);
  const isShort = end - start <= longestPlain && !source.text.slice(start, end).includes('\n');
  const lines = [...source.text.slice(start, end).matchAll(lineOfBlock)].map(({ index, groups }, at) => {
    const from = start + index + (groups?.quote?.length ?? 0);
    return { from, line: line + at, label: labelIn(source, groups?.text ?? '', isShort) };
  });
  if (lines[0]?.label === undefined) return [];
  const starts = lines.flatMap((one) => (one.label === undefined ? [] : [{ ...one, label: one.label }]));
  return starts.map(({ from, line: at, label }, index) => {
    const { lead, key, field, tail, value } = label;
    const until = starts[index + 1]?.from ?? end;
    const first = from + lead.length;
    const rest = value ?? source.text.slice(first, until).replace(/[\s>\\]{0,40}$/, '');
    return {
      entry: {
        field,
        key,
        value: { value: rest, foundIn: 'text', line: at, start: first, end: first + rest.length },
        names: undefined,
      },
      form: { ...plainEntry, field, key, lead, tail, unanswered: rest === '' ? '' : undefined },
    };
  });
}

type Label = Pick<Labelled['form'], 'lead' | 'key' | 'field' | 'tail'> & { readonly value: string | undefined };

/** “**Status: accepted.** Recorded in June”, where only the status is the value. */
const emphasized = /^(?<mark>\*\*|__)(?<inner>[^*_\n]{1,80}?)(?<tail>[.。]?\k<mark>)/;

/** The longest paragraph that may begin with a label which is not bold, in UTF-16 units. */
const longestPlain = 100;

/** The label at the beginning of a line: a bold one, that of a status, or any in a short paragraph of one line. */
function labelIn({ language }: Source, text: string, isShort: boolean): Label | undefined {
  const { mark = '', inner = '', tail = '' } = emphasized.exec(text)?.groups ?? {};
  const within = splitLabel(inner);
  if (within !== undefined && within.rest !== '' && fieldOf(within.word, language) === 'status') {
    return { lead: mark + within.lead, key: within.label, field: 'status', tail, value: within.rest };
  }
  const label = splitLabel(text);
  if (label === undefined || label.word === '' || !/[:：]/.test(label.lead)) return undefined;
  const field = fieldOf(label.word, language);
  const isBold = /^(?:\*\*|__)/.test(label.lead);
  return isBold || isShort || field === 'status'
    ? { lead: label.lead, key: label.label, field, tail: '', value: undefined }
    : undefined;
}

/** The hard break at the end of the line on which a value ends. */
function lineEndBehind({ text }: Source, entry: Entry | undefined): string {
  const behind = /^[ \t]*\\?/.exec(text.slice(entry?.value.end))?.[0] ?? '';
  if (behind.endsWith('\\')) return '\\';
  return /^ {2,}$/.test(behind) ? behind : '';
}
