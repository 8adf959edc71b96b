import { runDoctor } from '@gavel/adr/doctor/run-doctor.ts';
import { findRuleDoubts } from './record/archive-rules.ts';
import { readPublishSetting } from './record/publish-setting.ts';
import { readShowing } from './record/showing-setting.ts';
import { en } from './words/en/en.ts';
import { wordRuleDoubt } from './words/language.ts';

// Checks the health of a folder of ADRs, without Slack or a database: npm run doctor -- FOLDER [--json]
process.exitCode = runDoctor(process.argv.slice(2), (all) =>
  [...findRuleDoubts(all), ...readPublishSetting(all).doubts, ...readShowing(all).doubts].map(
    (doubt) => `${wordRuleDoubt(en, doubt)} ${en.ruleDoubtAdvice(doubt)}`,
  ),
);
