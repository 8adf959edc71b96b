import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { compileRuleBook, findRule, type NamedRule, type RuleBook } from '../../decision/rule/named-rule.ts';
import { readOwnRules } from '../../decision/rule/own-rule.ts';
import type { RuleDoubt } from '../../decision/rule/rule-doubt.ts';
import type { Ports } from '../ports/ports.ts';
import type { ChannelPlace } from '../ports/records/rules.ts';
import { findRepositories } from './repository.ts';

/** The rules that are offered in a channel, and what could not be used from its settings and from `.gavel.yml`. */
export interface OpenedRuleBook extends RuleBook {
  readonly doubts: readonly PlacedDoubt[];
}

/** What could not be used, and where it comes from: the channel's settings or `.gavel.yml`. */
export interface PlacedDoubt {
  readonly place: 'channel' | 'archive';
  readonly doubt: RuleDoubt;
}

/** A channel, and the archive that a proposal goes to: the channel's own by default. */
export interface RulePlace extends ChannelPlace {
  readonly archive?: string | undefined;
}

/** The rules that are offered in a channel: its own and its repository's, from what the database knows of both. */
export async function openRuleBook(ports: Ports, place: RulePlace): Promise<OpenedRuleBook> {
  const { store, reader } = ports;
  const { teamId, channelId } = place;
  const archive = place.archive ?? (await findRepositories(ports, place))[0]?.archive.id;
  const [ofChannel, yaml] = await Promise.all([
    store.read.rules.find({ teamId, channelId }),
    archive === undefined ? undefined : store.read.readings.findSettings(teamId, archive),
  ]);
  const channel = readOwnRules('channel', ofChannel.own);
  const repository = await reader.readRules(yaml ?? '');
  const book = compileRuleBook([...channel.rules, ...repository.rules], [ofChannel.initialId, repository.initialId]);
  const placed = (place: PlacedDoubt['place']) => (doubt: RuleDoubt) => ({ place, doubt });
  const { revisitMonths } = repository;
  return {
    ...book,
    revisitMonths,
    doubts: [...channel.doubts.map(placed('channel')), ...repository.doubts.map(placed('archive'))],
  };
}

/** The rule that somebody chose. Throws RuleBroken when it is no longer offered. */
export async function chooseRule(ports: Ports, place: RulePlace, id: string | undefined): Promise<NamedRule> {
  const found = findRule(await openRuleBook(ports, place), id);
  if (found) return found;
  throw new RuleBroken({ code: 'chosen rule gone' }, { field: 'rule' });
}
