import { z } from 'zod';
import { DOING } from '@/domain/ticket/presence';

/** `gone`: the ticket is no longer in front of them. */
export const hereInput = z.object({ doing: z.enum([...DOING, 'gone']) });
