import type { Button, KnownBlock } from '@slack/types';
import { type Language, wordTrouble } from '../../words/language.ts';
import { say, type Words } from '../../words/say.ts';
import type { SetupStep } from '../../workflow/home/home-facts.ts';
import { plainWords } from '../object/plain-words.ts';
import { button, header, row } from '../text/blocks.ts';
import { paragraph } from '../text/words.ts';
import { homeActions } from './home-actions.ts';

/** How many steps are shown. */
const mostSteps = 10;

/** What is still missing, in the order in which to see to it, with what to press. */
export function setupBlocks(language: Language, steps: readonly SetupStep[]): KnownBlock[] {
  if (steps.length === 0) return [];
  const shown = steps.slice(0, mostSteps).map((step, index): KnownBlock => {
    const told = say`${index + 1}. ${wordStep(language, step)}`;
    const accessory = stepButton(language, step);
    return accessory ? row(plainWords(told), accessory) : paragraph(told);
  });
  return [header(language.home.setup), ...shown];
}

function wordStep(language: Language, step: SetupStep): Words {
  const { home, repository } = language;
  switch (step.kind) {
    case 'no channel':
      return home.noChannel;
    case 'no repository':
      return home.noRepository(step.channels.map((name) => `#${name}`));
    case 'repository':
      return step.gap.kind === 'away'
        ? say`${wordTrouble(language, step.gap.trouble)}`
        : repository.readingStopped(step.gap.repository);
    case 'no digest':
      return home.noDigest;
  }
}

function stepButton({ home }: Language, step: SetupStep): Button | undefined {
  switch (step.kind) {
    case 'repository':
      return button(homeActions.tryAgain, home.tryAgain, { value: step.gap.repository ?? '' });
    case 'no digest':
      return button(homeActions.setUpDigest, home.setUpDigest);
    // Gavel has no scope to join channels, and repositories are named where it runs.
    case 'no channel':
    case 'no repository':
      return undefined;
  }
}
