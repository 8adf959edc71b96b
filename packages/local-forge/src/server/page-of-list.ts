/** One page of a list, and where it is. */
export interface ListPage<T> {
  readonly items: readonly T[];
  readonly number: number;
  readonly size: number;
  readonly last: number;
  readonly total: number;
}

/** The page of a list that a query asks for. `sizeName`: what the forge calls the size of a page. */
export function pageOf<T>(
  items: readonly T[],
  query: URLSearchParams,
  sizes: { readonly sizeName: string; readonly usual: number; readonly most: number },
): ListPage<T> {
  const wanted = Number(query.get(sizes.sizeName) ?? sizes.usual) || sizes.usual;
  const size = Math.min(sizes.most, Math.max(1, wanted));
  const number = Math.max(1, Number(query.get('page') ?? 1) || 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  return { items: items.slice((number - 1) * size, number * size), number, size, last, total: items.length };
}

/** The header that names the other pages. */
export function linksOf(page: ListPage<unknown>, address: string, query: URLSearchParams): string {
  const { number, last } = page;
  const link = (to: number, rel: string): string => {
    const other = new URLSearchParams(query);
    other.set('page', String(to));
    return `<${address}?${other}>; rel="${rel}"`;
  };
  return [
    ...(number > 1 ? [link(number - 1, 'prev')] : []),
    ...(number < last ? [link(number + 1, 'next')] : []),
    link(1, 'first'),
    link(last, 'last'),
  ].join(', ');
}
