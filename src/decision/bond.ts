import type { Decision } from './decision.ts';

/** What a decision does to an ADR of the archive when it is accepted. */
export type BondKind = 'supersedes' | 'amends' | 'deprecates';

/** An ADR that a proposal is bound to. It is found again by `adrId`; number and title are as they were then. */
export interface Bond {
  readonly kind: BondKind;
  /** The row of the index, which stays the same when the file is renamed. */
  readonly adrId: number;
  readonly number: number | undefined;
  readonly title: string;
}

/**
 * Whether a decision changes the ADR that it is bound to: an accepted one does. To deprecate is an option beside
 * others, though, and an accepted proposal may as well say “keep it”: its first option alone deprecates.
 */
export function changesBoundAdr({ bond, status, options, outcome }: Decision): boolean {
  if (bond === undefined || status !== 'accepted') return false;
  return bond.kind !== 'deprecates' || options[0]?.id === outcome?.chosenOptionId;
}
