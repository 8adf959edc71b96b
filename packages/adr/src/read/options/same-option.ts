/** Where a particle follows a Latin word without a blank: “Airflow를”, “URPを”. */
const scriptEnds = /(?<=\p{Script=Latin})(?=[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;

/** The words of a title, in lower case. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}.+#]+/gu, ' ')
      .replaceAll(scriptEnds, ' ')
      .split(' ')
      .map((word) => word.replace(/(?<!\.)\.+$/, ''))
      .filter((word) => /[\p{L}\p{N}]/u.test(word)),
  );
}

/** Whether all of these words are among the others. */
export function isWithin(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...words].every((word) => others.has(word));
}

/** Whether two titles mean the same option: all the words of one of them are in the other. */
export function isSameOption(one: string, other: string): boolean {
  const words = wordsOf(one);
  const others = wordsOf(other);
  return words.size > 0 && others.size > 0 && (isWithin(words, others) || isWithin(others, words));
}

/** The words of a title that say something, without their endings: in many languages, these change in a sentence. */
export function stemsOf(text: string): ReadonlySet<string> {
  const plain = text.replaceAll(/\]\([^()\s]{0,400}\)/g, ']');
  const names = new Set(
    plain.match(/(?<!\p{L})\p{Lu}[\p{Lu}\p{N}]+(?=s?(?!\p{L}))/gu)?.map((name) => name.toLowerCase()),
  );
  const words = [...wordsOf(plain)].map((word) => (names.has(word.replace(/s$/, '')) ? word.replace(/s$/, '') : word));
  const isTelling = (word: string) =>
    names.has(word) ||
    (word.length > 3 && /\p{L}/u.test(word)) ||
    /[^\p{Ll}\p{N}.]/u.test(word) ||
    // “k8s”, “s3”
    /^\p{L}+\d/u.test(word);
  // “adr-tools” says more than its parts.
  const tokens = plain.toLowerCase().split(/[^\p{L}\p{N}._-]+/u);
  const compounds = tokens.filter((token) => /[\p{L}\p{N}][-_.][\p{L}\p{N}]/u.test(token));
  // “openCellar” and “openKitchen” share no more than a beginning.
  const identifiers = new Set(plain.match(identifier)?.map((name) => name.toLowerCase()));
  const stems = words.filter(isTelling).map((word) => (identifiers.has(word) ? word : stemOf(word)));
  return new Set([...stems, ...compounds]);
}

/** All words of a title in their order, without their endings; '' if no word has one, or without blanks between words. */
export function stemsInOrder(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.length < 3 ? '' : words.map(stemOf).join(' ');
}

const identifier = /(?<![\p{L}\p{N}])\p{Ll}{1,30}\p{Lu}[\p{L}\p{N}]{1,60}/gu;

/** How many letters of a word are compared. */
const stemLength = 5;

function stemOf(word: string): string {
  const plain = word
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .normalize('NFC');
  return /^\p{L}+$/u.test(plain) ? plain.slice(0, stemLength) : plain;
}

/** Whether a stem is among others. A short word may have an ending in the other text. */
export function isAmong(stem: string, others: ReadonlySet<string>): boolean {
  if (others.has(stem)) return true;
  if (stem.length === stemLength) return others.has(stem.slice(0, -1));
  if (stem.length !== stemLength - 1) return false;
  return [...others].some((other) => other.length === stemLength && other.startsWith(stem));
}

/** How many of some stems are among others. */
export function countShared(stems: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...stems].filter((stem) => isAmong(stem, others)).length;
}

const token = /[\p{L}\p{N}][\p{L}\p{N}._+#-]*/gu;
/** “gRPC”, “Java17”, “API”: capitals or digits where no usual word has one. */
const unusual = /^(?=.*\p{L})(?:.*\d|.+\p{Lu})/u;
const latin = /\p{Script=Latin}/u;
const otherScript = /[\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * The stems of what a text calls by a name: words with unusual capitals or digits, those with a capital inside of a
 * sentence, unless half of its words have one, as in German, and Latin words among others.
 */
export function namesOf(text: string): ReadonlySet<string> {
  const words = [...text.matchAll(token)];
  const isCapital = (word: string) => /^\p{Lu}/u.test(word);
  const inside = words.filter(
    ({ index }) => index > 0 && !/[.!?:。]\s*$/.test(text.slice(Math.max(0, index - 3), index)),
  );
  const capitals = inside.filter(([word]) => isCapital(word));
  const areUsual = capitals.length * 3 > inside.length;
  const isForeign = otherScript.test(text);
  const names = words.filter(
    (match) =>
      unusual.test(match[0]) ||
      (isForeign && latin.test(match[0])) ||
      (!areUsual && capitals.includes(match) && match[0].length > 1),
  );
  return new Set(names.flatMap(([word]) => [...stemsOf(word)]));
}
