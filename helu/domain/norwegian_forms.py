"""Lists the stemmer needs: nouns for who does it, irregular words, and words that only look inflected."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _paradigms(text: str) -> dict[str, str]:
    """«lemma: form form; lemma: form» as form -> lemma, each lemma leading to itself."""
    known: dict[str, str] = {}
    for entry in text.replace("\n", " ").split(";"):
        lemma, _colon, forms = entry.partition(":")
        if lemma.strip():
            known |= dict.fromkeys([lemma.strip(), *forms.split()], lemma.strip())
    return known


def _syncopated(text: str) -> dict[str, str]:
    """Words that drop a vowel when inflected (regel, regler), written «long short»."""
    known: dict[str, str] = {}
    for pair in text.strip().replace("\n", ",").split(","):
        long, short = pair.split()
        known |= {long + ending: long for ending in ("", "en", "et", "t", "s", "ene", "ens", "ets")}
        endings = ("e", "er", "ar", "ene", "ane", "a", "ere", "are", "est", "este", "ast", "aste")
        known |= {short + ending: long for ending in endings}
    return known


def _adjectives(text: str) -> dict[str, str]:
    """All degrees of short adjectives, of which a neuter -t cannot be told from a noun's (kontakt, makt)."""
    known: dict[str, str] = {}
    for base in text.split():
        neuter = base[:-1] + "t" if base[-1] == base[-2] else base + "t"
        endings = ("e", "ere", "est", "este", "are", "ast", "aste")
        known |= dict.fromkeys([base, neuter, *(base + ending for ending in endings)], base)
    return known


# «leder» is both a person and what the person does; these are read as the person, also in compounds.
AGENTS = _words("""
leder lærer giver taker bruker borger medarbeider sosialarbeider fagarbeider helsearbeider miljøarbeider
ungdomsarbeider kulturarbeider barnevernsarbeider feltarbeider innbygger brobygger brubygger lagbygger
kulturbygger teambygger behandler forsker pleier medhjelper medspiller motspiller lagspiller fotballspiller
ordfører saksfører sjåfør verdiskaper nyskaper kulturskaper medskaper gründer partner pådriver
tilrettelegger planlegger formidler megler forvalter tjenesteyter bidragsyter tilbyder utøver arbeidssøker
jobbsøker asylsøker velger kjøper selger kunstner gartner snekker mester minister sommer vinter søster
finger beboer innvandrer utvandrer forelder tekniker politiker fysiker kritiker musiker akademiker kjemiker
mekaniker grafiker statistiker rettighetshaver innehaver veiviser døråpner problemløser prosesseier
tjenesteeier skoleeier systemeier huseier grunneier boligeier medeier produkteier prosjekteier
virksomhetseier risikoeier motstander tilhenger forkjemper tilskuer tilhører foredragsholder kursholder
forteller utfordrer brannslukker
""")
AGENT_WORDS = _words("eier søker tjener trener arbeider dommer")  # said alone; as tails they would take verbs too
# Verbs and plurals with the tail of a person.
NOT_AGENTS = _words("gleder kleder avleder anleder utleder skjærer inngiver staker vraker flaker")

# What the stripping of endings would get wrong, and pairs it would wrongly bring together.
WORDS = _paradigms("""
mann: mannen menn mennene mennar; by: byen byer byene byar byane bya; far: fedre fedrene
; mor: mødre mødrene; bror: brødre brødrene; sønn: sønner; datter: døtre døtrene dattera datteren
; bonde: bønder bøndene bonden; hånd: hånden hånda hender hendene; fot: føtter føttene foten
; natt: netter nettene natta natten; and: ender; tann: tenner tennene; rot: røtter røttene rota roten
; tre: trær trærne treet; kne: knær knærne kneet; god: godt gode; best: beste
; ny: nye nytt nyere nyest nyeste nyare nyast nyaste; fri: fritt frie friere friest
; stor: stort store større størst største; hel: hele helt; liten: lita; mindre: minst minste; fler: flere
; mest: meste; lang: langt lange lengre lengst lengste; ung: ungt unge yngre yngst yngste
; gammel: gamle gammelt eldre eldst eldste; få: færre færrest får; bedre: bedret; gå: går gikk gått
; stå: står stod sto stått; gi: gir ga gav gitt; ta: tar tok tatt; si: sier sa sagt; se: ser så sett
; bo: bor bodde bodd; tro: tror trodde troen trua tru; ro: roen roa; le: ler lo; dø: dør døde
; gjøre: gjør gjorde gjort; vite: vet visste visst; spørre: spør spurte spurt; komme: kommer kom kommet
; sjø: sjøen; øy: øya øyen øyer øyene øyar øyane; bro: broen broer broene bru brua bruer bruene
; kø: køen køer; øye: øyet øyne øynene; sky: skyen skyer skyene; li: lia; å: åa
; mål: målet måla målene målene; måle: måler målte målt måles; mote: moter moten motene; mot: motet
; tale: taler talen talene talar talane; lage: lagar lagde lagde laga; lag: laget laga lagene
; skape: skaper skapar skapt skapte skapes; skap: skapet skapene; dele: deler delte delt delar; del: delen
; vise: viser viste vist visar; fare: farer farar faren farene; fest: festen fester festene; feste: festet
; lese: leser leste lest; lov: loven lover lovene; love: lovet lovte; leie: leier leide leid leige leiger
; pris: prisen priser prisene; prise: prises; bil: bilen biler; vare: varer varen varene
; rom: rommet rommene; rolle: roller rollen rolla rollene; side: sider sida sidene; hver: hvert
; intern: interne internt; ekstern: eksterne eksternt; moderne: modernt; modell: modellen modeller
; mene: mener mente ment; leke: leker leken lekene lekte; lek: leiken leik; gave: gaver gaven gavene
; helse: helsa helsen; tall: tallet tallene talla; person: personen personer; kor: koret
; levere: leverer levert leverte leveres leverar; forsikre: forsikrer forsikra forsikret
; formidle: formidla formidlar formidlet formidles; egen: eget egne; liste: lister listen lista listene listar
; tanke: tanker tankar tanken tankene tankane; lege: legen leger legene legar legane
; legge: legger la lagt legges; kar: karen karer; være: er var vært; bære: bærer bar båret
; rik: rikt rike rikere rikest; rike: riket rikene; trives: trivdes trivs trivast
; lykkes: lykkast lyktes lyktas; nær: nært nære nærere nærmere nærmest; grei: greit greie; enig: enige
; nytte: nytten nytta; møte: møter møtet møtene møta møtar møtt møtte
""")

# The same, but compounds follow: «arbeidskrefter» as «krefter».
TAILS = _paradigms("""
kraft: kraften krafta krefter kreftene; bok: boka boken bøker bøkene
; karriere: karrieren karrierer karrierene; barriere: barrieren barrierer barrierene barrierar
; menneske: mennesket mennesker menneskene menneska; rådmann: rådmannen rådmenn; ansatt: ansatte ansattes
; folkevalgt: folkevalgte; tillitsvalgt: tillitsvalgte; konsert: konserten konserter
; ekspert: eksperten eksperter ekspertene ekspertar ekspertane
; distrikt: distriktet distrikter distrikta distriktene; hjerte: hjertet hjerter hjertene hjerta
""") | _syncopated("""
regel regl, middel midl, mangel mangl, himmel himl, nøkkel nøkl, sykkel sykl, artikkel artikl
kapittel kapitl, eksempel eksempl, sirkel sirkl, vinkel vinkl, muskel muskl, tittel titl, senter sentr
mønster mønstr, register registr, teater teatr, filter filtr, vakker vakr, sikker sikr, lekker lekr
bitter bitr, åpen åpn, voksen voksn, sliten slitn, moden modn, erfaren erfarn, enkel enkl, ibel ibl
abel abl, travel travl, sommer somr, vinter vintr, finger fingr, skulder skuldr, alder aldr, nummer numr
kristen kristn, offer ofr, sulten sultn, åker åkr, orden ordn, tempel templ
""")

# Also with u- in front.
ADJECTIVES = _adjectives("""
trygg klok sterk frisk lik myk mørk svak slakk tøff raus klar varm kald lav høy dyp bred rask snill grønn
tynn tykk dum tung glad løs streng skarp sunn syk ren fin pen bratt brå hard jevn bevisst smart flink kjapp
ydmyk hvit tett lett rett stiv stabil robust fersk kjekk
""")

# Words that end like an inflected form and are not one, with the words they are the tail of.
WHOLE_ONLY = _words("""
felles fokus status kurs hus lys pris krise praksis basis alene sammen siden uten noen igjen foran våpen
viten ingen inntil eksamen data agenda tema skjema arena kamera dilemma media klima drama diploma panorama
propaganda ansvar svar seminar kommentar januar februar bibliotekar radar annerledes diabetes meget internet
paket planet poet fakultet majestet scene moderne opera videre allerede kultur norge europa amerika afrika
asia oslo bergen norden konvert desert dessert advent sverige hverandre mange begge andre hvorfor hvordan
karma manna samba visa nirvana kollega aula villa firma trauma stigma schema prisma melodrama sofa pizza
kina china canada roma etikk alltid aldri ofte gjennom etter under over mellom eller menighet klar par bar
rar var popular hver enten ennå før semester desember november september oktober kapital egentlig
""")
PROTECTED_TAILS = _words("svar seminar kommentar tema skjema arena dilemma orden våpen eksamen")

STOP_WORDS = _words("""
og i er å en ei et ett den det de dem denne dette disse jeg du han hun vi dere oss deg meg seg min mitt mine
din ditt dine sin sitt sine hans hennes vår vårt våre deres som at på til av for fra med om ved hos var være
vært blir bli ble blitt har ha hadde hatt skal vil kan må bør skulle ville kunne måtte burde men eller så da
når nå der her hva hvem hvor hvordan hvilken hvilke hvilket noe noen man enn fordi hvis mens også jo vel
ennå bare selv svært veldig ganske hver hvert hverandre slik annen annet ein eit eg me dykk dei ho dykkar
deira hennar mi di frå då kva kven korleis kvar kvart kvarandre noko nokon nokre òg og berre sjølv vere vera
verte verta vert vart vore vorte hjå enno medan åt dei desse dei dykkar slikt den the a an and or of in on
at with from is are was were been being have had this that these those we you they he she our your their its
as will would can could should am my i be
""")

# Written with a capital even when nothing else in the answer is.
PLACES = _words("""
norge noreg norden europa sverige danmark finland island oslo bergen trondheim stavanger kristiansand tromsø
drammen fredrikstad sarpsborg skien bodø ålesund sandnes tønsberg arendal haugesund moss porsgrunn hamar
lillehammer gjøvik molde kristiansund harstad narvik alta kirkenes førde sogndal voss odda kongsberg
hønefoss larvik sandefjord horten akershus buskerud østfold vestfold telemark agder rogaland vestland
trøndelag nordland troms finnmark innlandet viken svalbard nord-norge vestlandet østlandet sørlandet
""")
