import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlace, writePlace } from '../../../src/slack/form/page.ts';
import { type PagedList, type PagePlace, readPage } from '../../../src/workflow/find/read-page.ts';

const parts = ['open', 'git', 'ended'] as const;
type Part = (typeof parts)[number];

/** A list with so many lines in each part, three per page. */
function makeList(lengths: readonly number[]): PagedList<string, Part> & { readonly all: string[] } {
  const lines = parts.map((part, index) => Array.from({ length: lengths[index] ?? 0 }, (_, at) => `${part} ${at}`));
  return {
    all: lines.flat(),
    parts,
    size: 3,
    read: async (part, { side, id }, most) => {
      const own = lines[parts.indexOf(part)] ?? [];
      const at = id === undefined ? -1 : own.indexOf(id);
      if (id !== undefined && at < 0) return [];
      if (side === 'after') return own.slice(at + 1, at + 1 + most);
      const end = id === undefined ? own.length : at;
      return own.slice(Math.max(0, end - most), end);
    },
    idOf: (line) => line,
  };
}

const lengths = fc.array(fc.nat(8), { minLength: 3, maxLength: 3 });

describe('readPage', () => {
  it('goes through all lines, each once, and back through the same pages', () =>
    fc.assert(
      fc.asyncProperty(lengths, async (counts) => {
        const list = makeList(counts);
        const pages = [await readPage(list)];
        for (let next = pages[0]?.next; next; next = pages.at(-1)?.next) pages.push(await readPage(list, next));
        expect(pages.flatMap(({ lines }) => lines)).toEqual(list.all);
        expect(pages.map(({ page }) => page)).toEqual(pages.map((_, index) => index));
        for (let index = pages.length - 1; index > 0; index -= 1) {
          const back = await readPage(list, pages[index]?.back);
          expect(back).toMatchObject({ lines: pages[index - 1]?.lines, page: index - 1 });
        }
      }),
    ));

  it('shows the first page when nothing is left at the place', async () => {
    const list = makeList([2, 2, 0]);
    const gone: PagePlace<Part> = { side: 'after', part: 'ended', id: 'gone', page: 7 };
    for (const place of [gone, { ...gone, side: 'before', part: 'open' } as const])
      expect(await readPage(list, place)).toMatchObject({ lines: list.all.slice(0, 3), page: 0, back: undefined });
  });
});

describe('the position of a page in a button', () => {
  it('is read as it was written, and nothing else is', () => {
    const uuid = fc.uuid();
    const place = fc.oneof(
      fc.record({ part: fc.constantFrom('open' as const, 'ended' as const), id: uuid }),
      fc.record({ part: fc.constant('git' as const), id: fc.nat().map(String) }),
    );
    const whole = fc
      .tuple(place, fc.constantFrom('after' as const, 'before' as const), fc.nat(999_999))
      .map(([of, side, page]): PagePlace<Part> => ({ ...of, side, page }));
    fc.assert(
      fc.property(whole, (one) => {
        expect(readPlace(writePlace(one), parts, 'git')).toEqual(one);
      }),
    );
    const id = '00000000-0000-4000-8000-000000000000';
    for (const value of ['', '1', 'after', `after nowhere ${id} 1`, `after git ${id} 1`, 'after open 7 1'])
      expect(readPlace(value, parts, 'git')).toBeUndefined();
    for (const value of [`after open ${id} -1`, `after open ${id} 1 1`, `aside open ${id} 1`, `after git 1e9 1`])
      expect(readPlace(value, parts, 'git')).toBeUndefined();
    fc.assert(fc.property(fc.string(), (value) => readPlace(value, parts, 'git') === undefined));
  });
});
