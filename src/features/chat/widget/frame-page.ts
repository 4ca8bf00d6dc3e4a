import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mayAsk } from '@/domain/chat/origin';
import type { ChatLanguage } from '@/domain/chat/protocol';
import { chatFrame } from '@/features/chat/queries';
import { spokenOf } from '@/features/chat/widget/shared/speech';
import { messagesOf } from '@/i18n/messages';
import type { Db } from '@/server/db/client';
import { env } from '@/server/env';
import { escapeHtml } from '@/server/mail/escape-html';

/** Which page asks for the frame: the key in its snippet, its own origin, and the language that it speaks. */
export type FrameAsked = Readonly<{ key: string; host: string; language: string | null }>;

/**
 * The page inside the frame, small enough to stand before its script has come. Null for a key that is unknown or switched
 * off, and for an origin that may not show it; where the origin is not the one that really frames it, the browser refuses
 * by `frame-ancestors`.
 */
export async function framePage(db: Db, asked: FrameAsked): Promise<Response | null> {
  const frame = await chatFrame(db, asked.key);
  const host = originOf(asked.host);
  if (!frame || !host || !mayAsk(host, frame.allowedOrigins, new URL(env().PUBLIC_URL).origin)) return null;
  const language = spokenOf([asked.language]) ?? frame.defaultLanguage;
  const html = await documentOf({ key: asked.key, host, language, name: frame.name });
  return new Response(html, {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': policyFor(host),
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
    },
  });
}

/** Everything from our own address and nothing inline; framed by the page that asked and by no other. */
function policyFor(host: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${host}`,
  ].join('; ');
}

/** An address may hold `*`, `;` and `,`, which in a policy mean more than one page: of those none is taken. */
const PLAIN_ORIGIN = /^https?:\/\/(?:[\w.-]+|\[[\da-f:.]+\])(?::\d+)?$/;

function originOf(text: string): string | null {
  const origin = URL.canParse(text) ? new URL(text).origin : '';
  return PLAIN_ORIGIN.test(origin) ? origin : null;
}

type Facts = Readonly<{ key: string; host: string; language: ChatLanguage; name: string }>;

async function documentOf({ key, host, language, name }: Facts): Promise<string> {
  const [{ widget }, script, style] = await Promise.all([
    messagesOf(language),
    versioned('app.js'),
    versioned('app.css'),
  ]);
  const words = JSON.stringify(widget).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="${language}" data-key="${escapeHtml(key)}" data-host="${escapeHtml(host)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(name)}</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<div id="app"></div>
<script type="application/json" id="words">${words}</script>
<script src="${script}" defer></script>
</body>
</html>
`;
}

const versions = new Map<string, string>();

/** The address of a bundled file with the hash of its content, so that it can be kept for ever. */
async function versioned(file: 'app.js' | 'app.css'): Promise<string> {
  const known = versions.get(file);
  if (known) return known;
  const bytes = await readFile(join(process.cwd(), 'public', 'widget', file));
  const address = `/widget/${file}?v=${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`;
  if (env().NODE_ENV === 'production') versions.set(file, address);
  return address;
}
