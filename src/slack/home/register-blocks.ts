import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import type { DataTableBlock, KnownBlock } from '@slack/types';
import type { Language } from '../../words/language.ts';
import type { Listed } from '../../workflow/find/listed.ts';
import type { Home } from '../../workflow/home/home-facts.ts';
import { writePlace } from '../form/page.ts';
import { actions, button, context, richText, shorten } from '../text/blocks.ts';
import { decisionLink } from '../text/decision-link.ts';
import { paragraph } from '../text/words.ts';
import { homeActions } from './home-actions.ts';

type OpenHome = Extract<Home, { kind: 'open' }>;
type Cell = DataTableBlock['rows'][number][number];

/** How many lines the table shows at once; its reader turns its pages. */
const linesAtOnce = 20;

/**
 * How many characters of a cell are shown: a hundred lines of this length fit into one table (Slack: data table block,
 * 20,000 characters).
 */
const longest = { title: 70, status: 25, name: 25, tags: 30 } as const;

/** What an empty cell shows, since Slack wants a text in each. */
const nothing = '–';

/** The register of decisions as a table, with buttons to the rest of it where it is longer. */
export function registerBlocks(language: Language, home: OpenHome, hasLinks: boolean): KnownBlock[] {
  const { list, home: words, forms } = language;
  const { lines, page, back, next, total, hasMore, isPartial } = home.register;
  if (lines.length === 0) return [paragraph(list.nothing(''))];
  const { repository, ...columns } = words.columns;
  const names = [...Object.values(columns), ...(home.hasSeveral ? [repository] : [])];
  const turns = [
    ...(back ? [button(homeActions.turnBack, list.newer, { value: writePlace(back) })] : []),
    ...(next ? [button(homeActions.turn, list.older, { value: writePlace(next) })] : []),
  ];
  return [
    ...(isPartial ? [context(list.partial)] : []),
    context(list.total({ total, hasMore, words: '' })),
    {
      type: 'data_table',
      caption: words.register,
      page_size: linesAtOnce,
      row_header_column_index: 1,
      rows: [names.map(cell), ...lines.map((line) => rowOf(language, home, line, hasLinks))],
    },
    ...(turns.length > 0 ? [context(forms.page(page + 1, undefined)), actions('register', turns)] : []),
  ];
}

function rowOf(language: Language, home: OpenHome, line: Listed, hasLinks: boolean): Cell[] {
  const { list } = language;
  const { summary } = line;
  const channel = summary && home.channels.get(summary.channelId);
  const named = line.kind === 'adr' ? line.adr : line.summary;
  const url = (summary && decisionLink(summary)) ?? (line.kind === 'adr' ? line.fileUrl : undefined);
  return [
    named.number === undefined ? cell('') : { type: 'raw_number', text: String(named.number), value: named.number },
    titleCell(named.title, hasLinks ? url : undefined),
    cell(shorten(statusOf(list, line), longest.status)),
    cell(dateOf(line)),
    cell(channel === undefined ? '' : shorten(`#${channel}`, longest.name)),
    cell(shorten(tagsOf(line).join(', '), longest.tags)),
    ...(home.hasSeveral ? [cell(shorten(line.repository ?? '', longest.name))] : []),
  ];
}

function titleCell(title: string, url: string | undefined): Cell {
  const text = shorten(cleanLine(title), longest.title);
  return url === undefined || text === '' ? cell(text) : richText({ type: 'link', url, text });
}

function cell(text: string): Cell {
  return { type: 'raw_text', text: text === '' ? nothing : text };
}

function statusOf(list: Language['list'], line: Listed): string {
  if (line.kind === 'adr') return cleanLine(line.adr.statusText) || list.noStatus;
  const { summary, isGone } = line;
  if (isGone) return list.fileGone;
  if (summary.inReview) return list.inReview(undefined);
  if (summary.isFinal) return list.finalComments;
  return summary.isVoting ? list.votingOpen : list.statuses[summary.status];
}

/** As the file says them, if there is one, or else as they were given. */
function tagsOf(line: Listed): readonly string[] {
  return line.kind === 'adr' ? line.adr.tags.map(cleanLine) : (line.summary.tags ?? []);
}

/** In a form that sorts. */
function dateOf(line: Listed): string {
  if (line.kind === 'adr') return line.adr.date ?? '';
  const { decidedAt, proposedAt } = line.summary;
  return (decidedAt ?? proposedAt).toISOString().slice(0, 10);
}
