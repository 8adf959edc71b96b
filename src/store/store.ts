import type { Message } from '../workflow/ports/chat.ts';
import type { JobPlace } from '../workflow/ports/job-place.ts';
import type { JobTiming } from '../workflow/ports/jobs.ts';
import type { HistoryEvent } from '../workflow/ports/records/events.ts';
import type { Records, Store } from '../workflow/ports/store.ts';
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
type Group = Readonly<Record<string, TakesHandle>>;
type Bound<Query> = Query extends (db: Handle, ...rest: infer Rest) => infer Result ? (...rest: Rest) => Result : never;
type BoundGroup<Queries> = { readonly [Name in keyof Queries]: Bound<Queries[Name]> };

/** Gives every query its handle, so that the workflow sees `records.decisions.find(id)`. */
function bind<Groups extends Readonly<Record<string, Group>>>(db: Handle, groups: Groups) {
  const bindGroup = (queries: Group) =>
    Object.fromEntries(Object.entries(queries).map(([name, query]) => [name, query.bind(undefined, db)]));
  const bound = Object.entries(groups).map(([name, queries]) => [name, bindGroup(queries)]);
  return Object.fromEntries(bound) as { readonly [Name in keyof Groups]: BoundGroup<Groups[Name]> };
}

/** The queries that need nothing but their handle, by what they are about. */
const queries = {
  forms: { save: saveDraft, find: findDraft, findUnfinished: findUnfinishedDraft, end: endDraft },
  decisions: {
    insert: insertDecision,
    find: findDecision,
    findAll: findDecisions,
    lock: lockDecision,
    save: saveDecision,
    findBoundTo: findBoundProposals,
    findChannels: findChannels,
  },
  events: { record: recordEvent, find: findEvents, count: countEvents },
  ballots: {
    countByRound: countVotes,
    find: findBallots,
    takeCensus: takeCensus,
    findLate: findLateVotes,
    noteSeen: noteSeenReactions,
    findSeen: findSeenReactions,
    write: writeBallots,
  },
  people: { find: findPeople },
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
    lockHighestNumber: lockHighestNumber,
    findTakenFiles: findTakenFiles,
    findTroubled: findTroubledPublications,
    save: savePublication,
    markLost: markLost,
  },
  messages: { find: findMessage, markSaid: markMessageSaid, rewrite: rewriteMessage },
  summaries: {
    findWaiting: findWaiting,
    find: findSummaries,
    findPublishedAs: findPublishedAs,
    findTitled: findTitled,
    findUnpublished: findUnpublished,
    findUnindexed: findUnindexed,
    countListed: countListed,
    findDecided: findDecided,
    findOpenVotes: findOpenVotes,
  },
  nudges: { areWanted: wantsNudges, choose: chooseNudges, findLast: findLastNudge, record: recordNudge },
  rules: { find: findRuleSettings, save: saveRuleSetting },
  adrs: {
    findAll: findAdrs,
    find: findAdr,
    findByNumber: findAdrsByNumber,
    findNamed: findAdrsNamed,
    findGone: findGoneAdrs,
    list: listAdrs,
    findChanges: findAdrChanges,
    findSharedNumbers: findSharedNumbers,
    write: writeAdrs,
    remove: removeAdrs,
  },
  readings: {
    findFiles: findIndexedFiles,
    findFigures: findIndexFigures,
    find: findArchiveReading,
    lock: lockArchiveReading,
    save: saveArchiveReading,
    findSettings: findArchiveSettings,
    saveSettings: saveArchiveSettings,
  },
  digests: { find: findSubscription, lock: lockSubscription, save: saveSubscription, markTold: markTold },
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
  const recordsOn = (handle: Handle, onMarked: () => void): Records => {
    const bound = bind(handle, queries);
    return {
      ...bound,
      ballots: { ...bound.ballots, cast: (vote, at) => castBallot(handle, vote, at, onMarked) },
      people: {
        ...bound.people,
        recall: (teamId, ids, since) => recallPeople(handle, memory, teamId, ids, since),
        save: async (teamId, people, at) => {
          await savePeople(handle, teamId, people, at);
          for (const { id } of people) memory.forget(teamId, id);
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
        take: (teamId, task, most) => takeCards(handle, teamId, task, most, now()),
      },
      messages: { ...bound.messages, write: (message, at) => writeMessage(handle, place, message, at) },
      nudges: {
        ...bound.nudges,
        findVotesWithout: (teamId, at) => findVotesWithoutNudge(handle, { ...place, teamId }, at),
      },
      jobs: {
        add: (name, payload, timing) => addJob(handle, place, name, payload, until(timing)),
        ensure: (name, payload, timing) => ensureJob(handle, place, name, payload, until(timing)),
        adopt: () => adoptJobs(handle, place, place.archive),
        findUnfinishedWork: (teamId, published) => findUnfinishedWork(handle, { ...place, teamId }, published),
      },
    };
  };
  const outside = recordsOn(db, ring);
  return {
    read: { ...outside, ballots: { ...outside.ballots, cast: gatherBallots(db, ring) } },
    transaction: async (work) => {
      let isMarked = false;
      const onMarked = () => {
        isMarked = true;
      };
      const events: HistoryEvent[] = [];
      const messages: Message[] = [];
      const result = await db.transaction().execute((trx) => {
        const records = recordsOn(trx, onMarked);
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
    claim: () => claimDatabase(db, place),
    onMarked: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
