import { z } from 'zod';

/** Values of own fields as they were typed or sent, by the fields' ids or short names; read by `readFieldPatch`. */
export const ownValuesInput = z
  .record(z.string().max(60), z.unknown())
  .refine((given) => Object.keys(given).length <= 200);
