import { sendToProduct } from '../support/mails';
import { doMainJob } from '../support/main-job';
import { test } from '../support/test';

test("a customer's mail over SMTP becomes a ticket, is answered, and the reply comes back to it", async ({
  page,
  world,
  signIn,
}) => {
  const agent = await world.member({ name: 'Kiss Zsófia' });
  await signIn(agent);
  const customer = `odon@${world.slug}.customer.test`;
  await doMainJob({ page, world, customer, bring: sendToProduct });
});
