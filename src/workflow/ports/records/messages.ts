import type { Announcement } from '../../message/announcement.ts';
import type { Message, WrittenMessage } from '../chat.ts';

/** What Gavel says, each once. */
export interface MessageRecords {
  /** Writes a message to be said once; false when its key was written before. Adds the job that says it. */
  write(message: Message, at: Date): Promise<boolean>;
  find(teamId: string, key: string): Promise<WrittenMessage | undefined>;
  markSaid(teamId: string, key: string, ts: string): Promise<void>;
  /** Gives a message other words; where it is said already, `Chat.reword` shows them. */
  rewrite(teamId: string, key: string, body: Announcement): Promise<void>;
}
