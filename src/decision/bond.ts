import type { Decision } from './decision.ts';
import type { Status } from './status.ts';

/** What a decision does to an ADR of the archive when it is accepted. */
export type BondKind = 'supersedes' | 'amends' | 'deprecates';

/** An ADR that a proposal is bound to. It is found again by `adrId`; number and title are as they were then. */
export interface Bond {
  readonly kind: BondKind;
  /** The row of the index, which stays the same when the file is renamed. */
  readonly adrId: number;
  readonly number: number | undefined;
  readonly title: string;
  /** The option under which the ADR stays as it is, where the proposal offers that as one of its own. */
  readonly keepingOptionId?: string | undefined;
}

/**
 * Whether a decision changes the ADR that it is bound to: an accepted one does, unless what was chosen is to keep it. To
 * deprecate is an option beside others: the first one alone does.
 */
export function changesBoundAdr({ bond, status, options, outcome }: Decision): boolean {
  if (bond === undefined || status !== 'accepted') return false;
  const chosen = outcome?.chosenOptionId;
  if (bond.kind === 'deprecates') return options[0]?.id === chosen;
  return bond.keepingOptionId === undefined || bond.keepingOptionId !== chosen;
}

/** Whether an ADR in this status takes no such change any more, as another has come before it. */
export function isPastChange(status: Status | undefined, kind: BondKind): boolean {
  return status === 'superseded' || (status === 'deprecated' && kind === 'deprecates');
}
