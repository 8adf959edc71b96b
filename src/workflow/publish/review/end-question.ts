import type { ReviewAnswer } from '../../message/announcement.ts';
import type { Records } from '../../ports/store.ts';

/** Has the thread's question about a closed review say what became of it, in place of its buttons. */
export async function endQuestion(records: Records, decisionId: string, answer: ReviewAnswer): Promise<void> {
  await endReminder(records, decisionId);
  for (const { teamId, key, body } of await records.messages.findInThread(decisionId, ['review closed'])) {
    if (body.kind !== 'review closed' || body.answer !== undefined) continue;
    await records.messages.rewrite(teamId, key, { ...body, answer });
    await records.jobs.add('renew-notices', { decisionId });
  }
}

/** Takes the button from the thread's reminder of a review whose end git alone does not show, once there is one. */
export async function endReminder(records: Records, decisionId: string): Promise<void> {
  for (const { teamId, key, body } of await records.messages.findInThread(decisionId, ['review waits'])) {
    if (body.kind !== 'review waits' || !body.isUnseen) continue;
    const { isUnseen: _, ...waits } = body;
    await records.messages.rewrite(teamId, key, waits);
    await records.jobs.add('renew-notices', { decisionId });
  }
}
