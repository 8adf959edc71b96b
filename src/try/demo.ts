import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Person } from '@gavel/local-slack/person/person.ts';
import type { SeenMessage, SeenView } from '@gavel/local-slack/person/seen.ts';
import { startEmbeddedPostgres } from '../../db/embedded.ts';
import { heedSignals, untilAborted } from '../process/signals.ts';
import { type Stage, setStage } from './stage.ts';

const recordOfReview = 'docs/decisions/0001-use-mtls.md';
const run = promisify(execFile);
const day = 24 * 60 * 60 * 1_000;

/** What is put to the channel. */
interface Proposal {
  readonly title: string;
  readonly context: string;
  readonly options: readonly string[];
}

function heading(text: string): void {
  console.log(`\n\x1b[1m── ${text} ${'─'.repeat(Math.max(2, 76 - text.length))}\x1b[0m\n`);
}

function show(person: Person, seen: SeenMessage | SeenView): void {
  const lines = person.plainText(seen).split('\n');
  console.log(lines.map((line) => `    │ ${line}`).join('\n'));
}

function narrate(text: string): void {
  console.log(`\n  ${text}`);
}

/** The decisions of a channel are played by these people, through what the local Slack lets people do. */
class Play {
  readonly #stage: Stage;
  readonly #channel: string;

  constructor(stage: Stage, channel: string) {
    this.#stage = stage;
    this.#channel = channel;
  }

  person(name: string): Person {
    return this.#stage.slack.person(name);
  }

  /** The card with this title, as somebody sees it. */
  card(person: Person, title: string): SeenMessage {
    const found = person
      .sees(this.#channel)
      .findLast((message) => JSON.stringify(message.blocks).includes(`"text":"${title}"`));
    if (found === undefined) throw new Error(`${person.name} does not see the card “${title}”.`);
    return found;
  }

  /** Waits until somebody's modal has a submit button with this text. */
  async modal(person: Person, submit: string): Promise<SeenView> {
    const isThere = () => (person.modal()?.submit === submit ? person.modal() : undefined);
    return this.#stage.slack.until(isThere, `the modal with “${submit}” for ${person.name}`);
  }

  /** Waits until the card says something, and shows it. */
  async cardSays(person: Person, title: string, words: string): Promise<SeenMessage> {
    const says = () => {
      const seen = person
        .sees(this.#channel)
        .some((message) => JSON.stringify(message.blocks).includes(`"text":"${title}"`));
      const message = seen ? this.card(person, title) : undefined;
      return message && person.plainText(message).includes(words) ? message : undefined;
    };
    const message = await this.#stage.slack.until(says, `“${title}” to say “${words}”`);
    show(person, message);
    return message;
  }

  async threadSays(person: Person, message: SeenMessage, words: string): Promise<void> {
    const reply = await this.#stage.slack.until(
      () => person.thread(message).find((each) => each.ts !== message.ts && person.plainText(each).includes(words)),
      `the thread to say “${words}”`,
    );
    narrate('In the thread:');
    show(person, reply);
  }

  async propose(name: string, { title, context, options }: Proposal): Promise<SeenMessage> {
    const person = this.person(name);
    narrate(`${name} types /adr propose ${title} in ${this.#channel}`);
    await person.command(this.#channel, `/adr propose ${title}`);
    await this.modal(person, 'Propose');
    await person.fill('Context and problem statement', context);
    for (const [index, option] of options.entries()) {
      if (index >= 2) {
        await person.press('Add an option');
        await this.#stage.slack.until(
          () => JSON.stringify(person.modal()?.blocks).includes(`"Option ${index + 1}"`),
          'one more row for an option',
        );
      }
      await person.fill(`Option ${index + 1}`, option);
    }
    narrate('and fills in the form:');
    const form = person.modal();
    if (form) show(person, form);
    await person.submit();
    narrate('The card, as everyone sees it:');
    return this.cardSays(person, title, 'have voted');
  }

  async argue(name: string, title: string, option: string, kind: string, because: string): Promise<void> {
    const person = this.person(name);
    await person.click(this.card(person, title), 'Add pro / con');
    await this.modal(person, 'Add');
    await person.fill('Option', option);
    await person.fill('It is a', kind);
    await person.fill('Because', because);
    await person.submit();
    narrate(`${name} adds to ${option}: ${because}`);
  }

  async vote(name: string, title: string, emoji: string): Promise<void> {
    const person = this.person(name);
    await person.react(this.card(person, title), emoji);
    narrate(`${name} reacts with :${emoji}:`);
  }

  async record(name: string, title: string, fields: Readonly<Record<string, string>>): Promise<void> {
    const person = this.person(name);
    await person.click(this.card(person, title), 'Record outcome');
    await this.modal(person, 'Record');
    for (const [label, value] of Object.entries(fields)) {
      await person.fill(label, value);
      // The form is drawn again for the option, with what speaks against it.
      if (label === 'Chosen option') {
        const isDrawn = () => person.modal()?.privateMetadata.includes('optionId');
        await this.#stage.slack.until(isDrawn, `the form for ${value}`);
      }
    }
    narrate(`${name} records the outcome:`);
    const form = person.modal();
    if (form) show(person, form);
    await person.submit();
  }
}

async function play(stage: Stage): Promise<void> {
  const channel = '#architecture';
  const scene = new Play(stage, channel);
  const alice = scene.person('Alice');
  const pro = 'Pro: it speaks for it';
  const con = 'Con: it speaks against it';

  heading('A vote that ends at its deadline');
  const language = 'Choose the backend language for trace ingestion';
  const first = await scene.propose('Alice', {
    title: language,
    context: 'Thousands of agent sessions send traces at once, and most of them during working hours.',
    options: ['Go + Fiber', 'Node.js + tRPC', 'Rust + Axum'],
  });
  await scene.argue('Ben', language, 'Go + Fiber', pro, 'one binary to ship');
  await scene.argue('Chloe', language, 'Go + Fiber', con, 'new to most of us');
  await scene.argue('Dev', language, 'Node.js + tRPC', pro, 'one language everywhere');
  await scene.vote('Alice', language, 'one');
  await scene.vote('Ben', language, 'one');
  await scene.vote('Chloe', language, 'two');
  await scene.vote('Dev', language, 'one');
  await scene.cardSays(alice, language, '4 of 4 have voted');
  narrate('A good week later, the deadline has passed.');
  await stage.advance(10 * day);
  await scene.cardSays(alice, language, 'Published as');
  await scene.threadSays(alice, first, 'Accepted');

  heading('An outcome recorded by hand');
  const flags = 'Where do feature flags live?';
  const second = await scene.propose('Ben', {
    title: flags,
    context: 'Every service reads its flags from another place, and nobody can say which are on.',
    options: ['A table in PostgreSQL', 'A flag service'],
  });
  await scene.argue('Dev', flags, 'A table in PostgreSQL', pro, 'nothing more to run');
  await scene.vote('Dev', flags, 'one');
  await scene.vote('Ben', flags, 'two');
  await scene.record('Ben', flags, {
    'Chosen option': 'A table in PostgreSQL',
    Because: 'we have twelve flags, and a service for them would have more moving parts than they do.',
    'Good consequences': 'One query says what is on',
    'Bad consequences': 'A change of a flag takes up to a minute to arrive',
  });
  await scene.cardSays(alice, flags, 'Published as');
  await scene.threadSays(alice, second, 'Accepted');

  heading('A proposal that is rejected');
  const rewrite = 'Rewrite the ingestion in one sprint?';
  const third = await scene.propose('Dev', {
    title: rewrite,
    context: 'The ingestion has grown by accident, and each change takes longer than the last.',
    options: ['Rewrite it', 'Leave it as it is'],
  });
  await scene.record('Chloe', rewrite, {
    Outcome: 'Reject: none of them',
    Because:
      'a sprint is too short for a rewrite, and leaving it is no plan. We come back with one that goes in steps.',
  });
  await scene.cardSays(alice, rewrite, 'Published as');
  await scene.threadSays(alice, third, 'Rejected');

  heading('What the channel hears of it: /adr digest');
  await alice.command(channel, '/adr digest');
  const digest = await stage.slack.until(
    () => alice.sees(channel).find((message) => message.isEphemeral && message.text.startsWith('Decisions:')),
    'the digest',
  );
  show(alice, digest);

  await playReview(stage);

  heading('What the repository of #architecture holds: git log --stat');
  console.log(await stage.git('log', '--stat', '--stat-width=100', '--format=%h %ad %an: %s', '--date=short', 'main'));
  const [accepted = ''] = (await stage.git('ls-tree', '-r', '--name-only', 'main')).trim().split('\n');
  heading(accepted);
  console.log(await stage.git('show', `main:${accepted}`));
}

/** A decision whose ADR reaches a protected branch: somebody approves it, somebody else merges it. */
async function playReview(stage: Stage): Promise<void> {
  const { atForge, slack } = stage;
  if (atForge === undefined) throw new Error('The demo needs a forge.');
  const { forge, path } = atForge;
  const scene = new Play(stage, '#platform');
  const chloe = scene.person('Chloe');
  const title = 'Which way do our services prove who they are?';

  heading('A decision for a protected branch: by pull request');
  const card = await scene.propose('Dev', {
    title,
    context: 'Passwords are shared between services, and have not been changed for two years.',
    options: ['mTLS', 'Signed tokens'],
  });
  await scene.vote('Chloe', title, 'one');
  await scene.vote('Ben', title, 'one');
  await scene.record('Dev', title, { Because: 'our mesh renews the certificates already.' });
  await scene.cardSays(chloe, title, 'in review #1 · waiting for 1 approval');
  await scene.threadSays(chloe, card, 'so I opened pull request #1');
  narrate(`At the forge, ${forge.reviewUrl(path, 1)}:`);
  const { title: named, body } = forge.review(path, 1);
  console.log([named, '', ...body.trim().split('\n')].map((line) => `    │ ${line}`).join('\n'));
  if ((await forge.file(path, 'main', recordOfReview)) !== undefined) throw new Error('The ADR is on main already.');
  forge.person('ben').approve(path, 1, 'As we said.');
  narrate('Ben approves it there.');
  await scene.cardSays(chloe, title, 'approved, not merged yet');
  await forge.person('alice').merge(path, 1, 'squash');
  narrate('Alice merges it there.');
  await scene.cardSays(chloe, title, 'Published as');
  await scene.threadSays(chloe, card, 'Pull request #1 was merged by alice');
  await slack.settled();

  heading('What the repository of #platform holds now: git log main');
  const log = ['log', '--format=%h %an: %s', 'main'];
  console.log((await run('git', ['--git-dir', forge.folderOf(path), ...log])).stdout);
  const text = await forge.file(path, 'main', recordOfReview);
  if (text === undefined) throw new Error('The ADR is not on main.');
  heading(recordOfReview);
  console.log(text);
}

async function demo(stopWanted: AbortSignal): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'gavel-demo-'));
  const postgres = await startEmbeddedPostgres(join(folder, 'postgres'), ['fsync=off']);
  try {
    await using stage = await setStage({ databaseUrl: postgres.url, folder, withForge: true });
    const played = play(stage).then(() => heading('That was the demo. npm start lets you play it yourself.'));
    // What a wanted stop breaks off fails in many ways.
    played.catch(() => undefined);
    await Promise.race([played, untilAborted(stopWanted)]);
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

const stopWanted = heedSignals();
await demo(stopWanted);
// Slack's socket client leaves a timer of thirty seconds behind when a connection is replaced.
process.exit(stopWanted.aborted ? 1 : 0);
