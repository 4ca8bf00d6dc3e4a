import { afterEach, expect, test, vi } from 'vitest';
import { GET as askChat } from '@/app/api/chat/[key]/articles/route';
import { POST as beginChat } from '@/app/api/chat/[key]/sessions/route';
import { GET as seen } from '@/app/api/help/[workspace]/seen/route';
import { GET as suggest } from '@/app/api/help/[workspace]/suggest/route';
import { GET as askForm } from '@/app/form/[key]/articles/route';
import { GET as openForm, POST as sendForm } from '@/app/form/[key]/route';
import { customerByEmail } from '@/features/customers/commands/customer-by-email';
import { getForm } from '@/features/forms/queries';
import { getSelfService } from '@/features/knowledge/queries-gaps';
import { countWorkspace } from '@/features/metrics/commands/count-changes';
import { customerCookieName } from '@/server/portal/customer-cookie';
import { openCustomerSession } from '@/server/portal/customer-session';
import { mailSource, takeInMail } from '../../support/mail';
import { caller, keyOf } from '../api/calls';
import { newChatWorld } from '../chat/chat-world';
import { newForm } from '../forms/support';
import { liveArticle } from '../knowledge/support';
import { BY_HAND, BY_LANGUAGE, FOUND, PEOPLE, SERIES, type Step } from './visits-on-record';

const ARTICLES = {
  en: { title: 'How to descale a kettle' },
  hu: { title: 'Vízkő eltávolítása a kannából' },
  lv: { title: 'Kā atkaļķot tējkannu' },
} as const;
const READER = 'Mozilla/5.0 (X11; Linux x86_64) Firefox/145.0';
const CRAWLER = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';
const DAY = 86_400_000;

async function start() {
  const world = await newChatWorld();
  const owner = await world.member({ role: 'owner' });
  const { db, workspaceId, chat } = world;
  const articles = new Map<string, string>();
  for (const locale of ['en', 'hu', 'lv'] as const) {
    const { articleId } = await liveArticle(owner, { locale, ...ARTICLES[locale] });
    articles.set(locale, articleId);
  }
  const account = await db.chatAccount.findUniqueOrThrow({ where: { publicKey: chat.publicKey } });
  const settings = { ...(account.settings as object), knowledge: true };
  await db.chatAccount.update({ where: { publicKey: chat.publicKey }, data: { settings } });
  const form = (await getForm(owner, await newForm(owner)))?.form?.publicKey ?? '';
  const call = caller(await keyOf(await world.member({ role: 'admin' }), ['insights:read']));
  return { world, owner, articles, form, call, workspaceId };
}

type Started = Awaited<ReturnType<typeof start>>;

/** A browser at one address. It keeps cookies for as long as they say, and the name that frames give to a visit. */
class Browser {
  readonly #cookies = new Map<string, { value: string; until: number }>();
  readonly agent: string;
  readonly ip: string;
  readonly sendsCookies: boolean;
  visit = '';

  constructor(agent: string, ip: string, sendsCookies: boolean) {
    this.agent = agent;
    this.ip = ip;
    this.sendsCookies = sendsCookies;
  }

  keep(pair: string, seconds: number): void {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    this.#cookies.set(name, { value, until: Date.now() + seconds * 1000 });
  }

  request(path: string, init: RequestInit = {}): Request {
    const live = [...this.#cookies].filter(([, { until }]) => until > Date.now());
    const cookie = (this.sendsCookies ? live : []).map(([name, { value }]) => `${name}=${value}`).join('; ');
    const headers = { 'user-agent': this.agent, 'x-real-ip': this.ip, ...(cookie && { cookie }) };
    return new Request(`http://help.test${path}`, { ...init, headers: { ...headers, ...init.headers } });
  }

  /** What a route answered: it has to be good, and its cookie is kept. */
  took(answer: Response): Response {
    expect(answer.ok, `${answer.url} ${answer.status}`).toBe(true);
    const set = answer.headers.get('set-cookie');
    const age = Number(/Max-Age=(\d+)/i.exec(set ?? '')?.[1]);
    if (set) this.keep(set.split(';')[0] ?? '', age);
    return answer;
  }
}

/** One of the people, at the doors of the product. */
async function person(started: Started, who: string, index: number) {
  const { world, articles, form, workspaceId } = started;
  const { language, robot, signedIn, embedded } = PEOPLE[who] ?? PEOPLE['anna'] ?? { language: 'en' };
  const browser = new Browser(robot ? CRAWLER : READER, `198.51.100.${index + 1}`, !embedded);
  const email = `${who}@${world.slug}.test`;
  const place = { params: Promise.resolve({ workspace: world.slug }) };
  const atForm = { params: Promise.resolve({ key: form }) };
  const atChat = { params: Promise.resolve({ key: world.chat.publicKey }) };
  const article = articles.get(language) ?? '';
  const pixel = async (query: string) =>
    void browser.took(await seen(browser.request(`/api?locale=${language}&${query}`), place));
  /** In frames there is no cookie: the answer names the visit. */
  const inFrame = async (answer: Response) => {
    const { visit } = (await browser.took(answer).json()) as { visit: string | null };
    browser.visit = visit ?? '';
  };
  const framed = () => {
    const words = { q: FOUND[language], language };
    return `/api?${new URLSearchParams({ ...words, ...(browser.visit && { visit: browser.visit }) })}`;
  };
  if (signedIn) {
    const customer = await world.db.$transaction((tx) =>
      customerByEmail(tx, started.owner, { email, name: who }),
    );
    const session = { workspaceId, id: world.newId(), customerId: customer.id, at: world.now() };
    const token = await openCustomerSession(world.db, { ...session, ip: browser.ip, userAgent: READER });
    browser.keep(`${customerCookieName(world.slug)}=${token}`, 30 * 86_400);
  }
  return async ({ does, words = FOUND[language] }: Step): Promise<void> => {
    switch (does) {
      case 'types': {
        const query = new URLSearchParams({ locale: language, q: words });
        browser.took(await suggest(browser.request(`/api?${query}`), place));
        return;
      }
      case 'searches':
        return pixel('what=search');
      case 'reads':
        return pixel(`what=article&article=${article}`);
      case 'opens the form':
        return pixel('what=form');
      case 'opens the form from the article':
        return pixel(`what=form&article=${article}`);
      case 'types in the form':
        return inFrame(await askForm(browser.request(framed()), atForm));
      case 'sends': {
        const page = await openForm(browser.request(`/form?language=${language}`), atForm);
        const token = /name="token" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
        // People need a moment to fill it in.
        vi.setSystemTime(Date.now() + 30_000);
        const body = new FormData();
        const typed = { token, name: who, email, subject: 'Whistle', message: 'It does not whistle.' };
        for (const [name, value] of Object.entries({ ...typed, visit: browser.visit }))
          body.append(name, value);
        const path = `/form?language=${language}`;
        const sent = await sendForm(browser.request(path, { method: 'POST', body }), atForm);
        expect(await browser.took(sent).text()).not.toContain('name="token"');
        return;
      }
      case 'asks the chat':
        return inFrame(await askChat(browser.request(framed()), atChat));
      case 'chats': {
        const message = { clientId: world.newId(), text: 'It still leaks.', attachmentIds: [] };
        const page = { url: 'https://shop.test/', title: 'Shop', referrer: '' };
        const body = {
          ...{ clientId: world.newId(), language, timeZone: 'Europe/Riga', page, name: who },
          message: { ...message, visit: browser.visit },
        };
        const init = { method: 'POST', body: JSON.stringify(body) };
        const headers = { 'content-type': 'application/json' };
        browser.took(await beginChat(browser.request('/api', { ...init, headers }), atChat));
        return;
      }
      case 'mails':
        await takeInMail(world, mailSource(world, { from: email, subject: `Question of ${who}` }));
    }
  };
}

afterEach(() => void vi.useRealTimers());

test('three recorded days of a help centre through its routes: the API and the screen say what was counted by hand', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const started = await start();
  const { world, owner, call, workspaceId } = started;
  const { db } = world;
  const people = new Map<string, Awaited<ReturnType<typeof person>>>();
  for (const [index, who] of Object.keys(PEOPLE).entries())
    people.set(who, await person(started, who, index));
  const midnight = Math.ceil(world.now().getTime() / DAY) * DAY;
  for (const step of SERIES) {
    const [, day = '', hour = '', minute = ''] = /^(\d) (\d\d):(\d\d)$/.exec(step.at) ?? [];
    const at = midnight + (Number(day) - 1) * DAY + (Number(hour) * 60 + Number(minute)) * 60_000;
    world.pass((at - world.now().getTime()) / 1000);
    vi.setSystemTime(at);
    await people.get(step.who)?.(step);
  }
  world.pass(2 * 86_400);
  vi.setSystemTime(world.now());
  await countWorkspace(world, workspaceId);

  expect(await db.ticket.count({ where: { workspaceId } })).toBe(BY_HAND.tickets);
  const day = (offset: number) => new Date(midnight + offset * DAY).toISOString().slice(0, 10);
  const { json } = await call(`/metrics?metrics=deflection,self_service&from=${day(-1)}&to=${day(4)}`);
  expect(json.data).toMatchObject([
    { metric: 'deflection', value: BY_HAND.share, count: BY_HAND.visits },
    { metric: 'self_service', value: BY_HAND.visits / BY_HAND.tickets },
  ]);
  const split = await call(`/metrics/deflection/split?from=${day(-1)}&to=${day(4)}&by=language`);
  const parts = split.json.data.map(
    ({ group, count, value }: Record<'group', string> & Record<'count' | 'value', number>) => [
      group,
      [count, Math.round(count * value)],
    ],
  );
  expect(Object.fromEntries(parts)).toEqual(BY_LANGUAGE);
  expect(await getSelfService(owner, 30)).toEqual({
    sessions: BY_HAND.visits,
    withIntent: BY_HAND.visits,
    deflected: BY_HAND.helped,
    deflection: BY_HAND.share,
    ratio: BY_HAND.visits / BY_HAND.tickets,
  });
});
