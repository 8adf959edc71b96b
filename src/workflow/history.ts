import { adrName } from '../adr/adr-name.ts';
import { type AdrReference, readReference } from '../adr/adr-reference.ts';
import type { Decision } from '../decision/decision.ts';
import { mayBeSeenIn, type Summary } from '../decision/digest.ts';
import type { People } from '../decision/person.ts';
import { RuleBroken } from '../decision/rule-broken.ts';
import type { Tally } from '../decision/tally.ts';
import { findForActor, keepVisible } from './access.ts';
import { countBallots } from './decide.ts';
import { findByReference } from './find-adr.ts';
import { learnPeople } from './people.ts';
import type { RecordedEvent, VoteCount } from './ports/store.ts';
import type { Actor, Ports } from './ports.ts';

/** A part of what happened to a decision, with the names of those who did it. */
export interface History {
  readonly decision: Decision;
  readonly events: readonly RecordedEvent[];
  /** How many events there are in all. */
  readonly total: number;
  readonly votes: readonly VoteCount[];
  /** How the votes stand, once voting has closed. */
  readonly tally: Tally | undefined;
  readonly people: People;
}

/** What happened to a decision, for those who may see it: `most` events after the first `skip`. Throws RuleBroken. */
export async function readHistory(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  part: { readonly skip: number; readonly most: number },
): Promise<History> {
  const decision = await findForActor(ports, decisionId, actor);
  const { read } = ports.store;
  const { events, total } = await read.findEvents(decisionId, part);
  const votes = await read.countVotes(decisionId);
  const tally = decision.voting?.closedAt && (await countBallots(read, decision));
  const people = await learnPeople(
    ports,
    decision.teamId,
    events.flatMap(({ actorId }) => actorId ?? []),
  );
  return { decision, events, total, votes, tally, people };
}

/**
 * The decisions that somebody may mean in a channel: the one that was published under this number or file name, else
 * those whose titles have all of these words, or the one that is called exactly so. Throws RuleBroken when there is
 * none.
 */
export async function findDecisions(
  ports: Ports,
  actor: Actor,
  channelId: string,
  words: readonly string[],
): Promise<Summary[]> {
  const reference = readReference(words.join(' '));
  if (reference === undefined) {
    throw new RuleBroken('Please say which: `/adr history 7`, or `/adr history` with words of its title.');
  }
  const adrs = await findByReference(ports, reference);
  const [foreign] = adrs.every(({ decisionId }) => decisionId === undefined) ? adrs : [];
  if (foreign) {
    throw new RuleBroken(`${adrName(foreign)} was not decided with me. What happened to it is in the history of git.`);
  }
  const ids = new Set(adrs.map(({ decisionId }) => decisionId));
  const summaries = await ports.store.read.findSummaries(actor.teamId);
  const seenHere = summaries.filter((summary) => mayBeSeenIn(channelId, summary));
  const picked = adrs.length > 0 ? seenHere.filter(({ id }) => ids.has(id)) : pickMeant(seenHere, reference, words);
  const matches = await keepVisible(ports, picked, actor);
  if (matches.length > 0) return matches;
  throw new RuleBroken(`I find no decision “${words.join(' ')}”, or it is in a private channel that you are not in.`);
}

/** Of decisions that the index does not have: those of this number or file name, else of this title. */
function pickMeant(summaries: readonly Summary[], reference: AdrReference, words: readonly string[]): Summary[] {
  const published = summaries.filter(({ number, fileName }) =>
    'number' in reference ? number === reference.number : fileName === reference.fileName,
  );
  if (published.length > 0) return published;
  const typed = words.map((word) => word.toLowerCase());
  const named = summaries.filter(({ title }) => typed.every((word) => title.toLowerCase().includes(word)));
  const exact = named.filter(({ title }) => title.toLowerCase() === typed.join(' '));
  return exact.length > 0 ? exact : named;
}
