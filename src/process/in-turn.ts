/** Runs pieces of work one after the other, in the order of the calls; a failure does not stop the next one. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Starts a queue of its own. */
export function takeTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
}
