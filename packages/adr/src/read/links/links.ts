import type { Definition, Link, Nodes, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { partOfHeading } from '../../content/part-of-heading.ts';
import { numberIn } from '../../name/file-name.ts';
import { fencedMetadata } from '../metadata/fenced.ts';
import { fieldOf } from '../metadata/metadata-field.ts';
import { meaningOfStatus, readStatus } from '../metadata/status.ts';
import { splitLabel } from '../points/label.ts';
import { placeOf, type Source } from '../source/source.ts';
import { numberOfTitle } from './another.ts';
import { kindAt, kindOfUnstated } from './kind-at.ts';
import type { AdrLink, LinkKind } from './link.ts';
import { pageOf } from './link-target.ts';
import { linkedFile } from './linked-file.ts';
import { mayState } from './may-state.ts';
import { numbersIn, type Said } from './numbers.ts';
import { foldLine, statedFirst } from './phrases.ts';
import { numberNamed, numbersWritten } from './references.ts';
import { isForRelations, isListBelowLabel, type RelationAt, relationsIn } from './relations.ts';
import { mayName, toldIn } from './sentence/told.ts';
import { linksInYaml } from './yaml-links.ts';

/** Reads all links of a file, and what it says of other ADRs by their numbers. */
export function readLinks(source: Source, own?: number): AdrLink[] {
  const links: AdrLink[] = [];
  let section: { readonly depth: number } | undefined;
  let endedAt: number | undefined;
  const inStatus: Nodes[] = [];
  for (const [index, node] of source.nodes.entries()) {
    if (node.type === 'heading') {
      if (endedAt !== undefined) nameSuccessor(source, links, endedAt, inStatus.splice(0));
      endedAt = isOfSuperseded(source, node, source.nodes[index + 1]) ? links.length : undefined;
    }
    if (node.type === 'heading' && (section === undefined || node.depth <= section.depth)) {
      section = isForRelations(source, node) ? node : undefined;
    } else if (endedAt !== undefined) inStatus.push(node);
    if (node.type === 'yaml') links.push(...linksInYaml(source, node));
    else if (node.type === 'definition') links.push(toLink(source, node, node.label ?? '', undefined));
    else if (node.type === 'code') links.push(...linksInMetadata(source, node));
    else if (node.type !== 'html' && node.type !== 'thematicBreak') {
      const before = source.nodes[index - 1];
      const isInSection = section !== undefined || isListBelowLabel(source, node, before);
      links.push(...linksInBlock(source, node, isInSection, own));
    }
  }
  if (endedAt !== undefined) nameSuccessor(source, links, endedAt, inStatus);
  return links;
}

/** Whether a heading begins a section for the status, which says that the ADR is superseded. */
function isOfSuperseded({ language }: Source, heading: Nodes, below: RootContent | undefined): boolean {
  if (below?.type !== 'paragraph' || partOfHeading(textOf(heading), undefined, language) !== 'status') return false;
  return meaningOfStatus(readStatus(textOf(below)).word) === 'superseded';
}

/**
 * The only ADR linked in the section of a superseded one, from a place in the links on, is in its place, whatever the words
 * around the link are. If none is linked, so is the only one that is named by its number.
 */
function nameSuccessor(source: Source, links: AdrLink[], from: number, blocks: readonly Nodes[]): void {
  const [only, ...others] = links.slice(from);
  if (only === undefined) links.push(...successorNamed(source, blocks));
  if (only?.kind !== 'other' || others.length > 0) return;
  const file = linkedFile(only.url);
  const isAdr = numberNamed(only.text) !== undefined || (file !== undefined && numberIn(file) !== undefined);
  if (isAdr) links[from] = { ...only, kind: 'superseded by' };
}

function successorNamed(source: Source, blocks: readonly Nodes[]): AdrLink[] {
  const named = blocks.flatMap((block) => {
    const { start, end, line } = placeOf(block);
    const clear = numbersWritten(source, source.text.slice(start, end)).filter(({ isNamed }) => isNamed);
    return clear.map(({ number, text }): AdrLink => ({ kind: 'superseded by', url: '', number, text, line }));
  });
  const numbers = new Set(named.map(({ number }) => number));
  return numbers.size === 1 && !numbers.has(numberOfTitle(source)) ? named.slice(0, 1) : [];
}

/** What metadata in a block of code says of other ADRs by their numbers. */
function linksInMetadata(source: Source, node: RootContent): AdrLink[] {
  const fenced = fencedMetadata(source, node);
  if (fenced === undefined) return [];
  const { start, end } = placeOf(node);
  return numbersIn(source, node, source.text.slice(start, end), {
    relationAt: () => undefined,
    toldAt: () => undefined,
    mayState: true,
  });
}

const inBrackets = /[([]\p{L}[^()[\]]{2,60}[)\]]\s*$/u;

/** The name of a file that begins with a day. */
const named = /\d-\p{L}/u;

function linksInBlock(source: Source, node: Nodes, isInSection: boolean, own: number | undefined): AdrLink[] {
  const { start, end } = placeOf(node);
  const written = source.text.slice(start, end);
  if (!mayName.test(written)) return [];
  const isStated = mayState(written);
  const { toldAt, toldBySlug } = toldIn(source, node, own);
  const said = { relationAt: relationsIn(source, node, isInSection), toldAt, mayState: isStated };
  const links: AdrLink[] = [];
  if (written.includes('](')) collect(source, node, said, links);
  const numbers = numbersIn(source, node, written, said);
  // A title may say in brackets which ADR is in its place, and other headings than “Status: …” are no statement.
  const isStatement = node.type !== 'heading' || fieldOf(splitLabel(textOf(node))?.label ?? '') === 'status';
  const isSaid = ({ kind }: AdrLink) =>
    isStatement ||
    (node.type === 'heading' && node.depth === 1 && (kind === 'superseded by' || inBrackets.test(written)));
  const bySlug = isStated && named.test(written) ? toldBySlug() : [];
  return [...links, ...[...numbers, ...bySlug].filter(isSaid)];
}

function collect(source: Source, node: Nodes, said: Said, links: AdrLink[]): void {
  if (node.type === 'link') links.push(toLink(source, node, textOf(node), said));
  else if ('children' in node) for (const child of node.children) collect(source, child, said, links);
}

/** The number that a text names, unless the file that it leads to has another one. */
function numberMeant(url: string, text: string): number | undefined {
  const said = numberNamed(text);
  const page = said === undefined ? undefined : pageOf(url);
  return (page === undefined ? undefined : numberIn(`${page}.md`)) ?? said;
}

const mayBeAdr = (url: string, text: string) => !/^[a-z]{1,9}:/i.test(url) || /\.md|\d/i.test(text + url);

function toLink(source: Source, node: Link | Definition, text: string, said: Said | undefined): AdrLink {
  const { start, end, line } = placeOf(node);
  const relation = said?.relationAt(start);
  const kind = kindOfLink(source, { url: node.url, text, start, end }, relation, said);
  const number = linkedFile(node.url) === undefined ? numberMeant(node.url, text) : undefined;
  return number === undefined ? { kind, url: node.url, text, line } : { kind, url: node.url, number, text, line };
}

interface Written {
  readonly url: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function kindOfLink(
  source: Source,
  { url, text, start, end }: Written,
  relation: ReturnType<RelationAt>,
  said: Said | undefined,
): LinkKind {
  if (said?.mayState === false) return kindOfUnstated(source, start) ?? relation ?? 'other';
  // Most links lead elsewhere.
  const told = mayBeAdr(url, text) ? said?.toldAt(start) : undefined;
  const stated =
    relation !== undefined && relation !== 'relates'
      ? relation
      : told === 'none'
        ? 'other'
        : (told ?? kindAt(source, start, end));
  // “[Superseded by ADR-12](0012-x.md)”
  return stated === 'other' ? (statedFirst(foldLine(text)) ?? relation ?? stated) : stated;
}
