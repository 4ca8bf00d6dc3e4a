import { afterEach, expect, test, vi } from 'vitest';
import { GET as seen } from '@/app/api/help/[workspace]/seen/route';
import { GET as suggest } from '@/app/api/help/[workspace]/suggest/route';
import { GET as openForm, POST as sendForm } from '@/app/form/[key]/route';
import { getForm } from '@/features/forms/queries';
import { newForm } from '../forms/support';
import { liveArticle } from '../knowledge/support';
import { newNumbers } from './support';

/**
 * What visitors did, as it was recorded: `form` opens the request form, `search` finds an article while typing, `miss` finds
 * none, `read` reads an article, `send` sends the form, and `mail` writes to us within the day as the same customer.
 */
const SERIES: readonly (readonly ('form' | 'search' | 'miss' | 'read' | 'send' | 'mail')[])[] = [
  ['form', 'search'],
  ['search', 'read'],
  ['form', 'read'],
  ['form', 'search', 'send'],
  ['form', 'miss', 'send'],
  ['form'],
  ['miss'],
  ['read'],
  ['search', 'read', 'form', 'send'],
  ['search', 'read', 'mail'],
];
const READER = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0';

async function start() {
  const { desk, numbers } = await newNumbers(new Date().toISOString());
  const { world, owner, agent } = desk;
  const { articleId } = await liveArticle(owner, { title: 'How to descale a kettle' });
  const formId = await newForm(owner);
  const key = (await getForm(owner, formId))?.form?.publicKey ?? '';
  return { world, agent, articleId, key, numbers };
}

type Started = Awaited<ReturnType<typeof start>>;

/** A browser that keeps the cookie it is given, and asks the routes of the product. */
function visitor({ world, key, articleId }: Started, number: number) {
  let cookie = '';
  const headers = () => ({
    'user-agent': READER,
    'x-real-ip': `192.0.2.${number}`,
    ...(cookie && { cookie }),
  });
  const asked = (path: string, init: RequestInit = {}) =>
    new Request(`http://help.test${path}`, { ...init, headers: headers() });
  const keep = (answer: Response) => {
    const [set] = (answer.headers.get('set-cookie') ?? '').split(';');
    if (set) cookie = set;
    return answer;
  };
  const place = { params: Promise.resolve({ workspace: world.slug }) };
  const form = { params: Promise.resolve({ key }) };
  const pixel = async (query: string) => keep(await seen(asked(`/api?locale=en&${query}`), place));
  const words = async (text: string) => keep(await suggest(asked(`/api?locale=en&q=${text}`), place));
  const email = `reader${number}@customer.test`;
  return {
    email,
    form: () => pixel('what=form'),
    read: () => pixel(`what=article&article=${articleId}`),
    search: () => words('descale'),
    miss: () => words('helicopter'),
    send: async () => {
      const page = await (await openForm(asked('/form?language=en'), form)).text();
      const token = /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
      // People need a moment to fill it in.
      vi.setSystemTime(Date.now() + 30_000);
      const body = new FormData();
      const typed = { token, name: 'Reader', email, subject: 'Whistle', message: 'It does not whistle.' };
      for (const [name, value] of Object.entries(typed)) body.append(name, value);
      return sendForm(asked('/form?language=en', { method: 'POST', body }), form);
    },
  };
}

afterEach(() => void vi.useRealTimers());

test('a recorded series of visits through the routes of the help centre: who was helped, and who wrote after all', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const started = await start();
  const { world, agent, numbers } = started;
  const { db, workspaceId } = world;
  for (const [index, steps] of SERIES.entries()) {
    world.pass(60);
    vi.setSystemTime(world.now());
    const reader = visitor(started, index + 1);
    for (const step of steps) {
      if (step !== 'mail') {
        expect([step, (await reader[step]()).status]).toEqual([step, 200]);
        continue;
      }
      // A mail of the same evening, of whoever is known by then to be the reader of this visit.
      world.pass(8 * 3600);
      const { ticketId } = await world.ticket(agent, {
        requester: { email: reader.email, name: 'Reader' },
      });
      const { requesterId } = await db.ticket.findFirstOrThrow({ where: { id: ticketId } });
      const [last] = await db.helpSession.findMany({
        where: { workspaceId },
        orderBy: { startedAt: 'desc' },
        take: 1,
      });
      await db.helpSession.updateMany({ where: { id: last?.id ?? '' }, data: { customerId: requesterId } });
    }
  }
  world.pass(2 * 86_400);
  const found = await numbers(['deflection', 'self_service']);
  // Nine wanted something, the one who only read did not; three of them saw an answer and wrote to nobody.
  expect(found['deflection']).toMatchObject({ value: 3 / 9, count: 9 });
  expect(await db.ticket.count({ where: { workspaceId } })).toBe(4);
});
