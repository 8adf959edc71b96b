import type { Decision } from '../../decision/decision.ts';
import type { PublicationRemark } from '../../decision/publication/publication-remark.ts';
import { type CommittedBond, writeCommitMessage } from '../../record/commit-message.ts';
import type { AdrRecord } from '../../record/record.ts';
import { viewCard } from '../card/show-card.ts';
import type { LearnedStyle } from '../ports/archive/archive-memory.ts';
import type { Change } from '../ports/archive/change.ts';
import type { Snapshot } from '../ports/archive/snapshot.ts';
import type { RepositoryPorts } from '../ports/ports.ts';
import { toAdrRecord } from './adr-record.ts';
import { writeInStyle } from './adr-text.ts';
import { planAgentsFile } from './agents-file.ts';
import { amendArchive } from './amend-archive.ts';
import { findCoAuthors } from './find-co-authors.ts';
import { languageOfArchive, zoneOfArchive } from './house-style.ts';
import { type AdrPlace, takeNumber } from './take-number.ts';

/** What an outcome changes in the archive, whichever way it takes there. The ADR is the first file of the change. */
export interface PlannedChange {
  readonly record: AdrRecord;
  readonly place: AdrPlace;
  readonly text: string;
  readonly change: Change;
  readonly bond: CommittedBond | undefined;
  /** What the thread is told besides: what the ADR leaves out, and the votes if it has no place for them. */
  readonly remarks: readonly PublicationRemark[];
  readonly votes: readonly string[];
}

/**
 * Plans the change of an outcome on top of a snapshot. Its number and file are taken now, unless it has them: `known`
 * are those that it already has in the archive.
 */
export async function planChange(
  ports: RepositoryPorts,
  decision: Decision,
  snapshot: Snapshot,
  { style, showing }: Pick<LearnedStyle, 'style' | 'showing'>,
  known?: AdrPlace,
): Promise<PlannedChange> {
  const seen = await viewCard(ports, decision);
  // How a vote stands is not for git before it ends.
  const view = decision.outcome === undefined ? { ...seen, tally: undefined, undated: undefined } : seen;
  const channel = await ports.chat.findChannel(decision.channelId);
  const informed = channel && !channel.isPrivate ? `#${channel.name}` : undefined;
  const timeZone = await zoneOfArchive(ports, style, decision, decision.timeZone);
  const whole = toAdrRecord(view, informed, { language: languageOfArchive(ports, style), timeZone });
  // Before an outcome, everybody who may vote would be named.
  const record = decision.outcome === undefined ? { ...whole, decisionMakers: [] } : whole;
  const place =
    known ?? (await takeNumber(ports, decision, snapshot, { style, date: record.date, status: record.status }));
  const { text, votes, leftOut } = await writeInStyle(ports, record, style, place.number);
  const { agentsFile } = showing;
  const amended = await amendArchive(ports, snapshot, decision, { ...place, text, record, style, agentsFile });
  const files = [{ name: place.fileName, content: amended.text }, ...amended.files];
  // What nobody has decided yet holds for no agent.
  const agents =
    agentsFile === undefined || decision.outcome === undefined
      ? { besides: [], remarks: [] }
      : await planAgentsFile(ports, snapshot, { path: agentsFile, language: record.language, files });
  const change: Change = {
    decisionId: decision.id,
    coAuthors: await findCoAuthors(ports, view),
    files,
    besides: agents.besides,
    ...writeCommitMessage(record, place.number, { bond: amended.committed, tellsVotes: votes.length > 0 }),
    at: decision.outcome?.decidedAt ?? decision.proposedAt,
    timeZone,
  };
  const remarks = remarksOn(snapshot, leftOut, [...amended.remarks, ...agents.remarks]);
  return { record, place: toPlace(place), text: amended.text, change, bond: amended.committed, remarks, votes };
}

function toPlace({ number, fileName }: AdrPlace): AdrPlace {
  return { number, fileName };
}

function remarksOn(
  { branch, madeFrom }: Snapshot,
  headings: readonly string[],
  amendment: readonly PublicationRemark[],
): PublicationRemark[] {
  return [
    ...(headings.length === 0 ? [] : [{ code: 'sections left out', headings } as const]),
    ...amendment,
    ...(madeFrom === undefined ? [] : [{ code: 'branch made', branch, from: madeFrom } as const]),
  ];
}
