import { pino } from 'pino';
import { expect, it } from 'vitest';
import { accept, answerTo, cardSays, patience, propose } from '../../failure/scene.ts';
import { setStage } from '../../support/gavel.ts';
import { overAWeek } from '../../support/scene.ts';

interface Line {
  readonly msg: string;
  readonly [name: string]: unknown;
}

/** A log at the level that operators have, line by line. */
function readableLog() {
  const lines: Line[] = [];
  return { lines, log: pino({ level: 'info', base: null }, { write: (line: string) => lines.push(JSON.parse(line)) }) };
}

it('the log tells of a decision’s life in lines with ids, and nothing of what is decided', async () => {
  const { lines, log } = readableLog();
  await using stage = await setStage({ mode: 'http', parts: { log } });
  const { slack } = stage;
  const card = await propose(slack, 'Choose a language');
  for (const name of ['Alice', 'Ben', 'Chloe']) await slack.person(name).react(card, 'one');
  await slack.person('Chloe').unreact(card, 'one');
  await cardSays(slack, 'Choose a language', '2 of 4 have voted');
  await answerTo(slack, '/adr digest weekly friday 16:00 Europe/Berlin');
  await stage.advance(overAWeek);
  await cardSays(slack, 'Choose a language', 'Published as');
  await accept(slack, await propose(slack, 'Where do feature flags live?'));
  await cardSays(slack, 'Where do feature flags live?', 'Published as');
  await expect.poll(() => lines.map(({ msg }) => msg), patience).toContain('A digest goes to its channel.');
  await stage.gavel.stop();

  const [first, second] = await stage.query<{ id: string }>('select id from decision order by proposed_at');
  const of = (id: string | undefined) => lines.filter(({ decisionId }) => decisionId === id);
  expect(of(first?.id).map(({ msg }) => msg)).toEqual([
    'Decision: proposed.',
    'Decision: voting opened.',
    'Decision: accepted.',
    'Decision: published.',
  ]);
  expect(of(first?.id).find(({ msg }) => msg === 'Decision: accepted.')).toMatchObject({ verdict: 'chosen' });
  const { teamId } = slack;
  expect(of(second?.id).at(-1)).toMatchObject({
    ...{ teamId, msg: 'Decision: published.', commit: (await stage.git('rev-parse', 'main')).trim() },
    path: 'docs/decisions/0002-where-do-feature-flags-live.md',
  });
  expect(lines.find(({ msg }) => msg === 'Gavel has started.')).toMatchObject({
    mode: 'http',
    teamId,
    version: '0.1.0',
  });
  expect(lines.find(({ msg }) => msg === 'Votes came in.')).toMatchObject({ votes: 4 });

  // Until it is in git, where everybody can read it.
  const before = JSON.stringify(lines.filter(({ msg }) => msg !== 'Decision: published.'));
  for (const word of ['language', 'feature', 'Alice', 'Ben', 'Go']) expect(before).not.toContain(word);
  for (const secret of [slack.botToken, slack.signingSecret]) expect(before).not.toContain(secret);
});
