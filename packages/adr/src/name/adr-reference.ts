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

/** Whether a file has this name, with or without its extension. Case doesn't matter. */
export function isCalled(fileName: string, name: string): boolean {
  const [file, wanted] = [fileName, name].map((one) => one.toLowerCase().replace(/\.(?:md|markdown)$/, ''));
  return file === wanted;
}
