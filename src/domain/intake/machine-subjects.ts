/** How mail programs begin the subject of an automatic reply, before the colon or the original subject. */
const AUTO_REPLY_WORDS = [
  // English
  'automatic reply',
  'automated reply',
  'automatic response',
  'auto[- ]?reply',
  'auto[- ]?response',
  'autoreply',
  'out of (?:the )?office(?: auto[- ]?reply| reply)?',
  'vacation (?:reply|response|message)',
  // Hungarian
  'automatikus v[áa]lasz(?:[üu]zenet)?',
  'h[áa]zon k[íi]v[üu]l(?:i [üu]zenet)?',
  'irod[áa]n k[íi]v[üu]l',
  't[áa]voll[ée]ti [üu]zenet',
  // Latvian
  'autom[āa]tisk[āa] atbilde',
  'autom[āa]tiska atbilde',
  '[āa]rpus biroja',
  'prombūtnes (?:paziņojums|ziņa)',
  // German
  'automatische (?:antwort|r[üu]ckantwort)',
  'abwesenheits(?:notiz|benachrichtigung|nachricht)',
  'abwesend',
  // French, Spanish, Portuguese, Italian, Romanian
  'r[ée]ponse automatique',
  "absence du bureau|message d'absence",
  'respuesta autom[áa]tica',
  'fuera de la oficina',
  'resposta autom[áa]tica',
  'risposta automatica',
  'fuori (?:sede|ufficio)',
  'r[ăa]spuns automat',
  // Dutch and the North
  'automatisch antwoord',
  'afwezigheid(?:sbericht)?',
  'automatiskt? svar',
  'autosvar',
  'automaattinen vastaus',
  'automaatvastus',
  'automatinis atsakymas',
  // Slavic, Greek, Turkish
  'automatyczna odpowied[źz]',
  'odpowied[źz] automatyczna',
  'automatick[áa] odpov[ěe][ďd]',
  'automatski odgovor',
  'samodejni odgovor',
  'автоматический ответ',
  'автоматична відповідь',
  'автоматичен отговор',
  'αυτόματη απάντηση',
  'otomatik yan[ıi]t',
  // East Asia
  '自動応答',
  '自動返信',
  '自动(?:答复|回复)',
  '自動(?:回覆|答覆)',
  '자동 ?(?:회신|응답)',
];

/** How reports of delivery begin their subject. */
const FAILURE_WORDS = [
  // English
  'undeliver(?:able|ed)',
  'un-?deliverable',
  'non-?deliver',
  'delivery (?:status notification|status|failure|failed|has failed|report|notification|delayed|problem|error|final)',
  'mail (?:delivery|failure|failed|system error|could not be delivered|status report|undeliverable|not delivered)',
  '(?:your )?message (?:delivery|could not be delivered|undeliverable|not delivered|delayed)',
  '\\*\\*message you sent blocked',
  'failure notice',
  'failure delivery',
  'failed delivery',
  'returned (?:mail|to sender|message)',
  'returning message to sender',
  'warning: (?:could not send|message .{1,200} delayed)',
  'notice: mail delivery',
  'postmaster notify',
  'could not send message',
  'email delivery (?:failure|problem|error)',
  'report on message delivery',
  '\\[(?:bounce|postmaster)\\]',
  'there was an error sending your mail',
  'sorry, your message could not be delivered',
  'unable to deliver',
  // Hungarian and Latvian
  '(?:az? )?(?:üzenet|lev[ée]l|e-mail) (?:nem k[ée]zbes[íi]thet[őo]|k[ée]zbes[íi]t[ée]se sikertelen)',
  'k[ée]zbes[íi]thetetlen',
  'sikertelen k[ée]zbes[íi]t[ée]s',
  'k[ée]zbes[íi]t[ée]si (?:hiba|[áa]llapot)',
  'nepieg[āa]d[āa]ts?',
  'nevar(?:ēja)? pieg[āa]d[āa]t',
  'neizdev[āa]s pieg[āa]d[āa]t',
  'pieg[āa]des (?:kļūda|statusa)',
  // German, Dutch, North
  'unzustellbar',
  'nicht zustellbar',
  'nachricht nicht zugestellt',
  'onbestelbaar',
  'kan niet worden bezorgd',
  'niet bezorgd',
  'olevererbart|kan inte levereras',
  'kunne ikke leveres',
  // French, Spanish, Portuguese, Italian
  'non remis',
  'non distribuable',
  '[ée]chec de (?:la )?(?:remise|distribution)',
  'no se puede entregar',
  'no se ha podido entregar',
  'mensaje no entregado',
  'n[ãa]o (?:entregue|foi poss[íi]vel entregar)',
  'non recapitabile',
  'mancato recapito|mancata consegna',
  // Slavic and others
  'niedostarcz|nie dostarczono|nie mo[żz]na dostarczy[ćc]',
  'nedoru[čc]iteln|nelze doru[čc]it|nedoru[čc]eno',
  'ваше сообщение не доставлено',
  'недоставленное сообщение',
  'не удалось доставить',
  'недоставлен',
  '配信不能|配信できません|未配信|配送不能|配送できません',
  'メール(?:エラー通知|配信)|メッセージ配[信送]',
  '退信|系统退信|無法(?:傳遞|遞送)|无法(?:投递|传递|送达)',
];

const AUTO_REPLY = new RegExp(
  `^(?:${AUTO_REPLY_WORDS.join('|')})\\s*(?:[:：]|$|[-–(\\[]\\s)|^\\[?(?:auto-?reply|out of office)\\]`,
  'iu',
);

const FAILURE = new RegExp(`^[\\s*#!-]*(?:${FAILURE_WORDS.join('|')})`, 'iu');

/** Whether a vacation program begins a subject like this; a person's "Re:" before it is a person. */
export function isAutoReplySubject(subject: string): boolean {
  return AUTO_REPLY.test(subject.trim().slice(0, 300));
}

/** Whether mail systems begin their reports on delivery like this. */
export function isFailureSubject(subject: string): boolean {
  return FAILURE.test(subject.trim().slice(0, 300));
}
