import { expect, it, onTestFinished } from 'vitest';
import { openReader } from '../../../src/reader/reader.ts';
import { examineArchiveNow } from '../../../src/workflow/follow/doctor.ts';
import { previewAdr } from '../../../src/workflow/publish/adr-text.ts';
import { learnHouseStyle } from '../../../src/workflow/publish/house-style.ts';
import { openPublishWorkshop } from '../publish-workshop.ts';

const aLot = 'We are tired, and wait for *tea*.\n\n'.repeat(500);
const longAdr = (number: number) => `# ${number}. Use tea\n\n## Status\n\nAccepted\n\n## Context\n\n${aLot}`;

/**
 * An archive of long ADRs, with threads that break, which shows when one is asked, though everything gets done anyway.
 */
async function openLongWorkshop() {
  const workshop = await openPublishWorkshop();
  let asked = 0;
  const reader = openReader({
    module: new URL('../../reader/breaking-thread.ts', import.meta.url),
    onTrouble: () => {
      asked += 1;
    },
  });
  onTestFinished(() => reader.stop());
  await workshop.push({ '0001-use-tea.md': longAdr(1), '0002-use-tea.md': longAdr(2) });
  return {
    ...workshop,
    ports: { ...workshop.ports, reader },
    /** Whether a thread was asked in the meantime. */
    asksThread: async (work: () => Promise<unknown>) => {
      const before = asked;
      await work();
      return asked > before;
    },
  };
}

it('leaves what is long to a thread, so that no vote waits for it', { timeout: 120_000 }, async () => {
  const { ports, follow, decide, publish, show, asksThread } = await openLongWorkshop();
  await follow();
  const snapshot = await ports.archive.fetch();
  // Following has learned it already, on threads that do not break.
  ports.memory.style = undefined;
  expect(await asksThread(() => learnHouseStyle(ports, snapshot))).toBe(true);
  expect(await asksThread(() => examineArchiveNow(ports, { teamId: 'T1', userId: 'U1' }, { channelId: 'C1' }))).toBe(
    true,
  );

  const { style } = await learnHouseStyle(ports, snapshot);
  const decision = await decide({ context: aLot });
  expect(await asksThread(() => previewAdr(ports, decision, style, decision))).toBe(true);
  const small = await decide({ context: 'We are tired.' });
  expect(await asksThread(() => previewAdr(ports, small, style, small))).toBe(false);

  expect(await asksThread(async () => publish(decision, ports))).toBe(true);
  expect(await show('0003-choose-the-language.md')).toContain('wait for *tea*');
});
