import { abstentionEmoji } from '../../decision/ballot.ts';
import { presetNames } from '../../decision/preset.ts';
import { bold, code, emoji, lines, say, type Words } from '../../words/say.ts';
import { language } from '../app/language.ts';

const explanations: Readonly<Record<(typeof presetNames)[number], string>> = {
  plurality:
    'Quick, and enough for most questions: even a single vote decides. On a tie, or without any vote, the proposer is asked.',
  majority: 'For what many have to live with. If too few vote, or on a tie, everyone gets as long again, once.',
  'two-thirds': 'For what is hard to take back. As with the majority, everyone gets as long again, once.',
  unanimous: 'For what nobody may be made to do. Whoever can’t back it objects, and says why.',
  scores:
    'For when several would do, and you want the one that most can live with. Press “Give scores” on the card; what you give one option takes nothing from another.',
  'lazy-consensus':
    'For what is most likely fine. Put your proposal first; who does not vote agrees with it. Objecting is the way to stop it.',
  advice: 'For the one who has to answer for it. Name one decider; the others’ reactions and reasons are advice.',
};

const more: readonly Words[] = [
  say`${bold('Abstaining')}: where a rule has it, react with ${emoji(abstentionEmoji)}. It counts for the quorum, and is for and against nothing. With scores, it is in the form.`,
  say`${bold('Quorum')}: how many have to vote for the result to count. Whoever is no longer in the channel counts only if they have voted.`,
  say`${bold('Who votes')}: everyone in the channel, or the people and groups that you name. Bots never do; guests and people of other organizations only if you name them.`,
  say`${bold('Until when')}: voting closes at its deadline. Under most rules it ends as soon as all have voted, after an hour at least.`,
  say`${bold('Hidden figures')}: a rule can keep the count off the card until voting closes. Slack still shows who reacted with what, but no scores.`,
  say`Rule and deciders stand once voting is open. ${code('/adr settings')} sets which rule is offered first here, and has room for rules of your own.`,
];

/** What `/adr help rules` answers: each preset in a person's words, and what is true of all. */
export function rulesText(): Words {
  const rules = presetNames.map(
    (name) =>
      say`•  ${bold(language.rules.presets[name].title)}: ${language.rules.presets[name].sentence} ${explanations[name]}`,
  );
  return say`${lines(bold('How votes decide'), ...rules)}\n\n${lines(...more)}`;
}
