import { z } from 'zod';
import { staffFromRequest } from '@/server/auth/require-staff';
import type { StaffContext } from '@/server/context';
import { bodyBytes, bodyLimit, jsonOf } from './request-body';

type Params = Promise<Readonly<{ workspace: string; id: string }>>;
type Said<Body> = Readonly<{ ctx: StaffContext; ticketId: string; body: Body }>;

/**
 * What a signed-in reader says of the ticket in the address of a handler, or the answer that ends it: 404 for who may not read tickets
 * or for what is no id, 400 for a body that is not as `schema` has it. Whether they may see this ticket is for the command to say.
 */
export async function staffTicketBody<Schema extends z.ZodType>(
  request: Request,
  params: Params,
  schema: Schema,
): Promise<Said<z.output<Schema>> | Response> {
  const { workspace, id } = await params;
  const ctx = await staffFromRequest(workspace, 'ticket.read');
  const ticketId = z.uuid().safeParse(id);
  if (!(ctx && ticketId.success)) return new Response(null, { status: 404 });
  const bytes = await bodyBytes(request, bodyLimit('json'));
  const json = bytes.ok ? jsonOf(request, bytes.value) : bytes;
  const body = schema.safeParse(json.ok ? json.value : null);
  return body.success
    ? { ctx, ticketId: ticketId.data, body: body.data }
    : new Response(null, { status: 400 });
}
