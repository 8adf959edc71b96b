import type { Cadence } from '../../decision/digest/cadence.ts';
import { knownZone } from '../../decision/time/time-zone.ts';
import type { DigestWords } from '../digest-words.ts';
import { bold, code, say } from '../say.ts';
import { count, number } from './grammar.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** “every Monday at 09:00 (Europe/Lisbon)”. */
function wordCadence({ every, weekday, timeOfDay, timeZone }: Cadence): string {
  const day = every === 'week' ? (weekdays[weekday - 1] ?? 'Monday') : 'day';
  return `every ${day} at ${timeOfDay} (${knownZone(timeZone)})`;
}

/** Digests in English. */
export const digest: DigestWords = {
  title: 'Decisions',
  summary: ({ accepted, rejected, open, inRepository, areSeveral }) => {
    const where = areSeveral ? 'in the repositories' : 'in the repository';
    const news = inRepository === 0 ? '' : `; ${count(inRepository, 'change')} ${where}`;
    return `Decisions: ${number(accepted)} accepted, ${number(rejected)} rejected, ${number(open)} open for voting${news}`;
  },
  period: (from, to) => say`${from} to ${to}`,
  accepted: 'Accepted',
  rejected: 'Rejected',
  votingIsOpen: 'Voting is open',
  inRepository: 'In the repository',
  inRepositories: 'In the repositories',
  acceptedLine: (name, chosen) => say`${name}: ${bold(chosen)}`,
  openLine: (name, closesAt) => say`${name}, until ${closesAt}`,
  more: (more) => say`and ${number(more)} more: see ${code('/adr list')}`,
  nothing: 'Nothing was decided, and no vote is open.',
  isOff: 'This channel no longer gets a digest.',
  isOn: (cadence, next) =>
    say`This channel now gets a digest ${wordCadence(cadence)}: next ${next}, if there is something to tell.`,
};
