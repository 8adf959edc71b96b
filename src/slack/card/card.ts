import type { KnownBlock } from '@slack/types';
import type { Decision } from '../../decision/decision.ts';
import { limits } from '../../decision/limits.ts';
import { listWithdrawn } from '../../decision/proposal/option.ts';
import { isScored } from '../../decision/vote/score.ts';
import type { Language } from '../../words/language.ts';
import { link, type Words } from '../../words/say.ts';
import { typed } from '../../words/typed.ts';
import { type CardView, namesOnCard } from '../../workflow/ports/chat/chat.ts';
import { awaitedBlocks, awaitedInShort } from '../decide/confirm-text.ts';
import { cardObjections } from '../deliberate/objection-blocks.ts';
import { wordBond } from '../propose/bond-text.ts';
import { context, divider, header, richText, shorten, slackLimits } from '../text/blocks.ts';
import { nameOf } from '../text/people-text.ts';
import { cutWords, paragraph, printed, writeFallback } from '../text/words.ts';
import { turnoutBlocks } from '../vote/turnout-blocks.ts';
import { fullLabel, voteButtons } from '../vote/vote-buttons.ts';
import { buttonBlocks, listMoves } from './card-buttons.ts';
import { CardExcerpts } from './card-excerpt.ts';
import { wordFate } from './fate-text.ts';
import { dropNotes, toPlain } from './fit-card.ts';
import { bareOptionBlocks, lengthOf, type OptionDrawing, optionBlocks } from './option-blocks.ts';
import { outcomeBlocks } from './outcome-blocks.ts';
import { standingOf } from './standing.ts';

/** How much a card shows besides the arguments: characters of a text, names, characters of a note. */
interface Detail {
  readonly excerpt: number;
  readonly names: number;
  readonly note: number;
  readonly objections: number;
  readonly drivers: number;
  readonly driver: number;
  readonly title: number;
  readonly description: number;
  readonly label: number;
  /** Whether what waits for a second person is told on one line, and the thread says why. */
  readonly isAwaitedInShort: boolean;
}

const full: Detail = {
  excerpt: 300,
  names: namesOnCard,
  note: 2_000,
  objections: 5,
  drivers: 5,
  driver: 80,
  title: limits.optionTitle,
  description: 140,
  label: fullLabel,
  isAwaitedInShort: false,
};

/** For many options, or long names. */
const less: Detail = { ...full, drivers: 3, driver: 60, description: 60 };

/** For cards that would otherwise be too big: ten options, a hundred comments, every text and name at its longest. */
const brief: Detail = {
  ...full,
  excerpt: 100,
  names: 3,
  note: 300,
  objections: 2,
  drivers: 1,
  driver: 60,
  description: 0,
  label: 20,
};

/** For the biggest, whose texts are full of links and of what grows when it is encoded. */
const least: Detail = {
  ...brief,
  excerpt: 50,
  names: 1,
  note: 100,
  objections: 1,
  drivers: 0,
  title: 36,
  label: 8,
  isAwaitedInShort: true,
};

/** Room for one argument of usual length, which comes before the longer descriptions. */
const roomForOne = 200;

/** The live message of one decision: never more than 50 blocks and 10,000 characters, whatever people type. */
export function renderCard(
  language: Language,
  view: CardView,
  excerpts = new CardExcerpts(),
): { text: string; blocks: KnownBlock[] } {
  const { decision } = view;
  const frame = (detail: Detail): Frame => {
    const drawing = { language, view, excerpts, title: detail.title, description: detail.description };
    const before = [...topBlocks(language, view, excerpts, detail), divider()];
    const buttons = view.earlierRound || view.isBeingCounted ? [] : voteButtons(language, decision, detail.label);
    const withdrawn = withdrawnBlocks(language, view, detail);
    const after = [...withdrawn, ...buttons, divider(), ...bottomBlocks(language, view, detail)];
    return measure({ drawing, before, after });
  };
  const wanted = Math.min(decision.options.length, decision.arguments.length) * roomForOne;
  const { drawing, before, after, room } =
    firstWithRoom([full, less], frame, wanted) ?? firstWithRoom([brief, least], frame, 0) ?? fit(frame(least));
  const blocks = [...before, ...optionBlocks(drawing, room), ...after];
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

/** All of a card but its arguments, and how many characters are left for these. */
interface Frame {
  readonly drawing: OptionDrawing;
  readonly before: readonly KnownBlock[];
  readonly after: readonly KnownBlock[];
  readonly room: number;
}

function measure({ drawing, before, after }: Omit<Frame, 'room'>): Frame {
  const room = slackLimits.message - lengthOf([...before, ...bareOptionBlocks(drawing), ...after]);
  return { drawing, before, after, room };
}

/** A card that is too big all the same: without styles and links, and with as many notes as there is room for. */
function fit({ drawing, before, after }: Frame): Frame {
  const plain = measure({ drawing, before: before.map(toPlain), after: after.map(toPlain) });
  return measure({ ...plain, after: dropNotes(plain.after, -plain.room) });
}

function firstWithRoom(
  details: readonly Detail[],
  frame: (detail: Detail) => Frame,
  wanted: number,
): Frame | undefined {
  for (const detail of details) {
    const drawn = frame(detail);
    if (drawn.room >= wanted) return drawn;
  }
  return undefined;
}

function topBlocks(language: Language, view: CardView, excerpts: CardExcerpts, detail: Detail): KnownBlock[] {
  const { decision, people } = view;
  const { card } = language;
  const bond = wordBond(language, view);
  const excerpt = excerpts.of('markdown', decision.context, detail.excerpt);
  const fate = view.earlierRound === undefined ? wordFate(language, view.fate) : undefined;
  return [
    context(
      printed(card.standing(standingOf(view))),
      card.proposedBy(nameOf(language, people, decision.proposerId)),
      decision.source?.link === undefined ? '' : printed(link(decision.source.link, language.shortcut.fromMessage)),
    ),
    header(decision.title),
    ...(fate ? [paragraph(fate)] : []),
    ...(view.earlierRound === undefined ? outcomeBlocks(language, view, detail) : []),
    ...(view.earlierRound === undefined ? drawAwaited(language, view, detail) : []),
    ...(bond ? [paragraph(bond)] : []),
    excerpt.length === 0 ? paragraph(card.noContext) : richText(...excerpt),
    ...driverBlocks(language, decision.drivers, detail),
    ...tagBlocks(language, decision, detail),
  ];
}

function drawAwaited(language: Language, view: CardView, detail: Detail): KnownBlock[] {
  return detail.isAwaitedInShort ? awaitedInShort(language, view, detail) : awaitedBlocks(language, view, detail);
}

function driverBlocks({ card }: Language, drivers: readonly string[], detail: Detail): KnownBlock[] {
  if (Math.min(drivers.length, detail.drivers) === 0) return [];
  const shown = drivers.slice(0, detail.drivers).map((driver) => cutWords(typed(driver), detail.driver));
  return [paragraph(card.drivers(shown, drivers.length - shown.length))];
}

/** One quiet line. */
function tagBlocks({ recall }: Language, { tags }: Decision, { excerpt }: Detail): KnownBlock[] {
  return tags.length === 0 ? [] : [context(shorten(`${recall.labels.tags}: ${tags.join(', ')}`, excerpt))];
}

/** The options that were withdrawn while people could vote for them. */
function withdrawnBlocks({ corrections }: Language, { decision }: CardView, { excerpt }: Detail): KnownBlock[] {
  const listed = listWithdrawn(decision.withdrawn.options).map(({ title, place }) => {
    return { emoji: place.emoji, title: shorten(title, excerpt / 2) };
  });
  return listed.length === 0 ? [] : [paragraph(corrections.listed(listed))];
}

function bottomBlocks(language: Language, view: CardView, detail: Detail): KnownBlock[] {
  const { decision, earlierRound } = view;
  if (earlierRound !== undefined) {
    const ended = shorten(language.verdicts.explain(earlierRound), detail.note);
    return [
      paragraph(language.card.earlierRound(ended, isScored(decision.rule))),
      ...buttonBlocks(language.card, decision.id, []),
    ];
  }
  return [
    ...turnoutBlocks(language, view, detail),
    ...cardObjections(language, view, detail.objections, detail.excerpt / 2),
    ...buttonBlocks(language.card, decision.id, listMoves(decision)),
  ];
}
