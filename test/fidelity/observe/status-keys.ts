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
    'stav',
    'durum',
    'tila',
    'estat',
    'stare',
    'állapot',
    'trạng thái',
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
  const word = /^[^(（,，;；|\d<:：]*/.exec(text)?.[0] ?? '';
  const [sentence = ''] = word.split(/\.\s|\s[-–—]\s|\s*(?:->|→|\/)|\s+(?=by |on |von |durch |am |par |por |le |da )/u);
  return sentence.trim();
}

/** Words for “accepted” in the languages of ADRs: beginnings of words. */
export const accepting =
  /accept|approv|adopt|decid|implemented|in effect|(?<!in)active|(?<!in)aktiv|akzept|angenommen|entschieden|beschlossen|in kraft|valid|accett|approvat|aprov|aprob|acept|aceit|adot|vigente|en vigor|en vigueur|zaakcept|przyj|obowiązuje|geaccept|goedgekeurd|schv[aá]len|přijat|kabul|onayl|godk[äj]|vedtat|vedtaget|принят|утвержд|одобр|действует|承認|採用|採択|決定|受理|已接受|接受|采纳|通过|批准|승인|수락|채택|확정/iu;

/** Words for an accepted decision that was carried out since: beginnings of words. */
export const carriedOut =
  /impl[eé]ment|umgesetzt|réalis|mis en œuvre|implantad|realizad|attuat|uitgevoerd|geïmplementeerd|wdrożon|реализован|внедр|実装|已实施|已实现|已實作|已完成|구현|적용/iu;
