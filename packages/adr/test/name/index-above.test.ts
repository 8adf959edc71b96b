import { isIndexName } from '@gavel/adr/name/file-kind.ts';
import { indexPathsAbove } from '@gavel/adr/name/index-above.ts';
import { expect, it } from 'vitest';

it('names what may be an index in each folder up to the root, and nothing beyond', () => {
  expect(indexPathsAbove('')).toEqual([]);
  const paths = indexPathsAbove('docs/adr');
  expect(paths).toEqual(expect.arrayContaining(['../README.md', '../index.md', '../adr.md', '../../Readme.md']));
  expect(paths).toEqual(expect.arrayContaining(['../../docs.md', '../../SUMMARY.markdown']));
  expect(paths.filter((path) => !/^(?:\.\.\/){1,2}[^/]+$/.test(path))).toEqual([]);
  expect(paths.filter((path) => !isIndexName(path))).toEqual(['../adr.md', '../../docs.md']);
  expect(['README.de.md', 'README.zh-Hant.md', 'index-fr.md', 'use-de.md'].filter(isIndexName)).toHaveLength(2);
  expect(new Set(paths).size).toBe(paths.length);
});
