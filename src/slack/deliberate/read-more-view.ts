import type { Button, KnownBlock, ModalView, RichTextBlock, RichTextElement } from '@slack/types';
import { type Decision, phaseOf } from '../../decision/decision.ts';
import { limits } from '../../decision/limits.ts';
import { type ListedOption, listWithdrawn, type Option } from '../../decision/proposal/option.ts';
import type { Section } from '../../decision/proposal/section.ts';
import { isScored } from '../../decision/vote/score.ts';
import type { Language } from '../../words/language.ts';
import { bold, lines, say, type Words } from '../../words/say.ts';
import { typed } from '../../words/typed.ts';
import type { CardView } from '../../workflow/ports/chat/chat.ts';
import { cardActions } from '../card/card-actions.ts';
import { wordOutcome } from '../decide/outcome-text.ts';
import { countBytes, viewRichText } from '../form/inputs.ts';
import { notice } from '../form/notice.ts';
import { tellWay } from '../publish/review-state.ts';
import { actions, button, context, divider, header, richText, shorten, slackLimits } from '../text/blocks.ts';
import { fitLines } from '../text/fit-lines.ts';
import { listNames, nameAuthor, nameOf, nameWithPoints } from '../text/people-text.ts';
import { wordRecall } from '../text/recall-text.ts';
import { typedToRichText } from '../text/rich-text/typed.ts';
import { paragraph, toElements } from '../text/words.ts';
import { nonVoterBlocks } from '../vote/non-voters.ts';
import { objectionDetails } from './objection-blocks.ts';

const namesShown = 20;

/** How many arguments of each option, and how many objections, are shown if the view has room for them. */
const argumentsShown = 200;

function optionDetails(
  language: Language,
  { decision, people, tally }: CardView,
  option: Option,
  most: number,
): KnownBlock {
  const { wholeDecision } = language;
  const { voters = [], points } = tally?.options.find((counted) => counted.option.id === option.id) ?? {};
  const names = voters.map((id) => nameWithPoints(language, people, id, points));
  const listed = listNames(language, names, namesShown);
  const given = isScored(decision.rule) ? wholeDecision.points(listed) : wholeDecision.votes(listed);
  const votes = names.length > 0 ? say`${given}` : [];
  const title: RichTextElement[] = [
    { type: 'emoji', name: option.emoji },
    { type: 'text', text: `  ${option.title}`, style: { bold: true } },
  ];
  return caseBlock(language, { decision, people }, option, { title, most, votes });
}

/** What is said about an option: its description, the arguments about it, and who backs it. */
function caseBlock(
  language: Language,
  { decision, people }: Pick<CardView, 'decision' | 'people'>,
  { id, description }: Pick<Option, 'id' | 'description'>,
  { title, most, votes }: { readonly title: RichTextElement[]; readonly most: number; readonly votes: Words },
): KnownBlock {
  const { forms, wholeDecision } = language;
  const all = decision.arguments.filter(({ optionId }) => optionId === id);
  const told = all
    .slice(0, most)
    .map((reason) => wholeDecision.argument(reason.kind, typed(reason.text), nameAuthor(language, people, reason)));
  const rest = all.length - told.length;
  const body = lines(...told, rest > 0 ? say`${forms.more(rest)}` : [], votes);
  return {
    type: 'rich_text',
    elements: [
      ...richText(...title).elements,
      ...typedToRichText(description),
      ...(body.length === 0 ? [] : richText(...toElements(body)).elements),
    ],
  };
}

/** An option that was withdrawn while people could vote for it, and what was said about it. */
function withdrawnDetails(language: Language, view: CardView, option: ListedOption, most: number): KnownBlock {
  const by = language.corrections.withdrawnBy(nameOf(language, view.people, option.withdrawal.by));
  const title: RichTextElement[] = [
    { type: 'emoji', name: option.place.emoji },
    { type: 'text', text: '  ' },
    { type: 'text', text: option.title, style: { strike: true } },
    { type: 'text', text: ` (${by})` },
  ];
  return caseBlock(language, view, option, { title, most, votes: [] });
}

/** The maximum number of sections, and of bytes for all of them: the rest of the view needs room as well. */
const sectionsShown = 40;
const sectionBytes = 60_000;

/** How many characters of a heading appear in small print, and how many headings. */
const headingShown = 60;
const headingsNamed = 20;

/** The beginnings of the sections, as long as there is room; the others by their headings. */
function sectionDetails(language: Language, sections: readonly Section[]): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  let room = sectionBytes;
  for (const { heading, markdown } of sections.slice(0, sectionsShown)) {
    const block = sectionDetail(language, heading, beginningOf(markdown, limits.section), markdown.length);
    room -= countBytes(block);
    if (room < 0) break;
    blocks.push(block);
  }
  const rest = sections.slice(blocks.length).map(({ heading }) => shorten(heading, headingShown));
  const named = rest.slice(0, headingsNamed);
  if (rest.length > 0) {
    blocks.push(context(language.wholeDecision.sectionsLeft(named, rest.length - named.length)));
  }
  return blocks.length === 0 ? [] : [divider(), ...blocks];
}

function sectionDetail({ wholeDecision }: Language, heading: string, shown: string, length: number): RichTextBlock {
  const title = richText({ type: 'text', text: heading, style: { bold: true } });
  const rest = length - shown.length;
  const more = wholeDecision.sectionCut(rest);
  const elements = [...title.elements, ...viewRichText(shown).elements];
  return {
    type: 'rich_text',
    elements:
      rest > 0 ? [...elements, ...richText({ type: 'text', text: more, style: { italic: true } }).elements] : elements,
  };
}

/** A Markdown text cut to a length, at the end of a line if there is one. */
function beginningOf(markdown: string, most: number): string {
  if (markdown.length <= most) return markdown;
  const end = markdown.lastIndexOf('\n', most);
  return markdown.slice(0, end > 0 ? end : most).toWellFormed();
}

/** The rule, and who may vote; before voting opens, the people named. */
function ruleBlocks(language: Language, { decision, people }: CardView): KnownBlock[] {
  const { rules, wholeDecision } = language;
  const { voting, rule, namedDeciders, namedGroups } = decision;
  const namesOf = (ids: readonly string[]) => ids.map((id) => nameOf(language, people, id));
  if (voting) {
    const deciders = listNames(language, namesOf(voting.deciders), namesShown);
    const mayVote = wholeDecision.mayVote(voting.deciders.length, deciders);
    return [context(`${rules.describe(voting.rule)} ${mayVote}`)];
  }
  if (phaseOf(decision) !== 'discussing') return [];
  const named = [...namesOf(namedDeciders), ...namedGroups.map(({ handle }) => `@${handle}`)];
  const who = named.length > 0 ? listNames(language, named, namesShown) : undefined;
  return [context(`${rules.describe(rule)} ${wholeDecision.willVote(who)}`)];
}

/** Its tags, the paths that it governs, and when to look at it again. */
function recallBlocks(language: Language, decision: Decision): KnownBlock[] {
  const told = wordRecall(language, decision);
  return told.length === 0 ? [] : [richText(...toElements(lines(...told)))];
}

/** “Correct or withdraw”, for people who may. */
function openCorrections({ corrections }: Language, decisionId: string): Button {
  return button(cardActions.correct, corrections.title, { value: decisionId });
}

/** What was decided, by whom and against what, and which way it takes into git; empty until there is an outcome. */
function outcomeBlocks(language: Language, view: CardView, objections: number): KnownBlock[] {
  const { decision, people } = view;
  if (decision.outcome === undefined) return [];
  const way = tellWay(language, view);
  return [
    richText(...toElements(wordOutcome(language, { decision, people }, { excerpt: limits.justification, objections }))),
    ...(way ? [paragraph(way)] : []),
    divider(),
  ];
}

/**
 * Everything that a card has no room for, with as many arguments as a view holds, and as many of the objections over
 * which it was decided. It begins with the title, and the outcome once there is one. `mayCorrect`: whether there is
 * something in it that its reader may correct.
 */
export function readMoreView(language: Language, view: CardView, mayCorrect = false): ModalView {
  const fits = (written: ModalView) => countBytes(written) <= slackLimits.viewBytes;
  const write = (objections: number) =>
    fitLines(argumentsShown, (most) => writeDecision(language, view, { most, objections }, mayCorrect), fits);
  return fitLines(limits.objectionsInRecord, write, fits);
}

function writeDecision(
  language: Language,
  view: CardView,
  { most, objections }: { readonly most: number; readonly objections: number },
  mayCorrect: boolean,
): ModalView {
  const { wholeDecision } = language;
  const { decision } = view;
  const drivers = decision.drivers.map((driver) => say`•  ${typed(driver)}`);
  return notice(
    language,
    wholeDecision.title,
    header(decision.title),
    ...outcomeBlocks(language, view, objections),
    viewRichText(beginningOf(decision.context, limits.context)),
    ...(decision.context.length > limits.context ? [context(wholeDecision.contextCut)] : []),
    ...(drivers.length === 0 ? [] : [richText(...toElements(lines(bold(wholeDecision.drivers), ...drivers)))]),
    ...recallBlocks(language, decision),
    divider(),
    ...decision.options.map((option) => optionDetails(language, view, option, most)),
    ...listWithdrawn(decision.withdrawn.options).map((option) => withdrawnDetails(language, view, option, most)),
    ...(mayCorrect ? [actions('correct', [openCorrections(language, decision.id)])] : []),
    ...objectionDetails(language, view, most),
    ...sectionDetails(language, decision.sections),
    ...ruleBlocks(language, view),
    ...nonVoterBlocks(language, view),
  );
}
