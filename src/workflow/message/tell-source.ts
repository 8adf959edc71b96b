import type { Decision } from '../../decision/decision.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';

/** What the thread of the message that a proposal was made from hears: each once. */
export type SourceNews = 'proposed from here' | 'decided elsewhere';

/** Has the thread of the message that a proposal was made from told about it, if there is one. */
export async function tellSource(
  { now }: Ports,
  records: Records,
  { id: decisionId, teamId, channelId, proposerId, source }: Decision,
  kind: SourceNews,
): Promise<void> {
  if (source === undefined) return;
  const at = { threadTs: source.threadTs, channelId };
  const body = kind === 'decided elsewhere' ? { kind, ...at } : { kind, by: proposerId, ...at };
  const key = `${kind}:${decisionId}`;
  await records.messages.write({ teamId, key, channelId: source.channelId, decisionId, body }, now());
}
