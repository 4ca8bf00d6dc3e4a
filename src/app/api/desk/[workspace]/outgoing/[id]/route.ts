import { z } from 'zod';
import { getMailSource } from '@/features/delivery/queries';
import { staffFromRequest } from '@/server/auth/require-staff';
import { sourceResponse } from '@/server/mail/source-response';

type Props = Readonly<{ params: Promise<{ workspace: string; id: string }> }>;

/** The source of an outgoing mail, for Admin. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const { workspace, id } = await params;
  const ctx = await staffFromRequest(workspace, 'mail.read');
  const bytes = ctx && z.uuid().safeParse(id).success ? await getMailSource(ctx, id) : null;
  return sourceResponse(bytes, id);
}
