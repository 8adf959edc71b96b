import type { AdrDocument } from '../read/document.ts';
import type { Located } from '../read/located.ts';
import { readDate } from '../read/metadata/date.ts';
import type { MetadataEntry } from '../read/metadata/entry/entry.ts';
import { readAdr } from '../read/read-adr.ts';
import { applyEdits, type Edit, offsetInFile } from './edit.ts';

/**
 * Changes the number of an ADR in its heading and in metadata such as `id: 0070-use-tea`, with as many digits as it has
 * there; everything else stays the same. An ADR that doesn't state its number stays as it is. `file` must have been
 * decoded without loss.
 */
export function renumberAdr(file: string, number: number): string {
  const document = readAdr(file);
  const { headingNumber, number: stated, frontMatter, metadata } = document;
  const former = (headingNumber ?? stated)?.value;
  if (former === undefined) return file;
  const entries = [...(frontMatter?.entries ?? []), ...(metadata?.entries ?? [])].filter((entry) => has(entry, former));
  const places = [...(headingNumber === undefined ? [] : [headingNumber]), ...entries.map(({ value }) => value)];
  const edits = places.flatMap((place) => editIn(document, place, former, number) ?? []);
  return applyEdits(
    file,
    edits.map(({ start, end, text }) => ({ start: offsetInFile(file, start), end: offsetInFile(file, end), text })),
  );
}

/** How long the mark before the number in a title may be, such as “ADR-”. */
const longestMark = 10;

/** Whether a metadata entry has the number of its ADR: it is one, or it has leading zeros, or a title begins with it. */
function has({ field, value: { value } }: MetadataEntry, number: number): boolean {
  const run = runsIn(value, number)[0]?.[0];
  if (run === undefined || (field !== 'number' && readDate(value) !== undefined)) return false;
  if (field === 'title') return value.search(/\d/) === value.indexOf(run) && value.indexOf(run) <= longestMark;
  return field === 'number' || (field === undefined && (value === run || run.startsWith('0')));
}

const runsIn = (text: string, number: number) =>
  [...text.matchAll(/\d+/g)].filter(([found]) => found.length < 10 && Number(found) === number);

function editIn({ source }: AdrDocument, place: Located<unknown>, former: number, number: number): Edit | undefined {
  const [found] = runsIn(source.text.slice(place.start, place.end), former);
  if (found === undefined) return undefined;
  const start = place.start + found.index;
  const [digits] = found;
  return { start, end: start + digits.length, text: String(number).padStart(digits.length, '0') };
}
