import type { EntityActionButton } from '@slack/types';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import type { Language } from '../../words/language.ts';
import { type OpenedObject, openObject } from '../../workflow/object/open-object.ts';
import { ChatError } from '../../workflow/ports/chat/chat-error.ts';
import type { Desk, ObjectGesture } from '../app/gesture.ts';
import { slackErrorOf } from '../app/web-calls.ts';
import { cardActions } from '../card/card-actions.ts';
import { listMoves, type Move } from '../card/card-buttons.ts';
import { decisionRef, detailedObject } from './card-object.ts';

/** How many buttons Slack shows at the end of a Work Object, and how many items in its menu (Slack: Work Objects). */
const mostButtons = 2;
const mostItems = 5;

/** What only the proposer, the deciders, the channel’s creator and administrators may do. */
const managed: ReadonlySet<Move> = new Set(['openVoting', 'moveDeadline', 'voteAgain', 'edit', 'withdraw']);

/** What comes last, and rarely. */
const rare: ReadonlySet<Move> = new Set(['correct']);

/** Somebody opened a decision beside the conversation: it has its details and what this person may do now. */
export async function onObjectOpened({ ports, client }: Desk, gesture: ObjectGesture): Promise<void> {
  const { actor, ref, url, triggerId, language } = gesture;
  // Slack does not tell the reference everywhere, and an address tells us nothing.
  if (ref !== undefined && ref.type !== decisionRef) return;
  try {
    const metadata = ref && (await draw(language, url, openObject(ports, actor, ref.id)));
    const answer = metadata === undefined ? { error: { status: 'not_found' } } : { metadata };
    await client.entity.presentDetails({ trigger_id: triggerId, ...answer });
  } catch (error) {
    ports.log.warn({ error: slackErrorOf(error) ?? error }, 'A decision could not be shown beside a conversation.');
  }
}

async function draw(language: Language, url: string, opening: Promise<OpenedObject>) {
  try {
    const opened = await opening;
    return detailedObject(language, opened.view, url, arrange(language, opened));
  } catch (error) {
    // One answer for what is not there and for what is not theirs to read.
    if (error instanceof RuleBroken || error instanceof ChatError) return undefined;
    throw error;
  }
}

/** What this person may do now, what comes next first. */
function arrange({ card }: Language, { view, mayManage, mayDecide }: OpenedObject) {
  const { decision } = view;
  const isTheirs = (move: Move) => (move === 'recordOutcome' ? mayDecide : mayManage || !managed.has(move));
  const moves = listMoves(decision).filter(isTheirs);
  const [next, last] = [moves.filter((move) => !rare.has(move)), moves.filter((move) => rare.has(move))];
  const button = (move: Move | 'readMore'): EntityActionButton => {
    return { text: card.buttons[move], action_id: cardActions[move], value: decision.id };
  };
  const all = [...next, ...last].map(button);
  const primary = all.slice(0, mostButtons);
  const rest = [button('readMore'), ...all.slice(mostButtons)].slice(0, mostItems);
  return { ...(primary.length > 0 ? { primary_actions: primary } : {}), overflow_actions: rest };
}
