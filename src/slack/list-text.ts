import type { Summary } from '../decision/digest.ts';
import { escapeMrkdwn, formatDate, link, shorten, slackLimits } from './blocks.ts';
import { decisionLink } from './decision-link.ts';
import { fitLines } from './fit-lines.ts';

/** How many decisions each part names at the most before it says how many more there are. */
const linesShown = 15;
const troubleLength = 200;

function describe(summary: Summary, channelId: string, when = ''): string {
  const { status, chosen, number, trouble, isPublished, isVoting, closesAt } = summary;
  const url = decisionLink(summary, channelId);
  const title = url ? link(url, summary.title) : escapeMrkdwn(summary.title);
  const name = number === undefined ? title : `ADR ${String(number).padStart(4, '0')} ${title}`;
  const parts = [isVoting ? `voting closes ${formatDate(closesAt)}` : `${status}${when}`];
  if (chosen) parts.push(`*${escapeMrkdwn(chosen)}*`);
  if (trouble && !isPublished)
    parts.push(`:warning: not published yet: ${escapeMrkdwn(shorten(trouble, troubleLength))}`);
  return `${name}: ${parts.join(' · ')}`;
}

function writePart(name: string, summaries: readonly Summary[], channelId: string, most: number): string[] {
  if (summaries.length === 0) return [];
  const shown = summaries.slice(0, most).map((one) => `•  ${describe(one, channelId)}`);
  const rest = summaries.length - shown.length;
  return [`*${name}*`, ...shown, ...(rest > 0 ? [`and ${rest} more`] : [])];
}

/** What `/adr list` answers: open decisions first, then the latest that have ended; as many as one message holds. */
export function listText(summaries: readonly Summary[], channelId: string): string {
  if (summaries.length === 0) return 'There are no decisions yet. `/adr propose` begins one.';
  const open = summaries.filter(({ status }) => status === 'proposed');
  const closed = summaries.filter(({ status }) => status !== 'proposed');
  const write = (most: number) =>
    [...writePart('Open', open, channelId, most), ...writePart('Closed', closed, channelId, most)].join('\n');
  return fitLines(linesShown, write, (text) => text.length <= slackLimits.messageText);
}

/** What `/adr show N` answers. */
export function showText(summary: Summary, channelId: string): string {
  const decided = summary.decidedAt ? ` on ${formatDate(summary.decidedAt)}` : '';
  const file = summary.fileName
    ? `\nFile: ${summary.commitUrl ? link(summary.commitUrl, summary.fileName) : `\`${summary.fileName}\``}`
    : '';
  return `${describe(summary, channelId, decided)}${file}`;
}
