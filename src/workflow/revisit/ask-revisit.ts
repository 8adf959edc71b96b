import { randomUUID } from 'node:crypto';
import type { Decision } from '../../decision/decision.ts';
import { findRevisitAt, mayAskNow, remindsAfter } from '../../decision/recall/revisit-time.ts';
import type { Day } from '../../decision/time/day.ts';
import { announceInThread } from '../change/change.ts';
import { planHomes } from '../home/plan-homes.ts';
import type { Jobs } from '../ports/jobs/jobs.ts';
import type { Ports } from '../ports/ports.ts';
import type { AskedRevisit } from '../ports/records/revisits.ts';
import type { Records } from '../ports/store.ts';
import { findRecordOf, isInForce } from './subject.ts';

/** How many open questions of a channel are looked through. */
const mostOpen = 1_000;

/**
 * Asks in the thread of an accepted decision whether it is still right, once its day to look again has come, and shows that
 * in the channel. Reminds people once, two weeks later and in the thread alone. Asks nothing about a decision that something
 * else has taken the place of; as long as a proposal may do that, the question waits for it.
 */
export async function askRevisit(ports: Ports, { decisionId }: Jobs['ask-revisit']): Promise<void> {
  await ports.store.transaction(async (records) => {
    const now = ports.now();
    const decision = await records.decisions.lock(decisionId);
    const on = decision?.revisit.on;
    if (decision?.status !== 'accepted' || on === undefined) return;
    const again = (runAt: Date) => records.jobs.add('ask-revisit', { decisionId }, { runAt });
    if (!mayAskNow(on, decision.timeZone, now)) return again(findRevisitAt(on, decision.timeZone, now));

    const record = await findRecordOf(records, decision);
    if (!isInForce(record?.adr)) return;
    const rivals = record?.adr ? await records.decisions.findBoundTo(decision.teamId, [record.adr.id]) : [];
    if (rivals.length > 0) return again(new Date(now.getTime() + remindsAfter));

    const asked = newQuestion(decision, on, now);
    const before = await records.revisits.ask(asked);
    if (before === undefined) {
      await ask(ports, records, decision, asked, record?.number);
      return again(new Date(now.getTime() + remindsAfter));
    }
    if (before.answer !== undefined || before.remindedAt !== undefined) return;
    const remindAt = new Date(before.askedAt.getTime() + remindsAfter);
    if (remindAt > now) return again(remindAt);
    // What an amendment has changed since is no longer the question.
    const open = await records.revisits.findOpen(decision.teamId, { channelId: decision.channelId }, mostOpen);
    if (!open.some(({ id }) => id === before.id)) return;
    await records.revisits.save({ ...before, remindedAt: now });
    const reminder = { kind: 'revisit waits', revisitId: before.id, since: before.askedAt.toISOString() } as const;
    await announceInThread(ports, records, decision, reminder, `revisit waits:${before.id}`);
  });
}

function newQuestion({ id, teamId, archive, channelId }: Decision, dueOn: Day, askedAt: Date): AskedRevisit {
  return {
    ...{ id: randomUUID(), teamId, subject: { decisionId: id }, archive, channelIds: [channelId], dueOn, askedAt },
    ...{ remindedAt: undefined, answer: undefined, noted: undefined, review: undefined },
  };
}

async function ask(
  ports: Ports,
  records: Records,
  decision: Decision,
  { id: revisitId, dueOn, askedAt }: AskedRevisit,
  number: number | undefined,
): Promise<void> {
  const { options, outcome, revisit } = decision;
  const question = {
    kind: 'revisit',
    revisitId,
    dueOn,
    title: decision.title,
    number,
    url: undefined,
    chosen: options.find(({ id }) => id === outcome?.chosenOptionId)?.title,
    decidedAt: outcome?.decidedAt.toISOString(),
    when: revisit.when,
  } as const;
  await announceInThread(ports, records, decision, question, `revisit:${revisitId}`);
  await records.events.record({ decision, at: askedAt, actorId: undefined, kind: 'revisit asked', detail: { dueOn } });
  await planHomes(ports, records);
}
