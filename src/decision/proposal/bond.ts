import type { BondKind, Decision } from '../decision.ts';
import type { Status } from '../status.ts';

/**
 * Whether a decision changes the ADR that it is bound to. An accepted decision does, unless the chosen option keeps the
 * ADR. Deprecating is one option among others: only the first option does it.
 */
export function changesBoundAdr({ bond, status, options, outcome }: Decision): boolean {
  if (bond === undefined || status !== 'accepted') return false;
  const chosen = outcome?.chosenOptionId;
  if (bond.kind === 'deprecates') return options[0]?.id === chosen;
  return bond.keepingOptionId === undefined || bond.keepingOptionId !== chosen;
}

/** Whether an ADR with this status can't be changed this way anymore, because an earlier change took effect. */
export function isPastChange(status: Status | undefined, kind: BondKind): boolean {
  return status === 'superseded' || (status === 'deprecated' && kind === 'deprecates');
}
