import { presetNames } from '../../decision/rule/preset.ts';
import type { Language } from '../../words/language.ts';
import { bold, lines, say, type Words } from '../../words/say.ts';

/** The answer to `/adr help rules`: each preset in plain words, and what is true of all. */
export function rulesText({ rules, ruleHelp }: Language): Words {
  const presets = presetNames.map((name) => {
    const { title, sentence, purpose } = rules.presets[name];
    return say`•  ${bold(title)}: ${sentence} ${purpose}`;
  });
  return say`${lines(bold(ruleHelp.title), ...presets)}\n\n${lines(...ruleHelp.more)}`;
}
