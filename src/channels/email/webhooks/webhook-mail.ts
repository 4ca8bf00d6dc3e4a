/** A mail that a provider brought by HTTP, as its source. */
export type WebhookMail = Readonly<{
  bytes: Buffer;
  envelopeFrom: string | null;
  envelopeTo: readonly string[];
}>;
