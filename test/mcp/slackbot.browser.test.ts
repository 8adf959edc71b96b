import { expect, it } from 'vitest';
import { describeInBrowser, findBarriers, look } from '../../packages/local-slack/test/page/browser.ts';
import { withTools } from '../../src/try/with-tools.ts';
import { setStage } from '../support/gavel.ts';
import { isKept, propose } from '../support/scene.ts';

const toolsAddress = 'http://127.0.0.1/mcp';
const settings = { publishesRejected: true, language: 'en', timeZone: undefined, toolsAddress } as const;

describeInBrowser('Slackbot in the page', () => {
  it('uses Gavel’s tools for whoever one acts as, and the buttons of an answer use them too', async () => {
    await using stage = await setStage({ parts: { settings }, changeManifest: withTools });
    stage.slack.offerTools(`http://127.0.0.1:${stage.gavel.port}/mcp`);
    await propose(stage, { title: 'Which queue?', options: ['Kafka', 'NATS'] });
    await using page = await look(stage.slack.url, { as: 'Ben' });
    await page.getByRole('button', { name: 'Slackbot' }).click();
    await page.getByLabel('query').fill('kafka');
    await page.getByRole('button', { name: 'Use it' }).click();
    const found = page.getByRole('article', { name: 'Search decisions' });
    await found.getByText('Which queue?: voting is open').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    await found.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('article', { name: 'Read a decision' }).getByText('NATS', { exact: true }).waitFor();

    await page.getByRole('button', { name: 'Prepare a proposal' }).click();
    await page.getByLabel('title').fill('Which lamp?');
    await page.getByLabel('context').fill('It is dark.');
    await page.getByLabel('options').fill('no JSON');
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByText('options has to be JSON.').waitFor();
    await page.getByLabel('options').fill('[{"title": "A bright one"}]');
    await page.getByLabel('tags').fill('light\nroom');
    await page.getByRole('button', { name: 'Use it' }).click();
    await page.getByRole('article', { name: 'Prepare a proposal' }).getByText('Which lamp?').first().waitFor();
    await isKept(stage, 'Which lamp?');
  });
});
