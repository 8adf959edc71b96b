import type { TroubleWords } from '../language.ts';
import { list, number } from './grammar.ts';

/** Enough for the reason and a line from the forge, short enough for a Slack message. */
const longestQuote = 400;

/** What git said, after the advice. */
function quote(said: string): string {
  if (said === '') return '';
  return ` git sagt: ${said.length > longestQuote ? `${said.slice(0, longestQuote).toWellFormed()}…` : said}`;
}

const gitDownloads = 'https://git-scm.com/downloads';

/** Trouble with the repository in German: what is wrong, and what to do. */
export const troubles: TroubleWords = {
  'no git': () =>
    `Gavel bewahrt Entscheidungen mit git auf und hat im PATH kein git gefunden. Installiere git (${gitDownloads}), und starte Gavel neu.`,
  'git too old': ({ found, needed }) =>
    `Hier läuft ${found}, und Gavel braucht git ${needed} oder neuer: Älteren kann man kein Token geben, ohne es aufzuschreiben. Aktualisiere git (${gitDownloads}), und starte Gavel neu.`,
  'protected branch': ({ place, said }) =>
    `${place} schützt diesen Branch vor direkten Pushes. Erlaub dem Konto von Gavel den Push, oder setz ADR_BRANCH auf einen Branch, auf den es pushen darf.${quote(said)}`,
  'refused by hook': ({ place, said }) =>
    `${place} weist den Commit ab. Warum, sagt es selbst; helfen kann, wer sich um das Repository kümmert.${quote(said)}`,
  'branch checked out': ({ place, said }) =>
    `In ${place} ist dieser Branch ausgecheckt; deshalb kann niemand darauf pushen. Nimm ein Bare-Repository (git clone --bare), oder setz ADR_BRANCH auf einen anderen Branch.${quote(said)}`,
  'folder in the way': ({ place, said }) =>
    `In ${place} liegt eine Datei, wo nach ADR_FOLDER ein Ordner sein soll, oder ein Ordner, wo das ADR hin soll. Benenn das um, oder setz ADR_FOLDER auf einen anderen Ordner.${quote(said)}`,
  'unknown host key': ({ place, said }) =>
    `ssh kennt den Host-Key von ${place} nicht. Trag den Host in known_hosts ein, unter dem Konto, unter dem Gavel läuft (ssh-keyscan gibt die Zeile aus; vergleich sie mit der, die der Host veröffentlicht).${quote(said)}`,
  'not authorized': ({ place, said }) =>
    `${place} lässt Gavel nicht hinein. Prüf bei https, ob ADR_TOKEN gilt und ins Repository schreiben darf; bei ssh, ob der Schlüssel es darf; bei einem Pfad, ob das Konto dort schreiben darf.${quote(said)}`,
  'not found': ({ place, said }) =>
    `Unter ${place} gibt es kein Repository, oder Gavel darf es nicht sehen. Prüf ADR_REPOSITORY, und ob das Token oder der Schlüssel es lesen darf.${quote(said)}`,
  unreachable: ({ place, command, said }) => {
    const advice = `${place} ist gerade nicht zu erreichen. Prüf die Adresse, das Netz und die Statusseite des Hosts.`;
    return command === undefined ? `${advice}${quote(said)}` : `${advice} git ${command}: ${said}.`;
  },
  'git failed': ({ place, command, said }) => `git ${command} ist bei ${place} gescheitert.${quote(said)}`,
  'branch gone': ({ branch, commit, other, lost, more }) => {
    const names = more > 0 ? `${lost.join(', ')} und ${number(more)} weitere` : list(lost);
    const are = lost.length + more === 1 ? 'fehlt' : 'fehlen';
    return `Den Branch ${branch} gibt es im Repository nicht mehr, und ${other} hat nicht alle seine ADRs: Dort ${are} ${names}. Hol den Branch zurück (sein letzter Commit war ${commit}), merge ihn, oder setz ADR_BRANCH auf einen anderen.`;
  },
  'no branch': ({ branch, known }) => {
    const what =
      branch === undefined
        ? 'Den Standard-Branch des Repositorys gibt es nicht.'
        : `Im Repository gibt es keinen Branch ${branch} und auch keinen Standard-Branch, von dem er abzweigen könnte.`;
    return `${what} Leg ihn an, oder setz ADR_BRANCH auf einen von diesen: ${known.join(', ')}.`;
  },
  'folder occupied': ({ place }) => `${place} ist weder leer noch ein git-Repository. Nenn dafür einen anderen Ordner.`,
  'too many files': ({ folder, megabytes }) =>
    `${folder === '' ? 'Der oberste Ordner des Repositorys' : `Der Ordner ${folder}`} hat mehr Dateien, als Gavel liest: Allein ihre Namen brauchen mehr als ${number(megabytes)} MB. Setz ADR_FOLDER auf den Ordner der ADRs.`,
  'no address': () => 'ADR_REPOSITORY ist leer. Gib einen Pfad, eine https://-Adresse oder eine ssh-Adresse an.',
  'unreadable address': ({ protocol }) =>
    `Die Adresse des Repositorys (${protocol}://…) lässt sich nicht als URL lesen.`,
  'unknown protocol': ({ protocol }) =>
    `Gavel kann ${protocol}:// nicht für sein Repository verwenden. Nimm https://, ssh:// oder einen Pfad.`,
  unencrypted: ({ host }) => `http://${host} würde alles unverschlüsselt senden. Nimm https:// für das Repository.`,
  'unusable folder': ({ folder }) =>
    `ADR_FOLDER ist ${JSON.stringify(folder)}. Gib einen Ordner im Repository an, etwa docs/decisions.`,
  'no repository': () =>
    'Für diesen Kanal ist kein Repository eingerichtet. Wer Gavel betreibt, kann den Kanal in der Konfiguration nennen.',
  'nothing to commit': () => 'Ein Commit ins Archiv braucht mindestens eine Datei.',
  'unusable file name': ({ name }) =>
    `${JSON.stringify(name)} kann im Archiv kein Dateiname sein: Nimm einen in UTF-8, ohne Schrägstriche.`,
  'unusable decision id': ({ id }) =>
    `${JSON.stringify(id)} kann keine Id einer Entscheidung sein: Nimm druckbares ASCII ohne Leerzeichen.`,
  'told before': ({ text }) => text,
};
