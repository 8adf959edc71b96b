import { adrPathOf } from './adr-path.ts';

/** How somebody refers to an ADR: by its number or its file name. */
export type AdrReference = { readonly number: number } | { readonly fileName: string };

const numbered = /^(?:adr[-_ ]?)?#?(\d{1,9})$/i;

/** Reads `7`, `0007`, `ADR-7`, `adr 7`, or a file name with or without `.md`; undefined if there is no text. */
export function readReference(text: string): AdrReference | undefined {
  const name = text.trim();
  const digits = numbered.exec(name)?.[1];
  if (digits !== undefined) return { number: Number(digits) };
  return name === '' ? undefined : { fileName: name };
}

/**
 * Whether an ADR is called by this name: its path, or the end of it, with or without the extension; for one with a folder
 * of its own, that folder. Case doesn't matter.
 */
export function isCalled(path: string, name: string): boolean {
  const wanted = withoutExtension(name);
  return namesOf(path).some((one) => `/${one}`.endsWith(`/${wanted}`));
}

/** Whether a name is the whole path of an ADR, in the same sense. */
export function isPathOf(path: string, name: string): boolean {
  return namesOf(path).includes(withoutExtension(name));
}

function namesOf(path: string): readonly string[] {
  const { area, name } = adrPathOf(path.toLowerCase());
  return [withoutExtension(path), area + name];
}

function withoutExtension(path: string): string {
  return path.toLowerCase().replace(/\.(?:md|markdown)$/, '');
}
