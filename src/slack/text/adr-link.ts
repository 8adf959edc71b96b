import type { NamedAdr } from '../../decision/publication/adr-fate.ts';
import { link, say, type Words } from '../../words/say.ts';
import { shorten } from './blocks.ts';

const longestName = 100;

/** An ADR by its name, which is a link where it can be read somewhere. */
export function nameLinked({ name, url }: NamedAdr): Words {
  const shown = shorten(name, longestName);
  return url ? link(url, shown) : say`${shown}`;
}
