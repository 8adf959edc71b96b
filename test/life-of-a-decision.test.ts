import type { SeenMessage } from '@gavel/local-slack/person/seen.ts';
import { describe, expect, it } from 'vitest';
import { type Stage, setStage } from './support/gavel.ts';

const channel = '#architecture';
const day = 24 * 60 * 60 * 1_000;

/** The message of Gavel in the channel that has this heading. */
function card({ slack }: Stage, heading: string): SeenMessage | undefined {
  const isHeading = (block: object) =>
    JSON.stringify(block).startsWith('{"type":"header"') && JSON.stringify(block).includes(heading);
  return slack
    .person('Alice')
    .sees(channel)
    .findLast((message) => message.blocks.some(isHeading));
}

/** Waits until the card says something, and gives its text. */
async function cardSays(stage: Stage, title: string, words: string): Promise<string> {
  const alice = stage.slack.person('Alice');
  return stage.slack.until(() => {
    const message = card(stage, title);
    const text = message && alice.plainText(message);
    return text?.includes(words) ? text : undefined;
  }, `the card “${title}” to say “${words}”`);
}

describe.each(['http', 'socket'] as const)('the life of a decision over %s', (mode) => {
  it('goes from /adr propose to a commit and a digest', async () => {
    await using stage = await setStage({ mode });
    const { slack } = stage;
    const [alice, ben, chloe, dev, gus] = ['Alice', 'Ben', 'Chloe', 'Dev', 'Gus'].map((name) => slack.person(name));
    if (!alice || !ben || !chloe || !dev || !gus) throw new Error('The workspace lacks people.');

    // Alice proposes; the form is there at once.
    await alice.command(channel, '/adr propose Choose the backend language');
    await slack.until(() => alice.modal()?.submit === 'Propose', 'the propose modal');
    await alice.fill('Context and problem statement', 'Thousands of agents send traces at once.');
    await alice.fill('Decision drivers', 'low latency\none binary');
    await alice.fill('Option 1', 'Go + Fiber');
    await alice.fill('Option 2', 'Node.js + tRPC');
    await alice.press('Add an option');
    await slack.until(
      () => alice.modal()?.blocks.some((block) => JSON.stringify(block).includes('Option 3')),
      'a third option',
    );
    await alice.fill('Option 3', 'Rust + Axum');
    await alice.press('Describe it', 3);
    await slack.until(
      () => alice.modal()?.blocks.some((block) => JSON.stringify(block).includes('About option 3')),
      'the description of the third option',
    );
    await alice.fill('About option 3', 'Fast, and new to us.');
    await alice.submit();
    expect(alice.modal()).toBeUndefined();

    // The card stands, voting is open, the emoji wait under it. Gus is a guest, so no decider.
    await cardSays(stage, 'Choose the backend language', '0 of 4 have voted');
    const seeded = await slack.until(
      () =>
        card(stage, 'Choose the backend language')?.reactions.length === 3 &&
        card(stage, 'Choose the backend language'),
      'three emoji under the card',
    );
    expect(seeded.reactions.map(({ name }) => name)).toEqual(['one', 'two', 'three']);

    // Pros and cons, by anyone.
    await ben.click(seeded, 'Add pro / con');
    await slack.until(() => ben.modal()?.submit === 'Add', 'the argument modal');
    await ben.fill('Option', 'Go + Fiber');
    await ben.fill('Because', 'one binary to ship');
    await ben.submit();
    await cardSays(stage, 'Choose the backend language', 'one binary to ship (Ben)');

    // Votes: several each, one taken back, a guest's listed apart.
    await alice.react(seeded, 'one');
    await ben.react(seeded, 'one');
    await chloe.react(seeded, 'two');
    await dev.react(seeded, 'two');
    await dev.react(seeded, 'one');
    await dev.unreact(seeded, 'two');
    await gus.react(seeded, 'three');
    await cardSays(stage, 'Choose the backend language', 'Advisory, not counted: Gus for Rust + Axum');
    await cardSays(stage, 'Choose the backend language', '4 of 4 have voted · Go + Fiber leads');

    // The deadline has passed, which is ten days away at most: the leader is accepted and published.
    await stage.advance(11 * day);
    await cardSays(stage, 'Choose the backend language', 'Published as');
    const thread = await slack.until(() => {
      const said = alice
        .thread(seeded)
        .map((message) => alice.plainText(message))
        .join('\n');
      return said.includes('docs/decisions/') && said;
    }, 'the announcement in the thread');
    expect(thread).toContain('Accepted: Go + Fiber');
    expect(thread).toContain('docs/decisions/0001-choose-the-backend-language.md');
    // The channel hears it as well, once.
    const heard = alice.sees(channel).filter((message) => alice.plainText(message).includes('has closed. Accepted:'));
    expect(heard).toHaveLength(1);

    const adr = await stage.git('show', 'main:docs/decisions/0001-choose-the-backend-language.md');
    expect(adr).toMatch(
      /^---\nstatus: accepted\ndate: \d{4}-\d\d-\d\d\ndecision-makers:\n {2}- Alice\n {2}- Ben\n {2}- Chloe\n {2}- Dev\n/,
    );
    expect(adr).toContain('Chosen option: "Go + Fiber".\n\nDecided by vote: the most votes, 3 of the 4 who voted.');
    expect(adr).toContain('* Good, because one binary to ship (Ben)');
    expect(await stage.git('log', '--format=%s', 'main')).toBe('ADR 0001: Choose the backend language (accepted)\n');

    // The channel asked to hear of it on Fridays, and does, once.
    await alice.command(channel, '/adr digest weekly friday 16:00 Europe/Berlin');
    await slack.until(
      () => alice.sees(channel).at(-1)?.text.includes('every Friday at 16:00'),
      'the answer to /adr digest',
    );
    await stage.advance(7 * day);
    const digest = await slack.until(() => card(stage, 'Decisions'), 'the digest');
    expect(alice.plainText(digest)).toContain('ADR 0001 Choose the backend language');
    await stage.restart();
    await slack.settled();
    expect(alice.sees(channel).filter((message) => message.text.startsWith('Decisions:'))).toHaveLength(1);
  });
});
