import { mostWaiting, type Waiting, type WaitingLine } from '../workflow/waiting.ts';
import { nameDecision } from './announcement.ts';
import { formatDate, slackLimits } from './blocks.ts';
import { fitLines } from './fit-lines.ts';
import { wordUndecided } from './undecided-words.ts';

/** How many decisions each part names at the most before it says how many more there are. */
const linesShown = 15;

function writePart(name: string, lines: readonly string[], most: number): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - most;
  const more = lines.length < mostWaiting ? `and ${rest} more` : 'and many more';
  return [`*${name}*`, ...lines.slice(0, most), ...(rest > 0 ? [more] : [])];
}

function voteLine({ title, cardLink, closesAt }: WaitingLine): string {
  return `•  until ${formatDate(closesAt)}: ${nameDecision(title, cardLink)}`;
}

function proposalLine({ title, cardLink, isUndecided, isBlocked }: WaitingLine): string {
  const what = isUndecided ? wordUndecided(isBlocked) : 'under discussion, voting not open yet';
  return `•  ${what}: ${nameDecision(title, cardLink)}`;
}

/** What `/adr waiting` answers: as many decisions as one message holds. */
export function waitingText({ votes, proposals }: Waiting): string {
  if (votes.length + proposals.length === 0) return 'Nothing waits for you. Have a good day!';
  const write = (most: number) =>
    [
      ...writePart('Votes that wait for you', votes.map(voteLine), most),
      ...writePart('Your proposals', proposals.map(proposalLine), most),
    ].join('\n');
  return fitLines(linesShown, write, (text) => text.length <= slackLimits.messageText);
}
