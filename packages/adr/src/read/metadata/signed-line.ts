import type { RootContent } from 'mdast';
import { placeOf, type Source } from '../source/source.ts';
import { placeOfDate } from './date.ts';
import type { MetadataEntry } from './entry/entry.ts';

const signed = /^(?<sign>\p{Extended_Pictographic})\ufe0f?[ ]{0,2}(?<said>[\p{L}\p{N}@].{0,100})$/u;
const days = '📅 📆 🗓 ⏰ 🕐'.split(' ');
const people = '✍ 🖊 🖋 👤 👥 🧑 👩 👨'.split(' ');
const joint = / [·|•] /;

/** The longest line of this kind, in UTF-16 units. */
const longest = 200;

/** The date and the people in a paragraph of one line where each has a sign for a label: “📅 2024-03-05 · ✍️ Ana”. */
export function entriesWithSigns(source: Source, node: RootContent): MetadataEntry[] {
  const { start, end, line } = placeOf(node);
  const written = node.type === 'paragraph' && end - start <= longest ? source.text.slice(start, end) : '';
  let from = start;
  const entries = written.split(joint).map((part): MetadataEntry | undefined => {
    const { sign = '', said = '' } = signed.exec(part)?.groups ?? {};
    const at = from + part.length - said.length;
    from += part.length + ' · '.length;
    const field = days.includes(sign) ? 'date' : people.includes(sign) ? 'deciders' : undefined;
    if (field === undefined || (field === 'date') !== (placeOfDate(said, source.language) !== undefined))
      return undefined;
    const value = { value: said, foundIn: 'text', line, start: at, end: at + said.length } as const;
    return { field, key: field === 'date' ? 'date' : 'author', value, names: undefined };
  });
  const known = entries.flatMap((entry) => entry ?? []);
  return known.length === entries.length && known.some(({ field }) => field === 'date') ? known : [];
}
