import { z } from 'zod';

export const heldInput = z.object({ rawInboundId: z.uuid() });
export type HeldInput = z.output<typeof heldInput>;
