import { type ChecksSetting, type Showing, usualShowing } from '../decision/recall/showing.ts';
import type { RuleDoubt } from '../decision/rule/rule-doubt.ts';
import { chooseSetting, tellValue } from './choose-setting.ts';

const checks: readonly ChecksSetting[] = ['off', 'comment', 'check'];

/** What stands for the usual file. */
const usualFile = 'AGENTS.md';

/** The longest path of a file, in UTF-16 units. */
const longestPath = 200;

/** How decisions are to be shown in the repository, as the already parsed `.gavel.yml` says under `agents`, `checks` and `enforce`. */
export function readShowing(all: Readonly<Record<string, unknown>>): {
  readonly showing: Showing;
  readonly doubts: readonly RuleDoubt[];
} {
  // YAML reads an unquoted `off` as a text, and other readers of it as `false`.
  const wanted = all.checks === false ? 'off' : all.checks;
  const chosen = chooseSetting('checks', wanted, checks);
  const enforced = chooseSetting('enforce', all.enforce, [true, false]);
  const agents = readFile(all.agents);
  return {
    showing: {
      agentsFile: agents.file,
      checks: chosen.value ?? usualShowing.checks,
      enforces: enforced.value ?? usualShowing.enforces,
    },
    doubts: [...chosen.doubts, ...enforced.doubts, ...agents.doubts],
  };
}

function readFile(value: unknown): { readonly file: string | undefined; readonly doubts: readonly RuleDoubt[] } {
  if (value === undefined || value === null || value === false) return { file: undefined, doubts: [] };
  if (value === true) return { file: usualFile, doubts: [] };
  const parts = typeof value === 'string' ? value.split('/').filter((part) => part !== '' && part !== '.') : [];
  const path = parts.join('/');
  const isText =
    /\.(?:md|mdc|markdown|txt)$/i.test(path) && path.length <= longestPath && !/[\p{Cc}\\\uFFFD]/u.test(path);
  const isInside = !parts.some((part) => part === '..' || part.toLowerCase() === '.git');
  if (isText && isInside) return { file: path, doubts: [] };
  return { file: undefined, doubts: [{ code: 'agents left out', value: tellValue(value) }] };
}
