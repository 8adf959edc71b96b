import { bold, say } from '../say.ts';
import type { DeadlineFormWords, PressWords, ScoreFormWords } from '../vote-words.ts';
import { list, number, quote } from './grammar.ts';

const groupsShown = 6;

/** The forms about deadlines in German. */
export const deadlineForm: DeadlineFormWords = {
  everyoneVotes: 'Alle, die jetzt im Kanal sind, stimmen ab.',
  namedVote: (hasPeople, groups) => {
    const handles = groups.map((handle) => `@${handle}`);
    return `Es stimmen ab: ${list([...(hasPeople ? ['alle namentlich Benannten'] : []), ...handles], groupsShown)}.`;
  },
  fixed: 'Regel und Stimmrecht stehen fest, sobald die Abstimmung offen ist.',
  asProposed: (ruleName) => (ruleName === undefined ? 'Wie vorgeschlagen' : `Wie vorgeschlagen: ${ruleName}`),
  move: 'Verschieben',
  moving: (title, least) => {
    const told = say`Für ${quote(title)}. Alle im Thread erfahren davon.`;
    return least === undefined
      ? told
      : say`${told} Nach ihrer Regel bleibt die Abstimmung mindestens offen bis ${least}.`;
  },
  movingExample: 'Für alle, die abstimmen',
  makeEarlier: 'Vorziehen',
  makingEarlier: (title, from, to) =>
    say`Damit wird die Frist von ${quote(title)} ${bold('vorgezogen')}: Abstimmung bis ${to} statt bis ${from}. Der Kanal erfährt das mit deinem Namen und deiner Begründung, und es wird mit der Entscheidung festgehalten.`,
  makingEarlierExample: 'Für alle, die mit mehr Zeit gerechnet haben',
  votingAgain: (title) =>
    `Für ${quote(title)}. Es erscheint eine neue Karte, und alle stimmen von vorn ab; diese Runde bleibt lesbar.`,
  votingAgainExample: 'Was jetzt anders ist',
};

/** What a voter is told in German. */
export const press: PressWords = {
  voted: (title, others) => {
    if (title !== undefined)
      return `Du hast für ${title} gestimmt.${others.length > 0 ? ` Du stimmst auch für ${list(others)}.` : ''}`;
    if (others.length === 0) return 'Du enthältst dich.';
    return `Du enthältst dich, aber deine Reaktion für ${list(others)} zählt, solange sie auf der Karte ist.`;
  },
  tookBack: ({ title, others, isSingle, hasReaction }) => {
    const done =
      title === undefined ? 'Du enthältst dich nicht mehr.' : `Du hast deine Stimme für ${title} zurückgenommen.`;
    const reaction = hasReaction ? ' Deine Reaktion ist noch auf der Karte, zählt aber nicht.' : '';
    if (others.length === 0) return `${done}${reaction} Von dir zählt jetzt keine Stimme.`;
    const left = list(others);
    return `${done}${reaction} ${isSingle ? `Jetzt zählt deine Reaktion für ${left}.` : `Du stimmst weiterhin für ${left}.`}`;
  },
  advice: 'Du stimmst hier nicht mit ab: Deine Stimme wird als Rat gezeigt und nicht gezählt.',
};

/** The form for points in German. */
export const scoreForm: ScoreFormWords = {
  introduction: (most) => `Gib jeder Option 0 bis ${number(most)} Punkte. Was du leer lässt, bekommt keine.`,
  abstaining: 'Bisher enthältst du dich.',
  advice: 'Du stimmst hier nicht mit ab: Deine Punkte werden als Rat gezeigt und nicht gezählt.',
  scores: { 3: '3: am besten', 2: '2: gut', 1: '1: damit kann ich leben', 0: '0: nein' },
  noPoints: 'Keine Punkte',
  vote: 'Deine Stimme',
  answers: {
    score: 'Ich vergebe diese Punkte',
    abstain: 'Ich enthalte mich',
    'take back': 'Ich nehme meine Stimme zurück',
  },
};
