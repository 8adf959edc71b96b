import { rename } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { type Stage, setStage } from '../support/gavel.ts';
import { readRecord } from '../support/record.ts';
import { architecture, ask, card, cardSays, look, openFromCard, propose } from '../support/scene.ts';

const title = 'Which key store?';
const security = '#security';
const week = 7 * 24 * 60 * 60 * 1_000;

/** Everything that somebody can ask for or be told in a channel. */
async function everythingSaidIn(stage: Stage, channel: string): Promise<string> {
  const ben = stage.slack.person(channel === security ? 'Dev' : 'Ben');
  const answers: string[] = [];
  answers.push(await ask(stage, ben, '/adr digest', channel));
  for (const line of ['/adr list', '/adr list key', '/adr show 1', '/adr style'])
    answers.push(await look(stage, ben, line, channel));
  await ben.closeAllModals();
  return [...answers, ...ben.sees(channel).map((message) => ben.plainText(message))].join('\n');
}

async function decide(stage: Stage): Promise<void> {
  const alice = stage.slack.person('Alice');
  const message = card(stage, title, security);
  if (message === undefined) throw new Error('The card is gone.');
  await openFromCard(stage, alice, message, ['Record outcome', 'Record']);
  await alice.fill('Chosen option', 'Vault');
  await alice.fill('Because', 'we run it already.');
  await alice.submit();
}

it('a private channel’s decision is shown nowhere else until it is published', async () => {
  await using stage = await setStage({ mode: 'http' });
  const alice = stage.slack.person('Alice');
  for (const channel of [architecture, '#general', security]) await ask(stage, alice, '/adr digest daily', channel);

  // While it is open.
  await propose(stage, { title, channel: security, options: ['Vault', 'Paper'] });
  expect(await everythingSaidIn(stage, security)).toContain(title);
  expect(await everythingSaidIn(stage, architecture)).not.toMatch(/key store|Vault/);
  expect(await everythingSaidIn(stage, '@Gavel')).not.toMatch(/key store|Vault/);
  await stage.advance(week / 7);
  await stage.slack.until(() => card(stage, 'Decisions', security), 'the digest of the private channel');
  for (const channel of [architecture, '#general']) {
    expect(await everythingSaidIn(stage, channel)).not.toMatch(/key store|Vault/);
    expect(card(stage, 'Decisions', channel)).toBeUndefined();
  }

  // While it is decided, and cannot be published.
  const away = `${stage.repository}.away`;
  await rename(stage.repository, away);
  await decide(stage);
  await cardSays(stage, title, 'Not published yet', security);
  await stage.advance(week / 7);
  for (const channel of [architecture, '#general']) {
    expect(await everythingSaidIn(stage, channel)).not.toMatch(/key store|Vault/);
  }

  // Once it is in git, it is everybody's; its card still is not.
  await rename(away, stage.repository);
  await stage.advance(week);
  const record = await readRecord(stage, title, security);
  expect(record.frontMatter).not.toHaveProperty('informed');
  const said = await everythingSaidIn(stage, architecture);
  expect(said).toContain(`ADR 0001 ${title}: accepted`);
  expect(said).toContain('“Vault”');
  const everything = JSON.stringify(stage.slack.person('Ben').sees(architecture));
  expect(everything).not.toContain(`/archives/${stage.slack.channel(security).id}`);
});

it('only people of the private channel read it there, and a guest reads what their channel may', async () => {
  await using stage = await setStage();
  await propose(stage, { title, channel: security });
  const gus = stage.slack.person('Gus');
  expect(await look(stage, gus, '/adr list')).toContain('There are no decisions yet. `/adr propose` starts one.');
  await expect(gus.command(security, '/adr list')).rejects.toThrow('sees no conversation');
});
