"""Words that working life and public service in Norway use about the same thing, and words that say little alone.

A small thesaurus, bokmål only (nynorsk is folded first), written subject by subject from knowledge of the
language. One word may stand in several families. It only draws cards nearer to each other: two cards that
share a family are less alike than two that share a word.
"""

# Families are divided by «;». The first word is only a name for the family.
_FAMILIES = """
samarbeid samarbeide samhandling samhandle samkjørt samkjøre samordne samordning samspill samvirke sammen lagarbeid
teamarbeid koordinere koordinering tverrfaglig tverrfaglighet tverrsektoriell tvers nettverk partnerskap samskaping
; fellesskap felles sammen samhold lagfølelse tilhørighet samlet samlende inkludere inkluderende inkludering vi-følelse
; helhet helhetlig enhetlig sammenheng samkjørt samlet ensartet system
; retning visjon kurs mål målbilde målsetting strategi strategisk ståsted hensikt formål mening veivalg
; prioritere prioritering prioriteringer velge fokusere fokus valg først viktigst satsing satse lovpålagt
; plattform grunnlag fundament grunnmur plattformen grunnplanke ståsted
; verktøy metode metodikk redskap hjelpemiddel utstyr mal rutine maler system verktøykasse teknikk
; verdi holdning etikk moral verdigrunnlag verdibasert grunnsyn prinsipp
; forståelse forstå innsikt enighet enig begripe
; leder ledelse lederskap lederrolle lederutvikling sjef styring rollemodell forbilde toppleder mellomleder lederteam
; trygg trygghet tillit trygge utrygg selvtillit mestring psykologisk tillitsfull stole
; modig mot tørre våge dristig handlekraft handlingskraft selvstendig handlekraftig modighet
; raus raushet romslig generøs sjenerøs takhøyde tolerant toleranse
; ydmyk ydmykhet respekt respektere respektfull aksept akseptere
; nysgjerrig nysgjerrighet undre undring spørre spørrende spørsmål interesse interessert utforske utforskende
; positiv positivitet optimisme optimistisk energi entusiasme glede godt-humør smil begeistring begeistre
; åpen åpenhet transparent transparens ærlig ærlighet oppriktig gjennomsiktig innsyn
; lytte høre lyttende oppmerksom oppmerksomhet
; medarbeider ansatt kollega personale personell arbeidstaker folk mannskap stab personalet arbeidskamerat
; trives trivsel arbeidsglede arbeidsmiljø tilfreds fornøyd humor gøy moro motivasjon motivere motivert inspirere
inspirasjon inspirert sosial lunsj blomstre engasjert engasjement jobbglede miljø psykososial
; konflikt krangle mobbing baksnakke baksnakking uenighet uenig uvennskap ryktespredning trakassering
; ros anerkjennelse anerkjenne skryt skryte verdsette verdsettelse applaus takk sett heie heiing framsnakke
; endring endre omstilling omstille endringsvilje endringskraft fornye fornyelse innovasjon innovativ nyskaping
nytenkning nytenkende kreativ kreativitet endringsevne tilpasse tilpasning utfordring
; dele deling delingskultur spre utveksle formidle videreformidle viderebringe
; erfaring erfare opplevelse praksis læring lærdom
; refleksjon reflektere ettertanke tenke tanke refleksjonar evaluere evaluering
; kompetanse kompetent kunnskap kunne ferdighet fag faglig fagkunnskap opplæring opplære kurs kurse utdanning
videreutdanning etterutdanning læring lære kompetanseheving kompetanseutvikling veiledning veilede opplæringen profesjonell
; relevans relevant nyttig nytte nytteverdi anvendelig praktisk hverdagsnær overføringsverdi konkret
; delta deltakelse deltaker aktiv bidra bidrag medvirke medvirkning involvere involvering engasjere tilstede
tilstedeværelse tilstedeværende oppmøte nærvær nærværende stede
; kommunikasjon kommunisere informasjon informere dialog samtale snakke prate budskap beskjed tydelig melde
; formidle kommunisere videreformidle fortelle informere bringe spre
; tydelig tydelighet klar klarhet avklare avklaring tydeliggjøre rolleavklaring ansvarsavklaring rolle ramme forventning
; relasjon relasjoner tilknytning nær nærhet bånd kjennskap bli-kjent
; lojal lojalitet støtte støttende backe backing stille-opp hjelpe hjelp hjelpsom ryggdekning
; ansvar ansvarlig ansvarlighet eierskap ansvarsfølelse plikt forpliktelse forplikte
; rekruttere rekruttering beholde ansette ansettelse tiltrekke nyansatt turnover jobbsøker stilling søker omdømme
; omdømme rykte profilering synlighet merkevare stolthet stolt
; beslutning beslutte vedtak vedta konkludere konklusjon avgjøre enes bestemme avtale avtalt enighet
; oppfølging følge gjennomføre gjennomføring etterleve iverksette handling handle måloppnåelse etterlevelse
; referat protokoll notat møtereferat logg
; møte møtekultur møteplan møtestruktur møteledelse møteleder samling forum konferanse teamsmøte
; agenda saksliste sakliste dagsorden innkalling sakspapir møteplan møteinnkalling saksdokument program sakskart
; presis tidsnok punktlig klokke forsinket forsinkelse tidsramme oppmøte starte begynne slutte tidsfrist frist tid
; kort kortere få færre kutte redusere mindre lengde begrense fjerne droppe skjære
; orde taletid ordet runde runden stemme ytre ytring meningsutveksling meningsbrytning avbryte takhøyde snakke
; mobil mobiltelefon telefon pc skjerm epost e-post mail varsling datamaskin nettbrett skjermfri laptop sosiale-medier
; forberede forberedt forberedelse forhånd planlegge planlegging
; sykefravær fravær sykmeldt sykmelding sykemelding syk fraværsoppfølging korttidsfravær langtidsfravær egenmelding
sykmelde sykdom dialogmøte oppfølgingsplan
; tilrettelegge tilrettelegging tilrettelagt gradert omplassering seniortiltak fleksibel fleksibilitet tilpasset
hjelpemiddel gravid
; bemanning grunnbemanning turnus vikar vakt arbeidstid heltid deltid arbeidspress arbeidsbelastning overtid stress
arbeidsmengde tidspress hvile underbemanning ressurs bemanne helg pause slitasje
; helse forebygge forebygging helsefremmende trening trene fysisk mosjon gåtur aktivitet ergonomi forflytning
belastningsskade skade livsstil psykisk vaksine folkehelse kosthold røyk søvn
; sikkerhet hms vern avvik verneombud ulykke beredskap verneutstyr brannvern risiko trussel vold
; lege fastlege sykehus legevakt sykepleier helsetjeneste nav bedriftshelsetjeneste
; eldre sykehjem hjemmetjeneste omsorg omsorgsbolig hjemmesykepleie demens pleie hjemmebesøk besøkstjeneste
hverdagsrehabilitering aldersvennlig pensjonist
; barn barnehage skole elev ungdom unge oppvekst sfo barnevern familie foreldre skolemiljø lærer
; frivillig frivillighet frivilligsentral lag forening dugnad pårørende ildsjel idrettslag ressursperson
; innbygger bruker brukermedvirkning publikum borger kunde bruker-orientert pasient beboer
; tjeneste tjenestekvalitet kvalitet tjenestetilbud tilbud service serviceinnstilt
; digital digitalisere digitalisering velferdsteknologi teknologi data datasystem it ikt programvare automatisere
automatisering robot sensor app skjema nettside kunstig-intelligens intelligens selvbetjening chatbot fagsystem
; bygg bygning lokale eiendom bolig areal skolebygg vedlikehold kontor rom møterom strøm energi energisparing
oppussing utleie leie straum strømutgift anlegg
; økonomi budsjett penger kostnad kostnader utgift spare sparing innsparing kutte kutt nedskjæring skatt eiendomsskatt
avgift inntekt gebyr innkjøp anbud innkjøpsavtale regnskap økonomistyring effektivisere effektivitet effektiv
; lønn betaling godtgjørelse tillegg lønnsnivå lønnsoppgjør bonus pensjon betingelse
; kommune nabokommune interkommunal kommunesammenslåing region regional fylke kommunesamarbeid
; politiker politisk folkevalgt kommunestyre ordfører formannskap utvalg politikk
; innsats tiltak tidlig-innsats
; klima miljøvern bærekraft bærekraftig natur utslipp gjenbruk grønn klimautslipp sykle kildesortering resirkulering
elbil kollektivtransport flom
; trafikk vei buss sykkelvei gange parkering transport fortau kollektiv veilys
; næring næringsliv arbeidsplass bedrift næringsutvikling landbruk reiseliv turisme gründer industri handel sentrum
; kultur kulturliv idrett bibliotek kunst konsert fritid fritidsklubb kulturhus festival kino museum
; integrering innvandrer flyktning språk mangfold likestilling inkludering kulturforståelse norskopplæring
; vann avløp renovasjon søppel vannledning kloakk drikkevann
; byråkrati skjemavelde regel lov rapportering dokumentasjon forenkle forenkling papirarbeid saksbehandling krav
; organisasjon virksomhet enhet avdeling etat sektor struktur organisering silo nivå
; profesjonell seriøs seriøsitet profesjonalitet likebehandling rettferdig rettferdighet
; stabil stabilitet ro robust varig forutsigbar forutsigbarhet kontinuitet
; plan planverk årshjul årsplan handlingsplan tiltaksplan framdriftsplan planarbeid
"""

# Said about almost anything; they still count, but little. The second list says even less.
_PALE = """
god bedre best bra felles mer mindre mye flere få stor liten ny viktig viktigst riktig rett egen ulik lik like hel alle
andre samme bruke bruk jobbe jobb arbeid arbeide utvikle utvikling skape bidra dele få tid måte nå sted del sak dag
uke år kommune kommunal organisasjon virksomhet arbeidsplass avdeling enhet mulig nødvendig høy lav sterk rask
hverdag arbeidshverdag vise tenke mene syns synes ønske trenge behov behøve sørge legge sette holde finne løse lage drive følge
møte gang mellom tidlig tettere tett nok hver folk program samling opplæring positiv evne kunne tilby system hverandre
"""
_BLANK = """
gjøre gi ta gå komme si se vite ikke uten bli være ha må kan skal vil la noe noen mange ting forhold grad forbindelse
sammen heller samt også både etter før under over ved via per pr osv f.eks ol m.m mot inn ut opp ned bort fram
frem igjen siden litt ganske så for til stede hva hvor hvordan hvorfor hvem når slik bør få-til enda ennå alltid aldri
innen innenfor utenfor gjennom rundt omkring langs tilbake videre derfor dermed imidlertid altså egentlig faktisk
første sist siste neste helst kanskje dette denne disse selv eneste bare en to tre fire fem seks sju åtte ni ti
"""

FAMILIES: tuple[tuple[str, ...], ...] = tuple(tuple(family.split()) for family in _FAMILIES.split(";"))
PALE = frozenset(_PALE.split())
BLANK = frozenset(_BLANK.split())
