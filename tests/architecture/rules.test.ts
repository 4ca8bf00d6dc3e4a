import { expect, test } from 'vitest';
import { settingNames } from '@/server/env';
import { code, exists, files, text } from './source';

const GLOBAL_MODELS = ['Workspace', 'User', 'UserSession', 'PasswordReset', 'Heartbeat', 'RateLimit'];

type Model = { name: string; body: string };

const models = (): Model[] =>
  files('prisma/schema', /\.prisma$/)
    .flatMap((path) => [...text(path).matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)])
    .map(([, name = '', body = '']) => ({ name, body }));

const ofWorkspaces = () => models().filter(({ name }) => !GLOBAL_MODELS.includes(name));

test('every table belongs to a workspace', () => {
  expect(models().length).toBeGreaterThan(20);
  expect(
    ofWorkspaces()
      .filter(({ body }) => !/^\s+workspaceId\s+String\s+(@id\s+)?@db\.Uuid/m.test(body))
      .map(({ name }) => name),
  ).toEqual([]);
});

test('every key of a workspace table begins with the workspace, and is the workspace where there is one row of each', () => {
  const key = /^\s+@@id\(\[workspaceId, |^\s+workspaceId\s+String\s+@id\b/m;
  const loose = ofWorkspaces().filter(({ body }) => !key.test(body));
  expect(loose.map(({ name }) => name)).toEqual([]);
});

test('no row can point into another workspace', () => {
  const single = ofWorkspaces().flatMap(({ name, body }) =>
    [...body.matchAll(/^\s+(\w+)\s+(\w+)\??\s+@relation\([^)]*fields: \[([^\]]*)\]/gm)]
      .filter(([, , target = '', fields = '']) => {
        return !GLOBAL_MODELS.includes(target) && !fields.startsWith('workspaceId,');
      })
      .map(([, field]) => `${name}.${field}`),
  );
  expect(single).toEqual([]);
});

test('tests change no rows of other tests: all share one database, and what is not one’s own is somebody else’s', () => {
  const others = files('tests', /\.tsx?$/).flatMap((path) =>
    [...code(path).matchAll(/\.(?:updateMany|deleteMany)\(\{\s*where:\s*\{([^}]*)\{ not(?:In)?:/g)]
      .filter(([, before = '']) => !before.includes('workspaceId'))
      .map(([found]) => `${path}: ${found}`),
  );
  expect(others).toEqual([]);
});

test('every server action goes through a door', () => {
  const door = /^export const \w+Action = (agentAction|portalAction|portalForm|publicForm|userAction)\(/;
  const bare = files('src/features', /\/actions\.ts$/).flatMap((path) =>
    text(path)
      .split('\n')
      .filter((line) => line.startsWith('export') && !door.test(line))
      .map((line) => `${path}: ${line}`),
  );
  expect(bare).toEqual([]);
});

test('"use server" stands at the head of actions.ts files and nowhere else', () => {
  const marked = files('src', /\.tsx?$/).filter((path) => /^\s*['"]use server['"]/m.test(code(path)));
  expect(marked).toEqual(files('src/features', /\/actions\.ts$/));
});

test('no action is bound where it is drawn: each drawing would make another one, and a form that comes back would be drawn for ever', () => {
  const bound = files('src', /\.client\.tsx$/).filter((path) =>
    /useActionState\(\s*\w+\.bind\(/.test(code(path)),
  );
  expect(bound).toEqual([]);
});

test('"use client" stands in *.client.tsx files, and in the error screens that Next asks to be islands', () => {
  const marked = files('src', /\.tsx?$/).filter((path) => /^['"]use client['"]/m.test(code(path)));
  const errorScreens = files('src/app', /\/(global-)?error\.tsx$/).filter((path) => marked.includes(path));
  expect(marked.filter((path) => !errorScreens.includes(path))).toEqual(files('src', /\.client\.tsx$/));
});

test('the domain reads no clock and throws no dice', () => {
  const impure =
    /\bnew Date\(\)|\bDate\.now\b|\bMath\.random\b|\brandomUUID\b|\bperformance\.|\bTemporal\.Now\b/;
  expect(files('src/domain', /\.ts$/).filter((path) => impure.test(code(path)))).toEqual([]);
});

/** What only somebody who has read a vendor's documentation can write. */
const VENDORS =
  /twilio|twiml|asterisk|mailgun|postmark|sendgrid|x-hub-|x-telegram|x-twitter|wamid|(?:api|graph|gate)\.(?:telegram|facebook|instagram|twitter|x)\.|accountsid|authtoken/i;

test('nothing outside channels/ knows a vendor', () => {
  const outside = files('src', /\.tsx?$/).filter((path) => !path.startsWith('src/channels/'));
  expect(outside.length).toBeGreaterThan(500);
  expect(outside.filter((path) => VENDORS.test(code(path)))).toEqual([]);
  expect(files('src/channels', /\.ts$/).filter((path) => VENDORS.test(code(path))).length).toBeGreaterThan(5);
});

/** Where a channel is a word of the product: a value of the ticket, of an identity or of the API, with its icon and its place. */
const NAMES_OF_CHANNELS = [
  'src/domain/customer/alike.ts',
  'src/domain/customer/block.ts',
  'src/domain/customer/identity.ts',
  'src/domain/promise/promise.ts',
  'src/domain/ticket/ticket.ts',
  'src/features/api/schemas/channel.ts',
  'src/features/customers/duplicate-pairs.ts',
  'src/features/customers/duplicates.ts',
  'src/features/social/kinds.ts',
  'src/features/social/ui/setting-input.client.tsx',
  'src/features/social/ui/setup-steps.tsx',
  'src/ui/ticket-icons.tsx',
];

test('a channel is named only where it is a word of the product', () => {
  const name = /\b(whatsapp|messenger|instagram|facebook|telegram|mastodon)\b/i;
  const naming = files('src', /\.tsx?$/).filter(
    (path) => !path.startsWith('src/channels/') && name.test(code(path)),
  );
  expect(naming.filter((path) => !NAMES_OF_CHANNELS.includes(path))).toEqual([]);
});

test('every domain file that decides something has a test', () => {
  const deciding = files('src/domain', /\.ts$/).filter((path) => /\bfunction\b|=>\s*[^;|]/.test(code(path)));
  expect(deciding.length).toBeGreaterThan(5);
  const untested = deciding.filter(
    (path) => !exists(path.replace(/^src/, 'tests').replace(/\.ts$/, '.test.ts')),
  );
  expect(untested).toEqual([]);
});

test('tests lie where what they test lies', () => {
  const folders = files('tests', /\.test\.tsx?$/)
    .map((path) => path.replace(/^tests\//, '').replace(/\/?[^/]+$/, ''))
    .filter((folder) => folder !== 'architecture');
  expect([...new Set(folders)].filter((folder) => !exists(`src/${folder}`) && !exists(folder))).toEqual([]);
});

test('.env.example names every setting and no other', () => {
  const named = [...text('.env.example').matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
  const set = settingNames.filter((name) => !['PROCESS', 'NODE_ENV'].includes(name));
  expect([...new Set(named)].sort()).toEqual([...set].sort());
});

test('no suppression without a reason, and not one more than there are', () => {
  const ALLOWED = 4;
  const found = [
    ...files('src', /\.tsx?$/),
    ...files('tests', /\.ts$/).filter((path) => !path.startsWith('tests/architecture/')),
    ...files('e2e', /\.ts$/),
    ...files('scripts', /\.(ts|mjs)$/),
  ].flatMap((path) =>
    text(path)
      .split('\n')
      .filter((line) => /biome-ignore|@ts-(ignore|expect-error|nocheck)|@knipignore/.test(line))
      .map((line) => ({ path, line: line.trim() })),
  );
  const bare = found.filter(
    ({ line }) => !/(biome-ignore(-\w+)? [\w/]+: \w.{10,}|@ts-expect-error:? \w.{10,})/.test(line),
  );
  expect(bare).toEqual([]);
  expect(found.map(({ path, line }) => `${path}: ${line}`).length).toBeLessThanOrEqual(ALLOWED);
});

test('nothing is left for later in the code', () => {
  const later = /\b(TODO|FIXME|XXX|HACK)\b/;
  const all = [...files('src', /\.(tsx?|css|json)$/), ...files('tests', /\.ts$/), ...files('scripts', /\./)];
  const own = /^tests\/architecture\//;
  expect(all.filter((path) => !own.test(path) && /\.\w+$/.test(path) && later.test(text(path)))).toEqual([]);
});

test('pages that are kept for everybody do not fill the disk: anybody can ask for addresses that there are not', () => {
  expect(text('next.config.ts')).toMatch(/isrFlushToDisk: false/);
});
