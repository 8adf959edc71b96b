import { benchFind } from './find/bench-find.ts';
import { benchImport } from './import/bench-import.ts';
import { benchPublish } from './publish/bench-publish.ts';
import { benchVotes } from './votes/bench-votes.ts';

/** Every benchmark by name; each prints its own figures. */
const benches: Readonly<Record<string, () => Promise<void>>> = {
  votes: benchVotes,
  import: benchImport,
  find: benchFind,
  publish: benchPublish,
};

const [name = ''] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  console.error(
    `There is no benchmark “${name}”. Name one of: ${Object.keys(benches).join(', ')}. Say: npm run bench -- votes`,
  );
  process.exitCode = 1;
} else {
  await bench();
}
