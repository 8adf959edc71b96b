import { expect, it } from 'vitest';
import { helpAnswer } from '../../../src/slack/app/help.ts';
import { commandWords, helpTopics, topicNames } from '../../../src/words/command-words.ts';
import { en } from '../../../src/words/en/en.ts';
import { readBlocks } from '../readable.ts';

it('says what Gavel does, and has a topic for every command', async () => {
  const answers = [undefined, ...topicNames].map((topic) => readBlocks(helpAnswer(en, topic, false).blocks));
  await expect(`${answers.join('\n\n')}\n`).toMatchFileSnapshot('help.golden.txt');
  const inTopics = topicNames.flatMap((topic) => [...helpTopics[topic]]);
  expect([...inTopics, 'help'].toSorted()).toEqual([...commandWords].toSorted());
});
