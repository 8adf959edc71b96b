import type { KnownBlock } from '@slack/types';
import type { Objection } from '../../decision/decision.ts';
import { countObjections, isStanding } from '../../decision/objection/objection.ts';
import { countsForVerdict, pickObjections } from '../../decision/outcome/judge.ts';
import type { Language } from '../../words/language.ts';
import { bold, lines, say, type Words } from '../../words/say.ts';
import type { CardView } from '../../workflow/ports/chat/chat.ts';
import { context, richText, shorten } from '../text/blocks.ts';
import { nameOf } from '../text/people-text.ts';
import { toElements } from '../text/words.ts';

/** “✋ Chloe needs time until …: …”, in pieces that show anything typed as plain text. */
function stanceOf(language: Language, { decision, people }: CardView, objection: Objection, length: number): Words {
  const { authorId, until, reason } = objection;
  return language.objections.stance({
    name: nameOf(language, people, authorId),
    until,
    isAdvice: !countsForVerdict(decision, authorId),
    reason: shorten(reason, length),
  });
}

/** The standing objections, as far as there is room, and how many more there are and were. */
export function cardObjections(language: Language, view: CardView, most: number, length: number): KnownBlock[] {
  const { objections } = view.decision;
  const standing = objections.filter(isStanding);
  const shown = pickObjections(view.decision, standing, most);
  const stances = shown.map((objection) => stanceOf(language, view, objection, length));
  const { resolved, overridden = 0 } = countObjections(objections);
  const more = standing.length - shown.length;
  return [
    ...(stances.length > 0 ? [richText(...toElements(lines(...stances)))] : []),
    ...(more + resolved + overridden > 0 ? [context(language.objections.counts({ more, resolved, overridden }))] : []),
  ];
}

/** What became of an objection, with names. */
function fateOf(language: Language, { people }: CardView, { authorId, resolution }: Objection): Words {
  const { objections } = language;
  if (resolution === undefined) return [];
  if (resolution.kind === 'ended') return say`${objections.timeIsUp}`;
  const by = resolution.by === authorId ? undefined : nameOf(language, people, resolution.by);
  return objections.fate(resolution.kind, by, resolution.reason);
}

/** Objections with their reasons and what became of each, as many as there is room for. */
export function objectionDetails(language: Language, view: CardView, most: number): KnownBlock[] {
  const { objections } = view.decision;
  if (objections.length === 0) return [];
  const shown = wordObjections(language, view, most);
  return [richText(...toElements(lines(bold(language.objections.title), shown)))];
}

/** Objections with their reasons and what became of each, a line each, and how many more there are. */
export function wordObjections(language: Language, view: CardView, most: number): Words {
  const { objections } = view.decision;
  const shown = pickObjections(view.decision, objections, most).flatMap((objection) => [
    stanceOf(language, view, objection, objection.reason.length),
    fateOf(language, view, objection),
  ]);
  const rest = objections.length - Math.min(objections.length, most);
  return lines(...shown, rest > 0 ? say`${language.forms.more(rest)}` : []);
}
