import { expect, test } from 'vitest';
import { database } from '@/server/db/client';
import { newWorld } from '../support/world';

type ForeignKey = { name: string; from: string; to: string; columns: string[]; targets: string[] };

/** Tables that stand outside all workspaces. */
const GLOBAL = ['Workspace', 'User'];

const foreignKeys = () => database().$queryRaw<ForeignKey[]>`
  select c.conname as name, c.conrelid::regclass::text as "from", c.confrelid::regclass::text as "to",
    array(select a.attname::text from unnest(c.conkey) with ordinality k(n, i)
          join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by k.i) as columns,
    array(select a.attname::text from unnest(c.confkey) with ordinality k(n, i)
          join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by k.i) as targets
  from pg_constraint c join pg_class t on t.oid = c.conrelid
  where c.contype = 'f' and t.relnamespace = 'public'::regnamespace`;

const unquoted = (table: string) => table.replaceAll('"', '');

test('no row can point into another workspace: every foreign key between tables of a workspace carries it', async () => {
  const keys = await foreignKeys();
  const crossing = keys.filter(({ to }) => !GLOBAL.includes(unquoted(to)));
  const loose = crossing.filter(
    ({ columns, targets }) => columns[0] !== 'workspaceId' || targets[0] !== 'workspaceId',
  );
  expect(crossing.length).toBeGreaterThan(20);
  expect(loose.map(({ name }) => name)).toEqual([]);
});

test('every foreign key has an index that begins with its columns, in any order', async () => {
  const indexes = await database().$queryRaw<{ table: string; columns: string[] }[]>`
    select i.indrelid::regclass::text as "table",
      array(select a.attname::text from unnest(i.indkey::int2[]) with ordinality k(n, o)
            join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n order by k.o) as columns
    from pg_index i join pg_class c on c.oid = i.indrelid
    join pg_am am on am.oid = (select relam from pg_class where oid = i.indexrelid)
    where c.relnamespace = 'public'::regnamespace and am.amname = 'btree'`;
  const keys = await foreignKeys();
  const bare = keys.filter(
    (key) =>
      !indexes.some(
        ({ table, columns }) =>
          table === key.from &&
          key.columns.every((column) => columns.slice(0, key.columns.length).includes(column)),
      ),
  );
  expect(bare.map(({ name }) => name)).toEqual([]);
});

test('the database itself refuses a ticket whose requester is of another workspace', async () => {
  const [here, there] = [await newWorld(), await newWorld()];
  const ticket = await there.ticket(await there.member());
  const { requesterId } = await there.db.ticket.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId: there.workspaceId, id: ticket.ticketId } },
  });
  const at = here.now();
  const smuggled = here.db.ticket.create({
    data: {
      workspaceId: here.workspaceId,
      id: crypto.randomUUID(),
      number: 1,
      subject: 'Smuggled',
      channel: 'web',
      requesterId,
      createdAt: at,
      updatedAt: at,
      activityAt: at,
    },
  });
  await expect(smuggled).rejects.toMatchObject({ code: 'P2003' });
});

test('ticket numbers rise, are never given twice, and start anew in each workspace', async () => {
  const [one, two] = [await newWorld(), await newWorld()];
  const [agent, other] = [await one.member(), await two.member()];
  const first = await Promise.all(
    Array.from({ length: 12 }, (_, i) =>
      one.ticket(agent, { requester: { email: `c${i}@c.test`, name: '' } }),
    ),
  );
  const second = await two.ticket(other);
  expect(new Set(first.map(({ number }) => number)).size).toBe(12);
  expect(Math.min(...first.map(({ number }) => number))).toBe(1001);
  expect(second.number).toBe(1001);
});
