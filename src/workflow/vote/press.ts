import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { leaveOutWithdrawn } from '../../decision/vote/ballot.ts';
import { presentDeciders } from '../../decision/vote/electorate.ts';
import { checkMayPress, describePress, type Press, type Pressed, planPress } from '../../decision/vote/press.ts';
import type { Ports } from '../ports/ports.ts';

/** A press as Slack reports it. */
interface PressOnCard extends Press {
  readonly decisionId: string;
  /** The round of the card that it was pressed on. */
  readonly round: number;
  readonly channelId: string;
}

/**
 * Saves what somebody voted with a button, durably, before we acknowledge it to Slack. Slack takes a press only from
 * somebody who has the card before them, so like a reaction it needs no further question to Slack. Undefined if it
 * changes nothing. Throws RuleBroken.
 */
export async function pressVote(ports: Ports, press: PressOnCard): Promise<Pressed | undefined> {
  const { decisionId, round, channelId, userId } = press;
  const pressed = await ports.store.transaction(async (records) => {
    // Locked until we are done, so that the vote doesn't close and the person's other presses wait.
    const decision = await records.decisions.lock(decisionId);
    if (decision === undefined || decision.channelId !== channelId)
      throw new RuleBroken({ code: 'decision not found' });
    checkMayPress(decision, round, press);
    const own = leaveOutWithdrawn(decision, await records.ballots.find(decision, userId));
    const changed = planPress(decision, own, press);
    if (changed.length === 0) return undefined;
    await records.ballots.write(decision, changed);
    await records.marks.mark(decisionId, 'stale');
    const isDecider = decision.voting !== undefined && presentDeciders(decision.voting).includes(userId);
    return { ...describePress(decision, own, changed, press), isDecider };
  });
  ports.metrics.count('vote received');
  return pressed;
}
