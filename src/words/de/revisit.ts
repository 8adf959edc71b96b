import type { ToldAnswer } from '../announcement-words.ts';
import { linked } from '../linked.ts';
import type { RevisitWords } from '../revisit-words.ts';
import { bold, emoji, lines, say } from '../say.ts';
import { day } from './grammar.ts';

/** What became of a note whose review was closed. */
function wordAnswer({ what, by }: ToldAnswer): string {
  if (what === 'arrived') return 'Inzwischen steht es im ADR.';
  if (what === 'reopened')
    return by === undefined ? 'Inzwischen ist das Review wieder offen.' : `${by} lässt das Review wieder öffnen.`;
  return `${by} lässt es so.`;
}

/** Looking at decisions again, in German. */
export const revisit: RevisitWords = {
  ask: ({ decision, chosen, decidedAt, dueOn, when }) =>
    lines(
      say`${emoji('repeat')} ${bold('Ist das noch richtig?')} ${decision}${chosen === undefined ? '' : say`: ${bold(chosen)}`}`,
      decidedAt === undefined
        ? say`Wiedervorlage am ${day(dueOn)}.`
        : say`Entschieden ${decidedAt}, Wiedervorlage am ${day(dueOn)}.`,
      when === undefined ? [] : say`Wir würden umdenken, wenn: ${when}`,
    ),
  answered: ({ by, next, note }) =>
    lines(
      say`${emoji('white_check_mark')} ${by} hat es noch einmal geprüft: ${bold('noch richtig')}.${next === undefined ? '' : ` Nächste Wiedervorlage am ${day(next)}.`}`,
      note === undefined ? [] : say`Notiz: ${note}`,
    ),
  waits: (since) =>
    say`${emoji('repeat')} Noch hat niemand gesagt, ob das noch richtig ist; die Frage oben ist vom ${since}. Ich erinnere nur dieses eine Mal: Es steht weiter in Home und im Digest.`,
  noted: (file, commit) =>
    say`Im ADR steht jetzt, dass es noch richtig ist: ${file}${commit === undefined ? '' : `, Commit ${commit}`}.`,
  inReview: (review) => say`Der Vermerk für das ADR, dass es noch richtig ist: ${review}. Hier gilt er schon.`,
  left: (because, review, answer) => {
    const why = {
      'review closed': say`${review ?? 'das Review mit diesem Vermerk'} wurde nicht übernommen`,
      'file gone': say`seine Datei ist nicht mehr im Repository`,
      'file unreadable': say`seine Datei ist kein Text in UTF-8 und bleibt, wie sie ist`,
    };
    return say`Im ADR steht nicht, dass es noch richtig ist: ${why[because]}. Hier bleibt es festgehalten.${answer === undefined ? '' : ` ${wordAnswer(answer)}`}`;
  },
  notYet: (trouble) =>
    say`${emoji('warning')} Es ist festgehalten, dass das noch richtig ist, aber im ADR steht es noch nicht. ${linked(trouble)} Ich versuche es weiter.`,
  stillRight: 'Noch richtig',
  amend: 'Ändern',
  supersede: 'Ersetzen',
  list: 'Wiedervorlage',
  line: (decision, dueOn) => say`${decision}, seit dem ${day(dueOn)}`,
  dueSince: (dueOn) => `Wiedervorlage seit dem ${day(dueOn)}`,
  title: 'Noch richtig?',
  submit: 'Ist noch richtig',
  explain: (title) =>
    say`Du hast ${bold(title)} noch einmal geprüft, und es gilt weiter. Das wird mit deinem Namen und dem heutigen Datum festgehalten und im ADR vermerkt.`,
  nextOn: 'Nächste Wiedervorlage',
  nextOnHint: 'Leer lassen, wenn niemand noch einmal gefragt werden soll.',
  note: 'Notiz',
  noteExample: 'Ein Server reicht weiterhin; die Last ist um ein Zehntel gewachsen.',
};
