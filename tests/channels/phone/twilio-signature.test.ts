import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSignedByTwilio, twilioSignature } from '@/channels/phone/twilio-signature';

const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
const fields = {
  CallSid: ['CA1234567890ABCDE'],
  Caller: ['+14158675309'],
  Digits: ['1234'],
  From: ['+14158675309'],
  To: ['+18005551212'],
};
const body = new Uint8Array();
const signature = 'RSOYDt4T1cUTdK1PDd93/VVr8B8=';

test('the published vector: token 12345 gives this very signature (contracts C.2)', () => {
  expect(twilioSignature('12345', url, fields)).toBe(signature);
  expect(isSignedByTwilio('12345', { url, signature, body, fields })).toBe(true);
});

test('another token, address or field is another signature', () => {
  expect(isSignedByTwilio('12346', { url, signature, body, fields })).toBe(false);
  expect(isSignedByTwilio('12345', { url: `${url}&x=1`, signature, body, fields })).toBe(false);
  expect(isSignedByTwilio('12345', { url, signature, body, fields: { ...fields, Digits: ['1235'] } })).toBe(
    false,
  );
  expect(isSignedByTwilio('12345', { url, signature: '', body, fields })).toBe(false);
  expect(isSignedByTwilio('12345', { url: 'not an address', signature, body, fields })).toBe(false);
});

test('the standard port may stand in the signed address or not', () => {
  const withPort = url.replace('mycompany.com', 'mycompany.com:443');
  const signed = twilioSignature('t', withPort, fields);
  expect(isSignedByTwilio('t', { url, signature: signed, body, fields })).toBe(true);
  const bare = twilioSignature('t', url, fields);
  expect(isSignedByTwilio('t', { url: withPort, signature: bare, body, fields })).toBe(true);
  const other = url.replace('mycompany.com', 'mycompany.com:8443');
  expect(isSignedByTwilio('t', { url: other, signature: bare, body, fields })).toBe(false);
});

test('behind a proxy only the public address counts', () => {
  const signed = twilioSignature('t', url, fields);
  const inner = url.replace('https://mycompany.com', 'http://10.0.0.7:3000');
  expect(isSignedByTwilio('t', { url: inner, signature: signed, body, fields })).toBe(false);
});

test('values of one name count once each, in order', () => {
  const told = createHmac('sha1', 't').update('https://a.test/xA1A2').digest('base64');
  expect(twilioSignature('t', 'https://a.test/x', { A: ['2', '1', '2'] })).toBe(told);
});

test('a JSON body is covered by its hash in the address', () => {
  const bytes = Buffer.from('{"a":1}');
  const hash = createHash('sha256').update(bytes).digest('hex');
  const address = `https://a.test/x?bodySHA256=${hash}`;
  const signed = twilioSignature('t', address, {});
  expect(isSignedByTwilio('t', { url: address, signature: signed, body: bytes, fields: { x: ['y'] } })).toBe(
    true,
  );
  const changed = Buffer.from('{"a":2}');
  expect(isSignedByTwilio('t', { url: address, signature: signed, body: changed, fields: {} })).toBe(false);
});
