import { bold, lines, say, type Words } from '../../words/say.ts';
import { mostWaiting, type Waiting, type WaitingLine } from '../../workflow/nudge/waiting.ts';
import { language } from '../app/language.ts';
import { slackLimits } from '../text/blocks.ts';
import { fitLines } from '../text/fit-lines.ts';
import { fitsParagraph } from '../text/words.ts';

/** How many decisions each part names at the most before it says how many more there are. */
const linesShown = 15;

function writePart(name: string, all: readonly Words[], most: number): Words[] {
  if (all.length === 0) return [];
  const rest = all.length - most;
  const more = all.length < mostWaiting ? say`and ${rest} more` : say`and many more`;
  return [bold(name), ...all.slice(0, most), ...(rest > 0 ? [more] : [])];
}

function voteLine({ title, cardLink, closesAt }: WaitingLine): Words {
  return say`•  until ${closesAt}: ${language.announcements.decisionName(title, cardLink)}`;
}

function proposalLine({ title, cardLink, isUndecided, isBlocked }: WaitingLine): Words {
  const what = isUndecided ? language.card.undecided(isBlocked) : 'under discussion, voting not open yet';
  return say`•  ${what}: ${language.announcements.decisionName(title, cardLink)}`;
}

/** What `/adr waiting` answers: as many decisions as one message holds. */
export function waitingText({ votes, proposals }: Waiting): Words {
  if (votes.length + proposals.length === 0) return say`Nothing waits for you. Have a good day!`;
  const write = (most: number) =>
    lines(
      ...writePart('Votes that wait for you', votes.map(voteLine), most),
      ...writePart('Your proposals', proposals.map(proposalLine), most),
    );
  return fitLines(
    linesShown,
    write,
    (said) => fitsParagraph(said) && JSON.stringify(said).length <= slackLimits.message,
  );
}
