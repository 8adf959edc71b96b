import { parseDocument } from 'yaml';

/** The most that is read of `.gavel.yml`, in UTF-16 units: ten times what a team writes that uses all of it. */
export const longestSettings = 10_000;

/** How deep lists and maps may stand in each other. The settings themselves need three levels. */
const deepest = 10;

/** How many places that are no YAML are told. */
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
  | 'votes'
  | 'names'
  | 'rules'
  | 'date'
  | 'statuses'
  | 'heading'
  | 'file'
  | 'sections';

/** What is wrong with a `.gavel.yml` as a whole. */
export type FaultReason =
  | { readonly kind: 'not YAML' }
  | { readonly kind: 'too long'; readonly most: number }
  | { readonly kind: 'too deep'; readonly most: number }
  | { readonly kind: 'too slow' };

/** The text of `.gavel.yml` as data. Where there are faults, there is nothing in it. */
export interface SettingsFile {
  readonly all: Readonly<Record<string, unknown>>;
  readonly faults: readonly SettingsFault[];
}

/** Whether a value is a map of YAML. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads `.gavel.yml`, in a time that has a limit whatever stands in it. Never throws. */
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
    // An alias of something that is not there, or of too much; or levels that the parser itself has no stack for.
    return refuse(notYaml);
  }
}

const notYaml: FaultReason = { kind: 'not YAML' };

function refuse(reason: FaultReason): SettingsFile {
  return { all: {}, faults: [{ line: 1, reason }] };
}

/** Whether a value has more than so many levels, of which a text or a number has none. */
function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
