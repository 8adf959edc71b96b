import { adrName } from '@gavel/adr/name/adr-name.ts';
import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import type { Button, KnownBlock, MrkdwnElement } from '@slack/types';
import type { Summary } from '../../decision/digest.ts';
import { wordTrouble } from '../../words/language.ts';
import type { Listed } from '../../workflow/find/list.ts';
import type { IndexedAdr } from '../../workflow/ports/adr-index.ts';
import { language } from '../app/language.ts';
import { context, marked, printedLink, row, shorten } from '../text/blocks.ts';
import { decisionLink } from '../text/decision-link.ts';

const longestTitle = 150;
const longestStatus = 80;
const longestTrouble = 200;

/** Where a file of the archive is on the web, on hosts that we know. */
export type AddressOfFile = (name: string) => string | undefined;

/** A line of the list: what it is called and how it stands, with something to press beside it; and the way there. */
export function lineBlocks(line: Listed, addressOf: AddressOfFile, accessory: Button): KnownBlock[] {
  return line.kind === 'adr'
    ? adrBlocks(line.adr, line.summary, addressOf, accessory)
    : decisionBlocks(line, accessory);
}

/** The file in git says how it stands; what was chosen, and the card, are ours to add. */
function adrBlocks(
  adr: IndexedAdr,
  summary: Summary | undefined,
  addressOf: AddressOfFile,
  accessory: Button,
): KnownBlock[] {
  const status = shorten(cleanLine(adr.statusText), longestStatus);
  const standing = status === '' ? 'no status' : `${status.slice(0, 1).toLowerCase()}${status.slice(1)}`;
  const url = (summary && decisionLink(summary)) ?? addressOf(adr.fileName);
  return [row(nameWith(adr, standing, quote(summary?.chosen), adr.date), accessory), ...smallPrint(...wayTo(url))];
}

function decisionBlocks({ summary, isGone }: Extract<Listed, { kind: 'decision' }>, accessory: Button): KnownBlock[] {
  const { status, chosen, trouble, isPublished, isVoting, closesAt, decidedAt } = summary;
  const line = nameWith(
    summary,
    isVoting ? 'voting is open' : status,
    quote(chosen),
    isGone ? 'its file is gone from the repository' : undefined,
    trouble && !isPublished
      ? `⚠ not published yet: ${shorten(cleanLine(wordTrouble(language, trouble)), longestTrouble)}`
      : undefined,
  );
  const since = decidedAt ? [marked`${decidedAt}`] : [];
  const when = isVoting ? [marked`voting closes ${closesAt}`] : since;
  return [row(line, accessory), ...smallPrint(...when, ...wayTo(decisionLink(summary)))];
}

/** “ADR 0003 Use Go: accepted · 2026-03-02” */
function nameWith(named: Parameters<typeof adrName>[0], ...facts: readonly (string | undefined)[]): string {
  return `${shorten(adrName(named), longestTitle)}: ${facts.filter(Boolean).join(' · ')}`;
}

function quote(option: string | undefined): string | undefined {
  return option && `“${option}”`;
}

function wayTo(url: string | undefined): MrkdwnElement[] {
  return url === undefined ? [] : [printedLink(url, 'Open')];
}

function smallPrint(...parts: readonly MrkdwnElement[]): KnownBlock[] {
  return parts.length === 0 ? [] : [context(...parts)];
}
