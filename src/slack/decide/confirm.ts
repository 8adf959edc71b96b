import { confirmOutcome, declineOutcome } from '../../workflow/decide/confirm.ts';
import type { ActionGesture, Desk } from '../app/gesture.ts';
import { readAwaited } from './confirm-text.ts';

/** “Confirm”: whoever presses it is the second person. */
export async function onConfirmOutcome({ ports }: Desk, { actor, value }: ActionGesture): Promise<void> {
  const { decisionId, id } = readAwaited(value);
  await confirmOutcome(ports, decisionId, actor, id);
}

/** “Decline”, also for whoever recorded the outcome and takes it back. */
export async function onDeclineOutcome({ ports }: Desk, { actor, value }: ActionGesture): Promise<void> {
  const { decisionId, id } = readAwaited(value);
  await declineOutcome(ports, decisionId, actor, id);
}
