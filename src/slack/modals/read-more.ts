import type { KnownBlock, ModalView, RichTextElement } from '@slack/types';
import type { Argument } from '../../decision/argument.ts';
import { limits } from '../../decision/limits.ts';
import type { Option } from '../../decision/option.ts';
import { listNames, nameOf } from '../../decision/person.ts';
import { describeRule } from '../../decision/rule.ts';
import type { CardView } from '../../workflow/ports.ts';
import { context, divider, escapeMrkdwn, header, richText, section, slackLimits } from '../blocks.ts';
import { fitLines } from '../fit-lines.ts';
import { countBytes, viewRichText } from './inputs.ts';
import { notice } from './notice.ts';

const namesShown = 20;

const words: Record<Argument['kind'], string> = { pro: 'Good', con: 'Bad', neutral: 'Neutral' };

function optionDetails({ decision, people, tally }: CardView, option: Option, most: number): KnownBlock {
  const all = decision.arguments.filter((argument) => argument.optionId === option.id);
  const lines = all
    .slice(0, most)
    .map(({ kind, text, authorId }) => `\n${words[kind]}: ${text} (${nameOf(people, authorId)})`);
  const rest = all.length - lines.length;
  if (rest > 0) lines.push(`\nand ${rest} more`);
  const voters = tally?.options.find((counted) => counted.option.id === option.id)?.voters ?? [];
  const names = voters.map((id) => nameOf(people, id));
  const votes = names.length > 0 ? `\nVotes: ${listNames(names, namesShown)}` : '';
  const body = `${option.description === '' ? '' : `\n${option.description}`}${lines.join('')}${votes}`;
  const title: RichTextElement[] = [
    { type: 'emoji', name: option.emoji },
    { type: 'text', text: `  ${option.title}`, style: { bold: true } },
  ];
  return richText(...title, ...(body === '' ? [] : [{ type: 'text', text: body } as const]));
}

/** Everything that a card has no room for; of the arguments, as many as a view holds. */
export function readMoreView(view: CardView): ModalView {
  return fitLines(
    limits.arguments,
    (most) => wholeDecision(view, most),
    (written) => countBytes(written) <= slackLimits.viewBytes,
  );
}

function wholeDecision(view: CardView, argumentsShown: number): ModalView {
  const { decision, people } = view;
  const drivers = decision.drivers.map((driver) => `•  ${driver}`).join('\n');
  const deciders = decision.voting?.deciders.map((id) => nameOf(people, id)) ?? [];
  const rule = decision.voting
    ? [
        context(
          `${escapeMrkdwn(describeRule(decision.voting.rule))} ${deciders.length} may vote: ${escapeMrkdwn(listNames(deciders, namesShown))}.`,
        ),
      ]
    : [];
  return notice(
    'The whole decision',
    header(decision.title),
    viewRichText(decision.context),
    ...(drivers === '' ? [] : [section('*Decision drivers*'), richText({ type: 'text', text: drivers })]),
    divider(),
    ...decision.options.map((option) => optionDetails(view, option, argumentsShown)),
    ...rule,
  );
}
