import { readAdr } from '@gavel/adr/read/read-adr.ts';
import { expect, it } from 'vitest';

it('reads reasons whose topic stands in bold in front of “because”', () => {
  const adr = readAdr(`# Where to keep images

## Considered Options

* Disk
* Bucket

## Pros and Cons of the Options

### Disk

* Good **speed**, because nothing crosses the network.
* Bad **backups**, because each machine needs its own.

### Bucket

* Good __durability__ because there are three copies.
`);
  expect(adr.options.map(({ points }) => points.map(({ kind, text }) => [kind, text]))).toEqual([
    [
      ['pro', '**speed**, because nothing crosses the network.'],
      ['con', '**backups**, because each machine needs its own.'],
    ],
    [['pro', '__durability__ because there are three copies.']],
  ]);
});
