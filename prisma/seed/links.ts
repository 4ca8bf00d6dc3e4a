import type { StaffActor } from '@/domain/permission/actor';
import type { LinkedAs } from '@/domain/ticket/link-fact';
import { linkTickets } from '@/features/links/commands/link-tickets';
import type { Db } from '@/server/db/client';
import { newId } from '@/server/ids';
import type { Cast } from './build-demo';

const HOURS_AGO = 30;

type Link = readonly [here: string, as: LinkedAs, other: string];

const PROBLEM = 'Boiler seal of the Ozolo Classic leaks (batch 26-09)';
const PARENT = 'Jaunās kafejnīcas aprīkojums Valmierā';
const INCIDENTS = [
  'Water under my coffee machine',
  'Classic drips from below',
  'Szivárog a kávégép alja',
  'Víz folyik a gépből',
  'Zem automāta krājas ūdens',
  'Classic tek pie katla',
];
const PARTS = ['Automāta piegāde uz Valmieru', 'Ūdens filtra pieslēgšana', 'Baristu apmācība'];

/** By the subjects of stories. */
const LINKS: readonly Link[] = [
  ...INCIDENTS.map((subject): Link => [PROBLEM, 'incident', subject]),
  ...PARTS.map((subject): Link => [PARENT, 'child', subject]),
  ['Még mindig nincs meg a számla', 'original', 'Számlamásolat szeptemberről'],
  [PARENT, 'related', 'Dzirnaviņu nomaiņa uzņēmumam'],
];

/** Links tickets of the demo as its manager has seen what belongs together. */
export async function buildLinks(db: Db, { workspaceId, users }: Cast, now: Date): Promise<void> {
  const user = users.get('peter');
  if (!user) throw new Error('nobody links the tickets of the demo');
  const actor: StaffActor = { kind: 'user', ...user, role: 'manager', scope: 'all', teamIds: [] };
  const at = new Date(now.getTime() - HOURS_AGO * 3_600_000);
  const ctx = { workspaceId, db, newId, actor, now: () => at };
  const subjects = [...new Set(LINKS.flatMap(([here, , other]) => [here, other]))];
  const tickets = await db.ticket.findMany({
    where: { workspaceId, subject: { in: subjects } },
    select: { id: true, number: true, subject: true },
  });
  const named = (subject: string) => {
    const found = tickets.find((ticket) => ticket.subject === subject);
    if (!found) throw new Error(`no ticket tells of ${subject}`);
    return found;
  };
  for (const [here, as, other] of LINKS) {
    const asked = { ticketId: named(here).id, number: named(other).number, as };
    const made = await linkTickets(ctx, asked);
    if (!made.ok) throw new Error(made.error.code);
  }
}
