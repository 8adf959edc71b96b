import type { AdrPart } from '@gavel/adr/content/part.ts';
import type { AdrDocument, AdrSection } from '@gavel/adr/read/document.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import type { Heading, Nodes, RootContent } from 'mdast';
import { findDate } from './dates.ts';
import { type Entry, entriesIn, entriesInYaml, fold } from './entries.ts';
import { possibleLabels } from './skeleton.ts';
import { isStatusKey } from './status-keys.ts';
import { type Wrap, wrapOf } from './wrap.ts';

/** The form of an ADR as anybody sees it, without its words. */
export interface Observed {
  readonly name: string;
  readonly document: AdrDocument;
  /** The first heading as written. */
  readonly heading: string | undefined;
  /** The first heading without the title in it: `# 7. …`. */
  readonly headingForm: string | undefined;
  /** All sections in order, as `## Context`, with the parts that they are. */
  readonly sections: readonly { readonly part: AdrPart | undefined; readonly heading: string }[];
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
export function observe(text: string, name: string): Observed {
  const document = readAdr(text, name);
  const { source, outline, sections } = document;
  const nodes = source.nodes;
  const heading = outline.title && firstLineOf(source.text, outline.title);
  const underTitle = outline.title === undefined ? [] : upToHeading(nodes.slice(nodes.indexOf(outline.title) + 1));
  const slice = (some: readonly Nodes[]) =>
    some.length === 0
      ? ''
      : source.text.slice(some[0]?.position?.start.offset ?? 0, some.at(-1)?.position?.end.offset ?? 0);
  const front = outline.frontMatter?.value ?? '';
  const bodyOf = (section: AdrSection) => slice(section.segment.nodes);
  const telling = sections.filter((section, index) => isTelling(section, bodyOf(section), index));
  // In an ADR without a section for them, the options are under the title: “**Tea:** it is hot”.
  const options = new Set(document.options.map(({ title }) => fold(title)));
  const entries = [
    ...entriesInYaml(front),
    ...entriesIn(slice(underTitle), 'under the title').filter(({ key }) => !options.has(key)),
    ...telling.flatMap((section) => entriesIn(bodyOf(section), `under “${section.name}”`)),
    ...entriesIn(slice(outline.closing), 'at the end'),
  ];
  const statusPlaces = [
    ...entries.flatMap(({ key, value, place }) =>
      isStatusKey(key) && value !== '' && !place.startsWith('under “') ? [place] : [],
    ),
    ...sections.flatMap(({ name: title }) => (isStatusKey(title) ? ['a section'] : [])),
  ];
  const about = sections.filter(
    ({ part, options }) => optionParts.includes(part) && (options?.options.length ?? 0) > 0,
  );
  const lists = unorderedItems(nodes);
  return {
    name,
    document,
    heading,
    headingForm: heading && maskTitle(heading, document.title?.value ?? ''),
    sections: sections.map(({ part, segment }) => ({ part, heading: firstLineOf(source.text, segment.heading) })),
    headings: new Set(nodes.flatMap((node) => (node.type === 'heading' ? [firstLineOf(source.text, node)] : []))),
    entries,
    status: statusIn(entries, sections, bodyOf),
    statuses: statusPlaces.length,
    statusPlace: statusPlaces[0],
    date: findDate(
      [front, slice(underTitle), ...telling.map(bodyOf), slice(outline.closing), ...logsIn(sections).map(bodyOf)].join(
        '\n\n',
      ),
    ),
    options: new Map(
      about.flatMap(({ part, segment }) => (part === undefined ? [] : [[part, segment.nodes] as const])),
    ),
    labels: new Set(about.flatMap(({ segment, options }) => labelsIn(source.text, segment.nodes, options))),
    bullet: mostCommonText(lists.map((at) => source.text.charAt(at))),
    bulletGap: mostCommonText(lists.map((at) => /^ +/.exec(source.text.slice(at + 1, at + 8))?.[0] ?? '')),
    wrap: wrapOf(
      source.text,
      nodes.filter((node) => !underTitle.includes(node) || entriesIn(slice([node]), 'under the title').length === 0),
    ),
  };
}

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

function maskTitle(heading: string, title: string): string {
  return heading
    .replace(title, '…')
    .replaceAll(/\d+/g, (digits) => (digits.startsWith('0') ? '0'.repeat(digits.length) : '1'));
}

function upToHeading(nodes: readonly RootContent[]): readonly RootContent[] {
  const end = nodes.findIndex(({ type }) => type === 'heading');
  return end === -1 ? [] : nodes.slice(0, end);
}

const metadataParts: readonly (AdrPart | undefined)[] = ['status', 'date', 'people', 'log'];

/** Whether a section has metadata rather than prose: by its name, or by short lines near the start. */
function isTelling({ name, part }: AdrSection, body: string, index: number): boolean {
  if (part !== undefined || isStatusKey(name)) return metadataParts.includes(part) || isStatusKey(name);
  return index < 3 && body.length < 300 && body.split('\n').every((line) => line.length < 120);
}

const logsIn = (sections: readonly AdrSection[]) => sections.filter(({ part }) => part === 'log' || part === 'date');

function statusIn(
  entries: readonly Entry[],
  sections: readonly AdrSection[],
  bodyOf: (section: AdrSection) => string,
): string | undefined {
  const entry = entries.find(({ key, value }) => isStatusKey(key) && value !== '');
  if (entry !== undefined) return entry.value.replaceAll(/^["']|["']$/g, '');
  const section = sections.find(({ name }) => isStatusKey(fold(name)));
  const lines =
    section === undefined
      ? []
      : bodyOf(section)
          .replaceAll(/<!--[\s\S]*?-->/g, '')
          .split('\n');
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
