import { cuts, marks, mostRead } from './budget.ts';
import { fewMarks } from './costly-paragraphs.ts';
import { deepest, markers } from './lines.ts';
import { countIn } from './text-range.ts';

/** A lead this long may be nested too deeply: a tab takes four columns, and two columns may be a level. */
const longLead = Math.floor(deepest / 2);

/** How much of each kind a character may be at most, wherever it is. A line may be anything. */
const amounts: readonly (readonly [characters: RegExp, kind: keyof typeof mostRead, most: number])[] = [
  [/[\s\S]/g, 'characters', 1],
  [cuts, 'pieces', 1],
  [marks, 'marks', 1],
  [/\|/g, 'bars', 1],
  [markers, 'items', 1],
  [/>/g, 'quotations', 1],
  [markers, 'levels', 1],
  [/ /g, 'levels', 1 / 2],
  [/\t/g, 'levels', 2],
  [/[\r\n]/g, 'lines', 1],
  [/[\r\n]/g, 'lazyLines', 1],
  [/[\r\n]/g, 'underlines', 1],
];

const ascii = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
const shareOf = (character: string) =>
  amounts.reduce((sum, [characters, kind, most]) => sum + (countIn(character, characters) * most) / mostRead[kind], 0);

const shares = Float64Array.from(ascii, shareOf);
const otherShare = shareOf('ä');
const shareOfLine = shareOf('\n');
const isMark = Uint8Array.from(ascii, (character) => countIn(character, marks));
const isLead = Uint8Array.from(ascii, (character) => countIn(character, /[ \t\d]/g) + countIn(character, markers));

/**
 * Whether a text is within all limits even if each of its characters is where it costs most. Most ADRs are, and finding
 * that out takes less time than looking at their lines.
 */
export function isSmall(text: string): boolean {
  // The label of a footnote may be long, too.
  if (text.includes('[^')) return false;
  let spent = shareOfLine;
  let marksLeft = fewMarks;
  let lead = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    spent += shares[code] ?? otherShare;
    marksLeft -= isMark[code] ?? 0;
    lead = isLead[code] === 1 ? lead + 1 : 0;
    if (lead > longLead || marksLeft < 0 || spent > 1) return false;
  }
  return true;
}
