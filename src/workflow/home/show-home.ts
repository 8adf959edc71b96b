import type { ListPlace } from '../find/listed.ts';
import { languageOfPerson } from '../message/language.ts';
import type { Actor } from '../ports/actor.ts';
import type { Ports } from '../ports/ports.ts';
import { findHome } from './home.ts';
import { planHomes } from './plan-homes.ts';
import type { FindGaps } from './setup.ts';

/**
 * Shows somebody their Home, at a page of the register or at its beginning. It is published whatever it showed before,
 * since Slack may have lost that. For those who set Gavel up, what the repositories lack follows, since asking them all
 * takes a while, unless `findGaps` knows it. Throws ChatError.
 */
export async function openHome(
  ports: Ports,
  actor: Actor,
  place?: ListPlace,
  findGaps: FindGaps = async () => [],
): Promise<void> {
  const { homes } = ports.store.read;
  const { teamId, userId } = actor;
  const at = ports.now();
  const language = await languageOfPerson(ports, userId);
  // First, so that whatever changes from now on renews it.
  await homes.noteLook(teamId, userId, place, at);
  const home = await findHome(ports, actor, place, findGaps);
  const shown = await ports.chat.showHome(userId, home, language, undefined);
  if (home.kind === 'closed' || shown === undefined) return homes.forget(teamId, userId);
  await homes.markShown(teamId, userId, shown, at);
  if (home.steps !== undefined) await planHomes(ports, ports.store.read);
}
