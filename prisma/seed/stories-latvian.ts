import type { Story } from './story';

export const LATVIAN_STORIES: readonly Story[] = [
  {
    subject: 'Kafijas automāts neieslēdzas',
    customer: 'anna',
    hoursAgo: 4,
    team: 'Technical help',
    assignee: 'janis',
    status: 'open',
    priority: 'high',
    type: 'problem',
    tags: ['garantija'],
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Labdien!\n\nKopš svētdienas mans kafijas automāts vairs neieslēdzas. Vads un rozete ir kārtībā. Automāts pirkts martā, pasūtījums 18877.\n\nKo man darīt?\n\nAr cieņu,\nAnna Ozola',
      },
      {
        by: 'janis',
        after: 27,
        text: 'Labdien!\n\nPaldies par ziņu, un lūdzu atvainojiet par sagādātajām neērtībām. Lūdzu, desmit sekundes turiet nospiestu ieslēgšanas pogu, kad vads ir atvienots, un tad mēģiniet vēlreiz. Ja tas nepalīdz, rīt atsūtīsim kurjeru un salabosim automātu bez maksas.\n\nAr cieņu,\nJānis Bērziņš',
      },
      {
        by: 'customer',
        after: 180,
        text: 'Pamēģināju, diemžēl nekas nenotiek. Kurjers var braukt rīt pēc plkst. 15.\n\nAnna',
      },
    ],
  },
  {
    subject: 'Rēķins par novembri',
    customer: 'ilze',
    hoursAgo: 7,
    team: 'Rīga shop',
    assignee: null,
    status: 'new',
    tags: ['rēķins'],
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Sveiki!\n\nVai varat atsūtīt novembra rēķinu ar mūsu jauno juridisko adresi: Brīvības iela 40, Rīga, LV-1050?\n\nPaldies!\nIlze Kalēja\nSIA Rīta Kafija',
      },
    ],
  },
  {
    subject: 'Vai veikals Rīgā strādā 18. novembrī?',
    customer: 'janis_p',
    hoursAgo: 100,
    team: 'Rīga shop',
    assignee: 'janis',
    status: 'solved',
    type: 'question',
    tags: ['darba laiks'],
    lines: [
      { by: 'customer', after: 0, text: 'Labdien! Vai veikals svētkos būs atvērts?' },
      {
        by: 'janis',
        after: 12,
        text: 'Labdien!\n\n18. novembrī veikals ir slēgts, 19. novembrī gaidīsim Jūs no plkst. 10 līdz 19.\n\nSkaistus svētkus!\nJānis',
      },
      { by: 'customer', after: 5, text: 'Paldies!' },
    ],
  },
  {
    subject: 'Piegāde uz Liepāju kavējas',
    customer: 'edgars',
    hoursAgo: 26,
    team: 'Orders',
    assignee: 'janis',
    status: 'pending',
    snoozedHours: 3,
    priority: 'high',
    type: 'complaint',
    tags: ['piegāde'],
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Sveiki, sūtījumam bija jāpienāk otrdien, bet izsekošanas lapā nekas nemainās jau trīs dienas. Pasūtījums 20844.\n\nEdgars Vītols',
      },
      {
        by: 'janis',
        after: 41,
        text: 'Labdien!\n\nSazinājos ar kurjeru: sūtījums ir Kuldīgas noliktavā un pie Jums būs rīt līdz plkst. 14. Piegādes maksu Jums atmaksājām.\n\nLūdzu, dodiet ziņu, ja rīt kaut kas nesakrīt.\n\nAr cieņu,\nJānis Bērziņš',
      },
    ],
  },
  {
    subject: 'Dzirnaviņu nomaiņa uzņēmumam',
    customer: 'ilze',
    hoursAgo: 70,
    team: 'Rīga shop',
    assignee: 'liga',
    status: 'on_hold',
    type: 'request',
    tags: ['uzņēmums'],
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Labdien! Mūsu dzirnaviņas ir nolietojušās, vēlamies nomainīt četrus asmeņu komplektus. Vai tie ir noliktavā?\n\nIlze',
      },
      {
        by: 'liga',
        after: 33,
        text: 'Labdien, Ilze!\n\nDivi komplekti ir Rīgā, divus gaidām no ražotāja nākamnedēļ. Rezervēju visus četrus un uzrakstīšu, tiklīdz tie būs te.\n\nAr cieņu,\nLīga Kalniņa',
      },
    ],
  },
  {
    subject: 'Pateicība un jautājums par filtriem',
    customer: 'anna',
    hoursAgo: 190,
    team: 'Technical help',
    assignee: 'janis',
    status: 'solved',
    tags: ['filtri'],
    lines: [
      {
        by: 'customer',
        after: 0,
        text: 'Paldies par ātro piegādi! Cik bieži jāmaina ūdens filtrs, ja gatavojam 10 tases dienā?\n\nAnna Ozola',
      },
      {
        by: 'janis',
        after: 48,
        text: 'Labdien, Anna!\n\nTādā gadījumā reizi divos mēnešos. Automāts pats atgādinās ar zilu gaismiņu.\n\nAr cieņu,\nJānis',
      },
    ],
  },
];
