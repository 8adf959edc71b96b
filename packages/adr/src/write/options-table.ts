import type { AdrOption, Markdown, PointKind } from '../content/content.ts';
import type { AdrLanguage } from '../language/adr-language.ts';
import { wordToWrite } from '../language/adr-words.ts';
import { adrWords } from '../language/words.ts';
import type { OptionColumn, OptionsForm } from '../style/house-style.ts';

/**
 * Writes options as the rows of a table; undefined if one of them says more than fits into a cell. What has no column of
 * its own goes, with a label, into the one that tells most about an option.
 */
export function writeOptionsTable(
  options: readonly (AdrOption & { readonly name: Markdown })[],
  { columns: known }: Pick<OptionsForm, 'columns'>,
  language: AdrLanguage,
): Markdown | undefined {
  const columns = withDescriptions(known, options, language);
  const rest = columns.find(({ holds }) => holds === 'verdict') ?? columns.findLast(isText);
  const rows = options.map((option, index) =>
    columns.map((column): Markdown => {
      if (column.holds === 'counter') return String(index + 1);
      if (column.holds === 'title') return option.name;
      const own = [...chosenIn(option, column, language), ...textsFor(option, column)];
      return [...own, ...(column === rest ? textsBeside(option, columns, language) : [])].map(endless).join('; ');
    }),
  );
  if (rest === undefined || rows.flat().some((cell) => !fitsCell(cell))) return undefined;
  const line = (cells: readonly Markdown[]) => `| ${cells.map(escapePipes).join(' | ')} |`;
  return [
    line(columns.map(({ heading }) => heading)),
    `|${columns.map(() => ' --- ').join('|')}|`,
    ...rows.map(line),
  ].join('\n');
}

/** Next to pros or cons, a description would be read as one of them: it gets a column behind the title. */
function withDescriptions(
  columns: readonly OptionColumn[],
  options: readonly AdrOption[],
  language: AdrLanguage,
): readonly OptionColumn[] {
  const hasPlace = columns.some(({ holds }) => holds === 'description' || holds === 'verdict');
  if (hasPlace || options.every(({ description }) => description === '')) return columns;
  return columns.flatMap((column) =>
    column.holds === 'title' ? [column, { heading: adrWords[language].describes, holds: 'description' }] : [column],
  );
}

function isText({ holds }: OptionColumn): boolean {
  return holds !== 'title' && holds !== 'counter';
}

function textsFor({ description, points }: AdrOption, { holds }: OptionColumn): Markdown[] {
  if (holds === 'description') return description === '' ? [] : [description];
  return points.filter(({ kind }) => kind === holds).map(({ text }) => text);
}

/** Among reasons for a rejection, the chosen option is marked as such. */
function chosenIn({ isChosen }: AdrOption, { holds }: OptionColumn, language: AdrLanguage): Markdown[] {
  if (!isChosen || holds !== 'verdict') return [];
  const word = wordToWrite(adrWords[language].chosen);
  return [`**${word.charAt(0).toUpperCase()}${word.slice(1)}**`];
}

const kinds: readonly PointKind[] = ['pro', 'neutral', 'con', 'mitigation', 'verdict'];

/** What no column has: the description, and each kind of points behind its label. */
function textsBeside(option: AdrOption, columns: readonly OptionColumn[], language: AdrLanguage): Markdown[] {
  const { points: labels, colon } = adrWords[language];
  const has = (holds: OptionColumn['holds']) => columns.some((column) => column.holds === holds);
  const told = kinds.flatMap((kind) => {
    const texts = has(kind) ? [] : textsFor(option, { heading: '', holds: kind }).map(endless);
    return texts.length === 0 ? [] : [`${wordToWrite(labels[kind])}${colon}${texts.join(', ')}`];
  });
  return has('description') || option.description === '' ? told : [option.description, ...told];
}

/** A text without the full stop at its end, as others may follow it. */
function endless(text: Markdown): Markdown {
  return text.replace(/(?<=[\p{L}\p{N})`])\.$/u, '');
}

function fitsCell(text: Markdown): boolean {
  return !text.includes('\n');
}

/** In a cell, a pipe is escaped even in code. */
export function escapePipes(text: Markdown): Markdown {
  return text.replaceAll(/(?<!\\)\|/g, '\\|');
}
