import type { TroubleWords } from '../language.ts';
import { forgeTroubles } from './forge-troubles.ts';
import { list, number, quote } from './grammar.ts';
import { type MaybeListed, nameOf, setting } from './setting.ts';

/** Enough for the reason and a line from the forge, short enough for a Slack message. */
const longestQuote = 400;

/** What git said, after the advice. */
function citeGit(said: string): string {
  if (said === '') return '';
  return ` git sagt: ${said.length > longestQuote ? `${said.slice(0, longestQuote).toWellFormed()}…` : said}`;
}

const gitDownloads = 'https://git-scm.com/downloads';

/** Its name behind “Repository”, where it has one. */
function called({ listed }: MaybeListed): string {
  return listed === undefined ? '' : ` ${quote(listed.name)}`;
}

/** What to do about a token that does not let Gavel in. */
function mendToken({ listed }: MaybeListed): string {
  if (listed === undefined) return 'Prüf bei https, ob ADR_TOKEN gilt und ins Repository schreiben darf';
  const { tokenVariable } = listed;
  return tokenVariable === undefined
    ? 'Nenn bei https die Umgebungsvariable mit dem Token als „token_variable“ in der Datei von GAVEL_CONFIG'
    : `Prüf bei https, ob das Token in ${tokenVariable} gilt und ins Repository schreiben darf`;
}

/** Trouble with the repository in German: what is wrong, and what to do. */
export const troubles: TroubleWords = {
  'no git': () =>
    `Gavel bewahrt Entscheidungen mit git auf und hat im PATH kein git gefunden. Installiere git (${gitDownloads}), und starte Gavel neu.`,
  'git too old': ({ found, needed }) =>
    `Hier läuft ${found}, und Gavel braucht git ${needed} oder neuer: Älteren kann man kein Token geben, ohne es aufzuschreiben. Aktualisiere git (${gitDownloads}), und starte Gavel neu.`,
  'protected branch': (facts) =>
    `${nameOf(facts)} schützt diesen Branch vor direkten Pushes. Lass Gavel Reviews öffnen („publish: auto“), erlaub dem Konto von Gavel den Push, oder setz ${setting('branch', facts)} auf einen Branch, auf den es pushen darf.${citeGit(facts.said)}`,
  'refused by hook': (facts) =>
    `${nameOf(facts)} weist den Commit ab. Warum, sagt es selbst; helfen kann, wer sich um das Repository kümmert.${citeGit(facts.said)}`,
  'branch checked out': (facts) =>
    `In ${nameOf(facts)} ist dieser Branch ausgecheckt; deshalb kann niemand darauf pushen. Nimm ein Bare-Repository (git clone --bare), oder setz ${setting('branch', facts)} auf einen anderen Branch.${citeGit(facts.said)}`,
  'folder in the way': (facts) =>
    `In ${nameOf(facts)} liegt eine Datei, wo der Ordner der ADRs sein soll, oder ein Ordner, wo das ADR hin soll${facts.path === undefined ? '' : ` (${quote(facts.path)})`}. Benenn das um, oder setz ${setting('folder', facts)} auf einen anderen Ordner.${citeGit(facts.said)}`,
  'unknown host key': (facts) =>
    `ssh kennt den Host-Key von ${nameOf(facts)} nicht. Trag den Host in known_hosts ein, unter dem Konto, unter dem Gavel läuft (ssh-keyscan gibt die Zeile aus; vergleich sie mit der, die der Host veröffentlicht).${citeGit(facts.said)}`,
  'not authorized': (facts) =>
    `${nameOf(facts)} lässt Gavel nicht hinein. ${mendToken(facts)}; bei ssh prüf, ob der Schlüssel es darf; bei einem Pfad, ob das Konto dort schreiben darf.${citeGit(facts.said)}`,
  'not found': (facts) =>
    `Unter ${facts.place} gibt es kein Repository${called(facts)}, oder Gavel darf es nicht sehen. Prüf ${setting('address', facts)}, und ob das Token oder der Schlüssel es lesen darf.${citeGit(facts.said)}`,
  'repository archived': (facts) =>
    `${nameOf(facts)} ist archiviert und nimmt nichts mehr an. Hol es aus dem Archiv, oder trag als ${setting('address', facts)} ein anderes ein.`,
  'rule in the way': (facts) =>
    facts.rule === 'required_signatures'
      ? `Eine Regel bei ${nameOf(facts)} (${facts.rule}) verlangt signierte Commits. Setz ${setting('signing_key', facts)}, dann signiert Gavel, oder nimm Gavels Konto von der Regel aus.${citeGit(facts.said)}`
      : `Eine Regel bei ${nameOf(facts)} (${facts.rule}) verlangt etwas, das Gavel nicht leisten kann. Nimm Gavels Konto davon aus, oder ändere die Regel.${citeGit(facts.said)}`,
  'review branch taken': (facts) =>
    `Bei ${nameOf(facts)} liegen im Branch ${facts.branch} Commits von jemand anderem; Gavel hat ihn nicht angerührt. Lösch ihn, benenn ihn um, oder gib mit ${setting('review_branch', facts)} andere Namen vor.`,
  unreachable: ({ command, said, ...facts }) => {
    const advice = `${nameOf(facts)} ist gerade nicht zu erreichen. Prüf die Adresse, das Netz und die Statusseite des Hosts.`;
    return command === undefined ? `${advice}${citeGit(said)}` : `${advice} git ${command}: ${said}.`;
  },
  'cannot sign': ({ key, said, ...facts }) =>
    `git kann die Commits für ${nameOf(facts)} mit dem Schlüssel ${key} nicht signieren. Prüf ${setting('signing_key', facts)}: Ein ssh-Schlüssel braucht eine Datei, die nur das Konto von Gavel lesen kann, gpg braucht den geheimen Schlüssel, und keiner von beiden darf nach einer Passphrase fragen.${citeGit(said)}`,
  'git failed': ({ command, said, ...facts }) => `git ${command} ist bei ${nameOf(facts)} gescheitert.${citeGit(said)}`,
  'branch gone': ({ branch, commit, other, lost, more, ...facts }) => {
    const names = more > 0 ? `${lost.join(', ')} und ${number(more)} weitere` : list(lost);
    const are = lost.length + more === 1 ? 'fehlt' : 'fehlen';
    return `Den Branch ${branch} gibt es im Repository${called(facts)} nicht mehr, und ${other} hat nicht alle seine ADRs: Dort ${are} ${names}. Hol den Branch zurück (sein letzter Commit war ${commit}), merge ihn, oder setz ${setting('branch', facts)} auf einen anderen.`;
  },
  'review conflict': ({ branch, other, files, more, ...facts }) => {
    if (files.length === 0)
      return `Der Branch ${branch} hat mit ${other} im Repository${called(facts)} keine gemeinsame Geschichte; deshalb kann Gavel ihn nicht auf den neuesten Stand bringen. Lösch den Branch, dann legt Gavel ihn neu an.`;
    const names = more > 0 ? `${files.join(', ')} und ${number(more)} weitere` : list(files);
    return `Gavel kann den Branch ${branch} im Repository${called(facts)} nicht selbst auf den Stand von ${other} bringen: Beide haben ${names} geändert. Merge ${other} in ${branch}, lös dort den Konflikt, und push den Branch.`;
  },
  'no branch': ({ branch, known, ...facts }) => {
    const what =
      branch === undefined
        ? `Den Standard-Branch des Repositorys${called(facts)} gibt es nicht.`
        : `Im Repository${called(facts)} gibt es keinen Branch ${branch} und auch keinen Standard-Branch, von dem er abzweigen könnte.`;
    return `${what} Leg ihn an, oder setz ${setting('branch', facts)} auf einen von diesen: ${known.join(', ')}.`;
  },
  unsigned: ({ branch, ...facts }) =>
    `${branch} in ${nameOf(facts)} nimmt nur signierte Commits, und die von Gavel sind nicht signiert; deshalb wurde nichts gepusht. Setz ${setting('signing_key', facts)}. Ist das Konto von Gavel von dieser Regel ausgenommen, setz „publish: commit“.`,
  'folder occupied': ({ place }) => `${place} ist weder leer noch ein git-Repository. Nenn dafür einen anderen Ordner.`,
  'too many files': ({ folder, megabytes, ...facts }) =>
    `${folder === '' ? 'Der oberste Ordner' : `Der Ordner ${folder}`} des Repositorys${called(facts)} hat mehr Dateien, als Gavel liest: Allein ihre Namen brauchen mehr als ${number(megabytes)} MB. Setz ${setting('folder', facts)} auf den Ordner der ADRs.`,
  'no address': (facts) =>
    `${setting('address', facts)} ist leer. Gib einen Pfad, eine https://-Adresse oder eine ssh-Adresse an.`,
  'unreadable address': ({ protocol }) =>
    `Die Adresse des Repositorys (${protocol}://…) lässt sich nicht als URL lesen.`,
  'unknown protocol': ({ protocol }) =>
    `Gavel kann ${protocol}:// nicht für sein Repository verwenden. Nimm https://, ssh:// oder einen Pfad.`,
  unencrypted: ({ host }) => `http://${host} würde alles unverschlüsselt senden. Nimm https:// für das Repository.`,
  'unusable folder': ({ folder, ...facts }) =>
    `${setting('folder', facts)} ist ${JSON.stringify(folder)}. Gib einen Ordner im Repository an, etwa docs/decisions.`,
  'no repository': () =>
    'Für diesen Kanal ist kein Repository eingerichtet. Wer Gavel betreibt, kann den Kanal in der Konfiguration nennen.',
  'nothing to commit': () => 'Ein Commit ins Archiv braucht mindestens eine Datei.',
  'unusable file name': ({ name }) =>
    `${JSON.stringify(name)} kann im Archiv kein Dateiname sein: Nimm einen in UTF-8, ohne Schrägstriche.`,
  'unusable decision id': ({ id }) =>
    `${JSON.stringify(id)} kann keine Id einer Entscheidung sein: Nimm druckbares ASCII ohne Leerzeichen.`,
  'told before': ({ text }) => text,
  ...forgeTroubles,
};
