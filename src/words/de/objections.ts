import { isLeftToAll } from '../../decision/rule/rule.ts';
import type { ObjectionWords } from '../objection-words.ts';
import { emoji, lines, type Said, say, speakTo, type Words } from '../say.ts';
import { typed } from '../typed.ts';
import { card } from './card.ts';
import { number, quote } from './grammar.ts';
import { allowOnly, allowTwo, askSecondIf, nameOverriders } from './rules.ts';

/** What happens to an objection, or a hold; told to people who read it in the thread. */
const consequences: ObjectionWords['help'] = {
  block: `Bis das ausgeräumt oder übergangen ist, wird nichts angenommen. Ausräumen kann es, wer es vorgebracht hat; übergehen kann es, wer das nach der Regel darf. Beides geht mit ${quote(card.buttons.settleObjection)} auf der Karte.`,
  warn: 'Nach der Regel hält das nichts auf; es wird beim Ergebnis genannt und steht im ADR.',
  advice: 'Das kommt von einer Person, die hier nicht mit abstimmt, und ist deshalb ein Rat; es steht im ADR.',
};

function raiseHand(name: string, stance: Said, reason: string): Words {
  return say`${emoji('raised_hand')} ${name}${stance}: ${typed(reason)}`;
}

type Blocked = Parameters<ObjectionWords['blocked']>[0];

/** What there is to do about so many objections that block an outcome. */
function wordNext(
  count: number,
  { overriders, needsSecond, unconfirmed }: Pick<Blocked, 'overriders' | 'needsSecond' | 'unconfirmed'>,
): string {
  const onCard = `mit ${quote(card.buttons.settleObjection)} auf der Karte`;
  if (unconfirmed > 0) {
    const others = unconfirmed === 1 ? 'Ein weiterer Einwand wurde' : `${number(unconfirmed)} weitere Einwände wurden`;
    const [these, are] = count === 1 ? ['dieser', 'ist'] : ['diese', 'sind'];
    const record =
      overriders.length === 0
        ? 'kann niemand das Ergebnis festhalten.'
        : `kann das Ergebnis festhalten, wer ${nameOverriders(overriders)}; eine zweite dieser Personen muss es bestätigen.`;
    return `${others} nur von einer Person übergangen. Sobald ${these} ausgeräumt oder übergangen ${are}, ${onCard}, ${record} Du und alle, die abstimmen dürfen, könnt auch die Frist verschieben, damit die Abstimmung weiterläuft.`;
  }
  const [all, are, them] = count === 1 ? ['der Einwand', 'ist', 'ihn'] : ['alle Einwände', 'sind', 'sie'];
  const isForAll = isLeftToAll(overriders);
  const settled = `${all} ausgeräumt ${isForAll && !needsSecond ? 'oder übergangen ' : ''}${are}`;
  const only = isForAll ? '' : ` ${allowOnly(overriders, `${them} übergehen`)}`;
  const second = needsSecond && overriders.length > 0 ? ` ${askSecondIf(`${them} übergeht`)}` : '';
  return `Sobald ${settled}, ${onCard}, könnt du und alle, die abstimmen dürfen, das Ergebnis festhalten. Oder ihr verschiebt die Frist, damit die Abstimmung weiterläuft.${only}${second}`;
}

/** What is said about objections in German. */
export const objections: ObjectionWords = {
  help: {
    block:
      'Nach der Regel dieser Entscheidung wird gegen deinen Einwand nichts angenommen. Ausräumen kannst nur du ihn. Übergehen kann ihn, wer das nach der Regel darf, mit Namen und Begründung. Wenn du nur Bedenkzeit brauchst, bleibt die Abstimmung so lange offen.',
    warn: 'Nach der Regel dieser Entscheidung hält ein Einwand nichts auf; er wird mit deinem Namen beim Ergebnis genannt und steht im ADR. Wenn du nur Bedenkzeit brauchst, bleibt die Abstimmung so lange offen.',
    advice:
      'Du stimmst hier nicht mit ab: Dein Einwand wird mit deinem Namen als Rat gezeigt und steht im ADR. Er hält nichts auf und verschiebt keine Frist.',
  },
  raised: ({ proposerId, name, until, reason, weight, closesAt }) => {
    const stance = until === undefined ? ' erhebt Einwand' : say` braucht Bedenkzeit bis ${until}`;
    const moved = closesAt === undefined ? '' : say` Die Abstimmung bleibt dafür offen: bis ${closesAt}.`;
    return lines(say`${speakTo(proposerId)}${raiseHand(name, stance, reason)}`, say`${consequences[weight]}${moved}`);
  },
  settled: ({ by, authorId, isHold, how, reason }) => {
    if (how === 'overridden')
      return say`${by} hat ${isHold ? 'die Bedenkzeit' : 'den Einwand'} von ${[{ kind: 'person', userId: authorId }]} übergangen: ${typed(reason)}`;
    return say`${by} ${isHold ? 'braucht keine Bedenkzeit mehr' : 'hat den eigenen Einwand ausgeräumt'}: ${typed(reason)}`;
  },
  overriddenToYou: ({ by, isHold, decision, reason = '' }) => {
    const what = isHold ? 'deine Bedenkzeit' : 'deinen Einwand';
    return lines(
      say`${by} hat ${what} übergangen: ${decision}`,
      reason === '' ? [] : say`Begründung: ${typed(reason)}`,
    );
  },
  isClear: ({ proposerId, next, overriders }) => {
    if (next === 'outcome')
      return say`${speakTo(proposerId)}Jetzt steht nichts mehr im Weg: Du kannst das Ergebnis festhalten.`;
    if (next === undefined) return say`${speakTo(proposerId)}Jetzt steht kein Einwand mehr.`;
    return say`${speakTo(proposerId)}Jetzt steht kein Einwand mehr, aber mindestens einen hat nur eine Person übergangen. ${allowTwo(overriders)}`;
  },
  blocked: ({ proposerId, verdict, objections: shown, more, ...rule }) =>
    lines(
      say`${speakTo(proposerId)}Die Abstimmung ist beendet. ${verdict}`,
      ...shown.map(({ name, reason }) => raiseHand(name, '', reason)),
      more > 0 ? say`und ${number(more)} ${more === 1 ? 'weiterer' : 'weitere'}` : [],
      say`${wordNext(shown.length + more, rule)}`,
    ),
  held: (names, people, closesAt) =>
    say`${names} ${people === 1 ? 'braucht' : 'brauchen'} Bedenkzeit: Die Abstimmung bleibt offen bis ${closesAt}.`,
  stance: ({ name, until, isAdvice, reason }) => {
    const advice = isAdvice ? ' (als Rat)' : '';
    return raiseHand(
      name,
      until === undefined ? ` erhebt Einwand${advice}` : say` braucht Bedenkzeit${advice} bis ${until}`,
      reason,
    );
  },
  counts: ({ more, resolved, overridden }) => {
    const told = [
      more > 0 ? `${number(more)} ${more === 1 ? 'weiterer steht' : 'weitere stehen'}` : '',
      resolved > 0 ? `${number(resolved)} ausgeräumt` : '',
      overridden > 0 ? `${number(overridden)} übergangen` : '',
    ];
    return `Einwände: ${told.filter(Boolean).join(', ')}; ${quote(card.buttons.readMore)} führt sie auf.`;
  },
  title: 'Einwände',
  timeIsUp: 'Die Bedenkzeit ist um.',
  fate: (how, by, reason) => {
    const who = by === undefined ? '' : ` von ${by}`;
    return say`${how === 'resolved' ? 'Ausgeräumt' : 'Übergangen'}${who}: ${typed(reason)}`;
  },
};
