import { confirmAdr } from '@gavel/adr/amend/look-again.ts';
import { dayIn } from '../../decision/time/day.ts';
import { writeStillRight } from '../../record/still-right-text.ts';
import { learnPeople } from '../access/people.ts';
import { followArchive } from '../follow/follow-archive.ts';
import { BranchMoved } from '../ports/archive/archive-error.ts';
import type { Change } from '../ports/archive/change.ts';
import { ForgeError } from '../ports/forge/forge-error.ts';
import type { Jobs } from '../ports/jobs/jobs.ts';
import type { Ports, RepositoryPorts } from '../ports/ports.ts';
import type { AskedRevisit } from '../ports/records/revisits.ts';
import { chooseWay } from '../publish/choose-way.ts';
import { commitIfTaken } from '../publish/commit-if-taken.ts';
import { languageOfArchive, learnHouseStyle, zoneOfArchive } from '../publish/house-style.ts';
import { isAway, troubleOf } from '../publish/report-trouble.ts';
import { portsOf } from '../settings/repository.ts';
import { questionKey } from './ask-about-adrs.ts';
import { rewordNoteQuestion } from './closed-note.ts';
import { rewordMessage } from './note-message.ts';
import { openNoteReview, watchNoteReview } from './note-review.ts';
import { endNote, findFileOf, tellTrouble } from './noted.ts';
import type { Answered } from './planned-note.ts';

const attemptsOnAMovingBranch = 8;

/**
 * Notes in an ADR that somebody found it still right: by a commit, or by a review that people merge, as the branch demands;
 * then looks at that until it is merged, or has been closed for a while. Safe to run twice, since a file that says it already is left as it is. An
 * ADR that is not on the branch yet is noted once it is. When something is wrong with the archive or its forge, tells people
 * and throws it; the job is then tried again.
 */
export async function noteRevisit(ports: Ports, { revisitId }: Jobs['note-revisit']): Promise<void> {
  const asked = await ports.store.read.revisits.find(revisitId);
  const { answer } = asked ?? {};
  if (asked === undefined || answer === undefined) return;
  const at = portsOf(ports, asked.archive);
  if (at === undefined) return;
  await rewordQuestions(at, asked);
  if (!['not yet', 'in review', 'closed'].includes(asked.noted ?? '')) return;
  try {
    await bring(at, { ...asked, answer });
  } catch (error) {
    const trouble = troubleOf(error);
    if (trouble === undefined) throw error;
    // Nobody waits for what was closed.
    if (!isAway(trouble) && asked.noted !== 'closed') await tellTrouble(at, asked, trouble);
    const runAt = error instanceof ForgeError ? error.retryAt : undefined;
    if (runAt === undefined) throw error;
    await ports.store.read.jobs.add('note-revisit', { revisitId, archive: asked.archive }, { runAt });
  }
}

/** Shows the answers in place of the buttons, where the question was about an ADR that others wrote. */
async function rewordQuestions(ports: RepositoryPorts, asked: AskedRevisit): Promise<void> {
  const { id, teamId, subject, channelIds, noted, review } = asked;
  if (!('adrId' in subject)) return;
  if (noted === 'not yet')
    for (const channelId of channelIds) await rewordMessage(ports, teamId, questionKey(id, channelId));
  if (noted === 'not yet' || review?.answer === 'left') await rewordNoteQuestion(ports, asked);
}

async function bring(ports: RepositoryPorts, asked: Answered): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await bringOnce(ports, asked);
    } catch (error) {
      if (!(error instanceof BranchMoved) || attempt === attemptsOnAMovingBranch) throw error;
    }
  }
}

async function bringOnce(ports: RepositoryPorts, asked: Answered): Promise<void> {
  const { archive } = ports;
  const { snapshot = await archive.fetch() } = await followArchive(ports);
  const where = await findFileOf(ports, asked);
  if (where === 'not yet') return;
  const file = where === 'gone' ? undefined : (await snapshot.read([where.fileName])).get(where.fileName);
  if (where === 'gone' || file === undefined) return endNote(ports, asked, 'left', 'file gone');
  if (!file.isExact || file.tooLong !== undefined) return endNote(ports, asked, 'left', 'file unreadable');

  const { fileName, number, title } = where;
  const learned = await learnHouseStyle(ports, snapshot);
  const { answer, id } = asked;
  const timeZone = await zoneOfArchive(ports, learned.style, where.channel, where.timeZone);
  const on = dayIn(timeZone, answer.at);
  const people = await learnPeople(ports, asked.teamId, [answer.by]);
  const looked = { on, by: people.get(answer.by)?.name, next: answer.next };
  const content = confirmAdr(file.text, looked, learned.style);
  const path = [archive.folder, fileName].filter(Boolean).join('/');
  if (saysAlready(file.text, content)) {
    const at = { path, commit: snapshot.commit, url: archive.addressOfFile(fileName) };
    return endNote(ports, asked, 'on branch', at);
  }
  const language = languageOfArchive(ports, learned.style);
  const change: Change = {
    decisionId: id,
    files: [{ name: fileName, content }],
    ...writeStillRight({ language, number, title, on, note: answer.note }),
    at: answer.at,
    timeZone,
  };
  const planned = { asked, snapshot, change };
  if (asked.noted !== 'not yet') return watchNoteReview(ports, planned);
  const { way } = await chooseWay(ports, snapshot, learned);
  if (way === 'review') return openNoteReview(ports, planned);
  const pushed = await commitIfTaken(ports, change, snapshot, learned);
  if ('refused' in pushed) return openNoteReview(ports, planned);
  await endNote(ports, asked, 'on branch', pushed);
}

/** Whether a file has each line already that would be added to it. */
function saysAlready(before: string, after: string): boolean {
  const linesOf = (text: string) => text.split('\n').map((line) => line.trim());
  const there = linesOf(before);
  const left = [...there];
  return linesOf(after).every((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at >= 0 || line === '' || there.includes(line);
  });
}
