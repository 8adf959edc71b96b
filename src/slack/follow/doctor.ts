import { examineArchiveNow, recallExamination } from '../../workflow/follow/doctor.ts';
import type { CommandGesture, Desk } from '../app/gesture.ts';
import { notice } from '../form/notice.ts';
import { openModal, replaceView } from '../form/open-modal.ts';
import { turnPage } from '../form/turn-page.ts';
import { doctorView } from './doctor-view.ts';

/** `/adr doctor`: what is wrong with the ADRs of the archive, and what to do about it. */
export async function onDoctor(desk: Desk, { actor, triggerId, language }: CommandGesture): Promise<undefined> {
  const { log } = desk.ports;
  const { title, reading } = language.doctor;
  await openModal(language, desk, triggerId, title, async (viewId) => {
    const sayHowMany = (files: number) =>
      replaceView(language, desk, { viewId }, title, async () => notice(language, title, reading(files))).catch(
        (error) => log.warn({ error }, 'A modal could not say what it waits for.'),
      );
    return doctorView(language, await examineArchiveNow(desk.ports, actor, sayHowMany), 0);
  });
}

/** Another page of it. */
export const onDoctorPage = turnPage(
  (language) => language.doctor.title,
  async (language, { ports }, actor, _view, page) =>
    doctorView(language, await recallExamination(ports, actor), Number(page)),
);
