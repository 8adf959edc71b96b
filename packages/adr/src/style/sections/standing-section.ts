import type { Markdown } from '../../content/content.ts';
import { readDate } from '../../read/metadata/date.ts';
import type { SectionForm } from '../house-style.ts';
import { commonValue, shareOf } from '../vote.ts';

/** The share of files from which on a text in a section is always the same. */
const constant = 0.6;

/** The longest text that stands for none, in UTF-16 units. */
const longestNothing = 40;

/** What several files have under a heading: always the same, but for line breaks and years, or a few words for nothing. */
export function standingIn(texts: readonly Markdown[]): Pick<SectionForm, 'standing' | 'standingYear'> {
  const common = commonValue(texts, (text) => {
    // HTML and mentions come from a template, or are about one ADR.
    const isOwn = text.trim() === '' || /^[{[]|[<@]/.test(text) || isDate(text);
    return isOwn || texts.filter((one) => isSameText(one, text)).length < 2 ? undefined : withoutYears(text);
  });
  const alike = texts.filter((text) => withoutYears(text) === common);
  const standing = alike.at(-1);
  if (standing === undefined) return { standing };
  const isConstant = shareOf(texts, (text) => isSameText(text, standing)) >= constant;
  if (standing.length > longestNothing && !isConstant) return { standing: undefined };
  const [year, ...others] = yearsIn(standing);
  const isOfOne = year !== undefined && others.length === 0 && alike.some((text) => !text.includes(year));
  return isOfOne ? { standing, standingYear: year } : { standing };
}

/** Whether a text is nothing but a day, which is that of one ADR even if others were written on the same one. */
const isDate = (text: Markdown) => /\d/.test(text) && readDate(text) !== undefined && text.trim().length <= longestDate;

/** The longest date with a few words, in UTF-16 units. */
const longestDate = 30;

const yearsIn = (text: Markdown) => text.match(/(?<!\d)20\d{2}(?!\d)/g) ?? [];
const withoutYears = (text: Markdown) =>
  yearsIn(text)
    .reduce((rest, year) => rest.replace(year, 'YYYY'), text)
    .replaceAll(/\s+/g, ' ');
const isSameText = (one: Markdown, other: Markdown) => withoutYears(one) === withoutYears(other);
