import type { Answer } from '../delivery/delivery.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Shows a notice from Slack itself to a person. */
export function giveNotice(
  workspace: Workspace,
  userId: string,
  channel: string | undefined,
  code: string,
  text: string,
): void {
  workspace.state.notices.push({ userId, channel, code, text });
  workspace.changes.announce();
}

/** Shows a notice if the app did not acknowledge. Returns whether it did. */
export function checkAnswered(
  workspace: Workspace,
  answer: Answer,
  userId: string,
  channel: string | undefined,
  what: string,
): answer is Extract<Answer, { outcome: 'acknowledged' }> {
  if (answer.outcome === 'acknowledged') return true;
  giveNotice(workspace, userId, channel, answer.outcome, `${what} failed with the error "${answer.outcome}"`);
  return false;
}
