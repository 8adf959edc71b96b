/** How somebody names an ADR: by its number, or by the name of its file. */
export type AdrReference = { readonly number: number } | { readonly fileName: string };

const numbered = /^(?:adr[-_ ]?)?#?(\d{1,9})$/i;

/** Reads `7`, `0007`, `ADR-7`, `adr 7`, or the name of a file, with or without `.md`; undefined for nothing. */
export function readReference(text: string): AdrReference | undefined {
  const name = text.trim();
  const digits = numbered.exec(name)?.[1];
  if (digits !== undefined) return { number: Number(digits) };
  return name === '' ? undefined : { fileName: name };
}

/** Whether a file is called so, in whatever case. */
export function isCalled(fileName: string, name: string): boolean {
  const [file, wanted] = [fileName, name].map((one) => one.toLowerCase().replace(/\.(?:md|markdown)$/, ''));
  return file === wanted;
}
