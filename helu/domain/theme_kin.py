"""Words that working life and public service in Norway use about the same thing, and words that say little alone.

A small thesaurus, bokmål only (nynorsk is folded first), written subject by subject from knowledge of the
language. One word may stand in several families. It only draws cards nearer to each other: two cards that
share a family are less alike than two that share a word.
"""


def words_in(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Families are divided by «;». The first word is only a name for the family.
_FAMILIES = """
samarbeid samhandling samhandle samkjørt samkjøre samordne samordning samspill samvirke sammen lagarbeid lagånd team
teamarbeid koordinere koordinering tverrfaglig tverrfaglighet tverrsektoriell tvers nettverk partnerskap samskaping
medspiller lagspiller samarbeidspartner samlokalisering allianse interkommunal nabokommune regional
; fellesskap felles sammen samhold lagfølelse lagånd tilhørighet samlet samlende inkludere inkluderende inkludering
vi-følelse lojal lojalitet solidaritet
; helhet helhetlig enhetlig sammenheng samkjørt samlet ensartet helhetstenkning sammenhengende rød-tråd
; retning visjon mål målbilde målsetting strategi strategisk ståsted hensikt formål mening veivalg framtid målrettet
målstyring samfunnsoppdrag oppdrag ambisjon måloppnåelse langsiktig
; prioritere prioritering velge fokusere fokus valg viktigst satsing satse lovpålagt kjerneoppgave vektlegge nedprioritere
lovkrav siling rangere
; plattform grunnlag fundament grunnmur grunnplanke ståsted
; verktøy metode metodikk redskap hjelpemiddel utstyr mal rutine maler verktøykasse teknikk prosedyre sjekkliste
; verdi holdning etikk moral verdigrunnlag verdibasert grunnsyn prinsipp integritet
; forståelse forstå innsikt enighet begripe forståelsesfull virkelighetsforståelse
; leder ledelse lederskap lederrolle lederutvikling sjef styring rollemodell forbilde toppleder mellomleder lederteam
ledergruppe avdelingsleder enhetsleder rektor styrer kommunedirektør rådmann førstelinjeleder lede
; trygg trygghet tillit utrygg selvtillit mestring tillitsfull stole tillitsbasert tillitsvekkende fortrolig betrygge
; modig tørre våge dristig handlekraft handlingskraft selvstendig handlekraftig modighet stå-i risikovilje
; raus raushet romslig generøs sjenerøs takhøyde tolerant toleranse storsinnet
; ydmyk ydmykhet respekt respektere respektfull aksept akseptere høflig høflighet anstendig folkeskikk
; nysgjerrig nysgjerrighet undre undring spørre spørrende spørsmål interesse interessert utforske utforskende lærevillig
søke råd
; positiv positivitet optimisme optimistisk energi entusiasme glede smil begeistring begeistre pågangsmot
; åpen åpenhet transparent transparens ærlig ærlighet oppriktig gjennomsiktig innsyn åpenhjertig
; lytte høre lyttende oppmerksom oppmerksomhet
; medarbeider ansatt kollega personale personell arbeidstaker folk mannskap stab arbeidskamerat medarbeiderskap
; trives trivsel arbeidsglede arbeidsmiljø tilfreds fornøyd humor moro motivasjon motivere motivert inspirere
inspirasjon inspirert sosial lunsj blomstre engasjert engasjement jobbglede miljø psykososial velvære samvær
julebord fest firmatur blåtur arbeidskultur medarbeidertilfredshet konflikt mobbing trakassering
; konflikt krangle mobbing baksnakke baksnakking uenighet uvennskap ryktespredning trakassering konflikthåndtering
klikk intrige utestenge varsling
; ros anerkjennelse anerkjenne skryt skryte verdsette verdsettelse applaus takk sett heie heiing framsnakke
oppmuntre oppmuntring belønne belønning feire tilbakemelding
; endring endre omstilling omstille endringsvilje endringskraft fornye fornyelse innovasjon innovativ nyskaping
nytenkning nytenkende kreativ kreativitet endringsevne tilpasse utfordring utviklingsorientert eksperimentere pilot
; ide idé forslag innspill kreativ tanke påfunn
; dele deling delingskultur spre utveksle formidle videreformidle viderebringe
; erfaring erfare opplevelse praksis lærdom
; refleksjon reflektere ettertanke tenke evaluere evaluering
; kompetanse kompetent kunnskap kunne ferdighet fag faglig fagkunnskap opplæring opplære kurse utdanning kurs
videreutdanning etterutdanning læring lære kompetanseheving kompetanseutvikling veiledning veilede profesjonell lærling
ekspertise fagutvikling hospitering hospitere fagdag spesialist mentor fadderordning sertifisering kollegaveiledning
; relevans relevant nyttig nytte nytteverdi anvendelig praktisk hverdagsnær overføringsverdi konkret meningsfull
; delta deltakelse deltaker aktiv bidra bidrag medvirke medvirkning involvere involvering engasjere tilstede
tilstedeværelse tilstedeværende oppmøte nærvær nærværende medbestemmelse påvirke høring innspill samskaping
; kommunikasjon kommunisere informasjon informere dialog samtale snakke prate budskap beskjed melde
intranett nyhetsbrev infoskriv informasjonsflyt medarbeidersamtale
; formidle kommunisere videreformidle fortelle informere bringe spre videreføre
; tydelig tydelighet klar klarhet avklare avklaring tydeliggjøre rolleavklaring ansvarsavklaring rolle ramme forventning
mandat ansvarsfordeling forventningsavklaring rolleforståelse stillingsbeskrivelse arbeidsdeling grensesetting
; relasjon tilknytning nær nærhet bånd kjennskap relasjonsbygging relasjonell omtanke omsorgsfull empati
; lojal lojalitet støtte støttende backe backing hjelpe hjelp hjelpsom ryggdekning
; ansvar ansvarlig ansvarlighet eierskap ansvarsfølelse plikt forpliktelse forplikte forankring
; rekruttere rekruttering beholde ansette ansettelse tiltrekke nyansatt turnover jobbsøker stilling søker omdømme
stillingsannonse utlysning introduksjon onboarding sluttsamtale bolystnad
; omdømme rykte profilering synlighet merkevare stolthet stolt
; beslutning beslutte vedtak vedta konkludere konklusjon avgjøre enes bestemme enighet avgjørelse beslutningsprosess
; oppfølging følge gjennomføre gjennomføring etterleve iverksette handling handle måloppnåelse etterlevelse etterprøve
; referat protokoll notat møtereferat logg aksjonspunkt
; møte møtekultur møteplan møtestruktur møteledelse møteleder samling forum konferanse teamsmøte personalmøte
avdelingsmøte ledermøte fellesmøte
; agenda saksliste sakliste dagsorden innkalling sakspapir møteinnkalling saksdokument program sakskart saksframlegg
; presis punktlig klokke forsinket forsinkelse tidsramme starte begynne slutte tidsfrist frist tid tidsskjema sen
klokkeslett varighet minutt overholde tidsbruk tidsstyring
; kort kutte redusere mindre lengde begrense fjerne droppe skjære avlyse møtefri
; taletid ord runde stemme ytring ytre meningsutveksling meningsbrytning avbryte takhøyde snakke ordstyrer
taletrengt dominere bordrunde lytte høre
; mobil mobiltelefon telefon pc skjerm epost mail varsling datamaskin nettbrett skjermfri laptop notifikasjon
; forberede forberedt forberedelse forhånd planlegge planlegging
; sykefravær fravær sykmeldt sykmelding syk fraværsoppfølging korttidsfravær langtidsfravær egenmelding arbeidsgiverperiode
sykmelde sykdom dialogmøte oppfølgingsplan fraværssamtale nav fastlege friskmelde
; tilrettelegge tilrettelegging tilrettelagt gradert omplassering seniortiltak fleksibel fleksibilitet tilpasset tilpasning
gravid senior livsfase livsfasepolitikk funksjonshemmet universell
; bemanning grunnbemanning turnus vikar vakt arbeidstid heltid deltid arbeidspress arbeidsbelastning overtid stress
arbeidsmengde tidspress hvile underbemanning ressurs bemanne helg pause slitasje vaktplan ferievikar heltidskultur
bemanningsbyrå innleie kapasitet belastning travel heltidsstilling
; helse forebygge forebygging helsefremmende trening trene fysisk mosjon gåtur ergonomi forflytning aktivitet
belastningsskade skade livsstil psykisk vaksine folkehelse kosthold røyk søvn frisklivssentral rus ernæring
rehabilitering hverdagsrehabilitering
; forebygge forebygging oppdage innsats forebyggende
; sikkerhet hms vern avvik verneombud ulykke beredskap verneutstyr brannvern risiko trussel vold kriseplan
vernerunde risikovurdering kriseberedskap
; lege fastlege sykehus legevakt sykepleier helsetjeneste nav bedriftshelsetjeneste tannlege helsestasjon jordmor
; eldre sykehjem hjemmetjeneste omsorg omsorgsbolig hjemmesykepleie demens pleie hjemmebesøk besøkstjeneste
hverdagsrehabilitering aldersvennlig pensjonist dagsenter trygghetsalarm hjemmehjelp eldreomsorg institusjon
; barn barnehage skole elev ungdom unge oppvekst sfo barnevern familie foreldre skolemiljø lærer ungdomsskole
barneskole leirskole skolevei lekeplass klasse klasserom barnehagelærer spesialundervisning ppt helsesykepleier
; frivillig frivillighet frivilligsentral lag forening dugnad pårørende ildsjel idrettslag velforening besøksvenn
sanitetsforening
; innbygger bruker brukermedvirkning publikum borger kunde pasient beboer brukerråd innbyggerdialog folkemøte
innbyggerundersøkelse servicetorg brukerorientert
; tjeneste tjenestekvalitet kvalitet tjenestetilbud tilbud service serviceinnstilt kvalitetssikring tilgjengelig
; digital digitalisere digitalisering velferdsteknologi teknologi data datasystem it ikt programvare automatisere
automatisering robot sensor app skjema nettside kunstig-intelligens intelligens selvbetjening chatbot fagsystem
innlogging datasikkerhet personvern algoritme nettløsning datadeling videokonferanse
; bygg bygning lokale eiendom bolig areal skolebygg vedlikehold kontor rom møterom strøm energi energisparing
oppussing utleie leie strømutgift anlegg bygningsmasse rådhus oppvarming ventilasjon solcelle inneklima
; økonomi budsjett penger kostnad utgift spare sparing innsparing kutte kutt nedskjæring skatt eiendomsskatt
avgift inntekt gebyr innkjøp anbud innkjøpsavtale regnskap økonomistyring effektivisere effektivitet effektiv
budsjettdisiplin tilskudd gjeld lån investering rammetilskudd egenandel
; lønn betaling godtgjørelse tillegg lønnsnivå lønnsoppgjør bonus pensjon betingelse lønnsutvikling
; kommune nabokommune interkommunal kommunesammenslåing region regional fylke kommunesamarbeid vertskommune
; politiker politisk folkevalgt kommunestyre ordfører formannskap utvalg politikk opposisjon parti
; klima miljøvern bærekraft bærekraftig natur utslipp gjenbruk grønn klimautslipp sykle kildesortering resirkulering
elbil kollektivtransport flom naturmangfold matsvinn klimatilpasning
; trafikk vei buss sykkelvei parkering transport fortau kollektiv veilys fartsgrense trafikksikkerhet gangvei rushtid
kollektivtilbud bom brøyting
; næring næringsliv bedrift næringsutvikling landbruk reiseliv turisme gründer industri handel sentrum næringsareal
butikk havn
; kultur kulturliv idrett bibliotek kunst konsert fritid fritidsklubb kulturhus festival kino museum kulturskole
turløype svømmehall møteplass idrettshall friluftsliv
; integrering innvandrer flyktning språk mangfold likestilling inkludering kulturforståelse norskopplæring
bosetting minoritet diskriminering introduksjonsprogram språkkafe
; vann avløp renovasjon søppel vannledning kloakk drikkevann vannverk
; byråkrati skjemavelde regel lov rapportering dokumentasjon forenkle forenkling papirarbeid saksbehandling krav
dobbeltarbeid tidstyv rutine saksbehandlingstid
; organisasjon virksomhet enhet avdeling etat sektor struktur organisering silo nivå hierarki organisasjonskart
; profesjonell seriøs seriøsitet profesjonalitet likebehandling rettferdig rettferdighet lik
; stabil stabilitet ro robust varig forutsigbar forutsigbarhet kontinuitet
; plan planverk årshjul årsplan handlingsplan tiltaksplan framdriftsplan planarbeid virksomhetsplan arealplan
"""

# What leaders speak of in nearly every answer, then what is said about almost anything, then what says nothing.
_COMMON = """
leder ledelse lederskap medarbeider ansatt felles program samling opplæring møte tid folk dele tydelig system
"""
_PALE = """
god bedre best bra felles mer mindre mye flere stor liten ny viktig viktigst riktig rett egen ulik lik like hel alle
andre samme bruke bruk jobbe jobb arbeid arbeide utvikle utvikling skape bidra måte nå sted del sak dag
uke år kommune kommunal organisasjon virksomhet arbeidsplass avdeling enhet mulig nødvendig høy lav sterk rask
hverdag arbeidshverdag vise tenke mene synes ønske trenge behov sørge legge sette holde finne løse lage drive følge
gang mellom tidlig tett nok hver evne kunne tilby område nivå
"""
_BLANK = """
få gjøre gi ta gå komme si se vite ikke uten bli være ha må kan skal vil la noe noen mange ting forhold grad forbindelse
heller samt også både etter før under over ved via per pr osv ol mm inn ut opp ned bort fram frem igjen siden litt
ganske så for til hva hvor hvordan hvorfor hvem når slik bør enda ennå alltid aldri innen innenfor utenfor gjennom
rundt omkring langs tilbake videre derfor dermed imidlertid altså egentlig faktisk første sist siste neste helst
kanskje dette denne disse selv eneste bare en to tre fire fem seks sju åtte ni ti prøve
"""

# Several words that are one, and the word they are. Verbs and particles in general are read by rule.
_IDIOMS = """
til stede: tilstede; til rette legge: tilrettelegge; legge til rette: tilrettelegge; lagt til rette: tilrettelegge
; komme til orde: taletid; slippe til: taletid; få ordet: taletid; ta ordet: taletid; si ifra: ytring; si fra: ytring
; si meningen: ytring; bli kjent: kjennskap; ta vare på: ivareta; ta ansvar: ansvar; holde tiden: presis
; holde tid: presis; komme for sent: presis; for sent: presis; tid nok: tidspress; dårlig tid: tidspress
; tar vare på: ivareta; stille opp: støtte; gi ros: ros; ta opp: ytring; høre på: lytte; å høre: lytte
; være enige: enighet; bli enige: enighet; stå sammen: samhold; spille hverandre: samspill; gjøre hverandre: samspill
; bruke hverandre: samarbeid; hjelpe hverandre: samarbeid; på tvers: tvers; bak ryggen: baksnakke
; kunstig intelligens: kunstig-intelligens; sosiale medier: mobil; psykisk helse: psykisk; sunt miljø: arbeidsmiljø
; tidlig innsats: forebygge; gå foran: forbilde; godt humør: humor; ha det gøy: humor; færre: redusere; færrest: redusere
; flere hender: bemanning; flere folk: bemanning; nok folk: bemanning
"""

# Particles that stand before the verb in the noun made of it.
PARTICLES = words_in("opp inn ut fram ned over sammen av på til ved")

# Nouns that phones and haste set apart from what they belong to: «leder rolle», «rolle avklaring».
FIRST_PARTS = words_in("""
leder leiar kommune rolle grunn gruppe prosjekt team kultur skole barne helse budsjett ansvars
""")


def _idioms(text: str) -> dict[str, str]:
    entries = (entry.partition(":") for entry in text.replace("\n", " ").split(";") if entry.strip())
    return {idiom.strip(): word.strip() for idiom, _colon, word in entries}


FAMILIES: tuple[tuple[str, ...], ...] = tuple(tuple(family.split()) for family in _FAMILIES.split(";"))
IDIOMS = _idioms(_IDIOMS)
COMMON = words_in(_COMMON)
PALE = words_in(_PALE)
BLANK = words_in(_BLANK)
