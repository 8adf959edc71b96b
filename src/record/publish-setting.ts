import type { PublishSetting } from '../decision/publication/publish-way.ts';
import type { RuleDoubt } from '../decision/rule/rule-doubt.ts';
import { chooseSetting } from './choose-setting.ts';

const settings: readonly PublishSetting[] = ['auto', 'commit', 'review', 'propose'];

/** How a team wants its ADRs to reach the branch, as the already parsed `.gavel.yml` says under `publish`. */
export function readPublishSetting({ publish }: Readonly<Record<string, unknown>>): {
  readonly publish: PublishSetting | undefined;
  readonly doubts: readonly RuleDoubt[];
} {
  const { value, doubts } = chooseSetting('publish', publish, settings);
  return { publish: value, doubts };
}
