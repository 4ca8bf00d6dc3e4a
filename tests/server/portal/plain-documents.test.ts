import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { servePlain } from '@/server/portal/plain-documents';
import { plainHtml } from '@/server/portal/plain-html';
import { missingPage, readMissingWords } from '@/server/portal/plain-missing';
import { readStyles } from '@/server/portal/plain-styles';

const PAGE =
  '<html><head><link rel="preload" as="script" href="/a.js"/><script src="/a.js" async=""></script>' +
  '<script type="application/ld+json">{"@type":"Article"}</script></head><body><p>Őrült ķēniņš</p>' +
  '<script>self.__next_f.push([1,"x"])</script></body></html>';

/** A server that answers with `write`, and what a browser that reads gzip gets from it. */
async function answered(write: (response: ServerResponse) => void, headers: Record<string, string> = {}) {
  const server = createServer((request, response) => {
    servePlain(request, response);
    write(response);
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await new Promise((done) => server.once('listening', done));
  const { port } = server.address() as AddressInfo;
  return fetch(`http://127.0.0.1:${port}/help`, { headers });
}

test('a document keeps its words and its data for search engines, and loses what runs', () => {
  const plain = plainHtml(PAGE, '/portal.js?v=1');
  expect(plain).toContain('Őrült ķēniņš');
  expect(plain).toContain('{"@type":"Article"}');
  expect(plain).not.toMatch(/a\.js|__next_f/);
  expect(plain.match(/<script\b/g)).toHaveLength(2);
  expect(plain).toContain('<script src="/portal.js?v=1" defer=""></script></head>');
});

test('a document leaves whole, with the length and the tag of what was sent, however it was written', async () => {
  const answer = await answered((response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.setHeader('ETag', '"one"');
    // As a middleware that compresses does: it wants the head before the last bytes.
    response.flushHeaders();
    response.write(PAGE.slice(0, 60));
    response.writeHead(203);
    response.end(PAGE.slice(60));
  });
  const text = await answer.text();
  expect([answer.status, answer.headers.get('etag')]).toEqual([203, 'W/"one"']);
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(text).toContain('Őrült ķēniņš');
  expect(text).not.toContain('__next_f');
});

test('where nothing is, readers without script are told so in their language, and led to the first page', async () => {
  await readMissingWords();
  const empty =
    '<!DOCTYPE html><html id="__next_error__"><head></head><body><div hidden=""></div></body></html>';
  const answer = await answered((response) => {
    response.statusCode = 404;
    response.setHeader('Content-Type', 'text/html');
    response.setHeader('ETag', '"empty"');
    response.end(empty);
  });
  expect([answer.status, answer.headers.get('etag')]).toEqual([404, null]);
  expect(await answer.text()).toContain('This page is not here');
  expect(missingPage('/help/demo/hu/requests/9', 404)).toContain('<a href="/help/demo/hu">');
  expect(missingPage('/hu/requests/9', 404)).toContain('Ez az oldal nem található');
  expect(missingPage('/lv', 500)).not.toContain('Šādas lapas nav');
});

test('two documents are two, also where one was made to have the tag of the other', async () => {
  const page = (words: string) =>
    answered((response) => {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.setHeader('ETag', '"forged"');
      response.end(`<html><head></head><body>${words}</body></html>`);
    });
  expect(await (await page('Call this number')).text()).toContain('Call this number');
  expect(await (await page('Our own page')).text()).toContain('Our own page');
});

test('what is no document passes as it was written', async () => {
  const bytes = Buffer.from([0, 255, 60, 115, 99]);
  const answer = await answered((response) => {
    response.writeHead(200, { 'Content-Type': 'application/octet-stream' });
    response.write(bytes);
    response.end();
  });
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
  expect(answer.headers.get('content-security-policy')).toBeNull();
  expect(() => gunzipSync(bytes)).toThrow();
});

test('styles of the build stand in the document, with their files where they are and nothing that ends them early', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kalauz-styles-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'chunks'));
  const sheet =
    '@font-face{font-display:swap;src:url(../media/inter.woff2)}a::after{content:"</style><script>"}';
  writeFileSync(join(folder, 'chunks', 'a.css'), sheet);
  await readStyles(folder);
  const link = (name: string) =>
    `<link rel="stylesheet" href="/_next/static/chunks/${name}.css" data-precedence="next"/>`;
  const plain = plainHtml(`<head>${link('a')}${link('b')}</head>`, '/portal.js');
  expect(plain).toContain('font-display:optional;src:url(/_next/static/media/inter.woff2)');
  expect(plain.match(/<\/style/g)).toHaveLength(1);
  expect(plain).not.toContain('chunks/a.css');
  // One that is not known stays a link.
  expect(plain).toContain(link('b'));
});
