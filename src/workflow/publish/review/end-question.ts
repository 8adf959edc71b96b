import type { ReviewAnswer } from '../../message/announcement.ts';
import type { Records } from '../../ports/store.ts';

/** Has the thread's question about a closed review say what became of it, in place of its buttons. */
export async function endQuestion(records: Records, decisionId: string, answer: ReviewAnswer): Promise<void> {
  for (const { teamId, key, body } of await records.messages.findInThread(decisionId, ['review closed'])) {
    if (body.kind !== 'review closed' || body.answer !== undefined) continue;
    await records.messages.rewrite(teamId, key, { ...body, answer });
    await records.jobs.add('renew-notices', { decisionId });
  }
}
