import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

type Host = Readonly<{ key: string; product: string; language?: string }>;

/** Somebody else's page on a site of its own that allows nothing but the loader and the frame of a form. */
export async function openFormHost({ key, product, language = 'en' }: Host) {
  const policy = [
    "default-src 'none'",
    `script-src ${product}`,
    `frame-src ${product}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Shop</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>Shop</h1><script async src="${product}/form.js" data-form="${key}" data-title="Request"></script></main></body></html>`;
  const server = createServer((_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
      .end(html),
  );
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
