import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** A file of the page, ready to be sent. */
export interface Asset {
  readonly type: string;
  readonly body: string | Buffer;
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Bundles the page's script and style sheet. */
async function bundlePage(): Promise<ReadonlyMap<string, Asset>> {
  // Loaded only if somebody opens the page. Most runs of the local Slack are tests, which don't.
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: { page: here('client/main.ts'), style: here('style/style.css') },
    outdir: '/',
    external: ['/emoji.woff2'],
    bundle: true,
    format: 'esm',
    target: 'es2023',
    sourcemap: 'inline',
    write: false,
    logLevel: 'silent',
  });
  const types = { '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' };
  return new Map(
    outputFiles.map(({ path, text }) => {
      const name = path.slice(path.lastIndexOf('/'));
      return [name, { type: name.endsWith('.css') ? types['.css'] : types['.js'], body: text }] as const;
    }),
  );
}

const readIcon = async (): Promise<Asset> => ({
  type: 'image/svg+xml; charset=utf-8',
  body: await readFile(here('style/icon.svg'), 'utf8'),
});

/** Twemoji, for machines without an emoji font. Browsers load it only then. */
const readEmojiFont = async (): Promise<Asset> => ({
  type: 'font/woff2',
  body: await readFile(fileURLToPath(import.meta.resolve('twemoji-colr-font/twemoji.woff2'))),
});

let bundled: Promise<ReadonlyMap<string, Asset>> | undefined;

/** Finds a file of the page by its exact path; undefined for any other path. Bundles the page the first time. */
export async function findAsset(path: string): Promise<Asset | undefined> {
  if (path === '/icon.svg') return readIcon();
  if (path === '/emoji.woff2') return readEmojiFont();
  if (path !== '/page.js' && path !== '/style.css') return undefined;
  bundled ??= bundlePage();
  return (await bundled).get(path);
}
