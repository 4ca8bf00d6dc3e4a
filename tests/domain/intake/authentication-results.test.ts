import { describe, expect, it } from 'vitest';
import { dmarcFailed } from '@/domain/intake/authentication-results';

const trusted = ['mx.google.com'];
const pass = 'mx.google.com; dkim=pass header.i=@a.test; dmarc=pass (p=REJECT) header.from=a.test';
const failed = 'mx.google.com; spf=fail smtp.mailfrom=a.test; dmarc=fail (p=NONE sp=NONE) header.from=a.test';

describe('a sender who is not who they seem', () => {
  it('is one whom a trusted server found out', () => {
    expect(dmarcFailed({ 'authentication-results': failed }, trusted)).toBe(true);
    expect(dmarcFailed({ 'authentication-results': pass }, trusted)).toBe(false);
  });

  it('is not judged by servers that nobody here trusts', () => {
    expect(dmarcFailed({ 'authentication-results': failed }, ['mx.own.test'])).toBe(false);
    expect(dmarcFailed({ 'authentication-results': failed }, [])).toBe(false);
    expect(dmarcFailed({}, trusted)).toBe(false);
  });

  it('cannot clear their name by a field of their own further down', () => {
    expect(dmarcFailed({ 'authentication-results': [failed, pass] }, trusted)).toBe(true);
    expect(dmarcFailed({ 'authentication-results': [pass, failed] }, trusted)).toBe(false);
  });

  it('is not found in a comment', () => {
    expect(
      dmarcFailed({ 'authentication-results': 'mx.google.com; dmarc=pass (not dmarc=fail)' }, trusted),
    ).toBe(false);
  });
});
