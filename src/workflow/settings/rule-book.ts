import { compileRuleBook, findRule, type NamedRule, type RuleBook } from '../../decision/named-rule.ts';
import { readOwnRules } from '../../decision/own-rule.ts';
import { RuleBroken } from '../../decision/rule-broken.ts';
import type { Ports } from '../ports/ports.ts';
import type { ChannelPlace } from '../ports/store.ts';

/** The rules that are offered in a channel, and what of its settings and of `.gavel.yml` could not be used. */
export interface OpenedRuleBook extends RuleBook {
  readonly doubts: readonly string[];
}

/** The rules that are offered in a channel: its own and its repository's, by what the database knows of both. */
export async function openRuleBook({ store, archive, reader }: Ports, place: ChannelPlace): Promise<OpenedRuleBook> {
  const { teamId, channelId } = place;
  const [ofChannel, yaml] = await Promise.all([
    store.read.findRuleSettings({ teamId, channelId }),
    store.read.findArchiveSettings(teamId, archive.id),
  ]);
  const channel = readOwnRules('channel', ofChannel.own);
  const repository = await reader.readRules(yaml ?? '');
  const book = compileRuleBook([...channel.rules, ...repository.rules], [ofChannel.initialId, repository.initialId]);
  const ofRepository = repository.doubts.map((doubt) => `.gavel.yml: ${doubt}`);
  return { ...book, doubts: [...channel.doubts, ...ofRepository] };
}

/** The rule that somebody chose. Throws RuleBroken when it is not offered any more. */
export async function chooseRule(ports: Ports, place: ChannelPlace, id: string | undefined): Promise<NamedRule> {
  const found = findRule(await openRuleBook(ports, place), id);
  if (found) return found;
  throw new RuleBroken('This rule has been taken back in the meantime. Please choose another.', { field: 'rule' });
}
