import type { WriteAnswerTitle } from '../answer-title.ts';

const question = /^(?:which|what|how|who|where|when|why|should|shall|do|does|can|could|will|is|are|must)\b|\?$/i;
const aboutUse = /^which\b|\b(?:use|choose|pick|adopt)\b/i;

/** An option that says what is done needs no verb. Alone, such a word may be a name: “Go”. */
const saysWhatIsDone = new RegExp(
  `^(?:${[
    'use|adopt|keep|stay|stop|start|drop|remove|delete|add|write|build|rebuild|buy|rent|hire|move|migrate|switch|split',
    'merge|join|replace|rewrite|introduce|allow|forbid|require|run|host|store|send|let|do|make|leave|wait|go|try|test',
    'deploy|release|publish|share|log|record|encrypt|sign|open|close|raise|lower|limit|extend|shorten|automate',
    'document|retry|cache|queue|batch|stream|continue|abandon|postpone|amend|supersede|deprecate|outsource|standardi[sz]e',
  ].join('|')})\\s+\\S`,
  'i',
);
const saysNothingAlone = /^(?:yes|no|neither|none|both|other)\b/i;
/** Alone, a name or a thing says less than the question: “A table in PostgreSQL”. */
const namesThing = /^\S+$|^(?:an?|the|our)\s/i;
const place = /\b(?:between|for|in|on|across|within|behind|as)\s[^?]+/i;

/** “Use NATS between ingestion and workers” for “Which queue do we use between ingestion and workers?”. */
export const answerTitle: WriteAnswerTitle = (asked, option) => {
  const title = asked.trim();
  if (!question.test(title) || saysNothingAlone.test(option)) return undefined;
  if (saysWhatIsDone.test(option)) return option;
  if (!aboutUse.test(title)) return namesThing.test(option) ? undefined : option;
  return ['Use', option, place.exec(title)?.[0].trim() ?? ''].filter(Boolean).join(' ');
};
