import { adrName, adrNumber } from '@gavel/adr/name/adr-name.ts';
import { readReference } from '@gavel/adr/name/adr-reference.ts';
import type { Bond, BondKind } from '../../decision/decision.ts';
import { limits } from '../../decision/limits.ts';
import type { BondVerb } from '../../decision/refusal.ts';
import { link, say } from '../../words/say.ts';
import { findToBind } from '../../workflow/propose/supersede.ts';
import type { CommandGesture, Desk } from '../app/gesture.ts';
import { language } from '../app/language.ts';
import { sayWhich } from '../find/show.ts';
import { notice } from '../form/notice.ts';
import { openModal } from '../form/open-modal.ts';
import { shorten } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';
import { prepareProposal, type Suggestion } from './propose.ts';
import { proposeTitle } from './propose-view.ts';

interface Verb {
  /** The word of the command. */
  readonly verb: BondVerb;
  /** The options that the form suggests, besides those that people think of. */
  readonly suggest: (bond: Bond) => Pick<Suggestion, 'options' | 'keepingOption'>;
}

const suggestKeeping: Verb['suggest'] = (bond) => ({ keepingOption: `Keep ${nameShortly(bond)} as it is` });

const verbs: Readonly<Record<BondKind, Verb>> = {
  supersedes: { verb: 'supersede', suggest: suggestKeeping },
  amends: { verb: 'amend', suggest: suggestKeeping },
  deprecates: { verb: 'deprecate', suggest: () => ({ options: ['Deprecate it', 'Keep it'] }) },
};

const longestTitle = 60;

function nameShortly({ number, title }: Bond): string {
  return number === undefined ? `“${shorten(title, longestTitle)}”` : adrNumber(number);
}

/** “Supersede “Use Go”?”: a question, as the answer may be to keep it. */
function suggestTitle(verb: string, { title }: Bond): string {
  const [before, after] = [`${verb.slice(0, 1).toUpperCase()}${verb.slice(1)} “`, '”?'];
  return before + shorten(title, limits.title - before.length - after.length) + after;
}

/**
 * `/adr supersede|amend|deprecate N`: opens the propose modal for a proposal that is bound to an ADR; or says why it
 * can't be, with the way to the open proposal that has it already.
 */
export function onBind(kind: BondKind): (desk: Desk, gesture: CommandGesture) => Promise<undefined> {
  const { verb, suggest } = verbs[kind];
  return async (desk, gesture) => {
    const { actor, channelId, triggerId } = gesture;
    const reference = readReference(gesture.words.slice(1).join(' '));
    if (reference === undefined) throw sayWhich(verb);
    await openModal(language, desk, triggerId, proposeTitle, async () => {
      const found = await findToBind(desk.ports, actor, channelId, kind, reference);
      const { bond } = found;
      if (found.kind === 'taken') {
        const { card } = found.by;
        const [before, after] = language.aroundOpenProposal(adrName(bond));
        const name = card ? link(card.link, found.by.title) : found.by.title;
        return notice(language, proposeTitle, paragraph(say`${before}${name}${after}`));
      }
      return prepareProposal(desk, gesture, { title: suggestTitle(verb, bond), bond, ...suggest(bond) });
    });
  };
}
