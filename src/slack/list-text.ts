import { adrName } from '../adr/adr-name.ts';
import { cleanLine } from '../adr/clean-text.ts';
import type { Summary } from '../decision/digest.ts';
import type { Listed } from '../workflow/list-decisions.ts';
import type { IndexedAdr } from '../workflow/ports/adr-index.ts';
import { escapeMrkdwn, formatDate, link, shorten } from './blocks.ts';
import { decisionLink } from './decision-link.ts';

const longestTitle = 150;
const longestStatus = 80;
const longestTrouble = 200;

/** Where a file of the archive is on the web, on hosts that we know. */
export type AddressOfFile = (name: string) => string | undefined;

/** A line of the list, as mrkdwn: what it is called, with the way there, and how it stands. */
export function wordLine(line: Listed, addressOf: AddressOfFile): string {
  return line.kind === 'adr' ? wordAdr(line.adr, line.summary, addressOf) : wordDecision(line);
}

/** The file in git says how it stands; what was chosen, and the card, are ours to add. */
function wordAdr(adr: IndexedAdr, summary: Summary | undefined, addressOf: AddressOfFile): string {
  const url = (summary && decisionLink(summary)) ?? addressOf(adr.fileName);
  const status = shorten(cleanLine(adr.statusText), longestStatus);
  const parts = [
    status === '' ? 'no status' : escapeMrkdwn(`${status.slice(0, 1).toLowerCase()}${status.slice(1)}`),
    summary?.chosen ? `*${escapeMrkdwn(summary.chosen)}*` : '',
    adr.date ?? '',
  ];
  return `${wordName(adr, url)}: ${parts.filter(Boolean).join(' · ')}`;
}

function wordDecision({ summary, isGone }: Extract<Listed, { kind: 'decision' }>): string {
  const { status, chosen, number, trouble, isPublished, isVoting, closesAt, decidedAt, title } = summary;
  const parts = [
    isVoting ? `voting closes ${formatDate(closesAt)}` : `${status}${decidedAt ? ` ${formatDate(decidedAt)}` : ''}`,
    chosen ? `*${escapeMrkdwn(chosen)}*` : '',
    isGone ? 'its file is gone from the repository' : '',
    trouble && !isPublished
      ? `:warning: not published yet: ${escapeMrkdwn(shorten(cleanLine(trouble), longestTrouble))}`
      : '',
  ];
  return `${wordName({ number, title }, decisionLink(summary))}: ${parts.filter(Boolean).join(' · ')}`;
}

function wordName(named: Parameters<typeof adrName>[0], url: string | undefined): string {
  const name = shorten(adrName(named), longestTitle);
  return url ? link(url, name) : escapeMrkdwn(name);
}
