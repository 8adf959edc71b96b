import { adrName } from '../adr/adr-name.ts';
import { readReference } from '../adr/adr-reference.ts';
import type { BondKind } from '../decision/bond.ts';
import { limits } from '../decision/limits.ts';
import { findToBind, wordTaken } from '../workflow/bind.ts';
import { escapeMrkdwn, link, shorten } from './blocks.ts';
import type { CommandGesture, Desk } from './gesture.ts';
import { notice } from './modals/notice.ts';
import { proposeTitle } from './modals/propose.ts';
import { openModal } from './open-modal.ts';
import { prepareProposal, type Suggestion } from './propose.ts';
import { sayWhich } from './show.ts';

/** The word of the command, and what the form suggests besides a title. */
const words: Readonly<Record<BondKind, { readonly verb: string; readonly options?: readonly string[] }>> = {
  supersedes: { verb: 'supersede' },
  amends: { verb: 'amend' },
  deprecates: { verb: 'deprecate', options: ['Deprecate it', 'Keep it'] },
};

/**
 * `/adr supersede|amend|deprecate N`: opens the propose modal for a proposal that is bound to an ADR; or says why it
 * can't be, with the way to the open proposal that has it already.
 */
export function onBind(kind: BondKind): (desk: Desk, gesture: CommandGesture) => Promise<undefined> {
  const { verb, options } = words[kind];
  return async (desk, gesture) => {
    const { actor, channelId, triggerId } = gesture;
    const reference = readReference(gesture.words.slice(1).join(' '));
    if (reference === undefined) throw sayWhich(verb);
    await openModal(desk, triggerId, proposeTitle, async () => {
      const { teamId } = actor;
      const found = await findToBind(desk.ports, { teamId, channelId }, kind, reference);
      const { title } = found.bond;
      if (found.kind === 'taken') {
        const { card } = found.by;
        const name = card ? link(card.link, found.by.title) : escapeMrkdwn(found.by.title);
        return notice(proposeTitle, wordTaken(escapeMrkdwn(adrName(found.bond)), name));
      }
      const suggestion: Suggestion = {
        title: shorten(`${verb.slice(0, 1).toUpperCase()}${verb.slice(1)} “${title}”`, limits.title),
        bond: found.bond,
        ...(options ? { options } : {}),
      };
      return prepareProposal(desk, gesture, suggestion);
    });
  };
}
