import { rename } from 'node:fs/promises';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { pushFiles } from '../../archive/workshop.ts';
import { type Stage, setStage } from '../../support/gavel.ts';
import { architecture, lastPrivateAnswer, propose } from '../../support/scene.ts';
import { findPings } from '../../support/wire.ts';

const patience = { timeout: 30_000, interval: 50 };

function makeAdrs(count: number, first = 1): Record<string, string> {
  const numbers = Array.from({ length: count }, (_, index) => index + first);
  return Object.fromEntries(
    numbers.map((number) => [
      `docs/decisions/${String(number).padStart(4, '0')}-choose.md`,
      `# ${number}. Choose ${number}\n\n## Status\n\nAccepted\n`,
    ]),
  );
}

/** A stage whose repository has been read once, while it was empty. */
async function setReadStage(): Promise<Stage> {
  const stage = await setStage();
  const isRead = async () => (await stage.query('select from archive where checked_at is not null')).length > 0;
  await expect.poll(isRead, patience).toBe(true);
  return stage;
}

/** Alice types `/adr import`, and is told this in the end. */
async function importSays(stage: Stage, words: string, channel = architecture): Promise<string> {
  const alice = stage.slack.person('Alice');
  await alice.command(channel, '/adr import');
  return stage.slack.until(() => {
    const answer = lastPrivateAnswer(alice, channel);
    return answer.includes(words) ? answer : undefined;
  }, `the answer “${words}”`);
}

/** The messages in the channel that show the progress of an import. */
function progress({ slack }: Stage) {
  const alice = slack.person('Alice');
  const isMeant = (text: string) => /I am reading|stopped me|^Read /.test(text);
  const seen = alice.sees(architecture).filter(({ isEphemeral }) => !isEphemeral);
  return seen.map((message) => ({ message, text: alice.plainText(message) })).filter(({ text }) => isMeant(text));
}

/** Waits until the latest of them says something. */
function progressSays(stage: Stage, words: RegExp): Promise<string> {
  return stage.slack.until(() => {
    const text = progress(stage).at(-1)?.text;
    return text && words.test(text) ? text : undefined;
  }, `an import that says ${words}`);
}

describe('/adr import', () => {
  it('reports a short reading where it was requested, only to the asker', async () => {
    await using stage = await setReadStage();
    await pushFiles(stage.repository, makeAdrs(3));
    expect(await importSays(stage, 'Read')).toContain('Read 3 ADRs: 3 are new.');
    await pushFiles(stage.repository, {
      'docs/decisions/0001-choose.md': '# 1. Choose 1\n\n## Status\n\nDeprecated\n',
      'docs/decisions/0004-choose.md': '# 4. Choose\n\n# 4. Twice\n',
    });
    expect(await importSays(stage, '1 is new')).toMatch(
      /Read 4 ADRs: 1 is new, 1 has another status\. \d could not be/,
    );
    expect(progress(stage)).toEqual([]);
    expect(
      stage.slack
        .person('Ben')
        .sees(architecture)
        .filter(({ isEphemeral }) => isEphemeral),
    ).toEqual([]);
  });

  it('says why when the repository is unreachable, and reads it when it is back', async () => {
    await using stage = await setReadStage();
    await rename(stage.repository, `${stage.repository}.away`);
    expect(await importSays(stage, 'There is no repository')).toContain('ADR_REPOSITORY');
    await rename(`${stage.repository}.away`, stage.repository);
    await pushFiles(stage.repository, makeAdrs(1));
    await importSays(stage, 'Read 1 ADR: 1 is new.');
  });

  it('shows the progress of a long reading in one message, which ends with what was found', async () => {
    await using stage = await setReadStage();
    await pushFiles(stage.repository, makeAdrs(450));
    await stage.slack.person('Alice').command(architecture, '/adr import');
    await progressSays(stage, /^Read 450 ADRs: 450 are new/);
    expect(progress(stage)).toHaveLength(1);
    const calls = stage.slack.wire.entries().filter(({ kind, name }) => kind === 'call' && name === 'chat.update');
    const shown = calls.map(({ sent }) => JSON.stringify(sent)).filter((sent) => sent.includes('of 450 ADRs'));
    expect(shown.length).toBeGreaterThan(0);
    // The second time, there is little to do.
    await importSays(stage, 'Read 450 ADRs.');
    expect(progress(stage)).toHaveLength(1);
  });

  it('can be stopped, stays stopped, and resumes where it was', async () => {
    await using stage = await setReadStage();
    const { slack } = stage;
    const alice = slack.person('Alice');
    await pushFiles(stage.repository, makeAdrs(850));
    // Until this lets go of it, nobody writes to the index.
    const holder = new pg.Client({ connectionString: stage.databaseUrl });
    await holder.connect();
    await holder.query('begin; select from archive for update');
    await alice.command(architecture, '/adr import');
    await progressSays(stage, /I am reading the repository: 0 of 850/);
    const message = progress(stage)[0]?.message;
    if (message === undefined) throw new Error('There is no message.');
    await alice.click(message, 'Stop');
    const waiting = () =>
      stage.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
    await expect.poll(waiting, patience).toHaveLength(2);
    await holder.query('commit');
    await holder.end();

    const stopped = await progressSays(stage, /Alice stopped me: I have read \d+ of 850 ADRs/);
    const read = Number(/read (\d+) of/.exec(stopped)?.[1]);
    expect(read).toBeLessThan(850);
    expect(await stage.query('select from adr')).toHaveLength(read);
    // The check every five minutes leaves it alone.
    await stage.restart();
    await expect
      .poll(
        () => stage.query(`select from graphile_worker.jobs where task_identifier like '%:follow-archive'`),
        patience,
      )
      .toEqual([]);
    expect(await stage.query('select from adr')).toHaveLength(read);

    await alice.command(architecture, '/adr import');
    await progressSays(stage, /^Read 850 ADRs/);
    expect(progress(stage)).toHaveLength(2);
    expect(await stage.query('select from adr')).toHaveLength(850);
  });

  it('asks to be invited, for many ADRs, where it can’t post', async () => {
    await using stage = await setReadStage();
    await pushFiles(stage.repository, makeAdrs(201));
    const outside = '#random';
    expect(await importSays(stage, '/invite @Gavel', outside)).toContain('I am not in #random yet.');
    await pushFiles(stage.repository, { 'docs/decisions/0201-choose.md': '# 201. Again\n' });
    await importSays(stage, '/invite @Gavel', outside);
  });
});

describe('the ADRs that were there before Gavel', () => {
  const hello = 'By the way: I have read the 3 ADRs that are in your repository.';
  const seen = (stage: Stage, channel: string, by = 'Dev') => {
    const person = stage.slack.person(by);
    return person.sees(channel).map((message) => person.plainText(message));
  };
  const isSaid = (stage: Stage) =>
    stage.query(`select from message where key like 'archive read:%' and ts is not null`);

  it('are announced once, in the public channel of the first card, and ping nobody', async () => {
    await using stage = await setReadStage();
    await pushFiles(stage.repository, makeAdrs(3));
    await importSays(stage, 'Read 3 ADRs');
    await propose(stage, { title: 'Behind closed doors', channel: '#security', by: 'Dev' });
    await propose(stage, { title: 'Which queue?' });
    await stage.slack.until(() => seen(stage, architecture).some((text) => text.includes(hello)), hello);
    await expect.poll(() => isSaid(stage), patience).toHaveLength(1);
    await propose(stage, { title: 'Which cache?' });
    await propose(stage, { title: 'Which log?', channel: '#security', by: 'Dev' });
    await stage.restart();
    await propose(stage, { title: 'Which store?' });
    expect(seen(stage, architecture).filter((text) => text.includes(hello))).toEqual([
      `${hello} \`/adr list\` has them all, and \`/adr show 3\` shows one.`,
    ]);
    expect(seen(stage, '#security').filter((text) => text.includes('By the way'))).toEqual([]);
    expect(findPings(stage)).toEqual([]);
  });
});
