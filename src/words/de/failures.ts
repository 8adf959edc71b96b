import type { FailureWords } from '../language.ts';
import { count } from './grammar.ts';

/** What is said in German when Slack or Gavel itself failed. */
export const failures: FailureWords = {
  noAnswer: () =>
    'Slack hat nicht geantwortet; deshalb wurde nichts gezeigt und nichts geändert. Bitte versuch es gleich noch einmal.',
  tooManyCalls: (seconds) =>
    `Slack lässt mich in einer Minute nur so und so viel tun, und hier ist gerade viel los. Bitte versuch es in ${seconds === 1 ? 'einer Sekunde' : count(seconds, 'Sekunde', 'Sekunden')} noch einmal.`,
  unexpected: (reference) =>
    `Das hat leider nicht geklappt, und es liegt nicht an dir. Bitte versuch es gleich noch einmal. Passiert es wieder, sag denen Bescheid, die hier Gavel betreiben: Referenz ${reference}.`,
};
