import { examineArchiveNow, recallExamination } from '../../workflow/follow/doctor.ts';
import type { CommandGesture, Desk } from '../app/gesture.ts';
import { notice } from '../form/notice.ts';
import { openModal, replaceView } from '../form/open-modal.ts';
import { readAbout } from '../form/page.ts';
import { turnPage } from '../form/turn-page.ts';
import { readRepositoryName } from '../text/repository-text.ts';
import { type DoctorAbout, doctorView } from './doctor-view.ts';

/** `/adr doctor [repository]`: shows what is wrong with the ADRs of the archive, and what to do about it. */
export async function onDoctor(
  desk: Desk,
  { actor, channelId, words, triggerId, language }: CommandGesture,
): Promise<undefined> {
  const { log } = desk.ports;
  const { title, reading } = language.doctor;
  const about: DoctorAbout = { channelId, name: readRepositoryName(words) };
  await openModal(language, desk, triggerId, title, async (viewId) => {
    const sayHowMany = (files: number) =>
      replaceView(language, desk, { viewId }, title, async () => notice(language, title, reading(files))).catch(
        (error) => log.warn({ error }, 'A modal could not show what it is waiting for.'),
      );
    return doctorView(language, await examineArchiveNow(desk.ports, actor, about, sayHowMany), about, 0);
  });
}

/** Another page of it. */
export const onDoctorPage = turnPage(
  (language) => language.doctor.title,
  async (language, { ports }, actor, view, page) => {
    const about = readAbout<DoctorAbout>(view);
    return doctorView(language, await recallExamination(ports, actor, about), about, Number(page));
  },
);
