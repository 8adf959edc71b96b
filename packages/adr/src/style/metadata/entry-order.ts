import type { MetadataEntryForm } from '../house-style.ts';
import { commonValue } from '../vote.ts';

/** A key without its marks: one that is written in two ways is the same. */
export const foldKey = (key: string) =>
  key
    .toLowerCase()
    .replaceAll(/[\s:*_-]+/g, ' ')
    .trim();

/** The usual entries in the order of the first file; what it lacks goes after the entry that it follows elsewhere. */
export function inOrder(
  files: readonly (readonly MetadataEntryForm[])[],
  usual: ReadonlyMap<string, unknown>,
): MetadataEntryForm[] {
  const ordered: MetadataEntryForm[] = [];
  const isKnown = (form: MetadataEntryForm) => ordered.some(({ key }) => foldKey(key) === foldKey(form.key));
  for (const forms of files) {
    const usualHere = forms.filter(({ key }) => usual.has(foldKey(key)));
    for (const [index, form] of usualHere.entries()) {
      if (isKnown(form)) continue;
      const before = usualHere[index - 1];
      const place = before === undefined ? -1 : ordered.findIndex(({ key }) => foldKey(key) === foldKey(before.key));
      ordered.splice(place + 1, 0, form);
    }
  }
  return ordered;
}

/** Entries of which no two neighbors are the other way round in most files, unless several are on one line. */
export function inUsualOrder(
  forms: readonly MetadataEntryForm[],
  files: readonly (readonly MetadataEntryForm[])[],
): MetadataEntryForm[] {
  const ordered = [...forms];
  if (ordered.some(({ joint }) => joint !== undefined)) return ordered;
  const placeIn = (file: readonly MetadataEntryForm[], form: MetadataEntryForm | undefined) =>
    file.findIndex(({ key }) => form !== undefined && foldKey(key) === foldKey(form.key));
  const isTurned = (at: number) =>
    commonValue(files, (file) => {
      const places = [placeIn(file, ordered[at]), placeIn(file, ordered[at + 1])];
      return places.includes(-1) ? undefined : (places[1] ?? 0) < (places[0] ?? 0);
    }) === true;
  // Majorities may go in a circle, so no entry passes another twice.
  for (let end = ordered.length - 1; end > 0; end -= 1) {
    for (let at = 0; at < end; at += 1) {
      const [one, other] = [ordered[at], ordered[at + 1]];
      if (one !== undefined && other !== undefined && isTurned(at)) ordered.splice(at, 2, other, one);
    }
  }
  return ordered;
}
