import type { SectionForm } from '../house-style.ts';
import { shareOf } from '../vote.ts';

type Block<Section> = readonly [Section, ...Section[]];

/** Sections in which no two neighbors are the other way round in most files that have both. What is below one stays there. */
export function inUsualOrder<Section extends SectionForm>(
  sections: readonly Section[],
  files: readonly (readonly SectionForm[])[],
): Section[] {
  const blocks = blocksOf(sections);
  // Majorities may go in a circle, so no block passes another twice.
  for (let end = blocks.length - 1; end > 0; end -= 1) {
    for (let at = 0; at < end; at += 1) {
      const [one, other] = [blocks[at], blocks[at + 1]];
      if (one === undefined || other === undefined || !isTurned(one[0], other[0], files)) continue;
      blocks.splice(at, 2, other, one);
    }
  }
  return blocks.flat();
}

/** The sections of the highest level, each with those below it. */
function blocksOf<Section extends SectionForm>(sections: readonly Section[]): Block<Section>[] {
  const highest = Math.min(...sections.map(({ depth }) => depth));
  const blocks: [Section, ...Section[]][] = [];
  for (const section of sections) {
    const last = blocks.at(-1);
    if (last === undefined || section.depth === highest) blocks.push([section]);
    else last.push(section);
  }
  return blocks;
}

/** The fewest files that show an order. */
const fewest = 2;

/**
 * Whether most files that have two sections have the second one first. Files that call both the same show it; if there are
 * not enough of these, those that have both, whatever they call them.
 */
function isTurned(one: SectionForm, other: SectionForm, files: readonly (readonly SectionForm[])[]): boolean {
  const placesIn = (placeOf: (section: SectionForm, file: readonly SectionForm[]) => number) =>
    files.map((file) => [placeOf(one, file), placeOf(other, file)]).filter((places) => !places.includes(-1));
  const named = placesIn(namedPlace);
  const both = named.length >= fewest ? named : placesIn(placeOfPart);
  return both.length >= fewest && shareOf(both, ([first = 0, second = 0]) => second < first) > 0.5;
}

function namedPlace({ part, heading }: SectionForm, file: readonly SectionForm[]): number {
  return file.findIndex((other) => other.part === part && other.heading === heading);
}

function placeOfPart(section: SectionForm, file: readonly SectionForm[]): number {
  const { part } = section;
  return part === undefined ? namedPlace(section, file) : file.findIndex((other) => other.part === part);
}
