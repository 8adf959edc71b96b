import type { AllowedValue } from '../failure/refusal.ts';
import { RuleBroken } from '../failure/rule-broken.ts';
import { limits } from '../limits.ts';
import { type PresetName, presetNames, presets } from './preset.ts';
import { defaultRule, type Quorum, type Rule, type Threshold } from './rule.ts';
import type { Share } from './share.ts';

/** Reads one setting. Its name goes into the error. */
type ReadSetting<Value> = (value: unknown, name: string) => Value;

function refuse(part: string, value: unknown, allowed: AllowedValue): never {
  throw new RuleBroken({ code: 'unusable part of a rule', part, value, allowed });
}

function oneOf<const Word extends string>(...words: Word[]): ReadSetting<Word> {
  return (value, name) => words.find((word) => word === value) ?? refuse(name, value, { kind: 'one of', words });
}

function listOf<const Word extends string>(...words: Word[]): ReadSetting<Word[]> {
  return (value, name) => {
    const list = Array.isArray(value) ? (value as readonly unknown[]) : undefined;
    if (list === undefined) return refuse(name, value, { kind: 'list of', words });
    const read = list.map((item) => oneOf(...words)(item, name));
    return words.filter((word) => read.includes(word));
  };
}

function wholeNumber(least: number, most: number): ReadSetting<number> {
  return (value, name) =>
    typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
      ? value
      : refuse(name, value, { kind: 'whole number', least, most });
}

const mostPeople = 100_000;

/** Reads a share as people write it; undefined for anything else. */
function findShare(text: string): Share | undefined {
  if (text === 'all') return { parts: 1, of: 1 };
  if (text === 'half') return { parts: 1, of: 2 };
  const percent = /^(\d{1,3}) ?%$/.exec(text)?.[1];
  const [, parts, of] = /^(\d{1,4})\/(\d{1,4})$/.exec(percent === undefined ? text : `${percent}/100`) ?? [];
  const share = { parts: Number(parts), of: Number(of) };
  return share.parts > 0 && share.parts <= share.of ? share : undefined;
}

const readQuorum: ReadSetting<Quorum> = (value, name) => {
  if (value === 'none') return 0;
  if (typeof value === 'number') return wholeNumber(0, mostPeople)(value, name);
  const share = typeof value === 'string' ? findShare(value) : undefined;
  return share ?? refuse(name, value, { kind: 'quorum' });
};

const readThreshold: ReadSetting<'most votes' | Threshold> = (value, name) => {
  if (value === 'most votes') return value;
  const pattern = /^(at least|more than) (\S+(?: %)?) of (eligible|cast|decisive)$/;
  const [, needs, text = '', of] = pattern.exec(typeof value === 'string' ? value : '') ?? [];
  const share = findShare(text);
  if (share === undefined || (needs === 'more than' && share.parts === share.of))
    return refuse(name, value, { kind: 'threshold' });
  return { needs: needs as Threshold['needs'], share, of: of as Threshold['of'] };
};

const minutes: Readonly<Record<string, number>> = { minute: 1, hour: 60, day: 24 * 60 };
const mostMinutes = 366 * 24 * 60;

const readMinutes: ReadSetting<number> = (value, name) => {
  const [, number, unit = ''] = /^(\d{1,6}) (minute|hour|day)s?$/.exec(typeof value === 'string' ? value : '') ?? [];
  const length = Number(number) * (minutes[unit] ?? Number.NaN);
  return length <= mostMinutes ? length : refuse(name, value, { kind: 'length of time' });
};

const trueOrFalse: ReadSetting<boolean> = (value, name) =>
  typeof value === 'boolean' ? value : refuse(name, value, { kind: 'true or false' });

const ending = oneOf('extend once', 'ask', 'reject');

/** All parts of a rule, by their names in settings. */
const parts: { readonly [Part in keyof Rule]: { readonly name: string; readonly read: ReadSetting<Rule[Part]> } } = {
  method: { name: 'method', read: oneOf('approval', 'single', 'score') },
  deciders: { name: 'deciders', read: oneOf('any number', 'one') },
  quorum: { name: 'quorum', read: readQuorum },
  threshold: { name: 'threshold', read: readThreshold },
  leastInFavour: { name: 'least in favour', read: wholeNumber(1, mostPeople) },
  abstain: { name: 'abstain', read: oneOf('none', 'quorum only', 'excluded', 'against') },
  silence: { name: 'silence', read: oneOf('nothing', 'assent') },
  objections: { name: 'objections', read: oneOf('block', 'warn', 'none') },
  minimumOpenMinutes: { name: 'minimum open', read: readMinutes },
  closesEarly: { name: 'closes early', read: listOf('decided', 'unreachable', 'all voted') },
  finalCommentMinutes: { name: 'final comments', read: readMinutes },
  tie: { name: 'tie', read: ending },
  noQuorum: { name: 'no quorum', read: ending },
  thresholdMissed: { name: 'threshold missed', read: ending },
  votesAfterLeaving: { name: 'votes after leaving', read: oneOf('stand', 'lapse') },
  isTallyHidden: { name: 'hidden tally', read: trueOrFalse },
  overriders: { name: 'override', read: listOf('proposer', 'deciders', 'admins') },
  needsSecond: { name: 'second person', read: trueOrFalse },
  allowsHandover: { name: 'handover', read: trueOrFalse },
};

/** Whether only one person could override the rule, whoever that is in a decision. */
function isOnePerson({ overriders, deciders }: Rule): boolean {
  const [only, ...others] = overriders;
  return others.length === 0 && (only === 'proposer' || (only === 'deciders' && deciders === 'one'));
}

/** Throws RuleBroken if the parts of a rule contradict each other. */
function checkRule(rule: Rule): Rule {
  if (rule.abstain === 'quorum only' && rule.threshold !== 'most votes' && rule.threshold.of === 'cast') {
    throw new RuleBroken({ code: 'threshold counts abstentions' });
  }
  if (rule.deciders === 'one' && rule.leastInFavour > 1) {
    throw new RuleBroken({ code: 'more in favor than deciders' });
  }
  if (rule.needsSecond && isOnePerson(rule)) throw new RuleBroken({ code: 'no second person' });
  if (rule.allowsHandover && rule.deciders === 'one') throw new RuleBroken({ code: 'handover with one decider' });
  return rule;
}

function readPreset(value: unknown): Rule {
  const name = presetNames.find((known): known is PresetName => known === value);
  if (name === undefined) throw new RuleBroken({ code: 'unknown rule', value, known: presetNames });
  return presets[name].rule;
}

/**
 * Reads a rule from settings: the name of a preset, or parts of a rule by name. Missing parts come from `preset`, or
 * else from the simplest rule. Throws RuleBroken with the wrong value and the allowed ones.
 */
export function readRule(value: unknown): Rule {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return readPreset(value);
  const { preset, ...rest } = value as Readonly<Record<string, unknown>>;
  const base = preset === undefined ? defaultRule : readPreset(preset);
  const changes = Object.entries(rest).map(([name, setting]): [string, unknown] => {
    const found = Object.entries(parts).find(([, part]) => part.name === name);
    if (found === undefined) {
      const known = ['preset', ...Object.values(parts).map((part) => part.name)];
      throw new RuleBroken({ code: 'unknown part of a rule', part: name, known });
    }
    const [part, { read }] = found;
    return [part, read(setting, name)];
  });
  return checkRule({ ...base, ...Object.fromEntries(changes) });
}

/** A rule with what its settings say beyond it. */
export interface ReadRule {
  readonly rule: Rule;
  /** After how many months a decision under this rule is to be looked at again, unless its proposer says otherwise. */
  readonly revisitMonths?: number;
}

/**
 * Reads a rule that may also say, under `revisit`, after which time a decision is to be looked at again. Throws
 * RuleBroken as `readRule` does.
 */
export function readWholeRule(value: unknown): ReadRule {
  if (typeof value !== 'object' || value === null || !('revisit' in value)) return { rule: readRule(value) };
  const { revisit, ...rest } = value;
  return { rule: readRule(rest), revisitMonths: readMonths(revisit, 'revisit') };
}

const mostMonths = 12 * limits.revisitYears;

/** Reads a number of months or years: “18 months”, “2 years”. Throws RuleBroken with the name of the setting. */
export function readMonths(value: unknown, name: string): number {
  const [, number, unit] = /^(\d{1,3}) (month|year)s?$/.exec(typeof value === 'string' ? value : '') ?? [];
  const months = Number(number) * (unit === 'year' ? 12 : 1);
  return months >= 1 && months <= mostMonths ? months : refuse(name, value, { kind: 'months' });
}
