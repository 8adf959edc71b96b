import type { AdrWarning } from '../adr/read/found.ts';
import { readArchiveRules } from '../adr/style/archive-rules.ts';
import type { HouseStyle } from '../adr/style/house-style.ts';
import { filesToLearnFrom } from '../adr/style/learn-style.ts';
import { overrideStyle } from '../adr/style/override-style.ts';
import type { Archive, Snapshot } from './ports/archive.ts';
import type { Ports } from './ports.ts';

/** The style in which new ADRs are written, and what of `.gavel.yml` could not be used. */
export interface LearnedStyle {
  readonly style: HouseStyle;
  /** What `.gavel.yml` pins in it, by the names of its settings. */
  readonly pinned: readonly string[];
  readonly warnings: readonly AdrWarning[];
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
  const settings = await snapshot.readSettings();
  const { style, pinned, warnings } = overrideStyle(
    await reader.learnStyle([...texts].flatMap(([name, { text, tooLong }]) => (tooLong ? [] : [{ name, text }]))),
    settings ?? '',
  );
  const votes = style.votesIn === 'section' ? 'section' : 'commit';
  const doubts = readArchiveRules(settings ?? '').doubts.map(
    (message): AdrWarning => ({
      line: 1,
      message: `.gavel.yml: ${message}`,
      advice: 'Until it is corrected, votes go without it.',
      isError: false,
    }),
  );
  const learned: LearnedStyle = { style, pinned, warnings: [...warnings, ...doubts], votes, names: style.namesAuthors };
  lately.set(archive, { commit: snapshot.commit, learned });
  return learned;
}
