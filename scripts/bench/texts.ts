import type pg from 'pg';

/** Words of support mails; with so many of them, texts differ as much as those of a desk do. */
const WORDS = {
  en: 'order parcel delivery invoice refund kettle coffee machine broken arrived yesterday tomorrow please thank you address street number payment card account password login message answer waiting week customer service return label warranty repair filter water cable plug colour size model shop store website discount voucher basket email phone letter missing damaged wrong late cancel change confirm receive package courier driver door neighbour morning evening problem question help urgent receipt contract',
  hu: 'rendelés csomag szállítás számla visszatérítés kanna kávé gép elromlott megérkezett tegnap holnap kérem köszönöm cím utca szám fizetés kártya fiók jelszó belépés üzenet válasz várok hét ügyfél szolgálat visszaküldés címke garancia javítás szűrő víz kábel dugó szín méret modell bolt üzlet honlap kedvezmény utalvány kosár levél telefon hiányzik sérült rossz késik lemondás csere megerősítés átvétel futár sofőr ajtó szomszéd reggel este gond kérdés segítség sürgős nyugta szerződés vásárlás',
  lv: 'pasūtījums paka piegāde rēķins atmaksa tējkanna kafija automāts salūzis saņemts vakar rīt lūdzu paldies adrese iela numurs maksājums karte konts parole pieteikšanās ziņa atbilde gaidu nedēļa klients apkalpošana atgriešana uzlīme garantija remonts filtrs ūdens kabelis kontaktdakša krāsa izmērs modelis veikals lapa atlaide kupons grozs vēstule tālrunis trūkst bojāts nepareizs kavējas atcelt mainīt apstiprināt saņemšana kurjers šoferis durvis kaimiņš rīts vakars problēma jautājums palīdzība steidzami čeks līgums pirkums',
} as const;

export const LANGUAGES = ['en', 'hu', 'lv'] as const;
/** So many different texts of each language. */
export const TEXTS = 400;
const WORDS_IN_TEXT = 28;

/**
 * Makes the table of texts that messages are filled from: `bench_text` with a language, a place below `TEXTS`, the text, and
 * what is findable of it. The same texts each time.
 */
export async function makeTexts(client: pg.Client): Promise<void> {
  const rows = LANGUAGES.flatMap((language, at) => {
    const words = WORDS[language].split(' ');
    const random = numbersFrom(at + 1);
    return Array.from({ length: TEXTS }, (_, place) => {
      // The first words of a list are used more than the last, as words of languages are.
      const said = Array.from(
        { length: WORDS_IN_TEXT },
        () => words[Math.floor(random() ** 2 * words.length)],
      );
      return {
        language,
        place,
        text: `${said.slice(0, 9).join(' ')}. ${said.slice(9, 18).join(' ')}? ${said.slice(18).join(' ')}.`,
      };
    });
  });
  await client.query(
    'create table bench_text (language text, place int, text text, vector tsvector, primary key (language, place))',
  );
  await client.query(
    `insert into bench_text select language, place, text, search_vector(language, text, 'C')
     from jsonb_to_recordset($1::jsonb) as given(language text, place int, text text)`,
    [JSON.stringify(rows)],
  );
}

/** Numbers from 0 to 1, the same ones each time (the linear congruential generator of Numerical Recipes). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
