import { defaultWorkspace } from '@gavel/local-slack/workspace/seed.ts';
import { describe, expect, it } from 'vitest';
import { createLocalRepository } from '../../src/archive/git/local-repository.ts';
import { startGavel } from '../../src/gavel.ts';
import { nameInPlace } from '../../src/workflow/ports/jobs/job-place.ts';
import { setStage } from '../support/gavel.ts';
import { accept, cardSays, cardsOf, patience, propose } from './scene.ts';

const title = 'Choose a language';

describe('a database with several workspaces in it', () => {
  it('serves a process for each, and nothing from one is seen in the other', async () => {
    await using first = await setStage();
    const workspace = { ...defaultWorkspace, id: 'T0OTHER0001' };
    await using second = await setStage({ workspace, databaseUrl: first.databaseUrl });
    const both = [first, second] as const;
    await Promise.all(both.map(async ({ slack }) => accept(slack, await propose(slack, title))));
    for (const { slack, git } of both) {
      await cardSays(slack, title, 'Published as');
      expect(cardsOf(slack, title)).toHaveLength(1);
      expect((await git('ls-tree', '-r', '--name-only', 'HEAD')).trim()).toBe(
        'docs/decisions/0001-choose-a-language.md',
      );
    }
  });

  it('contains jobs for others, which stay undone', async () => {
    await using stage = await setStage();
    const card = await propose(stage.slack, title);
    const [decision] = await stage.query<{ id: string }>('select id from decision');
    const { teamId } = stage.slack;
    const places = [
      { teamId: 'T0OTHER0001', archive: 'elsewhere' },
      { teamId, archive: 'elsewhere' },
    ];
    for (const place of places) {
      const payload = JSON.stringify({ decisionId: decision?.id, ...place });
      await stage.query('select graphile_worker.add_job($1, $2::json)', [nameInPlace('publish', place), payload]);
    }
    await accept(stage.slack, card);
    await cardSays(stage.slack, title, 'Published as');
    const left = () =>
      stage.query(`select from graphile_worker.jobs where task_identifier like '%:publish' and attempts = 0`);
    await expect.poll(left, patience).toHaveLength(2);
  });
});

describe('a Gavel that is started with another repository', () => {
  it('publishes there what was not in git yet', async () => {
    await using stage = await setStage();
    const card = await propose(stage.slack, title);
    await stage.gavel.stop();
    const away = { ...stage.parts.archive, repository: 'http://127.0.0.1:9/decisions.git' };
    stage.gavel = await startGavel({ ...stage.parts, archive: away });
    await accept(stage.slack, card);
    await cardSays(stage.slack, title, 'Not published yet');
    await stage.gavel.stop();

    const repository = `${stage.folder}/other.git`;
    await createLocalRepository(repository);
    stage.gavel = await startGavel({ ...stage.parts, archive: { ...stage.parts.archive, repository } });
    await cardSays(stage.slack, title, 'Published as');
    const left = () => stage.query(`select from graphile_worker.jobs where task_identifier like '%:publish'`);
    await expect.poll(left, patience).toEqual([]);
  });
});
