import type { KnownBlock, RichTextBlock } from '@slack/types';
import { bold, code, emoji, link, say, type Words } from '../../words/say.ts';
import type { WrittenDigest } from '../../workflow/message/announcement.ts';
import { language } from '../app/language.ts';
import { context, header, marked, slackLimits } from '../text/blocks.ts';
import { decisionLink } from '../text/decision-link.ts';
import { fitLines } from '../text/fit-lines.ts';
import { wordAdrChange, wordSharedNumber } from '../text/repository-text.ts';
import { paragraph, toElements } from '../text/words.ts';

type Line = WrittenDigest['accepted'][number];

/** How many decisions a list names at the most before it says how many more there are. */
const linesShown = 18;

function title(line: Line): Words {
  const number = line.number === undefined ? '' : `ADR ${String(line.number).padStart(4, '0')} `;
  const url = decisionLink(line);
  return say`${number}${url ? link(url, line.title) : line.title}`;
}

const lists = [
  {
    name: say`${emoji('white_check_mark')} ${bold('Accepted')}`,
    pick: (digest: WrittenDigest) => digest.accepted,
    tail: (line: Line) => (line.chosen ? say`: ${bold(line.chosen)}` : []),
  },
  {
    name: say`${emoji('no_entry_sign')} ${bold('Rejected')}`,
    pick: (digest: WrittenDigest) => digest.rejected,
    tail: () => [],
  },
  {
    name: say`${emoji('ballot_box_with_ballot')} ${bold('Voting is open')}`,
    pick: (digest: WrittenDigest) => digest.open,
    tail: (line: Line) => say`, until ${new Date(line.closesAt)}`,
  },
];

/** A name, and under it a list of lines. */
function writeList(name: Words, lines: readonly Words[], most: number): RichTextBlock[] {
  if (lines.length === 0) return [];
  const rest = lines.length - most;
  const more = rest > 0 ? [say`and ${rest} more: see ${code('/adr list')}`] : [];
  const items = [...lines.slice(0, most), ...more].map((line) => ({
    type: 'rich_text_section' as const,
    elements: toElements(line),
  }));
  const heading = { type: 'rich_text_section' as const, elements: toElements(name) };
  return [{ type: 'rich_text', elements: [heading, { type: 'rich_text_list', style: 'bullet', elements: items }] }];
}

function newsIn({ inRepository }: WrittenDigest) {
  return inRepository ?? { changes: [], sharedNumbers: [] };
}

function writeLists(digest: WrittenDigest, most: number): RichTextBlock[] {
  const { changes, sharedNumbers } = newsIn(digest);
  const news = [
    ...sharedNumbers.map(({ number, fileNames }) => wordSharedNumber(language, number, fileNames)),
    ...changes.map((change) => wordAdrChange(language, change)),
  ];
  return [
    ...lists.flatMap(({ name, pick, tail }) => {
      const lines = pick(digest).map((line) => say`${title(line)}${tail(line)}`);
      return writeList(name, lines, most);
    }),
    ...writeList(say`${emoji('file_folder')} ${bold('In the repository')}`, news, most),
  ];
}

/** A digest for a channel, with as many lines as one message holds. */
export function renderDigest(digest: WrittenDigest): { text: string; blocks: KnownBlock[] } {
  const { accepted, rejected, open } = digest;
  const { changes, sharedNumbers } = newsIn(digest);
  const news = changes.length + sharedNumbers.length;
  const inGit = news === 0 ? '' : `; ${news} ${news === 1 ? 'change' : 'changes'} in the repository`;
  const text = `Decisions: ${accepted.length} accepted, ${rejected.length} rejected, ${open.length} open for voting${inGit}`;
  const top = [header('Decisions'), context(marked`${new Date(digest.from)} to ${new Date(digest.to)}`)];
  const written = fitLines(
    linesShown,
    (most): KnownBlock[] => [...top, ...writeLists(digest, most)],
    (blocks) => JSON.stringify(blocks).length <= slackLimits.message,
  );
  const isEmpty = written.length === top.length;
  return { text, blocks: isEmpty ? [...top, paragraph('Nothing was decided, and no vote is open.')] : written };
}
