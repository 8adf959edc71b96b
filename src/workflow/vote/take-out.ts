import { type Decision, phaseOf } from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import type { People } from '../../decision/person.ts';
import type { Tally } from '../../decision/tally/tally.ts';
import type { Away } from '../../decision/time/away.ts';
import { endHandovers } from '../../decision/vote/hand-over.ts';
import { findAbsent, needsTurnout, takeOut } from '../../decision/vote/take-out.ts';
import type { AllowedPeople } from '../../policy/manage.ts';
import { findForManager } from '../access/access.ts';
import { recallPeople } from '../access/people.ts';
import { changeDecision, listOrCount } from '../change/change.ts';
import { findAway } from '../nudge/away.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import type { Records } from '../ports/store.ts';
import { countBallots } from './count-ballots.ts';
import { recordEnded } from './tell-handover.ts';

/** Whom the thread names before it says how many more there are. */
const mostNamed = 8;

/** Who may be taken out of the count of an open vote, who is out, and until when people are away. */
export interface Absence {
  readonly decision: Decision;
  /** Those who are out already, and those who could be. */
  readonly ids: readonly string[];
  readonly away: Away;
  readonly people: People;
}

/**
 * Those deciders of an open vote who are away, where a missing vote makes it harder to win; nobody elsewhere. `people`
 * are those who are away, by name.
 */
export async function readAway(
  ports: Ports,
  decision: Decision,
  tally: Tally | undefined,
): Promise<{ readonly away: Away; readonly people: People }> {
  const { voting, teamId } = decision;
  if (tally === undefined || voting === undefined || phaseOf(decision) !== 'voting' || !needsTurnout(voting.rule))
    return { away: new Map(), people: new Map() };
  const { read } = ports.store;
  const said = await read.aways.find([...tally.notVoted, ...tally.takenOut]);
  const people = await recallPeople(ports, teamId, [...said.keys()]);
  return { away: await findAway(read, ports.now(), people), people };
}

/** The proposer alone, so that no voter decides whose vote is missed. */
function proposerOf({ proposerId }: Decision): AllowedPeople {
  return { ids: [proposerId], kind: 'proposer' };
}

/** What the form shows to whoever may take people out of the count. Throws RuleBroken for others, and if nobody is away. */
export async function findAbsence(ports: Ports, decisionId: string, actor: Actor): Promise<Absence> {
  const decision = await findForManager(ports, decisionId, actor, 'take out who is away', proposerOf);
  const { read } = ports.store;
  const tally = await countBallots(read, decision);
  const { away } = await readAway(ports, decision, tally);
  const out = decision.voting?.takenOut.map(({ id }) => id) ?? [];
  const ids = [...out, ...(tally ? findAbsent(decision, tally, away) : [])];
  if (ids.length === 0 || phaseOf(decision) !== 'voting') throw new RuleBroken({ code: 'not away' });
  return { decision, ids, away, people: await recallPeople(ports, decision.teamId, ids) };
}

/**
 * Takes people who are away out of the count of an open vote, and puts those back who are not `chosen`. The thread and
 * the history say so. If nothing changes, as after a double click, there is nothing to tell. Throws RuleBroken.
 */
export async function takeOutAway(
  ports: Ports,
  decisionId: string,
  actor: Actor,
  chosen: readonly string[],
): Promise<void> {
  const seen = await findForManager(ports, decisionId, actor, 'take out who is away', proposerOf);
  await recallPeople(ports, seen.teamId, chosen);
  await changeDecision(ports, decisionId, actor.userId, async (before, records) => {
    const was = new Set(before.voting?.takenOut.map(({ id }) => id));
    const out = chosen.filter((id) => !was.has(id));
    const back = [...was].filter((id) => !chosen.includes(id));
    if (out.length + back.length === 0) return undefined;
    const tally = await countBallots(records, before);
    if (tally === undefined) throw new RuleBroken({ code: 'voting not open yet' });
    const away = await recallAway(records, before, chosen, ports.now());
    const without = takeOut(before, { tally, away }, chosen, { by: actor.userId, at: ports.now() });
    const changed = endHandovers(without, ({ to }) => out.includes(to));
    await recordEnded(ports, records, changed, 'taken out');
    const { decision } = changed;
    const some = (ids: readonly string[]) => ids.slice(0, mostNamed);
    const announcement = {
      ...({ kind: 'taken out', by: actor.userId, out: some(out), back: some(back) } as const),
      ...{ moreOut: out.length - some(out).length, moreBack: back.length - some(back).length },
    };
    const detail = { out: listOrCount(out), back: listOrCount(back) };
    return { decision, kind: 'taken out', detail, announcement };
  });
}

async function recallAway(records: Records, { teamId }: Decision, ids: readonly string[], now: Date): Promise<Away> {
  return findAway(records, now, await records.people.find(teamId, ids));
}
