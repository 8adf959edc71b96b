import { adrName } from '@gavel/adr/name/adr-name.ts';
import { changesBoundAdr } from '../../decision/bond.ts';
import type { Bond, BondKind, Decision } from '../../decision/decision.ts';
import type { Option } from '../../decision/option.ts';
import { link, say, type Words } from '../../words/say.ts';
import type { BoundAdrObstacle, CardView } from '../../workflow/ports/chat.ts';
import { shorten } from '../text/blocks.ts';

/** What an ADR of the archive is called: its number as the file names have it, and its title. */
function nameAdr({ number, title }: Bond): string {
  return number === undefined ? `the ADR “${title}”` : `ADR ${String(number).padStart(4, '0')} “${title}”`;
}

const withAnyOption = ' That is so with each of the options: to leave it as it is, reject or withdraw the proposal.';
const unlessKept = ', unless the option to keep it is chosen.';

const sentences: Readonly<Record<BondKind, (name: string, offersToKeep: boolean) => string>> = {
  supersedes: (name, offersToKeep) =>
    offersToKeep
      ? `${capitalize(name)} becomes superseded${unlessKept}`
      : `If it is accepted, ${name} becomes superseded.${withAnyOption}`,
  amends: (name, offersToKeep) =>
    offersToKeep ? `This amends ${name}${unlessKept}` : `If it is accepted, it amends ${name}.${withAnyOption}`,
  deprecates: (name) => `If the first option is chosen, ${name} becomes deprecated.`,
};

function capitalize(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/**
 * What accepting a proposal does to the ADR that it is bound to, as plain text. `offersToKeep`: one of its options is to
 * leave the ADR as it is.
 */
export function describeBond(bond: Bond, offersToKeep: boolean): string {
  return sentences[bond.kind](nameAdr(bond), offersToKeep);
}

const verbs: Readonly<Record<BondKind, string>> = {
  supersedes: 'Supersedes',
  amends: 'Amends',
  deprecates: 'Deprecates',
};

const longestName = 100;

/** What a card says of the ADR that its decision is bound to; undefined if there is none. */
export function wordBond(view: CardView): Words | undefined {
  const { decision, publication, boundAdrUrl, boundAdrObstacle } = view;
  const { bond, status } = decision;
  if (bond === undefined) return undefined;
  const name = shorten(adrName(bond), longestName);
  const adr = boundAdrUrl ? link(boundAdrUrl, name) : say`${name}`;
  const does = say`${verbs[bond.kind]} ${adr}`;
  if (status === 'proposed')
    return boundAdrObstacle
      ? say`${wordObstacle(adr, boundAdrObstacle)}. Accepting this won’t change it.`
      : say`${does} ${wordCondition(decision, bond)}`;
  if (boundAdrObstacle?.kind === 'gone') return wordObstacle(adr, boundAdrObstacle);
  if (!changesBoundAdr(decision)) return say`${adr} stays as it is`;
  if (boundAdrObstacle) return say`${wordObstacle(adr, boundAdrObstacle)}, and stays so`;
  return publication?.pushedAt ? does : say`${does} once the record is in the repository`;
}

/** Under which outcome an open proposal changes the ADR. */
function wordCondition({ options }: Decision, { kind, keepingOptionId }: Bond): string {
  const quote = (option: Option | undefined) => `“${shorten(option?.title ?? '', longestName)}”`;
  if (kind === 'deprecates') return `if ${quote(options[0])} is chosen`;
  const keeping = options.find(({ id }) => id === keepingOptionId);
  return keeping ? `when accepted, unless ${quote(keeping)} is chosen` : 'when accepted';
}

/** What came before: “ADR 0003 Use Go is superseded already, by ADR 0010 Use Rust”. */
function wordObstacle(adr: Words, { kind, by }: BoundAdrObstacle): Words {
  if (kind === 'gone') return say`${adr} is not in the repository any more`;
  const name = by && shorten(by.name, longestName);
  const successor = name === undefined ? '' : say`, by ${by?.url ? link(by.url, name) : name}`;
  return say`${adr} is ${kind} already${successor}`;
}

/** What becomes of the ADR that a decision is bound to if one of its options is chosen, where that sets it apart. */
export function hintAtBond({ bond, options }: Decision, optionId: string): string | undefined {
  if (bond === undefined) return undefined;
  const name = adrName(bond);
  if (bond.keepingOptionId === optionId) return `If this is chosen, ${shorten(name, longestName)} stays as it is.`;
  const deprecates = bond.kind === 'deprecates' && options[0]?.id === optionId;
  return deprecates ? `If this is chosen, ${shorten(name, longestName)} becomes deprecated.` : undefined;
}
