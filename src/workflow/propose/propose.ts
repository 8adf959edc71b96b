import { randomUUID } from 'node:crypto';
import { adrName } from '@gavel/adr/name/adr-name.ts';
import type { Bond, Decision } from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { type ProposalForm, type ProposalPlace, propose } from '../../decision/proposal/proposal.ts';
import { findChannelForProposer } from '../access/access.ts';
import { planStall } from '../nudge/plan-stall.ts';
import type { Repository } from '../ports/archive/repositories.ts';
import type { Ports } from '../ports/ports.ts';
import type { ChannelPlace } from '../ports/records/rules.ts';
import { openRepositories } from '../settings/repository.ts';
import { checkNamed } from '../vote/electorate.ts';
import { checkHeadings } from './section-headings.ts';
import { checkStillFree } from './supersede.ts';

/** What says where a proposal goes. */
export interface Destination {
  /** What the repository is called. */
  readonly repository?: string | undefined;
  readonly bond?: Bond | undefined;
}

/**
 * Makes a decision of a form. The decision has the form's id, so that a form which is submitted twice, by a double
 * click or by Slack's own second delivery, is one decision. Throws RuleBroken under the field that is wrong, and when,
 * since the form was opened, the channel has been closed to the proposer or to Gavel, or the ADR that it is bound to
 * has been taken by another proposal.
 */
export async function proposeDecision(
  ports: Ports,
  form: ProposalForm,
  { repository, ...place }: Omit<ProposalPlace, 'now' | 'archive'> & { readonly repository?: string | undefined },
): Promise<Decision> {
  const { teamId, proposerId, channelId } = place;
  const proposer = { teamId, userId: proposerId };
  await findChannelForProposer(ports, channelId, proposer);
  if (form.bond) await checkStillFree(ports, proposer, place, form.bond);
  checkHeadings(form.sections, form.draft);
  const archive = await findDestination(ports, place, { repository, bond: form.bond });
  if (archive === undefined) throw noDestination(form.bond);
  const decision = propose(form, { ...place, archive, now: ports.now() }, randomUUID);
  const { id: decisionId } = decision;
  await checkNamed(ports, teamId, decision);
  await ports.store.transaction(async (records) => {
    if (!(await records.decisions.insert(decision))) return;
    await records.forms.end(decisionId, decision.proposedAt);
    const { title, bond } = decision;
    const detail = {
      title,
      options: decision.options.map((option) => option.title),
      sections: decision.sections.map((section) => section.heading),
      arguments: decision.arguments.length,
      isDrafted: decision.draft !== undefined,
      ...(bond ? { bond } : {}),
    };
    await records.events.record({ decision, at: decision.proposedAt, actorId: proposerId, kind: 'proposed', detail });
    await records.marks.mark(decisionId, 'acted');
    await planStall(records, decision, decision.proposedAt);
    if (form.opensVotingNow) await records.jobs.add('open-voting', { decisionId, actorId: proposerId, isLater: false });
  });
  return decision;
}

/** Says that a channel does not have the repository that a proposal should go to. */
export function noDestination(bond: Bond | undefined): RuleBroken {
  if (bond === undefined) return new RuleBroken({ code: 'chosen repository gone' }, { field: 'repository' });
  return new RuleBroken({ code: 'ADR elsewhere', adr: adrName(bond) }, { field: 'channel' });
}

/**
 * The archive that a proposal goes to: that of the ADR it is bound to, else the chosen one, else the channel's own;
 * undefined when the channel no longer has the chosen one. Throws ArchiveError when the channel has none.
 */
export async function findDestination(
  ports: Ports,
  place: ChannelPlace,
  { repository: wanted, bond }: Destination,
): Promise<string | undefined> {
  const adr = bond && (await ports.store.read.adrs.find(bond.adrId));
  const found = await openRepositories(ports, place);
  const [first] = found;
  const isMeant = ({ name, archive }: Repository) => (adr ? archive.id === adr.archive : name === wanted);
  const chosen = adr === undefined && wanted === undefined ? first : found.find(isMeant);
  return chosen?.archive.id;
}
