import type { Nodes } from 'mdast';

/**
 * How prose is broken into lines; undefined if a text doesn't show it. Who breaks lines by hand fills them to no width, but
 * has a longest line.
 */
export type Wrap = number | 'not at all' | 'by sentence' | `by hand, up to ${number}` | undefined;

interface Break {
  readonly length: number;
  readonly nextWord: number;
  readonly endsSentence: boolean;
}

/** Paragraphs of fewer columns than this fit on a line anyway. */
const long = 110;

/** The longest line that is broken because it gets too long. */
const widestLine = 150;

/** The widths that are tried. */
const widths = Array.from({ length: 91 }, (_, index) => index + 60);

/** How the prose in a tree is broken into lines. `text` is what the positions in the tree count in. */
export function wrapOf(text: string, nodes: readonly Nodes[]): Wrap {
  const paragraphs = nodes.flatMap((node) => paragraphsIn(node)).map((node) => linesAt(text, node));
  const shown = paragraphs.filter(
    (lines) => widthOf(lines.join(' ')) > long && !lines.some((line) => /( {2}|\\)$/.test(line)),
  );
  const broken = shown.filter((lines) => lines.length > 1);
  // A single paragraph shows it only if it would be on several lines.
  if (shown.length < 2 && !shown.some((lines) => widthOf(lines.join(' ')) > 2 * long)) return undefined;
  const breaks = broken.flatMap(breaksIn);
  const atSentences = breaks.filter(({ endsSentence }) => endsSentence).length > breaks.length * 0.6;
  // What fits into the widest line that the breaks allow, or is a single sentence where each has a line, need not be broken.
  const allowed = breaks.length === 0 ? 0 : Math.min(...breaks.map(({ length, nextWord }) => length + nextWord));
  const widest = Math.max(allowed, ...breaks.map(({ length }) => length));
  const fits = ([line = '']: readonly string[]) => widthOf(line) <= widest || (atSentences && isOneSentence(line));
  const whole = shown.filter((lines) => lines.length === 1 && !fits(lines));
  if (broken.length <= whole.length) return 'not at all';
  const share = (width: number) =>
    breaks.filter(({ length, nextWord }) => length <= width && length + 1 + nextWord > width).length / breaks.length;
  const best = Math.max(...widths.map(share));
  const fitting = widths.filter((width) => share(width) === best);
  // Of all widths that explain the breaks, the roundest is the likeliest.
  const [width] = fitting.toSorted((one, other) => roundness(other) - roundness(one));
  // Lines of a few sentences may end at the same column by chance.
  if (atSentences) return 'by sentence';
  if (best >= 0.6) return width;
  const longest = Math.max(...breaks.map(({ length }) => length));
  // Longer ones were broken for what is in them.
  return longest <= widestLine ? `by hand, up to ${longest}` : undefined;
}

const isOneSentence = (line: string) => !/[.?!。]["”’)*_]* +\p{Lu}/u.test(line);

const roundness = (width: number) => (width % 20 === 0 ? 2 : width % 10 === 0 ? 1 : 0);

/**
 * Whether two texts are broken alike. Widths may differ a little, because words are long. Lines that are broken by hand
 * are as long as these allow, more or less.
 */
export function areWrappedAlike(one: Wrap, other: Wrap): boolean {
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) <= 6;
  const [width, longest] = [widthIn(one), widthIn(other)];
  if (width === undefined || longest === undefined) return one === other;
  return width <= longest * byHand && longest <= width * byHand;
}

/** How many times longer the longest line of a text may be that is broken by hand. */
const byHand = 1.5;

/** How wide lines are at most; undefined if they are not broken by their width. */
export function widthIn(wrap: Wrap): number | undefined {
  if (typeof wrap === 'number') return wrap;
  return wrap?.startsWith('by hand') === true ? Number(wrap.replaceAll(/\D/g, '')) : undefined;
}

function paragraphsIn(node: Nodes): Nodes[] {
  if (node.type === 'paragraph') return [node];
  return node.type === 'list' || node.type === 'listItem' ? node.children.flatMap((child) => paragraphsIn(child)) : [];
}

/** The lines that a paragraph is on, from the margin. */
function linesAt(text: string, { position }: Nodes): string[] {
  const start = position?.start.offset ?? 0;
  const from = text.lastIndexOf('\n', start - 1) + 1;
  return text.slice(from, position?.end.offset ?? 0).split('\n');
}

const wide = '\\u1100-\\u115f\\u2e80-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60';
const wideLetter = new RegExp(`[${wide}]`, 'g');
const firstWord = new RegExp(`^\\s*(?<word>[${wide}]|[^\\s${wide}]+)`);

/** How wide a line is on a screen, where letters of Chinese, Japanese and Korean take two columns. */
function widthOf(line: string): number {
  return line.length + (line.match(wideLetter)?.length ?? 0);
}

function breaksIn(lines: readonly string[]): Break[] {
  return lines.slice(0, -1).map((line, index) => ({
    length: widthOf(line.trimEnd()),
    nextWord: widthOf(firstWord.exec(lines[index + 1] ?? '')?.groups?.word ?? ''),
    endsSentence: /[.?!:;。]["”’)*_]*$/.test(line.trimEnd()),
  }));
}
