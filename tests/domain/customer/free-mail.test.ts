import { expect, test } from 'vitest';
import { isFreeMail, mailDomain } from '@/domain/customer/free-mail';

test('domains are told from what is none, and free mail from firms', () => {
  expect(mailDomain(' @Firma.HU ')).toBe('firma.hu');
  expect(mailDomain('info@bērziņš.lv')).toBe('bērziņš.lv');
  expect(['firma', 'a b.hu', 'http://x.hu', ''].map(mailDomain)).toEqual([null, null, null, null]);
  expect(['gmail.com', 'freemail.hu', 'inbox.lv', 'firma.hu'].map(isFreeMail)).toEqual([
    true,
    true,
    true,
    false,
  ]);
});
