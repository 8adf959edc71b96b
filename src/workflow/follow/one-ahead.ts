/** The same items, each of which is begun while the one before it is in use. Ends when nothing is under way any more. */
export async function* oneAhead<Item>(items: AsyncGenerator<Item>): AsyncGenerator<Item> {
  const begin = () => {
    const next = items.next();
    // It may fail before its turn comes, and is thrown then.
    next.catch(() => undefined);
    return next;
  };
  try {
    for (let next = begin(); ; ) {
      const { value, done } = await next;
      if (done === true) return;
      next = begin();
      yield value;
    }
  } finally {
    await items.return(undefined);
  }
}
