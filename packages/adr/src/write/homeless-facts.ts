import type { AdrContent, Markdown } from '../content/content.ts';
import type { AdrLanguage } from '../language/adr-language.ts';
import { wordToWrite } from '../language/adr-words.ts';
import { languageOfMost } from '../language/word-table.ts';
import { adrWords } from '../language/words.ts';
import { plainEntry, plainForm } from '../read/metadata/entry/entry.ts';
import { languageOfLabel } from '../read/metadata/metadata-field.ts';
import type { AskedFact } from '../style/asked-entries.ts';
import type { HouseStyle, MetadataEntryForm, MetadataForm, ValueShape } from '../style/house-style.ts';
import { factsTold } from './fact-homes.ts';
import { valueFor } from './metadata-value.ts';

/** A fact that a house has no place for, as one more entry of the house: its form, and its value. */
export interface AddedEntry {
  readonly form: MetadataEntryForm;
  readonly value: string;
}

const inEntries: readonly AskedFact[] = ['tags', 'affects', 'revisit on'];

/** The facts of an ADR for which its house has neither an entry nor a section, as entries behind those of a place. */
export function addedEntries(content: AdrContent, form: MetadataForm, style: HouseStyle): AddedEntry[] {
  if (form.table?.entriesIn === 'columns') return [];
  return factsTold(content, style, inEntries).flatMap((fact) => {
    const entry = entryFor(fact, form, style);
    // The house says something else under this key.
    if (form.entries.some(({ key }) => key.toLowerCase() === entry.key.toLowerCase())) return [];
    const value = valueFor(entry, content, style, form);
    return value === undefined ? [] : [{ form: entry, value }];
  });
}

/** The same facts in a house that has no metadata to which anything can be added: a paragraph for each. */
export function factsBelowTitle(content: AdrContent, style: HouseStyle): Markdown[] {
  const home = style.metadata ?? style.frontMatter;
  if (home !== undefined && home.entries.length > 0 && home.table?.entriesIn !== 'columns') return [];
  const lines: MetadataForm = { ...plainForm, layout: 'paragraphs', entries: [] };
  return addedEntries(content, lines, style).map(({ form, value }) => form.lead + value + form.tail);
}

/** An entry for a fact behind those of a place, as they are written. */
export function entryFor(fact: AskedFact, form: MetadataForm, style: HouseStyle): MetadataEntryForm {
  const isYaml = form.layout === 'front matter';
  const label = wordToWrite(adrWords[isYaml ? languageOfKeys(form) : style.labelLanguage].labels[fact]);
  if (!isYaml) return { ...plainEntry, field: fact, key: label, ...aroundValue(label, form, style) };
  const key = label.toLowerCase().replaceAll(/[\s’']+/g, '-');
  const shape = fact === 'revisit on' ? plainEntry.shape : listShape(form);
  return { ...plainEntry, field: fact, key, lead: shape.list === 'block' ? `${key}:` : `${key}: `, shape };
}

/** What is before and behind the value, as in the last entry of the house. */
function aroundValue(label: string, { entries }: MetadataForm, { labelLanguage }: HouseStyle) {
  const last = entries.at(-1);
  return last === undefined || last.key === '' || !last.lead.includes(last.key)
    ? { lead: label + adrWords[labelLanguage].colon }
    : { lead: last.lead.replace(last.key, () => label), tail: last.tail };
}

/** The language of most keys; English if none is known. */
function languageOfKeys({ entries }: MetadataForm): AdrLanguage {
  const languages = entries.map(({ field, key }) => {
    const language = field === undefined ? undefined : languageOfLabel(key, 'en');
    return language === undefined ? [] : [language];
  });
  return languageOfMost(languages) ?? 'en';
}

/** How the house writes lists in YAML. */
function listShape({ entries }: MetadataForm): ValueShape {
  const list = entries.findLast(({ shape }) => shape.list === 'flow' || shape.list === 'block')?.shape;
  return list ?? { list: 'flow', indent: '', quote: '' };
}
