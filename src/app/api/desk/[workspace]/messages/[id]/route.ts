import { wholeDocument } from '@/features/tickets/message-body';
import { messageForFrame } from '@/features/tickets/queries-message';
import { staffFromRequest } from '@/server/auth/require-staff';

type Props = Readonly<{ params: Promise<{ workspace: string; id: string }> }>;

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const THEMES = ['light', 'dark', 'system'] as const;

/**
 * The whole of one message as a document for the frame in the timeline, on wish with pictures of other hosts (`?images=1`).
 * Its policy holds also where it is opened by itself: no script, no form, nothing fetched but pictures.
 */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { workspace, id } = await params;
  const ctx = await staffFromRequest(workspace, 'ticket.read');
  const message = ctx && ID.test(id) ? await messageForFrame(ctx, id) : null;
  if (!message) return new Response(null, { status: 404 });
  const asked = new URL(request.url).searchParams;
  const images = asked.has('images');
  const theme = THEMES.find((each) => each === asked.get('theme')) ?? 'system';
  const pictures = images ? "'self' data: https: http:" : "'self' data:";
  return new Response(wholeDocument(message, { workspace, theme, images }), {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; img-src ${pictures}; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox allow-same-origin allow-popups allow-popups-to-escape-sandbox`,
      'Cache-Control': 'private, no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
