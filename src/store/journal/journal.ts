import type { Message } from '../../workflow/ports/chat/chat.ts';
import type { HistoryEvent } from '../../workflow/ports/records/events.ts';

/** Called with what has happened, once it is committed. */
export interface Journal {
  onEvent(event: HistoryEvent): void;
  /** A message to be posted in Slack. */
  onMessage(message: Message): void;
}

/** Ignores everything. */
export const noJournal: Journal = { onEvent: () => undefined, onMessage: () => undefined };
