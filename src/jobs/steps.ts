import { retireCard } from '../workflow/card/show-card.ts';
import { endHold } from '../workflow/deliberate/object.ts';
import { sendDigest } from '../workflow/digest/digest.ts';
import { tellFollower, tellFollowers } from '../workflow/digest/follow-tags.ts';
import { keepInStep } from '../workflow/follow/follow-archive.ts';
import { runImport } from '../workflow/follow/import.ts';
import { informReview } from '../workflow/govern/inform-review.ts';
import { informReviews } from '../workflow/govern/inform-reviews.ts';
import { renewHomes } from '../workflow/home/renew-homes.ts';
import { renewNotices } from '../workflow/message/notice.ts';
import { sayMessage } from '../workflow/message/say-message.ts';
import { endAway } from '../workflow/nudge/away.ts';
import { askDecider, nudgeDecider, nudgeInThread } from '../workflow/nudge/nudge.ts';
import { askStalled } from '../workflow/nudge/stall.ts';
import { tellVoter } from '../workflow/nudge/tell-voter.ts';
import type { CallUrgency } from '../workflow/ports/chat/chat.ts';
import type { Jobs } from '../workflow/ports/jobs/jobs.ts';
import type { Ports } from '../workflow/ports/ports.ts';
import { proposeReview } from '../workflow/publish/propose/propose-review.ts';
import { publish } from '../workflow/publish/publish.ts';
import { watchReview } from '../workflow/publish/review/watch-review.ts';
import { askAboutAdrs } from '../workflow/revisit/ask-about-adrs.ts';
import { askRevisit } from '../workflow/revisit/ask-revisit.ts';
import { noteRevisit } from '../workflow/revisit/note-revisit.ts';
import { closeVote } from '../workflow/vote/close-voting.ts';
import { startVoting } from '../workflow/vote/open-voting.ts';
import { tellHandover } from '../workflow/vote/tell-handover.ts';

type Steps = {
  /** `signal`: we are shutting down, and anything that takes long should end. */
  readonly [Name in keyof Jobs]: (ports: Ports, payload: Jobs[Name], signal: AbortSignal) => Promise<void>;
};

/** How urgent a job's calls to Slack are. */
export const urgencies: { readonly [Name in keyof Jobs]: CallUrgency } = {
  'open-voting': 'acted',
  'close-voting': 'closing',
  'end-hold': 'acted',
  nudge: 'stale',
  'ask-decider': 'stale',
  'nudge-decider': 'stale',
  'tell-voter': 'stale',
  'tell-handover': 'stale',
  'ask-stalled': 'stale',
  'ask-revisit': 'stale',
  'ask-revisits': 'stale',
  'note-revisit': 'stale',
  'end-away': 'stale',
  'tell-followers': 'stale',
  'tell-follower': 'stale',
  'retire-card': 'acted',
  publish: 'acted',
  'propose-review': 'stale',
  'watch-review': 'stale',
  'inform-review': 'stale',
  'inform-reviews': 'stale',
  tell: 'acted',
  'renew-notices': 'acted',
  'renew-homes': 'stale',
  'send-digest': 'stale',
  'follow-archive': 'stale',
  import: 'acted',
};

/** Runs each job as one call of the workflow. */
export const steps: Steps = {
  'open-voting': startVoting,
  'close-voting': (ports, { decisionId }) => closeVote(ports, decisionId),
  'end-hold': endHold,
  nudge: nudgeInThread,
  'ask-decider': askDecider,
  'nudge-decider': nudgeDecider,
  'tell-voter': tellVoter,
  'tell-handover': tellHandover,
  'ask-stalled': askStalled,
  'ask-revisit': askRevisit,
  'ask-revisits': askAboutAdrs,
  'note-revisit': noteRevisit,
  'end-away': endAway,
  'tell-followers': tellFollowers,
  'tell-follower': tellFollower,
  'retire-card': retireCard,
  publish: (ports, { decisionId }) => publish(ports, decisionId),
  'propose-review': (ports, { decisionId }) => proposeReview(ports, decisionId),
  'watch-review': (ports, { decisionId }) => watchReview(ports, decisionId),
  'inform-review': informReview,
  'inform-reviews': informReviews,
  tell: (ports, { teamId, key }) => sayMessage(ports, teamId, key),
  'renew-notices': renewNotices,
  'renew-homes': renewHomes,
  'send-digest': (ports, { teamId, channelId }) => sendDigest(ports, teamId, channelId),
  'follow-archive': (ports, { archive }, signal) => keepInStep(ports, archive, signal),
  import: (ports, job, signal) => runImport(ports, job, signal),
};
