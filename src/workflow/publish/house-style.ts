import type { AdrWarning } from '@gavel/adr/read/found.ts';
import type { HouseStyle } from '@gavel/adr/style/house-style.ts';
import { filesToLearnFrom } from '@gavel/adr/style/learn-style.ts';
import type { RuleDoubt } from '../../decision/rule-doubt.ts';
import type { Archive, Snapshot } from '../ports/archive.ts';
import type { Ports } from '../ports/ports.ts';

/** The style in which new ADRs are written, and what of `.gavel.yml` could not be used. */
export interface LearnedStyle {
  readonly style: HouseStyle;
  /** What `.gavel.yml` pins in it, by the names of its settings. */
  readonly pinned: readonly string[];
  readonly warnings: readonly AdrWarning[];
  /** The same of the rules in it. */
  readonly ruleDoubts: readonly RuleDoubt[];
  /** Where votes are told: in a section of the ADR, or in the message of the commit. */
  readonly votes: 'section' | 'commit';
  /** Whether points carry the name of who made them. */
  readonly names: boolean;
}

// A commit has one style for ever; who turns the pages of a preview asks for it again and again.
const lately = new WeakMap<Archive, { readonly commit: string | undefined; readonly learned: LearnedStyle }>();

/**
 * Learns the style of an archive from its template and its most recent ADRs, which are read together, and pins in it
 * what `.gavel.yml` says. Throws ArchiveError when the archive is away.
 */
export async function learnHouseStyle(
  { archive, reader }: Pick<Ports, 'archive' | 'reader'>,
  snapshot: Snapshot,
): Promise<LearnedStyle> {
  const known = lately.get(archive);
  if (known !== undefined && known.commit === snapshot.commit) return known.learned;
  const texts = await snapshot.read(filesToLearnFrom([...snapshot.files.keys()]));
  const readable = [...texts].flatMap(([name, { text, tooLong }]) => (tooLong ? [] : [{ name, text }]));
  const found = await reader.learnStyle(readable);
  const { style, pinned, warnings, ruleDoubts } = await reader.applySettings(
    found,
    (await snapshot.readSettings()) ?? '',
  );
  const votes = style.votesIn === 'section' ? 'section' : 'commit';
  const learned: LearnedStyle = { style, pinned, warnings, ruleDoubts, votes, names: style.namesAuthors };
  lately.set(archive, { commit: snapshot.commit, learned });
  return learned;
}
