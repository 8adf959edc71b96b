import type { Consequence, Decision, Outcome, Reason } from '../decision.ts';
import { RuleBroken } from '../failure/rule-broken.ts';
import { limits } from '../limits.ts';
import type { RevisitForm } from '../recall/revisit.ts';
import { mayMove } from '../status.ts';
import { checkLength, cleanLine, cleanText, isPresent } from '../text.ts';
import type { Departure } from './departure.ts';
import type { VerdictFacts } from './verdict-facts.ts';

/** What somebody typed when recording an outcome. The consequences have one line each. */
export interface OutcomeForm {
  readonly answer: 'accept' | 'reject';
  readonly chosenOptionId: string | undefined;
  readonly justification: string;
  readonly good: string;
  readonly bad: string;
  readonly neutral: string;
  /** What the record is called, where the decision's title is a question; empty to keep the question. */
  readonly title?: string;
  /** When it is to be looked at again; left out if nobody was asked. */
  readonly revisit?: RevisitForm | undefined;
}

const kinds = ['good', 'bad', 'neutral'] as const;

function readConsequences(kind: Consequence['kind'], typed: string): Consequence[] {
  const lines = cleanText(typed)
    .split('\n')
    .map(cleanLine)
    .filter((line) => line !== '');
  const at = { field: 'consequences', position: kinds.indexOf(kind) } as const;
  for (const line of lines) checkLength(line, limits.consequence, 'consequence', at);
  return lines.map((text) => ({ kind, text }));
}

/** A cleaned outcome form. `words`: the reason in somebody's own words, or '' if they gave none. */
interface CheckedOutcome extends Pick<Outcome, 'chosenOptionId' | 'consequences' | 'title'> {
  readonly words: string;
}

/** The title that somebody typed for the record, if it is another than the decision's. */
function readTitle({ answer, title: typed = '' }: OutcomeForm, decision: Decision): Pick<Outcome, 'title'> {
  const title = cleanLine(typed);
  checkLength(title, limits.title, 'title', { field: 'title' });
  return answer !== 'accept' || !isPresent(title) || title === decision.title ? {} : { title };
}

/** Cleans an outcome form. Throws RuleBroken under the field that is wrong. */
export function checkOutcome(form: OutcomeForm, decision: Decision): CheckedOutcome {
  const typed = cleanText(form.justification);
  const words = isPresent(typed) ? typed : '';
  checkLength(words, limits.justification, 'reason', { field: 'justification' });
  const chosen = decision.options.find((option) => option.id === form.chosenOptionId);
  if (form.answer === 'accept' && chosen === undefined) {
    const gone = decision.withdrawn.options.find((option) => option.id === form.chosenOptionId);
    throw new RuleBroken(
      gone ? { code: 'option withdrawn', name: gone.title } : { code: 'missing', what: 'chosen option' },
      { field: 'chosen' },
    );
  }
  const consequences = kinds.flatMap((kind) => readConsequences(kind, form[kind]));
  if (consequences.length > limits.consequences) {
    const [count, most] = [consequences.length, limits.consequences];
    throw new RuleBroken({ code: 'too many', what: 'consequences', count, most }, { field: 'consequences' });
  }
  const chosenOptionId = form.answer === 'accept' ? chosen?.id : undefined;
  return { chosenOptionId, words, consequences, ...readTitle(form, decision) };
}

/**
 * The reason for an outcome: somebody's own words, or, if they gave none and nothing stands against it, what the rule
 * says of the vote. Throws RuleBroken under `justification` where words are missing.
 */
export function giveReason(words: string, departures: readonly Departure[], verdict: VerdictFacts | undefined): Reason {
  if (words !== '') return { by: 'person', text: words };
  if (departures.length > 0 || verdict === undefined) {
    throw new RuleBroken({ code: 'missing', what: 'justification' }, { field: 'justification' });
  }
  return { by: 'rule', verdict };
}

/** Throws RuleBroken unless the decision is still waiting for its outcome. */
export function checkOpen(decision: Decision): void {
  if (decision.status !== 'proposed') {
    throw new RuleBroken({ code: 'decided already', status: decision.status });
  }
}

/** Ends a decision with an outcome: accepted with the chosen option, or rejected without one. */
export function decide(decision: Decision, outcome: Outcome): Decision {
  checkOpen(decision);
  const status = outcome.chosenOptionId === undefined ? 'rejected' : 'accepted';
  if (!mayMove(decision.status, status)) throw new RangeError(`A ${decision.status} decision can’t become ${status}.`);
  const voting = decision.voting && { ...decision.voting, closedAt: decision.voting.closedAt ?? outcome.decidedAt };
  return { ...decision, status, outcome, voting, awaited: undefined };
}

/** Withdraws a decision that has an outcome, while its ADR is not in git: the outcome stays for those who look back. */
export function takeBack(decision: Decision): Decision {
  if (!mayMove(decision.status, 'withdrawn'))
    throw new RuleBroken({ code: 'decided already', status: decision.status });
  return { ...decision, status: 'withdrawn' };
}

/** Withdraws a decision before it has an outcome. */
export function withdraw(decision: Decision, at: Date): Decision {
  checkOpen(decision);
  const voting = decision.voting && { ...decision.voting, closedAt: decision.voting.closedAt ?? at };
  return { ...decision, status: 'withdrawn', voting, awaited: undefined };
}
