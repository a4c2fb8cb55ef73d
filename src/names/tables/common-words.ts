/**
 * Words that many companies share, so that agreeing on them says little. Chosen by counting words of published company lists and by what the animation trade calls its houses;
 * `generic` names a trade or a kind of house, `common` is a word that thousands of unrelated companies take as their name, `place` is geography.
 */
export const GENERIC_WORDS: ReadonlySet<string> = new Set(
  ('animation animations animated anime cartoon cartoons studio studios production productions picture pictures film films movie movies cinema entertainment entertainments media multimedia ' +
    'art arts design designs creative graphics vfx cg digital visual visuals video videos television tv broadcasting music games game gaming publishing culture cultural comic comics ' +
    'technology technologies tech software systems system solutions services service information network networks computer data consulting consultants consultancy management development ' +
    'trade trading traders import imports export exports importers exporters commerce commercial business businesses enterprise enterprises industry industries industrial manufacturing factory works ' +
    'international intl global worldwide group groups holding holdings investment investments capital partners partner associates ventures finance financial bank banking insurance fund trust ' +
    'shipping logistics transport transportation marine maritime aviation airlines air construction engineering energy power oil gas petroleum chemical chemicals mining metals steel ' +
    'general agency bureau office center centre institute institution academy university school college foundation association society organization organisation committee department ministry ' +
    'state national federal public private united joint children childrens kids education educational science scientific research house home team lab labs laboratory workshop unit branch division').split(/\s+/),
)

/** Words that many unrelated companies take as a name by themselves. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  ('star stars sun moon sky sea ocean river mountain lake island dragon tiger lion eagle phoenix panda horse bear wolf fox gold golden silver diamond pearl crystal jade blue red green white black ' +
    'great grand royal imperial empire king queen prince crown victory success prosperity prosperous fortune lucky happy peace harmony friendship hope dream future new modern first prime premier top best ' +
    'super mega ultra alpha beta gamma delta omega apex summit zenith horizon east west north south eastern western northern southern central orient oriental pacific atlantic asia world earth planet universe ' +
    'galaxy cosmos orbit light bright shine flash spark fire flame water wind stone rock rainbow cloud storm thunder spring summer autumn winter morning dawn day night time life ' +
    'people family friend friends young smart magic wonder vision view focus image power force union alliance bridge gate road line point star one two three four five six seven eight nine ten ' +
    'city town garden forest tree flower rose lotus bamboo apple orange lemon cat dog bird fish invincible hero heroes giant little big small lantern keep tide clear open free fast').split(/\s+/),
)

/** Countries, regions and cities that stand in company names: folded words, and two-word places joined. */
export const PLACE_WORDS: ReadonlySet<string> = new Set(
  ('china chinese prc beijing shanghai guangzhou shenzhen tianjin chongqing hangzhou nanjing suzhou wuhan chengdu xian dalian shenyang dandong yanji yanbian jilin changchun harbin liaoning heilongjiang ' +
    'shandong qingdao jinan fujian fuzhou xiamen quanzhou jiangsu zhejiang ningbo guangdong hunan hubei hebei henan anhui sichuan yunnan hongkong hong kong hk macau macao taiwan taipei ' +
    'korea korean dprk rok choson chosun joson pyongyang seoul busan pusan incheon inchon daegu sinuiju rason japan japanese nippon nihon tokyo osaka kyoto hokkaido ' +
    'singapore malaysia india mumbai delhi vietnam hanoi thailand bangkok philippines manila indonesia jakarta mongolia russia russian moscow petersburg vladivostok khabarovsk ukraine ' +
    'usa us america american california york angeles texas canada canadian toronto vancouver uk britain british england london ireland france french paris germany german berlin spain italy italian europe european ' +
    'africa arab dubai uae emirates iran iranian iraq syria cuba havana australia zealand').split(/\s+/),
)

/** Small words that join others and are left out of companies' names. */
export const JOINERS: ReadonlySet<string> = new Set('the of and for in at by to und et'.split(' '))

/** Small words of personal and place names: they stay and count little. */
export const PARTICLES: ReadonlySet<string> = new Set('the of and for in on at by to de la le les du des da do dos del der die das den von van zu et und al el bin ben ibn bint abu ul ud'.split(' '))

/** Titles of address before a person's name. */
export const TITLES: ReadonlySet<string> = new Set('mr mrs ms miss dr prof sir sheikh shaikh shaykh haji hajji general gen col captain'.split(' '))

/** Numbers in words, ordinals and Roman numerals, as digits. */
export const NUMBER_WORDS: Readonly<Record<string, string>> = {
  one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10', first: '1', second: '2', third: '3', fourth: '4', fifth: '5', sixth: '6', seventh: '7', eighth: '8', ninth: '9', tenth: '10', eleven: '11', twelve: '12', thirteen: '13', fourteen: '14', fifteen: '15', sixteen: '16', seventeen: '17', eighteen: '18', nineteen: '19', twenty: '20',
  '1st': '1', '2nd': '2', '3rd': '3', '4th': '4', '5th': '5', '6th': '6', '7th': '7', '8th': '8', '9th': '9', '10th': '10',
  ii: '2', iii: '3', iv: '4', vi: '6', vii: '7', viii: '8', ix: '9',
}

/** Words that translators of a name swap for each other: each word and the word it counts as. */
export const SYNONYMS: Readonly<Record<string, string>> = {
  cartoons: 'cartoon', animations: 'animation', animated: 'animation', anime: 'animation', studios: 'studio', pictures: 'picture', productions: 'production', films: 'film', movies: 'film', movie: 'film',
  holdings: 'holding', technologies: 'technology', tech: 'technology', imports: 'import', exports: 'export', trade: 'trading', traders: 'trading', cultural: 'culture', entertainments: 'entertainment',
  industries: 'industry', enterprises: 'enterprise', services: 'service', systems: 'system', investments: 'investment', intl: 'international', centre: 'center', organisation: 'organization',
  scientific: 'science', educational: 'education', childrens: 'children', lines: 'line', points: 'point', korean: 'korea', chinese: 'china', arts: 'art', designs: 'design', kids: 'children', tv: 'television',
}

/** Tens in words. */
export const TENS: Readonly<Record<string, number>> = { twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60, seventy: 70, eighty: 80, ninety: 90 }

/** Names of countries in several words (without joiners) and the short word that they count as. */
export const PLACE_PHRASES: Readonly<Record<string, string>> = { 'united states america': 'us', 'united states': 'us', 'united kingdom': 'uk', 'united arab emirates': 'uae', 'peoples republic china': 'china', 'democratic peoples republic korea': 'dprk', 'hong kong': 'hongkong' }

/** Trade words by which one studio is called now with and now without: its craft, in the form that {@link SYNONYMS} gives. */
export const CRAFT_WORDS: ReadonlySet<string> = new Set(
  'animation cartoon studio production picture film movie cinema art design creative graphics visual media culture comic children entertainment'.split(' '),
)
