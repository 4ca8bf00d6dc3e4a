import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ENDPOINTS } from '@/features/api/endpoints';
import { openApiDocument } from '@/features/api/openapi';

type Node = Record<string, unknown>;

const document = () => JSON.parse(JSON.stringify(openApiDocument())) as Node;

/** What stands at a path of keys; undefined where the path ends early. */
const at = (node: unknown, ...path: string[]): unknown =>
  path.reduce((each, key) => (each as Node | undefined)?.[key], node);

const keysAt = (node: unknown, ...path: string[]) => Object.keys(at(node, ...path) ?? {});
const valuesAt = (node: unknown, ...path: string[]) => Object.values(at(node, ...path) ?? {});

test('the document is OpenAPI 3.1 with every operation once', () => {
  const { openapi, paths, security } = document();
  expect(openapi).toBe('3.1.0');
  expect(security).toEqual([{ key: [] }]);
  const ids = valuesAt(paths).flatMap((methods) => valuesAt(methods).map((each) => at(each, 'operationId')));
  expect(ids.sort()).toEqual(ENDPOINTS.map(({ id }) => id).sort());
  expect(new Set(ids).size).toBe(ids.length);
});

test('every reference leads somewhere', () => {
  const whole = document();
  const references = [...JSON.stringify(whole).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(
    ([, path = '']) => path,
  );
  expect(references.length).toBeGreaterThan(50);
  const lost = references.filter((path) => at(whole, ...path.split('/')) === undefined);
  expect(lost).toEqual([]);
});

test('the ticket and the message carry what the API promises', () => {
  const { components } = document();
  const fields = (name: string) => keysAt(components, 'schemas', name, 'properties');
  const ticket =
    'id number subject status statusCategory priority type channel requester assignee team tags language createdAt updatedAt';
  const message =
    'id direction channel author subject text visibleText html from to cc messageId inReplyTo references automated threadedBy attachments language delivery sentAt receivedAt';
  expect(fields('Ticket')).toEqual(expect.arrayContaining(ticket.split(' ')));
  expect(fields('Message')).toEqual(expect.arrayContaining(message.split(' ')));
  const file = ['id', 'name', 'type', 'size', 'sha256', 'inline'];
  expect(fields('Attachment')).toEqual(expect.arrayContaining(file));
});

test('every operation has a route that serves it, and every route is documented', () => {
  const root = 'src/app/api/v1';
  const served = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('route.ts'))
    .map((path) => path.replace(/\/route\.ts$/, ''))
    .filter((path) => !['openapi.json', '[...path]'].includes(path))
    .map((path) => `/${path.replace(/\[(\w+)\]/g, '{$1}')}`);
  expect(served.sort()).toEqual([...new Set(ENDPOINTS.map(({ path }) => path))].sort());
  for (const { id, path } of ENDPOINTS) {
    const file = `${root}${path.replace(/\{(\w+)\}/g, '[$1]')}/route.ts`;
    expect([file, existsSync(file) && readFileSync(file, 'utf8').includes(id)]).toEqual([file, true]);
  }
});

test('lists answer data and nextCursor, and take limit and cursor', () => {
  const { paths, components } = document();
  const lists = ENDPOINTS.filter(({ id }) => id.startsWith('list'));
  expect(lists.length).toBeGreaterThanOrEqual(7);
  for (const { path } of lists) {
    const parameters = valuesAt(paths, path, 'get', 'parameters').map((each) => at(each, 'name'));
    expect(parameters).toEqual(expect.arrayContaining(['limit', 'cursor']));
  }
  const named = keysAt(components, 'schemas').filter((name) => name.endsWith('List'));
  for (const name of named) {
    expect(keysAt(components, 'schemas', name, 'properties')).toEqual(['data', 'nextCursor']);
  }
});
