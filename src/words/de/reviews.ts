import type { ReviewProgress } from '../../decision/publication/review-progress.ts';
import { reviewKindAt, reviewSign, signOf, type ToldReview } from '../review-kind.ts';
import type { RefusedWish, ReviewWords } from '../review-words.ts';
import { bold, code, link, say, type Words } from '../say.ts';
import { count, list, quote } from './grammar.ts';
import { reviewNouns, wordReason } from './review-text.ts';
import { setting } from './setting.ts';

/** A review by its name. */
export function nameReview(review: ToldReview): Words {
  const { url, branch } = review;
  const sign = reviewSign(review);
  if (sign === undefined) return say`Branch ${url ? link(url, branch) : code(branch)}`;
  const name = `${reviewNouns[reviewKindAt(url)].noun} ${sign}`;
  return url ? link(url, name) : say`${name}`;
}

const phrases: Readonly<Record<Exclude<ReviewProgress['code'], 'approvals'>, string>> = {
  merged: 'gemergt',
  closed: 'ohne Merge geschlossen',
  conflict: 'hat einen Konflikt',
  'changes requested': 'Änderungen gewünscht',
  draft: 'noch ein Entwurf',
  queued: 'wird automatisch gemergt',
  approved: 'freigegeben, noch nicht gemergt',
  open: 'wartet auf den Merge',
};

/** What a review waits for. */
export function wordProgress(progress: ReviewProgress): string {
  return progress.code === 'approvals'
    ? `wartet auf ${count(progress.missing, 'Freigabe', 'Freigaben')}`
    : phrases[progress.code];
}

/** Where an accepted decision is, on a line of facts. */
export function wordInReview(review: ToldReview, progress: ReviewProgress): Words {
  const at = progress.code === 'closed' ? nameReview(review) : say`im Review ${signOf(review)}`;
  return say`${at} · ${wordProgress(progress)}`;
}

/** Where an accepted decision is, in a sentence. */
export function tellInReview(review: ToldReview, progress: ReviewProgress): Words {
  return progress.code === 'closed'
    ? say`${nameReview(review)} wurde ohne Merge geschlossen.`
    : say`Im Review ${signOf(review)}: ${wordProgress(progress)}.`;
}

/** What the forge said, behind a sentence. */
function cite(said: string): string {
  return said === '' ? '.' : `: ${said}`;
}

const refusedWishes: Readonly<Record<RefusedWish['wish'], (name: string) => string>> = {
  label: (name) => `Das Label ${quote(name)} konnte ich nicht setzen`,
  reviewer: (name) => `${name} konnte ich nicht um ein Review bitten`,
  draft: () => 'Als Entwurf konnte ich das nicht öffnen',
  'merges itself': () => 'Automatisch gemergt wird das nicht',
};

/** What is said about reviews in German. */
export const reviews: ReviewWords = {
  name: nameReview,
  inReview: wordInReview,
  progress: wordProgress,
  took: (review, why, progress) => {
    const reason = wordReason(why, reviewKindAt(review.url));
    if (progress?.code === 'merged') return say`${reason}, deshalb kam das ADR über ${nameReview(review)} dorthin.`;
    const waits = progress === undefined ? '' : ` (${wordProgress(progress)})`;
    const at = reviewSign(review) === undefined ? 'auf' : 'in';
    return say`${reason}, deshalb liegt das ADR ${at} ${nameReview(review)}${waits}.`;
  },
  way: ({ way, why }, kind) => {
    if (way === 'commit') {
      if (why.code === 'branch open')
        return `ADRs kommen per Commit direkt nach ${why.branch}: Ein Review wird dort nicht verlangt.`;
      const as = why.code === 'set' && why.in === '.gavel.yml' ? 'so steht es in .gavel.yml' : 'so ist es eingestellt';
      return `ADRs kommen per Commit direkt auf den Branch, ${as}.`;
    }
    const { a } = reviewNouns[kind];
    if (why.code !== 'set') return `Jedes ADR bekommt ${a}: ${wordReason(why, kind)}.`;
    const as = why.in === '.gavel.yml' ? 'so steht es in .gavel.yml' : 'so ist es eingestellt';
    return why.isProposed
      ? `Jedes ADR bekommt ${a}, als Entwurf schon ab der Abstimmung, ${as}. In privaten Kanälen gibt es das erst mit dem Ergebnis.`
      : `Jedes ADR bekommt ${a}, ${as}.`;
  },
  rules: ({ way, branch, isUnsigned, others, ...at }) => [
    ...(isUnsigned
      ? [
          `${branch} nimmt nur signierte Commits, und meine sind nicht signiert; vielleicht ${way === 'commit' ? 'werden sie abgewiesen' : 'lässt sich das so nicht mergen'}. Wer Gavel betreibt, kann für die nächsten ADRs ${setting('signing_key', at)} setzen.`,
        ]
      : []),
    ...(others.length > 0
      ? [
          `Für ${branch} ${others.length === 1 ? 'gilt eine Regel, die' : 'gelten Regeln, die'} ich nicht beurteilen kann: ${list(others)}. Hält ${others.length === 1 ? 'sie' : 'eine davon'} ein ADR auf, kann sie ändern oder das Konto von Gavel davon ausnehmen, wer sich um das Repository kümmert.`,
        ]
      : []),
  ],
  wayUnknown: (trouble) => `Wie ADRs auf den Branch kommen, kann ich gerade nicht sagen. ${trouble}`,
  moved: (facts) =>
    `${facts.place} heißt jetzt ${facts.to}. Die alte Adresse geht, bis ein anderes Repository sie bekommt. Wer Gavel betreibt, kann ${setting('address', facts)} auf die neue setzen, solange kein ADR im Review ist: Eine neue Adresse ist für mich ein anderes Repository.`,
  refused: ({ wish, name = '', said }) => `${refusedWishes[wish](name)}${cite(said)}`,
  closed: { reopen: 'Wieder öffnen', withdraw: 'Entscheidung zurückziehen', leave: 'So lassen' },
  wasClosed: 'Wurde geschlossen',
  reopening: say`Ich öffne das wieder und melde mich dann im Thread.`,
  showChanges: 'Änderungen zeigen',
  changes: 'Was sich geändert hat',
  difference: ({ isSame, status, chosen }) => {
    if (isSame) return [say`Es steht genau das da, was ich geschrieben habe.`];
    const differences = [
      ...(chosen ? [say`Die gewählte Option ist eine andere: ${stated(chosen.to)} statt ${stated(chosen.from)}.`] : []),
      ...(status ? [say`Der Status ist ein anderer: ${stated(status.to)} statt ${stated(status.from)}.`] : []),
    ];
    return differences.length > 0
      ? differences
      : [say`Nur der Text wurde bearbeitet. Die gewählte Option und der Status sind wie entschieden.`];
  },
  marks: 'Entfernte Wörter sind durchgestrichen, neue sind fett.',
  changesUnknown: 'Ich kenne nicht mehr beide Fassungen dieses ADRs. Im Verlauf der Datei in git stehen sie.',
};

function stated(value: string): Words {
  return value === '' ? say`keine Angabe` : bold(value);
}
