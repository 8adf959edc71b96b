import { fold } from './entries.ts';

/** What the status is called, in the languages that ADRs are written in. Found without Gavel's own tables. */
const names = [
  ...['status', 'state', 'decision status', 'adr status', 'zustand', 'statut', 'état', 'etat', 'estado', 'estatus'],
  ...[
    'situação',
    'situacao',
    'stato',
    'toestand',
    'stan',
    'статус',
    'состояние',
    'ステータス',
    '状態',
    '状态',
    '狀態',
    '상태',
  ],
];

/** Whether a key or a heading announces the status. */
export function isStatusKey(key: string): boolean {
  return names.includes(fold(key).replace(/^\d+ /, ''));
}

/** The word of a status, as it is written, without the date or the link behind it. */
export function statusWord(value: string): string {
  const linked = /^(?<open>[*_`]*)\[(?<text>[^\]]+)\]/.exec(value)?.groups;
  const text = linked === undefined ? value : `${linked.open}${linked.text}`;
  const word = /^[^([,;|\d<:]*/.exec(text)?.[0] ?? '';
  const [sentence = ''] = word.split(/\.\s|\s[-–—]\s|\s*(?:->|→|\/)|\s+(?=by |on |von |durch |am |par |por |le |da )/u);
  return sentence.trim();
}
