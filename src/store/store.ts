import type { Kysely } from 'kysely';
import type { Database } from '../../db/schema.ts';
import type { Message } from '../workflow/ports/chat/chat.ts';
import type { JobPlace } from '../workflow/ports/jobs/job-place.ts';
import type { JobTiming } from '../workflow/ports/jobs/jobs.ts';
import type { Vote } from '../workflow/ports/records/ballots.ts';
import type { HistoryEvent } from '../workflow/ports/records/events.ts';
import type { Records, Store } from '../workflow/ports/store.ts';
import {
  findAdr,
  findAdrs,
  findAdrsAt,
  findAdrsById,
  findAdrsByNumber,
  findAdrsNamed,
  findDecisionsOfAdrs,
  findGoneAdrs,
  findGoverningAdrs,
} from './adr/adr.ts';
import { findAdrChanges, findAdrEvents, findSharedNumbers } from './adr/adr-change.ts';
import { listAdrs } from './adr/adr-list.ts';
import {
  findArchiveReading,
  findArchiveSettings,
  findAskedEntries,
  findIndexedFiles,
  findIndexFigures,
  lockArchiveReading,
  removeAdrs,
  saveArchiveReading,
  saveArchiveSettings,
  saveAskedEntries,
  saveCounting,
  settleDates,
  writeAdrs,
} from './adr/archive-index.ts';
import { findInformed, findInformedStates, hasInformed, saveInformed, saveSeen } from './adr/informed-review.ts';
import {
  findNumbersBelow,
  findPublication,
  findTakenFiles,
  findTroubledPublications,
  lockHighestNumber,
  markLost,
  savePublication,
} from './adr/publication.ts';
import {
  findOpenReviews,
  findRefusal,
  findReview,
  findReviewByAddress,
  findReviewByBranch,
  findTakenBranches,
  saveReview,
} from './adr/review.ts';
import { castBallot, findBallots, findLateVotes, gatherBallots, writeBallots } from './ballot/ballot.ts';
import { takeCensus } from './ballot/census.ts';
import { findSeenReactions, noteSeenReactions } from './ballot/seen-reaction.ts';
import { announceCard, dropCard, findCards, markCardShown, markOptionsSeeded, placeCard } from './card/card.ts';
import {
  finishCard,
  isCardTaken,
  keepCard,
  markCard,
  markToCompare,
  putCardBack,
  takeCards,
} from './card/card-mark.ts';
import { findChannels, findProposedIn } from './channel/channel.ts';
import { findChannelLanguages, saveChannelLanguage } from './channel/channel-language.ts';
import { findChannelTimeZone, saveChannelTimeZone } from './channel/channel-time-zone.ts';
import { findFollowedTags, findFollowers, followTag, unfollowTag } from './channel/followed-tag.ts';
import { findChosenRepository, saveChosenRepository } from './channel/repository-setting.ts';
import { findRuleSettings, saveRuleSetting } from './channel/rule-setting.ts';
import {
  findSubscription,
  isAnyDigestOn,
  lockSubscription,
  markTold,
  saveSubscription,
} from './channel/subscription.ts';
import { saveVoteButtons, wantsVoteButtons } from './channel/vote-button-setting.ts';
import { findBoundProposals, findPublishedIn } from './decision/bond.ts';
import {
  findDecision,
  findDecisions,
  insertDecision,
  lockDecision,
  recordEvent,
  saveDecision,
} from './decision/decision.ts';
import { countEvents, countVotes, findEvents } from './decision/event.ts';
import {
  findMessage,
  findMessagesInThread,
  markMessageSaid,
  rewriteMessage,
  writeMessage,
} from './decision/message.ts';
import { endForm, findForm, listUnfinishedForms, saveForm, takeTurn } from './decision/unfinished-form.ts';
import { checkWorkspace, type Handle, inWorkspace, ofWorkspace } from './handle.ts';
import { findDueHomes, forgetHome, isAnyoneLooking, markHomeShown, noteLook } from './home/home.ts';
import { addJob, ensureJob } from './job/job.ts';
import { adoptJobs } from './job/job-adoption.ts';
import { findUnfinishedWork } from './job/unfinished-work.ts';
import { type Journal, noJournal } from './journal/journal.ts';
import { countOpenVotes, findDecidedLately, findForDigest, findOpenVotes } from './list/digest.ts';
import { countListed, findUnindexed, findUnpublished } from './list/list.ts';
import { findLastNews, findStalled } from './list/news.ts';
import { findPublishedAs, findSummaries } from './list/summary.ts';
import { findTitled } from './list/title.ts';
import { findWaiting } from './list/waiting.ts';
import { endAway, findAways, findVotesOf, sayAway } from './people/away.ts';
import { chooseNudges, findLastNudge, findVotesWithoutNudge, recordNudge, wantsNudges } from './people/nudge.ts';
import { PeopleMemory } from './people/people-memory.ts';
import { findPeople, findPeopleNamed, recallPeople, savePeople } from './people/person.ts';
import { addToken, findToken, listLiveTokens, revokeToken } from './people/token.ts';
import { findChannelsOf, findDatedAdrs } from './revisit/dated-adr.ts';
import { findOpenRevisits } from './revisit/open-revisit.ts';
import {
  askRevisit,
  findNotesInReview,
  findRevisit,
  findRevisitsAbout,
  findUnasked,
  findUnnoted,
  lockRevisit,
  saveRevisit,
} from './revisit/revisit.ts';
import { findWithoutEntry, saveDecisionEntry } from './search/entry.ts';
import { findAlikeEntries, findEntries, readSearchTexts } from './search/find.ts';
import { findNearestWord } from './search/vocabulary.ts';
import { claimWorkspace } from './workspace/workspace.ts';

type TakesHandle = (handle: Handle, ...rest: never[]) => unknown;
type Group = Readonly<Record<string, TakesHandle>>;
type Bound<Query> = Query extends (handle: Handle, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Result
  : never;
type BoundGroup<Queries> = { readonly [Name in keyof Queries]: Bound<Queries[Name]> };

/** Gives every query its handle, so that the workflow sees `records.decisions.find(id)`. */
function bind<Groups extends Readonly<Record<string, Group>>>(handle: Handle, groups: Groups) {
  const bindGroup = (queries: Group) =>
    Object.fromEntries(Object.entries(queries).map(([name, query]) => [name, query.bind(undefined, handle)]));
  const bound = Object.entries(groups).map(([name, queries]) => [name, bindGroup(queries)]);
  return Object.fromEntries(bound) as { readonly [Name in keyof Groups]: BoundGroup<Groups[Name]> };
}

/** The queries that need nothing but their handle, by subject. */
const queries = {
  forms: {
    save: ofWorkspace(saveForm),
    find: findForm,
    listUnfinished: ofWorkspace(listUnfinishedForms),
    end: endForm,
    takeTurn: ofWorkspace(takeTurn),
  },
  decisions: {
    insert: ofWorkspace(insertDecision),
    find: findDecision,
    findAll: findDecisions,
    lock: lockDecision,
    save: ofWorkspace(saveDecision),
    findBoundTo: inWorkspace(findBoundProposals),
    findPublishedIn: inWorkspace(findPublishedIn),
    findChannels: inWorkspace(findChannels),
    findProposedIn: inWorkspace(findProposedIn),
  },
  events: { record: recordEvent, find: findEvents, count: countEvents, findLastNews },
  ballots: {
    countByRound: countVotes,
    find: ofWorkspace(findBallots),
    takeCensus: takeCensus,
    findLate: ofWorkspace(findLateVotes),
    noteSeen: ofWorkspace(noteSeenReactions),
    findSeen: ofWorkspace(findSeenReactions),
    write: ofWorkspace(writeBallots),
  },
  people: { find: inWorkspace(findPeople), findNamed: inWorkspace(findPeopleNamed) },
  cards: {
    find: findCards,
    place: placeCard,
    announce: announceCard,
    markShown: markCardShown,
    markOptionsSeeded: markOptionsSeeded,
    drop: dropCard,
  },
  marks: { finish: finishCard, putBack: putCardBack, keep: keepCard, isTaken: isCardTaken },
  publications: {
    find: findPublication,
    lockHighestNumber: inWorkspace(lockHighestNumber),
    findNumbersBelow: inWorkspace(findNumbersBelow),
    findTakenFiles: inWorkspace(findTakenFiles),
    findTroubled: inWorkspace(findTroubledPublications),
    save: ofWorkspace(savePublication),
    markLost: inWorkspace(markLost),
  },
  reviews: {
    find: findReview,
    save: ofWorkspace(saveReview),
    findTakenBranches: inWorkspace(findTakenBranches),
    findByBranch: inWorkspace(findReviewByBranch),
    findByAddress: inWorkspace(findReviewByAddress),
    findOpen: inWorkspace(findOpenReviews),
    findRefusal: inWorkspace(findRefusal),
  },
  messages: {
    write: ofWorkspace(writeMessage),
    find: inWorkspace(findMessage),
    findInThread: findMessagesInThread,
    markSaid: inWorkspace(markMessageSaid),
    rewrite: inWorkspace(rewriteMessage),
  },
  summaries: {
    findWaiting: ofWorkspace(findWaiting),
    find: inWorkspace(findSummaries),
    findPublishedAs: inWorkspace(findPublishedAs),
    findTitled: inWorkspace(findTitled),
    findUnpublished: inWorkspace(findUnpublished),
    findUnindexed: inWorkspace(findUnindexed),
    countListed: inWorkspace(countListed),
    findDecidedLately: inWorkspace(findDecidedLately),
    findForDigest: inWorkspace(findForDigest),
    findOpenVotes: inWorkspace(findOpenVotes),
    findStalled: inWorkspace(findStalled),
    countOpenVotes: inWorkspace(countOpenVotes),
  },
  nudges: {
    areWanted: ofWorkspace(wantsNudges),
    choose: ofWorkspace(chooseNudges),
    findLast: findLastNudge,
    record: ofWorkspace(recordNudge),
    findVotesWithout: inWorkspace(findVotesWithoutNudge),
  },
  aways: {
    find: findAways,
    say: ofWorkspace(sayAway),
    end: ofWorkspace(endAway),
    findVotesOf: ofWorkspace(findVotesOf),
  },
  tokens: {
    add: ofWorkspace(addToken),
    find: inWorkspace(findToken),
    listLive: ofWorkspace(listLiveTokens),
    revoke: ofWorkspace(revokeToken),
  },
  rules: {
    find: ofWorkspace(findRuleSettings),
    save: ofWorkspace(saveRuleSetting),
    findRepository: ofWorkspace(findChosenRepository),
    saveRepository: ofWorkspace(saveChosenRepository),
    wantsVoteButtons: ofWorkspace(wantsVoteButtons),
    saveVoteButtons: ofWorkspace(saveVoteButtons),
  },
  languages: { findAll: inWorkspace(findChannelLanguages), save: ofWorkspace(saveChannelLanguage) },
  timeZones: { find: ofWorkspace(findChannelTimeZone), save: ofWorkspace(saveChannelTimeZone) },
  informed: {
    find: inWorkspace(findInformed),
    save: inWorkspace(saveInformed),
    hasAny: inWorkspace(hasInformed),
    findStates: inWorkspace(findInformedStates),
    see: inWorkspace(saveSeen),
  },
  adrs: {
    findAll: inWorkspace(findAdrs),
    findGoverning: inWorkspace(findGoverningAdrs),
    find: findAdr,
    findThese: inWorkspace(findAdrsById),
    findAt: inWorkspace(findAdrsAt),
    findDecisionsOf: inWorkspace(findDecisionsOfAdrs),
    findByNumber: inWorkspace(findAdrsByNumber),
    findNamed: inWorkspace(findAdrsNamed),
    findGone: inWorkspace(findGoneAdrs),
    list: inWorkspace(listAdrs),
    findChanges: inWorkspace(findAdrChanges),
    findEvents: inWorkspace(findAdrEvents),
    findSharedNumbers: inWorkspace(findSharedNumbers),
    write: inWorkspace(writeAdrs),
    remove: inWorkspace(removeAdrs),
  },
  readings: {
    findFiles: inWorkspace(findIndexedFiles),
    findFigures: inWorkspace(findIndexFigures),
    find: inWorkspace(findArchiveReading),
    lock: inWorkspace(lockArchiveReading),
    save: inWorkspace(saveArchiveReading),
    findSettings: inWorkspace(findArchiveSettings),
    saveSettings: inWorkspace(saveArchiveSettings),
    findAsked: inWorkspace(findAskedEntries),
    saveAsked: inWorkspace(saveAskedEntries),
    saveCounting: inWorkspace(saveCounting),
    settleDates: inWorkspace(settleDates),
  },
  digests: {
    isAnyOn: inWorkspace(isAnyDigestOn),
    find: inWorkspace(findSubscription),
    lock: inWorkspace(lockSubscription),
    save: ofWorkspace(saveSubscription),
    markTold: ofWorkspace(markTold),
  },
  follows: {
    follow: inWorkspace(followTag),
    unfollow: inWorkspace(unfollowTag),
    findTags: inWorkspace(findFollowedTags),
    findFollowers: inWorkspace(findFollowers),
  },
  revisits: {
    ask: ofWorkspace(askRevisit),
    find: findRevisit,
    lock: lockRevisit,
    save: ofWorkspace(saveRevisit),
    findAbout: findRevisitsAbout,
    findOpen: inWorkspace(findOpenRevisits),
    findDatedAdrs: inWorkspace(findDatedAdrs),
    findChannelsOf: inWorkspace(findChannelsOf),
    findUnnoted: inWorkspace(findUnnoted),
    findInReview: inWorkspace(findNotesInReview),
    findUnasked: inWorkspace(findUnasked),
  },
  homes: {
    noteLook: inWorkspace(noteLook),
    markShown: inWorkspace(markHomeShown),
    forget: inWorkspace(forgetHome),
    isAnyoneLooking: inWorkspace(isAnyoneLooking),
    findDue: inWorkspace(findDueHomes),
  },
  search: {
    find: inWorkspace(findEntries),
    findAlike: inWorkspace(findAlikeEntries),
    readTexts: inWorkspace(readSearchTexts),
    findNearestWord: inWorkspace(findNearestWord),
    findWithoutEntry: inWorkspace(findWithoutEntry),
    save: ofWorkspace(saveDecisionEntry),
  },
  jobs: { findUnfinishedWork: inWorkspace(findUnfinishedWork) },
};

/**
 * The workflow's store on PostgreSQL, for the workspace of `place`; it throws when asked for another workspace's. `now`
 * is the workflow's clock: a job that is due at a time on that clock is scheduled equally far ahead on the database's
 * own, so the two need not agree. Jobs are created and found for `place`; `journal` is told what a transaction did.
 */
export function openStore(db: Kysely<Database>, now: () => Date, place: JobPlace, journal: Journal = noJournal): Store {
  const until = ({ runAt }: JobTiming = {}) => (runAt ? runAt.getTime() - now().getTime() : 0);
  const memory = new PeopleMemory();
  const listeners = new Set<() => void>();
  const ring = () => {
    for (const listener of listeners) listener();
  };
  // Slack also reports reactions to other people's messages, which are no card of ours.
  const isOurs = ({ teamId }: Vote) => teamId === place.teamId;
  const recordsOn = (handle: Handle, onMarked: () => void): Records => {
    const bound = bind(handle, queries);
    const ours = (teamId: string) => {
      checkWorkspace(handle, { teamId });
      return handle;
    };
    return {
      ...bound,
      ballots: {
        ...bound.ballots,
        cast: async (vote, at) => (isOurs(vote) ? castBallot(handle, vote, at, onMarked) : undefined),
      },
      people: {
        ...bound.people,
        recall: async (teamId, ids, since) => recallPeople(ours(teamId), memory, ids, since),
        save: async (teamId, people, at) => {
          await savePeople(ours(teamId), people, at);
          for (const { id } of people) memory.forget(id);
        },
      },
      marks: {
        ...bound.marks,
        mark: async (decisionId, urgency) => {
          await markCard(handle, decisionId, urgency, now());
          onMarked();
        },
        markToCompare: async (decisionIds) => {
          await markToCompare(handle, decisionIds, now());
          onMarked();
        },
        take: async (teamId, task, most) => takeCards(ours(teamId), task, most, now()),
      },
      jobs: {
        ...bound.jobs,
        add: (name, payload, timing) => addJob(handle, name, payload, until(timing)),
        ensure: (name, payload, timing) => ensureJob(handle, name, payload, until(timing)),
        adopt: () => adoptJobs(handle, handle.archive),
      },
    };
  };
  const own: Handle = { ...place, db };
  const outside = recordsOn(own, ring);
  const gather = gatherBallots(own, ring);
  return {
    read: {
      ...outside,
      ballots: { ...outside.ballots, cast: async (vote, at) => (isOurs(vote) ? gather(vote, at) : undefined) },
    },
    transaction: async (work) => {
      let isMarked = false;
      const onMarked = () => {
        isMarked = true;
      };
      const events: HistoryEvent[] = [];
      const messages: Message[] = [];
      const result = await db.transaction().execute((trx) => {
        const records = recordsOn({ ...place, db: trx }, onMarked);
        return work({
          ...records,
          events: {
            ...records.events,
            record: async (event) => {
              await records.events.record(event);
              events.push(event);
            },
          },
          messages: {
            ...records.messages,
            write: async (message, at) => {
              const isNew = await records.messages.write(message, at);
              if (isNew) messages.push(message);
              return isNew;
            },
          },
        });
      });
      if (isMarked) ring();
      for (const event of events) journal.onEvent(event);
      for (const message of messages) journal.onMessage(message);
      return result;
    },
    claim: (archives) => claimWorkspace(own, archives),
    onMarked: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
