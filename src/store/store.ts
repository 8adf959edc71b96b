import type { JobTiming, Records, Store } from '../workflow/ports.ts';
import { castBallot, findBallots, gatherBallots, writeBallots } from './ballot.ts';
import { dropCard, findCardPosting, markCardShown, markOptionsSeeded, placeCard } from './card.ts';
import { findDecision, insertDecision, lockDecision, recordEvent, saveDecision } from './decision.ts';
import { endDraft, findDraft, findUnfinishedDraft, saveDraft } from './draft.ts';
import type { Handle } from './handle.ts';
import { addJob, ensureJob } from './job.ts';
import { findMessage, markMessageSaid, writeMessage } from './message.ts';
import { findPeople, findStrangers, savePeople } from './person.ts';
import { findPublication, lockTakenNumbers, savePublication } from './publication.ts';
import { findSubscription, lockSubscription, markTold, saveSubscription } from './subscription.ts';
import { findSummaries } from './summary.ts';
import { findUnfinishedWork } from './unfinished.ts';

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
  lockDecision,
  saveDecision,
  recordEvent,
  castBallot,
  findBallots,
  writeBallots,
  findPeople,
  findStrangers,
  savePeople,
  findCardPosting,
  placeCard,
  markCardShown,
  markOptionsSeeded,
  dropCard,
  findPublication,
  lockTakenNumbers,
  savePublication,
  writeMessage,
  findMessage,
  markMessageSaid,
  findSummaries,
  findSubscription,
  lockSubscription,
  saveSubscription,
  markTold,
  findUnfinishedWork,
};

/**
 * The workflow's store on PostgreSQL. `now` is the workflow's clock: a job that is due at a time of that clock is
 * planned as far ahead on the database's own, so that the two need not agree.
 */
export function openStore(db: Handle, now: () => Date): Store {
  const until = ({ runAt }: JobTiming = {}) => (runAt ? runAt.getTime() - now().getTime() : 0);
  const recordsOn = (handle: Handle): Records => ({
    ...bind(handle, queries),
    addJob: (name, payload, timing) => addJob(handle, name, payload, until(timing)),
    ensureJob: (name, payload, timing) => ensureJob(handle, name, payload, until(timing)),
  });
  return {
    read: { ...recordsOn(db), castBallot: gatherBallots(db) },
    transaction: (work) => db.transaction().execute((trx) => work(recordsOn(trx))),
  };
}
