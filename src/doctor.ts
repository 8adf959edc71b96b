import { runDoctor } from '@gavel/adr/doctor/run-doctor.ts';
import { checkRules } from './record/archive-rules.ts';

// The health of a folder of ADRs, without Slack or a database: npm run doctor -- FOLDER [--json]
process.exitCode = runDoctor(process.argv.slice(2), checkRules);
