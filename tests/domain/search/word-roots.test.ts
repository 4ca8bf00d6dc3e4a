import { expect, test } from 'vitest';
import { plain } from '@/domain/search/plain';
import { commonBeginning, sameWord, wordRoots } from '@/domain/search/word-roots';

const forms = (one: string, other: string) => sameWord(wordRoots(plain(one)), wordRoots(plain(other)));

test.each([
  ['számla', 'számlát számlám számlák számlákat számlával számláról számlánk számlámat'],
  ['csomag', 'csomagot csomagom csomagok csomaggal csomagomat csomagban csomagjaink csomagról'],
  ['rendelés', 'rendelésről rendelesrol rendelések rendelést rendelésem rendeléseimet rendelésével'],
  ['fűtés', 'fűtésem fűtést fűtéssel fűtésre futesem'],
  ['kép', 'képet képek képekkel képen képről'],
  ['jegy', 'jeggyel jegyek jegyet jegyről'],
  ['kulcs', 'kulccsal kulcsok kulcsot kulcsom'],
  ['autó', 'autóm autóval autók autót'],
  ['szolgáltatás', 'szolgáltatásért szolgáltatásuk szolgáltatásaink'],
])('Hungarian: %s is found in its forms', (word, list) => {
  expect(list.split(' ').filter((form) => !forms(word, form))).toEqual([]);
});

test.each([
  ['rēķins', 'rēķinu rēķina rēķinam rēķini rēķinus rēķiniem rekinu rēķinos'],
  ['piegāde', 'piegādes piegādi piegādē piegādēm piegāžu piegadi'],
  ['sūtījums', 'sūtījumu sūtījumi sūtījumus sūtījumiem sūtījumā'],
  ['parole', 'paroli paroles parolei parolēm'],
  ['kurpe', 'kurpes kurpju kurpēm'],
  ['atjaunot', 'atjaunošana atjaunošanu atjaunojam atjaunoja'],
  ['prece', 'preces preci precēm preču'],
  ['klients', 'klienta klientiem klientu klienti klientus'],
  ['latvietis', 'latvieša latvieši latviešiem'],
])('Latvian: %s is found in its forms', (word, list) => {
  expect(list.split(' ').filter((form) => !forms(word, form))).toEqual([]);
});

test.each([
  ['invoice', 'invoices'],
  ['refund', 'refunds refunded refunding'],
  ['deliver', 'delivers delivered delivering'],
])('English: %s is found in its forms', (word, list) => {
  expect(list.split(' ').filter((form) => !forms(word, form))).toEqual([]);
});

test.each([
  ['számla', 'szám'],
  ['rēķins', 'reklāma'],
  ['card', 'car'],
  ['invoice', 'invite'],
  ['order', 'border'],
  ['parole', 'parks'],
  ['csomag', 'csomó'],
])('%s and %s are different words', (one, other) => expect(forms(one, other)).toBe(false));

test('short words stand for themselves', () => {
  expect([...wordRoots('ok')]).toEqual(['ok']);
  expect([...wordRoots('tea')]).toEqual(['tea']);
});

test('every form of a word begins with its common beginning', () => {
  for (const form of ['piegades', 'piegazu', 'piegadem', 'piegadi']) {
    expect(form.startsWith(commonBeginning(wordRoots('piegade')))).toBe(true);
  }
  expect(commonBeginning(wordRoots('ok'))).toBe('ok');
});
