import { NextResponse } from 'next/server';
import { optOut } from '@/features/surveys/commands/opt-out';
import { env } from '@/server/env';
import { processWorld } from '@/server/world';

type Props = Readonly<{ params: Promise<{ token: string }> }>;

/** One-click unsubscribe of mail programs (RFC 8058 §3.1): no cookie, no redirect, the same answer however often. */
export async function POST(_request: Request, { params }: Props): Promise<Response> {
  const { token } = await params;
  const done = await optOut(processWorld(), { token, source: 'mail' });
  return new Response(null, { status: done.ok ? 200 : 404 });
}

/** Whoever opens the address, a person or a program that looks at links, gets the page that asks first. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { token } = await params;
  return NextResponse.redirect(`${env().PUBLIC_URL}/survey/${encodeURIComponent(token)}/stop`, 303);
}
