import { defineChannel } from '@/channels/contract';
import { transportConfig } from './config';
import { readMail } from './read-mail';
import { sendMail } from './send';

/** Mail: its bytes are RFC 5322, and it leaves by SMTP. */
export const email = defineChannel({
  kind: 'email',
  config: transportConfig,
  read: readMail,
  deliver: sendMail,
});
