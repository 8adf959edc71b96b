import { adrFileName, nextNumber, numberIn } from '../adr/file-name.ts';
import { renderAdr } from '../adr/render.ts';
import type { Decision } from '../decision/decision.ts';
import { toAdrRecord } from './adr-record.ts';
import { ArchiveError, BranchMoved } from './archive-error.ts';
import { announceInThread } from './change.ts';
import type { Ports, Published, Snapshot } from './ports.ts';
import { viewCard } from './show-card.ts';

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
  } catch (error) {
    if (error instanceof ArchiveError) await reportTrouble(ports, decision, error);
    throw error;
  }
}

interface Pushed extends Published {
  readonly number: number;
  readonly fileName: string;
}

async function push(ports: Ports, decision: Decision): Promise<Pushed> {
  const view = await viewCard(ports, decision);
  const channel = await ports.chat.findChannel(decision.channelId);
  const content = renderAdr(toAdrRecord(view, channel && !channel.isPrivate ? `#${channel.name}` : undefined));

  for (let attempt = 1; ; attempt += 1) {
    const snapshot = await ports.archive.fetch();

    // An earlier attempt may have got through without our hearing of it.
    const earlier = await ports.archive.find(decision.id, snapshot);
    const { number, fileName } = await takeNumber(ports, decision, snapshot, earlier !== undefined);
    if (earlier) {
      const path = pathOf(ports, fileName);
      return { number, fileName, commit: earlier, path, url: ports.archive.addressOf(earlier) };
    }

    const change = {
      decisionId: decision.id,
      files: [{ name: fileName, content }],
      message: `ADR ${String(number).padStart(4, '0')}: ${decision.title} (${decision.status})`,
      at: decision.outcome?.decidedAt ?? decision.proposedAt,
    };
    try {
      return { number, fileName, ...(await ports.archive.commit(change, snapshot)) };
    } catch (error) {
      if (!(error instanceof BranchMoved) || attempt === attemptsOnAMovingBranch) throw error;
    }
  }
}

function pathOf(ports: Ports, fileName: string): string {
  return [ports.archive.folder, fileName].filter(Boolean).join('/');
}

/**
 * The number and file of a decision: next after the highest in the branch and in our table. Kept from one attempt to
 * the next, and taken again only if the branch has given it away in the meantime.
 */
async function takeNumber(
  ports: Ports,
  decision: Decision,
  snapshot: Snapshot,
  isCommitted: boolean,
): Promise<{ number: number; fileName: string }> {
  const { id: archive } = ports.archive;
  return ports.store.transaction(async (records) => {
    const taken = await records.lockTakenNumbers(archive);
    const before = await records.findPublication(decision.id);
    const isOurs = isCommitted || !snapshot.files.some((name) => numberIn(name) === before?.number);
    if (before?.number !== undefined && before.fileName !== undefined && before.archive === archive && isOurs) {
      return { number: before.number, fileName: before.fileName };
    }
    const number = nextNumber(snapshot.files, taken);
    const fileName = adrFileName(number, decision.title);
    await records.savePublication(decision, { ...unpublished, archive, number, fileName });
    return { number, fileName };
  });
}

const unpublished = {
  number: undefined,
  fileName: undefined,
  commit: undefined,
  commitUrl: undefined,
  pushedAt: undefined,
  trouble: undefined,
};

async function announce(ports: Ports, decision: Decision, pushed: Pushed): Promise<void> {
  const { number, fileName, commit, path, url } = pushed;
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
      { kind: 'published', path, commit, url },
      `published:${decision.id}`,
    );
    await records.addJob('refresh-card', { decisionId: decision.id });
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
    await records.addJob('refresh-card', { decisionId: decision.id });
    const key = `not published:${decision.id}:${kind}`;
    const isNews = await announceInThread(ports, records, decision, { kind: 'not published', reason }, key);
    if (!isNews) return;
    const detail = { reason };
    await records.recordEvent({ decision, at: ports.now(), actorId: undefined, kind: 'not published', detail });
  });
}
