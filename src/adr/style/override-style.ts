import { parseDocument } from 'yaml';
import { partsInOrder } from '../part.ts';
import type { AdrWarning } from '../read/found.ts';
import type { HouseStyle } from './house-style.ts';
import { madrSection, madrStyle } from './madr-style.ts';

/** A style with what `.gavel.yml` pins in it, and what of that file could not be used. */
export interface OverriddenStyle {
  readonly style: HouseStyle;
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

/** Pins parts of a style. `yaml` is the text of `.gavel.yml`; its `style` holds the settings. Never throws. */
export function overrideStyle(style: HouseStyle, yaml: string): OverriddenStyle {
  const document = parseDocument(yaml, { logLevel: 'silent' });
  const warnings: AdrWarning[] = document.errors.map((error) => ({
    line: error.linePos?.[0].line ?? 1,
    message: '.gavel.yml is not valid YAML.',
    advice: 'Correct it there; until then, the style is the one that was learned.',
    isError: true,
  }));
  const all: unknown = document.errors.length === 0 ? document.toJS({ maxAliasCount: 20 }) : undefined;
  const pinned = isRecord(all) && isRecord(all.style) ? all.style : {};
  let overridden = style;
  for (const [name, value] of Object.entries(pinned)) {
    const setting = Object.hasOwn(settings, name) ? settings[name] : undefined;
    const result = setting === undefined ? Object.keys(settings).join(', ') : setting(overridden, value);
    if (typeof result === 'string') {
      const allowed =
        setting === undefined ? `There is no setting “${name}”. There are: ${result}.` : `“${name}” takes ${result}.`;
      const at = yaml.split('\n').findIndex((line) => line.trimStart().startsWith(`${name}:`)) + 1;
      warnings.push({
        line: Math.max(at, 1),
        message: `.gavel.yml: ${allowed}`,
        advice: 'It was left as it was learned.',
        isError: false,
      });
    } else overridden = result;
  }
  return { style: overridden, warnings };
}
