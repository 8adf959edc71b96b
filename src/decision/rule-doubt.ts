import type { Refusal } from './refusal.ts';

/** Why nothing of a `.gavel.yml` can be used. */
export type UnusableSettings =
  | { readonly kind: 'not YAML' }
  | { readonly kind: 'too long'; readonly most: number }
  | { readonly kind: 'too deep'; readonly most: number }
  | { readonly kind: 'too slow' };

/** What could not be used of the rules that a channel or `.gavel.yml` has, as facts; votes go without it. */
export type RuleDoubt =
  | { readonly code: 'rule left out'; readonly name: string; readonly because: Refusal }
  /** What stands under `rule`, the one that is offered first, without a name. */
  | { readonly code: 'first rule left out'; readonly because: Refusal }
  | { readonly code: 'rules not by name' }
  | { readonly code: 'rule name refused'; readonly name: string }
  | { readonly code: 'too many rules'; readonly most: number }
  | { readonly code: 'settings unusable'; readonly why: UnusableSettings };
