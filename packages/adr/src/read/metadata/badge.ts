import type { Nodes, RootContent } from 'mdast';
import { placeOf, type Source } from '../source/source.ts';
import type { MetadataEntry } from './entry/entry.ts';
import { fieldOf } from './metadata-field.ts';
import { meaningOfStatus } from './status.ts';

// `…/badge/status-accepted-green`, where a dash in a text is doubled, or `…/badge/status/accepted/green`.
const address =
  /\/badge\/(?<label>(?:[^-/?\s()]|--){1,40})[-/](?<message>(?:[^-/?\s()]|--){1,60})[-/][\w%]{1,20}(?=$|[/?.)\s])/;

/** What badges under or above the title say, such as the image at `img.shields.io/badge/status-accepted-green`. */
export function badgesIn(source: Source, nodes: readonly RootContent[]): MetadataEntry[] {
  return nodes
    .flatMap((node) => (node.type === 'paragraph' ? imagesIn(node) : []))
    .flatMap((node) => badge(source, node) ?? []);
}

/** The status that a badge under a heading for it says, whatever its label is: “adr | accepted”. */
export function badgeOfStatus(source: Source, nodes: readonly RootContent[]): MetadataEntry[] {
  const [node] = nodes;
  if (node?.type !== 'paragraph') return [];
  const entries = imagesIn(node).flatMap((image) => badge(source, image, 'status') ?? []);
  return entries.filter(({ value }) => meaningOfStatus(value.value) !== undefined).slice(0, 1);
}

function imagesIn(node: Nodes): Nodes[] {
  if (node.type === 'image') return [node];
  return 'children' in node ? node.children.flatMap(imagesIn) : [];
}

function badge(source: Source, node: Nodes, isFor?: 'status'): MetadataEntry | undefined {
  const { start, end, line } = placeOf(node);
  const written = source.text.slice(start, end);
  const match = address.exec(written);
  const { label = '', message = '' } = match?.groups ?? {};
  const field = isFor ?? fieldOf(plain(label), source.language);
  if (match === null || (field !== 'status' && field !== 'date')) return undefined;
  const from = start + match.index + '/badge/'.length + label.length + 1;
  const place = { foundIn: 'badge', line, start: from, end: from + message.length } as const;
  return { field, key: plain(label), value: { ...place, value: plain(message) }, names: undefined };
}

function plain(text: string): string {
  const words = text.replaceAll('--', '-').replaceAll('__', '\u0000').replaceAll('_', ' ').replaceAll('\u0000', '_');
  try {
    return decodeURIComponent(words);
  } catch {
    // It is no percent-encoding.
    return words;
  }
}

/** A text as the message of a badge has it. */
export function toBadge(text: string): string {
  return encodeURIComponent(text.replaceAll('-', '--').replaceAll('_', '__').replaceAll(' ', '_'));
}
