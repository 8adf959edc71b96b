import { adrNumber } from '@gavel/adr/name/adr-name.ts';
import type { BondKind } from '../decision/decision.ts';
import type { AdrRecord } from './record.ts';
import { listVotes } from './vote-text.ts';

/** What a commit does with the ADR that its own is bound to. */
export interface CommittedBond {
  readonly kind: BondKind | 'keeps';
  readonly fileName: string;
}

const deeds: Readonly<Record<CommittedBond['kind'], (fileName: string) => string>> = {
  supersedes: (fileName) => `Supersedes ${fileName}.`,
  amends: (fileName) => `Amends ${fileName}.`,
  deprecates: (fileName) => `Deprecates ${fileName}.`,
  keeps: (fileName) => `Leaves ${fileName} as it is.`,
};

/** What a commit says of a record: its first line, and those below it. */
export interface CommitMessage {
  readonly subject: string;
  readonly body: readonly string[];
}

/** The message of the commit that brings a record; `tellsVotes` where the house has no place for them in its ADRs. */
export function writeCommitMessage(
  record: AdrRecord,
  number: number | undefined,
  { bond, tellsVotes }: { readonly bond: CommittedBond | undefined; readonly tellsVotes: boolean },
): CommitMessage {
  return {
    subject: `${number === undefined ? 'ADR' : adrNumber(number)}: ${record.title} (${record.status})`,
    body: [...(bond ? [deeds[bond.kind](bond.fileName)] : []), ...(tellsVotes ? listVotes(record) : [])],
  };
}
