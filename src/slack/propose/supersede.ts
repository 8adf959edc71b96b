import { adrName } from '@gavel/adr/name/adr-name.ts';
import { type AdrReference, readReference } from '@gavel/adr/name/adr-reference.ts';
import type { ModalView } from '@slack/types';
import type { Bond, BondKind } from '../../decision/decision.ts';
import type { BondVerb } from '../../decision/failure/refusal.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { limits } from '../../decision/limits.ts';
import type { Language } from '../../words/language.ts';
import { languages } from '../../words/languages.ts';
import { link, say } from '../../words/say.ts';
import { languageOfChannel } from '../../workflow/message/language.ts';
import { newOption } from '../../workflow/propose/new-form.ts';
import { findToBind } from '../../workflow/propose/supersede.ts';
import { wordFailure } from '../app/answer.ts';
import type { ActionGesture, CommandGesture, Desk } from '../app/gesture.ts';
import { sayWhich } from '../find/show.ts';
import { notice } from '../form/notice.ts';
import { openModal } from '../form/open-modal.ts';
import { shorten } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';
import { type Proposing, prepareProposal, type Suggestion } from './propose.ts';
import { changeForm } from './read-form.ts';
import { chosenPlace } from './read-propose-view.ts';

/** The command's word for each kind of bond. */
const verbs: Readonly<Record<BondKind, BondVerb>> = {
  supersedes: 'supersede',
  amends: 'amend',
  deprecates: 'deprecate',
};

const longestTitle = 60;

/** The option that leaves the ADR as it is, for a form that turned out to be about one that stands. */
function keepingOption({ bonds }: Language, { number, title }: Bond): string {
  return bonds.keep({ number, title: shorten(title, longestTitle) });
}

/** What such a proposal's form starts with: a question, since the answer may be to keep the ADR as it is. */
function suggest(language: Language, bond: Bond): Suggestion {
  const { bonds } = language;
  const { kind, number, title } = bond;
  const room = limits.title - bonds.ask(kind, { number, title: '' }).length;
  return {
    title: bonds.ask(kind, { number, title: shorten(title, room) }),
    bond,
    ...(kind === 'deprecates' ? { options: bonds.deprecate } : { keepingOption: keepingOption(language, bond) }),
  };
}

/**
 * `/adr supersede|amend|deprecate N`: opens the propose modal for a proposal bound to an ADR, or says why there can't
 * be one, with a link to the open proposal that already has it.
 */
export function onBind(kind: BondKind): (desk: Desk, gesture: CommandGesture) => Promise<undefined> {
  return async (desk, gesture) => {
    const { triggerId, language } = gesture;
    const reference = readReference(gesture.words.slice(1).join(' '));
    if (reference === undefined) throw sayWhich(verbs[kind]);
    await openModal(language, desk, triggerId, language.proposeForm.title, () =>
      proposeBound(desk, gesture, kind, reference),
    );
  };
}

/** The propose modal for a proposal bound to an ADR; or what says that there is one already. Throws RuleBroken. */
export async function proposeBound(
  desk: Desk,
  proposing: Proposing,
  kind: BondKind,
  reference: AdrReference,
): Promise<ModalView> {
  const { actor, channelId, language } = proposing;
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
  return prepareProposal(language, desk, proposing, suggest(spoken, bond));
}

/** “Supersede it” beside what was decided already: the form goes on as a proposal to supersede that ADR. */
export async function onSupersedeInstead(desk: Desk, gesture: ActionGesture): Promise<void> {
  const { actor, view, value, language } = gesture;
  const { ports } = desk;
  if (view === undefined || !/^\d{1,15}$/.test(value)) return;
  const { channelId } = chosenPlace(view);
  const adr = await ports.store.read.adrs.find(Number(value));
  if (adr === undefined || channelId === undefined) return;
  const reference = { fileName: adr.fileName };
  const found = await findToBind(ports, actor, channelId, 'supersedes', reference).catch((error) => {
    if (error instanceof RuleBroken) return wordFailure(language, error, ports.log);
    throw error;
  });
  const spoken = languages[await languageOfChannel(ports, channelId)];
  await changeForm(desk, gesture, (form) => {
    if (typeof found === 'string') return { ...form, remarks: [found] };
    const { bond } = found;
    if (found.kind === 'taken')
      return { ...form, remarks: [language.aroundOpenProposal(adrName(bond)).join(found.by.title)] };
    const keeping = { ...newOption(keepingOption(spoken, bond)), keepsAdr: true };
    const hasRoom = form.options.length < limits.options.most;
    return { ...form, bond, options: hasRoom ? [...form.options, keeping] : form.options };
  });
}
