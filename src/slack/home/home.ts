import { atHome } from '../../workflow/access/access.ts';
import { listParts } from '../../workflow/find/listed.ts';
import { openHome } from '../../workflow/home/show-home.ts';
import { comeBack, goAway } from '../../workflow/nudge/away.ts';
import type { ActionGesture, Desk } from '../app/gesture.ts';
import { openSearch } from '../find/search.ts';
import { readPlace } from '../form/page.ts';
import { openProposal } from '../propose/propose.ts';
import { isBack } from './home-actions.ts';

/** “Propose a decision” at Home: the channel is chosen in the form. */
export async function onProposeAtHome(desk: Desk, { actor, triggerId, language }: ActionGesture): Promise<void> {
  await openProposal(desk, { actor, channelId: atHome, triggerId, language });
}

/** Somebody typed into the search field at Home, and pressed Enter. */
export async function onSearchAtHome(desk: Desk, gesture: ActionGesture): Promise<void> {
  const { actor, triggerId, language, value } = gesture;
  await openSearch(desk, { actor, triggerId, language, channelId: atHome }, value);
}

/** Another page of the register. */
export async function onTurnRegister({ ports }: Desk, { actor, value }: ActionGesture): Promise<void> {
  await openHome(ports, actor, readPlace(value, listParts, 'git'));
}

/** Somebody says at Home that they are away until a day, or back. */
export async function onAwayAtHome({ ports }: Desk, { actor, value }: ActionGesture): Promise<void> {
  if (value === isBack) await comeBack(ports, actor);
  else await goAway(ports, actor, [value]);
  await openHome(ports, actor);
}

/** A button that is a link: Slack opens it, and only tells us. */
export async function onLink(): Promise<void> {}
