import type { Cadence } from '../../decision/digest/cadence.ts';
import type { AdrFate } from '../../decision/publication/adr-fate.ts';
import { knownZone } from '../../decision/time/time-zone.ts';
import type { DigestWords } from '../digest-words.ts';
import { bold, code, joinWords, say } from '../say.ts';
import { count, listWords, number } from './grammar.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function wordDay({ every, weekday }: Pick<Cadence, 'every' | 'weekday'>): string {
  return every === 'week' ? (weekdays[weekday - 1] ?? 'Monday') : 'day';
}

/** “every Monday at 09:00 (Europe/Lisbon)”. */
function wordCadence(cadence: Cadence): string {
  return `every ${wordDay(cadence)} at ${cadence.timeOfDay} (${knownZone(cadence.timeZone)})`;
}

const fates: Readonly<Record<AdrFate['kind'], string>> = {
  superseded: 'since superseded',
  deprecated: 'since deprecated',
  amended: 'since amended',
};

/** Digests in English. */
export const digest: DigestWords = {
  title: 'Decisions',
  summary: ({ accepted, rejected, open, inReview, stalled, revisits, inRepository, areSeveral }) => {
    const where = areSeveral ? 'in the repositories' : 'in the repository';
    const news = inRepository === 0 ? '' : `; ${count(inRepository, 'change')} ${where}`;
    const waiting = [
      inReview === 0 ? '' : `, ${number(inReview)} in review`,
      stalled === 0 ? '' : `, ${number(stalled)} stalled`,
      revisits === 0 ? '' : `, ${number(revisits)} to look at again`,
    ].join('');
    return `Decisions: ${number(accepted)} accepted, ${number(rejected)} rejected, ${number(open)} open for voting${waiting}${news}`;
  },
  period: (from, to) => say`${from} to ${to}`,
  accepted: 'Accepted',
  inReview: 'Accepted, in review',
  rejected: 'Rejected',
  votingIsOpen: 'Voting is open',
  stalled: 'Stalled',
  inRepository: 'In the repository',
  inRepositories: 'In the repositories',
  decidedLine: ({ name, chosen, decided, reason, supersedes, fate, file }) =>
    joinWords(
      [
        chosen === undefined ? name : say`${name}: ${bold(chosen)}`,
        decided,
        reason.replace(/\.$/, ''),
        supersedes.length === 0 ? '' : say`supersedes ${listWords(supersedes)}`,
        fate === undefined ? '' : say`${fates[fate.kind]}${fate.by.length === 0 ? '' : say` by ${listWords(fate.by)}`}`,
        file ?? '',
      ].filter((part) => part.length > 0),
      ' · ',
    ),
  openLine: (name, closesAt, isFinal) => say`${name}, ${isFinal ? 'open to final comments ' : ''}until ${closesAt}`,
  more: (more) => say`and ${number(more)} more: see ${code('/adr list')}`,
  nothing: 'Nothing was decided, and no vote is open.',
  isOff: 'This channel no longer gets a digest.',
  isOn: (cadence, next, channel = 'This channel') =>
    say`${channel} now gets a digest ${wordCadence(cadence)}: next ${next}, if there is something to tell.`,
  form: {
    title: 'Set up a digest',
    channelHint: 'You and I both have to be in it: type “/invite @Gavel” there.',
    often: 'How often',
    oftenHint:
      'At 09:00. For another time, type “/adr digest weekly friday 16:30” in the channel; “/adr digest off” ends it.',
  },
  everySoOften: (frequency) => `Every ${wordDay(frequency)}`,
};
