import type { Stall } from '../../decision/time/stall.ts';
import { code, say } from '../say.ts';
import type { StalledWords } from '../stalled-words.ts';

const questions: Readonly<Record<Stall, string>> = {
  discussion: 'Ist es Zeit, abzustimmen?',
  objection: 'Auf einen Einwand hat niemand geantwortet. Was soll daraus werden?',
  outcome: 'Die Abstimmung ist zu Ende, ein Ergebnis fehlt noch. Was soll daraus werden?',
};

/** Proposals where nothing new happens, in German. */
export const stalled: StalledWords = {
  ask: ({ stall, decision, since }) =>
    say`Seit ${since} gibt es nichts Neues: ${decision}
${questions[stall]} Ich frage das nur einmal; danach steht es in ${code('/adr waiting')} und im Digest.`,
  left: (until) => say`Es bleibt, wie es ist. Wenn nichts Neues kommt, frage ich nach ${until} noch einmal.`,
  over: say`Hier gibt es nichts mehr abzuwarten: Die Abstimmung läuft, oder es ist entschieden.`,
  since: (since) => say`nichts Neues seit ${since}`,
  line: (decision, since) => say`${decision}, nichts Neues seit ${since}`,
};
