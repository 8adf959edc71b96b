import type { Announcement } from '../../message/announcement.ts';
import type { Message, WrittenMessage } from '../chat/chat.ts';

/** The messages that Gavel posts, each once. */
export interface MessageRecords {
  /**
   * Saves a message to be posted once, and adds the job that posts it: now, or at `sayAt` if that is given. False when its
   * key was used before.
   */
  write(message: Message, at: Date, sayAt?: Date): Promise<boolean>;
  find(teamId: string, key: string): Promise<WrittenMessage | undefined>;
  /**
   * The messages of these kinds in the thread of a decision, posted or about to be, in the order in which they were
   * written.
   */
  findInThread(decisionId: string, kinds: readonly Announcement['kind'][]): Promise<WrittenMessage[]>;
  markSaid(teamId: string, key: string, ts: string): Promise<void>;
  /** Gives a message other words; if it is already posted, `Chat.reword` shows them. */
  rewrite(teamId: string, key: string, body: Announcement): Promise<void>;
}
