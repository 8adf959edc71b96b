import { adrFileName } from '../name/file-name.ts';
import type { AdrDocument } from '../read/document.ts';
import { dateForms, readDate, writeDate } from '../read/metadata/date.ts';
import { plainTitle } from '../read/read-adr.ts';
import type { EntryValue, MetadataField, PatternFact, StandingText } from './house-style.ts';

/** An entry's value in one file. `written` has the quotes or brackets too. */
export interface EntryExample {
  readonly document: AdrDocument;
  readonly value: string;
  readonly written: string;
}

/** The share of the files that must agree. */
const nearlyAll = 0.8;
const most = 2 / 3;

/**
 * How the value of an entry comes about, in files of which `filled` have a value. What a known field says comes from the
 * ADR; only its number and title may be part of a longer text, and only its tags and paths may be constant.
 */
export function learnValue(
  field: MetadataField | undefined,
  filled: readonly EntryExample[],
  all: readonly EntryExample[],
): EntryValue {
  if (field === 'revisit on' || field === 'revisit when') return { kind: 'asked' };
  const isOwn = field === undefined || field === 'tags' || field === 'affects';
  if (isOwn) {
    const constant = constantOf(all);
    if (constant !== undefined) return constant;
  }
  if (isOwn || field === 'number' || field === 'title') {
    const derived =
      (field === 'affects' ? undefined : patternOf(field, filled)) ??
      (isOwn || field === 'number' ? counterOf(filled) : undefined);
    if (derived !== undefined) return derived;
  }
  if (!isOwn) return { kind: 'given' };
  if (filled.length === 0 || filled.some(isText)) return { kind: 'asked' };
  const written = emptied(filled.map((file) => file.written));
  return written === undefined ? { kind: 'given' } : { kind: 'constant', written };
}

/** Whether only people know what a field says: none of it follows from a vote. */
export function isAskedField(field: MetadataField): boolean {
  return field === 'tags' || field === 'affects' || field === 'revisit on' || field === 'revisit when';
}

const lineOfMap = /^(?<key>[ \t]*[\w-]{1,60}:)(?<value>(?:[ \t].*)?)$/;

/** A map in YAML without the values that differ from ADR to ADR; undefined if it has more than one value in a line. */
function emptied(maps: readonly string[]): string | undefined {
  const read = maps.map((map) => map.split('\n').map((line) => lineOfMap.exec(line)?.groups));
  const lines = read.at(-1)?.map((groups) => {
    const { key, value = '' } = groups ?? {};
    if (key === undefined) return undefined;
    const same = read.filter((map) => map.some((line) => line?.key === key && line.value === value));
    if (same.length >= maps.length * nearlyAll) return key + value;
    const [open = ''] = /^["'[]/.exec(value.trim()) ?? [];
    return open === '' ? key : `${key} ${open === '[' ? '[]' : open + open}`;
  });
  return lines?.every((line) => line !== undefined) === true ? lines.join('\n') : undefined;
}

/** Whether somebody could type a value in one line: it is no map in YAML, and no list of maps. */
const isText = ({ value, written }: EntryExample) =>
  !/^\s*(?:\{|[\w-]+:(?:\s|$))/.test(value) && !/^\s*- [\w-]{1,60}:(?:\s|$)/.test(written);

/** The value that nearly all files have. One file alone shows no constant. */
function constantOf(files: readonly EntryExample[]): EntryValue | undefined {
  const groups = [...Map.groupBy(files, ({ written }) => written).values()];
  const [largest] = groups.toSorted((one, other) => other.length - one.length);
  const [first] = largest ?? [];
  if (first === undefined || largest === undefined || largest.length < 2) return undefined;
  if (largest.length < files.length * nearlyAll) return undefined;
  // The next ADR has another day, and another year.
  const date = readDate(first.value);
  if (date !== undefined && writeDate(date.date, date.form) === first.value) {
    return { kind: 'pattern', parts: [{ fact: 'date', form: date.form }] };
  }
  const [only, ...others] = partsIn(first);
  const isYear = others.length === 0 && typeof only === 'object' && only.fact === 'year';
  return isYear ? { kind: 'pattern', parts: [only] } : { kind: 'constant', written: first.written };
}

/** The pattern of fixed texts and facts that most values have. */
function patternOf(field: MetadataField | undefined, files: readonly EntryExample[]): EntryValue | undefined {
  const patterns = files.map((file) => partsIn(file));
  const counts = patterns.map((parts) => files.filter((file) => fits(file, parts)).length);
  const count = Math.max(0, ...counts);
  if (count === 0 || count < files.length * most) return undefined;
  const parts = patterns[counts.lastIndexOf(count)] ?? [];
  const [only, ...others] = parts;
  if (parts.every((part) => typeof part === 'string')) return undefined;
  // One file alone could have the same number by chance, or its title as one word of a text or of a list of tags.
  const isInText = field === 'tags' || parts.some((part) => typeof part === 'string' && /\s/.test(part));
  const hasLong = parts.some((part) => typeof part !== 'string' && isLong(part));
  const isCertain = count > 1 || field === 'number' || (hasLong && !isInText);
  if (!isCertain) return undefined;
  if (others.length === 0 && typeof only === 'object' && only.fact === field && isPlain(only)) return { kind: 'given' };
  return { kind: 'pattern', parts };
}

/** Whether a value is what a pattern makes of its ADR. Several texts may stand for a fact, such as its slug. */
export function fits(file: Pick<EntryExample, 'document' | 'value'>, parts: StandingText): boolean {
  if (JSON.stringify(partsIn(file)) === JSON.stringify(parts)) return true;
  const known = knownTexts(file.document);
  const number = (file.document.number ?? file.document.headingNumber)?.value;
  const year = file.document.date?.value.slice(0, 4);
  const textsOf = (part: string | PatternFact): string[] => {
    if (typeof part === 'string') return [part];
    if (part.fact === 'number') return number === undefined ? [] : [String(number).padStart(part.width, '0')];
    if (part.fact === 'year') return year === undefined ? [] : [year];
    return known.flatMap(({ text, fact }) => (JSON.stringify(fact) === JSON.stringify(part) ? [text] : []));
  };
  const ends = parts.reduce<readonly number[]>(
    (starts, part) => {
      const texts = textsOf(part);
      return [
        ...new Set(
          starts.flatMap((at) => texts.flatMap((text) => (file.value.startsWith(text, at) ? [at + text.length] : []))),
        ),
      ];
    },
    [0],
  );
  return ends.includes(file.value.length);
}

const isLong = ({ fact }: PatternFact) => fact !== 'number' && fact !== 'year';
const isPlain = (part: PatternFact) => part.fact !== 'number' || part.width === 1;

/** A text that stands for a fact in one file. */
interface KnownText {
  readonly text: string;
  readonly fact: PatternFact;
}

/** Splits a value into fixed texts and facts about its ADR. Of several facts in one place, the longest counts. */
export function partsIn({ document, value }: Pick<EntryExample, 'document' | 'value'>): (string | PatternFact)[] {
  const known = knownTexts(document);
  const year = document.date?.value.slice(0, 4);
  const number = (document.number ?? document.headingNumber)?.value;
  const parts: (string | PatternFact)[] = [];
  let fixed = '';
  for (let at = 0; at < Math.min(value.length, longestPattern); ) {
    const found = known.find(({ text }) => value.startsWith(text, at)) ?? digitsAt(value, at, number, year);
    if (found === undefined) {
      const run = /\d+|[^\d]/uy;
      run.lastIndex = at;
      const [skipped = value.charAt(at)] = run.exec(value) ?? [];
      fixed += skipped;
      at += skipped.length;
      continue;
    }
    if (fixed !== '') parts.push(fixed);
    fixed = '';
    parts.push(found.fact);
    at += found.text.length;
  }
  const rest = fixed + value.slice(longestPattern);
  return rest === '' ? parts : [...parts, rest];
}

/** The longest value, in UTF-16 units, that is searched for facts. */
const longestPattern = 300;

/** The shortest slug or title that is no coincidence. */
const shortest = 3;

function knownTexts(document: AdrDocument): KnownText[] {
  const { fileName, date } = document;
  const file = fileName === undefined ? '' : fileName.slice(fileName.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const title = plainTitle(document) ?? '';
  const inName = file.replace(/^(?:adr)?[-_ ]?\d+(?:-\d{2}-\d{2})?[-_. ]+/i, '');
  const texts: KnownText[] = [
    ...(inName === file ? [] : [{ text: file, fact: { fact: 'file' } } as const]),
    { text: title, fact: { fact: 'title' } },
    // A name that is all number has no words of the title.
    { text: /^(?:\p{L}{1,12}[-_ ]?)?\d+$/u.test(inName) ? '' : inName, fact: { fact: 'slug' } },
    { text: title === '' ? '' : adrFileName(1, title).replace(/^\d+-|\.md$/g, ''), fact: { fact: 'slug' } },
    ...(date === undefined
      ? []
      : dateForms.map((form): KnownText => ({ text: writeDate(date.value, form), fact: { fact: 'date', form } }))),
  ];
  return texts
    .filter(({ text }) => text.length >= shortest)
    .toSorted((one, other) => other.text.length - one.text.length);
}

function digitsAt(
  value: string,
  at: number,
  number: number | undefined,
  year: string | undefined,
): KnownText | undefined {
  const run = /(?<!\d)\d{1,9}(?!\d)/y;
  run.lastIndex = at;
  const [text] = run.exec(value) ?? [];
  if (text === undefined) return undefined;
  if (number !== undefined && Number(text) === number) {
    return { text, fact: { fact: 'number', width: text.startsWith('0') ? text.length : 1 } };
  }
  return text === year ? { text, fact: { fact: 'year' } } : undefined;
}

/** The fewest files that show how a counter grows. */
const fewest = 3;

/** A number that grows, or falls, by the same step from ADR to ADR. */
function counterOf(files: readonly EntryExample[]): EntryValue | undefined {
  const stands = files.flatMap(({ document, value }) =>
    /^-?\d{1,9}$/.test(value)
      ? [{ number: (document.number ?? document.headingNumber)?.value, value: Number(value) }]
      : [],
  );
  if (stands.length < fewest || stands.length < files.length * nearlyAll) return undefined;
  const ordered = stands.toSorted((one, other) => (one.number ?? 0) - (other.number ?? 0));
  const last = ordered.at(-1);
  const steps = ordered.slice(1).map(({ number, value }, index) => {
    const before = ordered[index];
    const between = (number ?? 0) - (before?.number ?? 0);
    return { single: value - (before?.value ?? 0), each: between > 0 ? (value - (before?.value ?? 0)) / between : 0 };
  });
  for (const kind of ['each', 'single'] as const) {
    const groups = [...Map.groupBy(steps, (step) => step[kind])];
    const [commonest] = groups.toSorted(([, one], [, other]) => other.length - one.length);
    if (commonest === undefined || last === undefined) continue;
    const [step, agreeing] = commonest;
    const isStep = Number.isInteger(step) && step !== 0 && agreeing.length >= steps.length * most;
    if (isStep) return { kind: 'counter', step, last };
  }
  return undefined;
}
