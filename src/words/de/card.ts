import type { Status } from '../../decision/status.ts';
import type { CardStanding, CardWords } from '../card-words.ts';
import { asTyped, bold, code, link, say, type Words } from '../say.ts';
import { count, quote } from './grammar.ts';

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
  edit: 'Bearbeiten',
  moveDeadline: 'Frist verschieben',
  voteAgain: 'Neu abstimmen',
  withdraw: 'Zurückziehen',
};

const statuses: Readonly<Record<Status, string>> = {
  draft: 'Entwurf',
  proposed: 'Vorgeschlagen',
  accepted: 'Angenommen',
  rejected: 'Abgelehnt',
  deprecated: 'Veraltet',
  superseded: 'Ersetzt',
  withdrawn: 'Zurückgezogen',
};

function undecided(isBlocked: boolean): string {
  return isBlocked ? 'Abstimmung beendet, ein Einwand steht noch' : 'Abstimmung beendet, keine Option hat gewonnen';
}

function wordStanding(standing: CardStanding): Words {
  switch (standing.kind) {
    case 'discussing':
      return say`${bold('Vorgeschlagen · in Diskussion')} · Abstimmung bis ${standing.closesAt}`;
    case 'voting':
      return say`${bold('Vorgeschlagen · Abstimmung läuft')} · bis ${standing.closesAt}`;
    case 'counting':
      return bold('Vorgeschlagen · Abstimmung beendet, vielleicht sind noch Stimmen unterwegs');
    case 'earlier round':
      return bold('Vorgeschlagen · alle stimmen neu ab, auf einer neuen Karte');
    case 'undecided':
      return bold(`Vorgeschlagen · ${undecided(standing.isBlocked)}`);
    case 'withdrawn':
      return bold(statuses.withdrawn);
    case 'decided': {
      const status = bold(statuses[standing.status]);
      return standing.at ? say`${status} ${standing.at}` : status;
    }
  }
}

/** The card of a decision in German. */
export const card: CardWords = {
  buttons,
  asks: (name, title) => say`${name} fragt: ${title}`,
  proposedBy: (name) => `von ${name}`,
  noContext: 'Kein Kontext angegeben.',
  standing: wordStanding,
  undecided,
  moreReasons: (more) => `${count(more, 'weiteres Argument', 'weitere Argumente')} unter ${quote(buttons.readMore)}`,
  earlierRound: (ended, isScored) =>
    `Diese Runde: ${ended} Von jetzt an zählen nur ${isScored ? 'Punkte' : 'Reaktionen'} auf der neuen Karte.`,
  outcome: ({ chosen, reason, recordedBy }) => {
    const verdict = chosen === undefined ? 'Abgelehnt, denn ' : `Gewählt: ${chosen}, denn `;
    const by = recordedBy === undefined ? '' : ` (festgehalten von ${recordedBy})`;
    return say`${bold(verdict)}${asTyped(reason)}${by}`;
  },
  published: ({ fileName, url, commit }) => {
    const name = url ? link(url, fileName) : code(fileName);
    return say`Veröffentlicht als ${name}${commit ? say` in Commit ${code(commit)}` : ''}`;
  },
  notPublished: (trouble) => `⚠ Noch nicht veröffentlicht: ${trouble}`,
};
