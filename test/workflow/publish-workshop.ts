import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { promisify } from 'node:util';
import type { BondKind, Decision } from '../../src/decision/decision.ts';
import type { Argument } from '../../src/decision/proposal/argument.ts';
import type { RepositoryPorts } from '../../src/workflow/ports/ports.ts';
import { publish } from '../../src/workflow/publish/publish.ts';
import { git } from '../archive/workshop.ts';
import { wonBy } from '../decision/sample.ts';
import { makeDecision, makeOption, makeVoting } from '../store/decision-samples.ts';
import { after } from '../store/workshop.ts';
import { anyChannel } from '../support/ports.ts';
import { openArchiveWorkshop } from './archive-workshop.ts';

const folder = 'docs/decisions';
const run = promisify(execFile);

/** A team's repository of ADRs, and a Gavel that publishes into it; only Slack knows people and channels. */
export async function openPublishWorkshop() {
  const workshop = await openArchiveWorkshop();
  const people = ['Alice', 'Ben', 'Chloe'].map((name, index) => {
    return { id: `U${index + 1}`, name, timeZone: 'UTC', kind: 'member', isAdmin: false } as const;
  });
  const ports: RepositoryPorts = {
    ...workshop.ports,
    chat: {
      ...workshop.ports.chat,
      findChannel: async (id) => ({ ...anyChannel(id), name: 'shop' }),
      findPeople: async (ids) => people.filter(({ id }) => ids.includes(id)),
    },
  };
  const show = async (name: string, revision = 'origin/main') =>
    (await run('git', ['-C', workshop.clone, 'show', `${revision}:${folder}/${name}`])).stdout;
  return {
    ...workshop,
    ports,
    show,
    /** Names of the files that a commit changes, in the folder. */
    changed: async (revision = 'origin/main') => {
      const names = await git(workshop.clone, 'diff', '--name-only', `${revision}~1`, revision);
      return names.split('\n').map((name) => name.replace(`${folder}/`, ''));
    },
    /** The lines that a commit removes from a file, and adds to it. */
    diff: async (name: string, revision = 'origin/main') => {
      const range = ['diff', '-U0', `${revision}~1`, revision, '--', `${folder}/${name}`];
      const { stdout } = await run('git', ['-C', workshop.clone, ...range]);
      return stdout.split('\n').filter((line) => /^[-+](?![-+]{2} )/.test(line));
    },
    message: () => git(workshop.clone, 'log', '-1', '--format=%B', 'origin/main'),
    fetch: () => git(workshop.clone, 'fetch', '--quiet', 'origin'),
    /** The bond to the ADR that is a file now. */
    bondTo: async (fileName: string, kind: BondKind = 'supersedes') => {
      await workshop.follow();
      const adr = (await workshop.adrs()).find((one) => one.fileName === fileName);
      if (adr === undefined) throw new Error(`${fileName} is not in the index.`);
      return { kind, adrId: adr.id, number: adr.number, title: adr.title };
    },
    /** A decision that Alice and Ben have voted on. `chosen` is the index of an option; null when it is rejected. */
    decide: async (more: Partial<Decision> = {}, chosen: number | null = 0): Promise<Decision> => {
      const options = more.options ?? [makeOption(0, 'Go'), makeOption(1, 'Rust')];
      const chosenOptionId = chosen === null ? undefined : options[chosen]?.id;
      const decision = makeDecision({
        title: 'Choose the language',
        status: chosen === null ? 'rejected' : 'accepted',
        timeZone: 'UTC',
        objections: [],
        archive: workshop.archive.id,
        ...more,
        options,
        voting: makeVoting({ closedAt: after(3_600) }),
        outcome: {
          chosenOptionId,
          reason: { by: 'rule', verdict: wonBy(options[chosen ?? 0]?.title ?? '') },
          consequences: [],
          decidedBy: undefined,
          decidedAt: after(3_600),
          departures: [],
        },
      });
      const { read } = workshop.ports.store;
      const ts = decision.id;
      await read.decisions.insert({ ...decision, status: 'proposed', outcome: undefined });
      await read.decisions.save(decision);
      await read.cards.place(decision.id, { ts, link: 'https://example.org/card' });
      if (chosenOptionId !== undefined) {
        const ballots = ['U1', 'U2'].map((userId) => ({
          optionId: chosenOptionId,
          userId,
          isCast: true,
          score: 1,
          eventUs: 1,
          cardTs: ts,
        }));
        await read.ballots.write(decision, ballots);
      }
      return (await read.decisions.find(decision.id)) ?? decision;
    },
    /** Publishes it, and fetches what was pushed. */
    publish: async (decision: Decision, by: RepositoryPorts = ports) => {
      await publish(by, decision.id);
      await git(workshop.clone, 'fetch', '--quiet', 'origin');
      const publication = await workshop.ports.store.read.publications.find(decision.id);
      return { number: publication?.number, fileName: publication?.fileName ?? '' };
    },
    /** What the thread is told about a publication. */
    told: async (decision: Decision) => {
      const rows = await workshop.announcements();
      return rows.filter(({ decision_id }) => decision_id === decision.id).map(({ body }) => body);
    },
  };
}

/** A reason that Ben gave. */
export function makeArgument(optionId: string, kind: Argument['kind'], text: string): Argument {
  return { id: randomUUID(), optionId, kind, text, authorId: 'U2', madeAt: after(60) };
}
