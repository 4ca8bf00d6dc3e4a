import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GET, POST } from '@/app/form/[key]/route';
import { usualItems } from '@/domain/form/form';
import { getForm } from '@/features/forms/queries';
import { newId } from '@/server/ids';
import { hostileText, hostileValue, spoilt } from '../../support/hostile';
import { apiWorld } from '../api/calls';
import { newField } from '../fields/support';
import { newForm } from './support';

const options = ['shop', 'web'].map((key) => ({ key, names: { en: key }, archived: false }));

/** A form with a field of every kind, one of which is called as what every object has. */
async function start() {
  const world = await apiWorld();
  const { admin } = world;
  const kinds = ['text', 'long_text', 'number', 'date', 'choice', 'multi_choice', 'checkbox', 'pattern'];
  const own: object[] = [];
  for (const kind of kinds) {
    const key = kind === 'text' ? 'constructor' : `own_${kind}`;
    const made = { key, kind, customerAccess: 'edit', options: kind.endsWith('choice') ? options : [] };
    const fieldId = await newField(admin, { ...made, ...(kind === 'pattern' && { pattern: 'R\\d+' }) });
    own.push({ key, kind: 'field', fieldId });
  }
  const consent = { key: 'terms', kind: 'consent' };
  const hidden = { key: 'source', kind: 'hidden' };
  const id = await newForm(admin, { items: [...usualItems(), ...own, consent, hidden] });
  const key = (await getForm(admin, id))?.form?.publicKey ?? '';
  return { ...world, id, key };
}

type World = Awaited<ReturnType<typeof start>>;

/** How much came, how much of that is a ticket, and all tickets there are. */
async function counts({ admin: { db, workspaceId } }: World) {
  const where = { workspaceId };
  const [submissions, processed, tickets] = await Promise.all([
    db.formSubmission.count({ where }),
    db.formSubmission.count({ where: { ...where, state: 'processed' } }),
    db.ticket.count({ where }),
  ]);
  return { submissions, processed, tickets };
}

const right = {
  name: 'Anna',
  email: 'anna@customer.test',
  subject: 'Kettle',
  message: 'It leaks.',
  constructor: 'x',
  own_number: '1',
  own_date: '2026-11-30',
  own_choice: 'shop',
  own_pattern: 'R1',
  own_checkbox: 'true',
  terms: 'true',
  page: 'https://shop.test/',
  'kept-file': 'a.b',
};

function posted(body: BodyInit, { type, query = '' }: { type?: string; query?: string } = {}): Request {
  const headers = new Headers({ 'x-forwarded-for': `2001:db8::${newId().slice(-4)}:${newId().slice(-4)}` });
  if (type !== undefined) headers.set('content-type', type);
  return new Request(`http://localhost/form/x?${query}`, { method: 'POST', body, headers });
}

const RUNS = { numRuns: 40, interruptAfterTimeLimit: 25_000 };
const ANSWERS = [200, 400, 413, 422, 429];

test('whatever is sent to the page of a form is taken whole or comes back with a reason', async () => {
  const world = await start();
  const params = Promise.resolve({ key: world.key });
  const page = await (await GET(new Request('http://localhost/form/x'), { params })).text();
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
  expect(token).not.toBe('');
  const values = spoilt({ ...right, token }).map((all) =>
    Object.entries(all).map(
      ([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const,
    ),
  );
  const sent = fc.record({
    values,
    name: hostileText,
    content: fc.uint8Array({ maxLength: 100 }),
    query: hostileText,
  });
  await fc.assert(
    fc.asyncProperty(sent, async ({ values: entries, name, content, query }) => {
      const before = await counts(world);
      const form = new FormData();
      for (const [key, value] of entries) form.append(key, value);
      form.append('files', new File([content], name));
      const search = `${new URLSearchParams({ language: query, embedded: query, [query]: query })}`;
      const response = await POST(posted(form, { query: search }), { params });
      const html = await response.text();
      expect(ANSWERS).toContain(response.status);
      const after = await counts(world);
      if (response.status === 200) {
        // The same page sent once more is the same request.
        expect(after.submissions - before.submissions).toBeLessThanOrEqual(1);
        expect(html).toContain('role="status"');
      } else {
        expect(after).toEqual(before);
        expect(html).toContain('role="alert"');
      }
      expect(after.tickets).toBe(after.processed);
      expect(html).not.toContain('<script>alert');
    }),
    RUNS,
  );
  const raw = fc.tuple(
    fc.uint8Array({ maxLength: 300 }),
    fc.constantFrom(
      '',
      'text/plain',
      'application/json',
      'multipart/form-data; boundary=x',
      'application/x-www-form-urlencoded',
    ),
  );
  await fc.assert(
    fc.asyncProperty(raw, async ([body, type]) => {
      const response = await POST(posted(body as BodyInit, { type }), { params });
      expect([400, 422]).toContain(response.status);
    }),
    RUNS,
  );
  await fc.assert(
    fc.asyncProperty(hostileText, async (key) => {
      const unknown = { params: Promise.resolve({ key }) };
      expect((await GET(new Request('http://localhost/form/x'), unknown)).status).toBe(404);
      expect((await POST(posted('x'), unknown)).status).toBe(404);
    }),
    RUNS,
  );
});

test('whatever a program sends for a form becomes a ticket whole or is refused by name', async () => {
  const world = await start();
  const { values: _, ...single } = { ...right, values: 0 };
  const { name, email, subject, message, ...others } = single;
  const whole = { name, email, subject, message, language: 'hu', values: others };
  const own = fc.dictionary(fc.oneof(fc.constantFrom(...Object.keys(others)), hostileText), hostileValue);
  const body = fc.oneof(
    spoilt(whole),
    own.map((values) => ({ ...whole, values })),
    hostileValue,
  );
  await fc.assert(
    fc.asyncProperty(body, async (given) => {
      const before = await counts(world);
      const { status, json } = await world.call(`/forms/${world.id}/submissions`, {
        method: 'POST',
        body: given,
      });
      const after = await counts(world);
      const isTaken = status === 201;
      if (!isTaken)
        expect([status, json.code]).toEqual([expect.any(Number), expect.stringMatching(/^(input|body)/)]);
      expect(status).toBeLessThan(500);
      expect(after.tickets - before.tickets).toBe(isTaken ? 1 : 0);
      expect(after.submissions - before.submissions).toBe(isTaken ? 1 : 0);
      expect(after.tickets).toBe(after.processed);
    }),
    RUNS,
  );
});
