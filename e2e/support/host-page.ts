import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Host = Readonly<{
  /** The public key in the snippet. */
  key: string;
  /** Where the product is. */
  product: string;
  language?: string;
  /** More attributes of the script tag. */
  attributes?: string;
}>;

/**
 * Somebody else's shop on an origin and a site of its own, which forbids by its Content-Security-Policy everything but what
 * the widget asks for: no inline script, no inline style, no eval, nothing from elsewhere. With Trusted Types, too.
 */
export async function openHostPage({ key, product, language = 'en', attributes = '' }: Host) {
  const policy = [
    "default-src 'none'",
    `script-src ${product}`,
    `connect-src ${product}`,
    `frame-src ${product}`,
    "style-src 'none'",
    "img-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<script async src="${product}/widget.js" data-key="${key}" ${attributes}></script></head>
<body><main><h1>Shop</h1><p><a href="/cart">Basket</a> <a href="/">Front page</a></p></main></body></html>`;
  const server = createServer((request, response) => {
    if (request.url === '/favicon.ico') return response.writeHead(204).end();
    return response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
      .end(html);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    /** `127.0.0.1` while the product is `localhost`: another site, not only another port. */
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
