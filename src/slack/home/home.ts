import { atHome } from '../../workflow/access/access.ts';
import { listParts } from '../../workflow/find/listed.ts';
import { retryReading } from '../../workflow/follow/import.ts';
import { openHome } from '../../workflow/home/show-home.ts';
import { comeBack, goAway } from '../../workflow/nudge/away.ts';
import type { ActionGesture, Desk } from '../app/gesture.ts';
import { onSetUpDigest } from '../digest/set-up.ts';
import { openSearch } from '../find/search.ts';
import { readPlace } from '../form/page.ts';
import { openProposal } from '../propose/propose.ts';
import { onTokensAtHome } from '../tools/token.ts';
import { homeActions, isBack } from './home-actions.ts';

/** “Propose a decision” at Home: the channel is chosen in the form. */
async function onProposeAtHome(desk: Desk, { actor, triggerId, language }: ActionGesture): Promise<void> {
  await openProposal(desk, { actor, channelId: atHome, triggerId, language });
}

/** Somebody typed into the search field at Home, and pressed Enter. */
async function onSearchAtHome(desk: Desk, gesture: ActionGesture): Promise<void> {
  const { actor, triggerId, language, value } = gesture;
  await openSearch(desk, { actor, triggerId, language, channelId: atHome }, value);
}

/** Another page of the register. */
async function onTurnRegister({ ports }: Desk, { actor, value }: ActionGesture): Promise<void> {
  await openHome(ports, actor, readPlace(value, listParts, 'git'));
}

/** Somebody says at Home that they are away until a day, or back. */
async function onAwayAtHome({ ports }: Desk, { actor, value }: ActionGesture): Promise<void> {
  if (value === isBack) await comeBack(ports, actor);
  else await goAway(ports, actor, [value]);
  await openHome(ports, actor);
}

/** A button that is a link: Slack opens it, and only tells us. */
async function onLink(): Promise<void> {}

/** “Try again” beside what a repository lacks. */
async function onTryAgain({ ports }: Desk, { actor, value }: ActionGesture): Promise<void> {
  const gaps = await retryReading(ports, actor, value);
  await openHome(ports, actor, undefined, async () => gaps);
}

/** What can be pressed or typed at Home, by its action id. */
export const homeListeners: Readonly<Record<string, (desk: Desk, gesture: ActionGesture) => Promise<void>>> = {
  [homeActions.propose]: onProposeAtHome,
  [homeActions.search]: onSearchAtHome,
  [homeActions.turn]: onTurnRegister,
  [homeActions.turnBack]: onTurnRegister,
  [homeActions.away]: onAwayAtHome,
  [homeActions.open]: onLink,
  [homeActions.tokens]: onTokensAtHome,
  [homeActions.tryAgain]: onTryAgain,
  [homeActions.setUpDigest]: onSetUpDigest,
};
