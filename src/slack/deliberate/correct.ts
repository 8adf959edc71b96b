import { phaseOf } from '../../decision/decision.ts';
import { RuleBroken } from '../../decision/failure/rule-broken.ts';
import { wordRefusal } from '../../words/language.ts';
import { correctOption, correctReason, withdrawOption, withdrawReason } from '../../workflow/deliberate/correct.ts';
import { findCorrectable, findToCorrect } from '../../workflow/deliberate/correctable.ts';
import type { ActionGesture, Desk, Submission } from '../app/gesture.ts';
import { readMetadata } from '../form/metadata.ts';
import { notice } from '../form/notice.ts';
import { openModal, replaceView } from '../form/open-modal.ts';
import { readAbout } from '../form/page.ts';
import { turnPage } from '../form/turn-page.ts';
import { learnNames } from '../ports/names.ts';
import { readOption } from '../propose/option-view.ts';
import { nameOf } from '../text/people-text.ts';
import { readReason } from './argument-view.ts';
import {
  type CorrectListAbout,
  type CorrectMetadata,
  correctBlockOf,
  correctListView,
  correctView,
  readEntry,
} from './correct-view.ts';

/** “Correct or withdraw”, from the card's menu or in “Read more”, which it then replaces. */
export async function onCorrectList(desk: Desk, gesture: ActionGesture): Promise<void> {
  const { actor, triggerId, value, view, language } = gesture;
  const { title } = language.corrections;
  const fill = async () => correctListView(language, await findCorrectable(desk.ports, value, actor), actor.userId);
  if (view === undefined) return openModal(language, desk, triggerId, title, fill);
  return replaceView(language, desk, { viewId: view.id, hash: view.hash }, title, fill);
}

/** “Back” and “Next” in the list. */
export const onCorrectPage = turnPage(
  ({ corrections }) => corrections.title,
  async (language, desk, actor, view, page) => {
    const { decisionId } = readAbout<CorrectListAbout>(view);
    return correctListView(language, await findCorrectable(desk.ports, decisionId, actor), actor.userId, {
      wanted: Number(page),
    });
  },
);

/** “Correct” beside an entry: the form takes the place of the list. */
export async function onCorrect(desk: Desk, { actor, value, view, language }: ActionGesture): Promise<void> {
  const wanted = readEntry(value);
  if (view === undefined || wanted === undefined) return;
  const { decisionId } = readAbout<CorrectListAbout>(view);
  const { corrections } = language;
  await replaceView(language, desk, { viewId: view.id, hash: view.hash }, corrections.title, async () => {
    const { decision, entry, people } = await findToCorrect(desk.ports, decisionId, actor, wanted);
    const authorId = entry.what === 'option' ? entry.option.addedBy : entry.argument.authorId;
    const author = authorId === actor.userId ? undefined : nameOf(language, people, authorId);
    return correctView(language, decisionId, entry, { author, isOpen: phaseOf(decision) === 'voting' });
  });
}

/** “Withdraw” beside an entry, after a question: the list then shows what is left. */
export async function onWithdrawEntry(desk: Desk, { actor, value, view, language }: ActionGesture): Promise<void> {
  const entry = readEntry(value);
  if (view === undefined || entry === undefined) return;
  const { decisionId } = readAbout<CorrectListAbout>(view);
  const { corrections } = language;
  await replaceView(language, desk, { viewId: view.id, hash: view.hash }, corrections.title, async () => {
    const withdraw = entry.what === 'option' ? withdrawOption : withdrawReason;
    const refusal = await findRefusal(withdraw(desk.ports, decisionId, actor, entry.id));
    const note = refusal && wordRefusal(language, refusal.refusal);
    const left = await findCorrectable(desk.ports, decisionId, actor).catch((error) => {
      if (error instanceof RuleBroken) return undefined;
      throw error;
    });
    if (refusal && left === undefined) throw refusal;
    return left
      ? correctListView(language, left, actor.userId, { note })
      : notice(language, corrections.title, corrections.withdrawn);
  });
}

/** Why something was refused; undefined if it was done. */
function findRefusal(done: Promise<void>): Promise<RuleBroken | undefined> {
  return done.then(
    () => undefined,
    (error) => {
      if (error instanceof RuleBroken) return error;
      throw error;
    },
  );
}

export const correctSubmission: Submission = {
  async handle({ ports }, { actor, view, language }) {
    const { decisionId, entry, seen } = readMetadata<CorrectMetadata>(view);
    const { values } = view.state;
    const names = await learnNames(language, ports, actor, values);
    const { entry: before } = await findToCorrect(ports, decisionId, actor, entry);
    const about = { id: entry.id, seen };
    if (before.what === 'option') {
      const words = readOption(values, names, before.option);
      await correctOption(ports, decisionId, actor, { ...about, ...words });
    } else {
      const words = readReason(values, names, before.argument);
      await correctReason(ports, decisionId, actor, { ...about, ...words });
    }
  },
  blockOf: () => correctBlockOf,
};
