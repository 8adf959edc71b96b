import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import {
  actAs,
  describeInBrowser,
  findBarriers,
  look,
  visit,
  write,
} from '../packages/local-slack/test/page/browser.ts';
import { setStage } from './support/gavel.ts';

/** Fills in a field of the open modal by its label, whatever stands in brackets behind it. */
async function fill(page: Page, label: string, text: string): Promise<void> {
  await page
    .locator('dialog')
    .getByRole('textbox', { name: new RegExp(`^${label}( \\(optional\\))?$`) })
    .fill(text);
}

async function submit(page: Page, button: string): Promise<void> {
  await page.locator('dialog').getByRole('button', { name: button, exact: true }).click();
}

async function propose(page: Page, title: string, options: readonly string[]): Promise<void> {
  await write(page, `/adr propose ${title}`);
  await page.getByRole('dialog', { name: 'Propose a decision' }).getByRole('textbox', { name: 'Question' }).waitFor();
  await fill(page, 'Context and problem statement', 'Bursts of events.');
  for (const [index, option] of options.entries()) {
    if (index >= 2) {
      await page.getByRole('button', { name: 'Add an option' }).click();
    }
    await fill(page, `Option ${index + 1}`, option);
  }
  await submit(page, 'Propose');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await page
    .locator('.message', { hasText: title })
    .locator('.pill')
    .nth(options.length - 1)
    .waitFor();
}

/** By how many pixels a page is wider than its window. */
const overflow = (body: HTMLElement) => Math.max(0, body.scrollWidth - body.clientWidth);

describeInBrowser('a decision in the browser', () => {
  it('goes from /adr propose to a commit, by the clicks and keys of three people', async () => {
    await using stage = await setStage();
    await using page = await look(stage.slack.url);
    const composer = page.locator('.conversation .composer textarea');
    await composer.pressSequentially('/ad');
    await composer.press('Enter');
    await composer.pressSequentially('prop');
    await composer.press('Enter');
    await composer.pressSequentially('Which queue carries our events?');
    await composer.press('Enter');

    const modal = page.getByRole('dialog', { name: 'Propose a decision' });
    await modal.getByRole('textbox', { name: 'Question' }).waitFor();
    const context = modal.getByRole('textbox', { name: 'Context and problem statement' });
    await context.click();
    await page.keyboard.type('Bursts of ');
    await page.keyboard.press('Control+b');
    await page.keyboard.type('thousands');
    await page.keyboard.press('Control+b');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Shift+Digit8');
    await page.keyboard.type('at night');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('mostly');
    for (let line = 0; line < 3; line += 1) await page.keyboard.press('Enter');
    await modal.getByRole('button', { name: 'Bold' }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.keyboard.type('example.com/load');
    await page.keyboard.press('Enter');
    await fill(page, 'Option 1', 'Kafka');
    await fill(page, 'Option 2', 'NATS');
    const deciders = modal.getByRole('combobox', { name: /^Deciders( \(optional\))?$/ });
    for (const name of ['Alice', 'Ben', 'Chloe']) {
      await deciders.fill(name);
      await deciders.press('Enter');
    }
    await deciders.press('Escape');
    expect(await findBarriers(page)).toEqual([]);
    await submit(page, 'Propose');
    await page.getByRole('button', { name: /^two, 1 reaction/ }).waitFor();

    await actAs(page, 'Ben');
    await page.getByRole('button', { name: /^one, 1 reaction/ }).click();
    await page.getByRole('button', { name: 'Add pro / con' }).click();
    const option = page.locator('dialog').getByRole('combobox', { name: 'Option' });
    await option.click();
    await page.getByRole('option', { name: 'Kafka' }).click();
    await page.locator('dialog').getByRole('radio').first().check();
    await fill(page, 'Because', 'everybody knows it');
    await submit(page, 'Add');
    await page.locator('dialog').waitFor({ state: 'detached' });

    await actAs(page, 'Chloe');
    await page.getByRole('button', { name: /^one, 2 reactions/ }).click();
    await page.getByText('2 of 3 have voted · ').waitFor();
    await page.getByText('everybody knows it').waitFor();

    await actAs(page, 'Alice');
    await page.getByRole('button', { name: 'Record outcome' }).click();
    await page.getByRole('dialog', { name: 'Record the outcome' }).waitFor();
    const answer = page.locator('dialog').getByRole('textbox', { name: /^Title of the record/ });
    expect(await answer.inputValue()).toBe('Use Kafka');
    await fill(page, 'Because', 'the team can run it');
    await submit(page, 'Record');
    await page.getByText('Published as').waitFor();

    await page.getByRole('button', { name: 'Repository' }).click();
    await page.getByRole('button', { name: '0001-use-kafka.md' }).click();
    const text = page.getByRole('region', { name: 'Text of the document' });
    await text.getByRole('heading', { name: 'Use Kafka' }).waitFor();
    expect(await text.locator('strong').first().textContent()).toBe('thousands');
    expect(await text.locator('li li').first().textContent()).toBe('mostly');
    expect(await text.getByRole('link').first().getAttribute('href')).toBe('https://example.com/load');
    expect(await findBarriers(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Markdown' }).click();
    expect(await text.textContent()).toContain('Chosen option: "Kafka", because the team can run it');
    expect(await stage.git('log', '--oneline')).toContain('Use Kafka');
  });

  it.each([1280, 400])(
    'goes to a protected branch by a review that people approve and merge, %i wide',
    async (width) => {
      await using stage = await setStage({ withForge: true });
      const { atForge } = stage;
      if (atForge === undefined) throw new Error('There is no forge.');
      await using page = await look(stage.slack.url, { at: '#platform', frames: atForge.forge.url, width });
      await page.getByText('A decision in #platform goes by pull request').waitFor();
      await propose(page, 'Which queue carries our events?', ['Kafka', 'NATS']);
      await page.getByRole('button', { name: /^one, 1 reaction/ }).click();
      await page.getByText('1 of 5 have voted · ').waitFor();
      await page.getByRole('button', { name: 'Record outcome' }).click();
      await page.getByRole('dialog', { name: 'Record the outcome' }).waitFor();
      await fill(page, 'Because', 'the team can run it');
      await submit(page, 'Record');
      const card = page.locator('.conversation .message', { hasText: 'Which queue' }).first();
      await card.getByText('waiting for 1 approval').waitFor();
      const link = card.getByRole('link', { name: '#1', exact: true });
      expect(await link.getAttribute('target')).toBe('_blank');
      expect(await link.getAttribute('href')).toBe(atForge.forge.reviewUrl(atForge.path, 1));

      await page.getByRole('button', { name: 'Repository' }).click();
      await page.getByRole('tab', { name: `${atForge.path} 1 open` }).click();
      await page.getByRole('button', { name: /^ADR 0001: Use Kafka/ }).click();
      const review = page.frameLocator('iframe');
      await review.getByText('gavel[bot] wants to merge').waitFor();
      await review.getByRole('cell', { name: '# Use Kafka', exact: true }).waitFor();
      expect(await review.locator('body').evaluate(overflow)).toBe(0);
      expect(await page.locator('body').evaluate(overflow)).toBe(0);
      expect(await findBarriers(page)).toEqual([]);
      await actAs(page, 'Ben');
      await review.getByRole('button', { name: 'Approve' }).click();
      await review.locator('article', { hasText: 'ben approved this' }).waitFor();
      await review.getByRole('button', { name: 'Merge', exact: true }).click();
      await page.getByRole('button', { name: /^ADR 0001: Use Kafka.* merged$/ }).waitFor();
      await page.getByRole('button', { name: '0001-use-kafka.md' }).click();
      await page.getByRole('heading', { name: 'Use Kafka' }).waitFor();

      await page.getByRole('button', { name: 'Home' }).click();
      await card.getByText('Published as').waitFor();
      const address = (await card.getByRole('link', { name: '0001-use-kafka.md' }).getAttribute('href')) ?? '';
      expect(address).toContain(`${atForge.forge.url}/${atForge.path}/commit/`);
      expect(await (await fetch(address)).text()).toContain('docs/decisions/0001-use-kafka.md');
      expect(atForge.forge.reviews(atForge.path)).toMatchObject([
        { state: 'merged', mergedBy: 'ben', verdicts: [{ by: 'ben', state: 'approved' }] },
      ]);
      expect(await atForge.forge.file(atForge.path, 'main', 'docs/decisions/0001-use-kafka.md')).toContain(
        '# Use Kafka',
      );
      expect(await stage.git('rev-list', '--all', '--count')).toBe('0\n');
    },
  );

  it('shows what is wrong under its field, and keeps everything else', async () => {
    await using stage = await setStage();
    await using page = await look(stage.slack.url);
    await write(page, '/adr propose Which queue?');
    await page.getByRole('textbox', { name: 'Question' }).waitFor();
    await fill(page, 'Context and problem statement', 'Bursts.');
    await submit(page, 'Propose');
    await page
      .locator('.block-input', { hasText: 'Option 1' })
      .first()
      .getByText('Please complete this required field.')
      .waitFor();
    await fill(page, 'Option 1', 'Kafka');
    await fill(page, 'Option 2', 'kafka');
    await submit(page, 'Propose');
    const second = page.locator('.block-input', { has: page.getByText('Option 2', { exact: true }) });
    await second.getByRole('alert').waitFor();
    expect(await page.getByRole('textbox', { name: 'Context and problem statement' }).textContent()).toBe('Bursts.');
    expect(await page.getByRole('textbox', { name: 'Option 1', exact: true }).inputValue()).toBe('Kafka');
    expect(await findBarriers(page)).toEqual([]);
  });

  it('takes ten options in one modal', async () => {
    await using stage = await setStage();
    await using page = await look(stage.slack.url);
    const names = Array.from({ length: 10 }, (_unused, index) => `Answer ${index + 1}`);
    await propose(page, 'Which of ten?', names);
    await page.getByRole('button', { name: /^keycap ten, 1 reaction/ }).waitFor();
    for (const name of names) await page.locator('.message').getByText(name, { exact: true }).waitFor();
  });

  it('keeps a private channel, and what is decided there, from a guest', async () => {
    await using stage = await setStage();
    await using page = await look(stage.slack.url, { at: '#security' });
    await propose(page, 'Which vault?', ['Ours', 'Theirs']);
    await actAs(page, 'Gus');
    await page.locator('.sidebar').getByRole('button', { name: 'architecture' }).waitFor();
    expect(await page.locator('.sidebar').getByRole('button', { name: 'security' }).count()).toBe(0);
    expect(await page.getByText('Which vault?').count()).toBe(0);
  });

  it('shows the digest to whoever asks, and to nobody else', async () => {
    await using stage = await setStage();
    await using page = await look(stage.slack.url);
    await propose(page, 'Which queue?', ['Kafka', 'NATS']);
    await write(page, '/adr digest');
    const digest = page.locator('.message.ephemeral');
    await digest.getByText('Only visible to you').waitFor();
    await digest.getByText('Which queue?').waitFor();
    await actAs(page, 'Ben');
    await page.locator('.message').first().waitFor();
    expect(await digest.count()).toBe(0);
    await visit(page, 'general');
    await page.getByText('This is the very beginning of #general.').waitFor();
  });
});
