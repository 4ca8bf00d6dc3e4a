import { expect, test } from 'vitest';
import { fillTemplate, hasOpenPlaces, namesIn } from '@/domain/template/fill-template';

const facts = {
  'ticket.number': '7',
  'customer.name': 'Kovács Anna',
  'ticket.subject': '<b>"Tom & Jerry\'s"</b>',
};

test('places are filled, with or without spaces inside the braces', () => {
  expect(fillTemplate('{{ticket.number}}/{{ customer.name }}', facts).text).toBe('7/Kovács Anna');
});

test('a name that is in no table is reported once and stays for a person to see', () => {
  const filled = fillTemplate('{{tikcet.number}} {{tikcet.number}}', facts);
  expect(filled).toEqual({
    text: '{{tikcet.number}} {{tikcet.number}}',
    unknown: ['tikcet.number'],
    empty: [],
  });
});

test('a variable without a value is reported, and kept or dropped as wished', () => {
  const text = 'Dear {{customer.given_name}},';
  expect(fillTemplate(text, facts)).toEqual({ text, unknown: [], empty: ['customer.given_name'] });
  expect(fillTemplate(text, facts, { unfilled: 'drop' }).text).toBe('Dear ,');
});

test('words after a bar stand in for an empty variable, and then nothing is missing', () => {
  const filled = fillTemplate('Hello {{customer.given_name|there}}!', facts);
  expect(filled).toEqual({ text: 'Hello there!', unknown: [], empty: [] });
  expect(fillTemplate('Hello {{customer.name | there}}!', facts).text).toBe('Hello Kovács Anna!');
  expect(fillTemplate('Hello{{customer.given_name|}}!', facts)).toMatchObject({ text: 'Hello!', empty: [] });
});

test('in HTML a value is text: it can bring no element with it, and keeps its lines', () => {
  expect(fillTemplate('<p>{{ticket.subject}}</p>', facts, { html: true }).text).toBe(
    '<p>&lt;b&gt;&quot;Tom &amp; Jerry&#39;s&quot;&lt;/b&gt;</p>',
  );
  const signature = { 'agent.signature': 'Emma\r\nOrders\nKettle & Co' };
  expect(fillTemplate('<p>{{agent.signature}}</p>', signature, { html: true }).text).toBe(
    '<p>Emma<br>Orders<br>Kettle &amp; Co</p>',
  );
});

test('what is filled in is not read again', () => {
  const sly = { 'ticket.subject': '{{customer.name}} $& $1', 'customer.name': 'Anna' };
  expect(fillTemplate('{{ticket.subject}}', sly).text).toBe('{{customer.name}} $& $1');
});

test('names of objects are no variables', () => {
  expect(fillTemplate('{{constructor}} {{toString}}', facts).unknown).toEqual(['constructor', 'toString']);
});

test('the names of a text are listed once each', () => {
  expect(namesIn('{{ticket.number}} {{x|y}} {{ticket.number}}')).toEqual(['ticket.number', 'x']);
});

test('a text with a place left in it is not ready, whatever stands in the place', () => {
  expect(hasOpenPlaces('Your order {{order number}} is on its way')).toBe(true);
  expect(hasOpenPlaces('Braces {like these} are fine')).toBe(false);
});
