import { parseMarkdownFile } from '@gavel/adr/markdown/markdown.ts';
import { describe, expect, it } from 'vitest';
import { readDialect } from '../packages/adr/test/dialects/read-dialect.ts';
import { seedFiles, seedFolder } from '../packages/adr/test/seed-files.ts';
import { viewRichText } from '../src/slack/form/inputs.ts';
import { addFiles } from './support/archive.ts';
import { type Stage, setStage } from './support/gavel.ts';
import {
  architecture,
  cardSays,
  cardWithEmoji,
  giveDraft,
  modalWith,
  openForm,
  overAWeek,
  propose,
  standingCard,
  threadOf,
} from './support/scene.ts';
import { type Reason, readSeed, type Seed } from './support/seed.ts';

/** Our own fixtures of the dialects in which the other teams write, and theirs. */
const ours = ['verdicts', 'nested-options', 'label-lists', 'rules-and-marks'];
const adrs = [...ours.map((name) => [`${name}.md`, readDialect(name)] as const), ...seedFiles].map(
  ([name, text]) => [name, readSeed(text)] as const,
);

/** A file that is pasted is short; others are uploaded. */
const pastedUpTo = 2_000;

/** The tree of an ADR but for number, date and people. */
function treeOf(text: string): unknown {
  const blank = text
    .replace(/^# ADR([- ])\d+/m, '# ADR$1…')
    .replace(/^(\*\*Date:?\*\*:?) .*?( *)$/m, '$1 …$2')
    .replace(/^(\*\*Deciders:?\*\*:?) .*?( *)$/m, '$1 …$2');
  return JSON.parse(JSON.stringify(parseMarkdownFile(blank), (key, value) => (key === 'position' ? undefined : value)));
}

/** Everyone votes for the option; a week later the record is in git. */
async function voteAndPublish(stage: Stage, { title, options, chosen }: Seed): Promise<string> {
  const card = await cardWithEmoji(stage, title, options.length);
  const emoji = ['one', 'two', 'three', 'four', 'five'][options.indexOf(chosen)] ?? '';
  for (const name of ['Alice', 'Ben', 'Chloe']) await stage.slack.person(name).react(card, emoji);
  await cardSays(stage, title, '3 of 4 have voted');
  await stage.advance(overAWeek);
  const said = await cardSays(stage, title, 'Published as');
  return /Published as `([^`]+)`/.exec(said)?.[1] ?? '';
}

async function argue(stage: Stage, seed: Seed, [option, kind, because]: Reason): Promise<void> {
  const ben = stage.slack.person('Ben');
  const card = await cardWithEmoji(stage, seed.title, seed.options.length);
  await ben.click(card, 'Add pro / con');
  await modalWith(stage, ben, 'Add');
  await ben.fill('Option', option);
  await ben.fill('It is a', kind);
  await ben.fill('Because', because);
  await ben.submit();
}

const kept = (stage: Stage, fileName: string) => stage.git('show', `main:docs/decisions/${fileName}`);

describe('an ADR that is taken once more, in the style of that one file', { timeout: 180_000 }, () => {
  if (seedFiles.length === 0) it.skip(`those of other teams: skipped, as there is no folder ${seedFolder}`);

  it.each(adrs)('%s: typed into fields and sections', async (name, seed) => {
    await using stage = await setStage();
    await addFiles(stage, { [seed.fileName]: seed.text });
    const { title, options, context, sections } = seed;
    await propose(stage, { title, options, context: viewRichText(context), sections });
    for (const reason of seed.reasons) await argue(stage, seed, reason);
    const fileName = await voteAndPublish(stage, seed);
    expect(fileName).toMatch(/^\d{3}-/);
    expect(treeOf(await kept(stage, fileName)), name).toEqual(treeOf(seed.text));
    // The house has no place for the votes.
    expect(await stage.git('log', '-1', '--format=%B', 'main')).toContain(`${seed.chosen}: 3 votes`);
    const thread = () => threadOf(stage, standingCard(stage, title)).join('\n');
    await stage.slack.until(() => thread().includes(`${seed.chosen}: 3 votes`), 'the votes in the thread');
  });

  it.each(adrs)('%s: the whole file as a draft', async (name, seed) => {
    await using stage = await setStage();
    await addFiles(stage, { [seed.fileName]: seed.text });
    await openForm(stage);
    const alice = stage.slack.person('Alice');
    const isPasted = seed.text.length <= pastedUpTo;
    await giveDraft(stage, alice, isPasted ? { pasted: seed.text } : { file: { name, content: seed.text } });
    await modalWith(stage, alice, 'Propose');
    await alice.submit();
    const left = alice.modal();
    expect(left && alice.plainText(left)).toBeUndefined();
    await cardSays(stage, seed.title, 'have voted', architecture);
    const fileName = await voteAndPublish(stage, seed);
    expect(treeOf(await kept(stage, fileName)), name).toEqual(treeOf(seed.text));
  });
});
