import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { filesToLearnFrom } from '@gavel/adr/style/learn-style.ts';
import type { LanguageCode } from '../../decision/language-code.ts';
import type { Snapshot } from '../ports/archive/archive.ts';
import type { LearnedStyle } from '../ports/archive/archive-memory.ts';
import type { Ports, RepositoryPorts } from '../ports/ports.ts';

/**
 * Learns the style of an archive from its template and its most recent ADRs, which are read together, and applies what
 * `.gavel.yml` pins. Throws ArchiveError when the archive is unreachable.
 */
export async function learnHouseStyle(
  { memory, reader }: Pick<RepositoryPorts, 'memory' | 'reader'>,
  snapshot: Snapshot,
): Promise<LearnedStyle> {
  // A commit's style never changes, and people who turn the pages of a preview ask for it again and again.
  const known = memory.style;
  if (known !== undefined && known.commit === snapshot.commit) return known.found;
  const texts = await snapshot.read(filesToLearnFrom([...snapshot.files.keys()]));
  const readable = [...texts].flatMap(([name, { text, tooLong }]) => (tooLong ? [] : [{ name, text }]));
  const found = await reader.learnStyle(readable);
  const { style, pinned, warnings, ruleDoubts } = await reader.applySettings(
    found,
    (await snapshot.readSettings()) ?? '',
  );
  const votes = style.votesIn === 'section' ? 'section' : 'commit';
  const learned: LearnedStyle = { style, pinned, warnings, ruleDoubts, votes, names: style.namesAuthors };
  memory.style = { commit: snapshot.commit, found: learned };
  return learned;
}

/** The language in which Gavel writes ADRs of this style; the workspace's if the archive does not show its own. */
export function languageOfArchive({ settings }: Pick<Ports, 'settings'>, { language }: HouseStyle): LanguageCode {
  return language ?? settings.language;
}
