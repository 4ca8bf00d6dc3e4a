import type { Language } from './story';

/** Short closed matters of the last weeks: subject, question, answer. */
export const ARCHIVE: Readonly<Record<Language, readonly (readonly [string, string, string])[]>> = {
  en: [
    [
      'Where is the serial number?',
      'I want to register my grinder but cannot find the serial number.',
      'It is on the silver label under the bean hopper: eight digits after "SN".',
    ],
    [
      'Change of delivery address',
      'We have moved. Please send order 20701 to 14 Mill Lane, York.',
      'Changed. It arrives at Mill Lane on Thursday between 10 and 14.',
    ],
    [
      'Do you sell spare glass jugs?',
      'Our jug broke in the dishwasher. Can I buy just the jug?',
      'Yes, for EUR 19 including delivery. I have put a link to it below.',
    ],
    [
      'Discount code does not work',
      'The code AUTUMN10 says it has expired, but the newsletter gives until Sunday.',
      'You are right, the date was set wrongly. It is mended, and the 10 % is already on your order.',
    ],
    [
      'Refund received?',
      'I returned a milk frother two weeks ago. Has it arrived?',
      'It arrived on Monday, and the refund reached your card yesterday.',
    ],
    [
      'Can I use filtered water?',
      'Does filtered water change how often I need to descale?',
      'It does: with a filter every four months is enough.',
    ],
    [
      'Missing cup in the gift set',
      'The gift set had three cups in it and not four.',
      'I am sorry about that. The fourth is on its way and arrives tomorrow.',
    ],
    [
      'Invoice in PDF',
      'Could you send the invoice of order 20533 as a PDF?',
      'Here it is, and you can always find all of them under My orders.',
    ],
  ],
  hu: [
    [
      'Hol találom a sorozatszámot?',
      'Regisztrálni szeretném a darálót, de nem találom a sorozatszámát.',
      'A babtartály alatti ezüst címkén: az „SN” utáni nyolc számjegy.',
    ],
    [
      'Szállítási cím módosítása',
      'Kérem, a 20688-as rendelést az irodámba küldjék: Szeged, Kárász utca 5.',
      'Módosítottam, csütörtökön délelőtt érkezik az új címre.',
    ],
    [
      'Kapható-e külön üvegkancsó?',
      'Eltört a kancsó. Megvásárolható külön?',
      'Igen, 7 490 forintért, szállítással együtt. Alább küldöm a hivatkozást.',
    ],
    [
      'Nem működik a kuponkód',
      'Az OSZ10 kód szerint lejárt, pedig vasárnapig érvényes.',
      'Önnek van igaza, rossz dátumot állítottunk be. Javítottuk, a kedvezmény már a rendelésén van.',
    ],
    [
      'Visszatérítés állapota',
      'Két hete küldtem vissza a tejhabosítót. Megérkezett?',
      'Hétfőn megérkezett, az összeget tegnap jóváírtuk a kártyáján.',
    ],
    [
      'Vízkőmentesítés gyakorisága',
      'Milyen gyakran kell vízkőmentesíteni kemény víznél?',
      'Kemény víznél hathetente, szűrővel négyhavonta.',
    ],
    [
      'Hiányzó csésze',
      'Az ajándékcsomagban három csésze volt négy helyett.',
      'Elnézését kérem, a negyedik csészét ma feladtuk, holnap megérkezik.',
    ],
    [
      'Céges számla kérése',
      'Kérem, a számlát cégnévre állítsák ki.',
      'Elkészült, e-mailben elküldtem a módosított számlát.',
    ],
  ],
  lv: [
    [
      'Kur atrast sērijas numuru?',
      'Vēlos reģistrēt dzirnaviņas, bet nevaru atrast numuru.',
      'Tas ir uz sudrabotās uzlīmes zem pupiņu tvertnes: astoņi cipari aiz "SN".',
    ],
    [
      'Piegādes adreses maiņa',
      'Lūdzu, nosūtiet pasūtījumu 20690 uz Valmieru, Rīgas ielu 12.',
      'Adrese nomainīta, sūtījums būs klāt ceturtdien.',
    ],
    [
      'Vai var nopirkt tikai krūzi?',
      'Saplīsa stikla krūze. Vai to var iegādāties atsevišķi?',
      'Jā, par 19 eiro kopā ar piegādi. Saite ir zemāk.',
    ],
    [
      'Nedarbojas atlaides kods',
      'Kods RUDENS10 rāda, ka ir beidzies, bet vēstulē bija rakstīts līdz svētdienai.',
      'Jums taisnība, datums bija nepareizs. Esam izlabojuši, un atlaide jau ir Jūsu pasūtījumā.',
    ],
    [
      'Vai nauda ir atmaksāta?',
      'Pirms divām nedēļām nosūtīju atpakaļ putotāju.',
      'Tas ir saņemts pirmdien, un nauda vakar atgriezta Jūsu kartē.',
    ],
    [
      'Cik bieži jāatkaļķo?',
      'Mums ir ciets ūdens. Cik bieži jāatkaļķo automāts?',
      'Ar cietu ūdeni reizi sešās nedēļās, ar filtru reizi četros mēnešos.',
    ],
    [
      'Trūkst tases komplektā',
      'Dāvanu komplektā bija trīs tases, nevis četras.',
      'Atvainojamies! Ceturtā tase jau ir ceļā un būs pie Jums rīt.',
    ],
    [
      'Rēķins uzņēmumam',
      'Lūdzu, izrakstiet rēķinu uz uzņēmuma vārda.',
      'Gatavs: laboto rēķinu nosūtīju uz Jūsu e-pastu.',
    ],
  ],
};

export const ARCHIVE_NAMES: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'Grace Nolan',
    'Oliver Hart',
    'Amelia Stone',
    'Harvey Lin',
    'Freya Doyle',
    'Isaac Moore',
    'Nora Bell',
    'Samir Khan',
  ],
  hu: [
    'Varga Júlia',
    'Horváth Bence',
    'Kelemen Ágnes',
    'Szűcs Levente',
    'Őri Borbála',
    'Fekete Ákos',
    'Lukács Enikő',
    'Bíró Zoltán',
  ],
  lv: [
    'Kristīne Lāce',
    'Mārtiņš Ķirsis',
    'Agnese Šmite',
    'Raivis Zariņš',
    'Zane Ābele',
    'Uldis Krūmiņš',
    'Baiba Grīnberga',
    'Andris Žagars',
  ],
};
