import type { ObjectionWeight } from '../decision/objection/objection.ts';
import type { Overrider } from '../decision/rule/rule.ts';
import type { Words } from './say.ts';

/** An objection that stands, or a hold until a moment; `name` is the objector's. */
interface ToldStance {
  readonly name: string;
  readonly until: Date | undefined;
  readonly reason: string;
}

/** What is said about objections and holds. `proposerId` is the person spoken to, if anybody is. */
export interface ObjectionWords {
  /** What an objection will do, told to somebody who is about to object. */
  readonly help: Readonly<Record<ObjectionWeight, string>>;
  /** In the thread; `closesAt` is the deadline, if a hold has moved it. */
  raised(
    facts: ToldStance & {
      readonly proposerId: string | undefined;
      readonly weight: ObjectionWeight;
      readonly closesAt: Date | undefined;
    },
  ): Words;
  /** In the thread; whoever is overridden is mentioned. */
  settled(facts: {
    readonly by: string;
    readonly authorId: string;
    readonly isHold: boolean;
    readonly how: 'resolved' | 'overridden';
    readonly reason: string;
  }): Words;
  /** To the person who is overridden; `decision` is its name, and without a reason it is in a private channel. */
  overriddenToYou(facts: {
    readonly by: string;
    readonly isHold: boolean;
    readonly decision: Words;
    readonly reason: string | undefined;
  }): Words;
  /**
   * Voting has closed, and no objection stands any more. `next`: what the proposer can do or who else it takes, if the
   * vote has a winner.
   */
  isClear(facts: {
    readonly proposerId: string;
    readonly next: 'outcome' | 'second person' | undefined;
    readonly overriders: readonly Overrider[];
  }): Words;
  /**
   * Voting has closed with a verdict, in sentences, that these objections and a number of others block. `unconfirmed`:
   * how many block as well because only one person has overridden them, where the rule needs a second.
   */
  blocked(facts: {
    readonly proposerId: string | undefined;
    readonly verdict: string;
    readonly objections: readonly Pick<ToldStance, 'name' | 'reason'>[];
    readonly more: number;
    /** Who may override them under the rule. */
    readonly overriders: readonly Overrider[];
    readonly needsSecond: boolean;
    readonly unconfirmed: number;
  }): Words;
  /** How many people, listed as one text, keep voting open. */
  held(names: string, count: number, closesAt: Date): Words;
  /** On the card and behind “Read more”. */
  stance(facts: ToldStance & { readonly isAdvice: boolean }): Words;
  /** What a card does not show: how many more stand, and how many no longer do. */
  counts(facts: { readonly more: number; readonly resolved: number; readonly overridden: number }): string;
  readonly title: string;
  readonly timeIsUp: string;
  /** What became of an objection; `by` is missing if its author resolved it. */
  fate(how: 'resolved' | 'overridden', by: string | undefined, reason: string): Words;
}
