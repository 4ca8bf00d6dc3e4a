import { type Figures, figuresOf, timesOf } from './figures';
import type { Product } from './product';

/** Public replies over the API, one client: authorised, saved, queued and announced. */
export async function measureReplies({
  product,
  times,
}: Readonly<{ product: Product; times: number }>): Promise<Figures[]> {
  const { base, apiKey, seeded } = product;
  const reply = async (index: number) => {
    const number = seeded.longTicket - 100 * (index + 1);
    const answer = await fetch(`${base}/api/v1/tickets/${number}/messages`, {
      method: 'POST',
      headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'public', text: `Your parcel arrives tomorrow (${index}).` }),
    });
    if (answer.status !== 201) throw new Error(`reply answered ${answer.status}: ${await answer.text()}`);
  };
  return [figuresOf('Reply (API, one client)', await timesOf(reply, { times }))];
}
