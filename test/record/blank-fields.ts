import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { placeOf } from '@gavel/adr/read/source/source.ts';

/** An ADR with one value in all places that state its status, date and people. */
export function amendFields(text: string): string {
  const document = readAdr(text);
  const entries = [document.frontMatter, document.metadata, document.closing].flatMap((place) => place?.entries ?? []);
  const fields = ['status', 'date', 'deciders', 'consulted', 'informed'];
  const told = ['people', 'log', 'date'];
  const sections = document.sections.filter(
    ({ part, segment }) => told.includes(part ?? '') && segment.nodes.length > 0,
  );
  const places = [
    ...sections.map(({ segment: { nodes, heading } }) => ({
      foundIn: 'section',
      start: placeOf(nodes[0] ?? heading).start,
      end: placeOf(nodes.at(-1) ?? heading).end,
    })),
    ...entries.filter(({ field }) => fields.includes(field ?? '')).map(({ value }) => value),
    ...document.statuses,
    ...(document.date ? [document.date] : []),
    ...Object.values(document.roles),
  ].filter(({ foundIn }) => foundIn !== 'text');
  let blank = text;
  let from = text.length + 1;
  for (const { start, end } of places.toSorted((one, other) => other.end - one.end || one.start - other.start)) {
    if (end > from || start >= from) continue;
    from = start;
    blank = `${blank.slice(0, start)}…${blank.slice(end)}`;
  }
  // A comment in the front matter belongs to nobody, and a house without a status gets one.
  return blank.replace(/^---\n# .*\n/, '---\n').replace('\n\nStatus: …\n', '\n');
}
