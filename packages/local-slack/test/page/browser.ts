import { findChromium, openChromium } from '@gavel/local-slack/chromium.ts';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect } from 'vitest';

const canRun = findChromium() !== undefined || process.env.CI !== undefined;
let browser: Browser | undefined;

/** A suite in a real browser. Without a browser, it is skipped with a message, but fails in CI. */
export function describeInBrowser(name: string, suite: () => void): void {
  if (!canRun) {
    describe.skip(`${name} (skipped: no Chromium was found; install one or set CHROMIUM_PATH)`, suite);
    return;
  }
  describe(name, () => {
    beforeAll(async () => {
      browser = await openChromium();
    });
    afterAll(() => browser?.close());
    suite();
  });
}

/** How a person views the page. */
export interface Look {
  readonly as?: string;
  readonly at?: string;
  readonly width?: number;
  readonly isDark?: boolean;
  /** Another server of this machine, whose pages are shown in frames. */
  readonly frames?: string;
}

/**
 * A window on the local Slack. Leaving its scope fails after a page error, a console error, or a request to another
 * host.
 */
export type Window = Page & AsyncDisposable;

/** Opens the page as somebody in a channel. */
export async function look(
  url: string,
  { as = 'Alice', at = '#architecture', width = 1280, isDark = false, frames }: Look = {},
): Promise<Window> {
  if (browser === undefined) throw new Error('Open pages within describeInBrowser only.');
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: isDark ? 'dark' : 'light',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const trouble: string[] = [];
  page.on('pageerror', (error) => trouble.push(error.stack ?? error.message));
  page.on('console', (message) => {
    // While a test stops the server, the browser logs errors that are not the page's fault.
    const isAway = /net::ERR_(CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING)/;
    if (message.type() === 'error' && !isAway.test(message.text())) trouble.push(message.text());
  });
  page.on('request', (request) => {
    const isFramed = frames !== undefined && request.url().startsWith(frames) && request.frame() !== page.mainFrame();
    if (isFramed || request.url().startsWith(url) || request.url().startsWith('data:')) return;
    trouble.push(`asked ${request.url()}`);
  });
  await page.goto(`${url}/#${new URLSearchParams({ as, at })}`);
  await page.locator('.conversation').waitFor();
  const close = async (): Promise<void> => {
    // A request that a test has intercepted may be incomplete. Its failure is not an error.
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
    expect(trouble).toEqual([]);
  };
  return Object.assign(page, { [Symbol.asyncDispose]: close });
}

/** Acts as somebody else. */
export async function actAs(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Act as someone else' }).click();
  await page.getByRole('menuitem', { name: new RegExp(`^${name}\\b`) }).click();
  await page.getByRole('button', { name: `Act as someone else, now ${name}` }).waitFor();
}

/** Opens another conversation in the list. */
export async function visit(page: Page, name: string): Promise<void> {
  await page.locator('.sidebar').getByRole('button', { name }).click();
}

/** Writes and sends a message in the open conversation. */
export async function write(page: Page, text: string): Promise<void> {
  const field = page.locator('.conversation .composer textarea');
  await field.fill(text);
  await field.press('Escape');
  await field.press('Enter');
}

/** The serious and critical violations that axe finds (WCAG 2 A and AA, and its own best practices), as text. */
export async function findBarriers(page: Page): Promise<string[]> {
  // Through the debugger, so that the page's content security policy stays in force.
  await page.evaluate(axe.source);
  const found: unknown = await page.evaluate('axe.run().then((result) => result.violations)');
  const violations = found as { impact: string; id: string; nodes: { target: string[]; failureSummary: string }[] }[];
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`).join('; ')}`,
    );
}
