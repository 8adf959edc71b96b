import { adrNumber } from '@gavel/adr/name/adr-name.ts';
import type { Button, HomeView, KnownBlock, MrkdwnElement } from '@slack/types';
import type { Summary } from '../../decision/digest/digest.ts';
import { findProgress } from '../../decision/publication/review-progress.ts';
import { type Language, wordRefusal } from '../../words/language.ts';
import { bold, lines, link, say, type Words } from '../../words/say.ts';
import type { Home, LeftForm, OpenVote } from '../../workflow/home/home-facts.ts';
import type { Waiting } from '../../workflow/nudge/waiting-line.ts';
import type { PersonalToken } from '../../workflow/ports/records/tokens.ts';
import { tokenHint } from '../../workflow/tools/token.ts';
import { cardActions } from '../card/card-actions.ts';
import { longestSearch } from '../find/search-view.ts';
import { countBytes } from '../form/inputs.ts';
import { proposeActions } from '../propose/propose-metadata.ts';
import { revisitActions } from '../revisit/revisit-actions.ts';
import { actions, button, context, header, input, plain, row, shorten, slackLimits } from '../text/blocks.ts';
import { decisionLink } from '../text/decision-link.ts';
import { paragraph, printed } from '../text/words.ts';
import { progressIn } from '../vote/turnout-blocks.ts';
import { absenceBlocks } from './absence-blocks.ts';
import { homeActions } from './home-actions.ts';
import { registerBlocks } from './register-blocks.ts';
import { setupBlocks } from './setup-blocks.ts';

type OpenHome = Extract<Home, { kind: 'open' }>;

/**
 * How many things that wait are shown, of each kind: at two blocks each, all kinds together leave room for the rest, and
 * for what is still missing.
 */
const itemsShown = { votes: 10, others: 4, othersBelowSteps: 3 } as const;

/** How many characters of a title are shown. */
const longestTitle = 150;

/** Something that waits, as Home shows it. */
interface Item {
  readonly title: string;
  readonly about: readonly (string | MrkdwnElement)[];
  readonly button: Button | undefined;
}

/** Somebody's Home, within Slack's limits however much there is. */
export function homeView(language: Language, home: Home): HomeView {
  if (home.kind === 'closed') {
    return { type: 'home', blocks: [paragraph(say`${wordRefusal(language, home.refusal)}`)] };
  }
  const view = openView(language, home, true);
  // Thousands of characters in the addresses of files make the register's links too long.
  return countBytes(view) <= slackLimits.viewBytes ? view : openView(language, home, false);
}

function openView(language: Language, home: OpenHome, hasLinks: boolean): HomeView {
  const { home: words, find } = language;
  const search = input(
    'search',
    words.search,
    {
      type: 'plain_text_input',
      action_id: homeActions.search,
      placeholder: plain(find.placeholder),
      max_length: longestSearch,
      dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
    },
    { dispatch_action: true, optional: true },
  );
  return {
    type: 'home',
    blocks: [
      actions('propose', [button(homeActions.propose, words.propose, { style: 'primary' })]),
      search,
      ...(home.absence ? absenceBlocks(language, home.absence) : []),
      ...setupBlocks(language, home.steps ?? []),
      ...waitingBlocks(language, home),
      header(words.open),
      ...openBlocks(language, home),
      header(words.decided),
      ...decidedBlocks(language, home),
      ...tokenBlocks(language, home.tokens ?? []),
      header(words.register),
      ...registerBlocks(language, home, hasLinks),
    ],
  };
}

/** What somebody's programs read with, and the way to revoke it. */
function tokenBlocks({ tools }: Language, tokens: readonly PersonalToken[]): KnownBlock[] {
  if (tokens.length === 0) return [];
  const told = tokens.map((token) => tools.token(tokenHint(token), token.madeAt, token.expiresAt));
  return [
    header(tools.title),
    paragraph(lines(...told)),
    actions('tokens', [button(homeActions.tokens, tools.makeOrRevoke)]),
  ];
}

function waitingBlocks(language: Language, home: OpenHome): KnownBlock[] {
  const { waiting: words, confirmation, home: own } = language;
  const { waiting, forms, steps = [] } = home;
  const others = steps.length > 0 ? itemsShown.othersBelowSteps : itemsShown.others;
  const parts = [
    partBlocks(language, words.votes, voteItems(language, home), itemsShown.votes),
    partBlocks(language, words.objections, objectionItems(language, home), others),
    partBlocks(language, confirmation.list, outcomeItems(language, home), others),
    partBlocks(language, words.proposals, proposalItems(language, home), others),
    partBlocks(language, words.reviews, reviewItems(language, home), others),
    partBlocks(language, language.revisit.list, revisitItems(language, home), others),
    partBlocks(
      language,
      own.forms,
      forms.map((form) => formItem(language, form)),
      others,
    ),
  ].flat();
  return [header(own.waiting), ...(parts.length > 0 ? parts : [paragraph(countAll(waiting) > 0 ? [] : words.nothing)])];
}

function countAll(waiting: Waiting): number {
  return Object.values(waiting).reduce((count, part) => count + part.length, 0);
}

/** A kind of thing that waits: its name, the first ones, and how many more there are. */
function partBlocks({ home }: Language, name: string, items: readonly Item[], most: number): KnownBlock[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, most).flatMap(({ title, about, button: accessory }): KnownBlock[] => {
    const named = shorten(title, longestTitle);
    const line = accessory ? row(named, accessory) : paragraph(say`${named}`);
    return about.length > 0 ? [line, context(...about)] : [line];
  });
  const rest = items.length - most;
  return [context(printed(bold(name))), ...shown, ...(rest > 0 ? [paragraph(home.more(rest))] : [])];
}

interface Placed {
  readonly channelId: string;
  readonly title: string | undefined;
  readonly cardLink: string | undefined;
}

/** The sign and name of a channel; '' for one that its reader does not see. */
function nameChannel({ channels }: OpenHome, channelId: string): string {
  const name = channels.get(channelId);
  return name === undefined ? '' : `#${name}`;
}

function openCard({ home }: Language, { cardLink }: Placed): Button | undefined {
  return cardLink ? button(homeActions.open, home.openCard, { url: cardLink }) : undefined;
}

/** Small print: where it is, what else there is to say, and a link to the card where the button does something else. */
function about(
  { list }: Language,
  home: OpenHome,
  { channelId, cardLink }: Placed,
  more: readonly (string | MrkdwnElement)[],
  isLinked = true,
): (string | MrkdwnElement)[] {
  const channel = nameChannel(home, channelId);
  const parts = [...(channel === '' ? [] : [channel]), ...more];
  return cardLink && isLinked ? [...parts, printed(link(cardLink, list.open))] : parts;
}

function voteItems(language: Language, home: OpenHome): Item[] {
  return home.waiting.votes.map((line) => ({
    title: line.title ?? '',
    about: about(language, home, line, [printed(language.list.votingCloses(line.closesAt))], false),
    button: openCard(language, line),
  }));
}

function objectionItems(language: Language, home: OpenHome): Item[] {
  const { settleObjection } = cardActions;
  return home.waiting.objections.map((line) => ({
    title: line.title ?? '',
    about: about(language, home, line, []),
    button: button(settleObjection, language.card.buttons.settleObjection, { value: line.id }),
  }));
}

function outcomeItems(language: Language, home: OpenHome): Item[] {
  return home.waiting.outcomes.map((line) => ({
    title: line.title ?? '',
    about: about(language, home, line, [], false),
    button: openCard(language, line),
  }));
}

function proposalItems(language: Language, home: OpenHome): Item[] {
  const { card } = language;
  return home.waiting.proposals.map((line) => {
    const move = line.isUndecided ? 'recordOutcome' : 'openVoting';
    return {
      title: line.title ?? '',
      about: about(language, home, line, [
        line.lack ? card.undecided(line.lack) : language.home.notOpenYet,
        ...(line.stalledSince ? [printed(language.stalled.since(line.stalledSince))] : []),
      ]),
      button: button(cardActions[move], card.buttons[move], { value: line.id }),
    };
  });
}

function reviewItems(language: Language, home: OpenHome): Item[] {
  const { reviews } = language;
  return home.waiting.reviews.map((line) => ({
    title: line.title ?? '',
    about: about(language, home, line, [reviews.progress(findProgress(line.seen, undefined))]),
    button: line.url ? button(homeActions.open, language.home.openReview, { url: line.url }) : openCard(language, line),
  }));
}

function revisitItems(language: Language, home: OpenHome): Item[] {
  const { revisit } = language;
  return home.waiting.revisits.map((line) => ({
    title: line.number === undefined ? (line.title ?? '') : `${adrNumber(line.number)} ${line.title ?? ''}`,
    about: about(language, home, line, [revisit.dueSince(line.dueOn)]),
    button: button(revisitActions.stillRight, revisit.stillRight, { value: line.id }),
  }));
}

function formItem({ home, proposeForm }: Language, { id, title, savedAt }: LeftForm): Item {
  return {
    title: title.trim() === '' ? home.untitled : title,
    about: [printed(home.leftAt(savedAt))],
    button: button(proposeActions.resume, proposeForm.resume, { value: id }),
  };
}

function openBlocks(language: Language, home: OpenHome): KnownBlock[] {
  const { home: words } = language;
  const rest = home.openInAll - home.open.length;
  const votes = home.open.map((vote) => say`•  ${wordVote(language, home, vote)}`);
  const discussed = home.discussed.map((summary) => say`•  ${wordDecision(language, home, summary)}`);
  return [
    paragraph(votes.length === 0 ? words.noneOpen : lines(...votes, ...(rest > 0 ? [words.moreOpen(rest)] : []))),
    ...(discussed.length === 0 ? [] : [paragraph(lines(...discussed))]),
  ];
}

function nameDecision({ announcements }: Language, summary: Summary): Words {
  return announcements.decisionName(shorten(summary.title, longestTitle), decisionLink(summary));
}

function wordVote(language: Language, home: OpenHome, { summary, decision, tally }: OpenVote): Words {
  return language.home.vote({
    decision: nameDecision(language, summary),
    channel: nameChannel(home, summary.channelId),
    closesAt: summary.closesAt,
    progress: tally ? progressIn(language, decision, tally).join(' · ') : '',
  });
}

function decidedBlocks(language: Language, home: OpenHome): KnownBlock[] {
  if (home.decided.length === 0) return [paragraph(language.home.noneDecided)];
  return [paragraph(lines(...home.decided.map((summary) => say`•  ${wordDecision(language, home, summary)}`)))];
}

/** How a decision stands and since when: decided, or still proposed. */
function wordDecision(language: Language, home: OpenHome, summary: Summary): Words {
  return language.home.decision({
    decision: nameDecision(language, summary),
    channel: nameChannel(home, summary.channelId),
    status: language.list.statuses[summary.status],
    chosen: shorten(summary.chosen ?? '', longestTitle),
    at: summary.decidedAt ?? summary.proposedAt,
  });
}
