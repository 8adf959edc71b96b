import type { ArgumentKind } from '../../decision/proposal/argument.ts';
import type { CorrectionWords } from '../correction-words.ts';
import { bold, code, emoji, joinWords, lines, mention, say, speakTo, type Words } from '../say.ts';
import { typed } from '../typed.ts';
import { number, quote } from './grammar.ts';

const kinds: Readonly<Record<ArgumentKind, string>> = {
  pro: 'ein Pro',
  con: 'ein Contra',
  neutral: 'ein neutrales Argument',
};

function speakToVoters(voters: readonly string[], others: number): Words {
  return others === 0
    ? mention(voters)
    : say`${mention(voters)} und ${others === 1 ? 'eine weitere Person' : `${number(others)} weitere`}`;
}

/** Corrections and withdrawals in German. */
export const corrections: CorrectionWords = {
  title: 'Ändern oder zurückziehen',
  introduction: (isProposer) =>
    isProposer
      ? 'Du hast diese Entscheidung vorgeschlagen, deshalb kannst du hier alles ändern oder zurückziehen. Was jemand anderes ergänzt hat, kann auch diese Person ändern. Im Verlauf steht, wie es vorher war.'
      : 'Was du ergänzt hast, kannst du ändern oder zurückziehen, bis die Abstimmung endet. Im Verlauf steht, wie es vorher war.',
  addedBy: (name) => `Von ${name}`,
  correct: 'Ändern',
  withdraw: 'Zurückziehen',
  confirm: {
    title: 'Wirklich zurückziehen?',
    reason: 'Das Argument wird dann nicht mehr gezeigt, bleibt aber im Verlauf stehen.',
    option: 'Das ist dann keine Option mehr, bleibt aber im Verlauf stehen.',
    openOption:
      'Stimmen für diese Option zählen dann nicht mehr, und wer dafür gestimmt hat, erfährt es. Auf der Karte bleibt sie stehen, als „zurückgezogen“.',
    keep: 'Behalten',
  },
  withdrawn: 'Zurückgezogen. Sonst gibt es hier nichts, was du ändern kannst.',
  formTitles: { option: 'Option ändern', reason: 'Argument ändern' },
  aboutOption: (title) => `Zu ${quote(title)}`,
  authorIsTold: (name) => `Das stammt von ${name}. Im Thread steht dann, was du geändert hast.`,
  votersAreTold: 'Die Abstimmung ist offen: Wer dafür gestimmt hat, erfährt im Thread davon.',
  historyKeeps: 'Im Verlauf steht, wie es vorher war.',

  optionCorrected: ({ by, authorId, emoji: name, before, after, ...vote }) => {
    const [whose, ofWhose] =
      authorId === undefined ? ['eine Option', 'einer Option'] : ['deine Option', 'deiner Option'];
    const changed =
      before === after
        ? say`${by} hat die Beschreibung ${ofWhose} geändert: ${emoji(name)} ${bold(after)}.`
        : say`${by} hat ${whose} umbenannt: ${quote(before)} heißt jetzt ${emoji(name)} ${bold(after)}.`;
    const { isOpen, voters, others, isHidden, isScored } = vote;
    const voted = isScored ? 'dafür Punkte vergeben' : 'dafür gestimmt';
    const own = isScored ? 'Deine Punkte gelten' : 'Deine Stimme gilt';
    const stands = `${own} weiter, und du kannst sie noch ändern.`;
    const all = `${isScored ? 'Eure Punkte' : 'Eure Stimmen'} gelten weiter, und ihr könnt sie noch ändern.`;
    const told = isHidden
      ? say`Falls du ${voted} hast: ${stands}`
      : voters.length === 0
        ? []
        : voters.length + others === 1
          ? say`${speakToVoters(voters, others)}: Du hast ${voted}. ${stands}`
          : say`${speakToVoters(voters, others)}: Ihr habt ${voted}. ${all}`;
    return lines(say`${speakTo(authorId)}${changed}`, isOpen ? told : []);
  },
  optionWithdrawn: ({ by, authorId, title, emoji: name, isOpen, voters, others, isHidden, isScored }) => {
    const whose = authorId === undefined ? 'eine Option' : 'deine Option';
    const said = say`${speakTo(authorId)}${by} hat ${whose} zurückgezogen: ${emoji(name)} ${bold(title)}.`;
    const lost = isScored
      ? 'Deine Punkte dafür zählen nicht mehr. Du kannst deine Punkte noch ändern.'
      : 'Deine Stimme dafür zählt nicht mehr. Du kannst für eine andere Option stimmen.';
    const allLost = isScored
      ? 'Eure Punkte dafür zählen nicht mehr. Ihr könnt eure Punkte noch ändern.'
      : 'Eure Stimmen dafür zählen nicht mehr. Ihr könnt für eine andere Option stimmen.';
    const told = isHidden
      ? say`Falls du ${isScored ? 'dafür Punkte vergeben' : 'dafür gestimmt'} hast: ${lost}`
      : voters.length > 0
        ? say`${speakToVoters(voters, others)}: ${voters.length + others === 1 ? lost : allLost}`
        : [];
    return lines(said, isOpen ? told : []);
  },
  reasonCorrected: ({ by, authorId, option, before, after }) => {
    const now = before.kind === after.kind ? '' : ` Es ist jetzt ${kinds[after.kind]}.`;
    const words =
      before.text === after.text
        ? say`${quote(typed(after.text))}.`
        : say`${quote(typed(after.text))}, bisher ${quote(typed(before.text))}.`;
    return say`${speakTo(authorId)}${by} hat dein Argument zu ${quote(option)} geändert: ${words}${now}`;
  },
  reasonWithdrawn: ({ by, authorId, option, text }) =>
    say`${speakTo(authorId)}${by} hat dein Argument zu ${quote(option)} zurückgezogen: ${quote(typed(text))}`,
  voteLost: ({ decision, option, closesAt }) => {
    const what =
      option === undefined
        ? say`Eine Option, für die du gestimmt hast, wurde zurückgezogen`
        : say`${bold(option)} wurde zurückgezogen`;
    return say`${what}; deine Stimme dafür zählt nicht mehr: ${decision}
Abgestimmt wird bis ${closesAt}. ${code('/adr nudges off')} stellt diese Nachrichten ab.`;
  },

  listed: (options) =>
    say`Zurückgezogen: ${joinWords(
      options.map(({ emoji: name, title }) => say`${emoji(name)} ${title}`),
      ', ',
    )}`,
  withdrawnBy: (name) => `zurückgezogen von ${name}`,
};
