import type { KnownBlock, ModalView, PlainTextOption, SectionBlock } from '@slack/types';
import type { ArgumentKind } from '../../decision/proposal/argument.ts';
import type { Language } from '../../words/language.ts';
import { say } from '../../words/say.ts';
import type { ProposalInput } from '../../workflow/ports/proposal-input.ts';
import { FormState, type StateValues } from '../form/form-state.ts';
import { readMetadata } from '../form/metadata.ts';
import { pageActions } from '../form/page.ts';
import type { ProposeMetadata } from '../propose/propose-metadata.ts';
import { actions, button, choice, context, plain, shorten, valueAction } from '../text/blocks.ts';
import { printed } from '../text/words.ts';
import type { Said } from './said.ts';
import { type Pick, pickOf, readPick, writePick } from './take.ts';

export const threadCallback = 'thread';
export const jumpAction = 'thread_jump';

/**
 * How many characters of a message and of an option's title are shown, so that thirty messages and ten options fit into a
 * view in any script. The whole of them is taken.
 */
const shown = { words: 400, title: 30 } as const;

const prefix = 'said:';

/** What the list of a thread's messages carries along, on top of the form below it. */
export interface ThreadMetadata {
  readonly form: ProposeMetadata;
  /** The view that shows the form. */
  readonly rootId: string;
  /** After which message the page that is shown begins, behind those before it; '' is the beginning of the thread. */
  readonly path: readonly string[];
}

/** How many pages one can turn back; the metadata of a view has room for no more (Slack: 3,000 characters). */
const mostTurns = 60;

/** The way to another page. */
export function walk(path: readonly string[], to: string): readonly string[] {
  if (to === 'back') return path.length > 1 ? path.slice(0, -1) : path;
  return ['', ...path.slice(1).slice(-mostTurns), to];
}

/** What the list shows. */
export interface ShownThread {
  readonly said: readonly Said[];
  readonly next: string | undefined;
  /** Leads to the message that the form was opened from, where it is further on. */
  readonly jump: string | undefined;
  readonly warnings: readonly string[];
  /** Differs between drawings of the list: in a block that it knows, Slack keeps what was chosen before. */
  readonly edition: string;
}

/** The messages of a thread, each with what it can be taken as. */
export function threadView(
  language: Language,
  form: ProposalInput,
  metadata: ThreadMetadata,
  { said, next, jump, warnings, edition }: ShownThread,
): ModalView {
  const { shortcut, forms } = language;
  const turns = [
    ...(metadata.path.length > 1 ? [button(pageActions.back, shortcut.earlier, { value: 'back' })] : []),
    ...(next === undefined ? [] : [button(pageActions.next, shortcut.later, { value: next })]),
    ...(jump === undefined ? [] : [button(jumpAction, shortcut.jump, { value: jump })]),
  ];
  return {
    type: 'modal',
    callback_id: threadCallback,
    private_metadata: JSON.stringify(metadata),
    title: plain(shortcut.threadTitle),
    close: plain(forms.back),
    blocks: [
      context(shortcut.threadIntroduction),
      ...warnings.map((warning) => context(`⚠ ${warning}`)),
      ...(said.length === 0 ? [context(shortcut.nothingSaid)] : []),
      ...said.flatMap((one) => saidBlocks(language, form, one, edition)),
      ...(turns.length === 0 ? [] : [actions('turns', turns)]),
    ],
  };
}

function saidBlocks(language: Language, form: ProposalInput, said: Said, edition: string): KnownBlock[] {
  const { shortcut } = language;
  const files = said.fileNames.length === 0 ? [] : [shortcut.files(said.fileNames)];
  const told = [shorten(said.words, shown.words), ...files].filter((line) => line !== '').join('\n');
  const options = choicesFor(language, form, said);
  const chosen = options.find(({ value }) => value === writePick(pickOf(form, said)));
  const section: SectionBlock = {
    type: 'section',
    block_id: `${prefix}${said.ts}:${edition}`,
    text: plain(told || shortcut.noWords),
    accessory: {
      type: 'static_select',
      action_id: valueAction,
      options,
      ...(chosen ? { initial_option: chosen } : {}),
    },
  };
  return [context(said.author, printed(say`${new Date(Number(said.ts) * 1_000)}`)), section];
}

const kinds: readonly ArgumentKind[] = ['pro', 'con', 'neutral'];

/** What a message can be taken as: one without words only as a quote. */
function choicesFor({ shortcut }: Language, { options }: ProposalInput, { words, ts }: Said): PlainTextOption[] {
  const offered = (text: string, pick: Pick) => choice(text, writePick(pick));
  const named = options.filter(({ title, from }) => title.trim() !== '' && from !== ts);
  return [
    offered(shortcut.leaveOut, { as: 'nothing' }),
    offered(shortcut.quoteIt, { as: 'quote' }),
    ...(words === ''
      ? []
      : [
          offered(shortcut.anOption, { as: 'option' }),
          ...named.flatMap(({ title, key }) =>
            kinds.map((as) => offered(shortcut.reasonFor(as, shorten(title, shown.title)), { as, key })),
          ),
        ]),
  ];
}

/** What is chosen in the list, by message. */
export function readPicks(values: StateValues): ReadonlyMap<string, Pick> {
  const state = new FormState(values);
  const picks = new Map<string, Pick>();
  for (const block of state.blockIds()) {
    const ts = block.startsWith(prefix) ? block.slice(prefix.length).split(':')[0] : undefined;
    const pick = readPick(state.choice(block) ?? '');
    if (ts !== undefined && pick !== undefined) picks.set(ts, pick);
  }
  return picks;
}

/** Reads what the list carries along. */
export function readThreadMetadata(view: { readonly private_metadata: string }): ThreadMetadata {
  return readMetadata<ThreadMetadata>(view);
}
