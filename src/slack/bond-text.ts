import { adrName } from '../adr/adr-name.ts';
import { type Bond, type BondKind, changesBoundAdr } from '../decision/bond.ts';
import type { CardView } from '../workflow/ports/chat.ts';
import { escapeMrkdwn, link, shorten } from './blocks.ts';

/** What an ADR of the archive is called: its number as the file names have it, and its title. */
function nameAdr({ number, title }: Bond): string {
  return number === undefined ? `the ADR “${title}”` : `ADR ${String(number).padStart(4, '0')} “${title}”`;
}

const withAnyOption = ' That is so with each of the options: to leave it as it is, reject or withdraw the proposal.';

const sentences: Readonly<Record<BondKind, (name: string) => string>> = {
  supersedes: (name) => `If it is accepted, ${name} becomes superseded.${withAnyOption}`,
  amends: (name) => `If it is accepted, it amends ${name}.${withAnyOption}`,
  deprecates: (name) => `If the first option is chosen, ${name} becomes deprecated.`,
};

/** What accepting a proposal does to the ADR that it is bound to, as plain text. */
export function describeBond(bond: Bond): string {
  return sentences[bond.kind](nameAdr(bond));
}

const verbs: Readonly<Record<BondKind, string>> = {
  supersedes: 'Supersedes',
  amends: 'Amends',
  deprecates: 'Deprecates',
};

const longestName = 100;

/** What a card says of the ADR that its decision is bound to, as mrkdwn; undefined if there is none. */
export function wordBond({ decision, publication, boundAdrUrl }: CardView): string | undefined {
  const { bond, status, options } = decision;
  if (bond === undefined) return undefined;
  const name = shorten(adrName(bond), longestName);
  const adr = boundAdrUrl ? link(boundAdrUrl, name) : escapeMrkdwn(name);
  const does = `${verbs[bond.kind]} ${adr}`;
  if (status === 'proposed')
    return bond.kind === 'deprecates'
      ? `${does} if “${escapeMrkdwn(shorten(options[0]?.title ?? '', longestName))}” is chosen`
      : `${does} when accepted`;
  if (!changesBoundAdr(decision)) return `${adr} stays as it is`;
  return publication?.pushedAt ? does : `${does} once the record is in the repository`;
}
