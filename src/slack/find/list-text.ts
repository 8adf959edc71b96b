import { adrName } from '@gavel/adr/name/adr-name.ts';
import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import type { Button, KnownBlock, MrkdwnElement } from '@slack/types';
import { type Language, wordTrouble } from '../../words/language.ts';
import type { ListWords } from '../../words/list-words.ts';
import { reviewSign } from '../../words/review-kind.ts';
import { link, say } from '../../words/say.ts';
import type { Listed } from '../../workflow/find/listed.ts';
import { context, row, shorten } from '../text/blocks.ts';
import { decisionLink } from '../text/decision-link.ts';
import { printed } from '../text/words.ts';

const longestTitle = 150;
const longestStatus = 80;
const longestTrouble = 200;

/** A line of the list: its name and status, with a button beside it, and a link. */
export function lineBlocks(language: Language, line: Listed, accessory: Button): KnownBlock[] {
  return line.kind === 'adr' ? adrBlocks(language, line, accessory) : decisionBlocks(language, line, accessory);
}

/** The file in git gives the status; we add what was chosen, and the card. */
function adrBlocks(
  { list }: Language,
  { adr, summary, fileUrl, repository }: Extract<Listed, { kind: 'adr' }>,
  accessory: Button,
): KnownBlock[] {
  const status = shorten(cleanLine(adr.statusText), longestStatus);
  const standing = status === '' ? list.noStatus : `${status.slice(0, 1).toLowerCase()}${status.slice(1)}`;
  const url = (summary && decisionLink(summary)) ?? fileUrl;
  const chosen = summary?.chosen && list.chosen(summary.chosen);
  return [row(nameWith(adr, standing, chosen, adr.date, repository), accessory), ...smallPrint(...wayTo(list, url))];
}

function decisionBlocks(
  language: Language,
  { summary, isGone, repository }: Extract<Listed, { kind: 'decision' }>,
  accessory: Button,
): KnownBlock[] {
  const { list } = language;
  const { status, chosen, trouble, isPublished, isVoting, isFinal, closesAt, decidedAt, inReview } = summary;
  const line = nameWith(
    summary,
    isVoting ? (isFinal ? list.finalComments : list.votingOpen) : list.statuses[status],
    chosen && list.chosen(chosen),
    inReview && list.inReview(reviewSign(inReview)),
    isGone ? list.fileGone : undefined,
    trouble && !isPublished
      ? list.notPublished(shorten(cleanLine(wordTrouble(language, trouble)), longestTrouble))
      : undefined,
    repository,
  );
  const since = decidedAt ? [printed(say`${decidedAt}`)] : [];
  const when = isVoting ? [printed(list.votingCloses(closesAt))] : since;
  const review = inReview?.url ? [printed(link(inReview.url, reviewSign(inReview) ?? list.inReview(undefined)))] : [];
  return [row(line, accessory), ...smallPrint(...when, ...wayTo(list, decisionLink(summary)), ...review)];
}

/** “ADR 0003 Use Go: accepted · 2026-03-02” */
function nameWith(named: Parameters<typeof adrName>[0], ...facts: readonly (string | undefined)[]): string {
  return `${shorten(adrName(named), longestTitle)}: ${facts.filter(Boolean).join(' · ')}`;
}

function wayTo({ open }: ListWords, url: string | undefined): MrkdwnElement[] {
  return url === undefined ? [] : [printed(link(url, open))];
}

function smallPrint(...parts: readonly MrkdwnElement[]): KnownBlock[] {
  return parts.length === 0 ? [] : [context(...parts)];
}
