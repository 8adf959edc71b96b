import type { RootContent, Table, TableRow } from 'mdast';
import type { Markdown, Point, PointKind } from '../../content/content.ts';
import { partOfHeading } from '../../content/part-of-heading.ts';
import { foldWord, wordTable } from '../../language/word-table.ts';
import { isNoPoint, kindOfWords, rejects } from '../points/point-words.ts';
import { splitPoints } from '../points/split-points.ts';
import { type Source, wordsAsWritten } from '../source/source.ts';
import { saysChosen } from './verdict-marks.ts';

/** An option that a table has in a row or a column. */
export interface TableOption {
  readonly name: Markdown;
  readonly description: Markdown;
  readonly points: readonly Point[];
  readonly isChosen: boolean;
  /** Whether a column for it says why it was rejected. */
  readonly isRejected: boolean;
}

/** What a column or row of a table says about each option. */
type Aspect = PointKind | 'name' | 'counter' | 'chosen' | 'description';

const criteriaWords = wordTable(({ criteria }) => [[true, criteria] as const]);
const optionWords = wordTable(({ options, headings }) => [[true, options] as const, [true, headings.options] as const]);

/** Reads the options of a table: its rows, or its columns if the first column has criteria. */
export function readTable(source: Source, table: Table): TableOption[] {
  const [head, ...rows] = table.children;
  if (head === undefined || rows.length === 0) return [];
  const titles = head.children.map((cell) => plain(wordsAsWritten(source, cell)));
  const isNamed =
    isOptionWord(titles[0] ?? '') || titles.some((title, at) => at > 0 && kindOfWords(title) !== undefined);
  const hasCriteria = titles[0] === '' || isCriterion(source, titles[0] ?? '');
  // “| | Types |” is about something else.
  if (titles.length === 2 && titles[0] === '' && !isNamed) return [];
  const isTransposed = !isNamed && titles.length > 2 && (hasCriteria || rows.some((row) => isAspect(source, row)));
  return isTransposed ? readColumns(source, head, rows) : readRows(source, titles, rows);
}

function isCriterion(source: Source, title: string): boolean {
  const word = criteriaWords.find(foldWord(title), source.language);
  return word === true || partOfHeading(title, undefined, source.language) === 'drivers';
}

/** Whether the first cell of a table says that its rows are options, as “Option” or “Alternative” does. */
export function namesOptions(source: Source, table: Table): boolean {
  const [cell] = table.children[0]?.children ?? [];
  return cell !== undefined && isOptionWord(plain(wordsAsWritten(source, cell)));
}

/**
 * Whether a table says that its rows are options, and has a column for what speaks for them or against them. With a column
 * for either, rows are options whatever they are called.
 */
export function weighsOptions(source: Source, table: Table): boolean {
  const titles = table.children[0]?.children.map((cell) => plain(wordsAsWritten(source, cell))) ?? [];
  const [first, ...kinds] = titles.map((title) => kindOfWords(title, source.language));
  const isBoth = first === undefined && kinds.includes('pro') && kinds.includes('con') && table.children.length > 2;
  return isBoth || (namesOptions(source, table) && kinds.some((kind) => kind !== undefined));
}

/** Whether a table says that its rows are options, and has several, the only chosen one of which has a mark or is bold. */
export function marksOption(source: Source, table: Table): boolean {
  if (table.children.length < fewestRows || !namesOptions(source, table)) return false;
  const rows = readTable(source, table);
  const isBold = ({ name }: TableOption) => /^(?:\*\*|__)[^*_]+(?:\*\*|__)$/.test(name);
  return [rows.filter(({ isChosen }) => isChosen), rows.filter(isBold)].some(({ length }) => length === 1);
}

/** The fewest rows of such a table, with its head. */
const fewestRows = 4;

function isOptionWord(title: string): boolean {
  const folded = foldWord(title);
  return optionWords.find(folded) === true || partOfHeading(title, undefined) === 'options';
}

function readRows(source: Source, titles: readonly string[], rows: readonly TableRow[]): TableOption[] {
  const isCounted = titles.length > 1 && /^(?:#|№|nr\.?|no\.?|id|)$/i.test(titles[0] ?? '');
  const nameAt = isCounted ? 1 : 0;
  const aspects = titles.map((title, at): Aspect => {
    if (at <= nameAt) return at === nameAt ? 'name' : 'counter';
    return kindOfWords(title, source.language) ?? (asksWhetherChosen(title) ? 'chosen' : 'description');
  });
  // “A”, “B”, “C”: what they are called is in the next column.
  const areCounted = rows.every((row, at) => {
    const cell = row.children[nameAt];
    const name = cell === undefined ? '' : plain(wordsAsWritten(source, cell));
    return [String(at + 1), String.fromCharCode(65 + at)].includes(name);
  });
  return rows.flatMap((row) => {
    const cells = row.children.map((cell, at) => ({
      aspect: aspects[at] ?? 'description',
      text: wordsAsWritten(source, cell).trim(),
    }));
    const name = cells[nameAt]?.text ?? '';
    if (name === '') return [];
    const told = cells.filter(({ aspect, text }) => aspect === 'description' && text !== '').map(({ text }) => text);
    const description = told.length === 1 || areCounted ? (told[0] ?? '') : '';
    const isShort = /^\(?[A-Z\d]{1,2}\)?$/.test(plain(name)) && description !== '';
    const counter = isShort ? name : isCounted ? (cells[0]?.text ?? '') : '';
    return [
      {
        name: `${counter === '' ? '' : `${counter}. `}${isShort ? description : name}`,
        description: isShort ? '' : description,
        points: cells.flatMap(({ aspect, text }) => pointsIn(aspect, text)),
        isChosen: cells.some(({ aspect, text }) => isChoice(aspect, text)),
        isRejected: cells.some(
          ({ aspect, text }, at) => aspect === 'verdict' && rejects(titles[at] ?? '') && saysReason(text),
        ),
      },
    ];
  });
}

const chosenWords = wordTable(({ chosen }) => [[true, chosen] as const]);

/** Whether the title of a column is “Chosen” or “Selected?”. */
function asksWhetherChosen(title: string): boolean {
  return chosenWords.find(foldWord(title.replace(/ ?[?？]$/, ''))) === true;
}

const saysYes = /^(?:(?:✅|✔|✓|☑|⭐|🏆|👈)\ufe0f?(?: .{1,40})?|x|yes|ja|oui|sí|si|sim|sì|tak|да|是|はい|예)$/iu;

/** Whether a cell says that the option of its row was chosen. */
function isChoice(aspect: Aspect, text: Markdown): boolean {
  if (aspect === 'chosen') return saysYes.test(text.replaceAll(/[*_`]/g, '').trim());
  if (aspect !== 'verdict' && aspect !== 'description') return false;
  return saysChosen(text) || (aspect === 'verdict' && /^(?:[✅✔⭐🏆]\ufe0f?)$/u.test(text));
}

/** Whether a cell for why an option was rejected gives a reason, and does not say that it was chosen. */
const saysReason = (text: Markdown) => !isNoPoint(text) && !saysChosen(text) && !saysYes.test(text);

/** Reads a table whose first column has the aspects: “| | A | B |”, “| Pros | … | … |”. */
function readColumns(source: Source, head: TableRow, rows: readonly TableRow[]): TableOption[] {
  return head.children.slice(1).flatMap((cell, index) => {
    const name = wordsAsWritten(source, cell);
    if (name === '') return [];
    const points = rows.flatMap(({ children }) => {
      const [title, text] = [children[0], children[index + 1]];
      const kind = title && kindOfWords(plain(wordsAsWritten(source, title)), source.language);
      return kind === undefined || text === undefined ? [] : pointsIn(kind, wordsAsWritten(source, text));
    });
    return [{ name, description: '', points, isChosen: false, isRejected: false }];
  });
}

/** The points of a table about one option, in rows such as “| Pros | fast; small |”. */
export function pointsInRows(source: Source, nodes: readonly RootContent[]): Point[] {
  const tables = nodes.filter((node) => node.type === 'table');
  return tables.flatMap(({ children }) =>
    children.flatMap(({ children: [first, second, ...others] }) => {
      if (first === undefined || second === undefined || others.length > 0) return [];
      const kind = kindOfWords(plain(wordsAsWritten(source, first)), source.language);
      return kind === 'pro' || kind === 'con' ? pointsIn(kind, wordsAsWritten(source, second)) : [];
    }),
  );
}

function isAspect(source: Source, { children: [first] }: TableRow): boolean {
  return first !== undefined && kindOfWords(plain(wordsAsWritten(source, first)), source.language) !== undefined;
}

function pointsIn(aspect: Aspect, text: Markdown): Point[] {
  if (aspect === 'name' || aspect === 'counter' || aspect === 'chosen') return [];
  if (aspect === 'description' || aspect === 'verdict') {
    const labeled = labeledPoints(text);
    if (labeled.length > 0) return labeled;
  }
  if (aspect === 'description' || isNoPoint(text)) return [];
  const parts = aspect === 'verdict' ? [text.trim()] : splitPoints(text).parts;
  return parts.map((part): Point => ({ kind: aspect, text: part }));
}

/** The points of a cell that says of each kind what it is: “Pros: fast, small; Cons: new”. */
function labeledPoints(text: Markdown): Point[] {
  return text.split(/[;；]\s*/).flatMap((part) => {
    const colon = /[:：]/.exec(part)?.index ?? 0;
    const kind = colon === 0 || colon > longestLabel ? undefined : kindOfWords(plain(part.slice(0, colon)));
    if (kind === undefined || kind === 'verdict') return [];
    return splitPoints(part.slice(colon + 1).trim()).parts.map((point): Point => ({ kind, text: point }));
  });
}

/** The longest label before a colon, in UTF-16 units. */
const longestLabel = 40;

const plain = (text: string) => text.replaceAll(/[*_`]/g, '').trim();
