import type { KnownBlock, ModalView, RichTextBlock, RichTextElement } from '@slack/types';
import type { Argument } from '../../decision/argument.ts';
import { phaseOf } from '../../decision/decision.ts';
import { limits } from '../../decision/limits.ts';
import type { Option } from '../../decision/option.ts';
import { listNames, nameOf } from '../../decision/person.ts';
import { isScored, nameWithPoints } from '../../decision/score.ts';
import type { Section } from '../../decision/section.ts';
import { bold } from '../../words/say.ts';
import type { CardView } from '../../workflow/ports/chat.ts';
import { language } from '../app/language.ts';
import { countBytes, viewRichText } from '../form/inputs.ts';
import { notice } from '../form/notice.ts';
import { context, divider, header, richText, shorten, slackLimits } from '../text/blocks.ts';
import { fitLines } from '../text/fit-lines.ts';
import { paragraph } from '../text/words.ts';
import { nonVoterBlocks } from '../vote/non-voters.ts';
import { objectionDetails } from './objection-blocks.ts';

const namesShown = 20;

/** How many arguments are shown of each option, and how many objections, where the view has room for them. */
const argumentsShown = 200;

const words: Record<Argument['kind'], string> = { pro: 'Good', con: 'Bad', neutral: 'Neutral' };

function optionDetails({ decision, people, tally }: CardView, option: Option, most: number): KnownBlock {
  const all = decision.arguments.filter((argument) => argument.optionId === option.id);
  const lines = all
    .slice(0, most)
    .map(({ kind, text, authorId }) => `\n${words[kind]}: ${text} (${nameOf(people, authorId)})`);
  const rest = all.length - lines.length;
  if (rest > 0) lines.push(`\nand ${rest} more`);
  const { voters = [], points } = tally?.options.find((counted) => counted.option.id === option.id) ?? {};
  const names = voters.map((id) => nameWithPoints(people, id, points));
  const what = isScored(decision.rule) ? 'Points' : 'Votes';
  const votes = names.length > 0 ? `\n${what}: ${listNames(names, namesShown)}` : '';
  const body = `${option.description === '' ? '' : `\n${option.description}`}${lines.join('')}${votes}`;
  const title: RichTextElement[] = [
    { type: 'emoji', name: option.emoji },
    { type: 'text', text: `  ${option.title}`, style: { bold: true } },
  ];
  return richText(...title, ...(body === '' ? [] : [{ type: 'text', text: body } as const]));
}

/** Sections up to so many, and so many bytes together: the rest of the view needs its room as well. */
const sectionsShown = 40;
const sectionBytes = 60_000;

/** The beginnings of the sections, as long as there is room; the others by their headings. */
function sectionDetails(sections: readonly Section[]): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  let room = sectionBytes;
  for (const { heading, markdown } of sections.slice(0, sectionsShown)) {
    const block = sectionDetail(heading, beginningOf(markdown, limits.section), markdown.length);
    room -= countBytes(block);
    if (room < 0) break;
    blocks.push(block);
  }
  const rest = sections.slice(blocks.length).map(({ heading }) => `“${shorten(heading, 60)}”`);
  if (rest.length > 0) blocks.push(context(`The ADR has these sections as well: ${listNames(rest, 20)}.`));
  return blocks.length === 0 ? [] : [divider(), ...blocks];
}

function sectionDetail(heading: string, shown: string, length: number): RichTextBlock {
  const title = richText({ type: 'text', text: heading, style: { bold: true } });
  const rest = length - shown.length;
  const more = `This is its beginning; the ADR has ${rest.toLocaleString('en')} characters more.`;
  const elements = [...title.elements, ...viewRichText(shown).elements];
  return {
    type: 'rich_text',
    elements:
      rest > 0 ? [...elements, ...richText({ type: 'text', text: more, style: { italic: true } }).elements] : elements,
  };
}

/** A Markdown text up to a length, cut at the end of a line if there is one. */
function beginningOf(markdown: string, most: number): string {
  if (markdown.length <= most) return markdown;
  const end = markdown.lastIndexOf('\n', most);
  return markdown.slice(0, end > 0 ? end : most).toWellFormed();
}

/** The rule, and who may vote; before voting opens, whoever is named. */
function ruleBlocks({ decision, people }: CardView): KnownBlock[] {
  const { voting, rule, namedDeciders, namedGroups } = decision;
  const namesOf = (ids: readonly string[]) => ids.map((id) => nameOf(people, id));
  if (voting) {
    const deciders = listNames(namesOf(voting.deciders), namesShown);
    const words = `${language.rules.describe(voting.rule)} ${voting.deciders.length} may vote: ${deciders}.`;
    return [context(words)];
  }
  if (phaseOf(decision) !== 'discussing') return [];
  const named = [...namesOf(namedDeciders), ...namedGroups.map(({ handle }) => `@${handle}`)];
  const who = named.length > 0 ? listNames(named, namesShown) : 'everyone in the channel';
  return [context(`${language.rules.describe(rule)} Once voting opens, ${who} may vote.`)];
}

/** Everything that a card has no room for; of the arguments, as many as a view holds. */
export function readMoreView(view: CardView): ModalView {
  return fitLines(
    argumentsShown,
    (most) => wholeDecision(view, most),
    (written) => countBytes(written) <= slackLimits.viewBytes,
  );
}

function wholeDecision(view: CardView, most: number): ModalView {
  const { decision } = view;
  const drivers = decision.drivers.map((driver) => `•  ${driver}`).join('\n');
  return notice(
    language,
    'The whole decision',
    header(decision.title),
    viewRichText(beginningOf(decision.context, limits.context)),
    ...(decision.context.length > limits.context ? [context('This is its beginning; the ADR has all of it.')] : []),
    ...(drivers === '' ? [] : [paragraph(bold('Decision drivers')), richText({ type: 'text', text: drivers })]),
    divider(),
    ...decision.options.map((option) => optionDetails(view, option, most)),
    ...objectionDetails(language, view, most),
    ...sectionDetails(decision.sections),
    ...ruleBlocks(view),
    ...nonVoterBlocks(language, view),
  );
}
