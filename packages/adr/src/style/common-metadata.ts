import type { MetadataEntryForm, MetadataForm } from './house-style.ts';
import { commonValue } from './vote.ts';

/** The metadata that most files have in one place, and what only some of them have there. */
export function commonMetadata(forms: readonly (MetadataForm | undefined)[]): MetadataForm | undefined {
  return addOptionalFields(commonValue(forms, (form) => ({ form }))?.form, forms);
}

/** The people and labels that an ADR leaves out if it has none. */
const optionalFields: readonly MetadataEntryForm['field'][] = ['consulted', 'informed', 'tags'];

/** Adds the fields that a house has only in some of its files, because the others had nothing for them. */
function addOptionalFields(
  form: MetadataForm | undefined,
  others: readonly (MetadataForm | undefined)[],
): MetadataForm | undefined {
  if (form === undefined || form.layout === 'table') return form;
  const entries = [...form.entries];
  for (const other of others) {
    if (other === undefined || other.layout !== form.layout) continue;
    for (const [index, entry] of other.entries.entries()) {
      const isNew = optionalFields.includes(entry.field) && !entries.some(({ field }) => field === entry.field);
      const keys = other.entries.slice(0, index).map(({ key }) => key);
      const before = entries.findLastIndex(({ key }) => keys.includes(key));
      if (isNew && before !== -1) entries.splice(before + 1, 0, entry);
    }
  }
  return { ...form, entries };
}
