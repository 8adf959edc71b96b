/**
 * Which folders below an archive's own hold ADRs: all, as their names show; none; or those of a list and what is below
 * them, where `*` stands for any one name.
 */
export type Subfolders = boolean | readonly string[];

/** How many folders a list may have. */
const mostListed = 100;

/** Reads what `.gavel.yml` says about subfolders: true, false (also as YAML's old yes and no), or a list of folders. */
export function readSubfolders(value: unknown): Subfolders | undefined {
  if (typeof value === 'boolean') return value;
  if (value === 'yes' || value === 'no') return value === 'yes';
  const list: readonly unknown[] = typeof value === 'string' ? [value] : Array.isArray(value) ? value : [];
  const folders = list.filter((one) => typeof one === 'string').map((one) => one.replaceAll(/^\.?\/|\/$/g, ''));
  const isUsable = folders.length === list.length && folders.length <= mostListed;
  return isUsable && folders.length > 0 && folders.every((one) => one !== '' && !one.split('/').includes('..'))
    ? folders
    : undefined;
}
