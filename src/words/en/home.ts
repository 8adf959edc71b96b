import type { HomeWords } from '../home-words.ts';
import { bold, code, say } from '../say.ts';
import { list, number, quote } from './grammar.ts';

const channelsNamed = 10;

/** Somebody's Home, in English. */
export const home: HomeWords = {
  propose: 'Propose a decision',
  search: 'Find a decision',
  waiting: 'Waiting for you',
  forms: 'Proposals that you left unfinished',
  untitled: 'A draft without a title',
  leftAt: (at) => say`left ${at}`,
  openCard: 'Open the card',
  openReview: 'Open the review',
  notOpenYet: 'under discussion, voting not open yet',
  more: (count) => say`and ${number(count)} more: ${code('/adr waiting')}`,
  open: 'Open in your channels',
  noneOpen: say`No vote is open in your channels.`,
  vote: ({ decision, channel, closesAt, progress }) => {
    const where = channel === '' ? '' : ` in ${channel}`;
    return say`${decision}${where}: closes ${closesAt}${progress === '' ? '' : ` · ${progress}`}`;
  },
  moreOpen: (count) => say`and ${number(count)} more: ${code('/adr list')}`,
  decided: 'Decided in the last two weeks',
  noneDecided: say`Nothing was decided in the last two weeks.`,
  decision: ({ decision, channel, status, chosen, at }) => {
    const where = channel === '' ? '' : ` in ${channel}`;
    const outcome = chosen === '' ? say`${bold(status)}` : say`${bold(status)}, ${quote(chosen)}`;
    return at === undefined ? say`${decision}${where}: ${outcome}` : say`${decision}${where}: ${outcome} · ${at}`;
  },
  register: 'All decisions',
  columns: {
    number: 'Number',
    title: 'Title',
    status: 'Status',
    date: 'Date',
    channel: 'Channel',
    tags: 'Tags',
    repository: 'Repository',
  },
  setup: 'Still missing',
  noChannel: say`I am in no channel yet. Type ${code('/invite @Gavel')} in a channel where your team decides, then ${code('/adr propose')}.`,
  noRepository: (channels) =>
    say`Decisions of ${list(channels, channelsNamed)} are not written to any repository. Whoever runs me can name one for ${channels.length === 1 ? 'this channel' : 'these channels'} in the file of ${code('GAVEL_CONFIG')}.`,
  noDigest: say`No channel gets a digest of what was decided.`,
  tryAgain: 'Try again',
  setUpDigest: 'Set up a digest',
};
