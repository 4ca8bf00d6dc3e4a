import type { TicketAction } from '@/domain/action/action';
import type { StaffActor } from '@/domain/permission/actor';
import { saveMacro } from '@/features/macros/commands/save-macro';
import { macroInput } from '@/features/macros/inputs';
import type { StaffContext } from '@/server/context';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';

type DemoMacro = Readonly<{
  name: string;
  shortcut?: string;
  folder: string;
  /** A team's name; absent: everybody. */
  team?: string;
  textKind?: 'note';
  actions?: readonly TicketAction[];
  texts?: Readonly<Partial<Record<'en' | 'hu' | 'lv', readonly string[]>>>;
  /** How often people have used it, in the order of `USERS`. */
  uses: readonly number[];
}>;

const USERS = ['emma', 'zsofia', 'janis', 'peter'] as const;
const PENDING: TicketAction = { kind: 'set_status', status: 'pending' };
const ASSIGN: TicketAction = { kind: 'assign', to: 'me' };

const MACROS: readonly DemoMacro[] = [
  {
    name: 'Greeting',
    shortcut: 'hi',
    folder: 'General',
    uses: [61, 48, 39, 4],
    texts: {
      en: ['Dear {{customer.name}},', 'thank you for writing to us.'],
      hu: ['Tisztelt {{customer.name}}!', 'Köszönjük megkeresését.'],
      lv: ['Labdien, {{customer.name}}!', 'Paldies, ka mums rakstījāt.'],
    },
  },
  {
    name: 'Ask for the order number',
    shortcut: 'order',
    folder: 'Orders',
    actions: [PENDING, { kind: 'add_tags', tags: ['waiting-for-order'] }],
    uses: [34, 29, 22, 1],
    texts: {
      en: [
        'could you send us the number of your order? It stands in the confirmation mail and begins with OC.',
        'With it we can look into this right away.',
      ],
      hu: [
        'kérjük, küldje el a rendelése számát! A visszaigazoló levélben találja, és OC betűkkel kezdődik.',
        'Ennek birtokában azonnal utánanézünk.',
      ],
      lv: [
        'lūdzu, atsūtiet mums pasūtījuma numuru! Tas ir apstiprinājuma vēstulē un sākas ar OC.',
        'Tad varēsim to tūlīt noskaidrot.',
      ],
    },
  },
  {
    name: 'Parcel is on its way',
    shortcut: 'parcel',
    folder: 'Orders',
    team: 'Orders',
    actions: [{ kind: 'set_status', status: 'solved' }],
    uses: [27, 19, 8, 0],
    texts: {
      en: [
        'your parcel left our warehouse today. You can follow it here: {{tracking link}}',
        'It usually arrives within two working days.',
      ],
      hu: [
        'csomagja ma elhagyta a raktárunkat. Itt követheti nyomon: {{tracking link}}',
        'Általában két munkanapon belül megérkezik.',
      ],
      lv: [
        'Jūsu sūtījums šodien ir izsūtīts no noliktavas. Tam varat sekot šeit: {{tracking link}}',
        'Parasti tas pienāk divu darba dienu laikā.',
      ],
    },
  },
  {
    name: 'Refund approved',
    shortcut: 'refund',
    folder: 'Money',
    actions: [
      { kind: 'set_status', status: 'solved' },
      { kind: 'add_tags', tags: ['refund'] },
      { kind: 'note', text: 'Refund approved by {{agent.name}} on {{today.date}}.' },
    ],
    uses: [12, 15, 6, 2],
    texts: {
      en: ['we have approved your refund. You will see the amount on your account within five working days.'],
      hu: ['a visszatérítést jóváhagytuk. Az összeg öt munkanapon belül megjelenik a számláján.'],
      lv: ['mēs esam apstiprinājuši naudas atmaksu. Summa būs Jūsu kontā piecu darba dienu laikā.'],
    },
  },
  {
    name: 'Descaling, step by step',
    shortcut: 'descale',
    folder: 'Technical',
    team: 'Technical help',
    uses: [18, 9, 11, 0],
    texts: {
      en: [
        'please run the descaling programme once: fill the tank to the line, press both buttons for five seconds, and let it finish. It takes about 20 minutes.',
      ],
      hu: [
        'kérjük, futtassa le egyszer a vízkőmentesítő programot: töltse fel a tartályt a jelig, nyomja öt másodpercig mindkét gombot, és várja meg a végét. Körülbelül 20 percig tart.',
      ],
      lv: [
        'lūdzu, vienreiz palaidiet atkaļķošanas programmu: piepildiet tvertni līdz atzīmei, piecas sekundes turiet abas pogas un ļaujiet tai beigties. Tas ilgst aptuveni 20 minūtes.',
      ],
    },
  },
  {
    name: 'Send it to our workshop',
    shortcut: 'workshop',
    folder: 'Technical',
    team: 'Technical help',
    actions: [
      { kind: 'set_type', type: 'problem' },
      { kind: 'add_tags', tags: ['repair'] },
      { kind: 'set_status', status: 'on_hold' },
    ],
    uses: [7, 5, 9, 0],
    texts: {
      en: [
        'we would like to look at your machine in our workshop. A prepaid label for ticket {{ticket.number}} comes with the next mail.',
      ],
      hu: [
        'szeretnénk a műhelyünkben megvizsgálni a gépét. A {{ticket.number}} számú jegyhez tartozó, előre fizetett címkét a következő levélben küldjük.',
      ],
      lv: [
        'mēs vēlētos Jūsu ierīci apskatīt darbnīcā. Apmaksātu uzlīmi pieteikumam {{ticket.number}} atsūtīsim nākamajā vēstulē.',
      ],
    },
  },
  {
    name: 'Take it',
    folder: 'General',
    actions: [ASSIGN, { kind: 'set_status', status: 'open' }],
    uses: [22, 31, 17, 3],
  },
  {
    name: 'Complaint: to the manager',
    folder: 'General',
    textKind: 'note',
    actions: [
      { kind: 'set_type', type: 'complaint' },
      { kind: 'set_priority', priority: 'high' },
      { kind: 'add_tags', tags: ['escalated'] },
    ],
    uses: [3, 4, 1, 0],
    texts: {
      en: ['Escalated by {{agent.name}}. What the customer wants:', 'What we offered so far:'],
      hu: ['{{agent.name}} továbbította. Mit szeretne az ügyfél:', 'Mit ajánlottunk eddig:'],
      lv: ['Nodeva {{agent.name}}. Ko klients vēlas:', 'Ko līdz šim piedāvājām:'],
    },
  },
  {
    name: 'When we answer',
    shortcut: 'when',
    folder: 'General',
    uses: [9, 6, 7, 1],
    texts: {
      en: ['you will hear from us by {{promise.next|tomorrow evening}}.'],
      hu: ['legkésőbb eddig jelentkezünk: {{promise.next|holnap este}}.'],
      lv: ['mēs atbildēsim līdz {{promise.next|rītvakaram}}.'],
    },
  },
  {
    name: 'Opening hours of the shop',
    shortcut: 'hours',
    folder: 'Rīga shop',
    team: 'Rīga shop',
    uses: [0, 0, 14, 0],
    texts: {
      en: ['our shop in Rīga is open from Monday to Friday, 9 to 18, and on Saturday from 10 to 15.'],
      lv: [
        'mūsu veikals Rīgā ir atvērts no pirmdienas līdz piektdienai no 9 līdz 18 un sestdien no 10 līdz 15.',
      ],
    },
  },
  {
    name: 'Invoice is attached',
    shortcut: 'invoice',
    folder: 'Money',
    actions: [{ kind: 'set_status', status: 'solved' }],
    uses: [8, 11, 5, 0],
    texts: {
      en: [
        'please find the invoice attached. If it should carry other details, tell us which and we will correct it.',
      ],
      hu: ['mellékelten küldjük a számlát. Ha más adatokkal kéri, írja meg, és kijavítjuk.'],
      lv: ['pielikumā nosūtām rēķinu. Ja tajā vajadzīgi citi dati, rakstiet, un mēs to izlabosim.'],
    },
  },
  {
    name: 'Closing words',
    shortcut: 'bye',
    folder: 'General',
    uses: [44, 37, 30, 2],
    texts: {
      en: ['If anything else comes up, just answer this mail.', 'Kind regards,', '{{agent.name}}'],
      hu: ['Ha bármi kérdése maradt, válaszoljon erre a levélre.', 'Üdvözlettel:', '{{agent.name}}'],
      lv: ['Ja rodas vēl kāds jautājums, vienkārši atbildiet uz šo vēstuli.', 'Ar cieņu', '{{agent.name}}'],
    },
  },
];

/** What the shop says and does again and again: canned replies and macros of everybody and of teams. */
export async function buildMacros(db: Db, cast: Cast, now: Date): Promise<void> {
  const owner = cast.users.get('eszter');
  if (!owner) throw new Error('nobody plays eszter');
  const actor: StaffActor = { kind: 'user', ...owner, role: 'owner', scope: 'all', teamIds: [] };
  const ctx: StaffContext = { workspaceId: cast.workspaceId, actor, db, now: () => now, newId };
  for (const macro of MACROS) await build(ctx, cast, macro);
}

async function build(ctx: StaffContext, cast: Cast, macro: DemoMacro): Promise<void> {
  const { name, shortcut = '', folder, team, textKind = 'reply', actions = [], texts = {}, uses } = macro;
  const html = Object.entries(texts).map(([language, lines]) => [
    language,
    lines.map((line) => `<p>${line}</p>`).join(''),
  ]);
  const saved = await saveMacro(
    ctx,
    macroInput.parse({
      name,
      shortcut,
      folder,
      audience: team ? 'team' : 'everyone',
      teamId: team ? cast.teams.get(team) : null,
      textKind,
      actions,
      texts: Object.fromEntries(html),
    }),
  );
  if (!saved.ok) throw new Error(`${name}: ${saved.error.code}`);
  await ctx.db.macroUse.createMany({
    data: uses.flatMap((count, index) => {
      const userId = cast.users.get(USERS[index] ?? '')?.id;
      const { workspaceId } = ctx;
      return userId && count > 0
        ? [{ workspaceId, macroId: saved.value.macroId, userId, count, favourite: name === 'Greeting' }]
        : [];
    }),
  });
}
