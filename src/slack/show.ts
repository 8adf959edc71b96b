import type { ModalView } from '@slack/types';
import { adrNumber } from '../adr/adr-name.ts';
import { readReference } from '../adr/adr-reference.ts';
import { RuleBroken } from '../decision/rule-broken.ts';
import type { CardView } from '../workflow/ports/chat.ts';
import { findToShow, openAdrById, type Shown, viewDecision } from '../workflow/show-adr.ts';
import { plain } from './blocks.ts';
import type { ActionGesture, CommandGesture, Desk } from './gesture.ts';
import { type AdrAbout, adrView, readShowValue, severalView } from './modals/adr.ts';
import { readAbout } from './modals/page.ts';
import { readMoreView } from './modals/read-more.ts';
import { openModal, pushModal } from './open-modal.ts';
import { turnPage } from './turn-page.ts';

/** What to type after `/adr show` and its like, for who has typed nothing. */
export const sayWhich = (word: string) =>
  new RuleBroken(
    `Please say which: \`/adr ${word} 7\`, or the name of a file. \`/adr list\` has those that there are.`,
  );

/** `/adr show N`: the ADR as git has it, page by page. */
export async function onShow(desk: Desk, { actor, channelId, words, triggerId }: CommandGesture): Promise<undefined> {
  const reference = readReference(words.slice(1).join(' '));
  if (reference === undefined) throw sayWhich('show');
  const title = 'number' in reference ? adrNumber(reference.number) : 'ADR';
  await openModal(desk, triggerId, title, async () =>
    toView(await findToShow(desk.ports, actor, channelId, reference), channelId),
  );
}

function toView(shown: Shown, channelId: string): ModalView {
  switch (shown.kind) {
    case 'adr':
      return adrView(shown.opened, channelId, 0);
    case 'several':
      return severalView(shown.adrs, channelId);
    case 'decision':
      return decisionView(shown.view);
  }
}

/** A decision that git does not have, as it is now. */
function decisionView(view: CardView): ModalView {
  const isInGit = view.publication?.pushedAt !== undefined;
  return { ...readMoreView(view), title: plain(isInGit ? 'As it was decided' : 'Not in git yet') };
}

/** “Show” in a list: the ADR, or the decision as it is now, on top of the list. */
export async function onShowListed(desk: Desk, { actor, triggerId, value, view }: ActionGesture): Promise<void> {
  const what = readShowValue(value);
  if (what === undefined || view === undefined) return;
  const { channelId } = readAbout<{ channelId: string }>(view);
  await pushModal(desk, triggerId, 'adrId' in what ? 'ADR' : 'Decision', async () =>
    'adrId' in what
      ? adrView(await openAdrById(desk.ports, what.adrId), channelId, 0)
      : decisionView(await viewDecision(desk.ports, actor, what.decisionId)),
  );
}

/** Another page of an ADR. */
export const onAdrPage = turnPage('ADR', async ({ ports }, _actor, view, page) => {
  const { adrId, channelId } = readAbout<AdrAbout>(view);
  return adrView(await openAdrById(ports, adrId), channelId, page);
});
