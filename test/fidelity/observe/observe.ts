import type { AdrPart } from '@gavel/adr/content/part.ts';
import type { AdrDocument, AdrSection } from '@gavel/adr/read/document.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import type { Heading, Nodes, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { findDate } from './dates.ts';
import { type Entry, entriesIn, entriesInYaml, fold } from './entries.ts';
import { formOfHeading } from './heading-form.ts';
import { type Outline, outlineOf, slice } from './outline.ts';
import { possibleLabels } from './skeleton.ts';
import { isStatusKey } from './status-keys.ts';
import { type Wrap, wrapOf } from './wrap.ts';

/** A section as anybody sees it. */
interface Section {
  readonly name: string;
  readonly part: AdrPart | undefined;
  readonly heading: string;
  readonly body: string;
  /** It has metadata rather than prose. */
  readonly isMetadata: boolean;
}

/** The form of an ADR as anybody sees it, without its words. */
export interface Observed {
  readonly name: string;
  /** What Gavel reads in it, which its options are compared by. */
  readonly document: AdrDocument;
  readonly outline: Outline;
  /** The first heading as written. */
  readonly heading: string | undefined;
  /** The first heading without the title in it: `# 7. …`. */
  readonly headingForm: string | undefined;
  /** All sections in order, as `## Context`, with the parts that they are. */
  readonly sections: readonly Section[];
  /** All headings, also those inside sections. */
  readonly headings: ReadonlySet<string>;
  readonly entries: readonly Entry[];
  /** The status with everything behind it. */
  readonly status: string | undefined;
  /** How often it states a status. */
  readonly statuses: number;
  /** Where it states it: among the entries of a place, or in a section. */
  readonly statusPlace: string | undefined;
  readonly date: string | undefined;
  /** The sections about options, by their part. */
  readonly options: ReadonlyMap<AdrPart, readonly RootContent[]>;
  /** Everything in these that may be a label. */
  readonly labels: ReadonlySet<string>;
  readonly bullet: string | undefined;
  /** How many blanks are between the bullet and the text. */
  readonly bulletGap: string | undefined;
  readonly wrap: Wrap;
}

const optionParts: readonly (AdrPart | undefined)[] = ['options', 'option-details'];

/** Observes the form of a file. */
export function observe(file: string, name: string): Observed {
  const document = readAdr(file, name);
  const outline = outlineOf(file, name);
  const { text, nodes, frontMatter, title, aboveTitle, underTitle, closing } = outline;
  const heading = title && firstLineOf(text, title);
  const sections = sectionsOf(outline, document.sections);
  const telling = sections.filter(({ isMetadata }) => isMetadata);
  // In an ADR without a section for them, the options are under the title: “**Tea:** it is hot”.
  const options = new Set(document.options.map(({ title }) => fold(title)));
  const entries = [
    ...entriesInYaml(frontMatter),
    ...entriesIn(slice(text, aboveTitle), 'above the title'),
    ...entriesIn(slice(text, underTitle), 'under the title').filter(({ key }) => !options.has(key)),
    ...telling.flatMap(({ name: section, body }) => entriesIn(body, `under “${section}”`)),
    ...entriesIn(slice(text, closing), 'at the end'),
  ];
  const statusPlaces = [
    ...entries.flatMap(({ key, value, place }) =>
      isStatusKey(key) && value !== '' && !place.startsWith('under “') ? [place] : [],
    ),
    ...sections.flatMap(({ name: title }) => (isStatusKey(title) ? ['a section'] : [])),
  ];
  const about = document.sections.filter(
    ({ part, options }) => optionParts.includes(part) && (options?.options.length ?? 0) > 0,
  );
  const lists = unorderedItems(nodes);
  const dated = [...telling, ...sections.filter(({ part }) => part === 'log' || part === 'date')];
  return {
    name,
    document,
    outline,
    heading,
    headingForm: heading && formOfHeading(heading, name),
    sections,
    headings: new Set(
      [...outline.headings, ...(title === undefined ? [] : [title])].map((node) => firstLineOf(text, node)),
    ),
    entries,
    status: statusIn(entries, sections),
    statuses: statusPlaces.length,
    statusPlace: statusPlaces[0],
    date: findDate(
      [
        frontMatter,
        slice(text, aboveTitle),
        slice(text, underTitle),
        ...dated.map(({ body }) => body),
        slice(text, closing),
      ].join('\n\n'),
    ),
    options: new Map(
      about.flatMap(({ part, segment }) => (part === undefined ? [] : [[part, segment.nodes] as const])),
    ),
    labels: new Set(about.flatMap(({ segment, options }) => labelsIn(document.source.text, segment.nodes, options))),
    bullet: mostCommonText(lists.map((at) => text.charAt(at))),
    bulletGap: mostCommonText(lists.map((at) => /^ +/.exec(text.slice(at + 1, at + 8))?.[0] ?? '')),
    wrap: wrapOf(
      text,
      nodes.filter(
        (node) => !underTitle.includes(node) || entriesIn(slice(text, [node]), 'under the title').length === 0,
      ),
    ),
  };
}

/**
 * The headings of the level that sections have, and those inside that Gavel's reader takes for sections, with what is below
 * each. Which part of an ADR a section is tells only whether an ADR differs from its own house.
 */
function sectionsOf({ text, title, headings, closing }: Outline, read: readonly AdrSection[]): Section[] {
  const start = title?.position?.end.offset ?? 0;
  const below = headings.filter((heading) => startOf(heading) >= start);
  const level = Math.min(...below.map(({ depth }) => depth));
  const known = new Map(read.map((section) => [startOf(section.segment.heading), section]));
  // The pros of an option may have a heading of the same level as the option's section.
  const ofOptions = new Set(
    read.flatMap(({ part, segment }) => (optionParts.includes(part) ? segment.nodes.map(startOf) : [])),
  );
  const own = below.filter((heading) => known.has(startOf(heading)) || heading.depth === level);
  const shown = own.filter((heading) => !ofOptions.has(startOf(heading)));
  const end = closing[0] === undefined ? text.length : startOf(closing[0]);
  return shown.map((heading, index) => {
    const next = shown[index + 1];
    const body = text.slice(heading.position?.end.offset ?? 0, next === undefined ? end : startOf(next));
    const section = {
      name: textOf(heading, { includeHtml: false }).trim(),
      part: known.get(startOf(heading))?.part,
      heading: firstLineOf(text, heading),
      body: body.replace(/\n-{3,}\s*$/, '').trim(),
    };
    return { ...section, isMetadata: isTelling(section, index) };
  });
}

const startOf = ({ position }: Nodes) => position?.start.offset ?? 0;

/** The first line of a heading, without comments, which nobody sees. */
function firstLineOf(text: string, { position }: Heading): string {
  const [written = '', under] = text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0).split('\n');
  const line = written.replaceAll(/\s*<!--.*?-->/g, '');
  return under === undefined ? line.trimEnd() : `${line.trimEnd()} ⏎ ${under.slice(0, 3)}`;
}

/** Everything that may be a label but the titles of the options, which several ADRs may have. */
function labelsIn(text: string, nodes: readonly RootContent[], options: AdrSection['options']): string[] {
  const titles = new Set(options?.options.map(({ title }) => fold(title)));
  return possibleLabels(text, nodes).filter((label) => !titles.has(fold(label)));
}

const metadataParts: readonly (AdrPart | undefined)[] = ['status', 'date', 'people', 'log'];

/** Whether a section has metadata rather than prose: by its name, or by short lines near the start. */
function isTelling({ name, part, body }: Omit<Section, 'isMetadata'>, index: number): boolean {
  if (part !== undefined || isStatusKey(name)) return metadataParts.includes(part) || isStatusKey(name);
  return index < 3 && body.length < 300 && body.split('\n').every((line) => line.length < 120);
}

function statusIn(entries: readonly Entry[], sections: readonly Section[]): string | undefined {
  const entry = entries.find(({ key, value }) => isStatusKey(key) && value !== '');
  if (entry !== undefined) return entry.value.replaceAll(/^["']|["']$/g, '');
  const section = sections.find(({ name }) => isStatusKey(name));
  const lines = section?.body.replaceAll(/<!--[\s\S]*?-->/g, '').split('\n') ?? [];
  const line = lines.find((one) => one.trim() !== '');
  return line?.trim().replace(/^[-*+] +(?!\[[ x]\])/, '');
}

function unorderedItems(nodes: readonly Nodes[]): number[] {
  return nodes.flatMap((node) => {
    const own =
      node.type === 'list' && node.ordered !== true
        ? node.children.map(({ position }) => position?.start.offset ?? 0)
        : [];
    return 'children' in node ? [...own, ...unorderedItems(node.children)] : own;
  });
}

function mostCommonText(values: readonly string[]): string | undefined {
  const [most] = [...Map.groupBy(values, (value) => value).values()].toSorted(
    (one, other) => other.length - one.length,
  );
  return most?.[0];
}
