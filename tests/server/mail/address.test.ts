import { describe, expect, it } from 'vitest';
import { addressIn, formatAddress } from '@/server/mail/address';

describe('one address as text', () => {
  it('is read back as it was written, whatever stands in the name', () => {
    for (const name of ['Anna Ozola', 'Kiss, Zsófia "Zsófi"', 'back\\slash', null]) {
      const address = { address: 'anna@example.com', name };
      expect(addressIn(formatAddress(address))).toEqual(address);
    }
  });

  it('cannot smuggle a header line in', () => {
    const text = formatAddress({ address: 'a@b.test\r\nBcc: x@y.test', name: 'A\r\nBcc: x@y.test' });
    expect(text).not.toMatch(/[\r\n]/);
  });
});
