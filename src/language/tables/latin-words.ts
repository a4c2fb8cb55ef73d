/**
 * Commonest English words and words of English notes about drawings, lower case. Written for this project from general knowledge of English; a dictionary (npm dictionary-en) knows
 * the others. A word that other languages of
 * the Latin script write as commonly is in {@link SHARED_WORDS} too and counts half.
 */
export const ENGLISH_WORDS = `the and of to in is for with not please this that on are be from you it as by at or an a was were been being have has had do does did will would shall should can could may might must
if then than when where while who whom whose which what why how all any both each every few more most other others some such no nor only own same so too very just but about against between into through during before after above
below up down out off over under again further once here there he she they we his her their our your its him them us me my i one two three four five six seven eight nine ten first second third last next many much
new old good bad big small large little long short high low left right early late great same different own sure ready done open closed free full empty clear clean dark light bright soft hard fast slow thin thick wide narrow deep
flat round sharp smooth rough hot cold warm cool wet dry young wrong correct true false missing extra final rough whole half upper lower inner outer front back top bottom side middle center centre near far inside outside
make made makes making get got give given take taken put keep kept let go goes going come comes coming see seen look looks looking find found use used using need needs needed want wants know known think say says said tell ask asked
work works working call called try turn turns turned start starts started stop stops show shows shown hear play run runs running move moves moving moved like live believe hold holds holding bring happen happens write written sit stand
lose pay meet include continue set learn change changes changed changing lead understand watch follow follows following create speak read allow add added adding spend grow walk walks walking win offer remember consider appear buy wait
serve die send sent expect build stay fall fell cut reach remain remove removed removing draw drawn drawing drawings redraw redrawn redo fix fixed fixing check checked checking match matches matching adjust adjusted align lift raise
lower close closer open opens blink blinks smile smiles cry jump jumps fly flies shake shakes zoom pan tilt hold fade wipe dissolve overlap retake retakes revise revised revision correction corrections erase delete replace replaced
copy paste export import render save saved update updated upload download deliver delivery approve approved reject rejected note notes comment comments sheet sheets page pages file files folder layer layers frame frames shot shots scene
scenes cut cuts episode sequence panel panels storyboard animatic layout layouts key keys animation animator animators director supervisor inbetween inbetweens background backgrounds foreground character characters model models color
colors colour colours paint painted painting shade shadow shadows shading highlight highlights line lines lineart outline outlines stroke brush ink pencil texture camera lens angle lighting effect effects composite compositing timing
spacing pose poses posing action acting expression motion movement arc arcs volume proportion perspective silhouette design head face eye eyes eyebrow eyebrows nose mouth lip lips ear ears hair chin cheek neck shoulder shoulders arm
arms elbow hand hands finger fingers thumb wrist chest body back waist hip leg legs knee foot feet toe tail wing wings skin cloth clothes shirt sleeve collar skirt dress pants shoes hat glasses sword gun armor cape button belt bag
door window wall floor ceiling table chair bed room house street road car tree trees sky cloud clouds water fire smoke rain snow sun moon star grass flower mountain river sea sound music voice dialogue script title logo sign text
subtitle name names date time times day days week month year years today tomorrow yesterday now later soon already still also always never often because although however without within until since per via thanks thank hello dear best
regards sorry yes okay attached version list order schedule deadline budget invoice payment contract client studio team staff company people person man woman men women boy girl child children everyone anyone someone nobody everything
anything something nothing
turned away toward towards around across behind beside along upon among match mouth speed ease easing slower faster thinner thicker bigger smaller longer shorter higher brighter darker softer sharper better worse less least
forget don't can't isn't doesn't won't it's that's there's we're you're i'm let's shouldn't too again instead maybe perhaps almost enough quite really`

/** English words that are common words of other languages in the Latin script as well. */
export const SHARED_WORDS =
  'a i in is on an as at no not do me man die or us he so we all to her was will war hat fast rot art arm hand finger ton son pan plan note main pose pages page table action animation expression motion film final social public version texture sequence scene script article nation effects message place image instant point simple double client contract code original central normal total local personal animal digital material video radio studio logo start stop test name land wind sand bad best bank plus minus per via sex date arc model club bus park sport text bar lens idea propaganda pasta era come sole fare dove cine color director taxi hotel am'

/**
 * Commonest words of other languages of the Latin script, by their tag. Written for this project. They keep a short text of those languages from being called English,
 * and name the language of a longer one where they agree.
 */
export const OTHER_WORDS: Readonly<Record<string, string>> = {
  de: 'der die das und ist nicht mit von den dem ein eine einer auf für im sich auch bei nach wie zu zum zur wird werden sind oder aber nur noch mehr bitte linie kopf augen mund dünner linke rechte hintergrund haare schatten',
  fr: 'le la les des du une et est pas pour dans sur avec que qui ce cette sont il elle nous vous plus au aux ou par mais tête ligne yeux bouche trop ombre ombres décor gauche droite cheveux veuillez plan tout tous toute',
  es: 'el los las del una y es no por para con que se su lo como más pero sus este esta esto hay muy ojo ojos línea cabeza mano fondo sombra boca pelo favor todo toda todos izquierda derecha',
  it: 'il lo gli di da che non per con una sono è del della dei delle nel nella più ma anche come questo questa linea testa occhi bocca sfondo ombra capelli mano tutto tutti ogni ha essere al alla',
  pt: 'o os um uma do da dos das em no na não com por para mais mas se ao aos é ser olhos cabeça linha boca fundo sombra cabelo todo todos toda seu sua esquerda direita',
  pl: 'i w z na się nie do że jest to co jak ale po od za przez dla oraz być ma każdy człowiek linia głowa oczy usta tło cień ręka lewa prawa proszę',
  vi: 'và của là có không cho người một được trong với các những này đã tôi từ đến đầu mắt vẽ sửa',
  nl: 'de het een en van niet dat op te zijn voor met die aan ook als bij of er maar om naar hoofd ogen lijn mond',
  da: 'og i at det er en den til af på for med der de ikke har et som var eller fra alle hår øje linje hoved skygge baggrund',
  sv: 'och i att det som en på är av för med den till inte har de ett om var jag men från eller alla hår öga linje huvud skugga bakgrund',
  tr: 'bir ve bu için ile olan her da de çok daha gibi değil ya herkes baş göz çizgi',
  id: 'yang dan di untuk dengan tidak ini itu dari pada adalah setiap orang dalam atau oleh kepala mata garis',
  fi: 'ja on ei se että oli en mutta kun niin kuin tai hän jokainen',
  hu: 'a az és hogy nem egy is meg de van mint ez minden',
  ro: 'și în nu este cu de la pe care un o mai din pentru sau orice',
  cs: 'a v na je se že si do ale jako za po od pro by jsem být každý',
  tl: 'ang ng sa mga na ay at si ito para hindi kung',
  hr: 'da su je u za se od sa koji kao što svako',
}

/** Russian words, of notes about drawings among them, that its neighbours in the Cyrillic script spell otherwise. Written for this project. */
export const RUSSIAN_WORDS =
  'что это она его её ее они для если когда где очень ещё еще надо нужно можно нельзя перед через исправить исправь линия линию линии голову глаза рука руку руки тень рисунок перерисовать поправить убрать сделать слишком тоньше толще больше меньше каждый человек имеет никто должен должно быть был была были было есть только уже чтобы также который которые волосы лицо цвет'
