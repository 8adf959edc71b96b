import type { Markdown } from '../../content/content.ts';
import { type AdrLanguage, adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { isDense, oneOf } from '../../language/patterns.ts';
import { adrWords } from '../../language/words.ts';
import { isSentence } from './enumeration.ts';

/** An option among others in one line: its name with its counter, and what goes on about it. */
interface InLine {
  readonly name: Markdown;
  readonly description: Markdown;
}

/** Options in one line, and what is in front of the first of them. */
interface Line {
  readonly lead: string;
  readonly options: readonly InLine[];
}

/** How much of a text is looked through, and the longest option in it, in UTF-16 units. */
const longest = { text: 1_500, option: 400 };

/** “(a) ”, “b) ”, “C: ”, “2. ”, “③”; none is behind a letter or a digit. */
const counter =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}`])(?:[(（](?<inside>[A-Ha-h]|[1-9])[)）]|(?<paren>[A-Ha-h]|[1-9])[)）](?=\s)|(?<colon>[A-H])[:：=]|(?<dot>[A-H]|[1-9])\.(?=\s)|(?<circle>[①-⑨]))\s{0,3}(?=\S)/gu;
const circles = '①②③④⑤⑥⑦⑧⑨';
const firsts = ['a', '1'];

const joints = adrLanguages.flatMap((language) => {
  const { and, or } = adrWords[language];
  return [...variantsOf(and), ...variantsOf(or)].filter((word) => !isDense(word));
});
/** What is between an option and the next one. */
const jointAtEnd = new RegExp(`[,;，；、]?(?:\\s(?:${oneOf([...joints, 'vs', 'vs.', 'versus'])}))?$`, 'iu');

/** Options that a text counts: “(a) keep it, (b) buy one, or (c) borrow one”, “A: keep it; B: buy one”; none if it has fewer than two. */
export function countedInLine(written: Markdown): Line | undefined {
  const text = written.slice(0, longest.text).replaceAll('\n', ' ');
  const marks = [...text.matchAll(counter)].flatMap(({ index, 0: words, groups = {} }) => {
    const [form, sign = ''] = Object.entries(groups).find(([, group]) => group !== undefined) ?? [];
    const key = form === 'circle' ? String(circles.indexOf(sign) + 1) : sign.toLowerCase();
    return [{ form, key, from: index, to: index + words.length }];
  });
  const start = marks.findIndex(({ key }) => firsts.includes(key));
  const first = marks[start];
  // Between bars, letters count rows.
  if (first === undefined || text.slice(0, first.from).includes('|')) return undefined;
  const counted: typeof marks = [];
  for (const mark of marks.slice(start)) {
    const next = String.fromCharCode(first.key.charCodeAt(0) + counted.length);
    if (mark.form === first.form && mark.key === next) counted.push(mark);
  }
  if (counted.length < 2) return undefined;
  const options = counted.map(({ key, to }, at) => toOption(key, text.slice(to, counted[at + 1]?.from).trim()));
  const areNames = options.every(({ name }) => name.length > shortestName && name.length <= longest.option);
  return areNames ? { lead: text.slice(0, first.from), options } : undefined;
}

/** The shortest name with its counter, in UTF-16 units. */
const shortestName = 4;

function toOption(key: string, written: string): InLine {
  const [name = '', ...others] = written.split(/(?<=[^.\s][.!?])\s+(?=\p{Lu}|\p{Lo})|(?<=。)/u);
  const title = name
    .trim()
    .replace(/[.。]$/, '')
    .replace(jointAtEnd, '')
    .trim();
  return { name: `${key.toUpperCase()}. ${title}`, description: others.join(' ').trim() };
}

/** The longest title between semicolons, in UTF-16 units. */
const longestTitle = 90;

/** The names of a text that semicolons divide: “keep it; buy one (dear); borrow one”; none if a part of it tells something. */
export function dividedInLine(written: Markdown, language: AdrLanguage = 'en'): readonly Markdown[] {
  const text = written
    .replaceAll('\n', ' ')
    .trim()
    .replace(/[.。]$/, '');
  if (text.length > longest.text || !/[;；]/.test(text)) return [];
  const parts = text.split(/;\s+|；\s*/u).map((part) => part.replace(jointAtEnd, '').trim());
  const titles = parts.map((part) => part.split(/\s?[(（:：]|\s[-–—]\s/, 1)[0] ?? '');
  const areNames = titles.every(
    (title) =>
      title.length > 1 && title.length <= longestTitle && !/[.!?。]\s/.test(title) && !isSentence(title, language),
  );
  const isWhole = parts.every((part) => !/(?<=[^.\s][.!?])\s+(?=\p{Lu})|。/u.test(part));
  // “Java; too slow” is one name with a remark.
  const areAlike = titles.length > 2 || /^\p{Lu}/u.test(titles[0] ?? '') === /^\p{Lu}/u.test(titles[1] ?? '');
  return areNames && isWhole && areAlike && parts.length > 1 ? parts : [];
}
