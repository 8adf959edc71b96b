import type { Announcement } from '../../workflow/message/announcement.ts';
import type { Message, WrittenMessage } from '../../workflow/ports/chat/chat.ts';
import type { Handle } from '../handle.ts';
import { addJob } from '../job/job.ts';
import type { Row } from '../row.ts';

function toMessage(row: Row<'message'>): WrittenMessage {
  return {
    teamId: row.team_id,
    key: row.key,
    channelId: row.channel_id,
    decisionId: row.decision_id ?? undefined,
    body: row.body as WrittenMessage['body'],
    messageId: row.message_id,
    ts: row.ts ?? undefined,
  };
}

/** Saves a message, with the job that posts it, at `sayAt` if that is later. False when its key was used before. */
export async function writeMessage(handle: Handle, message: Message, at: Date, sayAt = at): Promise<boolean> {
  const { db, teamId } = handle;
  const { key, channelId, decisionId, body } = message;
  const written = await db
    .insertInto('message')
    .values({
      team_id: teamId,
      key,
      channel_id: channelId,
      decision_id: decisionId ?? null,
      body: JSON.stringify(body),
      ts: null,
      written_at: at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (written === undefined) return false;
  await addJob(handle, 'tell', { teamId, key }, sayAt.getTime() - at.getTime());
  return true;
}

export async function findMessage({ db, teamId }: Handle, key: string): Promise<WrittenMessage | undefined> {
  const row = await db
    .selectFrom('message')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row && toMessage(row);
}

/** The messages of these kinds in the thread of a decision, posted or about to be, in the order in which they were written. */
export async function findMessagesInThread(
  { db, teamId }: Handle,
  decisionId: string,
  kinds: readonly Announcement['kind'][],
): Promise<WrittenMessage[]> {
  const rows = await db
    .selectFrom('message')
    .selectAll()
    .where('team_id', '=', teamId)
    .where('decision_id', '=', decisionId)
    // An empty one stands for what was not to be said anymore.
    .where((each) => each.or([each('ts', 'is', null), each('ts', '<>', '')]))
    .orderBy('written_at')
    .orderBy('key')
    .execute();
  // PostgreSQL could not look into a body that has a NUL, which somebody may have typed.
  return rows.map(toMessage).filter(({ body }) => kinds.includes(body.kind));
}

export async function markMessageSaid({ db, teamId }: Handle, key: string, ts: string): Promise<void> {
  await db.updateTable('message').set({ ts }).where('team_id', '=', teamId).where('key', '=', key).execute();
}

export async function rewriteMessage({ db, teamId }: Handle, key: string, body: Announcement): Promise<void> {
  await db
    .updateTable('message')
    .set({ body: JSON.stringify(body) })
    .where('team_id', '=', teamId)
    .where('key', '=', key)
    .execute();
}
