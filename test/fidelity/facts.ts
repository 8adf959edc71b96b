import { readFileSync } from 'node:fs';
import { decodeFile } from '@gavel/adr/doctor/file-doubts.ts';
import { numberIn } from '@gavel/adr/name/file-name.ts';
import { type ReadEntry, readAdrEntry } from '@gavel/adr/read/adr-entry.ts';
import { linkedFile } from '@gavel/adr/read/links/linked-file.ts';
import { inHouseOrder, shownFirst } from '@gavel/adr/read/metadata/house-order.ts';
import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { toPlainLine } from '@gavel/adr/text/plain-text.ts';
import type { Finding } from './finding.ts';
import { readHouse } from './house.ts';

/** An option as a person found it in a file. */
interface FoundOption {
  readonly title: string;
  readonly pros: number;
  readonly cons: number;
  readonly chosen: boolean;
}

/** What a person found in a file by reading it. */
export interface Facts {
  readonly file: string;
  readonly number: number | null;
  readonly title: string;
  /** One of Gavel's meanings, or “own:” and a word of the house; null if there is none. */
  readonly status: string | null;
  readonly date: string | null;
  readonly deciders: readonly string[];
  readonly options: readonly FoundOption[];
  /** `to`: the base name of a file, or `ADR-0012`. */
  readonly links: readonly { readonly to: string; readonly kind: string }[];
  /** Fields that are not counted. */
  readonly unsure?: readonly string[];
}

/** Reads facts from JSON lines. */
export function readFacts(path: string): Facts[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines.filter((line) => line.trim() !== '').map((line): Facts => JSON.parse(line));
}

/**
 * Compares what Gavel reads in a file with what a person found. `name` is its path within its house, whose folder is
 * `home`, if it is known: its other files may show the order of day and month.
 */
export function compareFacts(facts: Facts, name: string, home?: string): Finding[] {
  const text = decodeFile(readFileSync(facts.file));
  const entry = inHouse(readAdrEntry(text, name), home);
  const document = readAdr(text, name);
  const read = document.options.map(({ title, otherTitle, notes, points, isChosen }) => ({
    title: toPlainLine(title),
    // A person may have written down either, or both.
    names: [title, otherTitle ?? title, `${title} (${notes.join(', ')})`].map(toPlainLine),
    pros: points.filter(({ kind }) => kind === 'pro').length,
    cons: points.filter(({ kind }) => kind === 'con').length,
    chosen: isChosen,
  }));
  const ownWord = document.statuses[0]?.value.word ?? '';
  const isOwn = facts.status?.startsWith('own:') === true;
  const given = isOwn ? `own:${fold(facts.status?.slice(4) ?? '')}` : facts.status;
  const asRead = fold(ownWord) === '' ? undefined : `own:${fold(ownWord)}`;
  // Of a house's own word, people judged whether it is read, not what it means.
  const status = isOwn ? asRead : (entry.status ?? asRead);
  const found = compareAll(name, facts.unsure ?? []);
  const isUnsure = (field: string) => facts.unsure?.includes(field) === true;
  const named = facts.options.map((option) => ({ ...option, names: [option.title, toPlainLine(option.title)] }));
  const pairs = named.flatMap((option) => {
    const same =
      read.find(({ names }) => names.some((one) => fold(one) === fold(option.title))) ??
      read.find((one) => isSameOption(one, option));
    return same === undefined ? [] : [{ option, same }];
  });
  const chosen = (options: readonly NamedOption[]) => options.filter((option) => option.chosen);
  const counts = ({ title, pros, cons }: FoundOption) => `${title}: ${pros} for, ${cons} against`;
  return [
    ...found('number', listOf(facts.number), listOf(entry.number), Object.is),
    ...found('title', [toPlainLine(facts.title)], [entry.title], isSameName),
    ...found('status', listOf(given), listOf(status), Object.is),
    ...found('date', listOf(facts.date), listOf(entry.date), Object.is),
    ...found('deciders', facts.deciders, entry.deciders, isSameName),
    ...found('options', named, read, isSameOption, 'options', titleOf),
    ...(isUnsure('chosen')
      ? []
      : found('chosen option', chosen(named), chosen(read), isSameOption, 'options', titleOf)),
    ...pairs.flatMap(({ option, same }) =>
      found(
        'pros and cons of an option',
        [option],
        [same],
        (one, other) => (isUnsure('pros') || one.pros === other.pros) && (isUnsure('cons') || one.cons === other.cons),
        'options',
        counts,
      ).filter(({ feature }) => !feature.endsWith(precision)),
    ),
    ...found(
      'links',
      facts.links.filter(({ kind }) => strong.includes(kind)),
      linksOf([
        ...entry.links,
        ...entry.named.map(({ kind, number }) => ({ kind, file: `ADR-${number}` })),
        ...entry.pages.map(({ kind, page }) => ({ kind, file: page })),
      ]),
      isSameLink,
      'links',
      showLink,
    ),
    ...found(
      'related ADRs',
      facts.links.filter(({ kind }) => !strong.includes(kind)),
      document.links.flatMap(({ kind, url, number }) => {
        // An address may lead to the same repository.
        const file = linkedFile(url) ?? (kind === 'relates' && /\.md$/.test(url) ? url : undefined);
        const to = number === undefined ? file : `ADR-${number}`;
        return to === undefined ? [] : [{ to, kind: '' }];
      }),
      (one, other) => placeOf(one.to) === placeOf(other.to),
      'links',
      showLink,
    ).filter(({ feature }) => !feature.endsWith(precision)),
  ];
}

function inHouse(entry: ReadEntry, home: string | undefined): ReadEntry {
  if (home === undefined || entry.dateOrder?.startsWith('perhaps') !== true) return entry;
  return inHouseOrder(
    entry,
    shownFirst(readHouse(home).adrs.map(({ name, text }) => readAdrEntry(text, name).dateOrder)),
  );
}

const precision = ', precision';

/** The kinds of links that Gavel keeps in its index. */
const strong = ['supersedes', 'superseded by', 'amends', 'amended by'];

type Link = Facts['links'][number];

const showLink = ({ kind, to }: Link) => `${kind} ${to}`;

function linksOf(links: readonly { readonly kind: string; readonly file: string }[]): Link[] {
  const all = links.map(({ kind, file }) => ({ kind, to: file }));
  return all.filter((link, index) => all.findIndex((other) => isSameLink(link, other)) === index);
}

function isSameLink(one: Link, other: Link): boolean {
  return one.kind === other.kind && placeOf(one.to) === placeOf(other.to);
}

/** The number of an ADR, or else the name of its file or of its folder. */
function placeOf(to: string): string {
  const parts = to.split('/').filter((part) => part !== '');
  const isInFolder = /^(?:readme|index)\.\w+$/i.test(parts.at(-1) ?? '');
  const name = (isInFolder ? parts.at(-2) : parts.at(-1)) ?? '';
  const file = /\.\w+$/.test(name) ? name : `${name}.md`;
  const number = numberIn(file);
  return number === undefined ? file.toLowerCase() : String(number);
}

/** Every fact that a person found is asked of Gavel, and every fact that Gavel gives is looked for. */
function compareAll(file: string, unsure: readonly string[]) {
  return <Value>(
    field: string,
    facts: readonly Value[],
    read: readonly Value[],
    areSame: (one: Value, other: Value) => boolean,
    name = field,
    show: (value: Value) => string = String,
  ): Finding[] => {
    if (unsure.includes(name)) return [];
    const finding = (feature: string, isSame: boolean): Finding => ({
      feature,
      file,
      isSame,
      isOutlier: false,
      gavel: read.map(show).join(' · ') || '(nothing)',
      house: facts.map(show).join(' · ') || '(nothing)',
    });
    return [
      ...facts.map((fact) =>
        finding(
          `read: ${field}`,
          read.some((one) => areSame(one, fact)),
        ),
      ),
      ...read.map((one) =>
        finding(
          `read: ${field}${precision}`,
          facts.some((fact) => areSame(one, fact)),
        ),
      ),
    ];
  };
}

function listOf<Value>(value: Value | null | undefined): Value[] {
  return value === null || value === undefined ? [] : [value];
}

function fold(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** An option with everything that it is called. */
interface NamedOption extends FoundOption {
  readonly names: readonly string[];
}

const titleOf = ({ title }: FoundOption) => title;

function isSameOption(one: NamedOption, other: NamedOption): boolean {
  return one.names.some((name) => other.names.some((another) => isSameName(name, another)));
}

/** Whether two names are the same but for marks and case, or one is most of the other, as a person may shorten it. */
function isSameName(one: string, other: string): boolean {
  const [short = '', long = ''] = [fold(one), fold(other)].toSorted((first, second) => first.length - second.length);
  return short === long || (short.length > 3 && long.includes(short) && short.length * 2 > long.length);
}
