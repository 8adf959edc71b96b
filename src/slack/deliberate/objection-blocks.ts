import type { KnownBlock, RichTextElement } from '@slack/types';
import type { Objection } from '../../decision/decision.ts';
import { countsForVerdict, pickObjections } from '../../decision/judge.ts';
import { isStanding } from '../../decision/objection.ts';
import { nameOf } from '../../decision/person.ts';
import type { CardView } from '../../workflow/ports/chat.ts';
import { context, moment, richText, shorten } from '../text/blocks.ts';

/** “✋ Chloe needs time until …: …”, in pieces in which nothing typed comes to life. */
function stanceOf({ decision, people }: CardView, objection: Objection, length: number): RichTextElement[] {
  const { authorId, until, reason } = objection;
  const advice = countsForVerdict(decision, authorId) ? '' : ' (advice)';
  const name = nameOf(people, authorId);
  const stance: RichTextElement[] =
    until === undefined
      ? [{ type: 'text', text: ` ${name} objects${advice}` }]
      : [{ type: 'text', text: ` ${name} needs time${advice} until ` }, moment(until)];
  return [{ type: 'emoji', name: 'raised_hand' }, ...stance, { type: 'text', text: `: ${shorten(reason, length)}` }];
}

/** “1 resolved, 2 overridden”; nothing where none was. */
function countSettled(objections: readonly Objection[]): string {
  const kinds = ['resolved', 'overridden'] as const;
  const counts = kinds.map((kind) => [objections.filter((one) => one.resolution?.kind === kind).length, kind] as const);
  return counts
    .filter(([count]) => count > 0)
    .map(([count, kind]) => `${count} ${kind}`)
    .join(', ');
}

/** The objections that stand, as far as there is room, and how many more there are and were. */
export function cardObjections(view: CardView, most: number, length: number): KnownBlock[] {
  const { objections } = view.decision;
  const standing = objections.filter(isStanding);
  const shown = pickObjections(view.decision, standing, most);
  const lines = shown.flatMap((objection, index): RichTextElement[] => [
    ...(index > 0 ? [{ type: 'text', text: '\n' } as const] : []),
    ...stanceOf(view, objection, length),
  ]);
  const more = standing.length - shown.length;
  const settled = countSettled(objections);
  const notes = [more > 0 ? `${more} more stand` : '', settled].filter(Boolean).join(', ');
  return [
    ...(lines.length > 0 ? [richText(...lines)] : []),
    ...(notes === '' ? [] : [context(`Objections: ${notes}; “Read more” lists them.`)]),
  ];
}

/** What became of an objection, by name. */
function fateOf({ people }: CardView, { authorId, resolution }: Objection): string {
  if (resolution === undefined) return '';
  if (resolution.kind === 'ended') return '\nThe time is up.';
  const by = resolution.by === authorId ? '' : ` by ${nameOf(people, resolution.by)}`;
  return `\n${resolution.kind === 'resolved' ? 'Resolved' : 'Overridden'}${by}: ${resolution.reason}`;
}

/** Objections with their reasons and what became of each, as many as there is room for. */
export function objectionDetails(view: CardView, most: number): KnownBlock[] {
  const { objections } = view.decision;
  if (objections.length === 0) return [];
  const lines = pickObjections(view.decision, objections, most)
    .flatMap((objection): RichTextElement[] => [
      { type: 'text', text: '\n' },
      ...stanceOf(view, objection, objection.reason.length),
      { type: 'text', text: fateOf(view, objection) },
    ])
    .filter((element) => element.type !== 'text' || element.text !== '');
  const rest = objections.length - Math.min(objections.length, most);
  return [
    richText(
      { type: 'text', text: 'Objections', style: { bold: true } },
      ...lines,
      ...(rest > 0 ? [{ type: 'text', text: `\nand ${rest} more` } as const] : []),
    ),
  ];
}
