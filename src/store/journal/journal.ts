import type { Message } from '../../workflow/ports/chat.ts';
import type { HistoryEvent } from '../../workflow/ports/records/events.ts';

/** Hears of what has happened, once it is committed. */
export interface Journal {
  onEvent(event: HistoryEvent): void;
  /** A message that is to be said in Slack. */
  onMessage(message: Message): void;
}

/** Hears nothing. */
export const noJournal: Journal = { onEvent: () => undefined, onMessage: () => undefined };
