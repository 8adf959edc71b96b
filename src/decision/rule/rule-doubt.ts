import type { Refusal } from '../failure/refusal.ts';

/** Why nothing in a `.gavel.yml` can be used. */
export type UnusableSettings =
  | { readonly kind: 'not YAML' }
  | { readonly kind: 'too long'; readonly most: number }
  | { readonly kind: 'too deep'; readonly most: number }
  | { readonly kind: 'too slow' };

/**
 * What can't be used in the rules of a channel, or in `.gavel.yml` besides its style, as facts. It is left out of
 * account.
 */
export type RuleDoubt =
  | { readonly code: 'rule left out'; readonly name: string; readonly because: Refusal }
  /** The value of `rule`, the rule that is selected first, which has no name. */
  | { readonly code: 'first rule left out'; readonly because: Refusal }
  | { readonly code: 'rules not by name' }
  | { readonly code: 'rule name refused'; readonly name: string }
  | { readonly code: 'too many rules'; readonly most: number }
  /** A setting's value, as JSON or its beginning; `known` are those that it may have. */
  | {
      readonly code: 'setting left out';
      readonly setting: 'publish' | 'checks' | 'enforce';
      readonly value: string;
      readonly known: readonly string[];
    }
  /** The value of `agents`, as JSON or its beginning. */
  | { readonly code: 'agents left out'; readonly value: string }
  /** The value of `revisit`, as JSON or its beginning. */
  | { readonly code: 'revisit left out'; readonly value: string }
  | { readonly code: 'settings unusable'; readonly why: UnusableSettings };
