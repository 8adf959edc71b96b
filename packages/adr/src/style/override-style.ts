import { partsInOrder } from '../content/part.ts';
import { isAdrLanguage } from '../language/adr-language.ts';
import { adrPathOf } from '../name/adr-path.ts';
import { sortFiles } from '../name/sort-files.ts';
import { readSubfolders } from '../name/subfolders.ts';
import type { AdrDoubt, AdrWarning } from '../read/warning.ts';
import { houseFileName } from './file-name-form.ts';
import type { HouseStyle } from './house-style.ts';
import { madrSection, madrStyle } from './madr-style.ts';
import { isRecord, type SettingName, type SettingsFault } from './settings-file.ts';
import { withoutPlaceWords } from './status-places.ts';

/** A style with the settings of `.gavel.yml`, and warnings about settings that could not be used. */
export interface OverriddenStyle {
  readonly style: HouseStyle;
  /** The settings that were used, by name. */
  readonly pinned: readonly string[];
  readonly warnings: readonly AdrWarning[];
}

/** Pins a value in a style; undefined for a value that it can't take. */
type Setting = (style: HouseStyle, value: unknown) => HouseStyle | undefined;

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Whether this machine knows a time zone, by its IANA name or its offset from UTC. */
function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const settings: Readonly<Record<SettingName, Setting>> = {
  template: (style, value) =>
    value === 'madr'
      ? {
          ...madrStyle,
          fileName: style.fileName,
          subfolders: style.subfolders,
          hasIndexes: style.hasIndexes,
          language: style.language,
          timeZone: style.timeZone,
        }
      : undefined,
  bullet: (style, value) =>
    value === '*' || value === '-' || value === '+'
      ? { ...style, marks: { ...style.marks, bullet: value } }
      : undefined,
  emphasis: (style, value) =>
    value === '*' || value === '_' ? { ...style, marks: { ...style.marks, emphasis: value } } : undefined,
  wrap: (style, value) => {
    if (value === false) return { ...style, wrapping: { mode: 'none' } };
    if (value === 'sentences') return { ...style, wrapping: { mode: 'sentences' } };
    const isWidth = typeof value === 'number' && Number.isInteger(value) && value >= narrowest && value <= widest;
    return isWidth ? { ...style, wrapping: { mode: 'width', width: value, countsWide: false } } : undefined;
  },
  gap: (style, value) =>
    typeof value === 'boolean' ? { ...style, marks: { ...style.marks, hasTightFrontMatter: !value } } : undefined,
  votes: (style, value) => {
    const place = value === 'section' ? 'section' : value === 'commit' ? 'commit message' : undefined;
    return place && { ...style, votesIn: place };
  },
  names: (style, value) => (typeof value === 'boolean' ? { ...style, namesAuthors: value } : undefined),
  language: (style, value) => (isAdrLanguage(value) ? { ...style, language: value } : undefined),
  rules: (style, value) => (typeof value === 'boolean' ? { ...style, hasRules: value } : undefined),
  date: (style, value) => (isText(value) ? { ...style, dateForm: value } : undefined),
  zone: (style, value) => (isText(value) && isTimeZone(value) ? { ...style, timeZone: value } : undefined),
  statuses: (style, value) =>
    isRecord(value) && Object.values(value).every(isText)
      ? {
          ...withoutPlaceWords(style, Object.keys(value)),
          statusWords: {
            ...style.statusWords,
            ...Object.fromEntries(Object.entries(value).map(([status, word]) => [status, String(word)])),
          },
        }
      : undefined,
  heading: (style, value) => {
    if (value === 'TITLE') return { ...style, title: { depth: 1, before: '', width: 0, after: '' } };
    const pattern = isText(value) && value.endsWith('TITLE') ? readPattern(value.slice(0, -'TITLE'.length)) : undefined;
    if (pattern === undefined || pattern.digits.startsWith('Y')) return undefined;
    const { before, digits, after } = pattern;
    return { ...style, title: { depth: 1, before, width: digits.length, after } };
  },
  file: (style, value) => {
    const fileName = isText(value) ? readFilePattern(value) : undefined;
    return fileName && { ...style, fileName: { ...style.fileName, ...fileName } };
  },
  subfolders: (style, value) => {
    const subfolders = readSubfolders(value);
    return subfolders === undefined ? undefined : { ...style, subfolders };
  },
  index: (style, value) => (typeof value === 'boolean' ? { ...style, hasIndexes: value } : undefined),
  sections: (style, value) => {
    if (!Array.isArray(value) || !value.every(isText)) return undefined;
    const known = value.map(
      (heading) => style.sections.find((section) => section.heading === heading) ?? newSection(heading),
    );
    return { ...style, sections: known };
  },
};

/** The narrowest and the widest lines, in columns. */
const narrowest = 40;
const widest = 400;

/** The longest pattern, in characters. */
const longestPattern = 100;

/** The most digits in a pattern. */
const mostDigits = 10;

/** Reads a path such as `NNNN-title.md`, `storage/NNNN-title.md`, `YYYY/NNNN-title/README.md` or `title/index.md`. */
function readFilePattern(pattern: string): Omit<HouseStyle['fileName'], 'statusFolders' | 'slug'> | undefined {
  const parts = pattern.replace(/\.md$/, '').split('/');
  const titled = parts.findIndex((part) => part.endsWith('title'));
  const isInNumber = titled > 0 && parts[titled - 1] === parts[titled]?.replace(/(?<=N)[-_.]+title$/, '');
  const at = titled === -1 ? parts.findIndex((part) => part.endsWith('N')) : titled;
  const [own = '', ...rest] = parts.slice(Math.max(at, 0));
  const folders = parts.slice(0, Math.max(isInNumber ? at - 1 : at, 0));
  if (at === -1 || rest.length > 1 || !folders.every(isFolderName) || !rest.every(isFolderName)) return undefined;
  const [main] = rest;
  const within = isInNumber ? '#' : main === undefined ? undefined : main === own ? '*' : `${main}.md`;
  if (
    isInNumber
      ? main !== undefined
      : main !== undefined && main !== own && adrPathOf(`0001-x/${within}`).within === undefined
  )
    return undefined;
  const place = { folder: folders.map((name) => `${name}/`).join(''), within };
  if (own === 'title') return { scheme: 'title', before: '', width: 0, after: '', ...place };
  const { before, digits, after } = readPattern(own.replace(/title$/, '')) ?? {};
  if (digits === undefined || !/^[\w-]*$/.test(before ?? '')) return undefined;
  const hasTitle = own.endsWith('title');
  if (hasTitle ? !/^[-_.]+$/.test(after ?? '') : after !== '' || digits.startsWith('Y')) return undefined;
  const scheme = digits.startsWith('Y') ? 'date' : 'number';
  return { scheme, before: before ?? '', width: digits.length, after: after ?? '', ...place };
}

function isFolderName(name: string): boolean {
  return !/^N*$|^\./.test(name) && !/[\p{Cc}\\:]/u.test(name);
}

/** Splits a pattern at its first `YYYYMMDD`, or else at its longest run of N. */
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

/** Leaves a style as it was learned, with warnings that say why no setting was applied. */
export function leaveStyle(style: HouseStyle, faults: readonly SettingsFault[]): OverriddenStyle {
  const warnings = faults.map(
    ({ line, reason }): AdrWarning => ({ code: 'settings unusable', reason, line, isError: true }),
  );
  return { style, pinned: [], warnings };
}

/** Applies the settings of `.gavel.yml` to a style. `all` are the settings in the file, and `yaml` is its text. */
export function pinStyle(style: HouseStyle, all: Readonly<Record<string, unknown>>, yaml: string): OverriddenStyle {
  const wanted = isRecord(all.style) ? all.style : {};
  const lineOf = lineFinder(yaml);
  const warnings: AdrWarning[] = [];
  const warn = (name: string, doubt: AdrDoubt) => warnings.push({ ...doubt, line: lineOf(name), isError: false });
  for (const { name, doubt } of misplaced(all)) warn(name, doubt);
  const pinned: string[] = [];
  let overridden = style;
  for (const [name, value] of Object.entries(wanted)) {
    if (!isSetting(name)) {
      warn(name, { code: 'unknown setting', name, known: Object.keys(settings).filter(isSetting) });
      continue;
    }
    const result = settings[name](overridden, value);
    if (result === undefined) warn(name, { code: 'unusable setting', name });
    else {
      overridden = result;
      pinned.push(name);
    }
  }
  if (!pinned.includes('file') || isFoundAgain(overridden, style)) return { style: overridden, pinned, warnings };
  warn('file', { code: 'unusable setting', name: 'file' });
  return {
    style: { ...overridden, fileName: style.fileName },
    pinned: pinned.filter((name) => name !== 'file'),
    warnings,
  };
}

/** Whether a new ADR would be taken for one, wherever the settings put it in a house of this style. */
function isFoundAgain({ fileName, subfolders }: HouseStyle, learned: HouseStyle): boolean {
  const path = houseFileName(fileName, 1, 'x', '2024-12-27');
  const isPlain = learned.fileName.scheme === 'title' || learned.learnedFrom.how === 'default';
  const others = Array.from({ length: isPlain ? 0 : 20 }, (_, index) => `${String(index + 1).padStart(4, '0')}-y.md`);
  return sortFiles([path, ...others], subfolders).adrs.includes(path);
}

function isSetting(name: string): name is SettingName {
  return Object.hasOwn(settings, name);
}

/** Finds settings that are next to `style` instead of under it. Next to it, `rules` means the rules of votes. */
function misplaced(all: Readonly<Record<string, unknown>>): { readonly name: string; readonly doubt: AdrDoubt }[] {
  const beside = Object.keys(all).filter((name) => name !== 'rules' && isSetting(name));
  const isWrong = all.style !== undefined && all.style !== null && !isRecord(all.style);
  return [
    ...(isWrong ? [{ name: 'style', doubt: { code: 'style without names' } } as const] : []),
    ...beside.map((name) => ({ name, doubt: { code: 'setting beside style', name } }) as const),
  ];
}

/** Finds the line of a setting by its name, without looking at its place in the tree. */
function lineFinder(yaml: string): (name: string) => number {
  const lines = new Map<string, number>();
  for (const [index, line] of yaml.split('\n').entries()) {
    const name = line.slice(0, Math.max(0, line.indexOf(':'))).trim();
    if (!lines.has(name)) lines.set(name, index + 1);
  }
  return (name) => lines.get(name) ?? 1;
}
