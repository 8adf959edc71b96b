import type { WayReason } from '../../decision/publication/publish-way.ts';
import type { ReviewKind } from '../review-kind.ts';
import type { ReviewTextWords } from '../review-text-words.ts';
import { count } from './grammar.ts';

/** What a review is called, with its articles: “der Pull Request”, “dieser …”, “einen …”. */
export const reviewNouns: Readonly<
  Record<ReviewKind, { readonly noun: string; readonly this: string; readonly thisOne: string; readonly a: string }>
> = {
  'pull request': {
    noun: 'Pull Request',
    this: 'Dieser Pull Request',
    thisOne: 'diesen Pull Request',
    a: 'einen Pull Request',
  },
  'merge request': {
    noun: 'Merge Request',
    this: 'Dieser Merge Request',
    thisOne: 'diesen Merge Request',
    a: 'einen Merge Request',
  },
  review: { noun: 'Review', this: 'Dieses Review', thisOne: 'dieses Review', a: 'ein Review' },
};

/** How a branch takes a change, or what was set, in a main clause without a period. */
export function wordReason(why: WayReason, kind: ReviewKind): string {
  const { noun, a } = reviewNouns[kind];
  switch (why.code) {
    case 'set':
      return why.in === '.gavel.yml'
        ? `.gavel.yml verlangt ${a}`
        : `Gavel ist so eingestellt, dass jedes ADR ${a} bekommt`;
    case 'branch open':
      return `${why.branch} nimmt Commits an`;
    case 'reviews only': {
      const { approvals = 0 } = why;
      const needed = approvals > 0 ? `, mit ${count(approvals, 'Freigabe', 'Freigaben')}` : '';
      return `${why.branch} nimmt Änderungen nur per ${noun} an${needed}`;
    }
    case 'merge queue':
      return `${why.branch} nimmt Änderungen nur über die Merge-Queue an`;
    case 'protected':
      return `${why.branch} ist geschützt`;
    case 'may not push':
      return `Gavel darf nicht nach ${why.branch} pushen`;
    case 'push refused':
      return `${why.branch} hat einen Push abgelehnt`;
  }
}

/** What a review says in German. */
export const reviewText: ReviewTextWords = {
  headings: {
    question: 'Frage',
    outcome: 'Ergebnis',
    options: 'Optionen',
    vote: 'Abstimmung',
    objections: 'Einwände',
    consequences: 'Folgen',
    changes: 'Änderungen',
  },
  opening: (kind, isDecided) =>
    isDecided
      ? `${reviewNouns[kind].this} bringt das ADR einer Entscheidung ins Repository, die in Slack gefallen ist.`
      : `${reviewNouns[kind].this} zeigt das ADR einer Entscheidung, über die in Slack noch diskutiert wird.`,
  decided: (status, chosen) => {
    if (status === 'rejected') return 'Abgelehnt.';
    return chosen === undefined ? 'Angenommen wie vorgeschlagen.' : `Angenommen: ${chosen}`;
  },
  notDecided:
    'Noch ist nichts entschieden. Dieser Text und die Datei folgen der Diskussion; das Ergebnis kommt dazu, sobald es feststeht.',
  drivers: 'Entscheidungskriterien:',
  isChosen: 'gewählt',
  arguments: { pro: 'Pro', con: 'Contra', neutral: 'Neutral' },
  consequences: { good: 'Gut', bad: 'Schlecht', neutral: 'Neutral' },
  adds: (fileName) => `Neu: ${fileName}.`,
  cut: '… Der Rest steht in der Datei.',
  reason: (why, kind) => `${wordReason(why, kind)}.`,
  watched: (kind, isDecided) =>
    isDecided
      ? `Gavel behält ${reviewNouns[kind].thisOne} im Blick. Sobald gemergt ist, gibt Gavel das ADR in Slack bekannt. Es gilt, was gemergt wird – am Wortlaut darfst du hier also noch feilen. Wird ohne Merge geschlossen, gilt die Entscheidung trotzdem, und Gavel fragt in Slack, wie es weitergeht.`
      : `Gavel behält ${reviewNouns[kind].thisOne} im Blick und verlinkt Kommentare in Slack. Bitte erst mergen, wenn die Entscheidung gefallen ist.`,
};
