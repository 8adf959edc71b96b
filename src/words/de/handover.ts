import type { HandoverWords } from '../handover-words.ts';
import { joinWords, say } from '../say.ts';
import { card } from './card.ts';
import { count, quote } from './grammar.ts';

/** Votes that are handed over, in German. */
export const handover: HandoverWords = {
  forOthers: (votes, isOpen, more) =>
    [
      ...votes.map(({ by, others }) =>
        isOpen
          ? `${by} stimmt auch in Vertretung von ${others} ab`
          : `${by} hat auch in Vertretung von ${others} abgestimmt`,
      ),
      ...(more > 0 ? [`${count(more, 'weitere Stimme ist', 'weitere Stimmen sind')} übertragen`] : []),
    ].join('; '),
  form: {
    introduction:
      'Jemand anderes, der hier abstimmen darf, kann dich in dieser Runde vertreten: Die Stimme zählt dann für euch beide. Alle sehen das auf der Karte, und es wird festgehalten. Stimmst du doch selbst ab, zählt für dich nur deine eigene Stimme. Solange die Abstimmung läuft, kannst du das rückgängig machen.',
    label: 'Wer dich vertritt',
    submit: 'Übertragen',
  },
  givesBack: (names) => `Stimmen, die dir übertragen wurden, gehen zurück an ${names}.`,
  handedTo: (name) =>
    `Du hast deine Stimme ${name} übertragen: Was ${name} wählt, zählt auch für dich. Stimmst du selbst ab, zählt für dich nur deine eigene Stimme.`,
  takeBack: 'Stimme zurückholen',
  votesFor: (name) => `Du stimmst auch in Vertretung von ${name} ab: Was du wählst, zählt für euch beide.`,
  giveBack: 'Zurückgeben',
  giveBackQuestion: (name) =>
    `Was du wählst, zählt dann nur für dich. ${name} erfährt davon und kann selbst abstimmen oder jemand anderen bitten.`,
  gaveBack: (name) => `${name} verfügt wieder selbst über die eigene Stimme. Was du wählst, zählt nur für dich.`,
  notYours: 'Diese Stimme hast du nicht mehr: Sie wurde zurückgeholt oder zurückgegeben.',
  whileAway: (decisions) =>
    say`Inzwischen kann dich jemand vertreten: Wähl dazu ${quote(card.buttons.handOver)} im Menü der Karte. Hier ist das möglich: ${joinWords(decisions, ', ')}.`,
};
