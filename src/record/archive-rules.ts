import type { CheckOtherSettings } from '@gavel/adr/style/apply-settings.ts';
import { isRecord, readSettingsFile, type SettingsFault } from '@gavel/adr/style/settings-file.ts';
import { type NamedRule, presetRules, ruleIdOf } from '../decision/named-rule.ts';
import { checkRuleName, ownRuleLimits, readOwnRules } from '../decision/own-rule.ts';
import { readRule } from '../decision/read-rule.ts';
import { RuleBroken } from '../decision/rule-broken.ts';
import { en } from '../words/en/en.ts';

/** The rules of votes that `.gavel.yml` has, which of them is offered first, and what of it could not be used. */
export interface ArchiveRules {
  readonly rules: readonly NamedRule[];
  /** The id of a preset or of one of `rules`. */
  readonly initialId: string | undefined;
  readonly doubts: readonly string[];
}

/** The id of the rule that stands under `rule` without a name. */
const unnamedId = ruleIdOf('archive', 'The repository’s rule');

const nothing: ArchiveRules = { rules: [], initialId: undefined, doubts: [] };

/** Runs `read`; the words of what it breaks. */
function attempt<T>(read: () => T): T | string {
  try {
    return read();
  } catch (error) {
    if (error instanceof RuleBroken) return error.message;
    throw error;
  }
}

/**
 * Reads `rule` (the name of a preset or of one of `rules`, or parts of a rule) and `rules` (parts by name) of
 * `.gavel.yml`. Never throws: what is wrong is left out, and said in `doubts`.
 */
export function readArchiveRules(yaml: string): ArchiveRules {
  const { all, faults } = readSettingsFile(yaml);
  if (faults.length > 0) return refuseRules(faults);
  return readRules(all);
}

/** No rules, and why: what is said of a file that can't be used. */
export function refuseRules(faults: readonly SettingsFault[]): ArchiveRules {
  const doubts = new Set(faults.map(({ message }) => `It ${message}; votes go without it.`));
  return { ...nothing, doubts: [...doubts] };
}

/** What is wrong with the rules in `.gavel.yml`, told beside what is wrong with its style. */
export const checkRules: CheckOtherSettings = (all) =>
  readRules(all).doubts.map((message) => ({ message, advice: 'Until it is corrected, votes go without it.' }));

/** The rules of a file that is read already. */
function readRules({ rule, rules: written }: Readonly<Record<string, unknown>>): ArchiveRules {
  const own = readWritten(written);
  if (rule === undefined || rule === null) return { ...nothing, ...own };
  const named = [...own.rules, ...presetRules].find((one) => rule === en.rules.nameOf(one) || rule === one.id);
  if (named) return { ...own, initialId: named.id };
  const inline = attempt((): NamedRule => ({ id: unnamedId, rule: readRule(rule) }));
  if (typeof inline === 'string') return { ...own, initialId: undefined, doubts: [...own.doubts, inline] };
  return { ...own, rules: [...own.rules, inline], initialId: inline.id };
}

function readWritten(written: unknown): Omit<ArchiveRules, 'initialId'> {
  if (written === undefined || written === null) return nothing;
  if (!isRecord(written)) return { rules: [], doubts: ['“rules” has to be a list of rules by their names.'] };
  const names = Object.keys(written);
  const tooMany = names.length > ownRuleLimits.rules;
  const checked = names
    .slice(0, ownRuleLimits.rules)
    .map((name) => ({ name, words: attempt(() => checkRuleName(name)) }));
  const wrong = checked.filter(({ name, words }) => words !== name);
  const { rules, doubts } = readOwnRules(
    'archive',
    checked.filter((one) => !wrong.includes(one)).map(({ name }) => ({ name, parts: written[name] })),
  );
  return {
    rules,
    doubts: [
      ...wrong.map(({ name }) => `A rule can’t be called “${name.slice(0, ownRuleLimits.name).toWellFormed()}”.`),
      ...doubts,
      ...(tooMany ? [`${ownRuleLimits.rules} rules are the most; the rest is left out.`] : []),
    ],
  };
}
