import type { Lack } from '../../decision/outcome/judge.ts';
import type { AdrFate } from '../../decision/publication/adr-fate.ts';
import type { Status } from '../../decision/status.ts';
import type { CardStanding, CardWords } from '../card-words.ts';
import type { ToldReview } from '../review-kind.ts';
import { bold, code, joinWords, lines, link, say, type Words } from '../say.ts';
import { typedLines } from '../typed.ts';
import { corrections } from './corrections.ts';
import { count, list, listWords, number, quote } from './grammar.ts';
import { nameReview, tellInReview, wordInReview } from './reviews.ts';

const buttons: CardWords['buttons'] = {
  readMore: 'Mehr lesen',
  giveArgument: 'Pro / Contra ergänzen',
  giveOption: 'Option ergänzen',
  giveScores: 'Punkte vergeben',
  object: 'Einwand erheben',
  settleObjection: 'Einwand klären',
  openVoting: 'Abstimmung öffnen',
  recordOutcome: 'Ergebnis festhalten',
  publishNow: 'Jetzt veröffentlichen',
  correct: corrections.title,
  edit: 'Bearbeiten',
  moveDeadline: 'Frist verschieben',
  voteAgain: 'Neu abstimmen',
  withdraw: 'Zurückziehen',
  takeOut: 'Wer abwesend ist',
  handOver: 'Stimme übertragen',
  leaveOpen: 'Zwei Wochen so lassen',
};

/** What a decision is, at the beginning of a line. */
export const statuses: Readonly<Record<Status, string>> = {
  draft: 'Entwurf',
  proposed: 'Vorgeschlagen',
  accepted: 'Angenommen',
  rejected: 'Abgelehnt',
  deprecated: 'Veraltet',
  superseded: 'Ersetzt',
  withdrawn: 'Zurückgezogen',
};

const lacks: Readonly<Record<Lack, string>> = {
  winner: 'Abstimmung beendet, keine Option hat gewonnen',
  resolution: 'Abstimmung beendet, ein Einwand steht noch',
  'second person': 'Abstimmung beendet, eine zweite Person muss das Ergebnis noch bestätigen',
  outcome: 'Abstimmung beendet, noch kein Ergebnis festgehalten',
};

function undecided(lack: Lack): string {
  return lacks[lack];
}

function wordStanding(standing: CardStanding): Words {
  switch (standing.kind) {
    case 'discussing':
      return say`${bold('Vorgeschlagen · in Diskussion')} · Abstimmung bis ${standing.closesAt}`;
    case 'voting':
      return say`${bold(`Vorgeschlagen · ${standing.isFinal ? 'letzte Anmerkungen' : 'Abstimmung läuft'}`)} · bis ${standing.closesAt}${draft(standing.draft)}`;
    case 'counting':
      return bold('Vorgeschlagen · Abstimmung beendet, vielleicht sind noch Stimmen unterwegs');
    case 'earlier round':
      return bold('Vorgeschlagen · alle stimmen neu ab, auf einer neuen Karte');
    case 'undecided':
      return bold(`Vorgeschlagen · ${undecided(standing.lack)}`);
    case 'withdrawn':
      return bold(statuses.withdrawn);
    case 'decided': {
      const { status, at, fate, review } = standing;
      const when = at ? say` ${at}` : '';
      if (fate === 'superseded' || fate === 'deprecated') {
        return say`${bold(statuses[fate])} · ${statuses[status].toLowerCase()}${when}`;
      }
      const way = review ? say` · ${wordInReview(review.review, review.progress)}` : [];
      return say`${bold(statuses[status])}${when}${fate ? ' · seitdem geändert' : ''}${way}`;
    }
  }
}

const fates: Readonly<Record<AdrFate['kind'], readonly [alone: string, before: string, after: string]>> = {
  superseded: ['Ersetzt.', 'Ersetzt durch ', '.'],
  deprecated: ['Veraltet.', 'Für veraltet erklärt durch ', '.'],
  amended: ['Geändert.', 'Geändert durch ', '.'],
};

/** The review that shows the ADR of a decision already, if there is one. */
function draft(review: ToldReview | undefined): Words {
  return review ? say` · vorgeschlagen in ${nameReview(review)}` : [];
}

function wordFate(kind: AdrFate['kind'], by: readonly Words[]): Words {
  const [alone, before, after] = fates[kind];
  return by.length === 0 ? say`${alone}` : say`${before}${listWords(by)}${after}`;
}

function wordInShort({ standing, title, proposer, options, chosen, fate }: Parameters<CardWords['inShort']>[0]): Words {
  const asked = say`${proposer} fragt: ${title}`;
  const named = `Optionen: ${list(options)}.`;
  switch (standing.kind) {
    case 'discussing':
      return lines(asked, say`${named} In Diskussion; abgestimmt wird bis ${standing.closesAt}.`);
    case 'voting':
      return lines(
        asked,
        standing.isFinal
          ? say`${named} Bis ${standing.closesAt} ist Zeit für letzte Anmerkungen.`
          : say`${named} Die Abstimmung läuft bis ${standing.closesAt}.`,
      );
    case 'counting':
      return lines(asked, say`${named} Die Abstimmung ist beendet; vielleicht sind noch Stimmen unterwegs.`);
    case 'earlier round':
      return lines(say`${title}`, say`Alle stimmen neu ab, auf einer neuen Karte.`);
    case 'undecided':
      return lines(say`${title}`, say`${undecided(standing.lack)}. ${named}`);
    case 'withdrawn':
      return lines(say`${title}`, say`Zurückgezogen.`);
    case 'decided': {
      const outcome = chosen === undefined ? `${statuses[standing.status]}.` : `Angenommen: ${chosen}.`;
      const { review } = standing;
      const way = review ? say` ${tellInReview(review.review, review.progress)}` : [];
      return lines(say`${title}`, say`${outcome}${way}${fate ? say` ${fate}` : ''}`);
    }
  }
}

/** The card of a decision in German. */
export const card: CardWords = {
  buttons,
  pressToVote:
    'Zum Abstimmen drück einen Knopf, oder reagiere auf die Karte. Noch einmal drücken nimmt deine Stimme zurück.',
  abstain: 'Enthaltung',
  inShort: wordInShort,
  proposedBy: (name) => `vorgeschlagen von ${name}`,
  noContext: 'Kein Kontext angegeben.',
  drivers: (shown, more) =>
    say`Entscheidungskriterien: ${joinWords([...shown, ...(more > 0 ? [`${number(more)} weitere`] : [])], ' · ')}`,
  standing: wordStanding,
  fate: wordFate,
  undecided,
  author: (name, reasons) => {
    if (reasons === 1) return `(${name})`;
    return reasons === 2 ? `(beide von ${name})` : `(alle ${number(reasons)} von ${name})`;
  },
  fromMessage: (name) => `${name}, in einer Nachricht`,
  moreReasons: (more) => `${count(more, 'weiteres Argument', 'weitere Argumente')} unter ${quote(buttons.readMore)}`,
  earlierRound: (ended, isScored) =>
    `Diese Runde: ${ended} Von jetzt an zählen nur ${isScored ? 'Punkte' : 'Stimmen'} auf der neuen Karte.`,
  outcome: ({ chosen, decided: [first = '', ...more], why }) =>
    lines(
      say`${bold(chosen === undefined ? 'Abgelehnt.' : `Gewählt: ${chosen}.`)} ${first}`,
      ...more.map((sentence) => say`${sentence}`),
      // It comes last, so that nobody could take one of its lines for ours.
      why === '' ? [] : say`Begründung: ${typedLines(why)}`,
    ),
  published: ({ fileName, url, commit }) => {
    const name = url ? link(url, fileName) : code(fileName);
    return say`Veröffentlicht als ${name}${commit ? say` in Commit ${code(commit)}` : ''}`;
  },
  notPublished: (trouble) => `⚠ Noch nicht veröffentlicht: ${trouble}`,
};
