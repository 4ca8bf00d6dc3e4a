import { approvedTexts } from '@/features/delivery/commands/approved-texts';
import { staffFromRequest } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string; id: string }> }>;

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The texts that the vendor of this conversation's channel has approved; 404 where there is none, 502 when it does not answer. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const { workspace, id } = await params;
  const ctx = await staffFromRequest(workspace, 'ticket.reply');
  const found = ctx && ID.test(id) ? await approvedTexts(ctx, id) : null;
  if (!found) return Response.json({ code: 'not_found' }, { status: 404 });
  return found.ok
    ? Response.json({ templates: found.value })
    : Response.json({ code: found.error.code }, { status: 502 });
}
