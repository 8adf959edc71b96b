import { adrPathOf, baseName } from './adr-path.ts';

/**
 * Finds the ADR that a page of a site shows, by the end of its path: “/docs/adr/use-go” is `use-go.md`, or
 * `use-go/README.md`. Of several, the one that shares most of the path, if there is only one.
 */
export function adrsByPage(files: readonly string[]): (from: string, page: string) => string | undefined {
  const byName = Map.groupBy(
    files.map((file) => ({ file, parts: partsOf(file) })),
    ({ parts }) => parts.at(-1),
  );
  return (from, page) => {
    const parts = page.toLowerCase().split('/');
    const found = (byName.get(parts.at(-1)) ?? [])
      .filter(({ file }) => file !== from)
      .map((one) => ({ file: one.file, shared: sharedAtEnd(one.parts, parts) }));
    const most = Math.max(0, ...found.map(({ shared }) => shared));
    const [only, ...others] = found.filter(({ shared }) => shared === most);
    return others.length > 0 ? undefined : only?.file;
  };
}

/** The folders and the name of an ADR, in lower case. */
function partsOf(file: string): string[] {
  const { area, name, within, isInNumber } = adrPathOf(file);
  const own = within === undefined || isInNumber ? baseName(file).replace(/\.\w+$/, '') : name;
  return `${area}${own}`.toLowerCase().split('/');
}

function sharedAtEnd(one: readonly string[], other: readonly string[]): number {
  let count = 0;
  while (count < Math.min(one.length, other.length) && one.at(-1 - count) === other.at(-1 - count)) count += 1;
  return count;
}
