import type { NamedOption } from '../options/merge-options.ts';
import { bareCounters, counterLists, counters, isContrasted, lastPlace, onlyCounter, places } from './choice-words.ts';

/** “B + D”, “A1, C” */
const onlyCounters = /^[A-H]\d?(?: ?[+&,/] ?[A-H]\d?){1,5}$/;

/** The counters that an answer names: “Option 2”, “(2) and (4)”, “B”. */
export function keysIn(name: string): string[] {
  const withWord = counters.all(name);
  const all = withWord.length > 0 ? withWord : [...name.matchAll(bareCounters)];
  if (all.length === 0 && onlyCounters.test(name)) return name.toLowerCase().match(/[a-h]\d?/g) ?? [];
  const only = all.length > 0 ? undefined : onlyCounter.exec(name);
  return [...all, ...(only ? [only] : [])].flatMap(({ groups }) => groups?.key?.toLowerCase() ?? []);
}

/**
 * The option with a counter. Options without counters are counted by numbers or letters, unless the chosen one may not be
 * among them.
 */
export function byKey(options: readonly NamedOption[], key: string, areUnchosen: boolean): NamedOption[] {
  const isCounted = areUnchosen || options.some((one) => one.key !== '');
  const found = isCounted
    ? options.filter((one) => one.key === key)
    : options.filter((_, index) => [String(index + 1), String.fromCharCode(97 + index)].includes(key));
  if (found.length === 0 && /^\d{1,2}[a-z]$/.test(key)) return byKey(options, key.slice(0, -1), areUnchosen);
  return found.length === 1 ? found : [];
}

/** The options that a sentence calls by several counters: “options 2 and 3”. */
export function byCounters(options: readonly NamedOption[], sentence: string, verb: number): readonly NamedOption[] {
  const match = counterLists.exec(sentence);
  if (match === null || isContrasted(sentence, verb, match.index)) return [];
  const keys = match.groups?.keys?.match(/[\p{L}\p{N}]{1,2}(?![\p{L}\p{N}])(?<!\p{L}{2})/gu) ?? [];
  return [...new Set(keys.flatMap((key) => byKey(options, key.toLowerCase(), false)))];
}

/** The option that a sentence calls by its place: “the first option”. */
export function byPlace(options: readonly NamedOption[], sentence: string): readonly NamedOption[] {
  const found = places.all(sentence).flatMap(({ groups = {} }) => {
    const [found] = Object.entries(groups).find(([, word]) => word !== undefined) ?? [];
    const at = Number(found?.slice('place'.length));
    return options.at(at === lastPlace ? -1 : at) ?? [];
  });
  const [only, ...others] = found;
  return only === undefined || others.length > 0 || options.length < 2 ? [] : [only];
}

const bareKeys =
  /^\s?[(（](?<inside>[a-h])[)）]|^[\s:：(（"“”「『]{0,3}(?:(?<first>[A-H]|[A-Z]\d)(?: ?\+ ?(?<second>[A-H]|[A-Z]\d))?|#?(?<number>\d{1,2}))(?=$|[.,:;!)、。，：；（ ])/u;

/** The options whose counters, without a word for options, are right behind a verb: “We choose B.” */
export function byBareKey(options: readonly NamedOption[], text: string): readonly NamedOption[] {
  const { inside, first, second, number } = bareKeys.exec(text)?.groups ?? {};
  const isNumber = number !== undefined && /^[\s:：(（"“”「『]{0,3}#?\d{1,2}(?:$|[.,;!)、。，；])/.test(text);
  const keys = [inside, first, second, isNumber ? number : undefined].flatMap((key) => key?.toLowerCase() ?? []);
  return keys.flatMap((key) => options.filter((one) => one.key === key).slice(0, 1));
}

const leadingKey =
  /^(?:[(（]?(?<key>[A-H]\d?|\d{1,2})[)）]?(?:[ ]?[.:：,;、。]|[ ][-—–](?=[ ]))[ ]?(?=\S)|(?<circle>[①-⑨]))/u;
const circles = '①②③④⑤⑥⑦⑧⑨';

/** The option whose counter a text begins with: “B. It is fast”, “(2): small”. */
export function byLeadingKey(options: readonly NamedOption[], text: string): readonly NamedOption[] {
  const { key, circle } = leadingKey.exec(text)?.groups ?? {};
  const own = circle === undefined ? key?.toLowerCase() : String(circles.indexOf(circle) + 1);
  const found = own === undefined ? [] : options.filter((one) => one.key === own);
  return found.length === 1 ? found : [];
}

/** The option with whose letter the first of some sentences begins, unless another one begins with a letter, too. */
export function byFirstKey(
  options: readonly NamedOption[],
  [first = '', ...others]: readonly string[],
): readonly NamedOption[] {
  const leads = (sentence: string) => /^[^\p{N}]/u.test(sentence) && byLeadingKey(options, sentence).length > 0;
  return leads(first) && !others.some(leads) ? byLeadingKey(options, first) : [];
}
