import type { KnownBlock, RichTextElement } from '@slack/types';
import { hidesTally } from '../../decision/decision.ts';
import type { Argument } from '../../decision/proposal/argument.ts';
import type { Option } from '../../decision/proposal/option.ts';
import type { Rule } from '../../decision/rule/rule.ts';
import type { OptionTally } from '../../decision/tally/tally.ts';
import { isScored, worthOf } from '../../decision/vote/score.ts';
import type { Language } from '../../words/language.ts';
import type { CardView } from '../../workflow/ports/chat/chat.ts';
import { richText, shorten } from '../text/blocks.ts';
import { nameAuthor } from '../text/people-text.ts';
import type { CardExcerpts } from './card-excerpt.ts';

const argumentLength = 90;
const barLength = 10;

/** What stands before an argument, by its kind. */
export const argumentSigns: Readonly<Record<Argument['kind'], string>> = { pro: '+', con: '−', neutral: '•' };

/** How a card shows its options, apart from their arguments. */
export interface OptionDrawing {
  readonly language: Language;
  readonly view: CardView;
  readonly excerpts: CardExcerpts;
  /** How many characters of a title are shown, and of a description. */
  readonly title: number;
  readonly description: number;
}

/** The options without their arguments. */
export function bareOptionBlocks(drawing: OptionDrawing): KnownBlock[] {
  return drawing.view.decision.options.map((option) => optionBlock(drawing, option, 0));
}

/** As many arguments as there is room for, dealt out in rounds so that no option crowds out another. */
export function optionBlocks(drawing: OptionDrawing, room: number): KnownBlock[] {
  const { options } = drawing.view.decision;
  const lengthWith = (option: Option, reasons: number) => lengthOf([optionBlock(drawing, option, reasons)]);
  let left = room;
  const shown = new Map(options.map((option) => [option.id, 0]));
  // An option whose last argument had no room gets no more.
  for (let dealt = options; dealt.length > 0; ) {
    dealt = dealt.filter((option) => {
      const before = shown.get(option.id) ?? 0;
      if (argumentsFor(drawing.view, option).length <= before) return false;
      const cost = lengthWith(option, before + 1) - lengthWith(option, before);
      if (cost > left) return false;
      left -= Math.max(cost, 0);
      shown.set(option.id, before + 1);
      return true;
    });
  }
  return options.map((option) => optionBlock(drawing, option, shown.get(option.id) ?? 0));
}

/** How many characters Slack counts for blocks. */
export function lengthOf(blocks: readonly KnownBlock[]): number {
  return JSON.stringify(blocks).length;
}

function argumentsFor({ decision }: CardView, option: Option): Argument[] {
  return decision.arguments.filter((argument) => argument.optionId === option.id);
}

function optionBlock(drawing: OptionDrawing, option: Option, shown: number): KnownBlock {
  const { language, view, excerpts } = drawing;
  const isChosen = view.decision.outcome?.chosenOptionId === option.id;
  const all = argumentsFor(view, option);
  const rest = all.length - shown;
  const description = drawing.description === 0 ? [] : excerpts.of('typed', option.description, drawing.description);
  const lines = [
    ...drawBar(language, view, option),
    ...(description.length === 0 ? [] : [{ type: 'text', text: '\n' } as const, ...description]),
    ...argumentLines(drawing, all.slice(0, shown)),
    ...(rest > 0 ? [{ type: 'text', text: `\n${language.card.moreReasons(rest)}` } as const] : []),
  ];
  return richText(
    { type: 'emoji', name: isChosen ? 'white_check_mark' : option.emoji },
    { type: 'text', text: `  ${shorten(option.title, drawing.title)}`, style: { bold: true } },
    ...joinPlain(lines),
  );
}

/** Fewer elements that show the same, since there is room for only so many characters. */
export function joinPlain(elements: readonly RichTextElement[]): RichTextElement[] {
  const joined: RichTextElement[] = [];
  for (const element of elements) {
    const last = joined.at(-1);
    const arePlain = last?.type === 'text' && element.type === 'text' && !last.style && !element.style;
    if (arePlain) joined[joined.length - 1] = { type: 'text', text: last.text + element.text };
    else joined.push(element);
  }
  return joined;
}

/** Arguments on lines of their own. If somebody gave several in a row, their name stands after the last one. */
function argumentLines(
  { language, view: { people }, excerpts }: OptionDrawing,
  given: readonly Argument[],
): RichTextElement[] {
  let inARow = 0;
  const names = given.map((reason) => nameAuthor(language, people, reason));
  const isSameAuthor = (a: Argument, b: Argument | undefined) =>
    a.authorId === b?.authorId && (a.takenBy === undefined) === (b.takenBy === undefined);
  return given.flatMap((reason, index): RichTextElement[] => {
    const { kind, text } = reason;
    inARow += 1;
    const isLast = !isSameAuthor(reason, given[index + 1]);
    const author = isLast ? ` ${language.card.author(names[index] ?? '', inARow)}` : '';
    if (isLast) inARow = 0;
    return [
      { type: 'text', text: '\n' },
      { type: 'text', text: argumentSigns[kind], style: { bold: true } },
      { type: 'text', text: ' ' },
      ...excerpts.of('typed line', text, argumentLength),
      ...(isLast ? [{ type: 'text', text: author } as const] : []),
    ];
  });
}

/** On a line of its own, so that all bars begin at the left and can be compared on the narrowest screen. */
function drawBar(language: Language, { decision, tally }: CardView, { id }: Option): RichTextElement[] {
  const counted = tally?.options.find(({ option }) => option.id === id);
  if (counted === undefined || tally === undefined || hidesTally(decision)) return [];
  const figure = isScored(decision.rule) ? language.rules.countVotes(decision.rule, counted.votes) : counted.votes;
  return [{ type: 'text', text: `\n${bar(counted, tally.voted.length, decision.rule)} ${figure}` }];
}

/** How much of what the voters could give the option has. */
function bar({ votes }: OptionTally, voted: number, rule: Rule): string {
  const filled = voted === 0 ? 0 : Math.round((votes / (voted * worthOf(rule))) * barLength);
  return '█'.repeat(filled) + '░'.repeat(barLength - filled);
}
