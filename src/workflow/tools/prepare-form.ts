import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { limits } from '../../decision/limits.ts';
import { checkArguments, type DraftedArgument } from '../../decision/proposal/argument.ts';
import { checkOption, isSameTitle, type OptionForm } from '../../decision/proposal/option.ts';
import { checkQuestion, type Question } from '../../decision/proposal/proposal.ts';
import { checkRecall, emptyRecallForm, type RecallForm, toRecallForm } from '../../decision/recall/recall.ts';
import { dayIn } from '../../decision/time/day.ts';
import { suggestDeadline } from '../../decision/time/deadline.ts';
import { atHome, checkMayUseTools, findChannelForProposer, findSeenChannel } from '../access/access.ts';
import { learnPerson } from '../access/people.ts';
import { planHomes } from '../home/plan-homes.ts';
import type { Actor } from '../ports/actor.ts';
import type { Channel } from '../ports/chat/chat.ts';
import type { Ports } from '../ports/ports.ts';
import type { ProposalInput } from '../ports/proposal-input.ts';
import type { UnfinishedForm } from '../ports/records/forms.ts';
import type { Records } from '../ports/store.ts';
import { type Alike, findAlike } from '../propose/alike.ts';
import { emptyForm, newOption } from '../propose/new-form.ts';
import { findDestination } from '../propose/propose.ts';
import { openRuleBook } from '../settings/rule-book.ts';

/** How many forms that programs filled in may wait for one person, so that their own stay in sight. */
export const mostPrepared = 3;

/** How many unfinished forms are looked at for those. */
const formsSeen = 50;

/** A proposal that somebody's program has drafted. */
export interface PreparedProposal extends Question {
  readonly options: readonly (OptionForm & { readonly arguments: readonly DraftedArgument[] })[];
  readonly recall: RecallForm;
  /** The name or the id of the channel that decides; undefined if its person is to choose. */
  readonly channel: string | undefined;
}

/** A form that waits for its person. */
export interface PreparedForm {
  readonly id: string;
  readonly title: string;
  /** The channel that it is for, without its sign. */
  readonly channelName: string | undefined;
  /** What was decided already under such a title. */
  readonly alike: readonly Alike[];
}

/**
 * Fills in a form for somebody, next to those that they have begun, and tells them alone. Nothing is proposed: they read
 * the form, change it, and propose it or not. The same draft again is the same form, as long as it is as it was. Throws
 * RuleBroken when something is missing or too long, and for people who can't propose there; and ChatError.
 */
export async function prepareForm(ports: Ports, actor: Actor, proposal: PreparedProposal): Promise<PreparedForm> {
  await checkMayUseTools(ports, actor);
  const timeZone = (await learnPerson(ports, actor.teamId, actor.userId))?.timeZone ?? 'UTC';
  const words = checkWords(proposal, dayIn(timeZone, ports.now()));
  const channel = proposal.channel === undefined ? undefined : await findChannel(ports, actor, proposal.channel);
  const channelId = channel?.id ?? atHome;
  const form = await fillIn(ports, actor, channel, { words, timeZone });
  const id = await ports.store.transaction((records) => keepPrepared(ports, records, { ...actor, channelId, form }));
  ports.log.info({ user: actor.userId, form: id }, 'Somebody’s program prepared a proposal.');
  return {
    id,
    title: words.title,
    channelName: channel?.name,
    alike: await findAlike(ports, actor, channelId, words.title),
  };
}

type Words = Omit<PreparedProposal, 'channel'>;

/** What a form says, without what tells its rows apart. */
function wordsOf({ title, context, drivers, options, recall = emptyRecallForm }: ProposalInput): Words {
  const rows = options.filter((option) => option.title !== '');
  const said = rows.map(({ title: name, description, arguments: reasons }) => ({
    ...{ title: name, description, arguments: reasons.map(({ kind, text }) => ({ kind, text })) },
  }));
  // What is saved without a day comes back without the field.
  const { on, when } = recall.revisit;
  return { title, context, drivers, options: said, recall: { ...recall, revisit: { on, when } } };
}

/**
 * Cleans a draft, as the form would. What its person can still add may be missing: options. `today` is theirs,
 * `YYYY-MM-DD`. Throws RuleBroken.
 */
function checkWords(proposal: PreparedProposal, today: string): Words {
  const { title, context, drivers } = checkQuestion(proposal);
  const { options } = proposal;
  const { most } = limits.options;
  if (options.length > most)
    throw new RuleBroken({ code: 'too many', what: 'options', count: options.length, most }, { field: 'options' });
  const checked = options.map((option, position) => ({
    ...checkOption(option, position),
    arguments: checkArguments(option.arguments, position),
  }));
  for (const [position, { title: name }] of checked.entries()) {
    const twin = checked.slice(0, position).findIndex((other) => isSameTitle(other.title, name));
    const other = checked[twin];
    if (other)
      throw new RuleBroken(
        { code: 'option name taken', name: other.title, position: twin },
        { field: 'option', position },
      );
  }
  const count = checked.reduce((sum, { arguments: reasons }) => sum + reasons.length, 0);
  if (count > limits.argumentsInDraft)
    throw new RuleBroken({ code: 'too many drafted reasons', count, most: limits.argumentsInDraft });
  const recall = toRecallForm(checkRecall(proposal.recall, today));
  return { title, context, drivers: drivers.join('\n'), options: checked, recall };
}

/**
 * The channel that a program named, if its person may propose there. Throws RuleBroken, with one answer for a channel
 * that is not there and for one that they don't see.
 */
async function findChannel(ports: Ports, actor: Actor, named: string): Promise<Channel> {
  const name = named.trim().replace(/^#/, '');
  const own = [...(await ports.sight.listOwnChannels()).values()];
  const meant = own.find(({ id }) => id === name) ?? own.find((channel) => channel.name === name.toLowerCase());
  if (meant === undefined || (await findSeenChannel(ports, meant.id, actor)) === undefined)
    throw new RuleBroken({ code: 'channel not seen', name });
  return findChannelForProposer(ports, meant.id, actor);
}

function isPrepared(remark: ProposalInput['remarks'][number]): boolean {
  return typeof remark !== 'string' && remark.code === 'prepared by a program';
}

async function fillIn(
  ports: Ports,
  actor: Actor,
  channel: Channel | undefined,
  { words, timeZone }: { readonly words: Words; readonly timeZone: string },
): Promise<ProposalInput> {
  const empty = emptyForm(words.title, suggestDeadline(ports.now(), timeZone), await findRule(ports, actor, channel));
  const rows = words.options.map((option) => ({ ...newOption(), ...option }));
  const missing = Math.max(0, limits.options.least - rows.length);
  const { title, context, drivers, recall } = words;
  const isRecalled = !isDeepStrictEqual(recall, emptyRecallForm);
  return {
    ...{ ...empty, title, context, drivers },
    ...(isRecalled ? { recall, hasWholeRecall: true } : {}),
    options: [...rows, ...empty.options.slice(0, missing)],
    remarks: [{ code: 'prepared by a program' }],
  };
}

/** The rule that the form suggests in a channel. */
async function findRule(ports: Ports, { teamId }: Actor, channel: Channel | undefined): Promise<string | undefined> {
  if (channel === undefined) return undefined;
  const place = { teamId, channelId: channel.id };
  return (await openRuleBook(ports, { ...place, archive: await findDestination(ports, place, {}) })).initial.id;
}

/** Saves the form with the message that tells its person, unless it is there already. Returns its id. */
async function keepPrepared(
  ports: Ports,
  records: Records,
  { teamId, userId, channelId, form }: Omit<UnfinishedForm, 'id' | 'savedAt'>,
): Promise<string> {
  await records.forms.takeTurn({ teamId, userId });
  const unfinished = await records.forms.listUnfinished({ teamId, userId, most: formsSeen });
  const waiting = unfinished.filter((one) => one.form.remarks.some(isPrepared));
  const same = waiting.find(
    (one) => one.channelId === channelId && isDeepStrictEqual(wordsOf(one.form), wordsOf(form)),
  );
  if (same) return same.id;
  if (waiting.length >= mostPrepared) throw new RuleBroken({ code: 'forms prepared already', most: mostPrepared });
  const [id, at] = [randomUUID(), ports.now()];
  await records.forms.save({ id, teamId, userId, channelId, form, savedAt: at });
  const body = { kind: 'form prepared', formId: id, title: form.title } as const;
  // A message to a person goes to the channel that has their id (Slack: chat.postMessage).
  await records.messages.write({ teamId, key: `prepared:${id}`, channelId: userId, decisionId: undefined, body }, at);
  await planHomes(ports, records);
  return id;
}
