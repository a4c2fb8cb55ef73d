import type { Verdict } from './names.cases.ts'

/** Names of persons in Chinese characters and in Latin letters, and what they are to each other: public figures as they spell their own names, by the system they are read in, and look-alikes. Own selection. */
export const HAN_PERSON_CASES: readonly (readonly [system: string, own: string, latin: string, verdict: Verdict])[] = [
  ...rows(
    'Japanese',
    'same',
    `
    安倍晋三=Shinzo Abe;岸田文雄=Fumio Kishida;小泉純一郎=Junichiro Koizumi;小泉纯一郎=KOIZUMI Junichiro;菅義偉=Yoshihide Suga;麻生太郎=Taro Aso;石破茂=Shigeru Ishiba;高市早苗=Sanae Takaichi;福田康夫=Yasuo Fukuda;野田佳彦=Yoshihiko Noda;
    鳩山由紀夫=Yukio Hatoyama;村山富市=Tomiichi Murayama;森喜朗=Yoshiro Mori;宇野宗佑=Sosuke Uno;中曽根康弘=Yasuhiro Nakasone;池田勇人=Hayato Ikeda;吉田茂=Shigeru Yoshida;東條英機=Hideki Tojo;古屋圭司=Keiji Furuya;
    湯川秀樹=Hideki Yukawa;川端康成=Yasunari Kawabata;大江健三郎=Kenzaburo Oe;山中伸弥=Shinya Yamanaka;田中耕一=Koichi Tanaka;小柴昌俊=Masatoshi Koshiba;大隅良典=Yoshinori Ohsumi;吉野彰=Akira Yoshino;本庶佑=Tasuku Honjo;
    黒澤明=Akira Kurosawa;黑泽明=Akira Kurosawa;宮崎駿=Hayao Miyazaki;宫崎骏=Hayao Miyazaki;細田守=Mamoru Hosoda;庵野秀明=Hideaki Anno;押井守=Mamoru Oshii;今敏=Satoshi Kon;是枝裕和=Hirokazu Kore-eda;北野武=Takeshi Kitano;
    小津安二郎=Yasujiro Ozu;溝口健二=Kenji Mizoguchi;濱口竜介=Ryusuke Hamaguchi;佐々木朗希=Roki Sasaki;宮﨑あおい=Aoi Miyazaki;田中 健一=Kenichi Tanaka;田中健一=Ken'ichi Tanaka`,
  ),
  ...rows(
    'Japanese',
    'other',
    '田中健一=Kenji Tanaka;田中健一=Kenichi Tamura;黑泽明=Akira Kurokawa;山田太郎=Jiro Yamada;林伟=Hayashi Takeshi;王明=O Akira;高桥=Takahashi Akira;田中健一=Tanaka Jianyi;小林一郎=Xiao Ichiro',
  ),
  ...rows(
    'Cantonese',
    'same',
    '陈大文=Chan Tai Man;黄国强=Wong Kwok Keung;黃國強=WONG, Kwok-keung;曾蔭權=Tsang Yam-kuen;李家超=Lee Ka-chiu;梁朝伟=Leung Chiu-wai;李嘉诚=Li Ka-shing;周润发=Chow Yun-fat;邓炳强=Tang Ping-keung;王家卫=Wong Kar-wai;许鞍华=Hui On-wah;杜琪峯=To Kei-fung;贺一诚=Ho Iat Seng;崔世安=Chui Sai-on;岑浩辉=Sam Hou Fai;何厚铧=Ho Hau-wah;大文 陈=Chan Tai Man',
  ),
  ...rows('Cantonese', 'other', '黄国强=Wong Kwok Fai;陈大文=Chan Tai Ho;黄国强=Huang Kwok Keung;陈大文=Tan Tai Man;李家超=Chan Ka-chiu'),
  ...rows('two systems in one name', 'near', '瑞 杨=Ri Su Yong;帅 蔡=Wu Chai Su'),
  ...rows('Korean', 'same', '李明博=Lee Myung-bak;朴槿惠=Park Geun-hye;金大中=Kim Dae-jung;金正恩=Kim Jong Un'),
  // A Chinese name that somebody abroad is known by is a lead: others bear it too.
  ...rows(
    'name of its own',
    'near',
    '彭定康=Chris Patten;彭定康=PATTEN, Christopher;陸克文=Kevin Rudd;骆家辉=Gary Locke;利玛窦=Matteo Ricci',
  ),
  ...rows('name of its own', 'other', '彭定康=Chris Huhne;彭定康=Kevin Rudd;卫奕信=David Cameron'),
  ...rows('second reading', 'same', '陈柏源=Chen Po-yuan;胡茜=Hu Xi;郑柏睿=Zheng Bairui'),
  ...rows('second reading', 'other', '陈柏源=Chen Pi-yuan'),
  ...rows(
    'words apart',
    'same',
    '志強 麗美 魏=Zhiqiang Limei Wei;翔太 藤井=Shota Fujii;真綾 翔太 藤井=Maaya Shota Fujii;泽东 毛=Mao Zedong;邓 小平=Deng Xiaoping',
  ),
  ...rows('words apart', 'other', '泽东 毛=Mao Yichang;志强 魏=Zhiming Wei'),
]

function rows(system: string, verdict: Verdict, text: string): (readonly [string, string, string, Verdict])[] {
  return text.trim().split(/\s*;\s*/).map((row) => {
    const [own = '', latin = ''] = row.split('=')
    return [system, own, latin, verdict] as const
  }) // biome-ignore format: one step
}
