import { compileRuleBook, findRule, type NamedRule, type RuleBook } from '../../decision/named-rule.ts';
import { readOwnRules } from '../../decision/own-rule.ts';
import { RuleBroken } from '../../decision/rule-broken.ts';
import type { RuleDoubt } from '../../decision/rule-doubt.ts';
import type { Ports } from '../ports/ports.ts';
import type { ChannelPlace } from '../ports/records/rules.ts';

/** The rules that are offered in a channel, and what of its settings and of `.gavel.yml` could not be used. */
export interface OpenedRuleBook extends RuleBook {
  readonly doubts: readonly PlacedDoubt[];
}

/** What could not be used, and where it stands: in the channel's settings, or in `.gavel.yml`. */
export interface PlacedDoubt {
  readonly place: 'channel' | 'archive';
  readonly doubt: RuleDoubt;
}

/** The rules that are offered in a channel: its own and its repository's, by what the database knows of both. */
export async function openRuleBook(
  { store, repositories, reader }: Ports,
  place: ChannelPlace,
): Promise<OpenedRuleBook> {
  const { teamId, channelId } = place;
  const [ofChannel, yaml] = await Promise.all([
    store.read.rules.find({ teamId, channelId }),
    store.read.readings.findSettings(teamId, repositories.first.archive.id),
  ]);
  const channel = readOwnRules('channel', ofChannel.own);
  const repository = await reader.readRules(yaml ?? '');
  const book = compileRuleBook([...channel.rules, ...repository.rules], [ofChannel.initialId, repository.initialId]);
  const placed = (place: PlacedDoubt['place']) => (doubt: RuleDoubt) => ({ place, doubt });
  return { ...book, doubts: [...channel.doubts.map(placed('channel')), ...repository.doubts.map(placed('archive'))] };
}

/** The rule that somebody chose. Throws RuleBroken when it is not offered any more. */
export async function chooseRule(ports: Ports, place: ChannelPlace, id: string | undefined): Promise<NamedRule> {
  const found = findRule(await openRuleBook(ports, place), id);
  if (found) return found;
  throw new RuleBroken({ code: 'chosen rule gone' }, { field: 'rule' });
}
