import { presetNames } from '../../decision/rule/preset.ts';
import type { Language } from '../../words/language.ts';
import { bold, lines, say, type Words } from '../../words/say.ts';

/** What `/adr help rules` says, in paragraphs: each preset in plain words, and what is true of all. */
export function rulesText({ rules, ruleHelp }: Language): readonly Words[] {
  const presets = presetNames.map((name) => {
    const { title, sentence, purpose } = rules.presets[name];
    return say`•  ${bold(title)}: ${sentence} ${purpose}`;
  });
  return [lines(bold(ruleHelp.title), ...presets), lines(...ruleHelp.more)];
}
