import { placeOfHeading } from '@gavel/adr/draft/reserved-headings.ts';
import { typedLine } from '@gavel/adr/typed/embed-typed.ts';
import type { Section } from '../../decision/proposal/section.ts';
import type { Ports } from '../ports/ports.ts';
import type { EntryAnswer } from '../ports/proposal-input.ts';

/** The longest answer about a metadata entry, in characters. */
export const longestAnswer = 300;

/** The metadata entries that a proposal for an archive asks for; none while the archive has not been read. */
export async function findAskedEntries(
  { store }: Ports,
  teamId: string,
  archive: string | undefined,
): Promise<readonly string[]> {
  return archive === undefined ? [] : store.read.readings.findAsked(teamId, archive);
}

const isMetadata = ({ heading }: Section) => placeOfHeading(heading) === 'metadata';

/** The entries that no section tells yet. A draft may bring some of them. */
export function leftToAsk(entries: readonly string[], sections: readonly Section[]): readonly string[] {
  const told = sections.filter(isMetadata).flatMap(({ markdown }) => markdown.split('\n').map(keyOf));
  return entries.filter((entry) => !told.includes(entry.toLowerCase()));
}

const keyOf = (line: string) =>
  line
    .slice(0, Math.max(0, line.indexOf(':')))
    .replace(/^[-*+] /, '')
    .trim()
    .toLowerCase();

/** The sections with what people said about metadata entries, in the section that has the metadata of the ADR. */
export function withAnswers(
  sections: readonly Section[],
  answers: readonly EntryAnswer[],
  heading: string,
): readonly Section[] {
  const lines = answers.flatMap(({ entry, text }) => {
    const said = typedLine(text.slice(0, longestAnswer).replaceAll(/\s+/g, ' ').trim());
    return said === '' ? [] : [`${entry}: ${said}`];
  });
  if (lines.length === 0) return sections;
  const added = lines.join('\n\n');
  if (!sections.some(isMetadata)) return [...sections, { heading, markdown: added }];
  return sections.map((section) =>
    isMetadata(section) ? { ...section, markdown: `${section.markdown.trimEnd()}\n\n${added}` } : section,
  );
}
