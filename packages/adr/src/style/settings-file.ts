import { parseDocument } from 'yaml';

/** The longest `.gavel.yml` that is read, in UTF-16 units. A file that uses every setting is a tenth of that. */
export const longestSettings = 10_000;

/** How deeply lists and maps may nest. The settings need three levels. */
const deepest = 10;

/** The most YAML errors that are reported. */
const faultsTold = 5;

/** Why nothing of `.gavel.yml` can be used. */
export interface SettingsFault {
  readonly line: number;
  readonly reason: FaultReason;
}

/** The settings that `.gavel.yml` can have under `style`. */
export type SettingName =
  | 'template'
  | 'bullet'
  | 'emphasis'
  | 'wrap'
  | 'gap'
  | 'votes'
  | 'names'
  | 'language'
  | 'rules'
  | 'date'
  | 'zone'
  | 'statuses'
  | 'heading'
  | 'file'
  | 'subfolders'
  | 'index'
  | 'sections';

/** What is wrong with a `.gavel.yml` as a whole. */
export type FaultReason =
  | { readonly kind: 'not YAML' }
  | { readonly kind: 'too long'; readonly most: number }
  | { readonly kind: 'too deep'; readonly most: number }
  | { readonly kind: 'too slow' };

/** The content of `.gavel.yml`. It is empty if there are faults. */
export interface SettingsFile {
  readonly all: Readonly<Record<string, unknown>>;
  readonly faults: readonly SettingsFault[];
}

/** Whether a value is a YAML map. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads `.gavel.yml` in bounded time, whatever its content is. Never throws. */
export function readSettingsFile(yaml: string): SettingsFile {
  if (yaml.length > longestSettings) {
    return refuse({ kind: 'too long', most: longestSettings });
  }
  try {
    const document = parseDocument(yaml, { logLevel: 'silent' });
    if (document.errors.length > 0) {
      const faults = document.errors
        .slice(0, faultsTold)
        .map(({ linePos }) => ({ line: linePos?.[0].line ?? 1, reason: notYaml }));
      return { all: {}, faults };
    }
    const all: unknown = document.toJS({ maxAliasCount: 20 });
    if (isDeeper(all, deepest)) return refuse({ kind: 'too deep', most: deepest });
    return { all: isRecord(all) ? all : {}, faults: [] };
  } catch {
    // An alias has no target or expands too far, or the nesting overflows the parser's stack.
    return refuse(notYaml);
  }
}

const notYaml: FaultReason = { kind: 'not YAML' };

function refuse(reason: FaultReason): SettingsFile {
  return { all: {}, faults: [{ line: 1, reason }] };
}

/** Whether a value has more than this many levels of nesting. A text or a number has none. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
