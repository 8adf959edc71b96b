import type { Quorum, Rule } from '../../decision/rule/rule.ts';
import { isScored, mostPoints } from '../../decision/vote/score.ts';
import { western } from '../punctuation.ts';
import type { RecordWords } from '../record-words.ts';
import { count, number, times } from './grammar.ts';
import { openings } from './openings.ts';
import { addLeast, nameShare, nameThreshold } from './rules.ts';
import { wordChange } from './turnout.ts';

const statuses = { proposed: 'vorgeschlagen', accepted: 'angenommen', rejected: 'abgelehnt' } as const;

function because(lead: string, reason: string): string {
  return reason === '' ? `${lead}.` : `${lead}, denn ${reason}`;
}

const bonds: Readonly<Record<Parameters<RecordWords['bond']>[0], (fileName: string) => string>> = {
  supersedes: (fileName) => `Ersetzt ${fileName}.`,
  amends: (fileName) => `Ändert ${fileName}.`,
  deprecates: (fileName) => `Erklärt ${fileName} für veraltet.`,
  keeps: (fileName) => `Lässt ${fileName}, wie es ist.`,
};

function wordQuorum(quorum: Quorum): string {
  if (quorum === 0) return '';
  if (typeof quorum === 'number') return `mindestens ${number(quorum)} mussten abstimmen`;
  if (quorum.parts === quorum.of) return 'alle Stimmberechtigten mussten abstimmen';
  const had = quorum.parts === 1 ? 'musste' : 'mussten';
  return `mindestens ${nameShare(quorum)} der Stimmberechtigten ${had} abstimmen`;
}

function wordRule(rule: Rule): string {
  const { threshold, method } = rule;
  const most = `mehr ${isScored(rule) ? 'Punkte' : 'Stimmen'} als jede andere`;
  const conditions = [
    { approval: '', single: 'Alle hatten eine Stimme', score: `Alle gaben jeder Option 0 bis ${mostPoints} Punkte` }[
      method
    ],
    `${method === 'approval' ? 'Eine' : 'eine'} Option brauchte ${addLeast(threshold === 'most votes' ? most : nameThreshold(threshold, method), rule)}`,
    wordQuorum(rule.quorum),
    rule.silence === 'assent' ? 'wer nicht abstimmte, zählte für die erste Option' : '',
    rule.objections === 'block' ? 'kein Einwand von Stimmberechtigten durfte offen bleiben' : '',
  ].filter(Boolean);
  const last = conditions.at(-1) ?? '';
  return `Die Regel: ${conditions.length > 1 ? `${conditions.slice(0, -1).join(', ')}, und ` : ''}${last}.`;
}

/** What ADRs and their commits say in German. */
export const record: RecordWords = {
  punctuation: western,
  others: (others) => count(others, 'weitere Person', 'weitere'),
  rule: wordRule,
  votingClosed: (closed) => `Die Abstimmung endete am ${closed}.`,
  finalComments: ({ from, to, timesAnew }) =>
    `Vom ${from} bis zum ${to} war Zeit für letzte Anmerkungen zu der Option, die gewonnen hat.${timesAnew === 0 ? '' : ` Diese Zeit hatte ${times(timesAnew)} von vorn begonnen.`}`,
  shortened: ({ by, from, to, reason }) => ({
    text: `${by} hat die Frist vorgezogen, von ${from} auf ${to}: `,
    reason,
  }),
  countVotes: (votes, unit) => {
    if (votes === 0) return unit === 'vote' ? 'keine Stimmen' : 'keine Punkte';
    return unit === 'vote' ? count(votes, 'Stimme', 'Stimmen') : count(votes, 'Punkt', 'Punkte');
  },
  gaveNoPoints: (names) => `Keine Punkte vergeben: ${names}`,
  abstained: (names) => `Enthaltung: ${names}`,
  didNotVote: (names) => `Nicht abgestimmt: ${names}`,
  couldNotTakePart: (names) => `Nicht mitgezählt, weil sie nicht mehr teilnehmen konnten: ${names}`,
  takenOut: (names) => `Wegen Abwesenheit aus der Zählung genommen: ${names}`,
  handedOver: (pairs) => `Stimmen übertragen: ${pairs}`,
  notCountedUndated: (changes, more) => {
    const rest = more > 0 ? [`und ${count(more, 'weitere Änderung', 'weitere Änderungen')}`] : [];
    const told = [...changes.map(wordChange), ...rest];
    return `Nicht mitgezählt, weil niemand sagen kann, ob es rechtzeitig war: ${told.join('; ')}`;
  },
  takenBack: (votes) =>
    votes === 1 ? '1 Stimme wurde zurückgenommen.' : `${number(votes)} Stimmen wurden zurückgenommen.`,
  withUndated: (verdict) => `Mit dem, was nicht mitgezählt ist: ${verdict}`,
  advisory: 'Stimmen als Rat, nicht mitgezählt:',
  objections: 'Einwände:',
  objected: ({ name, until, isAdvice, reason }) => {
    const advice = isAdvice ? ' (als Rat)' : '';
    const stance = until === undefined ? 'hat Einwand erhoben' : `hat um Bedenkzeit bis ${until} gebeten`;
    return { text: `${name} ${stance}${advice}: `, reason };
  },
  openings,
  notResolved: 'Der Einwand wurde nicht ausgeräumt.',
  decidedBefore: 'Entschieden wurde schon vorher.',
  resolved: (by, reason) => ({ text: `Ausgeräumt von ${by}: `, reason }),
  overridden: (by, reason) => ({ text: `Übergangen von ${by}: `, reason }),
  moreObjections: (more) => `Und ${number(more)} ${more === 1 ? 'weiterer' : 'weitere'}.`,
  discussion: 'Diskussion in Slack',
  noOption: (reason) => because('Keine Option wurde gewählt', reason),
  asProposed: (reason) => because('Angenommen wie vorgeschlagen', reason),
  kept: (adr) => `${adr} bleibt, wie es ist.`,
  withdrawn: (by, votes) =>
    votes === 0
      ? `zurückgezogen von ${by}`
      : `zurückgezogen von ${by}, nachdem ${votes === 1 ? 'eine Person' : number(votes)} dafür gestimmt ${votes === 1 ? 'hatte' : 'hatten'}`,
  untitledDecision: 'Entscheidung ohne Titel',
  untitledOption: 'Option ohne Titel',
  subject: (adr, title, status) => `${adr}: ${title} (${statuses[status]})`,
  bond: (kind, fileName) => bonds[kind](fileName),
  example: {
    title: 'Speicherort für Sitzungen wählen',
    context: 'Sitzungen gehen verloren, wenn die Anwendung neu startet.',
    drivers: ['ein Dienst weniger im Betrieb', 'schnell genug für jede Anfrage'],
    options: [
      {
        title: 'PostgreSQL',
        description: 'Eine Tabelle neben den anderen.',
        pro: 'läuft bei uns schon',
        con: 'eine Datenbankabfrage bei jedem Aufruf',
      },
      { title: 'Redis', description: '', pro: 'dafür gemacht', con: 'ein Dienst mehr im Betrieb' },
    ],
  },
};
