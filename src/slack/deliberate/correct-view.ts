import type { Button, KnownBlock, ModalView } from '@slack/types';
import { phaseOf } from '../../decision/decision.ts';
import type { Field } from '../../decision/failure/rule-broken.ts';
import type { Language } from '../../words/language.ts';
import { bold, lines, say, type Words } from '../../words/say.ts';
import { typed } from '../../words/typed.ts';
import {
  type Correctable,
  type CorrectableEntry,
  type Entry,
  wordingOfEntry,
} from '../../workflow/deliberate/correctable.ts';
import { argumentSigns } from '../card/option-blocks.ts';
import { nearestPage, pageView, turnCounted } from '../form/page.ts';
import { optionInputs } from '../propose/option-view.ts';
import { actions, button, context, plain } from '../text/blocks.ts';
import { nameOf } from '../text/people-text.ts';
import { paragraph } from '../text/words.ts';
import { reasonInputs } from './argument-view.ts';

export const correctListCallback = 'correct_list';
export const correctCallback = 'correct';

/** The buttons in the list; the value of each names the entry that it is about. */
export const correctActions = { correct: 'correct_entry', withdraw: 'withdraw_entry' } as const;

/** What the list carries along. */
export interface CorrectListAbout {
  readonly decisionId: string;
}

/** What the form carries along: the entry, and the wording that its reader saw. */
export interface CorrectMetadata extends CorrectListAbout {
  readonly entry: Entry;
  readonly seen: string;
}

/** How many entries a page has. Each takes up to three blocks. */
const entriesOnPage = 20;

/** Everything that somebody may correct or withdraw, with two buttons for each. `note`: why something was refused. */
export function correctListView(
  language: Language,
  { decision, entries, people }: Correctable,
  userId: string,
  { wanted = 0, note }: { readonly wanted?: number; readonly note?: string | undefined } = {},
): ModalView {
  const { corrections } = language;
  const pages = Math.ceil(entries.length / entriesOnPage);
  const page = nearestPage(wanted, pages);
  const isOpen = phaseOf(decision) === 'voting';
  return pageView<CorrectListAbout>(language, {
    title: corrections.title,
    callback: correctListCallback,
    about: { decisionId: decision.id },
    head: [
      ...(note === undefined ? [] : [paragraph(`⚠ ${note}`)]),
      context(corrections.introduction(decision.proposerId === userId)),
    ],
    blocks: entries.slice(page * entriesOnPage, (page + 1) * entriesOnPage).flatMap((entry): KnownBlock[] => {
      const authorId = authorOf(entry);
      const { what, id } = idOf(entry);
      const value = `${what} ${id}`;
      const notes = [
        ...(entry.what === 'reason' ? [entry.option.title] : []),
        ...(authorId === userId ? [] : [corrections.addedBy(nameOf(language, people, authorId))]),
      ];
      return [
        paragraph(wordEntry(entry)),
        ...(notes.length === 0 ? [] : [context(notes.join(' · '))]),
        actions(`entry:${id}`, [
          button(correctActions.correct, corrections.correct, { value }),
          withdrawButton(language, entry, value, isOpen),
        ]),
      ];
    }),
    ...turnCounted(page, pages),
  });
}

function withdrawButton({ corrections }: Language, { what }: CorrectableEntry, value: string, isOpen: boolean): Button {
  const { confirm } = corrections;
  const text = what === 'reason' ? confirm.reason : isOpen ? confirm.openOption : confirm.option;
  return {
    ...button(correctActions.withdraw, corrections.withdraw, { value }),
    confirm: {
      title: plain(confirm.title),
      text: plain(text),
      confirm: plain(corrections.withdraw),
      deny: plain(confirm.keep),
      style: 'danger',
    },
  };
}

function wordEntry(entry: CorrectableEntry): Words {
  if (entry.what === 'option') {
    const { title, description } = entry.option;
    return lines(bold(title), typed(description));
  }
  const { kind, text } = entry.argument;
  return say`${bold(argumentSigns[kind])} ${typed(text)}`;
}

function authorOf(entry: CorrectableEntry): string {
  return entry.what === 'option' ? entry.option.addedBy : entry.argument.authorId;
}

function idOf(entry: CorrectableEntry): Entry {
  return { what: entry.what, id: entry.what === 'option' ? entry.option.id : entry.argument.id };
}

/** What the value of a button stands for; undefined for what nothing here wrote. */
export function readEntry(value: string): Entry | undefined {
  const [what, id] = value.split(' ');
  return (what === 'option' || what === 'reason') && id ? { what, id } : undefined;
}

/** Asks for the right words of an option or a reason. `author`: the name of whoever added it, if that is another. */
export function correctView(
  language: Language,
  decisionId: string,
  entry: CorrectableEntry,
  { author, isOpen }: { readonly author: string | undefined; readonly isOpen: boolean },
): ModalView {
  const { forms, corrections } = language;
  const metadata: CorrectMetadata = { decisionId, entry: idOf(entry), seen: wordingOfEntry(entry) };
  const notes = [
    ...(author === undefined ? [] : [corrections.authorIsTold(author)]),
    ...(isOpen && entry.what === 'option' ? [corrections.votersAreTold] : []),
    corrections.historyKeeps,
  ];
  return {
    type: 'modal',
    callback_id: correctCallback,
    private_metadata: JSON.stringify(metadata),
    title: plain(corrections.formTitles[entry.what]),
    submit: plain(forms.save),
    close: plain(forms.cancel),
    blocks: [
      ...(entry.what === 'option'
        ? optionInputs(language, entry.option)
        : [context(corrections.aboutOption(entry.option.title)), ...reasonInputs(language, entry.argument)]),
      context(notes.join(' ')),
    ],
  };
}

/** The input under which an error belongs. */
export function correctBlockOf(field: Field): string | undefined {
  return field === 'option' || field === 'text' ? field : undefined;
}
