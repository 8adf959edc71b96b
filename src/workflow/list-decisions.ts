import { mayBeSeenIn, type Summary } from '../decision/digest.ts';
import type { IndexedAdr } from './ports/adr-index.ts';
import type { Ports } from './ports.ts';

/** How many lines a page of the list has. */
export const linesOnPage = 15;

/**
 * A line of the list: an ADR of the archive, with our decision if it was one; or a decision that the index does not
 * have. `isGone`: it was published, and its file is gone.
 */
export type Listed =
  | { readonly kind: 'adr'; readonly adr: IndexedAdr; readonly summary: Summary | undefined }
  | { readonly kind: 'decision'; readonly summary: Summary; readonly isGone: boolean };

/** One page of the list; `total` counts the lines of all pages. */
export interface ListPage {
  readonly lines: readonly Listed[];
  readonly total: number;
  /** Counted from 0. */
  readonly page: number;
  readonly pages: number;
}

/** Which list: as the readers of a channel may see it, of what has all these words in it. */
export interface ListQuestion {
  readonly channelId: string;
  readonly words: readonly string[];
  readonly page: number;
}

/**
 * All decisions as one list, each once: open ones, then accepted ones that the index does not have yet, then what is in
 * git, highest number first, then what never came there or is gone from it.
 */
export async function listDecisions(ports: Ports, teamId: string, question: ListQuestion): Promise<ListPage> {
  const { read } = ports.store;
  const { channelId, words } = question;
  const summaries = (await read.findSummaries(teamId)).filter((summary) => mayBeSeenIn(channelId, summary));
  const { indexed, unread, gone } = await sortPublished(ports, teamId);
  const asLine = (summary: Summary): Listed => ({ kind: 'decision', summary, isGone: gone.has(summary.id) });
  const comes = ({ id, status, isPublished }: Summary) => (isPublished ? unread.has(id) : status === 'accepted');
  const found = summaries.filter((summary) => !indexed.has(summary.id) && hasWords(summary, words));
  const before = [...found.filter(isOpen), ...found.filter(comes)].map(asLine);
  const after = found.filter((one) => !isOpen(one) && !comes(one)).map(asLine);

  const start = question.page * linesOnPage;
  const offset = Math.max(0, start - before.length);
  const { adrs, total: inGit } = await read.listAdrs(teamId, ports.archive.id, { limit: linesOnPage, offset, words });
  const total = before.length + inGit + after.length;
  const pages = Math.max(1, Math.ceil(total / linesOnPage));
  if (question.page >= pages) return listDecisions(ports, teamId, { ...question, page: pages - 1 });

  const byId = new Map(summaries.map((summary) => [summary.id, summary]));
  const published = adrs.map((adr): Listed => {
    return { kind: 'adr', adr, summary: adr.decisionId === undefined ? undefined : byId.get(adr.decisionId) };
  });
  const rest = after.slice(Math.max(0, start - before.length - inGit));
  const lines = [...before.slice(start), ...published, ...rest].slice(0, linesOnPage);
  return { lines, total, page: question.page, pages };
}

/**
 * The ids of published decisions: those whose files the index has, those that came after it was last read, and those
 * whose files are gone. What was published into another archive is none of these.
 */
async function sortPublished({ store: { read }, archive, now }: Ports, teamId: string) {
  const findLost = async (before: Date) =>
    (await read.findLostDecisions(teamId, archive.id, before)).map(({ decisionId }) => decisionId);
  const { checkedAt = new Date(0) } = await read.findArchiveReading(teamId, archive.id);
  const gone = new Set(await findLost(checkedAt));
  const unread = new Set((await findLost(now())).filter((id) => !gone.has(id)));
  return { indexed: new Set(await read.findIndexedDecisions(teamId, archive.id)), unread, gone };
}

const isOpen = ({ status }: Summary) => status === 'proposed';

/** As `listAdrs` looks for words in what is in git. */
function hasWords(summary: Summary, words: readonly string[]): boolean {
  const { title, status, chosen, fileName, isVoting } = summary;
  const said = [title, status, isOpen(summary) ? 'open' : '', isVoting ? 'voting' : '', chosen, fileName];
  const text = said.join(' ').toLowerCase();
  return words.every((word) => text.includes(word.toLowerCase()));
}
