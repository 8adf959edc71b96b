import type { BondKind, Decision } from './decision.ts';
import type { Status } from './status.ts';

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
