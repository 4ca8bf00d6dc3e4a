import { expect, it } from 'vitest';
import { isHardFailure } from '@/domain/intake/hard-failure';

it.each([
  ['5.1.1', '550 5.1.1 <a@b.hu>: Recipient address rejected: User unknown'],
  ['5.1.10', '550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found'],
  ['', 'Sorry, no mailbox here by that name. (#5.1.1)'],
  ['5.4.4', 'Host or domain name not found'],
  ['4.1.1', '450 4.1.1 <a@b.hu>: unknown user'],
])('%s "%s" means that nobody will ever be reached there', (status, diagnostic) => {
  expect(isHardFailure({ action: 'failed', status, diagnostic })).toBe(true);
});

it.each([
  ['failed', '5.7.1', '550 5.7.1 User unknown to our policy'],
  ['failed', '5.2.2', '552 5.2.2 Mailbox full, user over quota'],
  ['failed', '5.1.8', '553 5.1.8 Domain of sender address a@b.hu does not exist'],
  ['failed', '5.0.0', '554 Message blocked as spam'],
  ['failed', '4.4.1', 'Connection timed out'],
  ['failed', '', ''],
  ['delayed', '4.1.1', 'User unknown'],
  ['delivered', '2.0.0', 'OK'],
] as const)('%s %s "%s" does not', (action, status, diagnostic) => {
  expect(isHardFailure({ action, status, diagnostic })).toBe(false);
});
