import { feedbackInput, giveFeedback } from '@/features/knowledge/commands/give-feedback';
import { helpVisitor } from '@/features/knowledge/help-visitor';
import { isOwnForm } from '@/features/knowledge/own-form';

type Props = Readonly<{ params: Promise<{ workspace: string }> }>;

/** Takes whether an article helped, from a form that needs no script, and leads back to the article. */
export async function POST(request: Request, { params }: Props): Promise<Response> {
  const visitor = await helpVisitor(request, (await params).workspace);
  if (!visitor) return new Response(null, { status: 404 });
  if (!isOwnForm(request.headers)) return new Response(null, { status: 403 });
  const form = await request.formData().catch(() => null);
  const parsed = feedbackInput.safeParse(Object.fromEntries(form ?? []));
  if (!parsed.success) return new Response(null, { status: 400 });
  const given = await giveFeedback(visitor, parsed.data);
  if (!given.ok) return new Response(null, { status: given.error.code === 'rate.limited' ? 429 : 404 });
  const { place, cookie } = given.value;
  return new Response(null, {
    status: 303,
    headers: { Location: place, 'Cache-Control': 'no-store', ...(cookie && { 'Set-Cookie': cookie }) },
  });
}
