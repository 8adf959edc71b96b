import type { Button, KnownBlock, Overflow, RichTextElement } from '@slack/types';
import { hidesTally, type Phase, phaseOf } from '../../decision/decision.ts';
import { isStanding } from '../../decision/objection/objection.ts';
import { findBlocking } from '../../decision/outcome/judge.ts';
import type { Argument } from '../../decision/proposal/argument.ts';
import type { Option } from '../../decision/proposal/option.ts';
import type { Rule } from '../../decision/rule/rule.ts';
import type { OptionTally } from '../../decision/tally/tally.ts';
import { isScored, worthOf } from '../../decision/vote/score.ts';
import type { CardStanding } from '../../words/card-words.ts';
import { type Language, wordTrouble } from '../../words/language.ts';
import type { Words } from '../../words/say.ts';
import { type CardView, namesOnCard } from '../../workflow/ports/chat/chat.ts';
import { cardObjections } from '../deliberate/objection-blocks.ts';
import { wordBond } from '../propose/bond-text.ts';
import {
  actions,
  button,
  choice,
  context,
  divider,
  header,
  plain,
  richText,
  shorten,
  slackLimits,
} from '../text/blocks.ts';
import { nameOf } from '../text/people-text.ts';
import { paragraph, printed, toElements, writeFallback } from '../text/words.ts';
import { turnoutBlocks } from '../vote/turnout-blocks.ts';
import { cardActions, menuChoices } from './card-actions.ts';
import { CardExcerpts } from './card-excerpt.ts';
import { wordFate } from './fate-text.ts';

const argumentLength = 90;
const barLength = 10;

/** How much a card shows of what surrounds the options: characters of a text, names, characters of a note. */
interface Detail {
  readonly excerpt: number;
  readonly names: number;
  readonly note: number;
  readonly objections: number;
}

const full: Detail = { excerpt: 300, names: namesOnCard, note: 2_000, objections: 5 };

/** For cards that would otherwise be too big: ten options, a hundred comments, every text and name at its longest. */
const brief: Detail = { excerpt: 100, names: 3, note: 300, objections: 2 };

const signs: Record<Argument['kind'], string> = { pro: '+', con: '−', neutral: '·' };

/** The live message of one decision: never more than 50 blocks and 10,000 characters, whatever people type. */
export function renderCard(
  language: Language,
  view: CardView,
  excerpts = new CardExcerpts(),
): { text: string; blocks: KnownBlock[] } {
  const { decision } = view;
  const shortest = decision.options.map((option) => optionBlock(language, view, option, 0));
  const frame = (detail: Detail) => {
    const before = [...topBlocks(language, view, excerpts.of(decision.context, detail.excerpt)), divider()];
    const after = [divider(), ...bottomBlocks(language, view, detail)];
    return { before, after, room: slackLimits.message - lengthOf([...before, ...shortest, ...after]) };
  };
  const generous = frame(full);
  const { before, after, room } = generous.room < 0 ? frame(brief) : generous;
  const blocks = [...before, ...optionBlocks(language, view, room), ...after];
  return { text: writeFallback(tellInShort(language, view)), blocks };
}

/** What notifications say about a card, and what screen readers read. */
function tellInShort(language: Language, view: CardView): Words {
  const { decision, people, fate } = view;
  return language.card.inShort({
    standing: standingOf(view),
    title: decision.title,
    proposer: nameOf(language, people, decision.proposerId),
    options: decision.options.map(({ title }) => title),
    chosen: decision.options.find(({ id }) => id === decision.outcome?.chosenOptionId)?.title,
    fate: wordFate(language, fate),
  });
}

function lengthOf(blocks: readonly KnownBlock[]): number {
  return JSON.stringify(blocks).length;
}

function topBlocks(language: Language, view: CardView, excerpt: string): KnownBlock[] {
  const { decision, people } = view;
  const { card } = language;
  const bond = wordBond(language, view);
  const fate = view.earlierRound === undefined ? wordFate(language, view.fate) : undefined;
  return [
    context(printed(card.standing(standingOf(view))), card.proposedBy(nameOf(language, people, decision.proposerId))),
    header(decision.title),
    ...(fate ? [paragraph(fate)] : []),
    ...(bond ? [paragraph(bond)] : []),
    {
      type: 'section',
      block_id: 'context',
      text: plain(excerpt === '' ? card.noContext : excerpt),
      accessory: button(cardActions.readMore, card.buttons.readMore, { value: decision.id }),
    },
  ];
}

function standingOf({ decision, earlierRound, isBeingCounted, fate }: CardView): CardStanding {
  if (earlierRound !== undefined) return { kind: 'earlier round' };
  const { closesAt, status, outcome } = decision;
  const phase = phaseOf(decision);
  switch (phase) {
    case 'voting':
      return isBeingCounted ? { kind: 'counting' } : { kind: phase, closesAt };
    case 'discussing':
      return { kind: phase, closesAt };
    case 'undecided':
      return { kind: phase, isBlocked: findBlocking(decision).length > 0 };
    case 'decided':
      return { kind: phase, status, at: outcome?.decidedAt, fate: fate?.kind };
    case 'withdrawn':
      return { kind: phase };
  }
}

/** As many arguments as there is room for, dealt out in rounds so that no option crowds out another. */
function optionBlocks(language: Language, view: CardView, room: number): KnownBlock[] {
  const { options } = view.decision;
  const lengthWith = (option: Option, reasons: number) => lengthOf([optionBlock(language, view, option, reasons)]);
  let left = room;
  const shown = new Map(options.map((option) => [option.id, 0]));
  // An option whose last argument had no room gets no more.
  for (let dealt = options; dealt.length > 0; ) {
    dealt = dealt.filter((option) => {
      const before = shown.get(option.id) ?? 0;
      if (argumentsFor(view, option).length <= before) return false;
      const cost = lengthWith(option, before + 1) - lengthWith(option, before);
      if (cost > left) return false;
      left -= Math.max(cost, 0);
      shown.set(option.id, before + 1);
      return true;
    });
  }
  return options.map((option) => optionBlock(language, view, option, shown.get(option.id) ?? 0));
}

function argumentsFor({ decision }: CardView, option: Option): Argument[] {
  return decision.arguments.filter((argument) => argument.optionId === option.id);
}

function optionBlock(language: Language, view: CardView, option: Option, shown: number): KnownBlock {
  const { decision, tally, people } = view;
  const counted = tally?.options.find((candidate) => candidate.option.id === option.id);
  const isChosen = decision.outcome?.chosenOptionId === option.id;
  const title: RichTextElement[] = [
    { type: 'emoji', name: isChosen ? 'white_check_mark' : option.emoji },
    { type: 'text', text: `  ${option.title}`, style: { bold: true } },
  ];
  const all = argumentsFor(view, option);
  const lines = all
    .slice(0, shown)
    .map(
      ({ kind, text, authorId }) =>
        `\n${signs[kind]} ${shorten(text, argumentLength)} (${nameOf(language, people, authorId)})`,
    );
  const rest = all.length - lines.length;
  if (rest > 0) lines.push(`\n${language.card.moreReasons(rest)}`);
  const bar: RichTextElement[] =
    counted && tally && !hidesTally(decision) ? drawBar(language, counted, tally.voted.length, decision.rule) : [];
  return richText(...title, ...bar, ...(lines.length > 0 ? [{ type: 'text', text: lines.join('') } as const] : []));
}

/** How much of what the voters could give the option has, and how much that is. */
function drawBar(language: Language, { votes }: OptionTally, voted: number, rule: Rule): RichTextElement[] {
  const filled = voted === 0 ? 0 : Math.round((votes / (voted * worthOf(rule))) * barLength);
  const bar = '█'.repeat(filled) + '░'.repeat(barLength - filled);
  return [
    { type: 'text', text: '  ' },
    { type: 'text', text: bar },
    { type: 'text', text: ` ${isScored(rule) ? language.rules.countVotes(rule, votes) : votes}` },
  ];
}

function bottomBlocks(language: Language, view: CardView, detail: Detail): KnownBlock[] {
  const { decision, earlierRound } = view;
  if (earlierRound !== undefined) {
    const ended = shorten(language.verdicts.explain(earlierRound), detail.note);
    return [paragraph(language.card.earlierRound(ended, isScored(decision.rule)))];
  }
  return [
    ...turnoutBlocks(language, view, detail),
    ...cardObjections(language, view, detail.objections, detail.excerpt / 2),
    ...outcomeBlocks(language, view, detail),
    ...buttons(language, view),
  ];
}

function outcomeBlocks(language: Language, { decision, people, publication }: CardView, detail: Detail): KnownBlock[] {
  const { card } = language;
  const { outcome } = decision;
  if (outcome === undefined) return [];
  const told = card.outcome({
    chosen: decision.options.find((option) => option.id === outcome.chosenOptionId)?.title,
    reason: shorten(language.verdicts.giveReason(outcome.reason), detail.excerpt),
    recordedBy: outcome.decidedBy && nameOf(language, people, outcome.decidedBy),
  });
  const blocks: KnownBlock[] = [richText(...toElements(told))];
  if (publication?.pushedAt && publication.fileName) {
    const { fileName, commit, commitUrl: url } = publication;
    blocks.push(paragraph(card.published({ fileName, url, commit: commit?.slice(0, 7) })));
  } else if (publication?.trouble) {
    blocks.push(context(card.notPublished(shorten(wordTrouble(language, publication.trouble), detail.excerpt))));
    blocks.push(actions('publish', [button(cardActions.publishNow, card.buttons.publishNow, { value: decision.id })]));
  }
  return blocks;
}

function buttons({ card: { buttons: words } }: Language, { decision }: CardView): KnownBlock[] {
  const value = decision.id;
  const all: Record<string, Button> = {
    argue: button(cardActions.giveArgument, words.giveArgument, { value }),
    option: button(cardActions.giveOption, words.giveOption, { value }),
    score: button(cardActions.giveScores, words.giveScores, { value, style: 'primary' }),
    object: button(cardActions.object, words.object, { value }),
    settle: button(cardActions.settleObjection, words.settleObjection, { value }),
    open: button(cardActions.openVoting, words.openVoting, { value, style: 'primary' }),
    outcome: button(cardActions.recordOutcome, words.recordOutcome, { value }),
  };
  const objecting = [
    ...(decision.rule.objections === 'none' ? [] : ['object']),
    ...(decision.objections.some(isStanding) ? ['settle'] : []),
  ];
  const shown: Record<Phase, readonly string[]> = {
    discussing: ['argue', 'option', ...objecting, 'open', 'outcome'],
    voting: [...(isScored(decision.rule) ? ['score'] : []), 'argue', 'option', ...objecting, 'outcome'],
    undecided: ['argue', 'option', ...objecting, 'outcome'],
    decided: [],
    withdrawn: [],
  };
  const elements = shown[phaseOf(decision)].flatMap((name) => all[name] ?? []);
  if (elements.length === 0) return [];
  const menu: Overflow = {
    type: 'overflow',
    action_id: cardActions.menu,
    options: [
      choice(words.edit, `${menuChoices.edit} ${value}`),
      choice(words.moveDeadline, `${menuChoices.extend} ${value}`),
      ...(phaseOf(decision) === 'undecided' ? [choice(words.voteAgain, `${menuChoices.again} ${value}`)] : []),
      choice(words.withdraw, `${menuChoices.withdraw} ${value}`),
    ],
  };
  return [actions('card', [...elements, menu])];
}
