import type { AdrLanguage } from '@gavel/adr/language/adr-language.ts';
import { isCertain } from '@gavel/adr/style/date-form.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { filesToLearnFrom } from '@gavel/adr/style/learn-style.ts';
import { knownZone } from '../../decision/time/time-zone.ts';
import { sortArchive } from '../follow/sort-archive.ts';
import type { LearnedStyle } from '../ports/archive/archive-memory.ts';
import type { Snapshot } from '../ports/archive/snapshot.ts';
import type { Ports, RepositoryPorts } from '../ports/ports.ts';
import type { ChannelPlace } from '../ports/records/rules.ts';
import { zoneOfChannel } from '../settings/time-zone.ts';

/**
 * Learns the style of an archive from its template and the most recent ADRs that people wrote, which are read together,
 * and applies what `.gavel.yml` pins. Throws ArchiveError when the archive is unreachable.
 */
export async function learnHouseStyle(ports: RepositoryPorts, snapshot: Snapshot): Promise<LearnedStyle> {
  const { memory, reader } = ports;
  // A commit's style never changes, and people who turn the pages of a preview ask for it again and again.
  const known = memory.style;
  if (known !== undefined && known.commit === snapshot.commit) return known.found;
  const files = await sortArchive(ports, snapshot);
  const generated = await findGenerated(ports, snapshot, files.adrs);
  const adrs = new Set(files.adrs);
  const { linked, ordered } = await findTelling(ports);
  const texts = await snapshot.read(filesToLearnFrom(files, generated, linked, ordered));
  const readable = [...texts].flatMap(([name, { text, tooLong }]) =>
    tooLong ? [] : [{ name, text, isGenerated: generated.has(name), isAdr: adrs.has(name) }],
  );
  const found = await reader.learnStyle(readable);
  const { style, pinned, warnings, ruleDoubts, publish, showing } = await reader.applySettings(
    found,
    (await snapshot.readSettings()) ?? '',
  );
  const votes = style.votesIn === 'section' ? 'section' : 'commit';
  const learned: LearnedStyle = {
    style,
    pinned,
    warnings,
    ruleDoubts,
    publish,
    showing,
    votes,
    names: style.namesAuthors,
  };
  memory.style = { commit: snapshot.commit, found: learned };
  return learned;
}

/**
 * The ADRs that the index knows as superseded, which show how the house says so, and those whose dates show whether the
 * day or the month comes first.
 */
async function findTelling({ store, chat, archive }: RepositoryPorts) {
  const adrs = await store.read.adrs.findAll(chat.teamId, archive.id);
  return {
    linked: new Set(adrs.flatMap(({ status, fileName }) => (status === 'superseded' ? [fileName] : []))),
    ordered: new Set(adrs.flatMap(({ dateOrder, fileName }) => (isCertain(dateOrder) ? [fileName] : []))),
  };
}

/**
 * The ADRs that Gavel wrote: those that this database knows, even after somebody squashed the history, and those that
 * the history knows, even if another database published them.
 */
async function findGenerated(
  { store, chat, archive }: RepositoryPorts,
  snapshot: Snapshot,
  adrs: readonly string[],
): Promise<ReadonlySet<string>> {
  const [known, committed] = await Promise.all([
    store.read.publications.findTakenFiles(chat.teamId, archive.id, adrs),
    archive.findGenerated(snapshot),
  ]);
  return new Set([...known, ...committed]);
}

/**
 * The time zone of the dates in ADRs of this style: the archive's, else the one of the channel that decides, else the
 * one that the operator has set, else the one that whoever proposed lives in.
 */
export async function zoneOfArchive(
  ports: Pick<Ports, 'store' | 'settings'>,
  { timeZone }: HouseStyle,
  channel: ChannelPlace,
  ofProposer: string,
): Promise<string> {
  return timeZone === undefined ? zoneOfChannel(ports, channel, ofProposer) : knownZone(timeZone);
}

/**
 * The language in which Gavel writes ADRs of this style, their commits and their reviews; the workspace's if the archive
 * shows none.
 */
export function languageOfArchive({ settings }: Pick<Ports, 'settings'>, { language }: HouseStyle): AdrLanguage {
  return language ?? settings.language;
}
