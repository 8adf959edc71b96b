import { adrName } from '@gavel/adr/name/adr-name.ts';
import { readReference } from '@gavel/adr/name/adr-reference.ts';
import type { Bond, BondKind } from '../../decision/decision.ts';
import type { BondVerb } from '../../decision/failure/refusal.ts';
import { limits } from '../../decision/limits.ts';
import type { Language } from '../../words/language.ts';
import { languages } from '../../words/languages.ts';
import { link, say } from '../../words/say.ts';
import { languageOfChannel } from '../../workflow/message/language.ts';
import { findToBind } from '../../workflow/propose/supersede.ts';
import type { CommandGesture, Desk } from '../app/gesture.ts';
import { sayWhich } from '../find/show.ts';
import { notice } from '../form/notice.ts';
import { openModal } from '../form/open-modal.ts';
import { shorten } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';
import { prepareProposal, type Suggestion } from './propose.ts';

/** The command's word for each kind of bond. */
const verbs: Readonly<Record<BondKind, BondVerb>> = {
  supersedes: 'supersede',
  amends: 'amend',
  deprecates: 'deprecate',
};

const longestTitle = 60;

/** What such a proposal's form starts with: a question, since the answer may be to keep the ADR as it is. */
function suggest({ bonds }: Language, bond: Bond): Suggestion {
  const { kind, number, title } = bond;
  const room = limits.title - bonds.ask(kind, { number, title: '' }).length;
  return {
    title: bonds.ask(kind, { number, title: shorten(title, room) }),
    bond,
    ...(kind === 'deprecates'
      ? { options: bonds.deprecate }
      : { keepingOption: bonds.keep({ number, title: shorten(title, longestTitle) }) }),
  };
}

/**
 * `/adr supersede|amend|deprecate N`: opens the propose modal for a proposal bound to an ADR, or says why there can't
 * be one, with a link to the open proposal that already has it.
 */
export function onBind(kind: BondKind): (desk: Desk, gesture: CommandGesture) => Promise<undefined> {
  return async (desk, gesture) => {
    const { actor, channelId, triggerId, language } = gesture;
    const reference = readReference(gesture.words.slice(1).join(' '));
    if (reference === undefined) throw sayWhich(verbs[kind]);
    await openModal(language, desk, triggerId, language.proposeForm.title, async () => {
      const found = await findToBind(desk.ports, actor, channelId, kind, reference);
      const { bond } = found;
      if (found.kind === 'taken') {
        const { card } = found.by;
        const [before, after] = language.aroundOpenProposal(adrName(bond));
        const name = card ? link(card.link, found.by.title) : found.by.title;
        return notice(language, language.proposeForm.title, paragraph(say`${before}${name}${after}`));
      }
      // Everybody may read what is suggested.
      const spoken = languages[await languageOfChannel(desk.ports, channelId)];
      return prepareProposal(language, desk, gesture, suggest(spoken, bond));
    });
  };
}
