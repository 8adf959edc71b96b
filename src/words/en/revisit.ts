import type { ToldAnswer } from '../announcement-words.ts';
import { linked } from '../linked.ts';
import type { RevisitWords } from '../revisit-words.ts';
import { bold, emoji, lines, say } from '../say.ts';
import { day } from './grammar.ts';

/** What became of a note whose review was closed. */
function wordAnswer({ what, by }: ToldAnswer): string {
  if (what === 'arrived') return 'The ADR says it by now.';
  if (what === 'reopened')
    return by === undefined ? 'The review is open again.' : `${by} asked me to open the review again.`;
  return `${by} left it at that.`;
}

/** Looking at decisions again, in English. */
export const revisit: RevisitWords = {
  ask: ({ decision, chosen, decidedAt, dueOn, when }) =>
    lines(
      say`${emoji('repeat')} ${bold('Is this still right?')} ${decision}${chosen === undefined ? '' : say`: ${bold(chosen)}`}`,
      decidedAt === undefined
        ? say`It was to be looked at again on ${day(dueOn)}.`
        : say`Decided ${decidedAt}, to be looked at again on ${day(dueOn)}.`,
      when === undefined ? [] : say`We would change our mind if: ${when}`,
    ),
  answered: ({ by, next, note }) =>
    lines(
      say`${emoji('white_check_mark')} ${by} looked at it again: ${bold('still right')}.${next === undefined ? '' : ` Next time on ${day(next)}.`}`,
      note === undefined ? [] : say`Note: ${note}`,
    ),
  waits: (since) =>
    say`${emoji('repeat')} Nobody has said yet whether this is still right; the question above is from ${since}. I won’t remind you again: it stays in Home and in the digest.`,
  noted: (file, commit) =>
    say`The ADR now says that it is still right: ${file}${commit === undefined ? '' : `, commit ${commit}`}.`,
  inReview: (review) => say`The note for the ADR waits in ${review}. Here it already counts.`,
  left: (because, review, answer) => {
    const why = {
      'review closed': say`${review ?? 'the review with that note'} was not merged`,
      'file gone': say`its file is no longer in the repository`,
      'file unreadable': say`its file is no text in UTF-8, and stays as it is`,
    };
    return say`The ADR doesn’t say that it is still right: ${why[because]}. It stays recorded here.${answer === undefined ? '' : ` ${wordAnswer(answer)}`}`;
  },
  notYet: (trouble) =>
    say`${emoji('warning')} It is recorded that this is still right, but the ADR doesn’t say it yet. ${linked(trouble)} I’ll keep trying.`,
  stillRight: 'Still right',
  amend: 'Amend',
  supersede: 'Supersede',
  list: 'To look at again',
  line: (decision, dueOn) => say`${decision}, since ${day(dueOn)}`,
  dueSince: (dueOn) => `to be looked at again since ${day(dueOn)}`,
  title: 'Still right?',
  submit: 'It is still right',
  explain: (title) =>
    say`You looked at ${bold(title)} again, and it still holds. That is recorded with your name and today’s date, and noted in the ADR.`,
  nextOn: 'Look again on',
  nextOnHint: 'Leave it empty if nobody has to look again.',
  note: 'Note',
  noteExample: 'One server is still enough; load has grown by a tenth.',
};
