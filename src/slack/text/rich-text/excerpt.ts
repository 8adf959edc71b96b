import { cleanText } from '@gavel/adr/text/clean-text.ts';
import type { RichTextElement } from '@slack/types';
import type { Root } from 'mdast';
import { toElements, toLineRuns } from './from-phrasing.ts';
import { joinRuns, type Run } from './run.ts';

/**
 * A text on one line of at most `limit` UTF-16 units, as Slack counts, with its styles and links. A longer one is cut at
 * a word and ends with “…”. HTML is left out.
 */
export function excerptOf(tree: Root, limit: number): RichTextElement[] {
  return toElements(cutAtWord(withSingleBlanks(toLineRuns(tree)), limit));
}

function withSingleBlanks(runs: readonly Run[]): Run[] {
  const single: Run[] = [];
  let isAfterBlank = true;
  for (const run of runs) {
    const text = cleanText(run.text).replaceAll(/\s+/g, ' ');
    const shown: string = isAfterBlank ? text.replace(/^ /, '') : text;
    if (shown !== '') isAfterBlank = shown.endsWith(' ');
    single.push({ ...run, text: shown });
  }
  return cutRuns(single, textOf(single).trimEnd().length);
}

function cutAtWord(runs: readonly Run[], limit: number): Run[] {
  const text = textOf(runs);
  if (text.length <= limit) return [...runs];
  if (limit < 1) return [];
  const room = limit - 1;
  const end = text.lastIndexOf(' ', room);
  const cut = text.slice(0, end > 0 ? end : endOfCharacter(text, room)).replace(/(?<![\s,;:])[\s,;:]+$/, '');
  const kept = cutRuns(runs, cut.length);
  return [...kept, { text: '…', url: undefined, bold: false, italic: false, strike: false, code: false }];
}

function cutRuns(runs: readonly Run[], length: number): Run[] {
  let room = length;
  return joinRuns(
    runs.map((run) => {
      const text = run.text.slice(0, room);
      room -= text.length;
      return { ...run, text };
    }),
  );
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

/** The end of the last whole character within `room`. An emoji may take many units. */
function endOfCharacter(text: string, room: number): number {
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter().segment(text)) {
    if (index + segment.length > room) break;
    end = index + segment.length;
  }
  return end;
}
