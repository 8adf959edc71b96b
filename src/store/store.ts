import type { Message } from '../workflow/ports/chat.ts';
import type { JobPlace } from '../workflow/ports/job-place.ts';
import type { JobTiming } from '../workflow/ports/jobs.ts';
import type { HistoryEvent, Records, Store } from '../workflow/ports/store.ts';
import { findAdr, findAdrs, findAdrsByNumber, findAdrsNamed, findGoneAdrs } from './adr.ts';
import { findAdrChanges, findSharedNumbers } from './adr-change.ts';
import { listAdrs } from './adr-list.ts';
import {
  findArchiveReading,
  findArchiveSettings,
  findIndexedFiles,
  findIndexFigures,
  lockArchiveReading,
  removeAdrs,
  saveArchiveReading,
  saveArchiveSettings,
  writeAdrs,
} from './archive-index.ts';
import { castBallot, findBallots, findLateVotes, gatherBallots, writeBallots } from './ballot.ts';
import { findBoundProposals } from './bond.ts';
import { announceCard, dropCard, findCards, markCardShown, markOptionsSeeded, placeCard } from './card.ts';
import { finishCard, isCardTaken, keepCard, markCard, markToCompare, putCardBack, takeCards } from './card-mark.ts';
import { takeCensus } from './census.ts';
import { findChannels } from './channel.ts';
import { findDecision, findDecisions, insertDecision, lockDecision, recordEvent, saveDecision } from './decision.ts';
import { findDecided, findOpenVotes } from './digest.ts';
import { endDraft, findDraft, findUnfinishedDraft, saveDraft } from './draft.ts';
import { countEvents, countVotes, findEvents } from './event.ts';
import type { Handle } from './handle.ts';
import { addJob, ensureJob } from './job.ts';
import { adoptJobs } from './job-adoption.ts';
import { type Journal, noJournal } from './journal.ts';
import { countListed, findUnindexed, findUnpublished } from './list.ts';
import { findMessage, markMessageSaid, rewriteMessage, writeMessage } from './message.ts';
import { chooseNudges, findLastNudge, findVotesWithoutNudge, recordNudge, wantsNudges } from './nudge.ts';
import { claimDatabase } from './owner.ts';
import { PeopleMemory } from './people-memory.ts';
import { findPeople, recallPeople, savePeople } from './person.ts';
import {
  findPublication,
  findTakenFiles,
  findTroubledPublications,
  lockHighestNumber,
  markLost,
  savePublication,
} from './publication.ts';
import { findRuleSettings, saveRuleSetting } from './rule-setting.ts';
import { findSeenReactions, noteSeenReactions } from './seen-reaction.ts';
import { findSubscription, lockSubscription, markTold, saveSubscription } from './subscription.ts';
import { findPublishedAs, findSummaries } from './summary.ts';
import { findTitled } from './title.ts';
import { findUnfinishedWork } from './unfinished.ts';
import { findWaiting } from './waiting.ts';

type TakesHandle = (db: Handle, ...rest: never[]) => unknown;
type Bound<Query> = Query extends (db: Handle, ...rest: infer Rest) => infer Result ? (...rest: Rest) => Result : never;

/** Gives every query its handle, so that the workflow sees `records.findDecision(id)`. */
function bind<Queries extends Record<string, TakesHandle>>(db: Handle, queries: Queries) {
  const bound = Object.entries(queries).map(([name, query]) => [name, query.bind(undefined, db)]);
  return Object.fromEntries(bound) as { [Name in keyof Queries]: Bound<Queries[Name]> };
}

const queries = {
  saveDraft,
  findDraft,
  findUnfinishedDraft,
  endDraft,
  insertDecision,
  findDecision,
  findDecisions,
  lockDecision,
  saveDecision,
  recordEvent,
  findEvents,
  countEvents,
  countVotes,
  findWaiting,
  findBoundProposals,
  findBallots,
  takeCensus,
  findLateVotes,
  noteSeenReactions,
  findSeenReactions,
  writeBallots,
  findPeople,
  findCards,
  placeCard,
  announceCard,
  markCardShown,
  markOptionsSeeded,
  dropCard,
  finishCard,
  putCardBack,
  keepCard,
  isCardTaken,
  findPublication,
  lockHighestNumber,
  findTakenFiles,
  findTroubledPublications,
  savePublication,
  markLost,
  findMessage,
  markMessageSaid,
  rewriteMessage,
  findSummaries,
  findPublishedAs,
  findTitled,
  findUnpublished,
  findUnindexed,
  countListed,
  findDecided,
  findOpenVotes,
  findChannels,
  wantsNudges,
  chooseNudges,
  findLastNudge,
  recordNudge,
  findRuleSettings,
  saveRuleSetting,
  findAdrs,
  findAdr,
  findAdrsByNumber,
  findAdrsNamed,
  findGoneAdrs,
  listAdrs,
  findAdrChanges,
  findSharedNumbers,
  findIndexedFiles,
  findIndexFigures,
  findArchiveReading,
  lockArchiveReading,
  saveArchiveReading,
  findArchiveSettings,
  saveArchiveSettings,
  writeAdrs,
  removeAdrs,
  findSubscription,
  lockSubscription,
  saveSubscription,
  markTold,
};

/**
 * The workflow's store on PostgreSQL. `now` is the workflow's clock: a job that is due at a time of that clock is
 * planned as far ahead on the database's own, so that the two need not agree. Jobs are made and found for `place`;
 * `journal` hears of what a transaction did.
 */
export function openStore(db: Handle, now: () => Date, place: JobPlace, journal: Journal = noJournal): Store {
  const until = ({ runAt }: JobTiming = {}) => (runAt ? runAt.getTime() - now().getTime() : 0);
  const memory = new PeopleMemory();
  const listeners = new Set<() => void>();
  const ring = () => {
    for (const listener of listeners) listener();
  };
  const recordsOn = (handle: Handle, onMarked: () => void): Records => ({
    ...bind(handle, queries),
    recallPeople: (teamId, ids, since) => recallPeople(handle, memory, teamId, ids, since),
    savePeople: async (teamId, people, at) => {
      await savePeople(handle, teamId, people, at);
      for (const { id } of people) memory.forget(teamId, id);
    },
    castBallot: (vote, at) => castBallot(handle, vote, at, onMarked),
    markCard: async (decisionId, urgency) => {
      await markCard(handle, decisionId, urgency, now());
      onMarked();
    },
    markToCompare: async (decisionIds) => {
      await markToCompare(handle, decisionIds, now());
      onMarked();
    },
    takeCards: (teamId, task, most) => takeCards(handle, teamId, task, most, now()),
    writeMessage: (message, at) => writeMessage(handle, place, message, at),
    findVotesWithoutNudge: (teamId, at) => findVotesWithoutNudge(handle, { ...place, teamId }, at),
    findUnfinishedWork: (teamId, published) => findUnfinishedWork(handle, { ...place, teamId }, published),
    adoptJobs: () => adoptJobs(handle, place, place.archive),
    addJob: (name, payload, timing) => addJob(handle, place, name, payload, until(timing)),
    ensureJob: (name, payload, timing) => ensureJob(handle, place, name, payload, until(timing)),
  });
  return {
    read: { ...recordsOn(db, ring), castBallot: gatherBallots(db, ring) },
    transaction: async (work) => {
      let isMarked = false;
      const onMarked = () => {
        isMarked = true;
      };
      const events: HistoryEvent[] = [];
      const messages: Message[] = [];
      const result = await db.transaction().execute((trx) =>
        work({
          ...recordsOn(trx, onMarked),
          recordEvent: async (event) => {
            await recordEvent(trx, event);
            events.push(event);
          },
          writeMessage: async (message, at) => {
            const isNew = await writeMessage(trx, place, message, at);
            if (isNew) messages.push(message);
            return isNew;
          },
        }),
      );
      if (isMarked) ring();
      for (const event of events) journal.onEvent(event);
      for (const message of messages) journal.onMessage(message);
      return result;
    },
    claim: () => claimDatabase(db, place),
    onMarked: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
