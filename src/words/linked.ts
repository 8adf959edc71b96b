import { findAddresses } from '@gavel/adr/text/addresses.ts';
import { link, piecesOf, type Words } from './say.ts';

/** A text, letter by letter, in which web addresses are links. */
export function linked(text: string): Words {
  const addresses = findAddresses(text).filter(({ url }) => /^https?:/iu.test(url));
  let end = 0;
  const words = addresses.flatMap((address): Words => {
    const before = text.slice(end, address.start);
    end = address.end;
    return [...piecesOf(before), ...link(address.url, text.slice(address.start, address.end))];
  });
  return [...words, ...piecesOf(text.slice(end))];
}
