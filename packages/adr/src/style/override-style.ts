import { partsInOrder } from '../content/part.ts';
import type { AdrWarning } from '../read/warning.ts';
import type { HouseStyle } from './house-style.ts';
import { madrSection, madrStyle } from './madr-style.ts';
import { type FaultReason, isRecord, type SettingsFault } from './settings-file.ts';

/** A style with what `.gavel.yml` pins in it, and what of that file could not be used. */
export interface OverriddenStyle {
  readonly style: HouseStyle;
  /** The settings that were used, by name. */
  readonly pinned: readonly string[];
  readonly warnings: readonly AdrWarning[];
}

type Setting = (style: HouseStyle, value: unknown) => HouseStyle | string;

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

// Each takes its value or says what it would take.
const settings: Readonly<Record<string, Setting>> = {
  template: (style, value) =>
    value === 'madr' ? { ...madrStyle, fileName: style.fileName } : '“madr”, or nothing to keep what was learned',
  bullet: (style, value) =>
    value === '*' || value === '-' || value === '+'
      ? { ...style, marks: { ...style.marks, bullet: value } }
      : '“*”, “-” or “+”',
  emphasis: (style, value) =>
    value === '*' || value === '_' ? { ...style, marks: { ...style.marks, emphasis: value } } : '“*” or “_”',
  votes: (style, value) => {
    const place = value === 'section' ? 'section' : value === 'commit' ? 'commit message' : undefined;
    return place === undefined ? '“section” or “commit”' : { ...style, votesIn: place };
  },
  names: (style, value) => (typeof value === 'boolean' ? { ...style, namesAuthors: value } : 'true or false'),
  rules: (style, value) => (typeof value === 'boolean' ? { ...style, hasRules: value } : 'true or false'),
  date: (style, value) =>
    isText(value) ? { ...style, dateForm: value } : 'an example such as “2024-12-27” or “December 27, 2024”',
  statuses: (style, value) =>
    isRecord(value) && Object.values(value).every(isText)
      ? {
          ...style,
          statusWords: {
            ...style.statusWords,
            ...Object.fromEntries(Object.entries(value).map(([status, word]) => [status, String(word)])),
          },
        }
      : 'words by status, such as “accepted: Approved”',
  heading: (style, value) => {
    if (value === 'TITLE') return { ...style, title: { depth: 1, before: '', width: 0, after: '' } };
    const pattern = isText(value) && value.endsWith('TITLE') ? readPattern(value.slice(0, -'TITLE'.length)) : undefined;
    if (pattern === undefined || pattern.digits.startsWith('Y')) return 'a pattern such as “ADR-NNN: TITLE” or “TITLE”';
    const { before, digits, after } = pattern;
    return { ...style, title: { depth: 1, before, width: digits.length, after } };
  },
  file: (style, value) => {
    const name = isText(value) ? value.replace(/\.md$/, '') : '';
    const pattern = name.endsWith('title') ? readPattern(name.slice(0, -'title'.length)) : undefined;
    if (pattern === undefined || !/^[\w-]*$/.test(pattern.before) || !/^[-_.]+$/.test(pattern.after))
      return 'a pattern such as “NNNN-title.md”, “ADR-NNN-title.md” or “YYYYMMDD-title.md”';
    const { before, digits, after } = pattern;
    const scheme = digits.startsWith('Y') ? 'date' : 'number';
    return { ...style, fileName: { scheme, before, width: digits.length, after } };
  },
  sections: (style, value) => {
    if (!Array.isArray(value) || !value.every(isText)) return 'a list of headings in their order';
    const known = value.map(
      (heading) => style.sections.find((section) => section.heading === heading) ?? newSection(heading),
    );
    return { ...style, sections: known };
  },
};

/** The most of a pattern, and of the digits in it. */
const longestPattern = 100;
const mostDigits = 10;

/** A pattern in three parts: the first `YYYYMMDD`, else the longest run of N, and what stands before and after it. */
function readPattern(pattern: string): Readonly<Record<'before' | 'digits' | 'after', string>> | undefined {
  if (pattern.length > longestPattern || /[\n\r]/.test(pattern)) return undefined;
  const runs = pattern.match(/YYYYMMDD|N+/g) ?? [];
  const [digits] = runs.toSorted((one, other) => rankOf(other) - rankOf(one));
  if (digits === undefined || digits.length > mostDigits) return undefined;
  const start = pattern.indexOf(digits);
  return { before: pattern.slice(0, start), digits, after: pattern.slice(start + digits.length) };
}

function rankOf(run: string): number {
  return run.startsWith('Y') ? longestPattern : run.length;
}

function newSection(heading: string): HouseStyle['sections'][number] {
  const part = partsInOrder.find((name) => name.replaceAll('-', ' ') === heading.toLowerCase());
  const section = madrSection(part ?? 'more-information', heading, 2);
  return { ...section, part };
}

function wordFault(reason: FaultReason): string {
  switch (reason.kind) {
    case 'not YAML':
      return 'is not valid YAML';
    case 'too long':
      return `has more than ${reason.most.toLocaleString('en')} characters, so nothing of it is read`;
    case 'too deep':
      return `has more than ${reason.most} levels, so nothing of it is read`;
    case 'too slow':
      return 'takes too long to read';
  }
}

/** The style as it was learned, and why nothing is pinned in it. */
export function leaveStyle(style: HouseStyle, faults: readonly SettingsFault[]): OverriddenStyle {
  const warnings = faults.map(
    ({ line, reason }): AdrWarning => ({
      line,
      message: `.gavel.yml ${wordFault(reason)}.`,
      advice: 'Correct it there; until then, the style is the one that was learned, and votes go without it.',
      isError: true,
    }),
  );
  return { style, pinned: [], warnings };
}

/** Pins in a style what `.gavel.yml` says: `all` is what stands in it, and `yaml` its text. */
export function pinStyle(style: HouseStyle, all: Readonly<Record<string, unknown>>, yaml: string): OverriddenStyle {
  const wanted = isRecord(all.style) ? all.style : {};
  const lineOf = lineFinder(yaml);
  const warnings: AdrWarning[] = [];
  const warn = (name: string, message: string) =>
    warnings.push({
      line: lineOf(name),
      message: `.gavel.yml: ${message}`,
      advice: 'It was left as it was learned.',
      isError: false,
    });
  for (const { name, words } of misplaced(all)) warn(name, words);
  const pinned: string[] = [];
  let overridden = style;
  for (const [name, value] of Object.entries(wanted)) {
    const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
    const result = setting === undefined ? Object.keys(settings).join(', ') : setting(overridden, value);
    if (typeof result === 'string') {
      const allowed =
        setting === undefined ? `There is no setting “${name}”. There are: ${result}.` : `“${name}” takes ${result}.`;
      warn(name, allowed);
    } else {
      overridden = result;
      pinned.push(name);
    }
  }
  return { style: overridden, pinned, warnings };
}

/** Settings that stand beside `style` instead of under it. `rules` has a meaning of its own there: those of votes. */
function misplaced(all: Readonly<Record<string, unknown>>): { readonly name: string; readonly words: string }[] {
  const beside = Object.keys(all).filter((name) => name !== 'rules' && Object.hasOwn(settings, name));
  const isWrong = all.style !== undefined && all.style !== null && !isRecord(all.style);
  return [
    ...(isWrong
      ? [{ name: 'style', words: '“style” takes settings by name, each on a line of its own under it.' }]
      : []),
    ...beside.map((name) => ({ name, words: `“${name}” belongs under “style:”.` })),
  ];
}

/** Finds the line on which a setting stands, as far as it can be told without its place in the tree. */
function lineFinder(yaml: string): (name: string) => number {
  const lines = new Map<string, number>();
  for (const [index, line] of yaml.split('\n').entries()) {
    const name = line.slice(0, Math.max(0, line.indexOf(':'))).trim();
    if (!lines.has(name)) lines.set(name, index + 1);
  }
  return (name) => lines.get(name) ?? 1;
}
