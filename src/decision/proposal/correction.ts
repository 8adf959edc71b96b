import { type Decision, phaseOf } from '../decision.ts';
import { RuleBroken } from '../failure/rule-broken.ts';
import { limits } from '../limits.ts';
import { checkOpen } from '../outcome/outcome.ts';
import { commentOnNewWords, dropFinalComments } from '../vote/final-comments.ts';
import { type Argument, isSameArgument } from './argument.ts';
import { emojiAt, isSameTitle, type Option, type OptionForm, type Withdrawal } from './option.ts';

/**
 * Whether something can still be corrected and withdrawn. What people have voted on can't once voting has closed or its
 * deadline has passed. A reason that was given after that, at `madeAt`, still can.
 */
export function isCorrectable({ status, voting, closesAt }: Decision, now: Date, madeAt?: Date): boolean {
  if (status !== 'proposed') return false;
  if (voting === undefined || (voting.closedAt === undefined && now <= closesAt)) return true;
  return madeAt !== undefined && madeAt > (voting.closedAt ?? closesAt);
}

/** Throws RuleBroken when it is too late to correct or withdraw something. */
export function checkCorrectable(decision: Decision, now: Date, madeAt?: Date): void {
  checkOpen(decision);
  if (!isCorrectable(decision, now, madeAt)) throw new RuleBroken({ code: 'too late to correct' });
}

/** The option with this id. Throws RuleBroken when it was withdrawn, or when there is none. */
export function findOption({ options, withdrawn }: Decision, id: string | undefined): Option {
  const option = options.find((candidate) => candidate.id === id);
  if (option) return option;
  const gone = withdrawn.options.find((candidate) => candidate.id === id);
  throw new RuleBroken(gone ? { code: 'option withdrawn', name: gone.title } : { code: 'missing', what: 'option' }, {
    field: 'option',
  });
}

/** The argument with this id. Throws RuleBroken when it was withdrawn. */
export function findArgument(decision: Decision, id: string): Argument {
  const argument = decision.arguments.find((candidate) => candidate.id === id);
  if (argument === undefined) throw new RuleBroken({ code: 'reason withdrawn' }, { field: 'text' });
  return argument;
}

/** Changes the words of an option. `form` is checked already. Throws RuleBroken when another option has this name. */
export function rewordOption(decision: Decision, id: string, form: OptionForm, now: Date): Decision {
  checkCorrectable(decision, now);
  const option = findOption(decision, id);
  const twin = decision.options.find((other) => other.id !== id && isSameTitle(other.title, form.title));
  if (twin) throw new RuleBroken({ code: 'option name taken', name: twin.title }, { field: 'option', position: 0 });
  const corrected = { ...option, title: form.title, description: form.description };
  const changed = { ...decision, options: decision.options.map((other) => (other.id === id ? corrected : other)) };
  const isSame = option.title === form.title && option.description === form.description;
  return isSame ? changed : commentOnNewWords(changed, id, now);
}

/**
 * Withdraws an option. If people could vote for it, it stays listed as withdrawn, with its emoji; otherwise it leaves
 * the list, and the options after it move up. Throws RuleBroken when too few options would be left, or when the option
 * means more than the others: silence counts for it, or it is what deprecates an ADR. `votes`: how many back it.
 */
export function takeOutOption(decision: Decision, id: string, withdrawal: Withdrawal, votes = 0): Decision {
  checkCorrectable(decision, withdrawal.at);
  const { position, emoji, ...option } = findOption(decision, id);
  const { least } = limits.options;
  if (decision.options.length <= least) throw new RuleBroken({ code: 'too few options left', least });
  const isFirst = decision.options[0]?.id === id;
  if (isFirst && decision.bond?.kind === 'deprecates') throw new RuleBroken({ code: 'option deprecates the ADR' });
  const isAssent = phaseOf(decision) === 'voting' && decision.voting?.rule.silence === 'assent';
  if (isFirst && isAssent) throw new RuleBroken({ code: 'silence counts for the option' });

  const left = decision.options.filter((other) => other.id !== id);
  const isCommentedOn = decision.voting?.finalComments?.optionId === id;
  const isListed = decision.voting !== undefined;
  return {
    ...(isCommentedOn ? dropFinalComments(decision) : decision),
    options: isListed ? left : left.map((other, place) => ({ ...other, position: place, emoji: emojiAt(place) })),
    withdrawn: {
      ...decision.withdrawn,
      options: [
        ...decision.withdrawn.options,
        { ...option, withdrawal, place: isListed ? { position, emoji } : undefined, votes },
      ],
    },
  };
}

/** Changes an argument. `text` is checked already. Throws RuleBroken when its author has given this one already. */
export function correctArgument(
  decision: Decision,
  id: string,
  { kind, text }: Pick<Argument, 'kind' | 'text'>,
  now: Date,
): Decision {
  const argument = findArgument(decision, id);
  checkCorrectable(decision, now, argument.madeAt);
  const corrected: Argument = { ...argument, kind, text };
  if (decision.arguments.some((other) => other.id !== id && isSameArgument(other, corrected))) {
    throw new RuleBroken({ code: 'reason given already' }, { field: 'text' });
  }
  return { ...decision, arguments: decision.arguments.map((other) => (other.id === id ? corrected : other)) };
}

/** Withdraws an argument. */
export function withdrawArgument(decision: Decision, id: string, withdrawal: Withdrawal): Decision {
  const argument = findArgument(decision, id);
  checkCorrectable(decision, withdrawal.at, argument.madeAt);
  return {
    ...decision,
    arguments: decision.arguments.filter((other) => other.id !== id),
    withdrawn: {
      ...decision.withdrawn,
      arguments: [...decision.withdrawn.arguments, { ...argument, withdrawal }],
    },
  };
}
