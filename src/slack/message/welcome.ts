import { openHome } from '../../workflow/home/show-home.ts';
import { welcome } from '../../workflow/message/welcome.ts';
import type { Desk, HomeGesture } from '../app/gesture.ts';

/** Somebody opened their conversation with Gavel, or their Home. */
export async function onHomeOpened({ ports }: Desk, { actor, tab }: HomeGesture): Promise<void> {
  if (tab === 'messages') await welcome(ports, actor);
  else await openHome(ports, actor);
}
