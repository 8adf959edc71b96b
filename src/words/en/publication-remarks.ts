import type { PublicationRemark } from '../../decision/publication/publication-remark.ts';
import type { PublicationRemarkWords } from '../language.ts';
import { list, quote } from './grammar.ts';

const agentsTroubles: Readonly<Record<Extract<PublicationRemark, { code: 'agents file left' }>['why'], string>> = {
  markers: 'doesn’t have one pair of markers for it (<!-- gavel:decisions --> and <!-- /gavel:decisions -->)',
  'no file': 'is a link or a folder, or is in something that is no folder',
  'no text': 'is not UTF-8 text, or is too long',
};

/** What else is said about a publication, in English. */
export const publicationRemarks: PublicationRemarkWords = {
  'sections left out': ({ headings }) => {
    const names = list(headings.map(quote));
    return headings.length === 1
      ? `The section ${names} argues for something other than what was decided, and was left out of the record.`
      : `The sections ${names} argue for something other than what was decided, and were left out of the record.`;
  },
  'branch made': ({ branch, from }) => `There was no branch ${branch} in the repository, so I made it from ${from}.`,
  'bound ADR gone': ({ adr }) => `${adr} is no longer in the repository, so nothing was changed in it.`,
  'bound ADR too long': ({ adr }) =>
    `${adr} is longer than any ADR should be, so it was not read and left as it is. Please change its status by hand.`,
  'bound ADR not UTF-8': ({ adr }) =>
    `${adr} is not UTF-8 text, so it was left as it is. Please change its status by hand.`,
  'bound ADR without status': ({ adr }) =>
    `${adr} is too long to be read to its end, and its status was not found, so it was left as it is. Please change it by hand.`,
  'bound ADR without room': ({ adr }) =>
    `I found no place in ${adr} for a link, so it was left as it is. Please change it by hand.`,
  'bound ADR changed already': ({ adr, status, statusText }) =>
    `${adr} is ${status} already (${quote(statusText)}), so it was left as it is.`,
  'index generated': ({ file }) => `A tool writes ${quote(file)}, so the list of ADRs in it was left to that tool.`,
  'index unclear': ({ file }) =>
    `It is not clear where ${quote(file)} lists a new ADR, so it was left as it is. Please add the ADR by hand.`,
  'index unclear in part': ({ file }) =>
    `${quote(file)} lists ADRs more than once, and it is not clear where each list takes a new one. Please add the ADR where it is missing.`,
  'index irregular': ({ file }) =>
    `The newest lines of ${quote(file)} are not as I would write them, so it was left as it is. Please add the ADR by hand.`,
  'index gaps': ({ file, columns }) =>
    `${quote(file)} lists the ADR, with nothing under ${list(columns.map(quote))}. Please add what belongs there.`,
  'agents file left': ({ file, why }) =>
    `${quote(file)} ${agentsTroubles[why]}, so the list of decisions for agents was not brought up to date.`,
  'other format': ({ format }) =>
    `Most ADRs of this repository are in ${format}, which I don’t write, so this one is in Markdown. Please convert it if it should be like the others.`,
  'told before': ({ text }) => text,
};
