/**
 * Family names as Hong Kong and Macao spell them, most usual first; simplified forms. Own selection from general knowledge of how residents of both spell their names in Latin letters.
 */
export const CANTONESE_FAMILIES = `
陈=chan 黄=wong,vong 李=lee,li,lei 张=cheung,cheong 林=lam 吴=ng 刘=lau,lao 王=wong,vong 梁=leung,leong 何=ho 郑=cheng 杨=yeung,ieong 周=chow,chau,chao 叶=yip,ip 蔡=choi,tsoi,choy 罗=law,lo 谢=tse,che 郭=kwok,kuok 曾=tsang,chang 许=hui,hoi 徐=chui,tsui,choi 邓=tang 冯=fung,fong 苏=so,sou 朱=chu 钟=chung,chong 卢=lo,lou 胡=wu,woo,u 余=yu,yue,yee,u 潘=poon,pun 马=ma 赵=chiu,chio,jew 麦=mak 谭=tam 唐=tong 吕=lui,loi 江=kong 莫=mok 蒋=cheung,cheong 萧=siu,sio 肖=siu,sio 关=kwan,kuan 简=kan 袁=yuen,un 彭=pang 高=ko,kou 石=shek,sek 温=wan 方=fong 邱=yau,iao 范=fan 沈=shum,sam 洪=hung,hong 廖=liu,lio 欧=au,ao 欧阳=auyeung 司徒=szeto,seto 区=au,ao 傅=fu,foo 黎=lai 任=yam,iam 姚=yiu,io 陆=luk,lok 孙=suen,sun 戴=tai 宋=sung,song 崔=chui,tsui,choi 薛=sit 杜=to,tou 丁=ting,teng 魏=ngai 汤=tong 程=ching 施=sze,si 翁=yung,iong 庄=chong 严=yim,im 侯=hau,hao 阮=yuen,un 龙=lung,long 韦=wai 韩=hon 雷=lui,loi 霍=fok 古=ku,koo 尹=wan 伍=ng 甘=kam 白=pak 秦=chun
倪=ngai 康=hong 夏=ha 容=yung,iong 凌=ling 董=tung,tong 伦=lun 颜=ngan 于=yu,u 田=tin 陶=to,tou 邵=shiu,sio 招=chiu 符=fu 冼=sin 成=shing,seng 游=yau,iao 岑=shum,sam 骆=lok 祝=chuk 屈=wat 甄=yan,ian 汪=wong 金=kam 柯=or,o 申=san 文=man 翟=chak 纪=kei 贺=ho 植=chik 龚=kung,kong 盛=shing 毛=mo,mou 万=man 卓=cheuk,cheok 覃=tam 段=tuen,tun 曹=tso,chou 詹=jim,chim 蓝=lam 湛=cham 明=ming,meng 连=lin 赖=lai 鲍=pau,pao 孔=hung 尤=yau 熊=hung 巫=mo 幸=hang 殷=yan 房=fong 易=yik,iek 池=chi 单=sin,shin 查=cha 佘=sheh 缪=miu 劳=lo,lou 练=lin 保=po 邝=kwong,kuong 聂=nip 利=lee 涂=to 童=tung 谈=tam 贝=pui 辛=sun 顾=ku,koo 葛=kot 柳=lau 包=pao,pau 郝=kok 喻=yu 俞=yu 钱=chin 孟=mang 戚=chik 项=hong 饶=yiu 蒙=mung 苗=miu 司马=szema 岳=ngok 邢=ying 米=mai 车=che 皮=pei 班=pan 祁=kei 樊=fan 柴=chai 梅=mui 常=sheung 华=wah 敖=ngo 洗=sin 阎=yim 章=cheung,cheong 卞=pin 安=on 毕=pat 鲁=lo 乔=kiu 路=lo 耿=kang 牛=ngau 艾=ngai 季=kwai 裴=pui
`

/** First consonants of Jyutping as Hong Kong spells them, and Macao where it differs after `|`; longest first. */
export const CANTONESE_ONSETS: readonly (readonly [jyutping: string, spellings: string])[] = [
  ['gw', 'kw|ku'], ['kw', 'kw|ku'], ['ng', 'ng'], ['b', 'p'], ['p', 'p'], ['m', 'm'], ['f', 'f'], ['d', 't'], ['t', 't'], ['n', 'n'], ['l', 'l'], ['g', 'k'], ['k', 'k'], ['h', 'h'], ['z', 'ch'], ['c', 'ch'], ['s', 's'], ['j', 'y|i'], ['w', 'w|v'], ['', ''],
] // biome-ignore format: a table

/** Rhymes of Jyutping, likewise; several spellings of one place are parted by a comma, most usual first. */
export const CANTONESE_RHYMES: Readonly<Record<string, string>> = {
  aa: 'a,ah,ar|a', aai: 'ai|ai', aau: 'au|ao', aam: 'am|am', aan: 'an|an', aang: 'ang|ang', aap: 'ap|ap', aat: 'at|at', aak: 'ak|ak', a: 'a|a', ai: 'ai|ai', au: 'au|ao', am: 'am,um|am', an: 'an|an', ang: 'ang|ang', ap: 'ap,up|ap', at: 'at|at', ak: 'ak|ak',
  e: 'e,eh|e', ei: 'ei,ay,ee,i|ei', eu: 'eu|eu', em: 'em|em', eng: 'eng|eng', ek: 'ek|ek', i: 'i,ee|i', iu: 'iu|io', im: 'im|im', in: 'in|in', ing: 'ing|eng', ip: 'ip|ip', it: 'it|it', ik: 'ik|ek',
  o: 'o,or|o', oi: 'oi,oy|oi', ou: 'o|ou', on: 'on|on', ong: 'ong|ong', ot: 'ot|ot', ok: 'ok|ok', u: 'u,oo|u', ui: 'ui|ui', un: 'un,oon|un', ung: 'ung|ong', ut: 'ut|ut', uk: 'uk|ok',
  oe: 'eu|eu', oeng: 'eung|eong', oek: 'euk,eok|eok', eoi: 'ui|oi', eon: 'un|on', eot: 'ut|ot', yu: 'yu,u|u', yun: 'uen|un', yut: 'uet|ut', m: 'm|m', ng: 'ng|ng',
} // biome-ignore format: a table

/** Syllables that Hong Kong spells in ways no rule above gives, besides those. */
export const CANTONESE_SYLLABLES: Readonly<Record<string, string>> = {
  zi: 'chi tsz tse', ci: 'chi tsz', si: 'sze si see shi szi', zai: 'chai', zoeng: 'cheung', zeon: 'chun tsun', zeoi: 'chui tsui', zung: 'chung tsung', zou: 'cho tso', zang: 'tsang chang', zin: 'chin tsin', zing: 'ching tsing', ceoi: 'chui tsui', cyun: 'chuen tsuen', zyun: 'chuen tsuen', cyu: 'chu', zyu: 'chu', sau: 'sau shau', sing: 'sing shing', san: 'san shan', sam: 'sum sam shum', seon: 'shun sun', syu: 'shu', syun: 'suen shuen', syut: 'suet shuet', seoi: 'shui sui', sek: 'shek sek', suk: 'suk shuk', soeng: 'sheung seung', sik: 'sik shik', sat: 'sat shut', siu: 'siu shiu', hak: 'hak hark', saan: 'shan san', caau: 'chau', cau: 'chau', cing: 'ching tsing', cung: 'chung',
  jyu: 'yu yue', jyun: 'yuen', jyut: 'yuet', jan: 'yan', jin: 'yin in', jing: 'ying', jim: 'yim im', jip: 'yip ip', jit: 'yit it', jik: 'yik', ji: 'yee yi i', jiu: 'yiu iu', jung: 'yung', waa: 'wah wa', gwan: 'kwan', gwong: 'kwong', gwok: 'kwok', gwai: 'kwai', hei: 'hei hey hi', kei: 'kei ki', gei: 'kei ki', lei: 'lei lai li lee', fei: 'fei', mei: 'mei mi may', nei: 'nei', gyun: 'kuen', kyun: 'kuen', hyun: 'huen hin', lyun: 'luen', dyun: 'tuen', tyun: 'tuen', zeot: 'chut', leot: 'lut', oi: 'oi ngoi', on: 'on ngon', ou: 'o ngo', au: 'au', ngo: 'ngo', ngon: 'on', laam: 'lam', loeng: 'leung', joeng: 'yeung', hoeng: 'heung', goeng: 'keung', koeng: 'keung', coeng: 'cheung', hou: 'ho', tou: 'to', bou: 'po', mou: 'mo', lou: 'lo', gou: 'ko', dou: 'to', wai: 'wai', wing: 'wing', waan: 'wan', wan: 'wan',
} // biome-ignore format: a table
