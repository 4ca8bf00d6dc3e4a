import MailComposer from 'nodemailer/lib/mail-composer';
import { sealConfig } from '@/features/channels/mailbox-config';
import { hasDovecot, startDovecot } from '../../tests/support/dovecot';
import { type CustomerMail, doMainJob } from '../support/main-job';
import { expect, test } from '../support/test';

const mainJob = () =>
  test("a customer's mail in a Dovecot mailbox is fetched as it comes in, answered, and the reply as well", async ({
    page,
    world,
    signIn,
  }) => {
    const dovecot = await startDovecot();
    try {
      const { address } = world.mailbox;
      const { host, port, password } = dovecot;
      const server = { host, port, security: 'none' as const, user: address };
      const auth = { kind: 'password' as const, password };
      const imap = {
        kind: 'imap' as const,
        ...server,
        auth,
        folder: 'INBOX',
        since: null,
        trustedServers: [],
      };
      await world.db.channelAccount.updateMany({
        where: { workspaceId: world.workspaceId },
        data: { sealedConfig: sealConfig({ incoming: imap, outgoing: { kind: 'default' } }) },
      });
      const health = async () =>
        (await world.db.channelAccount.findFirst({ where: { workspaceId: world.workspaceId } }))?.health;
      await expect.poll(health, { timeout: 20_000 }).toBe('healthy');

      await signIn(await world.member({ name: 'Kiss Zsófia' }));
      const bring = async (mail: CustomerMail) => {
        const source = await new MailComposer(mail).compile().build();
        await dovecot.append(address, source.toString('utf8'));
      };
      await doMainJob({ page, world, customer: `odon@${world.slug}.customer.test`, bring });
      expect((await dovecot.flags(address)).flat()).not.toContain('\\Seen');
    } finally {
      await dovecot.stop();
    }
  });

// Only where Dovecot is installed: nothing else is real enough to prove it.
if (hasDovecot) mainJob();
