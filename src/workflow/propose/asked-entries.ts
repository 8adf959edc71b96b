import { foldHeading } from '@gavel/adr/content/part-of-heading.ts';
import { placeOfHeading } from '@gavel/adr/draft/reserved-headings.ts';
import { blocksToMarkdown } from '@gavel/adr/markdown/to-markdown.ts';
import { type AskedFact, askedFact, askedHeading, askedKey } from '@gavel/adr/style/asked-entries.ts';
import { embedTyped, typedLine } from '@gavel/adr/typed/embed-typed.ts';
import type { Section } from '../../decision/proposal/section.ts';
import type { RecallPart } from '../../decision/recall/recall.ts';
import type { Ports } from '../ports/ports.ts';
import type { EntryAnswer } from '../ports/proposal-input.ts';

/** The longest answer about a metadata entry and about a section, in characters. */
export const longestAnswer = { entry: 300, section: 3_000 };

/** What a proposal for an archive asks for, as `askedEntries` names it; nothing while the archive has not been read. */
export async function findAskedEntries(
  { store }: Ports,
  teamId: string,
  archive: string | undefined,
): Promise<readonly string[]> {
  return archive === undefined ? [] : store.read.readings.findAsked(teamId, archive);
}

const isMetadata = ({ heading }: Section) => placeOfHeading(heading) === 'metadata';

/** The entries and sections that no section tells yet. A draft may bring some of them. */
export function leftToAsk(entries: readonly string[], sections: readonly Section[]): readonly string[] {
  const told = sections.filter(isMetadata).flatMap(({ markdown }) => markdown.split('\n').map(keyOf));
  const headings = sections.map(({ heading }) => foldHeading(heading));
  return entries.filter((entry) => {
    const heading = askedHeading(entry);
    return heading === undefined
      ? !told.includes((askedKey(entry) ?? entry).toLowerCase())
      : !headings.includes(foldHeading(heading));
  });
}

const partOfFact: Readonly<Record<AskedFact, RecallPart>> = {
  tags: 'tags',
  affects: 'affects',
  'revisit on': 'revisit',
  'revisit when': 'revisit',
};

/** What is asked for, apart from what a proposal has inputs of its own for, and which of these are asked for. */
export function splitAsked(entries: readonly string[]): {
  readonly own: readonly string[];
  readonly recall: readonly RecallPart[];
} {
  const partOf = (entry: string) => {
    const fact = askedFact(entry);
    return fact && partOfFact[fact];
  };
  return {
    own: entries.filter((entry) => partOf(entry) === undefined),
    recall: [...new Set(entries.flatMap((entry) => partOf(entry) ?? []))],
  };
}

const keyOf = (line: string) =>
  line
    .slice(0, Math.max(0, line.indexOf(':')))
    .replace(/^[-*+] /, '')
    .trim()
    .toLowerCase();

/**
 * The sections with what people said about metadata entries, in the section that has the metadata of the ADR, and the
 * sections that people were asked for.
 */
export function withAnswers(
  sections: readonly Section[],
  answers: readonly EntryAnswer[],
  heading: string,
): readonly Section[] {
  const own = answers.flatMap(({ entry, text }): Section[] => {
    const asked = askedHeading(entry);
    const markdown = asked === undefined ? '' : blocksToMarkdown(embedTyped(text.slice(0, longestAnswer.section)));
    return asked === undefined || markdown === '' ? [] : [{ heading: asked, markdown }];
  });
  return [...withEntries(sections, answers, heading), ...own];
}

function withEntries(
  sections: readonly Section[],
  answers: readonly EntryAnswer[],
  heading: string,
): readonly Section[] {
  const lines = answers.flatMap(({ entry, text }) => {
    const key = askedKey(entry);
    if (key === undefined) return [];
    const said = typedLine(text.slice(0, longestAnswer.entry).replaceAll(/\s+/g, ' ').trim());
    return said === '' ? [] : [`${key}: ${said}`];
  });
  if (lines.length === 0) return sections;
  const added = lines.join('\n\n');
  if (!sections.some(isMetadata)) return [...sections, { heading, markdown: added }];
  return sections.map((section) =>
    isMetadata(section) ? { ...section, markdown: `${section.markdown.trimEnd()}\n\n${added}` } : section,
  );
}
