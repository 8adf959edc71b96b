import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import type { LanguageCode } from '../../decision/language-code.ts';
import type { People } from '../../decision/person.ts';
import { isSameTitle } from '../../decision/proposal/option.ts';
import { checkRuleName, type OwnRule, ownRuleLimits } from '../../decision/rule/own-rule.ts';
import { readRule } from '../../decision/rule/read-rule.ts';
import { readTimeZone } from '../../decision/time/time-zone.ts';
import { findChannelToSetUp } from '../access/access.ts';
import { learnPeople } from '../access/people.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import type { RuleSettings } from '../ports/records/rules.ts';
import type { Records } from '../ports/store.ts';
import { findWays, type RepositoryWay } from './find-ways.ts';
import { findRepositories } from './repository.ts';
import { type OpenedRuleBook, openRuleBook } from './rule-book.ts';

/** What `/adr settings` shows about a channel. */
export interface ChannelSettings {
  readonly channelName: string;
  readonly settings: RuleSettings;
  readonly ruleBook: OpenedRuleBook;
  readonly people: People;
  /** The language that the channel has chosen; unset if it has the workspace's. */
  readonly language: LanguageCode | undefined;
  readonly inheritedLanguage: LanguageCode;
  /** The time zone that the channel has chosen; unset if it has none of its own. */
  readonly timeZone: string | undefined;
  /** The one that it has otherwise: the operator's; unset if it is that of a person. */
  readonly inheritedTimeZone: string | undefined;
  /** Whether cards get buttons to vote with, besides reactions. */
  readonly hasVoteButtons: boolean;
  /** The names of the channel's repositories, its own first. */
  readonly repositories?: readonly string[];
}

/** The settings of a channel, and by which way its ADRs reach their branches, as far as that is known. */
export interface ShownSettings extends ChannelSettings {
  readonly ways: readonly RepositoryWay[];
}

/**
 * What a channel has set, for somebody who may change it: a member of the channel who is not a guest. Throws
 * RuleBroken.
 */
export async function openSettings(ports: Ports, actor: Actor, channelId: string): Promise<ChannelSettings> {
  const { name: channelName } = await findChannelToSetUp(ports, channelId, actor, 'settings');
  const place = { teamId: actor.teamId, channelId };
  const { read } = ports.store;
  const [settings, ruleBook, languages, timeZone, hasVoteButtons, repositories] = await Promise.all([
    read.rules.find(place),
    openRuleBook(ports, place),
    read.languages.findAll(actor.teamId, [channelId]),
    read.timeZones.find(place),
    read.rules.wantsVoteButtons(place),
    findRepositories(ports, place),
  ]);
  const people = await learnPeople(ports, actor.teamId, settings.changed ? [settings.changed.by] : []);
  const inheritedLanguage = ports.settings.language;
  const names = repositories.map(({ name }) => name);
  return {
    ...{ channelName, settings, ruleBook, people, language: languages.get(channelId), inheritedLanguage },
    ...{ timeZone, inheritedTimeZone: ports.settings.timeZone },
    hasVoteButtons,
    repositories: names,
  };
}

/** The same to look at, with what the repositories and their forges say. Throws RuleBroken. */
export async function showSettings(ports: Ports, actor: Actor, channelId: string): Promise<ShownSettings> {
  const shown = await openSettings(ports, actor, channelId);
  const repositories = await findRepositories(ports, { teamId: actor.teamId, channelId });
  return { ...shown, ways: await findWays(ports, repositories) };
}

/** What is chosen in `/adr settings`. Undefined leaves it to the repository, or to the operator. */
export interface Chosen {
  readonly initialId: string | undefined;
  readonly language: LanguageCode | undefined;
  /** As it was typed; '' takes back what was chosen before. Undefined leaves it as it is. */
  readonly timeZone?: string | undefined;
  /** Undefined leaves it as it is. */
  readonly hasVoteButtons?: boolean | undefined;
  /** The name of the repository, if the channel has several. */
  readonly repository?: string | undefined;
}

/**
 * Sets which rule is offered first in a channel, how people vote there, the language that Gavel speaks there, its time
 * zone, and its repository. Throws RuleBroken.
 */
export async function changeSettings(ports: Ports, actor: Actor, channelId: string, chosen: Chosen): Promise<void> {
  const { settings, ruleBook, language, hasVoteButtons, timeZone } = await openSettings(ports, actor, channelId);
  const place = { teamId: actor.teamId, channelId };
  const wantedZone = checkTimeZone(chosen.timeZone ?? timeZone ?? '');
  const { initialId: id, hasVoteButtons: wantsButtons = hasVoteButtons } = chosen;
  if (settings.initialId !== id) {
    if (id !== undefined && !ruleBook.rules.some((rule) => rule.id === id)) {
      throw new RuleBroken({ code: 'chosen rule gone' }, { field: 'rule' });
    }
    await save(ports, actor, channelId, (records, set) => set(records, undefined, id));
  }
  if (wantsButtons !== hasVoteButtons) {
    await ports.store.read.rules.saveVoteButtons(place, wantsButtons, actor.userId, ports.now());
  }
  if (wantedZone !== timeZone) await ports.store.read.timeZones.save(place, wantedZone, actor.userId, ports.now());
  if (chosen.language !== language) await changeLanguage(ports, actor, channelId, chosen.language);
  if (chosen.repository !== undefined) await changeRepository(ports, actor, channelId, chosen.repository);
}

/** The time zone that somebody typed; undefined if they typed nothing. Throws RuleBroken if there is none of this name. */
function checkTimeZone(typed: string): string | undefined {
  const name = typed.trim();
  if (name === '') return undefined;
  const known = readTimeZone(name);
  if (known === undefined) throw new RuleBroken({ code: 'unknown time zone', name }, { field: 'time zone' });
  return known;
}

/** Sends the channel's proposals to another of its repositories by default. Throws RuleBroken. */
async function changeRepository(
  ports: Ports,
  { teamId, userId }: Actor,
  channelId: string,
  name: string,
): Promise<void> {
  const place = { teamId, channelId };
  const [own, ...others] = await findRepositories(ports, place);
  if (own?.name === name) return;
  const chosen = others.find((one) => one.name === name);
  if (chosen === undefined) throw new RuleBroken({ code: 'chosen repository gone' }, { field: 'repository' });
  await ports.store.read.rules.saveRepository(place, chosen.archive.id, userId, ports.now());
}

/** Shows the channel's proposals in its new language. Decided ones stay in the words they had. */
async function changeLanguage(
  ports: Ports,
  { teamId, userId }: Actor,
  channelId: string,
  language: LanguageCode | undefined,
): Promise<void> {
  await ports.store.transaction(async (records) => {
    await records.languages.save({ teamId, channelId }, language, userId, ports.now());
    const proposed = await records.decisions.findProposedIn(teamId, channelId);
    for (const decisionId of proposed) await records.marks.mark(decisionId, 'stale');
  });
}

/**
 * Adds a rule to a channel's own, or changes the one called `before`. Throws RuleBroken under `title` for its name;
 * `readRule` reports what is wrong with its parts.
 */
export async function saveOwnRule(
  ports: Ports,
  actor: Actor,
  channelId: string,
  written: OwnRule,
  before?: string,
): Promise<void> {
  const name = checkRuleName(written.name);
  readRule(written.parts);
  const { own } = (await openSettings(ports, actor, channelId)).settings;
  const others = own.filter((rule) => rule.name !== before);
  const twin = others.find((rule) => isSameTitle(rule.name, name));
  if (twin) throw new RuleBroken({ code: 'rule name taken', name: twin.name }, { field: 'title' });
  if (others.length >= ownRuleLimits.rules) {
    throw new RuleBroken({ code: 'rules full', most: ownRuleLimits.rules }, { field: 'title' });
  }
  await save(ports, actor, channelId, async (records, set) => {
    if (before !== undefined && before !== name) await set(records, before, undefined);
    await set(records, name, written.parts);
  });
}

/** Removes a channel's own rule: it is no longer offered, but votes that use it keep it. Throws RuleBroken. */
export async function removeOwnRule(ports: Ports, actor: Actor, channelId: string, name: string): Promise<void> {
  const { own } = (await openSettings(ports, actor, channelId)).settings;
  if (!own.some((rule) => rule.name === name)) return;
  await save(ports, actor, channelId, (records, set) => set(records, name, undefined));
}

type Set = (records: Records, name: string | undefined, value: unknown) => Promise<void>;

async function save(
  ports: Ports,
  { teamId, userId }: Actor,
  channelId: string,
  work: (records: Records, set: Set) => Promise<void>,
): Promise<void> {
  const at = ports.now();
  const set: Set = (records, name, value) => records.rules.save({ teamId, channelId }, { name, value }, userId, at);
  await ports.store.transaction((records) => work(records, set));
}
