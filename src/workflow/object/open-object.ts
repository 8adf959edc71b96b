import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { findForManager, findForReader, mayOverrideNow } from '../access/access.ts';
import { viewCard } from '../card/show-card.ts';
import type { Actor } from '../ports/actor.ts';
import type { CardView } from '../ports/chat/chat.ts';
import type { Ports } from '../ports/ports.ts';

/** A decision that somebody has opened, with what this person may do beyond what everybody may. */
export interface OpenedObject {
  readonly view: CardView;
  /** Whether they may open voting, move its end, edit and withdraw. */
  readonly mayManage: boolean;
  /** Whether they may record the outcome. */
  readonly mayDecide: boolean;
}

/** A decision for somebody who opens it. Throws RuleBroken if it is not theirs to read or not there, and ChatError. */
export async function openObject(ports: Ports, actor: Actor, decisionId: string): Promise<OpenedObject> {
  const decision = await findForReader(ports, decisionId, actor);
  const mayManage = await findForManager(ports, decisionId, actor, 'edit').then(
    () => true,
    (error) => {
      if (error instanceof RuleBroken) return false;
      throw error;
    },
  );
  return {
    view: await viewCard(ports, decision),
    mayManage,
    mayDecide: mayManage || (await mayOverrideNow(ports, decision, actor)),
  };
}
