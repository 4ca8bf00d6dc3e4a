import type { DemoTexts } from './article-text';

/** The articles of the demo shop in Hungarian. */
export const HUNGARIAN_ARTICLES: DemoTexts = {
  delivery_times: `Mennyi idő a szállítás?
Az EU-n belül két-négy munkanap, expressz szállítással egy nap.
Amit 14 óráig megrendelnek, azt még aznap feladjuk. A normál kiszállítás 2–4 munkanap, az expressz egy.
## Országonként
| Ország | Normál | Expressz |
| Magyarország | 2 nap | 1 nap |
| Lettország | 3 nap | 1 nap |
| Más EU-ország | 4 nap | 2 nap |
## Amikor tovább tart
- A bútort és más nagy árut fuvarozó hozza, aki napot egyeztet Önnel.
- Karácsony előtt számítson két nappal többre.
! tip A várható napot fizetés előtt és a visszaigazolásban is látja.`,
  delivery_cost: `Mennyibe kerül a szállítás?
50 euró felett ingyenes; csomagautomatába 4,90, házhoz 5,90 euró.
50 euró feletti rendelésnél a szállítás ingyenes. Alatta a csomagautomata 4,90, a házhozszállítás 5,90 euró. Az expressz mindig 9,90 euró. Nagy áru szállítási díja 29 euró.`,
  parcel_locker: `Csomag átvétele csomagautomatából
A kód SMS-ben érkezik, és három napig érvényes.
Amikor a csomag az automatában van, SMS-ben és e-mailben kódot kap. Három napon belül írja be az automatánál. Utána a csomag visszajön hozzánk, és visszatérítjük az árát.
## Nem működik a kód
1. Nézze meg, hogy annál az automatánál áll-e, amelyet az üzenet megnevez.
2. Szóköz nélkül írja be a kódot.
3. Hívja az automatán lévő számot: a futárszolgálat távolról is ki tudja nyitni.`,
  track_order: `Hol van a rendelésem? Csomagkövetés
A feladásról szóló levélben és a fiókjában lévő hivatkozással követheti.
A „Rendelése úton van” levélben van egy csomagkövető hivatkozás. Ugyanezt a Fiókom → Rendelések alatt is megtalálja. Ha három munkanapja nem mozdul, írja meg a rendelésszámot, és megkérdezzük a futárt.`,
  change_address: `A szállítási cím módosítása
A becsomagolásig lehet, általában egy órán belül.
Nyissa meg a rendelést a fiókjában, és válassza a „Cím módosítása” gombot. Becsomagolás után már csak a futárszolgálat tudja átirányítani.`,
  damaged_parcel: `Sérülten érkezett a csomag
Fényképezze le, és írjon nekünk két napon belül.
Őrizze meg a csomagolást. Fényképezze le a dobozt kívülről, a címkét és a sérült terméket. Küldje el a képeket a rendelésszámmal két napon belül: azonnal küldünk cserét.`,
  missing_item: `Hiányzik valami a csomagból
A nagyobb rendelés több csomagban jön; előbb nézze meg a szállítólevelet.
Több raktárból több csomag érkezik. A szállítólevél megmondja, minek kell benne lennie. Ha hiányzik valami, küldjön fényképet a szállítólevélről.`,
  return_item: `Hogyan küldhetek vissza egy terméket?
30 napon belül, ingyen, a fiókjában lévő címkével.
Az átvételtől számított 30 napon belül indoklás nélkül bármit visszaküldhet.
## Lépésről lépésre
1. Válassza ki a rendelést a Fiókom → Rendelések alatt, és nyomja meg a „Visszaküldés” gombot.
2. Nyomtassa ki a címkét, vagy mutassa meg a QR-kódot a csomagautomatánál.
3. Ha lehet, az eredeti csomagolásban adja fel.
## Amit nem lehet visszaküldeni
- Felbontott kozmetikumot és fülhallgatót, higiéniai okból.
- Ajándékkártyát és letöltött szoftvert.
! info Az uniós 14 napos elállási jog ettől függetlenül megilleti.`,
  refund_time: `Mikor kapom vissza a pénzemet?
A visszaküldött termék beérkezése után öt munkanapon belül.
Két munkanapon belül ellenőrizzük, és azon a módon térítjük vissza, ahogy fizetett. Kártyára még három, bankszámlára egy nap. Utánvétnél bankszámlaszámot kérünk.`,
  exchange_size: `Csere más méretre vagy színre
A „Visszaküldés” helyett a „Csere” gombot válassza; félretesszük az újat.
Nyissa meg a rendelést, válassza a Cserét, majd a méretet vagy a színt. Tíz napig megőrizzük, és elküldjük, amint a futár beolvasta a visszaküldött csomagot.`,
  warranty: `Jótállás: mire és meddig érvényes
Minden termékre két év, nagy háztartási gépekre három.
Minden termékre két év jótállás van. A nagy háztartási gépekre a gyártó három év garanciát ad.
## Mire érvényes
- Anyag- és gyártási hibára.
- Az alkatrészre, a munkadíjra és az oda-vissza szállításra.
## Mire nem
- Leejtés vagy víz okozta kárra.
- Kopásra, például az akkumulátor gyengülésére.`,
  repair: `Termék beküldése javításra
A javítás tíz munkanap; követheti, hol tart.
Jelentse a hibát rövid leírással. Címkét küldünk. A szerviz három napon belül megnézi, tízen belül megjavítja. Ha nem javítható, új terméket vagy pénzt kap.`,
  invoice: `Hol találom a számlát?
A Fiókom → Rendelések alatt, és a feladásról szóló levélben.
A számla PDF. A feladásról szóló levélhez csatoljuk, és a Fiókom → Rendelések → Számla alatt letölthető.`,
  company_invoice: `Céges számla: adószám
Az adószámot fizetés előtt adja meg.
A kosárban jelölje be, hogy cégnek vásárol, és adja meg a nevet és az adószámot. Ha elfelejtette, ugyanabban a hónapban írjon, és helyesbítjük a számlát.`,
  payment_methods: `Hogyan fizethetek?
Bankkártyával, átutalással, Apple Payjel, Google Payjel, utánvéttel.
Elfogadunk Visa és Mastercard kártyát, Apple Payt, Google Payt és átutalást, Magyarországon utánvétet is 1,90 euróért.`,
  payment_failed: `Elutasították a kártyás fizetést
Általában a bank megerősítést vár; nem terheltünk meg semmit.
Leggyakrabban a banki alkalmazásban nem érkezett meg időben a jóváhagyás. Próbálja újra, közben legyen nyitva az alkalmazás. A zárolás hét napon belül magától megszűnik.`,
  discount_code: `Nem működik a kuponkód
A kuponnak van lejárata, legkisebb összege, és nem vonható össze.
Nézze meg a lejáratot és a legkisebb összeget. A kupon nem érvényes akciós árura és ajándékkártyára, és rendelésenként egy használható.`,
  cancel_order: `Rendelés lemondása
A becsomagolásig a fiókjában; utána küldje vissza.
Nyissa meg a rendelést, és nyomja meg a „Lemondás” gombot. A pénz két napon belül visszajön. Ha a gomb már nincs ott, ne vegye át a csomagot, vagy küldje vissza.`,
  reset_password: `Elfelejtettem a jelszavamat
Kérjen hivatkozást; egy óráig érvényes.
A belépésnél válassza az „Elfelejtett jelszó” lehetőséget, és adja meg az e-mail-címét. Ha nem jön levél, nézze meg a levélszemetet is.`,
  delete_account: `Fiókom és személyes adataim törlése
Saját maga megteheti; a számlákat a törvény szerint megőrizzük.
Válassza a Fiókom → Beállítások → Fiók törlése lehetőséget. 30 napon belül töröljük az adatait. A számlákat nyolc évig meg kell őriznünk.`,
  newsletter: `Leiratkozás a hírlevélről
Egy kattintás minden levél végén.
Minden hírlevél végén ott a „Leiratkozás”. Azonnal érvényes. A rendeléseiről továbbra is kap levelet.`,
  loyalty_points: `Hogyan működnek a hűségpontok?
Minden euró egy pont; 100 pont 5 euró.
Minden euró után egy pontot kap, amikor a visszaküldési idő lejárt. 100 pont 5 eurót ér. Az arany tagok dupla pontot és ingyenes expresszt kapnak.`,
  goodwill_limits: `Méltányosság: mit adhat egy munkatárs
20 euróig egyedül, 50-ig a műszakvezetővel.
Késésnél térítse vissza a szállítást. Megszegett ígéretnél 10 eurós utalványt adjon. 20 euróig egyedül dönt, 50-ig a műszakvezető, felette a vezető.`,
};
