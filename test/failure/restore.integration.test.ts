import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SeenMessage } from '@gavel/local-slack/person/seen.ts';
import { describe, expect, it } from 'vitest';
import { startGavel } from '../../src/gavel.ts';
import { git, pushFiles } from '../archive/workshop.ts';
import { query } from '../jobs/workshop.ts';
import { type Dump, dumpDatabase, restoreDump } from '../support/dump.ts';
import { type Stage, setStage } from '../support/gavel.ts';
import { accept, cardSays, cardsOf, patience, propose, repliesTo, threadSays } from './scene.ts';

const title = 'Choose a language';
const dueNow = `select graphile_worker.reschedule_jobs(array[id], run_at := now()) from graphile_worker.jobs
  where task_identifier like '%:publish' and locked_at is null`;

/** Stops Gavel, and starts it on a database restored from a dump. Returns the address of that database. */
async function restore(stage: Stage, dump: Dump): Promise<string> {
  await stage.gavel.stop();
  const databaseUrl = await restoreDump(dump);
  stage.gavel = await startGavel({ ...stage.parts, databaseUrl });
  return databaseUrl;
}

/** Nothing is left to publish or say, in the restored database. */
async function settled(url: string): Promise<void> {
  const open = `select from decision where status <> 'proposed' and not is_published
    union all select from message where ts is null`;
  await expect.poll(() => query(url, open), patience).toEqual([]);
}

const said = (stage: Stage, card: SeenMessage, words: string) =>
  repliesTo(stage.slack, card).filter((text) => text.includes(words));

const subjects = (stage: Stage) => stage.git('log', '--format=%s', 'main');

async function refusePushes(stage: Stage): Promise<() => Promise<void>> {
  const hook = join(stage.repository, 'hooks/pre-receive');
  await mkdir(join(stage.repository, 'hooks'), { recursive: true });
  await writeFile(hook, '#!/bin/sh\necho "GH006: Protected branch update failed." >&2\nexit 1\n');
  await chmod(hook, 0o755);
  return () => rm(hook);
}

/** Takes a decision to the moment at which the dump is made, and from there into git. */
const moments: Readonly<Record<string, (stage: Stage, card: SeenMessage) => Promise<Dump>>> = {
  'when it was decided, and had no number yet': async (stage, card) => {
    await rename(stage.repository, `${stage.repository}.away`);
    await accept(stage.slack, card);
    await threadSays(stage.slack, card, 'not in the repository yet');
    const dump = await dumpDatabase(stage.databaseUrl);
    await rename(`${stage.repository}.away`, stage.repository);
    return dump;
  },
  'when it had a number, and was not pushed yet': async (stage, card) => {
    const letThrough = await refusePushes(stage);
    await accept(stage.slack, card);
    await threadSays(stage.slack, card, 'not in the repository yet');
    const dump = await dumpDatabase(stage.databaseUrl);
    await letThrough();
    // Somebody else takes the number in the meantime, so git has another one for it than the dump.
    await pushFiles(stage.repository, { 'docs/decisions/0001-theirs.md': '# Theirs\n' });
    return dump;
  },
  'when it was published': async (stage, card) => {
    await accept(stage.slack, card);
    await threadSays(stage.slack, card, 'The record is');
    await cardSays(stage.slack, title, 'Published as');
    return dumpDatabase(stage.databaseUrl);
  },
};

describe('a database that is restored from a dump', () => {
  it.each(Object.entries(moments))(
    'made %s, announces nothing again, and has the number that git has',
    async (_, lead) => {
      await using stage = await setStage();
      const card = await propose(stage.slack, title);
      const dump = await lead(stage, card);
      await stage.query(dueNow);
      await threadSays(stage.slack, card, 'The record is');
      const published = await cardSays(stage.slack, title, 'Published as');
      const commits = await subjects(stage);

      const url = await restore(stage, dump);
      await settled(url);
      expect(await subjects(stage)).toBe(commits);
      expect(said(stage, card, 'The record is')).toHaveLength(1);
      expect(await cardSays(stage.slack, title, 'Published as')).toBe(published);
      const [row] = await query<{ file_name: string; number: number }>(
        url,
        'select file_name, number from publication',
      );
      expect(published).toContain(`Published as \`${row?.file_name}\``);
      expect(row?.file_name.startsWith(`000${row.number}-`)).toBe(true);

      const next = await propose(stage.slack, 'Choose a database');
      await accept(stage.slack, next);
      await cardSays(
        stage.slack,
        'Choose a database',
        `Published as \`000${(row?.number ?? 0) + 1}-choose-a-database.md\``,
      );
    },
  );

  it('made when voting was open leaves the record as it is, and says so', async () => {
    await using stage = await setStage();
    const card = await propose(stage.slack, title);
    const dump = await dumpDatabase(stage.databaseUrl);
    await accept(stage.slack, card);
    await threadSays(stage.slack, card, 'The record is');
    const record = await stage.git('show', 'main:docs/decisions/0001-choose-a-language.md');
    // With another clock, the second outcome would be as old as the first.
    await stage.advance(60_000);

    const url = await restore(stage, dump);
    // Slack shows the card in its latest state; a vote makes it update.
    await stage.slack.person('Ben').react(card, 'one');
    await cardSays(stage.slack, title, 'Record outcome');
    await accept(stage.slack, cardsOf(stage.slack, title)[0] ?? card);
    const [told] = await threadSays(stage.slack, card, 'already has the record');
    expect(told).toContain('docs/decisions/0001-choose-a-language.md');
    expect(told).toContain('I have changed nothing in it');
    await settled(url);
    expect(said(stage, card, 'The record is')).toHaveLength(1);
    expect(await subjects(stage)).toBe('ADR 0001: Choose a language (accepted)\n');
    expect(await stage.git('show', 'main:docs/decisions/0001-choose-a-language.md')).toBe(record);
    await cardSays(stage.slack, title, 'Published as `0001-choose-a-language.md`');
    const events = await query(url, `select detail ->> 'wasThere' as was_there from event where kind = 'published'`);
    expect(events).toEqual([{ was_there: 'true' }]);
  });

  it('recognizes a record that is many commits back, under another name', async () => {
    await using stage = await setStage();
    const card = await propose(stage.slack, title);
    const dump = await moments['when it was decided, and had no number yet']?.(stage, card);
    await stage.query(dueNow);
    await threadSays(stage.slack, card, 'The record is');
    const folder = 'docs/decisions';
    const record = await stage.git('show', `main:${folder}/0001-choose-a-language.md`);
    await pushFiles(stage.repository, {
      [`${folder}/0001-choose-a-language.md`]: undefined,
      [`${folder}/0041-use-go.md`]: `${record}\nMore.\n`,
    });
    for (let count = 0; count < 60; count += 1) {
      const tree = await git(stage.repository, 'rev-parse', 'main^{tree}');
      const commit = await git(stage.repository, 'commit-tree', tree, '-p', 'main', '-m', `Count ${count}`);
      await git(stage.repository, 'update-ref', 'refs/heads/main', commit);
    }

    const url = await restore(stage, dump ?? {});
    await settled(url);
    expect(await query(url, 'select number, file_name from publication')).toEqual([
      { number: 41, file_name: '0041-use-go.md' },
    ]);
    expect((await subjects(stage)).match(/ADR 0001/g)).toHaveLength(1);
    expect(said(stage, card, 'The record is')).toHaveLength(1);
    await cardSays(stage.slack, title, 'Published as `0041-use-go.md`');
  });
});
