import { adrName } from '@gavel/adr/name/adr-name.ts';
import { cleanLine } from '@gavel/adr/text/clean-text.ts';
import type { Button, KnownBlock, ModalView } from '@slack/types';
import type { Language } from '../../words/language.ts';
import type { FoundPage } from '../../workflow/find/search.ts';
import type { Shown } from '../../workflow/find/show.ts';
import type { Governing } from '../../workflow/govern/find-governing.ts';
import type { PathDecisions } from '../../workflow/tools/decisions-for-path.ts';
import type { OpenDecisions } from '../../workflow/tools/list-open.ts';
import type { PreparedForm } from '../../workflow/tools/prepare-form.ts';
import { readMoreView } from '../deliberate/read-more-view.ts';
import { adrView, goneView, readShowValue, showAction, showValue } from '../find/adr-view.ts';
import { lineBlocks } from '../find/list-text.ts';
import { searchView } from '../find/search-view.ts';
import { button, context, shorten, slackLimits } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';

/** A message has at most 50 blocks (Slack: chat.postMessage); one is kept to say that there is more. */
const mostBlocks = 49;

/** What Slackbot shows somebody of an answer, beside the text that it reads itself. */
export const answerBlocks = {
  search: (language: Language, page: FoundPage, typed: string): KnownBlock[] =>
    fitting(language, searchView(language, page, { channelId: '', typed }).blocks),

  open(language: Language, { decisions, isPartial }: OpenDecisions): KnownBlock[] {
    const { list, home } = language;
    const lines = decisions.flatMap((summary) => {
      const show = button(showAction, list.show, { value: showValue({ decisionId: summary.id }) });
      return lineBlocks(language, { kind: 'decision', summary, isGone: false }, show);
    });
    const notes = isPartial ? [context(list.partial)] : [];
    return fitting(language, [...notes, ...(lines.length > 0 ? lines : [paragraph(home.noneOpen)])]);
  },

  paths(language: Language, { governing, unusable, isPartial }: PathDecisions): KnownBlock[] {
    const { tools } = language;
    const notes = [
      ...(isPartial ? [context(tools.pathsPartial)] : []),
      ...(unusable.length > 0 ? [context(tools.notPaths(unusable.map(shortPath)))] : []),
    ];
    const none = governing.length === 0 ? [paragraph(tools.ungoverned)] : [];
    return fitting(language, [...notes, ...none, ...governing.flatMap((one) => governingBlocks(language, one))]);
  },

  decision: (language: Language, shown: Shown): KnownBlock[] => fitting(language, blocksOf(language, shown)),

  prepared: ({ tools }: Language, { title }: PreparedForm): KnownBlock[] => [
    paragraph(tools.prepared(title)),
    context(tools.whereToOpen),
  ],
};

/** How many of the paths are shown that a decision governs, and how much of each. */
const pathsShown = { most: 3, length: 100 };

const shortPath = (path: string) => shorten(cleanLine(path), pathsShown.length);

/** A decision that governs paths, those of them that it governs, and what took its place if it holds no more. */
function governingBlocks(language: Language, governing: Governing): KnownBlock[] {
  const { list, tools } = language;
  const { adr, fileUrl, paths, pathCount, isEverything, successor } = governing;
  const show = button(showAction, list.show, { value: showValue({ adrId: adr.id }) });
  const line = { kind: 'adr', adr, summary: undefined, fileUrl, repository: adr.repository } as const;
  const shown = paths.slice(0, pathsShown.most).map(shortPath);
  return [
    ...lineBlocks(language, line, show),
    context(isEverything ? tools.governsAll : tools.governs(shown, pathCount)),
    ...(successor ? [context(tools.replacedBy(shorten(adrName(successor), pathsShown.length)))] : []),
  ];
}

/** A block of a modal of ours. */
type ViewBlock = ModalView['blocks'][number];

function blocksOf(language: Language, shown: Shown): readonly ViewBlock[] {
  switch (shown.kind) {
    case 'several':
      return shown.adrs.flatMap((adr) => {
        const show = button(showAction, language.list.show, { value: showValue({ adrId: adr.id }) });
        return lineBlocks(language, { kind: 'adr', adr, summary: undefined, repository: adr.repository }, show);
      });
    case 'adr':
      return adrView(language, shown.opened, 0).blocks;
    case 'gone':
      return goneView(language, shown).blocks;
    case 'decision':
      return readMoreView(language, shown.view).blocks;
  }
}

/** As many blocks as a message holds, with what Slackbot can do, and without what only our own modals can. */
function fitting(language: Language, blocks: readonly ViewBlock[]): KnownBlock[] {
  const kept: KnownBlock[] = [];
  let room: number = slackLimits.message;
  for (const block of blocks.flatMap((one) => forSlackbot(one as KnownBlock))) {
    room -= JSON.stringify(block).length;
    if (room < 0 || kept.length === mostBlocks) return [...kept, context(language.tools.thereIsMore)];
    kept.push(block);
  }
  return kept;
}

function forSlackbot(block: KnownBlock): KnownBlock[] {
  if (block.type === 'actions' || block.type === 'input') return [];
  if (block.type !== 'section' || block.accessory === undefined) return [block];
  const { accessory, ...plain } = block;
  if (accessory.type === 'button' && accessory.url) return [block];
  const own = accessory.type === 'button' ? callingTool(accessory) : undefined;
  return [own === undefined ? plain : { ...plain, accessory: own }];
}

/** The button “Show” as Slackbot has it: it calls the tool (Slack: returning rich responses, `tool:`). */
function callingTool({ action_id, value = '', text }: Button): Button | undefined {
  const what = action_id === showAction ? readShowValue(value) : undefined;
  if (what === undefined) return undefined;
  const decision = 'adrId' in what ? `adr:${what.adrId}` : `decision:${what.decisionId}`;
  return { type: 'button', action_id: 'tool:get_decision', text, value: JSON.stringify({ decision }) };
}
