import type { AdrLanguage } from '@gavel/adr/language/adr-language.ts';

/** The words with which the ADRs of a small house are written, in the order of an ADR. */
export interface HouseWords {
  readonly status: string;
  readonly date: string;
  /** Behind the labels of the metadata. */
  readonly colon: string;
  readonly deciders: string;
  readonly context: string;
  readonly decision: string;
  readonly consequences: string;
  readonly options: string;
  readonly details: string;
  readonly accepted: string;
  /** March 7, 2024 and December 27, 2024. */
  readonly days: readonly [string, string];
  /** MADR's sentence, with “X” for the option and “Y” for the reason. */
  readonly chosen: string;
  /** A good, a bad and a neutral reason, with “X” for the text. */
  readonly points: readonly [string, string, string];
  /** Two sentences that show the language. */
  readonly prose: readonly [string, string];
}

export const houses: Readonly<Record<AdrLanguage, HouseWords>> = {
  en: {
    status: 'Status',
    date: 'Date',
    colon: ': ',
    deciders: 'Deciders',
    context: 'Context',
    decision: 'Decision',
    consequences: 'Consequences',
    options: 'Considered Options',
    details: 'Pros and Cons of the Options',
    accepted: 'Accepted',
    days: ['March 7, 2024', 'December 27, 2024'],
    chosen: 'Chosen option: "X", because Y.',
    points: ['Good, because X', 'Bad, because X', 'Neutral, because X'],
    prose: [
      'The sessions of our users are kept in the memory of each server, and they are lost when it has to be restarted.',
      'We keep them in a store that all of the servers can reach, which costs us one more thing to run.',
    ],
  },
  de: {
    status: 'Status',
    date: 'Datum',
    colon: ': ',
    deciders: 'Entscheider',
    context: 'Kontext',
    decision: 'Entscheidung',
    consequences: 'Konsequenzen',
    options: 'Betrachtete Optionen',
    details: 'Vor- und Nachteile der Optionen',
    accepted: 'Akzeptiert',
    days: ['7. März 2024', '27. Dezember 2024'],
    chosen: 'Gewählte Option: "X", weil Y.',
    points: ['Gut, weil X', 'Schlecht, weil X', 'Neutral, weil X'],
    prose: [
      'Die Sitzungen der Nutzer liegen heute im Speicher der einzelnen Server, und sie gehen bei jedem Neustart verloren.',
      'Wir legen sie in einen Speicher, den alle Server erreichen, und das ist eine Sache mehr, die wir betreiben müssen.',
    ],
  },
  fr: {
    status: 'Statut',
    date: 'Date',
    colon: ' : ',
    deciders: 'Décideurs',
    context: 'Contexte',
    decision: 'Décision',
    consequences: 'Conséquences',
    options: 'Options envisagées',
    details: 'Avantages et inconvénients des options',
    accepted: 'Acceptée',
    days: ['7 mars 2024', '27 décembre 2024'],
    chosen: 'Option retenue : « X », car Y.',
    points: ['Bon, car X', 'Mauvais, car X', 'Neutre, car X'],
    prose: [
      'Les sessions des utilisateurs sont dans la mémoire de chaque serveur, et elles sont perdues à chaque redémarrage.',
      'Nous les gardons dans un service que tous les serveurs peuvent joindre, ce qui fait une chose de plus à exploiter.',
    ],
  },
  es: {
    status: 'Estado',
    date: 'Fecha',
    colon: ': ',
    deciders: 'Responsables',
    context: 'Contexto',
    decision: 'Decisión',
    consequences: 'Consecuencias',
    options: 'Opciones consideradas',
    details: 'Pros y contras de las opciones',
    accepted: 'Aceptada',
    days: ['7 de marzo de 2024', '27 de diciembre de 2024'],
    chosen: 'Opción elegida: "X", porque Y.',
    points: ['Bueno, porque X', 'Malo, porque X', 'Neutral, porque X'],
    prose: [
      'Las sesiones de los usuarios están en la memoria de cada servidor y se pierden cuando hay que reiniciarlo.',
      'Las guardamos en un almacén que todos los servidores pueden alcanzar, y eso es una cosa más que hay que mantener.',
    ],
  },
  pt: {
    status: 'Status',
    date: 'Data',
    colon: ': ',
    deciders: 'Decisores',
    context: 'Contexto',
    decision: 'Decisão',
    consequences: 'Consequências',
    options: 'Opções consideradas',
    details: 'Prós e contras das opções',
    accepted: 'Aceito',
    days: ['7 de março de 2024', '27 de dezembro de 2024'],
    chosen: 'Opção escolhida: "X", porque Y.',
    points: ['Bom, porque X', 'Ruim, porque X', 'Neutro, porque X'],
    prose: [
      'As sessões dos usuários ficam na memória de cada servidor e são perdidas quando ele precisa ser reiniciado.',
      'Guardamos as sessões em um serviço que todos os servidores podem alcançar, e isso é mais uma coisa para manter.',
    ],
  },
  it: {
    status: 'Stato',
    date: 'Data',
    colon: ': ',
    deciders: 'Decisori',
    context: 'Contesto',
    decision: 'Decisione',
    consequences: 'Conseguenze',
    options: 'Opzioni considerate',
    details: 'Pro e contro delle opzioni',
    accepted: 'Accettata',
    days: ['7 marzo 2024', '27 dicembre 2024'],
    chosen: 'Opzione scelta: "X", perché Y.',
    points: ['Buono, perché X', 'Cattivo, perché X', 'Neutrale, perché X'],
    prose: [
      'Le sessioni degli utenti sono nella memoria di ogni server e si perdono quando deve essere riavviato.',
      'Le teniamo in un servizio che tutti i server possono raggiungere, e questo è una cosa in più da gestire.',
    ],
  },
  nl: {
    status: 'Status',
    date: 'Datum',
    colon: ': ',
    deciders: 'Beslissers',
    context: 'Context',
    decision: 'Besluit',
    consequences: 'Gevolgen',
    options: 'Overwogen opties',
    details: 'Voor- en nadelen van de opties',
    accepted: 'Geaccepteerd',
    days: ['7 maart 2024', '27 december 2024'],
    chosen: 'Gekozen optie: "X", omdat Y.',
    points: ['Goed, omdat X', 'Slecht, omdat X', 'Neutraal, omdat X'],
    prose: [
      'De sessies van de gebruikers staan in het geheugen van elke server en gaan bij een herstart verloren.',
      'We bewaren ze in een dienst die door alle servers te bereiken is, en dat is een ding meer om te beheren.',
    ],
  },
  pl: {
    status: 'Status',
    date: 'Data',
    colon: ': ',
    deciders: 'Decydenci',
    context: 'Kontekst',
    decision: 'Decyzja',
    consequences: 'Konsekwencje',
    options: 'Rozważane opcje',
    details: 'Zalety i wady opcji',
    accepted: 'Zaakceptowana',
    days: ['7 marca 2024', '27 grudnia 2024'],
    chosen: 'Wybrana opcja: "X", ponieważ Y.',
    points: ['Dobrze, ponieważ X', 'Źle, ponieważ X', 'Neutralnie, ponieważ X'],
    prose: [
      'Sesje użytkowników są w pamięci każdego serwera i giną, gdy trzeba go uruchomić od nowa, co jest dla nas kłopotem.',
      'Trzymamy je w usłudze, do której mają dostęp wszystkie serwery, i to jest jedna rzecz więcej do utrzymania.',
    ],
  },
  ru: {
    status: 'Статус',
    date: 'Дата',
    colon: ': ',
    deciders: 'Участники',
    context: 'Контекст',
    decision: 'Решение',
    consequences: 'Последствия',
    options: 'Рассмотренные варианты',
    details: 'Плюсы и минусы вариантов',
    accepted: 'Принято',
    days: ['7 марта 2024 г.', '27 декабря 2024 г.'],
    chosen: 'Выбранный вариант: «X», потому что Y.',
    points: ['Хорошо, потому что X', 'Плохо, потому что X', 'Нейтрально, потому что X'],
    prose: [
      'Сессии пользователей лежат в памяти каждого сервера, и они теряются, когда его нужно перезапустить.',
      'Мы храним их в сервисе, до которого могут дойти все серверы, и это ещё одна вещь, которую нужно поддерживать.',
    ],
  },
  ja: {
    status: 'ステータス',
    date: '日付',
    colon: ': ',
    deciders: '決定者',
    context: '背景',
    decision: '決定',
    consequences: '影響',
    options: '検討した選択肢',
    details: '選択肢の長所と短所',
    accepted: '承認済み',
    days: ['2024年3月7日', '2024年12月27日'],
    chosen: '採用した選択肢: 「X」、なぜならY。',
    points: ['良い、なぜならX', '悪い、なぜならX', '中立、なぜならX'],
    prose: [
      'ユーザーのセッションは各サーバーのメモリにあり、再起動のたびに失われてしまいます。',
      'すべてのサーバーから届く場所に保存しますが、運用するものが一つ増えることになります。',
    ],
  },
  zh: {
    status: '状态',
    date: '日期',
    colon: '：',
    deciders: '决策者',
    context: '背景',
    decision: '决策',
    consequences: '后果',
    options: '备选方案',
    details: '方案优缺点',
    accepted: '已接受',
    days: ['2024年3月7日', '2024年12月27日'],
    chosen: '选择的方案：“X”，因为Y。',
    points: ['好，因为X', '坏，因为X', '中性，因为X'],
    prose: [
      '用户的会话现在保存在每台服务器的内存中，每次重新启动时都会丢失。',
      '我们把它们放在所有服务器都能访问的地方，这样就多了一个需要维护的东西。',
    ],
  },
  'zh-Hant': {
    status: '狀態',
    date: '日期',
    colon: '：',
    deciders: '決策者',
    context: '背景',
    decision: '決策',
    consequences: '後果',
    options: '考慮的方案',
    details: '方案優缺點',
    accepted: '已接受',
    days: ['2024年3月7日', '2024年12月27日'],
    chosen: '選擇的方案：「X」，因為Y。',
    points: ['好，因為X', '壞，因為X', '中性，因為X'],
    prose: [
      '使用者的工作階段現在存放在每台伺服器的記憶體中，每次重新啟動時都會遺失。',
      '我們把它們放在所有伺服器都能存取的地方，這樣就多了一個需要維護的東西。',
    ],
  },
  ko: {
    status: '상태',
    date: '날짜',
    colon: ': ',
    deciders: '결정자',
    context: '배경',
    decision: '결정',
    consequences: '결과',
    options: '고려한 대안',
    details: '대안의 장단점',
    accepted: '승인됨',
    days: ['2024년 3월 7일', '2024년 12월 27일'],
    chosen: '선택한 옵션: "X", 왜냐하면 Y.',
    points: ['좋음, 왜냐하면 X', '나쁨, 왜냐하면 X', '중립, 왜냐하면 X'],
    prose: [
      '사용자의 세션은 각 서버의 메모리에 있으며 서버를 다시 시작할 때마다 사라진다.',
      '모든 서버가 접근할 수 있는 곳에 세션을 보관하지만 운영해야 할 것이 하나 늘어난다.',
    ],
  },
  nb: {
    status: 'Status',
    date: 'Dato',
    colon: ': ',
    deciders: 'Beslutningstakere',
    context: 'Bakgrunn',
    decision: 'Beslutning',
    consequences: 'Konsekvenser',
    options: 'Vurderte alternativer',
    details: 'Fordeler og ulemper ved alternativene',
    accepted: 'Akseptert',
    days: ['7. mars 2024', '27. desember 2024'],
    chosen: 'Valgt alternativ: "X", fordi Y.',
    points: ['Bra, fordi X', 'Dårlig, fordi X', 'Nøytral, fordi X'],
    prose: [
      'Sesjonene til brukerne våre ligger i minnet på hver enkelt server, og de går tapt når den må startes på nytt.',
      'Vi lagrer dem i en tjeneste som alle serverne kan nå, og det blir noe mer vi må drifte etter hvert.',
    ],
  },
  da: {
    status: 'Status',
    date: 'Dato',
    colon: ': ',
    deciders: 'Beslutningstagere',
    context: 'Baggrund',
    decision: 'Beslutning',
    consequences: 'Konsekvenser',
    options: 'Overvejede muligheder',
    details: 'Fordele og ulemper ved mulighederne',
    accepted: 'Accepteret',
    days: ['7. marts 2024', '27. december 2024'],
    chosen: 'Valgt mulighed: "X", fordi Y.',
    points: ['Godt, fordi X', 'Dårligt, fordi X', 'Neutralt, fordi X'],
    prose: [
      'Vores brugeres sessioner ligger i hukommelsen på hver enkelt server, og de går tabt, når den skal genstartes.',
      'Vi gemmer dem i en tjeneste, der kan nås af alle servere, og det bliver noget mere, som vi skal drive efter det.',
    ],
  },
  sv: {
    status: 'Status',
    date: 'Datum',
    colon: ': ',
    deciders: 'Beslutsfattare',
    context: 'Kontext',
    decision: 'Beslut',
    consequences: 'Konsekvenser',
    options: 'Övervägda alternativ',
    details: 'För- och nackdelar med alternativen',
    accepted: 'Accepterat',
    days: ['7 mars 2024', '27 december 2024'],
    chosen: 'Valt alternativ: "X", eftersom Y.',
    points: ['Bra, eftersom X', 'Dåligt, eftersom X', 'Neutralt, eftersom X'],
    prose: [
      'Användarnas sessioner ligger i minnet på varje enskild server, och de går förlorade när den måste startas om.',
      'Vi sparar dem i en tjänst som alla servrar kan nå, och det är ytterligare en sak att sköta för vår del.',
    ],
  },
};

/** An ADR in the form of Michael Nygard, as adr-tools writes it. */
export function nygard(words: HouseWords, number: number): string {
  const [first, second] = words.prose;
  return `# ${number}. Redis ${number}

${words.date}${words.colon}${words.days[number % 2]}

## ${words.status}

${words.accepted}

## ${words.context}

${first}

## ${words.decision}

${second}

## ${words.consequences}

${first} ${second}
`;
}

/** An ADR in the form of MADR 2. */
export function madr(words: HouseWords, number: number): string {
  const { colon, points } = words;
  const [first, second] = words.prose;
  const [good, bad, neutral] = points.map((point) => `* ${point.replace('X', 'RAM')}`);
  return `# Redis ${number}

* ${words.status}${colon}${words.accepted}
* ${words.deciders}${colon}Ana, Bo
* ${words.date}${colon}${words.days[number % 2]}

## ${words.context}

${first} ${second}

## ${words.options}

* Redis
* MySQL

## ${words.decision}

${words.chosen.replace('X', 'Redis').replace('Y', 'RAM')}

## ${words.details}

### Redis

${good}
${bad}

### MySQL

${neutral}
`;
}
