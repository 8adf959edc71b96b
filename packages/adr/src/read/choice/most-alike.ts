import type { NamedOption } from '../options/merge-options.ts';
import { isAmong, namesOf, stemsOf } from '../options/same-option.ts';
import { withoutMarks } from './sentences.ts';

/**
 * The option that shares most of its words with a text, if no other option comes near: a word that both have doesn't tell
 * them apart.
 */
export function mostAlike(
  options: readonly NamedOption[],
  text: string,
  {
    fewest,
    leastShare = 0.5,
    areNamesTelling = true,
  }: { readonly fewest: number; readonly leastShare?: number; readonly areNamesTelling?: boolean },
): readonly NamedOption[] {
  const told = stemsOf(text);
  const named = namesOf(text);
  const all = options
    .map((one) => {
      const title = withoutMarks([one.option.title, ...one.option.notes.filter(isWord)].join(' '));
      const stems = stemsOf(title);
      const shared = new Set([...stems].filter((stem) => isAmong(stem, told)));
      const own = stemsOf(withoutRemarks(title));
      return {
        one,
        stems,
        shared,
        names: namesOf(withoutRemarks(title)),
        own,
        share: shared.size / Math.max(1, Math.min(own.size || stems.size, told.size)),
      };
    })
    .toSorted((a, b) => b.shared.size - a.shared.size || b.share - a.share);
  type Compared = (typeof all)[number];
  // A name that no other option has says as much as several words.
  const isOwnName = (stem: string, { one, names, own }: Compared) =>
    areNamesTelling &&
    own.has(stem) &&
    (names.has(stem) || named.has(stem)) &&
    all.every((other) => other.one === one || !isAmong(stem, other.stems));
  const weigh = (stems: readonly string[], of: Compared) =>
    stems.reduce((sum, stem) => sum + (isOwnName(stem, of) ? weightOfName : 1), 0);
  const weightOf = (one: Compared) => weigh([...one.shared], one);
  const [best, ...others] = all.toSorted((a, b) => weightOf(b) - weightOf(a) || b.share - a.share);
  if (best === undefined) return [];
  // The only option needs no more than a word of its own.
  if (options.length === 1) return best.shared.size > 0 ? [best.one] : [];
  const isNamed = [...best.shared].some((stem) => isOwnName(stem, best));
  const least = isNamed ? Math.min(leastShare, leastShareWithName) : best.shared.size === 1 ? 0.6 : leastShare;
  if (weightOf(best) < fewest || best.share < least) return [];
  const isFarFrom = (other: Compared) => {
    const own = weigh(
      [...best.shared].filter((stem) => !other.stems.has(stem)),
      best,
    );
    const its = weigh(
      [...other.shared].filter((stem) => !best.stems.has(stem)),
      other,
    );
    return its === 0 ? own > 0 : own >= its + 2;
  };
  return others.every(isFarFrom) ? [best.one] : [];
}

/** How many words a name counts for, and the least share of words that are the same if one of them is a name. */
const weightOfName = 3;
const leastShareWithName = 0.2;

/** A title without what brackets in it say, perhaps of what it is not. */
const withoutRemarks = (title: string) => title.replaceAll(/[(（][^()（）]{0,200}[)）]/g, ' ');

const isWord = (note: string) => !note.includes(' ');
