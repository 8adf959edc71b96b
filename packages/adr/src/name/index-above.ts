/** What files with an index of a folder below them are called. Few names, since each is looked for. */
const names = [
  ...['readme', 'index', 'toc', 'summary'].flatMap((name) =>
    [name, name.toUpperCase(), name.charAt(0).toUpperCase() + name.slice(1)].flatMap((one) => [
      `${one}.md`,
      `${one}.markdown`,
    ]),
  ),
  ...['_index', 'adrs', 'adr-index', 'adr-list', 'adr-log', 'decisions', 'decision-log', 'overview', 'records'].map(
    (name) => `${name}.md`,
  ),
];

/**
 * The paths from a folder at which an index of it may be above it, up to the root of the repository: `../README.md`,
 * and `../adr.md` for a folder called `adr`. `folder` is its own path from the root, '' for the root itself.
 */
export function indexPathsAbove(folder: string): string[] {
  const parts = folder.split('/').filter(Boolean);
  return parts.toReversed().flatMap((own, index) => {
    const way = '../'.repeat(index + 1);
    return [...new Set([...names, `${own}.md`])].map((name) => way + name);
  });
}
