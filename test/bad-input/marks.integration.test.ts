import { readMrkdwn } from '@gavel/local-slack/page/client/text/mrkdwn.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Stage, setStage } from '../support/gavel.ts';
import { ask, cardSays, cardWithEmoji, look, openFromCard, overAWeek, propose, threadOf } from '../support/scene.ts';
import { findPings } from '../support/wire.ts';

/** The first closes a mark that ours would open, and begins one of its own. */
const title = 'Go*. Everybody agreed. *Rust _and_ ~C~ `D`';
/** The title of the ADR in plain text: marks mean something in Markdown. */
const recorded = 'Go*. Everybody agreed. *Rust and C D';
const options = ['Zig* :white_check_mark: *Accepted', '> <!channel> <https://example.com|Zag>'] as const;
const ben = '*Ben* _of_ `ops` :tada:';
const weekend = 7 * 24 * 60 * 60 * 1_000;

/** Texts on the wire in which Slack looks for marks, mentions, links and emoji. */
function liveTexts({ slack }: Stage): string[] {
  const find = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(find);
    if (typeof value === 'string') return /^(?:\[\{|\{")/.test(value) ? find(JSON.parse(value)) : [];
    if (typeof value !== 'object' || value === null) return [];
    const { type, text, emoji } = value as { type?: unknown; text?: unknown; emoji?: unknown };
    const isLive = type === 'mrkdwn' || (type === 'plain_text' && emoji !== false);
    return [...(isLive && typeof text === 'string' ? [text] : []), ...Object.values(value).flatMap(find)];
  };
  return slack.wire
    .entries()
    .filter(({ kind }) => kind === 'call' || kind === 'response_url')
    .flatMap(({ sent }) => {
      const { blocks, view, text } = sent as { blocks?: unknown; view?: unknown; text?: unknown };
      return [...find(blocks), ...find(view), ...(blocks === undefined && typeof text === 'string' ? [text] : [])];
    });
}

describe('marks in titles and names', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage({ mode: 'http', rateLimits: false });
    stage.slack.admin.changeName('Ben', ben);
  });
  afterAll(() => stage[Symbol.asyncDispose]());

  it('appear as typed on the card, in its thread, in git and in the digest', async () => {
    const alice = stage.slack.person('Alice');
    const other = stage.slack.person(ben);
    const message = await propose(stage, { title, options });
    await other.react(await cardWithEmoji(stage, title), 'one');
    await openFromCard(stage, other, message, ['Add option', 'Add']);
    await other.fill('Option', '*Zog*');
    await other.submit();
    await openFromCard(stage, other, message, ['Object', 'Object']);
    await other.fill('Because', 'It *is* `too`\nearly. Voting has closed.');
    await other.submit();
    await cardSays(stage, title, `${ben} objects: It is \`too\` early. Voting has closed.`);
    await ask(stage, alice, '/adr digest daily 12:00 UTC');
    await stage.advance(overAWeek);
    const card = await cardSays(stage, title, 'Published as');
    expect(card).toContain(`\n${title}\n`);
    expect(card).toContain(`Chosen: ${options[0]}. Decided by `);
    const thread = threadOf(stage, message).join('\n');
    expect(thread).toContain(`${ben} added an option while voting is open: :three: *Zog*`);
    expect(thread).toContain(`${ben} objects: It is \`too\` early. Voting has closed.`);
    expect(thread).toContain(`Accepted: ${options[0]}.\n`);
    expect(thread).toContain('The record is `');
    await stage.advance(weekend);
    await stage.slack.until(
      () =>
        alice.sees('#architecture').some((said) => alice.plainText(said).includes(`ADR 0001 ${title}: ${options[0]}`)),
      'the digest',
    );
  });

  it('appear in every modal and answer as typed, or as the ADR says them', async () => {
    const alice = stage.slack.person('Alice');
    expect(await look(stage, alice, '/adr list')).toContain(`ADR 0001 ${recorded}: accepted`);
    expect(await look(stage, alice, '/adr list *no* :tada:')).toContain('There is no decision with “*no* :tada:”.');
    expect(await look(stage, alice, '/adr history 1')).toContain(`${ben} objected: It is \`too\` early.`);
    expect(await look(stage, alice, '/adr show 1')).toContain(recorded);
    expect(await ask(stage, alice, '/adr *bold*')).toContain('I don’t know “*bold*”.');
    expect(await ask(stage, alice, '/adr nudges _maybe_')).toContain('I don’t know “_maybe_”.');
    expect(await ask(stage, alice, '/adr waiting')).toContain('Nothing waits for you.');
    await alice.closeAllModals();
  });

  it('are interpreted nowhere', () => {
    const texts = liveTexts(stage);
    expect(texts.length).toBeGreaterThan(10);
    for (const text of texts) expect(text).not.toMatch(/Everybody agreed|Z[aiou]g|\bops\b|early|no\*|bold|maybe/);
    expect(texts.flatMap(readMrkdwn).flatMap(({ pieces }) => pieces.filter(({ kind }) => kind === 'user'))).toEqual([]);
    expect(findPings(stage).filter((ping) => !ping.includes(stage.slack.person('Alice').id))).toEqual([]);
  });
});
