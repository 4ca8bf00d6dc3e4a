import { readFileSync } from 'node:fs';
import type { APIRequestContext } from '@playwright/test';
import { createApiKey } from '@/features/api-keys/commands/create-api-key';
import { newWorld } from '../../tests/support/world';
import { expect, test } from '../support/test';
import { fill, type Other, SECRET } from './other-workspace';
import { actions, routes } from './routes';
import { API_FILTERS, API_PARAMETERS, API_QUERIES, BODIES, NAMED_INSIDE, OPEN, PARAMETERS } from './visits';
import { CREATES } from './visits-creates';

const NOT_FOUND = /not here|no longer here|could not be found/i;

/** Nothing is there, whatever is asked: 404, or the page that says so, and in no case a word of the other workspace. */
async function expectNothing(answer: Awaited<ReturnType<APIRequestContext['fetch']>>, what: string) {
  const text = await answer.text();
  expect(text, what).not.toContain(SECRET);
  if (answer.status() === 200 && text.includes('<html')) expect(text, what).toMatch(NOT_FOUND);
  else expect([what, answer.status()]).toEqual([what, 404]);
}

const below = (path: string) => path.includes('/[workspace]') && !(path in OPEN);
const filled = (
  path: string,
  slug: string,
  ...[other, names]: [Other, Readonly<Record<string, keyof Other>>]
) =>
  path.replace(/\[(\w+)\]/g, (_, name: string) =>
    name === 'workspace' ? slug : other[names[name] ?? 'slug'],
  );

test('every address of the product is covered here', () => {
  const known = [...Object.keys(OPEN), ...Object.keys(PARAMETERS), '/api/live'];
  const served = [...new Set(routes().map(({ path }) => path))].filter(
    (path) => !path.startsWith('/api/v1/') || OPEN[path],
  );
  expect(served.filter((path) => !known.includes(path))).toEqual([]);
  expect(known.filter((path) => !served.includes(path))).toEqual([]);
});

type Attempt = Readonly<{ method: string; address: string; data?: unknown }>;

/** Every address in the name of the other workspace; those that name things, also in the reader's own. */
function attempts(own: string, other: Other): readonly Attempt[] {
  return routes()
    .filter((route) => below(route.path))
    .flatMap(({ path, methods }) => {
      const names = PARAMETERS[path] ?? {};
      const inside = NAMED_INSIDE[path];
      const slugs = inside || Object.keys(names).length > 0 ? [other.slug, own] : [other.slug];
      return slugs.flatMap((slug) =>
        methods.map((method) => ({
          method,
          address: filled(path, slug, other, names),
          ...(method !== 'GET' && { data: inside?.(other) ?? {} }),
        })),
      );
    });
}

test('no page and no handler answers for a workspace of others', async ({ world, signIn, page }) => {
  await signIn(await world.member({ role: 'owner' }));
  const other = await fill(await newWorld({ at: new Date().toISOString() }));
  const tried = attempts(world.slug, other);
  expect(tried.length).toBeGreaterThan(Object.keys(PARAMETERS).length);
  for (const { address, ...how } of tried) {
    await expectNothing(await page.request.fetch(address, how), `${how.method} ${address}`);
  }
});

test('nobody hears of what happens in a workspace of others', async ({ world, signIn, page }) => {
  await signIn(await world.member({ role: 'owner' }));
  const other = await fill(await newWorld({ at: new Date().toISOString() }));
  for (const query of [
    `workspace=${other.slug}&topic=tickets`,
    `workspace=${other.slug}&topic=ticket:${other.ticketId}`,
    `workspace=${world.slug}&topic=ticket:${other.ticketId}`,
  ]) {
    expect([query, (await page.request.get(`/api/live?${query}`)).status()]).toEqual([query, 404]);
  }
});

type Operation = Readonly<{ operationId: string; requestBody?: unknown }>;
type Call = Attempt & Readonly<{ id: string; hidden: boolean }>;

/** Every operation of the API with the names of the other workspace; `hidden` where the answer must be "not found". */
function calls(
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>,
  other: Other,
): readonly Call[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { operationId }]) => !CREATES.includes(operationId))
      .map(([verb, { operationId: id, requestBody }]) => {
        const data = requestBody ? bodyOf(id, other) : undefined;
        const hidden = path.includes('{') || data !== undefined;
        return {
          id,
          hidden,
          method: verb.toUpperCase(),
          address: `${named(path, other)}${API_QUERIES[id] ? `?${API_QUERIES[id]}` : ''}`,
          ...(data !== undefined && { data }),
        };
      }),
  );
}

function bodyOf(id: string, other: Other): unknown {
  const body = BODIES[id];
  if (!body) throw new Error(`visits.ts does not say how to call ${id}`);
  return body(other);
}

function named(path: string, other: Other): string {
  const names = Object.entries(API_PARAMETERS).find(([start]) => path.startsWith(start));
  if (!names && path.includes('{')) throw new Error(`visits.ts does not say what ${path} names`);
  return `/api/v1${path.replace('{identityId}', other.identityId).replace(/\{\w+\}/, names ? other[names[1]] : '')}`;
}

test('no operation of the API reaches into a workspace of others', async ({ world, request }) => {
  const made = await createApiKey(await world.member({ role: 'owner' }), { name: 'Key', scopes: ['all'] });
  const headers = { authorization: `Bearer ${made.ok ? made.value.key : ''}` };
  const other = await fill(await newWorld({ at: new Date().toISOString() }));
  const { paths } = await (await request.get('/api/v1/openapi.json')).json();
  const all = calls(paths, other);
  expect(all.length).toBeGreaterThan(20);
  for (const { id, hidden, address, ...how } of all) {
    const answer = await request.fetch(address, { ...how, headers });
    if (hidden) await expectNothing(answer, id);
    else expect([id, answer.ok(), (await answer.text()).includes(SECRET)]).toEqual([id, true, false]);
  }
});

test('no filter of the API finds what others have', async ({ world, request }) => {
  const made = await createApiKey(await world.member({ role: 'owner' }), { name: 'Key', scopes: ['all'] });
  const headers = { authorization: `Bearer ${made.ok ? made.value.key : ''}` };
  const other = await fill(await newWorld({ at: new Date().toISOString() }));
  for (const [path, filters] of Object.entries(API_FILTERS)) {
    for (const filter of filters.map((each) => each(other))) {
      const found = await request.get(`/api/v1${path}?${filter}`, { headers });
      expect([filter, (await found.json()).data]).toEqual([filter, []]);
    }
  }
});

test('a key is good for nothing on the pages, and a session for nothing in the API', async ({
  world,
  signIn,
  page,
}) => {
  await signIn(await world.member({ role: 'owner' }));
  expect((await page.request.get('/api/v1/tickets')).status()).toBe(401);
});

/** The ids under which the production build serves the actions: `"exportedName":"replyAction"`. */
function builtActions(): ReadonlyMap<string, string> {
  const { node } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8'));
  const named = Object.entries<{ exportedName?: string }>(node).map(
    ([id, { exportedName = '' }]) => [exportedName, id] as const,
  );
  return new Map(named);
}

/** What Next answers to an action that ended in `notFound()`, where the page itself is there. */
const ACTION_NOT_FOUND = 'NEXT_HTTP_ERROR_FALLBACK;404';

test('no action lets anybody into a workspace of others', async ({ world, signIn, page }) => {
  await signIn(await world.member({ role: 'owner' }));
  const other = await fill(await newWorld({ at: new Date().toISOString() }));
  const ids = builtActions();
  // An action that no screen uses is in no build.
  const staff = actions().filter(({ name, door }) => door === 'agentAction' && ids.has(name));
  expect(staff.length).toBeGreaterThan(15);
  const act = async (name: string, slug: string) => {
    const headers = { 'next-action': ids.get(name) ?? '', 'content-type': 'text/plain;charset=UTF-8' };
    const data = JSON.stringify([slug, {}]);
    return (await page.request.post(`/${world.slug}/desk`, { headers, data })).text();
  };
  for (const { name } of staff) {
    const refused = await act(name, other.slug);
    expect([name, refused.includes(ACTION_NOT_FOUND), refused.includes('"ok"')]).toEqual([name, true, false]);
    expect([name, (await act(name, world.slug)).includes('"ok":')]).toEqual([name, true]);
  }
});
