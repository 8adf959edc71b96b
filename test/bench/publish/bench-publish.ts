import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startLocalForge } from '@gavel/local-forge/local-forge.ts';
import { type CountingProxy, openProxy } from './counting-proxy.ts';
import { fillRepository, openWithoutForge } from './large-repository.ts';
import { type Cost, Publisher } from './measure.ts';

/** What is compared. `first`: with an empty cache; `next`: the publication after that. */
type Contender = 'gavel, first' | 'gavel, next' | 'shallow clone' | 'full clone';

const aims = { first: 0.2, nextMilliseconds: 1_000, nextBytes: 1_000_000 };

/**
 * What it takes to publish one ADR into a large repository, over http with real git on both sides and from the disk:
 * by Gavel with an empty cache and again, beside a shallow clone and a full one with a commit and a push. Prints tables,
 * then JSON. `--files`, `--commits` and `--adrs` say how large the repository is (200000, 50000, 300).
 */
export async function benchPublish(): Promise<void> {
  const number = (standard: number) => ({ type: 'string', default: String(standard) }) as const;
  const { values } = parseArgs({
    allowPositionals: true,
    options: { files: number(200_000), commits: number(50_000), adrs: number(300) },
  });
  const size = { files: Number(values.files), commits: Number(values.commits), adrs: Number(values.adrs) };
  const folder = await mkdtemp(join(tmpdir(), 'gavel-bench-'));
  const forge = await startLocalForge({ dialect: 'github', folder: join(folder, 'forge'), rateLimits: false });
  const proxy = await openProxy();
  try {
    const { id } = await forge.admin.createRepository({ path: 'team/large', members: { gavel: 'write' } });
    const gitFolder = join(folder, 'forge', 'repositories', `${id}.git`);
    console.error(`${size.files} files, ${size.commits} commits: making the repository …`);
    await fillRepository(gitFolder, size);
    const { secret } = forge.admin.createToken('gavel');
    const url = forge.gitUrl('team/large', secret);
    const overHttp = await compare(url, join(folder, 'http'), 100, proxy);
    await openWithoutForge(gitFolder);
    const fromDisk = await compare(gitFolder, join(folder, 'disk'), 200, undefined);
    print('over http', overHttp);
    print('from the disk', fromDisk);
    const shallow = overHttp['shallow clone'];
    const [first, next] = [overHttp['gavel, first'], overHttp['gavel, next']];
    const figures = {
      timeToShallow: first.milliseconds / shallow.milliseconds,
      bytesToShallow: first.bytes / shallow.bytes,
      nextMilliseconds: next.milliseconds,
      nextBytes: next.bytes,
    };
    const isMet =
      figures.timeToShallow < aims.first &&
      figures.bytesToShallow < aims.first &&
      next.milliseconds < aims.nextMilliseconds &&
      next.bytes < aims.nextBytes;
    console.log(
      `First: ${figures.timeToShallow.toFixed(3)} of the shallow clone's time and ${figures.bytesToShallow.toFixed(3)} of its bytes (aim: below ${aims.first}). Next: ${(next.milliseconds / 1_000).toFixed(2)} s and ${(next.bytes / 1e6).toFixed(3)} MB (aim: below 1 s and 1 MB). ${isMet ? 'All aims are met.' : 'An aim is missed.'}`,
    );
    console.log(JSON.stringify({ size, overHttp, fromDisk, figures }));
  } finally {
    await proxy.stop();
    await forge.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(
  url: string,
  folder: string,
  firstTurn: number,
  proxy: CountingProxy | undefined,
): Promise<Readonly<Record<Contender, Cost>>> {
  const measured: Partial<Record<Contender, Cost>> = {};
  let turn = firstTurn;
  for (const how of ['gavel', 'shallow clone', 'full clone'] as const) {
    console.error(`${how} …`);
    const own = join(folder, how.replace(' ', '-'));
    await mkdir(own, { recursive: true });
    using publisher = new Publisher(proxy);
    const publish = () => publisher.publish({ how, url, folder: own, turn: String(turn++) });
    if (how === 'gavel') {
      measured['gavel, first'] = await publish();
      measured['gavel, next'] = await publish();
    } else measured[how] = await publish();
    await rm(own, { recursive: true, force: true });
  }
  return measured as Record<Contender, Cost>;
}

function print(where: string, costs: Readonly<Record<Contender, Cost>>): void {
  console.log(`\nPublishing one ADR, ${where}`);
  console.table(
    Object.fromEntries(
      Object.entries(costs).map(([name, cost]) => [
        name,
        {
          seconds: Number((cost.milliseconds / 1_000).toFixed(2)),
          'MB over the wire': Number((cost.bytes / 1e6).toFixed(3)),
          'peak MB': Math.round(cost.peakMegabytes),
          'MB on disk': Math.round(cost.diskMegabytes),
        },
      ]),
    ),
  );
}
