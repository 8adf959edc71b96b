import type { WriteAnswerTitle } from '../answer-title.ts';

const question =
  /^(?:welche[mnrs]?|was|wie|wer|wo|wann|warum|wozu|womit|worauf|sollen|sollten|soll|wollen|nehmen|nutzen|dürfen|können|müssen|ist|sind|brauchen)\b|\?$/i;
const aboutUse = /^(?:welche[mnrs]?|womit)(?!\p{L})|\b(?:nutzen|verwenden|einsetzen|nehmen|wählen)\b/iu;

/** An option that says what is done ends with an infinitive, or begins with what “wir” do. */
const saysWhatIsDone = /(?:^wir )|\s\p{Ll}+(?:en|ern|eln)$/u;
const saysNothingAlone = /^(?:ja|nein|keine?[rs]?|beide|andere[rs]?)(?!\p{L})/iu;
/** Alone, a name or a thing says less than the question: „Eine Tabelle in PostgreSQL“. */
const namesThing = /^\S+$|^(?:eine?[nmrs]?|der|die|das|unsere?[nmrs]?)\s/i;
const place = /(?<!\p{L})(?:zwischen|für|in|im|auf|bei|beim|unter|hinter|als)\s[^?]+/iu;
/** The verb at the end of “Welche Queue wollen wir für Rechnungen nehmen?”. */
const lastVerb = /(?<!\s)\s+\p{Ll}+en$/u;

/** „NATS zwischen Annahme und Workern einsetzen“ for „Welche Queue nutzen wir zwischen Annahme und Workern?“. */
export const answerTitle: WriteAnswerTitle = (asked, option) => {
  const title = asked.trim();
  if (!question.test(title) || saysNothingAlone.test(option)) return undefined;
  if (saysWhatIsDone.test(option)) return option;
  if (!aboutUse.test(title)) return namesThing.test(option) ? undefined : option;
  const where = place.exec(title)?.[0].trim().replace(lastVerb, '') ?? '';
  return [option, where, 'einsetzen'].filter(Boolean).join(' ');
};
