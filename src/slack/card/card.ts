import type { Button, KnownBlock, MrkdwnElement, Overflow, RichTextElement } from '@slack/types';
import type { Argument } from '../../decision/argument.ts';
import { hidesTally, type Phase, phaseOf } from '../../decision/decision.ts';
import { findBlocking } from '../../decision/judge.ts';
import { isStanding } from '../../decision/objection.ts';
import type { Option } from '../../decision/option.ts';
import { nameOf } from '../../decision/person.ts';
import type { Rule } from '../../decision/rule.ts';
import { isScored, worthOf } from '../../decision/score.ts';
import type { OptionTally } from '../../decision/tally.ts';
import { wordTrouble } from '../../words/language.ts';
import { code, link, say } from '../../words/say.ts';
import { type CardView, namesOnCard } from '../../workflow/ports/chat.ts';
import { language } from '../app/language.ts';
import { cardObjections } from '../deliberate/objection-blocks.ts';
import { wordBond } from '../propose/bond-text.ts';
import {
  actions,
  boldPrint,
  button,
  choice,
  context,
  divider,
  header,
  marked,
  plain,
  richText,
  shorten,
  slackLimits,
} from '../text/blocks.ts';
import { paragraph, writeFallback } from '../text/words.ts';
import { scoreTitle } from '../vote/score-view.ts';
import { turnoutBlocks } from '../vote/turnout-blocks.ts';
import { wordUndecided } from '../vote/undecided-words.ts';
import { cardActions, menuChoices } from './card-actions.ts';
import { cardExcerpt } from './card-excerpt.ts';

const argumentLength = 90;
const barLength = 10;

/** How much a card shows of what stands around the options: characters of a text, names, characters of a note. */
interface Detail {
  readonly excerpt: number;
  readonly names: number;
  readonly note: number;
  readonly objections: number;
}

const full: Detail = { excerpt: 300, names: namesOnCard, note: 2_000, objections: 5 };

/** For cards that would burst otherwise: ten options, a hundred voices, every text and name at its longest. */
const brief: Detail = { excerpt: 100, names: 3, note: 300, objections: 2 };

const phaseWords: Record<Exclude<Phase, 'undecided' | 'decided'>, string> = {
  discussing: 'Proposed · under discussion',
  voting: 'Proposed · voting is open',
  withdrawn: 'Withdrawn',
};

const signs: Record<Argument['kind'], string> = { pro: '+', con: '−', neutral: '·' };

/** The living message of one decision: never more than 50 blocks and 10,000 characters, whatever people type. */
export function renderCard(view: CardView): { text: string; blocks: KnownBlock[] } {
  const { decision, people } = view;
  const shortest = decision.options.map((option) => optionBlock(view, option, 0));
  const frame = (detail: Detail) => {
    const before = [...top(view, detail), divider()];
    const after = [divider(), ...bottom(view, detail)];
    return { before, after, room: slackLimits.message - lengthOf([...before, ...shortest, ...after]) };
  };
  const generous = frame(full);
  const { before, after, room } = generous.room < 0 ? frame(brief) : generous;
  const blocks = [...before, ...optionBlocks(view, room), ...after];
  return { text: writeFallback(say`${nameOf(people, decision.proposerId)} asks: ${decision.title}`), blocks };
}

function lengthOf(blocks: readonly KnownBlock[]): number {
  return JSON.stringify(blocks).length;
}

function top(view: CardView, detail: Detail): KnownBlock[] {
  const { decision, people } = view;
  const excerpt = cardExcerpt(decision.context, detail.excerpt);
  const bond = wordBond(view);
  return [
    context(statusLine(view), `by ${nameOf(people, decision.proposerId)}`),
    header(decision.title),
    ...(bond ? [paragraph(bond)] : []),
    {
      type: 'section',
      block_id: 'context',
      text: plain(excerpt === '' ? 'No context was given.' : excerpt),
      accessory: button(cardActions.readMore, 'Read more', { value: decision.id }),
    },
  ];
}

function statusLine({ decision, earlierRound, isBeingCounted }: CardView): MrkdwnElement {
  if (earlierRound !== undefined) return boldPrint('Proposed · everyone votes again, on a new card');
  const phase = phaseOf(decision);
  if (isBeingCounted && phase === 'voting')
    return boldPrint('Proposed · voting has ended, votes may still be on their way');
  if (phase === 'decided') {
    const status = boldPrint(`${decision.status[0]?.toUpperCase()}${decision.status.slice(1)}`);
    return decision.outcome ? marked`${status} ${decision.outcome.decidedAt}` : status;
  }
  const isUndecided = phase === 'undecided';
  const status = isUndecided ? `Proposed · ${wordUndecided(findBlocking(decision).length > 0)}` : phaseWords[phase];
  return phase === 'voting' || phase === 'discussing'
    ? marked`${boldPrint(status)} · voting closes ${decision.closesAt}`
    : boldPrint(status);
}

/** As many arguments as the room allows, dealt round by round so that no option's are crowded out by another's. */
function optionBlocks(view: CardView, room: number): KnownBlock[] {
  const { options } = view.decision;
  let left = room;
  const shown = new Map(options.map((option) => [option.id, 0]));
  // An option whose last argument had no room gets no further one.
  for (let dealt = options; dealt.length > 0; ) {
    dealt = dealt.filter((option) => {
      const before = shown.get(option.id) ?? 0;
      if (argumentsFor(view, option).length <= before) return false;
      const cost = lengthOf([optionBlock(view, option, before + 1)]) - lengthOf([optionBlock(view, option, before)]);
      if (cost > left) return false;
      left -= Math.max(cost, 0);
      shown.set(option.id, before + 1);
      return true;
    });
  }
  return options.map((option) => optionBlock(view, option, shown.get(option.id) ?? 0));
}

function argumentsFor({ decision }: CardView, option: Option): Argument[] {
  return decision.arguments.filter((argument) => argument.optionId === option.id);
}

function optionBlock(view: CardView, option: Option, shown: number): KnownBlock {
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
      ({ kind, text, authorId }) => `\n${signs[kind]} ${shorten(text, argumentLength)} (${nameOf(people, authorId)})`,
    );
  const rest = all.length - lines.length;
  if (rest > 0) lines.push(`\n${rest === 1 ? '1 more reason' : `${rest} more reasons`} in “Read more”`);
  const bar: RichTextElement[] =
    counted && tally && !hidesTally(decision) ? drawBar(counted, tally.voted.length, decision.rule) : [];
  return richText(...title, ...bar, ...(lines.length > 0 ? [{ type: 'text', text: lines.join('') } as const] : []));
}

/** How much of what those who voted could give the option has, and how much that is. */
function drawBar({ votes }: OptionTally, voted: number, rule: Rule): RichTextElement[] {
  const filled = voted === 0 ? 0 : Math.round((votes / (voted * worthOf(rule))) * barLength);
  const bar = '█'.repeat(filled) + '░'.repeat(barLength - filled);
  return [
    { type: 'text', text: '  ' },
    { type: 'text', text: bar },
    { type: 'text', text: ` ${isScored(rule) ? language.rules.countVotes(rule, votes) : votes}` },
  ];
}

function bottom(view: CardView, detail: Detail): KnownBlock[] {
  if (view.earlierRound !== undefined)
    return [
      paragraph(
        wordEarlierRound(view.decision.rule, shorten(language.verdicts.explain(view.earlierRound), detail.note)),
      ),
    ];
  const objections = cardObjections(view, detail.objections, detail.excerpt / 2);
  return [...turnoutBlocks(view, detail), ...objections, ...outcome(view, detail), ...buttons(view)];
}

function wordEarlierRound(rule: Rule, ended: string): string {
  return `This round: ${ended} Only ${isScored(rule) ? 'scores given on' : 'reactions to'} the new card count.`;
}

function outcome({ decision, people, publication }: CardView, detail: Detail): KnownBlock[] {
  const { outcome: made } = decision;
  if (made === undefined) return [];
  const chosen = decision.options.find((option) => option.id === made.chosenOptionId);
  const by = made.decidedBy ? ` (recorded by ${nameOf(people, made.decidedBy)})` : '';
  const verdict = chosen ? `Chosen: ${chosen.title}, because ` : 'Rejected, because ';
  const blocks: KnownBlock[] = [
    richText(
      { type: 'text', text: verdict, style: { bold: true } },
      { type: 'text', text: `${shorten(language.verdicts.giveReason(made.reason), detail.excerpt)}${by}` },
    ),
  ];
  if (publication?.pushedAt && publication.fileName) {
    const { fileName, commit, commitUrl } = publication;
    const name = commitUrl ? link(commitUrl, fileName) : code(fileName);
    blocks.push(paragraph(say`Published as ${name}${commit ? say` in commit ${code(commit.slice(0, 7))}` : ''}`));
  } else if (publication?.trouble) {
    blocks.push(context(`⚠ Not published yet: ${shorten(wordTrouble(language, publication.trouble), detail.excerpt)}`));
    blocks.push(actions('publish', [button(cardActions.publishNow, 'Publish now', { value: decision.id })]));
  }
  return blocks;
}

function buttons({ decision }: CardView): KnownBlock[] {
  const value = decision.id;
  const all: Record<string, Button> = {
    argue: button(cardActions.giveArgument, 'Add pro / con', { value }),
    option: button(cardActions.giveOption, 'Add option', { value }),
    score: button(cardActions.giveScores, scoreTitle, { value, style: 'primary' }),
    object: button(cardActions.object, 'Object', { value }),
    settle: button(cardActions.settleObjection, 'Resolve objection', { value }),
    open: button(cardActions.openVoting, 'Open voting', { value, style: 'primary' }),
    outcome: button(cardActions.recordOutcome, 'Record outcome', { value }),
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
      choice('Edit', `${menuChoices.edit} ${value}`),
      choice('Move the deadline', `${menuChoices.extend} ${value}`),
      ...(phaseOf(decision) === 'undecided' ? [choice('Vote again', `${menuChoices.again} ${value}`)] : []),
      choice('Withdraw', `${menuChoices.withdraw} ${value}`),
    ],
  };
  return [actions('card', [...elements, menu])];
}
