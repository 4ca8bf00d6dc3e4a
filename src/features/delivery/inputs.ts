import { z } from 'zod';

export const mailInput = z.object({ mailId: z.uuid() });
export type MailInput = z.output<typeof mailInput>;
