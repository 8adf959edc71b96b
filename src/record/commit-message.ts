import { adrNumber } from '@gavel/adr/name/adr-name.ts';
import type { BondKind } from '../decision/decision.ts';
import { decidedLines } from './content-outcome.ts';
import { languageOf } from './names.ts';
import type { AdrRecord } from './record.ts';
import { listVotes } from './vote-text.ts';

/** What a commit does to the ADR that its own is bound to. */
export interface CommittedBond {
  readonly kind: BondKind | 'keeps';
  readonly fileName: string;
}

/** What a commit says about a record: its first line, and the lines below it. */
export interface CommitMessage {
  readonly subject: string;
  readonly body: readonly string[];
}

/** The message of the commit that adds a record; `tellsVotes` if the house has no place for votes in its ADRs. */
export function writeCommitMessage(
  record: AdrRecord,
  number: number | undefined,
  { bond, tellsVotes }: { readonly bond: CommittedBond | undefined; readonly tellsVotes: boolean },
): CommitMessage {
  const words = languageOf(record).record;
  return {
    subject: words.subject(number === undefined ? 'ADR' : adrNumber(number), record.title, record.status),
    body: [
      ...(bond ? [words.bond(bond.kind, bond.fileName)] : []),
      ...decidedLines(record),
      ...(tellsVotes ? listVotes(record) : []),
    ],
  };
}
