import type { PublishSetting } from '../decision/publication/publish-way.ts';
import type { RuleDoubt } from '../decision/rule/rule-doubt.ts';

const settings: readonly PublishSetting[] = ['auto', 'commit', 'review', 'propose'];

/** How many characters of a value that can't be used are told. */
const longestValue = 100;

/** How a team wants its ADRs to reach the branch, as the already parsed `.gavel.yml` says under `publish`. */
export function readPublishSetting({ publish }: Readonly<Record<string, unknown>>): {
  readonly publish: PublishSetting | undefined;
  readonly doubts: readonly RuleDoubt[];
} {
  const found = settings.find((one) => one === publish);
  if (found !== undefined || publish === undefined || publish === null) return { publish: found, doubts: [] };
  const value = (JSON.stringify(publish) ?? '').slice(0, longestValue).toWellFormed();
  return { publish: undefined, doubts: [{ code: 'publish left out', value, known: settings }] };
}
