"""The words that advice on a purpose poster goes by: bokmål and nynorsk as one language, and English.

Roots are compared with the beginning of a folded word; whole words are compared as they stand.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _roots(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# Verbs that no ending gives away, and some that look like something else.
SHORT_VERBS = _words("""
gå se få bli gi ta ha nå stå bo tro by dra dø ro le si be la slå spå så kle sy snu fri fly ri skru gro true
sjå gje verte vere vera være ver vær gjere gjera gjøre gjør gje gi lykkes lykkast trives trivast møtes møtast
samles samlast synes synast enes einast minnes minnast finnes finnast sørge syte løse løyse løysa ønske
ynskje ønskje forske granske huske hugse elske telle fortelle felle stille skille skilje tale avtale betale
omtale betale male skrive drive bidra bidrag forstå oppnå unngå foregå inngå fremstå framstå bestå oppstå
la levere vurdere lære læra støtte stø styrke glede møte nytte utnytte sette setja setje tenke tenkje handle
bemyndige berolige leve feste gripe følge følgje fylgje følga bruke stake heie dele danne hente vente fjerne verne tjene mene trene forene grene ane ville
forvente tilby forby innby utvikle sikre trygge klare hevde tåle hele lette åpne opne ære nære elte
""")
IMPERATIVES = _words("""
skap bygg led lei sett gjør gi styrk utvikl sikre sørg legg ta vis lytt lær støtt del hold bruk fremm fram
bidra samle snakk spør still følg finn velg prioriter involver engasjer motiver inspirer lever
forankr koordiner samordn samhandl
""")
BEFORE_A_VERB = _words("""
ikke ikkje alltid sammen saman bedre betre mer meir aktivt åpent ope tydelig tydeleg stadig kontinuerlig
kontinuerleg jevnlig jamleg systematisk bevisst modig
""")
# In front of nouns; what follows is no verb.
NOT_VERBS = _words("""
alle mange våre flere fleire bedre betre mindre mere større høye nye store små lille lange gamle unge egne
eigne felles mye begge andre neste første siste ene denne disse desse ingen noen sånne slike hele sterke
gode dårlige bra lave brede dype tette rette rause tøffe kloke smarte ansatte tilsette folkevalgte
kommune kommunale ledere leiarar helse glede mening evne tema data agenda arena kultura media klima penge
ideene målene tida gruppa saka heile einskilde enkelte daglege ære åre måte time side uke veke ramme rolle
kjede kunde kunne skulle ville måtte burde hadde hverandre kvarandre kollega norge bestemte ekte stolte
fornøyde nøgde beste flinke rike friske viktige offentlige ledende framtida fremtida
""")
NOUN_ENDINGS = _roots("""
ledelse leiing ing inga ingen ingar inger else elsen elser elsa het heten heit heita heiter skap skapet
sjon sjonen sjonar itet iteten dom dommen nad naden isme anse anser ansen ense ment eri tanke rolle gruppe
måte ramme kunde helse side time plan erne ene ane
""")
ADJECTIVE_ENDINGS = _roots("""
lige lege dige tige sige nige rige vige gige kige ende ande iske tiske bare fulle somme same tive sive
iale okale onale itale entale urale orale ntrale ielle relle nelle uelle melle ete ede erte ente ante
igere egare ruste viste
""")
NOT_ADJECTIVES = _words("""
hente vente forvente rente sende vende kjende kjenne tenne anvende ende tjene forsvare bære bevare svare
spare ivareta starte støtte rette lete mete delta erte sverte konverte forstørre forberede lede tilrettelede
veilede rettleie innlede avlede utlede rede brede smede mete pante vante plante møte ytte nytte flytte
forandre bare omvende tilsende behandle blande lande formande gratulere bistande
""")
PEOPLE = _roots("""
ledere medarbeidere arbeidere innbyggere brukere lærere medspillere partnere politikere borgere rådgivere
kolleger kollegaer deltakere velgere pådrivere byggere
""")
NOT_GERUNDS = _words("meeting meetings anything something nothing everything thing morning evening building king")
ENGLISH_VERBS = _words("""
be build create lead set give make take help support strengthen develop ensure secure share learn listen show
find keep hold put provide offer grow foster enable empower inspire involve include bring let work solve
challenge contribute improve promote encourage coordinate deliver dare see get go have do stand use act
""")

ACTIVITY_VERBS = _roots("""
drøft diskut inform orient rapport snakk prat møtes møtas avhold arranger gjennomfør gjennomgå gå_gjennom
kartlegg utarbeid behandl evaluer dokumenter refer delta presenter
discuss inform report meet hold arrange present attend attending conduct document
""")
LIGHT_VERBS = _words("""
ha hold holde halde lag lage laga skriv skrive sende ta gå starte ordne planlegge have having hold holding
make making write writing run running plan planning
""")
ACTIVITIES = _roots("""
møte ledermøte leiarmøte samling workshop seminar rapport referat plan rutine samtale dialogmøte orientering
informasjon drøfting diskusjon kartlegging evaluering agenda sakliste saksliste kurs prosjekt gjennomgang
meeting workshop seminar report minutes plan routine discussion agenda course project
""")
EFFECTS = ("slik at", "for å", "så at", "så vi", "så alle", "som gir", "som gjør", "som gjer", "so that", "in order to")

# As folded beginnings: «innbyggjarane» is «innbyggerne».
ORGANISATION = _roots("""
organisasjon kommun innbygg bruker tjenest virksomhet medarbeid ansatt tilsett samfunn helhet politi
folkevalgt enhet avdeling sektor elev pasient resultat kvalitet barn unge næringsliv beboer fylke regio
skole barnehage helse målene bærekraft omstilling økonomi
organisation organization citizen resident service user employee staff community municipalit whole result
quality society public people
""")
MEMBERS = _roots("""
medlem hverandre oss leder ledergrupp kollega støtt lær mestr trivs trivsel lagånd lagfølels sparr samhold
gruppa gruppen tillit fellesskap laget
member other another us leader team colleague support learn trust group together
""")

WEIGHTY_ENDINGS = _roots("het itet skap dom else sjon isme nad ansvar kultur verdi ledelse kraft")
WEIGHTY = _words("""
merverdi robust trygg tillit raus modig mot åpen helhet helhetlig kvalitet kultur verdi retning respekt
ansvar dialog læring utvikling samhandling samarbeid samskaping medvirkning involvering forankring
endring vekst mestring mening formål strategi strategisk effektiv profesjonell tydelig felles_skap ledelse
bærekraft bærekraftig nyskaping innovasjon innovativ kompetanse tilhørighet engasjement rolle lederskap
medarbeiderskap myndiggjøring støtte integritet lojal lojalitet likeverd inkludering inkluderende balanse
kraft samspill relasjon etisk etikk omdømme attraktiv fremtidsrettet framtidsrettet målrettet konsistent
anerkjennelse rettferdig ærlig ydmyk engasjert
value trust robust safe open whole culture direction respect dialogue growth meaning purpose strategy brave
courage inclusive balance quality innovation
""")
WEIGHTLESS = _words("""
avdeling bygning viktig mulig årlig daglig ukentlig enig tidlig ledig offentlig samtidig virksomhet mennesket
selskap landskap enhet organisasjon informasjon nyhet helgen anledning stilling regning leverandør forhold
ferdig særlig vanlig samling møte trinn ordning
organisation organization section
""")
ENGLISH_WEIGHT = _roots("ness ity ship ance ence ability")
ENGLISH_STOP = _words("""
a an and the to of for in on by with our we us that so is are be as at or from it its each their they
""")
