import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openChromium } from '@gavel/local-slack/chromium.ts';
import type { Person } from '@gavel/local-slack/person/person.ts';
import type { SeenMessage } from '@gavel/local-slack/person/seen.ts';
import type { Page } from 'playwright-core';
import { startEmbeddedPostgres } from '../../db/embedded.ts';
import { type Stage, setStage } from './stage.ts';
import { withTools } from './with-tools.ts';

const folder = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url));
const question = 'Choose the backend language for trace ingestion';
const reviewed = 'Which queue carries our events?';
const first = { channel: '#architecture', title: question };
const options = ['Go + Fiber', 'Node.js + tRPC', 'Rust + Axum'];

/** A Tuesday in half a year, on which people look again at the first decision. */
const lookedAgainOn = tuesdayIn(26);

/** What a modal names as the address for editors and agents. */
const toolsAddress = 'https://gavel.example.com/mcp';

/** What a README carries without a thought, in bytes. */
const largest = 300_000;

/** Plays two decisions on a stage of its own, and photographs the page on the way. */
async function main(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'gavel-screenshots-'));
  const postgres = await startEmbeddedPostgres(join(home, 'postgres'));
  try {
    await using stage = await setStage({
      ...{ databaseUrl: postgres.url, folder: home, withForge: true, changeManifest: withTools },
      parts: { settings: { publishesRejected: true, language: 'en', timeZone: undefined, toolsAddress } },
    });
    stage.slack.offerTools(`http://127.0.0.1:${stage.gavel.port}/mcp`);
    const browser = await openChromium();
    try {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
      await mkdir(folder, { recursive: true });
      await play(stage, page);
      await playReview(stage, page);
      await playFinding(stage, page);
      await playRevisit(stage, page);
    } finally {
      await browser.close();
    }
  } finally {
    await postgres.stop();
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function play(stage: Stage, page: Page): Promise<void> {
  const { slack } = stage;
  const { channel } = first;
  const [alice, ben, chloe, dev] = ['Alice', 'Ben', 'Chloe', 'Dev'].map((name) => slack.person(name));
  if (!alice || !ben || !chloe || !dev) throw new Error('The workspace is not the one that this script knows.');
  await page.goto(`${slack.url}/#${new URLSearchParams({ as: 'Alice', at: channel })}`);

  await alice.command(channel, `/adr propose ${question}`);
  await modal(stage, alice, 'Propose');
  await alice.fill('Context and problem statement', {
    type: 'rich_text',
    elements: [
      line('Thousands of agent sessions send traces at once, and most of them during working hours.'),
      {
        type: 'rich_text_list',
        style: 'bullet',
        indent: 0,
        elements: [line('40 MB/s at noon'), line('no loss, ever')],
      },
    ],
  });
  await alice.fill('Option 1', 'Go + Fiber');
  await page.getByRole('textbox', { name: 'Option 1', exact: true }).waitFor();
  await photograph(page, 'propose');
  for (const [index, option] of options.entries()) {
    if (index === 2) {
      await alice.press('Add an option');
      await slack.until(() => JSON.stringify(alice.modal()?.blocks).includes('"Option 3"'), 'a third row');
    }
    await alice.fill(`Option ${index + 1}`, option);
  }
  await alice.fill('Deciders', ['Alice', 'Ben', 'Chloe', 'Dev']);
  await alice.submit();
  await cardSays(stage, alice, 'have voted');

  const arguments_ = [
    [ben, 'Go + Fiber', 'Pro: it speaks for it', 'one binary to ship'],
    [chloe, 'Go + Fiber', 'Con: it speaks against it', 'new to most of us'],
    [dev, 'Node.js + tRPC', 'Pro: it speaks for it', 'one language everywhere'],
  ] as const;
  for (const [person, option, kind, because] of arguments_) {
    await person.click(card(person), 'Add pro / con');
    await modal(stage, person, 'Add');
    await person.fill('Option', option);
    await person.fill('It is a', kind);
    await person.fill('Because', because);
    await person.submit();
  }
  await alice.react(card(alice), 'one');
  await ben.react(card(ben), 'one');
  await dev.react(card(dev), 'two');
  await cardSays(stage, alice, '3 of 4 have voted');
  await page.getByText('3 of 4 have voted').first().waitFor();
  await photograph(page, 'card');

  await page.getByRole('button', { name: question, exact: true }).click();
  await page.getByRole('complementary', { name: 'Details' }).getByText('one binary to ship').waitFor();
  await photograph(page, 'object');
  await page.getByRole('button', { name: 'Close details' }).click();

  await alice.click(card(alice), 'Record outcome');
  await modal(stage, alice, 'Record');
  await alice.fill('Because', 'one binary to ship, and twice the throughput in our trial');
  await alice.fill('Look again on', lookedAgainOn);
  await alice.fill('We would change our mind if …', 'a garbage collection takes longer than 10 ms');
  await alice.submit();
  const decided = await cardSays(stage, alice, 'Published as');
  await page.locator('dialog').waitFor({ state: 'detached' });
  await page.goto(`${slack.url}/#${new URLSearchParams({ as: 'Chloe', at: channel, thread: decided.ts })}`);
  await page.getByRole('complementary', { name: 'Thread' }).getByText('The record is').waitFor();
  await photograph(page, 'outcome');

  await page.getByRole('button', { name: 'Repository' }).click();
  await page.locator('.files button').first().click();
  await page.getByRole('heading', { name: question }).waitFor();
  await photograph(page, 'repository');
}

/** A decision whose ADR waits for people at a forge. */
async function playReview(stage: Stage, page: Page): Promise<void> {
  const { slack, atForge } = stage;
  const channel = '#platform';
  const alice = slack.person('Alice');
  await alice.command(channel, `/adr propose ${reviewed}`);
  await modal(stage, alice, 'Propose');
  await alice.fill('Context and problem statement', 'Bursts of events at night, and nobody is awake then.');
  await alice.fill('Option 1', 'Kafka');
  await alice.fill('Option 2', 'NATS');
  await alice.submit();
  const at = { channel, title: reviewed };
  await alice.react(await cardSays(stage, alice, 'have voted', at), 'one');
  await alice.click(await cardSays(stage, alice, '1 of 5 have voted', at), 'Record outcome');
  await modal(stage, alice, 'Record');
  await alice.fill('Because', 'the team can run it');
  await alice.submit();
  await cardSays(stage, alice, 'waiting for 1 approval', at);
  const place = { as: 'Ben', tab: 'repository', repository: atForge?.path ?? '', review: '#1' };
  await page.goto(`${slack.url}/#${new URLSearchParams(place)}`);
  await page.reload();
  const review = page.frameLocator('iframe');
  await review.getByText('Your review').evaluate((label) => label.scrollIntoView());
  await photograph(page, 'review');
}

/** The places where people and their tools meet a decision again. */
async function playFinding(stage: Stage, page: Page): Promise<void> {
  const { slack } = stage;
  const ben = slack.person('Ben');
  await page.goto(`${slack.url}/#${new URLSearchParams({ as: 'Ben', at: '@Gavel' })}`);
  await page.getByRole('main').getByText(reviewed).first().waitFor();
  await photograph(page, 'home');

  await page.goto(`${slack.url}/#${new URLSearchParams({ as: 'Ben', at: first.channel })}`);
  await ben.command(first.channel, '/adr find binary status:accepted');
  await page.getByRole('dialog').getByText('one binary to ship').waitFor();
  await photograph(page, 'find');
  await ben.closeAllModals();

  await page.goto(`${slack.url}/#${new URLSearchParams({ as: 'Ben', tab: 'slackbot' })}`);
  await page.getByLabel('query').fill('ingestion');
  await page.getByRole('button', { name: 'Use it' }).click();
  await page.getByRole('article', { name: 'Search decisions' }).getByRole('button', { name: 'Show' }).click();
  await page
    .getByRole('article', { name: 'Read a decision' })
    .getByText('Thousands of agent sessions')
    .first()
    .waitFor();
  await photograph(page, 'slackbot');
}

/** The day on which people look at a decision again. */
async function playRevisit(stage: Stage, page: Page): Promise<void> {
  const { slack } = stage;
  await stage.advance(Date.parse(`${lookedAgainOn}T10:00:00Z`) - slack.clock.now().getTime());
  await page.goto(`${slack.url}/#${new URLSearchParams({ as: 'Ben', at: first.channel })}`);
  await page.getByText('Is this still right?').first().waitFor();
  await photograph(page, 'revisit');
}

/** The Tuesday of the week that is this many weeks away, as YYYY-MM-DD. */
function tuesdayIn(weeks: number): string {
  const then = new Date();
  then.setUTCDate(then.getUTCDate() + 7 * weeks + 2 - then.getUTCDay());
  return then.toISOString().slice(0, 10);
}

function line(text: string): object {
  return { type: 'rich_text_section', elements: [{ type: 'text', text }] };
}

async function modal({ slack }: Stage, person: Person, submit: string): Promise<void> {
  await slack.until(() => person.modal()?.submit === submit, `the modal with “${submit}” for ${person.name}`);
}

function card(person: Person, { channel, title } = first): SeenMessage {
  const found = person.sees(channel).find((message) => person.plainText(message).includes(title));
  if (found === undefined) throw new Error(`${person.name} does not see the card.`);
  return found;
}

async function cardSays({ slack }: Stage, person: Person, words: string, which = first): Promise<SeenMessage> {
  return slack.until(() => {
    const seen = card(person, which);
    return person.plainText(seen).includes(words) && seen;
  }, `the card to say “${words}”`);
}

async function photograph(page: Page, name: string): Promise<void> {
  const path = join(folder, `${name}.png`);
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  const { size } = await stat(path);
  console.log(`docs/screenshots/${name}.png  ${Math.round(size / 1000)} kB`);
  if (size > largest) throw new Error(`${path} has ${size} bytes; ${largest} are the most.`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
