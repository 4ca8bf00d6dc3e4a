/** A field of the small header that mail programs print above what they quote or forward. */
export type HeaderField = 'from' | 'to' | 'cc' | 'date' | 'subject' | 'other';

const LABELS: Readonly<Record<HeaderField, string>> = {
  from: 'From|Von|De|De la|Da|Mittente|Van|Fra|Från|Avsändare|Afsender|Avsender|Lähettäjä|Od|Nadawca|Šalje|Šalje se|Feladó|Küldő|Küldte|No|No kā|Sūtītājs|Nuo|Siuntėjas|Saatja|Kellelt|Expeditor|Remitente|Remetente|Expéditeur|Absender|Afzender|Odesílatel|Odosielateľ|Pošiljatelj|Pošiljalec|Vetting|От|От кого|Отправитель|Від|Від кого|Відправник|Од|Подател|Kimden|Gönderen|Από|Αποστολέας|Frá|发件人|寄件者|寄件人|差出人|送信元|보낸 사람|보낸사람|من|מאת',
  to: 'To|An|À|A|Pour|Para|Aan|Til|Till|Vastaanottaja|Komu|Pre|Do|Adresat|Adresát|Prima|Za|Címzett|Címzettek|Kam|Adresāts|Saņēmējs|Gavėjas|Kellele|Saaja|Către|Destinatar|Destinatario|Destinatário|Destinataire|Empfänger|Ontvanger|Mottaker|Modtager|Mottagare|Príjemca|Příjemce|Primatelj|Prejemnik|Кому|Получатель|Одержувач|До|Получател|Прима|Kime|Alıcı|Προς|Παραλήπτης|收件人|收件者|宛先|받는 사람|받는사람|إلى|אל',
  cc: 'Cc|Copie|Copie à|Copia|Con copia|Cópia|Com cópia|Kopie|Kopie an|Kopia|Kopi|Kopi til|Kopio|Kópia|Kopija|Koopia|Dw|Do wiadomości|Másolat|Másolatot kap|Копия|Копія|Копие|Bilgi|Κοιν|Κοιν.|Κοινοποίηση|Afrit|抄送|副本|참조|نسخة|עותק',
  date: "Date|Sent|Sent at|Date sent|Datum|Gesendet|Gesendet am|Envoyé|Envoyé le|Date d'envoi|Message du|Fecha|Enviado|Enviado el|Enviada|Enviada em|Enviado em|Enviada a|Data|Inviato|Inviato il|Data invio|Verzonden|Verzonden op|Dato|Sendt|Sendt den|Skickat|Skickades|Päivämäärä|Päiväys|Lähetetty|Dátum|Elküldve|Küldve|Küldés ideje|Küldés dátuma|Időpont|Odesláno|Odoslané|Poslané|Odoslaná|Wysłano|Wysłane|Data wysłania|Poslano|Datums|Nosūtīts|Sūtīts|Nosūtīšanas datums|Išsiųsta|Siųsta|Kuupäev|Saadetud|Trimis|Trimisă|Trimis la|Дата|Отправлено|Надіслано|Відправлено|Изпратено|Датум|Послато|Tarih|Gönderildi|Gönderme Tarihi|Gönderim Tarihi|Ημερομηνία|Στάλθηκε|Αποστολή|Dags|Dagsetning|Sent|日期|发送时间|发送日期|傳送時間|寄件日期|日付|送信日時|日時|날짜|보낸 날짜|보낸날짜|التاريخ|תאריך",
  subject:
    'Subject|Betreff|Objet|Sujet|Asunto|Assunto|Oggetto|Onderwerp|Emne|Ämne|Aihe|Předmět|Predmet|Temat|Naslov|Zadeva|Tárgy|Subiect|Subiectul|Subiect mesaj|Тема|Относно|Предмет|Konu|Θέμα|Tēma|Temats|Tema|Teema|Efni|Assumpte|主题|主旨|件名|제목|الموضوع|נושא',
  other:
    'Bcc|Reply-To|Reply To|Antwort an|Répondre à|Responder a|Responder para|Rispondi a|Antwoord aan|Svar til|Svara till|Vastausosoite|Odpovědět na|Odpověz|Odpověď|Odpovedať|Odpowiedz do|Odgovori na|Válaszcím|Válasz|Atbildēt|Atbildēt uz|Atsakyti|Răspuns către|Răspunde către|Ответить|Отвечать|Відповісти|Yanıtla|Yanıt Adresi|Titkos másolat|Slēptā kopija|Importance|Priority|Fontosság|Svarīgums|Prioritet|Wichtigkeit|Organization|Attachments|Mellékletek|Pielikumi|Anlagen|Message-ID',
};

/** `İ` becomes two characters in lower case. */
const lower = (words: string) => words.trim().toLowerCase().replaceAll('\u0307', '').replaceAll('’', "'");

const FIELDS = new Map<string, HeaderField>(
  Object.entries(LABELS).flatMap(([field, labels]) =>
    labels.split('|').map((label) => [lower(label), field as HeaderField] as const),
  ),
);

/** Returns which header field a printed label means, in any of the languages that mail programs speak. */
export function fieldOf(label: string): HeaderField | null {
  return FIELDS.get(lower(label)) ?? null;
}

/** Returns the labels of a field as they are printed, the longest first. */
export function labelsOf(field: HeaderField): readonly string[] {
  return LABELS[field].split('|').toSorted((one, other) => other.length - one.length);
}

const anyOf = (list: string) => list.split('|').map(lower);

const ORIGINAL = anyOf(
  "original message|original email|originalnachricht|original-nachricht|ursprüngliche nachricht|message d'origine|message original|courriel original|mensaje original|mensagem original|messaggio originale|oorspronkelijk bericht|oprindelig meddelelse|oprindelig besked|oprindelig mail|opprinnelig melding|ursprungligt meddelande|originalmeddelande|ursprungligt mail|alkuperäinen viesti|původní zpráva|pôvodná správa|oryginalna wiadomość|wiadomość oryginalna|originalna poruka|izvorna poruka|izvirno sporočilo|originalno sporočilo|eredeti üzenet|eredeti levél|sākotnējais ziņojums|oriģinālais ziņojums|sākotnējā vēstule|oriģinālā vēstule|sākotnējā ziņa|pradinis pranešimas|pradinis laiškas|originalus pranešimas|algne sõnum|algne kiri|algsõnum|mesaj original|mesajul original|mesaj inițial|исходное сообщение|оригинальное сообщение|первоначальное сообщение|вихідне повідомлення|оригінальне повідомлення|оригинално съобщение|orijinal mesaj|özgün ileti|orijinal ileti|αρχικό μήνυμα|原始邮件|原始郵件|原始訊息|元のメッセージ|원본 메시지|الرسالة الأصلية|הודעה מקורית",
);

const FORWARDED = anyOf(
  'forwarded message|forwarded email|forwarded by|forwarded mail|weitergeleitete nachricht|weitergeleitete e-mail|message transféré|message transmis|message réexpédié|courriel transféré|e-mail transféré|mensaje reenviado|mensaje transferido|mensagem reencaminhada|mensagem encaminhada|messaggio inoltrato|doorgestuurd bericht|doorgestuurde e-mail|videresendt meddelelse|videresendt besked|videresendt melding|videresendt e-post|videresendt mail|vidarebefordrat meddelande|vidarebefordrat mejl|vidarebefordrat brev|vidarebefordrat e-post|välitetty viesti|edelleenlähetetty viesti|přeposlaná zpráva|přeposílaná zpráva|předaná zpráva|preposlaná správa|preposielaná správa|odovzdaná správa|przekazanej wiadomości|przekazana wiadomość|wiadomość przekazana|proslijeđena poruka|prosleđena poruka|proslijeđenu poruku|posredovano sporočilo|továbbított üzenet|továbbított levél|továbbított e-mail|pārsūtīts ziņojums|pārsūtītais ziņojums|pārsūtītā vēstule|pārsūtīta vēstule|pārsūtīta ziņa|pārsūtītā ziņa|persiųstas pranešimas|persiųstas laiškas|persiunčiamas laiškas|edastatud sõnum|edastatud kiri|edasi saadetud kiri|mesaj redirecționat|mesaj redirectionat|mesaj retransmis|mesaj transmis|mesajul redirecționat|пересылаемое сообщение|пересланное сообщение|перенаправленное сообщение|переадресованное сообщение|переслане повідомлення|переслане повідомлення|препратено съобщение|прослеђена порука|iletilen ileti|iletilen mesaj|iletilmiş mesaj|yönlendirilen ileti|yönlendirilmiş ileti|προωθημένο μήνυμα|áframsent skeyti|missatge reenviat|转发的邮件|转发邮件|轉寄郵件|轉寄的郵件|已轉寄的郵件|転送メッセージ|転送されたメッセージ|전달된 메시지|전달한 메시지|רשומה שהועברה|הודעה שהועברה|رسالة معاد توجيهها|رسالة مُعاد توجيهها',
);

const FORWARD_BEGINS = anyOf(
  'begin forwarded message|forwarded message|anfang der weitergeleiteten nachricht|anfang der weitergeleiteten e-mail|weitergeleitete nachricht|début du message réexpédié|début du message transféré|début du courriel transféré|inicio del mensaje reenviado|comienza el mensaje reenviado|inizio messaggio inoltrato|inizio del messaggio inoltrato|begin doorgestuurd bericht|begin van doorgestuurd bericht|start på videresendt besked|start på videresendt melding|videresendt besked|videresendt melding|påbegynt videresendt melding|vidarebefordrat mejl|vidarebefordrat brev|början på vidarebefordrat meddelande|välitetty viesti alkaa|alkaa välitetty viesti|edelleenlähetetty viesti alkaa|začátek přeposílané zprávy|začátek přeposlané zprávy|začiatok preposlanej správy|začiatok preposielanej správy|początek przekazywanej wiadomości|początek przekazanej wiadomości|započni proslijeđenu poruku|početak proslijeđene poruke|začetek posredovanega sporočila|továbbított levél kezdete|továbbított üzenet kezdete|továbbított e-mail kezdete|pārsūtītā ziņojuma sākums|pārsūtītās vēstules sākums|sākas pārsūtītais ziņojums|persiunčiamo laiško pradžia|edastatud kirja algus|începe mesajul redirecționat|început mesaj redirecționat|începutul mesajului redirecționat|início da mensagem reencaminhada|início da mensagem encaminhada|начало переадресованного сообщения|начало пересылаемого сообщения|начало перенаправленного сообщения|початок листа, що пересилається|початок переадресованого повідомлення|початок пересланого повідомлення|начало на препратеното съобщение|i̇leti başlangıcı|ileti başlangıcı|iletilen ileti başlangıcı|αρχή προωθημένου μηνύματος|inici del missatge reenviat|下面是被转发的邮件|下面是被轉寄的郵件|以下是被轉寄的郵件|転送されたメッセージ|전달된 메시지|تبدأ الرسالة المعاد توجيهها',
);

/** Returns what a ruler such as `---- Forwarded message ----` announces, given the words between its dashes. */
export function announcedBy(words: string): 'forwarded' | 'original' | null {
  const plain = lower(words);
  if (FORWARDED.some((phrase) => plain.includes(phrase))) return 'forwarded';
  return ORIGINAL.some((phrase) => plain.includes(phrase)) ? 'original' : null;
}

/** Tells whether a whole line such as `Begin forwarded message:` opens a forwarded mail. */
export function opensForward(line: string): boolean {
  const plain = lower(line);
  return plain.endsWith(':') && FORWARD_BEGINS.includes(plain.slice(0, -1).trim());
}

const WROTE =
  'wrote|writes|said|schrieb|schreibt|geschrieben|a écrit|a ecrit|écrivait|escribió|ha escrito|escribio|escreveu|ha scritto|scrive|schreef|geschreven|skrev|kirjoitti|napsal|napsala|psal|psala|písal|písala|napísal|napísala|napisał|napisała|napisali|napisao je|napisala je|je napisao|je napisala|napisao|napisala|je napisal|ezt írta|írta|rakstīja|raksta|uzrakstīja|rašė|parašė|kirjutas|a scris|написал|написала|писал|писала|пишет|написав|написала|пише|написа|yazdı|şunları yazdı|έγραψε|skrifaði|ha escrit|va escriure|님이 작성|작성|كتب|כתב';

/** These languages do not part words. */
const WROTE_UNPARTED = '写道|寫道|のメール|のメッセージ|作成';

/** The verb of an attribution line, as a whole word; some languages print both genders: `napsal(a)`. */
export const WROTE_WORD = new RegExp(
  `(?<![\\p{L}])(?:${WROTE.split('|')
    .toSorted((one, other) => other.length - one.length)
    .join('|')})(?:\\((?:a|la|а)\\))?(?![\\p{L}])|(?:${WROTE_UNPARTED})`,
  'iu',
);

/** With these an attribution line begins in the languages that begin it with a small word. */
export const ATTRIBUTION_STARTS =
  /^(?:on|am|le|el|em|il|in data|op|den|d\.|dne|dňa|dnia|w dniu|dana|pe|la|în|на|в|tarihinde|στις|a les|el dia)(?=[\s,.])/iu;
