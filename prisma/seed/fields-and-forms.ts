import { usualItems } from '@/domain/form/form';
import type { StaffActor } from '@/domain/permission/actor';
import type { TicketType } from '@/domain/ticket/ticket';
import { saveField } from '@/features/fields/commands/save-field';
import { fieldInput } from '@/features/fields/inputs';
import { saveForm } from '@/features/forms/commands/save-form';
import { formInput } from '@/features/forms/inputs';
import { createTicket } from '@/features/tickets/commands/create-ticket';
import { createTicketInput } from '@/features/tickets/inputs';
import type { StaffContext } from '@/server/context';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';

type Words = readonly [string, string, string];
const texts = ([en, hu, lv]: Words) => ({ en, hu, lv });
const option = (key: string, ...words: Words) => ({ key, names: texts(words), archived: false });

const FIELDS = [
  {
    key: 'order_number',
    kind: 'pattern',
    pattern: 'OC-?\\d{4,6}',
    customerAccess: 'edit',
    names: texts(['Order number', 'Rendelésszám', 'Pasūtījuma numurs']),
    descriptions: texts([
      'It begins with OC and stands in the confirmation mail.',
      'OC-vel kezdődik, a visszaigazoló levélben találja.',
      'Tas sākas ar OC un ir apstiprinājuma vēstulē.',
    ]),
  },
  {
    key: 'product',
    kind: 'choice',
    customerAccess: 'edit',
    names: texts(['Product', 'Termék', 'Prece']),
    options: [
      option('forest', 'Forest', 'Forest', 'Forest'),
      option('river', 'River', 'River', 'River'),
      option('stone', 'Stone mini', 'Stone mini', 'Stone mini'),
      option('beans', 'Coffee beans', 'Szemes kávé', 'Kafijas pupiņas'),
    ],
  },
  {
    key: 'place_of_purchase',
    kind: 'choice',
    customerAccess: 'edit',
    names: texts(['Place of purchase', 'A vásárlás helye', 'Pirkuma vieta']),
    options: [
      option('web', 'Web shop', 'Webáruház', 'Interneta veikals'),
      option('riga', 'Shop in Riga', 'Rigai üzlet', 'Veikals Rīgā'),
      option('dealer', 'Dealer', 'Viszonteladó', 'Tirgotājs'),
    ],
  },
  {
    key: 'bought_on',
    kind: 'date',
    customerAccess: 'edit',
    names: texts(['Bought on', 'Vásárlás napja', 'Pirkuma diena']),
  },
  {
    key: 'under_warranty',
    kind: 'checkbox',
    names: texts(['Under warranty', 'Garanciális', 'Garantija spēkā']),
    shownWhen: [{ field: 'type', anyOf: ['problem', 'complaint'] }],
  },
  {
    key: 'symptom',
    kind: 'multi_choice',
    customerAccess: 'edit',
    names: texts(['What is wrong', 'Mi a hiba', 'Kas nedarbojas']),
    options: [
      option('leaks', 'It leaks', 'Szivárog', 'Tek'),
      option('cold', 'Coffee is cold', 'Hideg a kávé', 'Kafija ir auksta'),
      option('noise', 'It is loud', 'Hangos', 'Skaļi darbojas'),
      option('dead', 'It does not start', 'Nem indul', 'Neieslēdzas'),
    ],
    shownWhen: [{ field: 'type', anyOf: ['problem', 'complaint'] }],
  },
] as const;

type Form = Readonly<{
  name: string;
  team: string;
  type: TicketType;
  fields: readonly string[];
  title: Words;
  intro: Words;
}>;

const FORMS: readonly Form[] = [
  {
    name: 'Order problem',
    team: 'Technical help',
    type: 'problem',
    fields: ['order_number', 'product', 'symptom'],
    title: [
      'Something is wrong with my order',
      'Gond van a rendelésemmel',
      'Ar pasūtījumu kaut kas nav kārtībā',
    ],
    intro: [
      'Tell us what happened. A picture often says it best.',
      'Írja meg, mi történt. Egy kép sokszor többet mond.',
      'Pastāstiet, kas noticis. Attēls bieži pasaka visvairāk.',
    ],
  },
  {
    name: 'Return',
    team: 'Orders',
    type: 'request',
    fields: ['order_number', 'product', 'place_of_purchase', 'bought_on'],
    title: ['Send something back', 'Visszaküldés', 'Preces atgriešana'],
    intro: [
      'Within 30 days you can send back whatever you bought.',
      '30 napon belül bármit visszaküldhet, amit nálunk vett.',
      '30 dienu laikā varat atgriezt visu nopirkto.',
    ],
  },
  {
    name: 'Question',
    team: 'Rīga shop',
    type: 'question',
    fields: ['product'],
    title: ['Ask a question', 'Kérdése van?', 'Uzdot jautājumu'],
    intro: [
      'We answer within a working day.',
      'Egy munkanapon belül válaszolunk.',
      'Atbildēsim vienas darbdienas laikā.',
    ],
  },
];

const SENT = [
  {
    hoursAgo: 30,
    email: 'olivia.grant@mail.example',
    name: 'Olivia Grant',
    language: 'en',
    type: 'problem',
    subject: 'River leaks at the group',
    text: 'Water comes out beside the group head when I pull a shot. It began on Friday.',
    fields: { order_number: 'OC-10482', product: 'river', symptom: ['leaks'], under_warranty: true },
  },
  {
    hoursAgo: 27,
    email: 'balazs.farkas@posta.example',
    name: 'Farkas Balázs',
    language: 'hu',
    type: 'request',
    subject: 'Visszaküldeném a Stone minit',
    text: 'Szeretném visszaküldeni a Stone minit: két gépet kaptunk ajándékba. Bontatlan.',
    fields: { order_number: 'OC-10517', product: 'stone', place_of_purchase: 'web', bought_on: '2026-02-20' },
  },
  {
    hoursAgo: 26,
    email: 'liene.kalnina@pasts.example',
    name: 'Liene Kalniņa',
    language: 'lv',
    type: 'question',
    subject: 'Vai Forest der mazam birojam?',
    text: 'Mums ir ap 40 kafijas tasēm dienā. Vai pietiktu ar River?',
    fields: { product: 'forest' },
  },
] as const;

/** The shop's own fields of tickets, its three forms, and what people sent by them. */
export async function buildFieldsAndForms(db: Db, cast: Cast, now: Date): Promise<void> {
  const owner = cast.users.get('eszter');
  if (!owner) throw new Error('nobody plays eszter');
  const actor: StaffActor = { kind: 'user', ...owner, role: 'owner', scope: 'all', teamIds: [] };
  const ctx: StaffContext = { workspaceId: cast.workspaceId, actor, db, now: () => now, newId };
  const ids = new Map<string, string>();
  for (const field of FIELDS) {
    const saved = await saveField(ctx, fieldInput.parse({ entity: 'ticket', ...field }));
    if (!saved.ok) throw new Error(`${field.key}: ${saved.error.code}`);
    ids.set(field.key, saved.value.fieldId);
  }
  for (const form of FORMS) await build(ctx, { cast, form, ids });
  for (const { hoursAgo, email, name, text, ...sent } of SENT) {
    const at = new Date(now.getTime() - hoursAgo * 3_600_000);
    const input = {
      ...sent,
      requester: { email, name },
      html: `<p>${text}</p>`,
      channel: 'web',
      tags: ['form'],
    };
    const made = await createTicket({ ...ctx, now: () => at }, createTicketInput.parse(input));
    if (!made.ok) throw new Error(`${sent.subject}: ${made.error.code}`);
  }
}

type Building = Readonly<{ cast: Cast; form: Form; ids: ReadonlyMap<string, string> }>;

async function build(ctx: StaffContext, { cast, form, ids }: Building): Promise<void> {
  const { name, team, type, fields, title, intro } = form;
  const words = (index: 0 | 1 | 2) => ({ title: title[index], intro: intro[index] });
  const [who, address, subject, ...rest] = usualItems();
  const own = fields.map((key) => ({ key, kind: 'field', fieldId: ids.get(key) }));
  const saved = await saveForm(
    ctx,
    formInput.parse({
      name,
      type,
      teamId: cast.teams.get(team) ?? null,
      tags: ['form'],
      items: [who, address, subject, ...own, ...rest],
      texts: { en: words(0), hu: words(1), lv: words(2) },
    }),
  );
  if (!saved.ok) throw new Error(`${name}: ${saved.error.code}`);
}
