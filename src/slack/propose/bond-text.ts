import { adrName } from '@gavel/adr/name/adr-name.ts';
import type { Bond, Decision } from '../../decision/decision.ts';
import { changesBoundAdr } from '../../decision/proposal/bond.ts';
import type { Option } from '../../decision/proposal/option.ts';
import type { Language } from '../../words/language.ts';
import type { Words } from '../../words/say.ts';
import type { BoundAdrObstacle, CardView } from '../../workflow/ports/chat/chat.ts';
import { nameLinked } from '../text/adr-link.ts';
import { shorten } from '../text/blocks.ts';

const longestName = 100;

/** What a card says about the ADR that its decision is bound to; undefined if there is none. */
export function wordBond({ bonds }: Language, view: CardView): Words | undefined {
  const { decision, publication, boundAdrUrl, boundAdrObstacle } = view;
  const { bond, status } = decision;
  if (bond === undefined) return undefined;
  const adr = nameLinked({ name: adrName(bond), url: boundAdrUrl });
  const before = boundAdrObstacle && { ...boundAdrObstacle, by: linkOf(boundAdrObstacle) };
  if (status === 'proposed') {
    return before ? bonds.proposedInVain(adr, before) : bonds.proposed(bond.kind, adr, conditionOf(decision, bond));
  }
  if (before?.kind === 'gone') return bonds.gone(adr);
  if (!changesBoundAdr(decision)) return bonds.kept(adr);
  if (before) return bonds.overtaken(adr, before);
  return publication?.pushedAt ? bonds.done(bond.kind, adr) : bonds.pending(bond.kind, adr);
}

function linkOf({ by }: BoundAdrObstacle): Words | undefined {
  return by && nameLinked(by);
}

/** Which option has to be chosen, or must not be, for an acceptance to change the ADR. */
function conditionOf({ options }: Decision, { kind, keepingOptionId }: Bond) {
  const titleOf = (option: Option | undefined) => shorten(option?.title ?? '', longestName);
  if (kind === 'deprecates') return { chosen: titleOf(options[0]) };
  const keeping = options.find(({ id }) => id === keepingOptionId);
  return keeping && { notChosen: titleOf(keeping) };
}

/**
 * What happens to the ADR that a decision is bound to if one of its options is chosen, when that depends on the option.
 */
export function hintAtBond({ bonds }: Language, { bond, options }: Decision, optionId: string): string | undefined {
  if (bond === undefined) return undefined;
  const name = shorten(adrName(bond), longestName);
  if (bond.keepingOptionId === optionId) return bonds.keptIfChosen(name);
  const deprecates = bond.kind === 'deprecates' && options[0]?.id === optionId;
  return deprecates ? bonds.deprecatedIfChosen(name) : undefined;
}
