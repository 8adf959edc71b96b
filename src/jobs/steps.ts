import { closeVote } from '../workflow/decide.ts';
import { sendDigest } from '../workflow/digest.ts';
import { startVoting } from '../workflow/open-voting.ts';
import type { Jobs, Ports } from '../workflow/ports.ts';
import { publish } from '../workflow/publish.ts';
import { showCard } from '../workflow/show-card.ts';
import { tell } from '../workflow/tell.ts';
import { reconcileVote } from '../workflow/vote.ts';

type Steps = { readonly [Name in keyof Jobs]: (ports: Ports, payload: Jobs[Name]) => Promise<void> };

/** Each job is one call of the workflow. */
export const steps: Steps = {
  'open-voting': startVoting,
  'close-voting': (ports, { decisionId }) => closeVote(ports, decisionId),
  'refresh-card': (ports, { decisionId }) => showCard(ports, decisionId),
  reconcile: (ports, { decisionId }) => reconcileVote(ports, decisionId),
  publish: (ports, { decisionId }) => publish(ports, decisionId),
  tell: (ports, { teamId, key }) => tell(ports, teamId, key),
  'send-digest': (ports, { teamId, channelId }) => sendDigest(ports, teamId, channelId),
};
