import { z } from 'zod';

export const via = z
  .union([z.literal('email'), z.string().regex(/^(private:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)])
  .optional()
  .meta({
    description:
      'One of `GET /tickets/{number}/ways`. Default: as the customer last wrote, or by mail when `to` is given.',
  });

export const template = z
  .strictObject({
    name: z.string().min(1).max(512),
    language: z.string().min(2).max(20),
    parameters: z.array(z.string().trim().min(1).max(1000)).max(20).default([]),
  })
  .optional()
  .meta({
    description:
      'A text that the vendor of the channel approved; `text` holds its words as the customer reads them. Needs `via`.',
  });
