import { hidesTally } from '../../decision/decision.ts';
import type { Summary } from '../../decision/digest/digest.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { hideFigures } from '../../decision/tally/tally.ts';
import { suggestReturns } from '../../decision/time/away.ts';
import { dayIn } from '../../decision/time/day.ts';
import { atHome, checkMayUseCommands } from '../access/access.ts';
import { learnPerson, recallPeople } from '../access/people.ts';
import { findReadableChannels, keepTold } from '../access/readers.ts';
import { readCards } from '../card/show-card.ts';
import { listDecisions } from '../find/list.ts';
import type { ListPlace } from '../find/listed.ts';
import { askRepositories } from '../find/scope.ts';
import { findReturn } from '../nudge/away.ts';
import { findWaiting } from '../nudge/waiting.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import { listUnfinishedForms } from '../propose/unfinished-form.ts';
import { tallyOfCensus } from '../vote/count-ballots.ts';
import { keepToHandOver } from '../vote/hand-over.ts';
import type { Home, OpenVote } from './home-facts.ts';
import { type FindGaps, findSetupSteps } from './setup.ts';

const twoWeeks = 14 * 24 * 60 * 60 * 1_000;

/** How many things that wait are counted, of each kind. */
const mostCounted = 1_000;

/** How many open votes and decided ones are shown. */
const mostShown = 10;

/** How many proposals are shown on which nobody can vote now. */
const mostDiscussed = 5;

/** Of how many that were decided lately those are chosen: some may have gone to an archive that is not read here. */
const mostDecided = 3 * mostShown;

/** How many lines of the register are shown: as many as one table holds, even where all titles are long. */
export const linesAtHome = 100;

/**
 * What somebody's Home shows, at a page of the register: nothing that they do not see in Slack now. `findGaps`: how the
 * repositories are, for those who set Gavel up; left out where nobody has looked. Throws ChatError.
 */
export async function findHome(
  ports: Ports,
  actor: Actor,
  place: ListPlace | undefined,
  findGaps: FindGaps,
): Promise<Home> {
  try {
    await checkMayUseCommands(ports, actor);
  } catch (error) {
    if (error instanceof RuleBroken) return { kind: 'closed', refusal: error.refusal };
    throw error;
  }
  const { teamId, userId } = actor;
  const { read } = ports.store;
  const [seen, own, theirs] = await Promise.all([
    findReadableChannels(ports, actor, atHome),
    ports.sight.listOwnChannels(),
    ports.sight.listChannelsOf(userId),
  ]);
  const joined = [...seen].filter((id) => theirs.has(id));
  const person = await learnPerson(ports, teamId, userId);
  const [absence, forms, open, openInAll, discussed, decided, register, tokens, steps] = await Promise.all([
    findAbsence(ports, actor, person?.timeZone),
    listUnfinishedForms(ports, actor, atHome),
    read.summaries.findOpenVotes(teamId, joined, mostShown).then((votes) => countVotes(ports, votes)),
    read.summaries.countOpenVotes(teamId, joined),
    findDiscussed(ports, joined),
    findDecided(ports, actor, seen),
    listDecisions(ports, actor, { channelId: atHome, words: [], place, size: linesAtHome, readable: seen }),
    ports.settings.toolsAddress === undefined ? [] : read.tokens.listLive(actor, ports.now()),
    person?.isAdmin ? findSetupSteps(ports, actor, findGaps) : undefined,
  ]);
  return {
    kind: 'open',
    ...absence,
    forms: forms.map(({ id, form, savedAt }) => ({ id, title: form.title, savedAt })),
    ...{ open, openInAll, discussed, decided, register, tokens, steps },
    channels: new Map([...seen].flatMap((id) => namePair(id, own.get(id)?.name))),
    hasSeveral: ports.repositories.all.length > 1,
  };
}

/** What waits for somebody, when they are back, and which of their votes somebody else could cast until then. */
async function findAbsence(ports: Ports, actor: Actor, timeZone = 'UTC') {
  const [waiting, backOn] = await Promise.all([
    findWaiting(ports, actor, atHome, mostCounted),
    findReturn(ports, actor),
  ]);
  const toHandOver = backOn === undefined ? [] : await keepToHandOver(ports, waiting.votes);
  return { waiting, absence: { backOn, choices: suggestReturns(dayIn(timeZone, ports.now())), toHandOver } };
}

function namePair(id: string, name: string | undefined): [string, string][] {
  return name === undefined ? [] : [[id, name]];
}

/** How these votes stand, as their cards show it. */
async function countVotes(ports: Ports, summaries: readonly Summary[]): Promise<OpenVote[]> {
  const cards = await readCards(
    ports,
    summaries.map(({ id }) => id),
  );
  const open = summaries.map(async (summary): Promise<OpenVote[]> => {
    const card = cards.get(summary.id);
    if (card === undefined) return [];
    const { decision, census } = card;
    const advisers = census.filter(({ isDecider }) => !isDecider).flatMap(({ userIds }) => userIds);
    const whole = tallyOfCensus(decision, census, await recallPeople(ports, decision.teamId, advisers));
    return [{ summary, decision, tally: whole && hidesTally(decision) ? hideFigures(whole) : whole }];
  });
  return (await Promise.all(open)).flat();
}

/** The newest proposals on which nobody can vote now: not yet, or not any more. */
async function findDiscussed({ store, chat }: Ports, channelIds: readonly string[]): Promise<Summary[]> {
  const newest = await store.read.summaries.findUnpublished(chat.teamId, {
    ...({ statuses: ['proposed'], channelIds, cut: { side: 'after', id: undefined } } as const),
    ...{ most: 2 * mostShown, search: { words: [], isCommon: false } },
  });
  return newest.filter(({ isVoting }) => !isVoting).slice(0, mostDiscussed);
}

async function findDecided(ports: Ports, actor: Actor, seen: ReadonlySet<string>): Promise<Summary[]> {
  const now = ports.now();
  const period = { after: new Date(now.getTime() - twoWeeks), until: now };
  const decided = await ports.store.read.summaries.findDecidedLately(actor.teamId, [...seen], period, mostDecided);
  const archives = new Set((await askRepositories(ports, actor, atHome)).map(({ archive }) => archive.id));
  return keepTold(decided, seen, archives).toReversed().slice(0, mostShown);
}
