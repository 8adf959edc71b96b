import type { PresetName } from '../../src/decision/rule/preset.ts';
import type { Rule } from '../../src/decision/rule/rule.ts';
import { abstentionEmoji } from '../../src/decision/vote/ballot.ts';
import { emojis, everybody, type RandomSlack } from './random-slack.ts';

/** What the truth amounts to, counted by hand. */
export interface Truth {
  /** `UserId emoji` of every ballot that stands, advisers' and bots' included. */
  readonly ballots: readonly string[];
  readonly eligible: number;
  /** For each option, how many of those who may vote back it, or how many points they give it. */
  readonly votes: readonly number[];
  readonly voted: number;
  readonly abstained: number;
}

/** Who may vote: everybody who was in the channel as a member of the workspace, or whoever was named. */
export interface Electorate {
  readonly ids: readonly string[];
  readonly areNamed: boolean;
  /** Those who are not missed as long as they don't vote. */
  readonly out: ReadonlySet<string>;
  /** Who has handed their vote to whom. */
  readonly handovers: ReadonlyMap<string, string>;
}

/** What each person said last in the form for scores: points for each option, or that they abstain. */
export type Forms = ReadonlyMap<string, readonly number[] | 'abstain'>;

/** The emoji that are ballots under a rule; `withdrawn` is that of an option that was withdrawn, if there is one. */
export function choicesUnder(rule: Rule, withdrawn?: string): string[] {
  const isChoice = (emoji: string) => emoji !== 'tada' && emoji !== withdrawn;
  return emojis.filter((emoji) => isChoice(emoji) && (emoji !== abstentionEmoji || rule.abstain !== 'none'));
}

/** Those who are counted: who is there and was not taken out, and who has voted, wherever they are now. */
function whoCounts(
  slack: RandomSlack,
  { ids, areNamed, out }: Electorate,
  hasVoted: (id: string) => boolean,
): string[] {
  const isHere = (id: string) => !slack.deactivated.has(id) && (areNamed || slack.members.has(id));
  return ids.filter((id) => (isHere(id) && !out.has(id)) || hasVoted(id));
}

/** Whoever casts somebody's vote: they themselves, unless they have none, and have handed it over. */
function whoVotesFor(id: string, { handovers }: Electorate, hasVoted: (id: string) => boolean): string {
  return hasVoted(id) ? id : (handovers.get(id) ?? id);
}

/** Counts what the forms say, where options are scored: no reaction counts. */
export function readForms(slack: RandomSlack, own: Forms, electorate: Electorate, withdrawn?: string): Truth {
  const votes = electorate.ids.map((id) => [id, own.get(whoVotesFor(id, electorate, (one) => own.has(one)))] as const);
  const forms = new Map(votes.flatMap(([id, said]) => (said === undefined ? [] : [[id, said] as const])));
  const here = whoCounts(slack, electorate, (id) => forms.has(id));
  const options = [...emojis.entries()].filter(([index, emoji]) => index < 3 && emoji !== withdrawn);
  const ballots = [...own].flatMap(([id, said]) =>
    said === 'abstain'
      ? [`${id} ${abstentionEmoji}`]
      : options.map(([index, emoji]) => `${id} ${emoji} ${said[index]}`),
  );
  const said = here.map((id) => forms.get(id));
  return {
    ballots: ballots.toSorted(),
    eligible: here.length,
    votes: options.map(([index]) =>
      said.reduce((sum, one) => sum + (one === undefined || one === 'abstain' ? 0 : (one[index] ?? 0)), 0),
    ),
    voted: said.filter((one) => one !== undefined).length,
    abstained: said.filter((one) => one === 'abstain').length,
  };
}

/** Counts what Slack has, as a person with pencil and paper would. */
export function readTruth(slack: RandomSlack, rule: Rule, electorate: Electorate, withdrawn?: string): Truth {
  const choices = choicesUnder(rule, withdrawn);
  const ballots = everybody.flatMap((id) => slack.standingOf(id, choices).emojis.map((emoji) => `${id} ${emoji}`));
  const hasVoted = (id: string) => slack.standingOf(id, choices).emojis.length > 0;
  const standingOf = (id: string) => slack.standingOf(whoVotesFor(id, electorate, hasVoted), choices).emojis;
  const here = whoCounts(slack, electorate, (id) => standingOf(id).length > 0);
  const counting = here.map((id) => {
    const standing = standingOf(id);
    return rule.method === 'single' ? standing.slice(-1) : standing;
  });
  const options = choices.filter((emoji) => emoji !== abstentionEmoji);
  return {
    ballots: ballots.toSorted(),
    eligible: here.length,
    votes: options.map((emoji) => counting.filter((own) => own.includes(emoji)).length),
    voted: counting.filter((own) => own.length > 0).length,
    abstained: counting.filter((own) => own.length > 0 && own.every((emoji) => emoji === abstentionEmoji)).length,
  };
}

/** What a vote comes to: the number of the chosen option, or why there is none. */
export type Answer = number | 'tie' | 'too few voters' | 'too few votes';

function leader(votes: readonly number[]): { most: number; leaders: readonly number[] } {
  const most = Math.max(...votes);
  return { most, leaders: most === 0 ? [] : votes.flatMap((count, index) => (count === most ? [index] : [])) };
}

function chooseBy(truth: Truth, isEnough: (most: number) => boolean): Answer {
  const { most, leaders } = leader(truth.votes);
  const [first] = leaders;
  if (first === undefined) return 'too few voters';
  if (!isEnough(most)) return 'too few votes';
  return leaders.length > 1 ? 'tie' : first;
}

/**
 * What each preset comes to, in words of its own: with fractions, and without the rules of the house. `worth` is how
 * much one person can give one option.
 */
export const answers: Record<PresetName, (truth: Truth, worth: number) => Answer> = {
  plurality: (truth) => chooseBy(truth, () => true),
  majority: (truth, worth) =>
    truth.voted < truth.eligible / 2
      ? 'too few voters'
      : chooseBy(truth, (most) => most > (worth * (truth.voted - truth.abstained)) / 2),
  'two-thirds': (truth, worth) =>
    truth.voted * 3 < truth.eligible * 2
      ? 'too few voters'
      : chooseBy(truth, (most) => most * 3 >= worth * (truth.voted - truth.abstained) * 2),
  unanimous: (truth, worth) =>
    truth.voted < truth.eligible
      ? 'too few voters'
      : chooseBy(truth, (most) => most === worth * (truth.voted - truth.abstained)),
  scores: (truth) => (truth.voted < truth.eligible / 2 ? 'too few voters' : chooseBy(truth, () => true)),
  'lazy-consensus': (truth, worth) => {
    const silent = (truth.eligible - truth.voted) * worth;
    const [first = 0, ...rest] = truth.votes;
    return chooseBy({ ...truth, votes: [first + silent, ...rest] }, () => true);
  },
  advice: (truth) => chooseBy(truth, () => true),
  'easy-to-undo': (truth, worth) => answers['lazy-consensus'](truth, worth),
  'hard-to-undo': (truth, worth) => answers['two-thirds'](truth, worth),
};
