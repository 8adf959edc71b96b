import type { RootContent } from 'mdast';
import type { PlaceKind } from '../../located.ts';
import { placeOf, type Source, withoutBlanks } from '../../source/source.ts';
import { labelOf } from '../entry-label.ts';
import { fieldOf, fieldOfEntry, formOfRevisit } from '../metadata-field.ts';
import { type EntryWithForm, type Line, plainEntry, withBoxes } from './entry.ts';

/** The lines of a paragraph or quotation, without hard breaks and quotation marks. */
export function linesOf(source: Source, node: RootContent | undefined): Line[] {
  if (node?.type !== 'paragraph' && node?.type !== 'blockquote') return [];
  const { start, end } = placeOf(node);
  return [...source.text.slice(start, end).matchAll(/^.*$/gm)].flatMap((match, index) => {
    const [written] = match;
    const lead = /^[ \t>]*/.exec(written)?.[0].length ?? 0;
    const words = withoutBlanks(written.slice(lead).replace(/(?<=.)\\$/, ''));
    const from = start + match.index + lead;
    return words === '' ? [] : [{ start: from, end: from + words.length, line: placeOf(node).line + index }];
  });
}

/** What may stand between two entries on one line. */
const joints = /(?<![ \t])[ \t]*(?:[|·•‧/;,]|&nbsp;|<br ?\/?>)[ \t]*|(?<![ \t])[ \t]+/g;

const emphasisBefore = /^(?:\*{1,2}|_{1,2})(?=[^\s*_])/;

/** The emphasis around a whole line: “_Last updated: 2024-03-05_”. */
function emphasisAround(text: string): string | undefined {
  const [mark = ''] = emphasisBefore.exec(text) ?? [];
  const inner = text.slice(mark.length, text.length - mark.length);
  // A label in bold has nothing behind it.
  const isAround = mark !== '' && text.endsWith(mark) && !inner.includes(mark.charAt(0)) && !/[:：]$/.test(inner);
  return isAround ? mark : undefined;
}

/** The longest label of an entry, with its marks, in UTF-16 units. */
const longestLabel = 80;

/** The entries of a line: one, or several with something between them, as in “**Status:** Accepted | **Date:** today”. */
export function entriesOfLine(source: Source, line: Line, foundIn: PlaceKind): readonly EntryWithForm[] {
  const text = source.text.slice(line.start, line.end);
  const mark = emphasisAround(text);
  if (mark !== undefined) {
    const inner = { ...line, start: line.start + mark.length, end: line.end - mark.length };
    return entriesOfLine(source, inner, foundIn).map((one, index, { length }) => {
      const lead = (index === 0 ? mark : '') + one.form.lead;
      return { ...one, form: { ...one.form, lead, tail: index === length - 1 ? mark : '' } };
    });
  }
  const first = labelOf(source, text);
  if (first === undefined || first.word === '') return [];
  const starts = [{ from: 0, lead: 0 }];
  for (const { 0: joint, index } of text.matchAll(joints)) {
    const lead = index + joint.length;
    if (lead <= first.lead.length) continue;
    if (isLabelAfter(source, joint, text.slice(lead, lead + longestLabel))) starts.push({ from: index, lead });
  }
  return starts.flatMap(({ from, lead }, at) => {
    const place = {
      start: line.start + lead,
      end: line.start + (starts[at + 1]?.from ?? text.length),
      line: line.line,
    };
    const joint = at === 0 ? undefined : text.slice(from, lead);
    return entryOf(source, place, foundIn, joint) ?? [];
  });
}

/**
 * Whether a label begins another entry: a known one, a bold one after a sign, or any after a sign that divides. After a
 * blank, it has to be known and bold.
 */
function isLabelAfter(source: Source, joint: string, text: string): boolean {
  const label = labelOf(source, text);
  if (label === undefined || label.word === '' || !/[:：]/.test(label.lead)) return false;
  const isBold = /^(?:\*\*|__)/.test(label.lead);
  const isKnown = fieldOf(label.word, source.language) !== undefined;
  if (joint === ' ') return isBold && isKnown;
  const isDivided = /[|·•‧\t]|&nbsp;|<br/.test(joint) && /^[\p{Lu}\p{Lo}]/u.test(label.label);
  return isKnown || isDivided || (isBold && joint.trim() !== ',');
}

function entryOf(
  source: Source,
  { start, end, line }: Line,
  foundIn: PlaceKind,
  joint?: string,
): EntryWithForm | undefined {
  const label = labelOf(source, source.text.slice(start, end));
  if (label === undefined || label.word === '') return undefined;
  const from = start + label.lead.length;
  const { markBehind: tail = '' } = label;
  const value = tail !== '' && label.rest.endsWith(tail) ? label.rest.slice(0, -tail.length) : label.rest;
  const field = fieldOfEntry(label.word, value, source.language);
  return withBoxes(source, {
    entry: {
      field,
      key: label.label,
      value: { value, foundIn, line, start: from, end: from + value.length },
      names: undefined,
    },
    form: {
      ...plainEntry,
      field,
      key: label.label,
      lead: label.lead,
      tail,
      joint,
      ...formOfRevisit(field, label.word, value, source.language),
      unanswered: value === '' ? '' : undefined,
    },
  });
}
