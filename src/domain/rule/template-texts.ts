/** What the shipped rules say, to customers and to colleagues, in each language. */
type Words = Readonly<{ en: string; hu: string; lv: string }>;

export const MAIL_SUBJECT: Words = {
  en: 'Re: {{ticket.subject}} [#{{ticket.number}}]',
  hu: 'Re: {{ticket.subject}} [#{{ticket.number}}]',
  lv: 'Re: {{ticket.subject}} [#{{ticket.number}}]',
};

export const ACKNOWLEDGED: Words = {
  en: `Hello {{customer.name|}},

thank you for writing to us. Your request has arrived under number {{ticket.number}}, and a colleague will answer it.
If you want to add something, just answer this mail.

Kind regards,
{{workspace.name}}`,
  hu: `Tisztelt {{customer.name|Ügyfelünk}}!

Köszönjük, hogy írt nekünk. Megkeresése megérkezett, száma: {{ticket.number}}. Munkatársunk válaszolni fog Önnek.
Ha szeretne valamit hozzátenni, egyszerűen válaszoljon erre a levélre.

Üdvözlettel:
{{workspace.name}}`,
  lv: `Labdien, {{customer.name|}}!

Paldies, ka rakstījāt mums. Jūsu pieprasījums ir saņemts ar numuru {{ticket.number}}, un mūsu kolēģis uz to atbildēs.
Ja vēlaties kaut ko piebilst, vienkārši atbildiet uz šo vēstuli.

Ar cieņu
{{workspace.name}}`,
};

export const CLOSED_AFTER_SILENCE: Words = {
  en: `Hello {{customer.name|}},

we have not heard from you for a week, so we take it that request {{ticket.number}} is settled.
If it is not, answer this mail, and we will go on at once.

Kind regards,
{{workspace.name}}`,
  hu: `Tisztelt {{customer.name|Ügyfelünk}}!

Egy hete nem kaptunk Öntől választ, ezért a(z) {{ticket.number}} számú megkeresését megoldottnak tekintjük.
Ha mégsem az, válaszoljon erre a levélre, és azonnal folytatjuk.

Üdvözlettel:
{{workspace.name}}`,
  lv: `Labdien, {{customer.name|}}!

Nedēļu neesam saņēmuši Jūsu atbildi, tāpēc uzskatām, ka pieprasījums {{ticket.number}} ir atrisināts.
Ja tas tā nav, atbildiet uz šo vēstuli, un mēs uzreiz turpināsim.

Ar cieņu
{{workspace.name}}`,
};

export const OUT_OF_HOURS: Words = {
  en: `Hello {{customer.name|}},

your message has reached us outside our working hours. We will read it as soon as we are back, and answer request {{ticket.number}} then.

Kind regards,
{{workspace.name}}`,
  hu: `Tisztelt {{customer.name|Ügyfelünk}}!

Üzenete munkaidőn kívül érkezett. Amint újra dolgozunk, elolvassuk, és válaszolunk a(z) {{ticket.number}} számú megkeresésére.

Üdvözlettel:
{{workspace.name}}`,
  lv: `Labdien, {{customer.name|}}!

Jūsu ziņa mūs sasniedza ārpus darba laika. Mēs to izlasīsim, tiklīdz atsāksim darbu, un atbildēsim uz pieprasījumu {{ticket.number}}.

Ar cieņu
{{workspace.name}}`,
};

export const COMPLAINT_NOTICE: Words = {
  en: '{{customer.name}} complains in ticket #{{ticket.number}}: {{ticket.subject}}. Please look at it today.',
  hu: '{{customer.name}} panaszt tett a(z) #{{ticket.number}} számú jegyben: {{ticket.subject}}. Kérjük, nézze meg még ma.',
  lv: '{{customer.name}} sūdzas pieteikumā #{{ticket.number}}: {{ticket.subject}}. Lūdzu, apskatiet to šodien.',
};

export const VIP_NOTICE: Words = {
  en: 'An important customer, {{customer.name}}, has written: #{{ticket.number}} {{ticket.subject}}.',
  hu: 'Kiemelt ügyfél írt: {{customer.name}}, #{{ticket.number}} {{ticket.subject}}.',
  lv: 'Rakstījis īpašs klients {{customer.name}}: #{{ticket.number}} {{ticket.subject}}.',
};

export const REOPENED_NOTICE: Words = {
  en: 'Ticket #{{ticket.number}} has come back a second time: {{ticket.subject}}. Our answers do not seem to help.',
  hu: 'A(z) #{{ticket.number}} számú jegy már másodszor nyílt újra: {{ticket.subject}}. A válaszaink láthatóan nem segítenek.',
  lv: 'Pieteikums #{{ticket.number}} atvērts jau otrreiz: {{ticket.subject}}. Šķiet, mūsu atbildes nepalīdz.',
};

export const NAMES = {
  auto_acknowledge: {
    en: 'Acknowledge new requests',
    hu: 'Új megkeresések visszaigazolása',
    lv: 'Apstiprināt jaunus pieprasījumus',
  },
  close_after_silence: {
    en: 'Close after a week of silence',
    hu: 'Lezárás egy hét hallgatás után',
    lv: 'Slēgt pēc nedēļas klusuma',
  },
  out_of_hours: {
    en: 'Answer outside working hours',
    hu: 'Válasz munkaidőn kívül',
    lv: 'Atbilde ārpus darba laika',
  },
  complaint_escalation: {
    en: 'Complaints go to the managers',
    hu: 'Panasz továbbítása a vezetőknek',
    lv: 'Sūdzības nodot vadītājiem',
  },
  vip: { en: 'VIP customers first', hu: 'Kiemelt ügyfelek előre', lv: 'VIP klienti vispirms' },
  language_routing: {
    en: 'Team by language',
    hu: 'Csapat nyelv szerint',
    lv: 'Komanda pēc valodas',
  },
  reopened_twice: {
    en: 'Reopened twice',
    hu: 'Másodszor is újranyitott jegyek',
    lv: 'Otrreiz atvērti pieteikumi',
  },
} as const satisfies Record<string, Words>;

/** Words by which customers complain, in the three languages. */
export const COMPLAINT_WORDS = [
  'complaint',
  'complain about',
  'unacceptable',
  'panasz',
  'reklamáció',
  'felháborító',
  'elfogadhatatlan',
  'sūdzība',
  'sūdzos',
  'pretenzija',
  'nepieņemam',
] as const;
