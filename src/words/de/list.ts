import type { ListWords } from '../list-words.ts';
import { code, say } from '../say.ts';
import { count, number, quote } from './grammar.ts';

/** The list of decisions in German. */
export const list: ListWords = {
  title: 'Entscheidungen',
  newer: 'Neuere',
  older: 'Ältere',
  show: 'Anzeigen',
  open: 'Öffnen',
  total: ({ total, hasMore, words }) => {
    const sought = words === '' ? '' : ` mit ${quote(words)}`;
    if (hasMore) return `Mehr als ${number(total)} Entscheidungen${sought}`;
    return `${count(total, 'Entscheidung', 'Entscheidungen')}${sought}`;
  },
  nothing: (words) =>
    words === ''
      ? say`Es gibt noch keine Entscheidungen. Mit ${code('/adr propose')} beginnst du eine.`
      : say`Es gibt keine Entscheidung mit ${quote(words)}. ${code('/adr list')} zeigt alle.`,
  partial:
    '⚠ Slack sagt mir gerade nicht, was du sehen darfst; deshalb fehlt hier, was noch nicht in git ist. Bitte versuch es gleich noch einmal.',
  statuses: {
    draft: 'Entwurf',
    proposed: 'vorgeschlagen',
    accepted: 'angenommen',
    rejected: 'abgelehnt',
    withdrawn: 'zurückgezogen',
    deprecated: 'veraltet',
    superseded: 'ersetzt',
  },
  votingOpen: 'die Abstimmung läuft',
  finalComments: 'Zeit für letzte Anmerkungen',
  noStatus: 'ohne Status',
  chosen: quote,
  fileGone: 'die Datei ist nicht mehr im Repository',
  inReview: (sign) => (sign === undefined ? 'im Review' : `im Review ${sign}`),
  notPublished: (trouble) => `⚠ noch nicht veröffentlicht: ${trouble}`,
  votingCloses: (at) => say`die Abstimmung endet ${at}`,
};
