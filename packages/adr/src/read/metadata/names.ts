import { type AdrLanguage, adrLanguages } from '../../language/adr-language.ts';
import { variantsOf } from '../../language/adr-words.ts';
import { foldWord } from '../../language/word-table.ts';
import { adrWords } from '../../language/words.ts';
import { splitLabel } from '../points/label.ts';
import type { Source } from '../source/source.ts';
import { readDate } from './date.ts';
import type { MetadataEntry } from './entry/entry.ts';
import { languageOfLabel, splitNames } from './metadata-field.ts';
import { meaningOfStatus } from './status.ts';

/** The names in an entry, as they are written, without what is said beside them. */
export function namesIn(source: Source, { key, names, value }: MetadataEntry): readonly string[] {
  const language = languageOfLabel(key, source.language);
  const found =
    names?.map((name) => withoutBrackets(name).replace(leftOut, '')) ??
    namesInText(withoutBrackets(withoutComments(value.value)), language);
  return found.flatMap(handlesIn).flatMap((name) => {
    const only = nameAlone(name);
    return only === '' ? [] : [only];
  });
}

/** The longest name, in UTF-16 units. In a longer text, people are named at the beginning. */
const longestName = 80;
const sentence = /[\p{L}\p{N})]{3}[.。] {0,2}\p{Lu}\p{Ll}{0,20} \p{Ll}/u;
/** “The shop — and here is why” */
const explained = /^[^—–,;\n]{1,60} [—–] (?=\p{Ll})/u;
const beginning = /^(?:\*\*[^*]{1,80}\*\*|[^(（.;；—–\n]{1,80})/;

function namesInText(written: string, language: AdrLanguage | undefined): readonly string[] {
  const names = splitNames(written, language).flatMap(handlesIn);
  const isText = sentence.test(written) || (written.length > longestName && explained.test(written));
  if (names.every((name) => name.length <= longestName) && !isText) return names;
  return splitNames(beginning.exec(written)?.[0] ?? written, language);
}

function withoutComments(written: string): string {
  return written.includes('<!--') ? written.replaceAll(/<!--[^>]{0,500}-->/g, '') : written;
}

/** “…” where a template leaves room for more. */
const leftOut = /^(?:\.{3}|…)$/;

const inBrackets = /^\[(?<names>[^\][()]{1,300})\]$/;
const properName = /^(?:\p{Lu}[\p{L}\p{N}.'’-]*|@[\w-]+|\d+)(?: (?:\p{Lu}[\p{L}\p{N}.'’-]*|\d+|\p{Ll}{1,3})){0,4}$/u;

/** Names that stand in brackets, as in “[Anna Maria, Jean Luc]”. What else is in them is the placeholder of a template. */
function withoutBrackets(written: string): string {
  const names = inBrackets.exec(written.trim())?.groups?.names;
  if (names === undefined) return written;
  const isProper = / /.test(names) && names.split(/,\s*/).every((name) => properName.test(name.trim()));
  return isProper ? names : '';
}

const handle = /^(?:@[\w./-]{1,60}|[\w.-]{1,60}@|\[[^\][\s]{1,60}\]\([^()\s]{1,300}\))$/;

/** Several handles, or links without blanks, with nothing between them: “@ana @bo”, “ana@ bo@”. */
function handlesIn(name: string): string[] {
  const parts = name.trim().split(/\s+/);
  return parts.length > 1 && parts.every((part) => handle.test(part)) ? parts : [name];
}

/** What is said of a name behind it: from so many words on, it is more than a role. */
const aside = /\((?<aside>[^()]{1,200})\)\.?$/;
const mostOfRole = 4;

/** “(see [the notes](notes.md))” */
const remark = /^\((?:[^()]|\([^()]{0,300}\)){0,300}\)$/;

/** “**Security**: Anna Maria (Jun 12, 2024)” names Anna Maria. */
function nameAlone(written: string): string {
  const text = written.trim().replace(/^[-–—•]+\s?(?=\p{L})/u, '');
  const label = /^(?:\*\*|__)/.test(text) ? splitLabel(text) : undefined;
  const name = label !== undefined && label.rest.trim() !== '' ? label.rest : text;
  const said = aside.exec(name)?.groups?.aside ?? '';
  const isAside = /\d{4}|;/.test(said) || (/^[\p{Ll} ]+$/u.test(said) && said.split(' ').length >= mostOfRole);
  const only = (isAside ? name.replace(aside, '') : name).trim().replace(/[,，]$/, '');
  const isNobody = readDate(only) !== undefined || remark.test(only) || isPending(only) || isToldOfIt(only);
  return isNobody ? '' : only;
}

const others = adrLanguages.flatMap((language) => {
  const { consulted, informed } = adrWords[language].labels;
  return [consulted, informed].flatMap(variantsOf).map(foldWord);
});
/** The beginnings of “informed” and “consulted”, which have an ending for each gender in many languages. */
const stems = new Set(others.flatMap((word) => (/^\p{L}{8,20}$/u.test(word) ? word.slice(0, -2) : [])));
const longestEnding = 4;

/** “Security informed” names those who did not decide. */
function isToldOfIt(text: string): boolean {
  const last = /\s\(?(?<last>\p{L}{6,24})\)?\.?$/u.exec(text)?.groups?.last;
  if (last === undefined) return false;
  const word = foldWord(last);
  return Array.from({ length: longestEnding + 1 }, (_, cut) => word.slice(0, word.length - cut)).some((stem) =>
    stems.has(stem),
  );
}

/** “Pending the lead's review” names nobody yet. */
function isPending(text: string): boolean {
  const words = text.split(' ');
  const isOpen = (word = '') => ['proposed', 'draft'].includes(meaningOfStatus(word) ?? '');
  return words.length > 1 && isOpen(words[0]) && isOpen(words.at(-1));
}

const address =
  /(?<=\S)\s{1,3}(?:<[^\s<>]{1,300}@[^\s<>]{1,300}>|\((?:@[\w/-]{1,60}|[^\s()]{1,300}@[^\s()]{1,300})\)|[-–—] [^\s@]{1,300}@[^\s@]{1,300})$/;

/** A name without the address or handle behind it: “Anna Maria <anna@tea.example>”, “Anna Maria (@anna)”. */
export function withoutAddress(name: string): string {
  return name.replace(address, '');
}
