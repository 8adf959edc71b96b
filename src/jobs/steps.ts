import { closeVote } from '../workflow/close-voting.ts';
import { sendDigest } from '../workflow/digest.ts';
import { keepInStep } from '../workflow/follow-archive.ts';
import { runImport } from '../workflow/import.ts';
import { lookAfterCard } from '../workflow/look-after-card.ts';
import { nudgeDecider, nudgeInThread } from '../workflow/nudge.ts';
import { endHold } from '../workflow/object.ts';
import { startVoting } from '../workflow/open-voting.ts';
import type { Jobs } from '../workflow/ports/jobs.ts';
import type { Ports } from '../workflow/ports.ts';
import { publish } from '../workflow/publish.ts';
import { retireCard } from '../workflow/show-card.ts';
import { tell } from '../workflow/tell.ts';

type Steps = {
  /** `signal`: we are shutting down, and what takes long should end. */
  readonly [Name in keyof Jobs]: (ports: Ports, payload: Jobs[Name], signal: AbortSignal) => Promise<void>;
};

/** Each job is one call of the workflow. */
export const steps: Steps = {
  'open-voting': startVoting,
  'close-voting': (ports, { decisionId }) => closeVote(ports, decisionId),
  'end-hold': endHold,
  nudge: nudgeInThread,
  'nudge-decider': nudgeDecider,
  'retire-card': retireCard,
  reconcile: (ports, { decisionId }) => lookAfterCard(ports, decisionId),
  publish: (ports, { decisionId }) => publish(ports, decisionId),
  tell: (ports, { teamId, key }) => tell(ports, teamId, key),
  'send-digest': (ports, { teamId, channelId }) => sendDigest(ports, teamId, channelId),
  'follow-archive': (ports, _, signal) => keepInStep(ports, signal),
  import: (ports, { teamId, key }, signal) => runImport(ports, teamId, key, signal),
};
