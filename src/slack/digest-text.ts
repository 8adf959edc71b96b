import type { KnownBlock, SectionBlock } from '@slack/types';
import type { WrittenDigest } from '../workflow/announcement.ts';
import { context, escapeMrkdwn, formatDate, header, link, section, slackLimits } from './blocks.ts';
import { decisionLink } from './decision-link.ts';
import { fitLines } from './fit-lines.ts';
import { wordAdrChange, wordSharedNumber } from './repository-text.ts';

type Line = WrittenDigest['accepted'][number];

/** How many decisions a list names at the most before it says how many more there are. */
const linesShown = 18;

function title(line: Line): string {
  const number = line.number === undefined ? '' : `ADR ${String(line.number).padStart(4, '0')} `;
  const url = decisionLink(line);
  return `${number}${url ? link(url, line.title) : escapeMrkdwn(line.title)}`;
}

const lists = [
  {
    name: ':white_check_mark: *Accepted*',
    pick: (digest: WrittenDigest) => digest.accepted,
    tail: (line: Line) => (line.chosen ? `: *${escapeMrkdwn(line.chosen)}*` : ''),
  },
  { name: ':no_entry_sign: *Rejected*', pick: (digest: WrittenDigest) => digest.rejected, tail: () => '' },
  {
    name: ':ballot_box_with_ballot: *Voting is open*',
    pick: (digest: WrittenDigest) => digest.open,
    tail: (line: Line) => `, until ${formatDate(new Date(line.closesAt))}`,
  },
];

/** Lines as sections: as many in each as it may hold. */
function toSections(lines: readonly string[]): SectionBlock[] {
  const texts: string[] = [];
  for (const line of lines) {
    const joined = `${texts.at(-1)}\n${line}`;
    if (texts.length > 0 && joined.length <= slackLimits.sectionText) texts[texts.length - 1] = joined;
    else texts.push(line);
  }
  return texts.map(section);
}

function writeList(name: string, lines: readonly string[], most: number): SectionBlock[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, most).map((line) => `•  ${line}`);
  const rest = lines.length - shown.length;
  return toSections([name, ...shown, ...(rest > 0 ? [`•  and ${rest} more: see \`/adr list\``] : [])]);
}

function newsIn({ inRepository }: WrittenDigest) {
  return inRepository ?? { changes: [], sharedNumbers: [] };
}

function writeLists(digest: WrittenDigest, most: number): SectionBlock[] {
  const { changes, sharedNumbers } = newsIn(digest);
  const news = [
    ...sharedNumbers.map(({ number, fileNames }) => wordSharedNumber(number, fileNames)),
    ...changes.map(wordAdrChange),
  ];
  return [
    ...lists.flatMap(({ name, pick, tail }) => {
      const lines = pick(digest).map((line) => `${title(line)}${tail(line)}`);
      return writeList(name, lines, most);
    }),
    ...writeList(':file_folder: *In the repository*', news, most),
  ];
}

/** A digest for a channel, with as many lines as one message holds. */
export function renderDigest(digest: WrittenDigest): { text: string; blocks: KnownBlock[] } {
  const { accepted, rejected, open } = digest;
  const { changes, sharedNumbers } = newsIn(digest);
  const news = changes.length + sharedNumbers.length;
  const inGit = news === 0 ? '' : `; ${news} ${news === 1 ? 'change' : 'changes'} in the repository`;
  const text = `Decisions: ${accepted.length} accepted, ${rejected.length} rejected, ${open.length} open for voting${inGit}`;
  const period = `${formatDate(new Date(digest.from))} to ${formatDate(new Date(digest.to))}`;
  const top = [header('Decisions'), context(period)];
  const written = fitLines(
    linesShown,
    (most): KnownBlock[] => [...top, ...writeLists(digest, most)],
    (blocks) => JSON.stringify(blocks).length <= slackLimits.message,
  );
  const isEmpty = written.length === top.length;
  return { text, blocks: isEmpty ? [...top, section('Nothing was decided, and no vote is open.')] : written };
}
