import type { Markdown } from '../../content/content.ts';
import type { NamedOption } from '../options/merge-options.ts';
import { countShared, isSameOption, isWithin, namesOf, stemsOf, wordsOf } from '../options/same-option.ts';
import { contrast, isContrasted } from './choice-words.ts';
import { mostAlike } from './most-alike.ts';
import { findPhrase, withoutMarks } from './sentences.ts';

/** How much of a text is looked through for code, in UTF-16 units. */
const longestRead = 1_000;

const address = /\]\((?<url>[^()\s]{2,300})\)/g;

/** The only option whose title has the address of a link of a sentence, or is the heading that it leads to. */
export function byAddress(options: readonly NamedOption[], written: Markdown): readonly NamedOption[] {
  if (contrast.test(withoutMarks(written))) return [];
  const urls = new Set([...written.matchAll(address)].flatMap(({ groups }) => groups?.url ?? []));
  if (urls.size === 0) return [];
  const found = options.filter(({ option: { title } }) => {
    const own = [...title.matchAll(address)].flatMap(({ groups }) => groups?.url ?? []);
    const anchor = withoutMarks(title)
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');
    return own.some((url) => urls.has(url)) || urls.has(`#${anchor}`);
  });
  return found.length === 1 ? found : [];
}

/** The only option that has the first piece of code of a text that any of them has, unless another is named before it. */
export function byCode(options: readonly NamedOption[], text: Markdown): readonly NamedOption[] {
  for (const match of text.slice(0, longestRead).matchAll(/`[^`\n]{4,200}`/g)) {
    const found = options.filter(({ option }) => findPhrase(option.title, match[0].slice(1, -1)) !== -1);
    const [only, ...others] = found;
    if (only !== undefined)
      return others.length === 0 && !isOtherNamed(options, only, text.slice(0, match.index)) ? found : [];
  }
  return [];
}

/** Whether a text has a name that another option has, and this one has not. */
function isOtherNamed(options: readonly NamedOption[], only: NamedOption, text: string): boolean {
  const own = stemsOf(withoutMarks(only.option.title));
  const named = [...namesOf(withoutMarks(text))].filter((name) => !own.has(name));
  return options.some((one) => one !== only && named.some((name) => stemsOf(withoutMarks(one.option.title)).has(name)));
}

/** The option that shares the most words with a name. */
export function bySize(
  options: readonly NamedOption[],
  name: string,
  { isStrict, areUnchosen }: { readonly isStrict: boolean; readonly areUnchosen: boolean },
): readonly NamedOption[] {
  const words = wordsOf(name);
  if (words.size === 0) return [];
  const sizes = options
    .map((one) => ({ one, words: wordsOf(withoutMarks(one.option.title)) }))
    .filter((each) => each.words.size > 0);
  const within = sizes.filter((each) => isWithin(each.words, words)).toSorted((a, b) => b.words.size - a.words.size);
  const [most, next, ...others] = within;
  if (most !== undefined && next !== undefined) {
    // “EVE-7 vs Otter” has more words of one of two, and names both.
    const isOuter = [next, ...others].every((each) => isWithin(each.words, most.words));
    return isOuter && next.words.size < most.words.size ? [most.one] : [];
  }
  if (most !== undefined) return [most.one];
  // What all but says the title of one that was left out is often about what was chosen instead.
  if (areUnchosen) return [];
  const begun = isStrict ? [] : beginningAlike(options, name);
  if (begun.length > 0) return begun;
  if (isStrict) return contrast.test(name) ? [] : mostAlike(options, name, { fewest: 2 });
  const around = options.filter(({ option }) => isSameOption(withoutMarks(option.title), name));
  if (around.length > 0) return around.length === 1 ? around : [];
  return mostAlike(options, name, { fewest: 1 });
}

/**
 * The only option whose title begins with a name, or with its first word if they also share another. If the chosen one may
 * not be among them, they have to share most words.
 */
export function beginningAlike(
  options: readonly NamedOption[],
  name: string,
  areUnchosen = false,
): readonly NamedOption[] {
  const [first = ''] = wordsOf(name);
  const titles = options.map((one) => ({ one, title: withoutMarks(one.option.title) }));
  const whole = titles.filter(({ title }) => findPhrase(title.toLowerCase(), name.toLowerCase()) === 0);
  if (whole.length > 0) return whole.length === 1 ? whole.map(({ one }) => one) : [];
  const stems = stemsOf(name);
  const alike = titles.filter(({ title }) => {
    const own = stemsOf(title);
    const least = areUnchosen ? Math.max(3, own.size * leastOfUnchosen) : 2;
    return wordsOf(title).values().next().value === first && countShared(own, stems) >= least;
  });
  return alike.length === 1 ? alike.map(({ one }) => one) : [];
}

/** How much of a title that may be one of those that were left out has to be in what was chosen. */
const leastOfUnchosen = 0.7;

/** How much of a sentence right behind its verb is compared alone, in UTF-16 units. */
const nearest = 70;

/** The option with which the words right behind a verb share several, if no other option has any of them. */
export function rightBehind(
  options: readonly NamedOption[],
  sentence: string,
  verb: RegExpExecArray,
): readonly NamedOption[] {
  const text = sentence.slice(verb.index, verb.index + nearest).replace(/(?<!\S)\S+$/, '');
  const told = stemsOf(text.slice(0, contrast.exec(text)?.index));
  const [only, ...others] = options.filter(({ option }) => countShared(stemsOf(withoutMarks(option.title)), told) > 0);
  if (only === undefined || others.length > 0) return [];
  return countShared(stemsOf(withoutMarks(only.option.title)), told) > 1 ? [only] : [];
}

/** The only option whose title a sentence has, without “instead of” in front of it. */
export function byTitle(
  options: readonly NamedOption[],
  sentence: string,
  {
    from,
    areUnchosen,
    fewest,
    areNamesTelling,
  }: {
    readonly from: number;
    readonly areUnchosen: boolean;
    readonly fewest: number;
    readonly areNamesTelling: boolean;
  },
): readonly NamedOption[] {
  const outer = phrasesIn(options, sentence, from);
  if (outer.length > 0) return outer.length === 1 ? outer : [];
  if (contrast.test(sentence)) return [];
  const all = wordsOf(sentence);
  const found = options.filter(({ option }) => {
    const words = wordsOf(withoutMarks(option.title));
    return words.size > (areUnchosen ? 1 : 0) && isWithin(words, all);
  });
  if (found.length > 0 || areUnchosen) return found.length === 1 ? found : [];
  return mostAlike(options, sentence, { fewest, areNamesTelling });
}

/** The only option whose title a sentence has as it is. */
export function byPhrase(options: readonly NamedOption[], sentence: string, from: number): readonly NamedOption[] {
  const found = contrast.test(sentence) ? [] : phrasesIn(options, sentence, from);
  return found.length === 1 ? found : [];
}

/** The only option of several words all of which a title has in their order, with few others between them. */
export function spreadOver(options: readonly NamedOption[], title: string): readonly NamedOption[] {
  if (contrast.test(title)) return [];
  const told = [...wordsOf(title)];
  const found = options.filter(({ option }) => {
    const words = [...wordsOf(withoutMarks(option.title.replaceAll(/[(（][^()（）]{0,200}[)）]/g, ' ')))];
    let at = 0;
    for (const word of told) if (word === words[at]) at += 1;
    return words.length >= spread.fewest && at === words.length && told.length - at <= spread.mostOthers;
  });
  return found.length === 1 ? found : [];
}

/** How many words such an option has at least, and how many others the title may have. */
const spread = { fewest: 4, mostOthers: 3 };

/** The options whose titles a sentence has, behind its verb and without “instead of” in front of them. */
export function phrasesIn(options: readonly NamedOption[], sentence: string, from: number): readonly NamedOption[] {
  const text = ` ${sentence.toLowerCase()} `;
  const found = options
    .map((one) => ({
      one,
      titles: [one.option.title, headOf(options, one)].map((title) => withoutMarks(title).toLowerCase().trim()),
    }))
    .flatMap(({ one, titles }) => {
      const title = titles.find((each) => each !== '' && findPhrase(text, each) !== -1) ?? '';
      const at = title === '' ? -1 : findPhrase(text, title);
      return at === -1 || isContrasted(sentence, from, at - 1) ? [] : [{ one, at, end: at + title.length }];
    });
  const outer = found.filter(
    (place) => !found.some((other) => other !== place && other.at <= place.at && other.end >= place.end),
  );
  return outer.map(({ one }) => one);
}

const remark = /\s?[(（:：;；]|\s[-–—]{1,2}\s/;

/** What a title begins with before a remark, as in “Java (as today)”, if no other title begins with it; '' if there is none. */
function headOf(options: readonly NamedOption[], { option }: NamedOption): string {
  const cut = option.title.search(remark);
  const head = cut < 1 ? '' : option.title.slice(0, cut);
  const isOwn = options.every((one) => one.option === option || !one.option.title.startsWith(head));
  return isOwn && withoutMarks(head).length > 1 ? head : '';
}
