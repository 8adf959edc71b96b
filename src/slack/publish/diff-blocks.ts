import { cleanText } from '@gavel/adr/text/clean-text.ts';
import type { KnownBlock, RichTextText } from '@slack/types';
import { type ChangeObject, diffLines, diffWordsWithSpace } from 'diff';
import { longestShown } from '../find/adr-pages.ts';
import { splitElement } from '../text/rich-text/split.ts';

/** How many lines around a change are shown as they are. */
const linesAround = 2;

/** Texts that differ more are shown one after the other: finding what they share could take long. */
const mostEdits = 400;

/** The least share of its words that two versions have in common where their words are marked one by one. */
const leastShared = 0.4;

/** Lines of one kind that follow each other. */
interface Piece {
  readonly isChanged: boolean;
  readonly texts: readonly RichTextText[];
}

/**
 * How two versions of a Markdown text differ: their changed lines as quotations, with removed words struck through and
 * added words in bold, and a few lines around them. Empty if nothing is changed.
 */
export function diffBlocks(before: string, after: string): KnownBlock[] {
  const [old, now] = [before, after].map((text) => `${cleanText(text.slice(0, longestShown)).trimEnd()}\n`);
  if (old === undefined || now === undefined || old === now) return [];
  const changes = diffLines(old, now, { maxEditLength: mostEdits }) ?? replaced(old, now);
  return toPieces(changes).flatMap(({ isChanged, texts }): KnownBlock[] => {
    if (texts.length === 0) return [];
    const type = isChanged ? ('rich_text_quote' as const) : ('rich_text_section' as const);
    return splitElement({ type, elements: [...texts] }).map((element) => ({ type: 'rich_text', elements: [element] }));
  });
}

type Change = Pick<ChangeObject<string>, 'value' | 'added' | 'removed'>;

function replaced(old: string, now: string): Change[] {
  return [
    { value: old, added: false, removed: true },
    { value: now, added: true, removed: false },
  ];
}

function toPieces(changes: readonly Change[]): Piece[] {
  const pieces: Piece[] = [];
  changes.forEach((change, index) => {
    const before = changes[index - 1];
    if (change.removed && changes[index + 1]?.added) return;
    if (change.added && before?.removed) {
      pieces.push({ isChanged: true, texts: markWords(before.value, change.value) });
    } else if (change.added || change.removed) {
      pieces.push({ isChanged: true, texts: trimLines([marked(change)]) });
    } else {
      const text = around(change.value, before !== undefined, index < changes.length - 1);
      if (text !== '') pieces.push({ isChanged: false, texts: [{ type: 'text', text }] });
    }
  });
  return pieces;
}

/** The lines of an unchanged stretch that are next to a change. */
function around(value: string, isAfter: boolean, isBefore: boolean): string {
  const lines = value.split('\n').filter((line) => line.trim() !== '');
  const most = (isAfter ? linesAround : 0) + (isBefore ? linesAround : 0);
  if (lines.length <= most) return lines.join('\n');
  const first = isAfter ? lines.slice(0, linesAround) : [];
  const last = isBefore ? lines.slice(-linesAround) : [];
  return [...first, '⋯', ...last].join('\n');
}

function markWords(old: string, now: string): RichTextText[] {
  const changes = diffWordsWithSpace(old, now, { maxEditLength: mostEdits });
  const shared = (changes ?? []).filter((change) => !change.added && !change.removed);
  const length = shared.map(({ value }) => value.trim().length).reduce((sum, one) => sum + one, 0);
  const isAlike = length >= leastShared * Math.min(old.trim().length, now.trim().length);
  return trimLines((changes !== undefined && isAlike ? joinChanges(changes) : replaced(old, now)).map(marked));
}

/** Changes that only a blank parts, as one: “~~one more thing~~ **it**” reads better than word for word. */
function joinChanges(changes: readonly Change[]): Change[] {
  const joined: Change[] = [];
  let old = '';
  let now = '';
  const end = () => {
    if (old !== '') joined.push({ value: old, added: false, removed: true });
    if (now !== '') joined.push({ value: now, added: true, removed: false });
    old = '';
    now = '';
  };
  changes.forEach((change, index) => {
    const { value, added, removed } = change;
    if (added) now += value;
    else if (removed) old += value;
    else if (/^[ \t]+$/.test(value) && old + now !== '' && index < changes.length - 1) {
      old += value;
      now += value;
    } else {
      end();
      joined.push(change);
    }
  });
  end();
  return joined;
}

function marked({ value, added, removed }: Change): RichTextText {
  if (added) return { type: 'text', text: value, style: { bold: true } };
  return removed ? { type: 'text', text: value, style: { strike: true } } : { type: 'text', text: value };
}

/** Without line feeds at the beginning and the end, which would show as empty lines. */
function trimLines(texts: readonly RichTextText[]): RichTextText[] {
  return texts
    .map((one, index) => ({ ...one, text: index === 0 ? one.text.replace(/^\n+/, '') : one.text }))
    .map((one, index) => ({ ...one, text: index === texts.length - 1 ? one.text.trimEnd() : one.text }))
    .filter(({ text }) => text !== '');
}
