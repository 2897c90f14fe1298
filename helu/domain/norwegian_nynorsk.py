"""Nynorsk words and their bokmål counterparts, as compact lists of «nynorsk bokmål» pairs.

The right-hand side is a meeting point, not a translation to be shown: what matters is that both
written languages arrive at the same form. A few bokmål variants (fremtid, deltagelse) are folded too.
"""


def _pairs(text: str) -> dict[str, str]:
    return dict(pair.split() for pair in text.replace("\n", ",").split(",") if pair.strip())


# Whole words only: function words, irregular verbs and others too short to look for inside a word.
WHOLE = _pairs("""
borna barna, borni barna, ikkje ikke, noko noe, nokon noen, nokre noen, inkje intet, korleis hvordan, kva hva
kven hvem, kvifor hvorfor, kvar hver, kvart hvert, kvarandre hverandre, einannan hverandre, berre bare
meir mer, meire mer, saman sammen, vere være, vera være, verte bli, verta bli, vert blir, verter blir
vart ble, vorte blitt, vore vært, blei ble, vorti blitt, òg også, au også, gjere gjøre, gjera gjøre
gjer gjør, eg jeg, me vi, dykk dere, dykkar deres, dei de, deira deres, ho hun, hennar hennes, mi min, di din
frå fra, ifrå fra, ifra fra, imellom mellom, utan uten, hjå hos, attmed ved, åt til, då da, medan mens
sjølv selv, sjøl selv, sjølve selve, difor derfor, dessutan dessuten, elles ellers, einast eneste
einaste eneste, åleine alene, aleine alene, ein en, eit et, éin en, eitt ett, nokolunde noenlunde, jamt jevnt
stundom iblant, enno ennå, endå ennå, framleis fortsatt, igjennom gjennom, fyrst først, fyrste første
sidan siden, korkje verken, anten enten, truleg trolig, heime hjemme, heim hjem, fleire flere
fleirtal flertall, mykje mye, betre bedre, annan annen, anna annet, same samme, sånn slik, slikt slik
båe begge, gje gi, gjev gir, gjeve gi, gjeva gi, gav ga, seie si, seia si, seier sier, sjå se, sjåast ses
høyre høre, høyra høre, høyrer hører, høyrt hørt, gjekk gikk, teke tatt, tek tar, kome komme, koma komme
kjem kommer, eige eie, eiga egen, eig eier, veit vet, vita vite, kunna kunne, måtta måtte, finna finne
bruka bruke, tru tro, trua troen, trur tror, eigen egen, eigne egne, eigna egnet, ynskje ønske, ynske ønske
ynskjer ønsker, noreg norge, tysdag tirsdag, måndag mandag, laurdag lørdag, sundag søndag, sju syv, tjue tyve
tretti tredve, fyrr før, attom bak, oppå på, nedanfor nedenfor, ovanfor ovenfor, innanfor innenfor
utanfor utenfor, innan innen, seint sent, sein sen, seinare senere, stad sted, staden stedet, stader steder
stadene stedene, stadar steder, stadane stedene, auge øye, auga øynene, augo øynene, hand hånd, handa hånden
bru bro, brua broen, bruer broer, bruene broene, gøy moro, born barn, ungdomar ungdommer
ungdomane ungdommene, veg vei, vegen veien, vegar veier, vegane veiene, søv sover, mogeleg mulig
mogleg mulig, mogelege mulig, moglege mulig, open åpen, opne åpne, opna åpne, opnar åpner, ope åpent
opent åpent, opnare åpnere, meine mene, meiner mener, meina mene, sams felles, samd enig, samde enige
tal tall, tala tallene, talet tallet, veke uke, veka uka, veker uker, vekene ukene, ven venn, venen vennen
vener venner, venene vennene, vennar venner, gard gård, garden gården, gardar gårder, gardane gårdene
verda verden, løn lønn, løna lønnen, val valg, valet valget, vala valgene, einig enig, einige enig
ueinig uenig, ueinige uenig, høve anledning, høvet anledningen, døme eksempel, dømet eksempelet, røyst stemme
sleppe slippe, slepp slipper, sleppa slippe, førebudd forberedt, førebudde forberedt, gagn nytte, vald vold, semje enighet, semja enighet, usemje uenighet, usemja uenighet, eigar eier
eigarar eiere, eigarane eierne, eigaren eieren, rein ren, reine ren, reint ren, tenar tjener, seljar selger
seljarar selgere, seljarane selgerne
""")

# Short roots: only when all that follows is an ending (auk-ar), never inside another word (b-auk-en).
SHORT = _pairs("""
lyft løft, kaffi kaffe
auk øk, draum drøm, straum strøm, raud rød, laup løp, laus løs, høg høy, låg lav, djup dyp, mjuk myk
sjuk syk, heil hel, skul skol, gåv gav, hugs husk, tenkj tenk, søkj søk, styrkj styrk, byggj bygg, leggj legg
følgj følg, merkj merk, tryggj trygg, selj selg, einigheit enighet, semj enighet, usemj uenighet
fridom frihet, von håp, trong behov, løyv tillatelse, vøl vedlikehold, røynsl erfaring, røynd virkelighet
rørsl bevegelse, kjensl følels, ætt slekt, ljos lys, ljod lyd, røyst stemme, soleis slik, heim hjem, aust øst
kyrkj kirk, kyrkje kirke, dugeleg dyktig, dugande dyktig, kvit hvit, kvil hvil, kvess hvess, kviskr hviskr
segj si, jamn jevn, jamleg jevnlig, tøyg tøy, gløym glem, gøym gjem, drøym drøm, strøym strøm, løys løs
skøyt skjøt, køyr kjør, høyr hør, brot brudd, skot skudd, spørj spør, einsl ensom, støn støtt, ljug lyv
truverdig troverdig, grunngje begrunn, grunngjev begrunn, krympe krymp, meistr mestr
""")

# Roots to look for anywhere, so that compounds follow; «^» marks those that are safe only at the start.
ANYWHERE = _pairs("""
nærver nærvær, tilpassing tilpasning, ^ledar leder, oppmoding oppfordring, tilråding anbefaling, ^tilrå anbefal,
^stønad støtte, arbeidsmengd arbeidsmengde, førebuing forberedelse, oppgjer oppgjør, takhøgd takhøyde, utjamn utjevn
leiar leder, ^pleiar pleier, epleiar epleier, rettleiar veileder, vegleiar veileder, rettlei veiled
vegleiing veiledning, rettleiing veiledning, leiing ledelse, ^utleiing utleie, avleiing avledning
innleiing innledning, tilsetjing ansettelse, tilsetting ansettelse, ^tilsett ansatt, ^tilsatt ansatt
nytilsett nyansatt, fasttilsett fastansatt, medarbeidar medarbeider, arbeidar arbeider
arbeidstakar arbeidstaker, takar taker, gjevar giver, gjevande givende, rådgjeving rådgivning
rådgiving rådgivning, lovgjeving lovgivning, oppgåve oppgave, utgåve utgave, innbyggjar innbygger
byggjar bygger, brukar bruker, borgar borger, tryggleik trygghet, kjærleik kjærlighet, storleik størrelse
moglegheit mulighet, mogelegheit mulighet, moglegg mulig, ærlegdom ærlighet, einskap enhet, eining enhet
einsemd ensomhet, einheit enhet, openheit åpenhet, openleik åpenhet, ^opning åpning, opinnskap åpenhet
^openbar åpenbar, heilskap helhet, heilheit helhet, heilskapleg helhetlig, ^heilsam helsom, ^heilt helt
heildøgn heldøgn, ^heiltid heltid, verksemd virksomhet, verksam virksom, verkeleg virkelig, verkemid virkemid
verknad virkning, medverknad medvirkning, påverknad påvirkning, påverk påvirk, medverk medvirk
samverk samvirk, tenest tjenest, tenesteyt tjenesteyt, utviklar utvikler, avgjerd beslutning
avgjersl beslutning, avgjerdstak beslutningstak, føremål formål, føresetnad forutsetning
føreseieleg forutsigbar, føreseileg forutsigbar, føreseie forutsi, føresegn bestemmelse, førebu forbered
førebygg forebygg, førebyggj forebygg, føredøme forbilde, førebilete forbilde, førebils foreløpig
føregang foregang, førestill forestill, førestilling forestilling, førespurnad forespørsel
etterspurnad etterspørsel, forståing forståelse, oppleving opplevelse, hending hendelse, handsam behandl
handsaming behandling, sakshandsamar saksbehandler, saksbehandlar saksbehandler, handsamar behandler
kjensle følelse, kjensler følelser, sjølvkjensle selvfølelse, fellesskapskjensle fellesskapsfølelse
sjølv selv, sjølvstende selvstendighet, sjølvtillit selvtillit, meirverdi merverdi, meirbruk merbruk
fleirtal flertall, fleirfagleg flerfaglig, tverrfagleg tverrfaglig, fleirkultur flerkultur
mindretal mindretall, mangfald mangfold, hald hold, innhald innhold, haldning holdning, tilhøve forhold
tilhøyr tilhør, tilhøyrsle tilhørighet, oppfølgjing oppfølging, oppfylging oppfølging, følgje følge
fylgje følge, fylgjer følger, tenkje tenke, tenkjing tenking, tenkning tenking, merkje merke, styrkje styrke
søkjar søker, søkje søke, byggje bygge, tryggje trygge, leggje legge, liggje ligge, ønskje ønske
ynskje ønske, tilretteleggj tilrettelegg, planleggj planlegg, planleggjing planlegging, leggjing legging
byggjing bygging, søkjing søking, løysing løsning, oppløysing oppløsning, løysar løser, gløymsk glemsk
forbetr forbedr, betring bedring, forbetring forbedring, fornying fornyelse, skapar skaper
deltaking deltakelse, deltagelse deltakelse, deltagende deltakende, deltakande deltakende, deltager deltaker
mottager mottaker, arbeidstager arbeidstaker, beslutningstager beslutningstaker, ivaretaking ivaretakelse
ivaretagelse ivaretakelse, vidareføring videreføring, vidareutvik videreutvik, vidare videre
utdaning utdanning, skule skole, barneskule barneskole, høgskule høyskole, høgskole høyskole, høgre høyre
høgd høyde, ^høgt høyt, sjukehus sykehus, sjukehaus sykehus, sjukeheim sykehjem, sjukemeld sykmeld
sykemeld sykmeld, sjukmeld sykmeld, sjukefråver sykefravær, fråver fravær, sjukdom sykdom, sjukleg sykelig
aldersheim aldershjem, omsorgsheim omsorgshjem, heimesjuk hjemmesyk, heimeteneste hjemmetjeneste
heimetenest hjemmetjenest, ^heime hjemme, ungdomsskule ungdomsskole, brubyggjar brobygger, brubygg brobygg
^løns lønns, vaksen voksen, vaksne voksne, kvardag hverdag, kvarandre hverandre, einkvan enhver
kvitvask hvitvask, omdøme omdømme, truverd troverd, truverdig troverdig, truskap troskap, tiltru tiltro
^uvisse uvisshet, uvissheit uvisshet, vissheit visshet, medvit bevissthet, medviten bevisst, medvitne bevisst
umedviten ubevisst, sjølvmedvit selvbevissthet, bevisstheit bevissthet, merksemd oppmerksomhet
oppmerksam oppmerksom, merksam oppmerksom, varsemd forsiktighet, varsam varsom, hjelpsemd hjelpsomhet
verdsetj verdsett, verdsetjing verdsetting, verdsetjast verdsettes, verdigheit verdighet, verdskap verdighet
målsetj målsett, målsetjing målsetting, setjing setting, ansvarleg ansvarlig, ansvarleggjer ansvarliggjør
gjering gjøring, tilgjengeleg tilgjengelig, skilnad forskjell, ulikskap ulikhet
likskap likhet, urettvis urettferdig, rettvis rettferdig, løyndom hemmelighet, løynd hemmelig
spurnad spørring, spursmål spørsmål, røyndom virkelighet, røyndomsnær virkelighetsnær, rekneskap regnskap
rekning regning, berekn beregn, ^rekne regne, utrekning utregning, løyving bevilgning, løyve tillatelse
tilskot tilskudd, underskot underskudd, overskot overskudd, tilbod tilbud, bodskap budskap, påbod påbud
forbod forbud, samband forbindelse, samanheng sammenheng, samansetj sammensett, samansett sammensatt
samanlikn sammenlign, samanslå sammenslå, samanslutning sammenslutning, ^saman sammen, samspel samspill
medspel medspill, spelar spiller, speler spiller, motspel motspill, ^spel spill, spelereg spillereg
spelerom spillerom, lyttande lyttende, inkluderande inkluderende, løysingsorientert løsningsorientert
utanfrå utenfra, innanfrå innenfra, utanforskap utenforskap, utafor utenfor, innafor innenfor
folkevald folkevalgt, valfri valgfri, røysting avstemning, ordførar ordfører, førar fører
politikar politiker, forskar forsker, lærar lærer, teknikar tekniker, kritikar kritiker, kunstnar kunstner
trenar trener, tillitsvald tillitsvalgt, verneombod verneombud, ombod ombud, eigarskap eierskap
eigedom eiendom, eigarforhold eierforhold, eigarstyr eierstyr, eigendel eiendel, eigenskap egenskap
eigenart egenart, deleigar deleier, berekraft bærekraft, berekraftig bærekraftig, jamstill likestill
jamvekt balanse, jamlik jevnlik, jamføring sammenligning, jamføre sammenligne, ^jamn jevn
tydeleggjer tydeliggjør, naudsynt nødvendig, naud nød, turvande nødvendig, viktigheit viktighet
ringverknad ringvirkning, ufordring utfordring, vanskar vansker, krevjande krevende, krevje kreve
oppseiing oppsigelse, utsegn utsagn, seiemåte talemåte, framlegg forslag, framsteg framskritt
rørsle bevegelse, røyrsle bevegelse, byrjing begynnelse, byrj begynn, ^byrje begynne, røynsle erfaring
dugleik dyktighet, ferdigheit ferdighet, ferdigleik ferdighet, tolmod tålmodighet, tolmodig tålmodig
tålmodigheit tålmodighet, uthald utholdenhet, nyfiken nysgjerrig, nyfikne nysgjerrig, forvitne nysgjerrighet
forviten nysgjerrig, nysgjerrigheit nysgjerrighet, trivnad trivsel, gledeleg gledelig, lukkeleg lykkelig
fredeleg fredelig, venleg vennlig, vennleg vennlig, venskap vennskap, mistru mistro, ueinigheit uenighet
einigheit enighet, einig enig, eintydig entydig, einsidig ensidig, einskild enkelt
enkeltståande enkeltstående, einsarta ensartet, einsarted ensartet, ståande stående
frivilligheit frivillighet, friviljug frivillig, frivilljug frivillig, viljug villig, uviljug uvillig
nøgd fornøyd, misnøgd misfornøyd, utolmodig utålmodig, krenkjing krenking, audmjuk ydmyk, audmykt ydmykhet
audmjukskap ydmykhet, heider heder, heiderleg hederlig, vørdnad respekt, medkjensle medfølelse
medmenneskeleg medmenneskelig, hjarte hjerte, hjartevarm hjertevarm, hjarteleg hjertelig, draumar drømmer
draumen drømmen, straumlinj strømlinj, augneblink øyeblikk, augneblikk øyeblikk, fyrebils foreløpig
sanning sannhet, sjåast ses, oversyn oversikt, langsiktigheit langsiktighet, stundleg stadig, bilete bilde
målbilete målbilde, teikn tegn, avteikn avtegn, kjenneteikn kjennetegn, nemning betegnelse, utnemn utnevn
nemne nevne, samnemnar fellesnevner, namn navn, stemne stevne, jamnleg jevnlig, framand fremmed
innvandrar innvandrer, busetj bosett, busetjing bosetting, busetting bosetting, bustad bolig
bueining boenhet, arbeidsstad arbeidssted, grunnskule grunnskole, stadleg stedlig, nærleik nærhet
eigenvurdering egenvurdering, ytringsfridom ytringsfrihet, fridom frihet, handlingsfridom handlingsfrihet
handlefridom handlefrihet, sjølvråderett selvråderett, datatryggleik datatrygghet, mellombels midlertidig
etterleving etterlevelse, oppnåing oppnåelse, måloppnåing måloppnåelse, tillating tillatelse
anerkjenning anerkjennelse, vedkjenning vedkjennelse, attendemelding tilbakemelding, attende tilbake
attgjeving gjengivelse, gjensidigheit gjensidighet, innverknad innvirkning, innleving innlevelse
utnytting utnyttelse, utføring utførelse, varigheit varighet, verdsomspenn verdensomspenn, røter røtter
^laus løs, lauseleg løselig, grenselaus grenseløs, planlaus planløs, målretta målrettet, meining mening
meiningsfull meningsfull, meisterskap mesterskap, meistring mestring, meistre mestre, meister mester
foreining forening, sameining forening, tilhald tilhold, eigar eier, utleigar utleier, seljar selger
kjøpar kjøper, tevl konkurr, tevling konkurranse, framhald fortsettelse, hugs husk, minnast minnes
""")
