import type { DeliveryResult, OutboundMessage, RefusedRecipient } from '@/domain/channel/message';
import type { TransportConfig } from './config';
import { renderMail } from './render-mail';
import { transportOf } from './transports';

/**
 * Hands one mail over. Refused for good is what the server answered with 5xx (RFC 5321 §4.2.1); everything else that
 * went wrong, a wrong password too, is worth another try. Without a server the rendered mail itself is the result.
 */
export async function sendMail(message: OutboundMessage, config: TransportConfig): Promise<DeliveryResult> {
  const raw = await renderMail(message);
  if (config.kind === 'log') return { status: 'sent', detail: 'kept here', raw, refused: [] };
  const { from, to } = message.envelope;
  try {
    const info = await transportOf(config).sendMail({ envelope: { from: from || false, to: [...to] }, raw });
    const refused = (info.rejectedErrors ?? []).map(refusedRecipient);
    return { status: 'sent', detail: info.response.slice(0, 500), raw, refused };
  } catch (error) {
    return failureOf(error as SmtpFailure);
  }
}

type SmtpFailure = Readonly<{
  message: string;
  code?: string;
  responseCode?: number;
  response?: string;
  recipient?: string;
  rejectedErrors?: readonly SmtpFailure[];
}>;

function failureOf(error: SmtpFailure): DeliveryResult {
  const reason = reasonOf(error);
  const code = String(error.responseCode ?? error.code ?? '');
  const permanent = (error.rejectedErrors ?? [error]).every(isPermanent);
  return { status: permanent ? 'rejected' : 'deferred', code, reason };
}

function refusedRecipient(error: SmtpFailure): RefusedRecipient {
  return {
    recipient: (error.recipient ?? '').toLowerCase(),
    code: String(error.responseCode ?? ''),
    reason: reasonOf(error),
    permanent: isPermanent(error),
  };
}

/** Only what was said about the envelope or the message: a refused connection or password says nothing about the mail. */
function isPermanent({ code, responseCode }: SmtpFailure): boolean {
  if (code !== 'EENVELOPE' && code !== 'EMESSAGE') return false;
  return responseCode === undefined || responseCode >= 500;
}

/** What the other server said, in its own words. */
const reasonOf = ({ response, message }: SmtpFailure) => (response ?? message).slice(0, 500);
