import { getLocale } from 'next-intl/server';
import { findOrganizations } from '@/features/organizations/queries';
import type { Locale } from '@/i18n/locales';
import { staffFromRequest } from '@/server/auth/require-staff';

const LONGEST = 200;

type Params = Readonly<{ params: Promise<{ workspace: string }> }>;

/** GET ?q=: the organizations that fit what is being typed, as `{ options: { value, label }[] }`. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const ctx = await staffFromRequest((await params).workspace, 'customer.read');
  if (!ctx) return new Response(null, { status: 404 });
  const q = (new URL(request.url).searchParams.get('q') ?? '').slice(0, LONGEST);
  const found = await findOrganizations(ctx, { q, locale: (await getLocale()) as Locale });
  const options = found.map(({ id, name }) => ({ value: id, label: name }));
  return Response.json({ options }, { headers: { 'cache-control': 'private, no-store' } });
}
