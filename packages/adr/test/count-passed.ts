const passing = [
  ...([
    'concat',
    'every',
    'filter',
    'find',
    'findIndex',
    'findLast',
    'flatMap',
    'forEach',
    'includes',
    'indexOf',
  ] as const),
  ...(['join', 'map', 'reduce', 'some', 'toReversed', 'toSorted', 'toSpliced', 'values'] as const),
  Symbol.iterator,
] as const;

/** How many items the methods of arrays pass, and `for` and `…` with them, while something runs. */
export function countPassed(run: () => unknown): number {
  let passed = 0;
  const originals = passing.map((name) => [name, Object.getOwnPropertyDescriptor(Array.prototype, name)] as const);
  for (const [name, descriptor] of originals) {
    const method = descriptor?.value;
    Object.defineProperty(Array.prototype, name, {
      ...descriptor,
      value: function (this: unknown[], ...args: unknown[]) {
        passed += this.length;
        return Reflect.apply(method, this, args);
      },
    });
  }
  try {
    run();
  } finally {
    for (const [name, descriptor] of originals)
      if (descriptor) Object.defineProperty(Array.prototype, name, descriptor);
  }
  return passed;
}
