import type { DemoTexts } from './article-text';

/** The articles of the demo shop in Latvian. */
export const LATVIAN_ARTICLES: DemoTexts = {
  delivery_times: `Cik ilgi jāgaida piegāde?
ES robežās divas līdz četras darbdienas, ar ekspresi viena diena.
Ko pasūta līdz plkst. 14, to nosūtām tajā pašā darbdienā. Parastā piegāde ilgst 2–4 darbdienas, ekspress vienu.
## Pa valstīm
| Valsts | Parastā | Ekspress |
| Ungārija | 2 dienas | 1 diena |
| Latvija | 3 dienas | 1 diena |
| Citas ES valstis | 4 dienas | 2 dienas |
## Kad ilgst vairāk
- Mēbeles un citas lielas preces atved pārvadātājs, kurš ar jums vienojas par dienu.
- Pirms Ziemassvētkiem rēķinieties ar divām dienām vairāk.
! tip Gaidāmo dienu redzat pirms maksāšanas un apstiprinājumā.`,
  delivery_cost: `Cik maksā piegāde?
No 50 eiro bez maksas; uz pakomātu 4,90, līdz durvīm 5,90 eiro.
Pasūtījumiem no 50 eiro piegāde ir bez maksas. Zem tā pakomāts maksā 4,90 eiro, piegāde līdz durvīm 5,90 eiro. Ekspress vienmēr maksā 9,90 eiro.`,
  parcel_locker: `Paku saņemšana pakomātā
Kods pienāk īsziņā un ir derīgs trīs dienas.
Kad paka ir pakomātā, saņemat kodu īsziņā un e-pastā. Ievadiet to pakomātā trīs dienu laikā. Pēc tam paka atgriežas pie mums, un mēs atmaksājam naudu.
## Kods nedarbojas
1. Pārbaudiet, vai esat pie pakomāta, kas nosaukts ziņā.
2. Ievadiet kodu bez atstarpēm.
3. Zvaniet uz numuru, kas norādīts uz pakomāta.`,
  track_order: `Kur ir mans pasūtījums? Pakas izsekošana
Sekojiet pakai ar saiti nosūtīšanas vēstulē vai savā kontā.
Vēstulē “Jūsu pasūtījums ir ceļā” ir izsekošanas saite. To pašu atradīsiet sadaļā Mans konts → Pasūtījumi. Ja trīs darbdienas nekas nemainās, uzrakstiet mums pasūtījuma numuru.`,
  damaged_parcel: `Paka pienāca bojāta
Nofotografējiet un uzrakstiet mums divu dienu laikā.
Saglabājiet iepakojumu. Nofotografējiet kasti no ārpuses, etiķeti un bojāto preci. Atsūtiet attēlus ar pasūtījuma numuru: nosūtīsim jaunu preci uzreiz.`,
  return_item: `Kā atgriezt preci?
30 dienu laikā, bez maksas, ar etiķeti no sava konta.
Jebko varat atgriezt 30 dienu laikā pēc saņemšanas, nenorādot iemeslu.
## Soli pa solim
1. Izvēlieties pasūtījumu sadaļā Mans konts → Pasūtījumi un nospiediet “Atgriezt”.
2. Izdrukājiet etiķeti vai parādiet QR kodu pakomātā.
3. Ja iespējams, iesaiņojiet oriģinālajā iepakojumā.
## Ko nevar atgriezt
- Atvērtu kosmētiku un austiņas, higiēnas dēļ.
- Dāvanu kartes un lejupielādētu programmatūru.
! info ES noteiktās 14 dienas ir spēkā neatkarīgi no tā.`,
  refund_time: `Kad saņemšu naudu atpakaļ?
Piecu darbdienu laikā pēc tam, kad atgrieztā prece ir pie mums.
Atgriezto preci pārbaudām divu darbdienu laikā un atmaksājam tāpat, kā maksājāt. Uz karti vēl trīs dienas, uz bankas kontu viena.`,
  exchange_size: `Apmainīt pret citu izmēru vai krāsu
Izvēlieties “Apmainīt”, nevis “Atgriezt”; jauno preci rezervēsim.
Atveriet pasūtījumu, izvēlieties apmaiņu un izmēru vai krāsu. Glabāsim desmit dienas un nosūtīsim, tiklīdz kurjers būs noskenējis jūsu paku.`,
  warranty: `Garantija: kas ir segts un cik ilgi
Divi gadi katrai precei, trīs lielajai sadzīves tehnikai.
Katrai precei ir divu gadu garantija. Lielajai sadzīves tehnikai ražotājs dod trīs gadus.
## Segts
- Materiāla un ražošanas defekti.
- Detaļas, darbs un sūtīšana abos virzienos.
## Nav segts
- Bojājumi pēc kritiena vai no ūdens.
- Nolietojums, piemēram, vājāka baterija.`,
  repair: `Nosūtīt preci remontam
Remonts ilgst desmit darbdienas; tam var sekot.
Aprakstiet defektu. Atsūtīsim etiķeti. Serviss apskata trīs dienu laikā un salabo desmit dienās. Ja salabot nevar, saņemsiet jaunu preci vai naudu.`,
  invoice: `Kur atrast rēķinu?
Sadaļā Mans konts → Pasūtījumi un nosūtīšanas vēstulē.
Rēķins ir PDF. Tas pievienots vēstulei par nosūtīšanu un lejupielādējams sadaļā Mans konts → Pasūtījumi → Rēķins.`,
  payment_methods: `Kā var samaksāt?
Ar karti, pārskaitījumu, Apple Pay un Google Pay.
Pieņemam Visa un Mastercard, Apple Pay, Google Pay un bankas pārskaitījumu. Karti norēķinām, kad paka tiek nosūtīta.`,
  payment_failed: `Kartes maksājums tika noraidīts
Parasti banka gaida apstiprinājumu; nauda nav noņemta.
Visbiežāk bankas lietotnē apstiprinājums netika dots laikus. Mēģiniet vēlreiz ar atvērtu lietotni. Rezervācija pazūd septiņu dienu laikā.`,
  discount_code: `Atlaides kods nedarbojas
Kodiem ir termiņš, mazākā summa, un tos nevar apvienot.
Pārbaudiet termiņu un mazāko summu. Kods nav derīgs precēm ar atlaidi un dāvanu kartēm, un pasūtījumā var izmantot vienu.`,
  cancel_order: `Atcelt pasūtījumu
Līdz iesaiņošanai savā kontā; pēc tam atgrieziet to.
Atveriet pasūtījumu un nospiediet “Atcelt”. Nauda atgriežas divu dienu laikā. Ja pogas vairs nav, paka ir iesaiņota.`,
  reset_password: `Aizmirsu paroli
Palūdziet saiti; tā ir derīga stundu.
Pieslēdzoties izvēlieties “Aizmirsāt paroli?” un ievadiet e-pasta adresi. Ja vēstule nepienāk, ieskatieties mēstulēs.`,
  newsletter: `Atteikties no jaunumiem
Viens klikšķis katras vēstules beigās.
Katras jaunumu vēstules beigās ir “Atteikties”. Tas ir spēkā uzreiz.`,
  loyalty_points: `Kā darbojas lojalitātes punkti?
Punkts par katru eiro; 100 punkti ir 5 eiro.
Par katru eiro saņemat punktu, kad beidzies atgriešanas laiks. 100 punkti ir 5 eiro vērti. Zelta biedri saņem divreiz vairāk punktu.`,
};
