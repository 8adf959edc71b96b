import { adrNumber } from '../adr/adr-name.ts';
import type { Decision } from '../decision/decision.ts';
import { listNames } from '../decision/person.ts';
import { toAdrRecord } from './adr-record.ts';
import { writeInStyle } from './adr-text.ts';
import { amendArchive } from './amend-archive.ts';
import { ArchiveError, BranchMoved } from './archive-error.ts';
import { announceInThread } from './change.ts';
import { followArchive } from './follow-archive.ts';
import { learnHouseStyle } from './house-style.ts';
import type { Published, Snapshot } from './ports/archive.ts';
import type { Ports } from './ports.ts';
import { viewCard } from './show-card.ts';
import { type AdrPlace, takeNumber, unpublished } from './take-number.ts';

const attemptsOnAMovingBranch = 8;

/**
 * Commits a decided decision to the archive and announces it. Safe to run twice, and after a crash at any point: the
 * number is taken before the push, the commit carries the decision's id, and the announcement is written down once.
 * Throws what went wrong with the archive after telling it in the thread; the job is then tried again later.
 */
export async function publish(ports: Ports, decisionId: string): Promise<void> {
  const decision = await ports.store.read.findDecision(decisionId);
  if (decision?.outcome === undefined) return;
  const known = await ports.store.read.findPublication(decisionId);
  if (known?.pushedAt) return;
  try {
    await announce(ports, decision, await push(ports, decision));
    ports.metrics.count('outcome published');
  } catch (error) {
    ports.metrics.count('publication failed');
    if (error instanceof ArchiveError) await reportTrouble(ports, decision, error);
    throw error;
  }
}

interface Pushed extends Published, AdrPlace {
  /** What the thread is told beside where the record is. */
  readonly remarks: readonly string[];
  readonly votes: readonly string[];
}

async function push(ports: Ports, decision: Decision): Promise<Pushed> {
  const view = await viewCard(ports, decision);
  const channel = await ports.chat.findChannel(decision.channelId);
  const record = toAdrRecord(view, channel && !channel.isPrivate ? `#${channel.name}` : undefined);

  for (let attempt = 1; ; attempt += 1) {
    await followArchive(ports);
    const snapshot = await ports.archive.fetch();

    // An earlier attempt may have got through without our hearing of it.
    const earlier = await ports.archive.find(decision.id, snapshot);
    const { style } = await learnHouseStyle(ports, snapshot);
    const isCommitted = earlier !== undefined;
    const place = await takeNumber(ports, decision, snapshot, { style, date: record.date, isCommitted });
    const { text, votes, leftOut } = await writeInStyle(ports, record, style, place.number);
    const amended = await amendArchive(ports, snapshot, decision, { ...place, text, record, style });
    const told = { ...place, votes, remarks: remarksOn(snapshot, leftOut, amended.trouble) };
    if (earlier) {
      const path = pathOf(ports, place.fileName);
      return { ...told, commit: earlier, path, url: ports.archive.addressOf(earlier) };
    }

    const change = {
      decisionId: decision.id,
      files: [{ name: place.fileName, content: amended.text }, ...amended.files],
      subject: `${place.number === undefined ? 'ADR' : adrNumber(place.number)}: ${decision.title} (${decision.status})`,
      body: [...amended.said, ...votes],
      at: decision.outcome?.decidedAt ?? decision.proposedAt,
    };
    try {
      return { ...told, ...(await ports.archive.commit(change, snapshot)) };
    } catch (error) {
      if (!(error instanceof BranchMoved) || attempt === attemptsOnAMovingBranch) throw error;
    }
  }
}

function pathOf(ports: Ports, fileName: string): string {
  return [ports.archive.folder, fileName].filter(Boolean).join('/');
}

function remarksOn({ branch, madeFrom }: Snapshot, leftOut: readonly string[], trouble: string | undefined): string[] {
  const names = listNames(leftOut.map((heading) => `“${heading}”`));
  const [section, argues] = leftOut.length === 1 ? ['section', 'argues'] : ['sections', 'argue'];
  return [
    ...(leftOut.length === 0
      ? []
      : [
          `The ${section} ${names} ${argues} for something else than what was decided, and ${leftOut.length === 1 ? 'was' : 'were'} left out of the record.`,
        ]),
    ...(trouble === undefined ? [] : [trouble]),
    ...(madeFrom === undefined
      ? []
      : [`There was no branch ${branch} in the repository, so I made it from ${madeFrom}.`]),
  ];
}

async function announce(ports: Ports, decision: Decision, pushed: Pushed): Promise<void> {
  const { number, fileName, commit, path, url, votes, remarks } = pushed;
  await ports.store.transaction(async (records) => {
    const now = ports.now();
    const { id: archive } = ports.archive;
    const publication = { archive, number, fileName, commit, commitUrl: url, pushedAt: now, trouble: undefined };
    await records.savePublication(decision, publication);
    await records.recordEvent({ decision, at: now, actorId: undefined, kind: 'published', detail: { path, commit } });
    await announceInThread(
      ports,
      records,
      decision,
      { kind: 'published', path, commit, url, votes, remarks },
      `published:${decision.id}`,
    );
    await records.markCard(decision.id, 'closing');
    // Other proposals that are bound to the same ADR show soon what became of it.
    if (decision.bond) await records.addJob('follow-archive', { teamId: decision.teamId });
  });
}

/** Tells of each kind of trouble once; the words of git may differ at every attempt, by a time or a number. */
async function reportTrouble(ports: Ports, decision: Decision, trouble: ArchiveError): Promise<void> {
  const { id: archive } = ports.archive;
  const { reason: kind, message: reason } = trouble;
  await ports.store.transaction(async (records) => {
    const before = await records.findPublication(decision.id);
    if (before?.trouble === reason) return;
    await records.savePublication(decision, { ...unpublished, archive, ...before, trouble: reason });
    await records.markCard(decision.id, 'acted');
    const key = `not published:${decision.id}:${kind}`;
    const isNews = await announceInThread(ports, records, decision, { kind: 'not published', reason }, key);
    if (!isNews) return;
    const detail = { reason };
    await records.recordEvent({ decision, at: ports.now(), actorId: undefined, kind: 'not published', detail });
  });
}
