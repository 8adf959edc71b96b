import type { Stall } from '../../decision/time/stall.ts';
import { code, say } from '../say.ts';
import type { StalledWords } from '../stalled-words.ts';

const questions: Readonly<Record<Stall, string>> = {
  discussion: 'Is it time to vote?',
  objection: 'An objection stands that nobody has answered. What is to become of it?',
  outcome: 'Voting has closed, and no outcome is recorded. What is to become of it?',
};

/** Proposals where nothing new happens, in English. */
export const stalled: StalledWords = {
  ask: ({ stall, decision, since }) =>
    say`Nothing new since ${since}: ${decision}
${questions[stall]} I ask this once; after that, ${code('/adr waiting')} and the digest list it.`,
  left: (until) => say`It stays as it is. If nothing new happens, I ask again after ${until}.`,
  over: say`There is nothing to wait for any more: voting is open, or it is decided.`,
  since: (since) => say`nothing new since ${since}`,
  line: (decision, since) => say`${decision}, nothing new since ${since}`,
};
