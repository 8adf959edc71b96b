import { adrNumber } from '@gavel/adr/name/adr-name.ts';
import { readReference } from '@gavel/adr/name/adr-reference.ts';
import type { ModalView } from '@slack/types';
import type { BondVerb } from '../../decision/failure/refusal.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import type { Language } from '../../words/language.ts';
import { emoji, say } from '../../words/say.ts';
import { findToShow, type Shown, showAdr, showDecision } from '../../workflow/find/show.ts';
import type { ActionGesture, CommandGesture, Desk } from '../app/gesture.ts';
import { readMoreView } from '../deliberate/read-more-view.ts';
import { notice } from '../form/notice.ts';
import { openModal, pushModal } from '../form/open-modal.ts';
import { readAbout } from '../form/page.ts';
import { turnPage } from '../form/turn-page.ts';
import { nameFile } from '../text/repository-text.ts';
import { paragraph } from '../text/words.ts';
import { type AdrAbout, adrView, goneView, readShowValue, severalView } from './adr-view.ts';

/** For people who typed nothing after `/adr show` and similar commands. */
export const sayWhich = (command: 'show' | BondVerb) => new RuleBroken({ code: 'ADR unnamed', command });

/** `/adr show N`: the ADR as git has it, page by page. */
export async function onShow(
  desk: Desk,
  { actor, channelId, words, triggerId, language }: CommandGesture,
): Promise<undefined> {
  const reference = readReference(words.slice(1).join(' '));
  if (reference === undefined) throw sayWhich('show');
  const title = 'number' in reference ? adrNumber(reference.number) : language.adrPage.adr;
  await openModal(language, desk, triggerId, title, async () =>
    toView(language, await findToShow(desk.ports, actor, channelId, reference)),
  );
}

function toView(language: Language, shown: Shown, page = 0): ModalView {
  switch (shown.kind) {
    case 'adr':
      return adrView(language, shown.opened, page);
    case 'gone':
      return goneView(language, shown);
    case 'several':
      return severalView(language, shown.adrs);
    case 'decision':
      return decisionView(language, shown);
  }
}

/** A decision that is not, or is no longer, in git, as it is now. */
function decisionView(language: Language, { view, isGone }: Extract<Shown, { kind: 'decision' }>): ModalView {
  const { adrPage } = language;
  const { pushedAt, fileName = '', state } = view.publication ?? {};
  const title =
    state === 'in review' ? adrPage.inReview : pushedAt === undefined ? adrPage.notInGit : adrPage.asDecided;
  const [heading, ...rest] = readMoreView(language, view).blocks;
  const gone = say`${emoji('warning')} ${adrPage.namedFileGone(nameFile(fileName))}`;
  const lost = isGone ? [paragraph(gone)] : [];
  const about = notice(language, title);
  return { ...about, blocks: [...(heading ? [heading] : []), ...lost, ...rest] };
}

/** “Show” in a list: opens the ADR, or the decision as it is now, on top of the list. */
export async function onShowListed(
  desk: Desk,
  { actor, triggerId, value, view, language }: ActionGesture,
): Promise<void> {
  const what = readShowValue(value);
  if (what === undefined || view === undefined) return;
  const { ports } = desk;
  const { adrPage } = language;
  await pushModal(language, desk, triggerId, 'adrId' in what ? adrPage.adr : adrPage.decision, async () =>
    toView(
      language,
      await ('adrId' in what ? showAdr(ports, actor, what.adrId) : showDecision(ports, actor, what.decisionId)),
    ),
  );
}

/** Another page of an ADR. */
export const onAdrPage = turnPage(
  (language) => language.adrPage.adr,
  async (language, { ports }, actor, view, page) => {
    const { adrId } = readAbout<AdrAbout>(view);
    return toView(language, await showAdr(ports, actor, adrId), Number(page));
  },
);
