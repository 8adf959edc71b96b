import { parseDocument } from 'yaml';
import { partsInOrder } from '../part.ts';
import type { AdrWarning } from '../read/found.ts';
import type { HouseStyle } from './house-style.ts';
import { madrSection, madrStyle } from './madr-style.ts';

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

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
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
    const match = isText(value) ? /^(?<before>.*?)(?<digits>N+)(?<after>.*?)TITLE$/.exec(value) : null;
    if (value === 'TITLE') return { ...style, title: { depth: 1, before: '', width: 0, after: '' } };
    const { before = '', digits = '', after = '' } = match?.groups ?? {};
    return match
      ? { ...style, title: { depth: 1, before, width: digits.length, after } }
      : 'a pattern such as “ADR-NNN: TITLE” or “TITLE”';
  },
  file: (style, value) => {
    const match = isText(value)
      ? /^(?<before>[\w-]*?)(?<digits>N+|YYYYMMDD)(?<after>[-_.]+)title(?:\.md)?$/.exec(value)
      : null;
    const { before = '', digits = '', after = '' } = match?.groups ?? {};
    const scheme = digits === 'YYYYMMDD' ? 'date' : 'number';
    return match
      ? { ...style, fileName: { scheme, before, width: digits.length, after } }
      : 'a pattern such as “NNNN-title.md”, “ADR-NNN-title.md” or “YYYYMMDD-title.md”';
  },
  sections: (style, value) => {
    if (!Array.isArray(value) || !value.every(isText)) return 'a list of headings in their order';
    const known = value.map(
      (heading) => style.sections.find((section) => section.heading === heading) ?? newSection(heading),
    );
    return { ...style, sections: known };
  },
};

function newSection(heading: string): HouseStyle['sections'][number] {
  const part = partsInOrder.find((name) => name.replaceAll('-', ' ') === heading.toLowerCase());
  const section = madrSection(part ?? 'more-information', heading, 2);
  return { ...section, part };
}

/** What the file says, or where it is no YAML. */
function parse(yaml: string): { readonly all: unknown; readonly warnings: AdrWarning[] } {
  const invalid = (line: number): AdrWarning => ({
    line,
    message: '.gavel.yml is not valid YAML.',
    advice: 'Correct it there; until then, the style is the one that was learned.',
    isError: true,
  });
  const document = parseDocument(yaml, { logLevel: 'silent' });
  if (document.errors.length > 0) {
    return { all: undefined, warnings: document.errors.map(({ linePos }) => invalid(linePos?.[0].line ?? 1)) };
  }
  try {
    return { all: document.toJS({ maxAliasCount: 20 }), warnings: [] };
  } catch {
    // An alias of something that is not there, or of too much.
    return { all: undefined, warnings: [invalid(1)] };
  }
}

/** Pins parts of a style. `yaml` is the text of `.gavel.yml`; its `style` holds the settings. Never throws. */
export function overrideStyle(style: HouseStyle, yaml: string): OverriddenStyle {
  const { all, warnings } = parse(yaml);
  const wanted = isRecord(all) && isRecord(all.style) ? all.style : {};
  const warn = (name: string, message: string) =>
    warnings.push({
      line: lineOf(yaml, name),
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
function misplaced(all: unknown): { readonly name: string; readonly words: string }[] {
  if (!isRecord(all)) return [];
  const beside = Object.keys(all).filter((name) => name !== 'rules' && Object.hasOwn(settings, name));
  const isWrong = all.style !== undefined && all.style !== null && !isRecord(all.style);
  return [
    ...(isWrong
      ? [{ name: 'style', words: '“style” takes settings by name, each on a line of its own under it.' }]
      : []),
    ...beside.map((name) => ({ name, words: `“${name}” belongs under “style:”.` })),
  ];
}

/** The line on which a setting stands, as far as it can be told without its place in the tree. */
function lineOf(yaml: string, name: string): number {
  return Math.max(1, yaml.split('\n').findIndex((line) => line.trimStart().startsWith(`${name}:`)) + 1);
}
