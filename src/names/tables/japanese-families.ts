/**
 * Frequent Japanese family names with their readings, by their first part: `山yama 口guchi 崎saki|zaki` stands for 山口 Yamaguchi, 山崎 Yamasaki and Yamazaki; `-` is the first part alone. Japanese forms.
 * Long vowels are spelt out (`satou`, `oono`); an apostrophe parts vowels that are none (`ino'ue`). Own selection from general knowledge of which family names are frequent and how they are read; no list of names was copied; readings beside another one that ENAMDICT, asked once, does not know were taken out again.
 */
export const JAPANESE_FAMILIES = `
山yama 口guchi 本moto 田da 崎saki|zaki 下shita 内uchi 中naka 根ne 岸gishi 川kawa 元moto 森mori 村mura 上gami|kami 形gata 科shina 室muro 名na 路ji 谷ya|tani 野no 木ki 原hara 越koshi 県gata 際giwa 脇waki 西nishi 辺be 道michi 城shiro|ki 浦ura 場ba 岡oka 添zoe 成nari 神gami 代shiro 倉kura 平hira 家ya 尾o 井i 階shina 手te 石ishi 縣gata 里zato 藤fuji 鹿ga 住zumi 野井noi 野内no'uchi 之内no'uchi 瀬se 沢sawa|zawa 吉yoshi 地ji 廣hiro 竹take 梨nashi 中田nakada 﨑zaki
田ta 中naka 村mura 辺nabe 代shiro 島jima 原hara|wara 口guchi 上gami|ue 尻jiri 丸maru 川gawa 崎saki|zaki 畑hata|bata 沼numa 所dokoro 淵buchi 部be 端bata 坂saka 山yama 頭gashira 野no 多ta 嶋jima 嶌jima 岡oka 谷ya|tani 邊nabe 渕buchi 久保kubo 河gawa 宮miya 内uchi 子ko 井i 名部nabe 野倉nokura
佐sa 藤tou 々木saki 野no 久間kuma 伯eki 竹take 川gawa 原hara|wara 田da 山yama 瀬se 賀ga 倉kura 分wake 渡watari 古ko 久本kumoto 俣mata 々sa 井i 尾o 本moto 谷tani 多ta 木ki 保ho
鈴suzu 木ki 村mura 江e 本moto 川kawa 田da 山yama
高taka 橋hashi 木gi 田da 野no 島shima 山yama 松matsu 井i 見mi 畑hata 村mura 瀬se 倉kura 岡oka 原hara 尾o 沢sawa|zawa 本moto 谷ya|tani 崎saki 濱hama 浜hama 津tsu 嶋shima 林bayashi 柳yanagi 梨nashi 嶺mine 野瀬nose 良ra 良倉ra 森mori 坂saka 宮miya 桑kuwa 市ichi 平hira 久ku 須su 塚tsuka 間ma 杉sugi 泉izumi 見沢mizawa 岸gishi 安yasu 垣gaki 城ki|shiro 丘oka 嵜saki 丸maru 円do 水mizu 中naka 内uchi 石ishi 下shita 賀ga 槻tsuki 地chi 階shina 篠shino 樹gi 部be 嵨shima 比良hira 峰mine 柴shiba 草kusa 桝masu 月tsuki
高kou 良ra 坂saka 野no 本moto 津zu 村mura
伊i 藤tou 東tou 沢zawa 原hara 勢se 達date 丹tami 野no 集院juuin 奈na 佐sa 井i 豆zu 庭ba 豫yo 瀬se 澤zawa 吹buki 良部rabu 是礼jire 川kawa 地知jichi 坂saka 場ba 波ha
渡wata 辺nabe 部be|nabe 邊nabe 邉nabe 会rai 瀬se 井i 利ri 嘉敷kashiki 里ri 真ma
渡to 嘉敷kashiki
小ko 林bayashi 島jima 松matsu 山yama 池ike 西nishi 森mori 泉izumi 谷tani 坂saka 沢zawa 宮miya|miyama 暮gure 村mura 田da 平daira|hira 菅suga|suge 原hara 嶋jima 柴shiba 杉sugi 関seki|zeki 室muro 出ide 玉dama 竹take 塚zuka 畑hata 早川hayakawa 堀bori 椋muku 野no 板ita 桧hinoki 浜hama 柳yanagi 岩iwa 久保kubo 市ichi 針bari 橋bashi 寺dera 清水shimizu 牧maki 磯iso 幡hata 中naka 長谷nagaya 澤zawa 檜hinoki 栁yanagi 城jou 薬yaku 湊minato 梅ume 濱hama 嶌jima 張bari 倉kura 滝taki 高taka 河kawa 佐々sasa 峰mine 向muki 高根takane 圷akutsu
小o 川gawa 野no 田da 沢zawa 倉gura|kura 原hara|bara|wara 栗guri 林bayashi 山yama 川原gawara 笠原gasawara 野寺nodera 野田noda 野塚nozuka 松matsu 津zu 島jima 崎zaki|saki 坂saka 木ki|gi 澤zawa 関zeki 畑bata|hata 幡bata 形gata 池ike 熊guma 暮gure 宮miya 黒guro 嶋jima 股mata 泉izumi 尾o 瀬se 里zato 浜hama 国guni 竹take 河gawa 岩iwa 沼numa 柴shiba 森山moriyama 長谷hase 田島dajima 田切dagiri 山田yamada 山内sanai 野里nozato 野木nogi 谷ya 曽so 代川yogawa 部be 橋bashi 高daka 渕buchi
中naka 村mura 島jima|shima 山yama 野no 川gawa 田ta|da 西nishi 谷tani|ya 井i 嶋jima 原hara|bara 沢zawa 本moto 尾o 根ne 林bayashi 澤zawa 込gome 里zato 岡oka 田中tanaka 森mori 塚tsuka|zuka 平hira|daira 園zono 居i 瀬se 江e 台dai 崎zaki 東higashi 間ma 松matsu 久保kubo 上ue 河gawa 塩shio 坪tsubo 道michi 曽根sone 曾根sone 橋hashi 屋ya 津tsu 津川tsugawa 畑hata 小路kouji 出de 野渡nowatari 元moto 脇waki 北kita 垣gaki 条jou 筋suji 地ji 美mi 丸maru 桐giri 浜hama 内uchi 口guchi 辻tsuji 杉sugi 務mu 馬ma 牟田muta 前mae 宮miya 下shita 迫sako 城jou|shiro 馬場baba 潟gata 神gami|kami 家ya
中chuu 条jou 馬man 禅寺zenji
吉yoshi 田da 村mura 川kawa 岡oka 原hara|wara 野no 本moto 沢zawa 井i 永naga 武take 住zumi 松matsu 澤zawa 見mi 崎zaki 浦ura 成nari 留dome 江e 山yama 海mi 谷tani 池ike 元moto 水mizu 森mori 倉kura 尾o 富tomi 田川dagawa 橋hashi 瀬se 垣gaki 弘hiro 津zu 良ra 濱hama 牟田muta 積zumi 仲naka 沼numa 高taka 羽ba 塚zuka
吉ki 瀬se 備bi 岐ki
加ka 藤tou 納nou 賀ga 来ku 茂mo 瀬se 古ko 賀谷gaya 治屋jiya 島shima 山yama 地ji 福fuku 賀美gami 茂田moda
松matsu 本moto 田da|ta 井i 尾o 岡oka 下shita 原bara 村mura 浦'ura 島shima 崎zaki|saki 永naga 山yama 川kawa 野no 谷tani|ya 沢zawa 橋hashi 元moto 木ki|gi 平daira|hira 葉ba 坂zaka 林bayashi 嶋shima 江e 倉kura 丸maru 澤zawa 宮miya 前mae 家ka 重shige 方kata 波nami 石ishi 屋ya 久ku 枝eda 藤fuji 竹take 居i 中naka 隈kuma 土to 浪nami 田中danaka 井田ida 根ne 金gane 長naga 延nobu 阪zaka 口guchi 代shiro 多ta 塚zuka 森mori 戸to 任tou 本山motoyama 苗nae 栄ei 城ki|shiro 嵜zaki 園zono 瀬se 見mi 末sue 吉yoshi 盛mori 浜hama 河kawa
井i 上no'ue 口guchi 出de 川gawa 手de 原hara 坂saka 本moto 田da 沢zawa 関seki 村mura 之上no'ue 筒zutsu 深buka 芹seri 端bata 元moto 下shita 内uchi 門kado 尻jiri 伊ii 澤zawa 戸do 岡oka 桁geta 野no 藤tou 島jima 料ryou 浦ura 山yama 狩kari 手上nokami
木ki 村mura 下noshita 内uchi 原hara 本moto 山yama 田da 戸do 島jima 場ba 口guchi 幡hata 崎zaki|saki 部be 津tsu 曽so 皿sara 全matta 寺dera 谷tani|ya 滑name 暮gure 藤tou 南minami 庭niwa 下田noshitada 野no 佐貫sanuki 川gawa 元moto 伏bushi 俣mata 俵dawara 南nami 城shiro 梨nashi 嶋jima 住zumi 井i 根ne 舩fune 浦ura 積zumi 附zuki 實zane 所dokoro
斎sai 藤tou 木ki 田ta 院in 宮guu
斉sai 藤tou 木ki 田ta
齋sai 藤tou 木ki 田ta
齊sai 藤tou
西sai 藤tou 郷gou 条jou 城jou 川kawa 田ta
清shimi 水zu
清kiyo 水mizu 原hara 川kawa 田ta 野no 宮miya 瀬se 家ie 武take 浦'ura 澤sawa 沢sawa 松matsu 山yama 本moto 末sue 塚zuka 藤fuji 成nari 住zumi 永naga 国kuni 元moto
清sei 野no 家ke 宮miya
林hayashi - 田da 原bara 崎zaki 本moto 谷ya 屋ya 部be 下shita 野no 口guchi 山yama 川kawa 家ya 中naka 辺be 友tomo 出de 井i
阿a 部be 久津kutsu 久根kune 南nan 武bu 万man 川kawa 曽so 蘇so 藤tou 保bo 倍be 形gata 波nami 比留biru 知波chiwa 子島kojima 部川bekawa 佐美sami 左美sami 久澤kuzawa 多ta 座上zakami 世知seichi 江e 刀田touda 達dachi 諏訪suwa 出川degawa
安a 部be 倍be 達dachi 斎nzai 曇zumi 次tsugi 孫子biko 宅taku 河ko 食jiki 彦hiko
安an 藤dou 東dou 西zai 楽raku 生jou 立ryuu 念nen 座間zama
安yasu 田da 井i 川kawa 岡oka 原hara 永naga 本moto 保ho 武take 村mura 福fuku 部be 西nishi 野no 江e 松matsu 倉kura 住zumi 富tomi 谷tani 澤zawa 沢zawa 高taka 彦hiko 積zumi 井川igawa 盛mori 木gi 中naka 里zato 島shima 嶋shima 元moto 國kuni 崎zaki 森mori
森mori 田ta 本moto 下shita 川kawa 山yama 岡oka 永naga 谷ya|tani 口guchi 島shima 脇waki 崎saki|zaki 村mura 岩iwa 重shige 井i 元moto 嶋shima 内uchi 沢sawa 澤sawa 高taka 松matsu 光mitsu 橋hashi 住zumi 中naka 末sue 長naga 實zane 園zono 木ki 安yasu 原hara 江e 垣gaki 野no 尾o 屋ya 友tomo 塚tsuka 杉sugi 家ya 富tomi 藤fuji 瀬se 茂shige 広hiro 廣hiro 國kuni 定sada 竹take 河kawa 作saku 宗mune 寺dera 越koshi 保yasu
池ike 田da 上gami|ue 内uchi 谷gaya|tani 本moto 永naga 端hata|bata 原hara 沢zawa 辺be 尻jiri 島jima 澤zawa 野no 添zoe 松matsu 山yama 村mura 口guchi 部be 尾o 浦ura 森mori 川kawa 水mizu 下shita 宮miya 亀game 見mi 藤fuji 長naga 戸do 畑hata 知chi 城shiro 坊bou 神gami 井i 町machi 嶋jima 岡oka 邉be 邊be 中naka
橋hashi 本moto 口guchi 爪zume 詰zume 田da 場ba 元moto 村mura 谷tani|ya 間ma 川kawa 野no 浦ura 原hara 岡oka 山yama 立date 倉kura 沼numa 井i 向mukai 内uchi 崎saki 上gami 都zume 目me 木gi 澤zawa 沢zawa 地ji 床doko
石ishi 川kawa 井i 田da 原hara|wara 橋bashi 黒guro 塚zuka 山yama 崎zaki 野no 本moto 島jima 坂zaka 丸maru 村mura 垣gaki 渡wata 沢zawa 倉kura 岡oka 毛ge 松matsu 森mori 上gami 戸do 谷tani|ya|gaya 澤zawa 関zeki 津zu|tsu 神gami 堂dou 浜hama 栗kuri 飛tobi 岩iwa 渕buchi 尾o 永naga 動do 割wari 曽根zone 坪tsubo 館date 綿wata 那na 合ai 出de 寺dera 嶋jima 鍋nabe 郷gou 内uchi 下shita 居i 月zuki 浦ura 北kita 口guchi 井田ida 手洗tarai 渡watari 和田wada 破wari 嶺mine 藏kura 蔵kura 部be 前mae 束zuka 踊odori 水mizu 床doko 附zuki 堀bori 亀game 澄zumi 鎚zuchi 濱hama 牧maki 曽so 子ko 崎saki 間ma
石i 和wa 動isurugi
前mae 田da 川kawa 原hara 島jima 野no 沢zawa 橋bashi 山yama 澤zawa 嶋jima 園zono 岡oka 之園nosono 中naka 場ba 畑hata 本moto 谷tani 堀bori 坂saka 井i 村mura 口guchi 波nami 多ta 迫sako 平hira 西nishi 木ki 崎zaki 森mori 濱hama 泊domari 里zato 河kawa 屋ya 松matsu 出de 地ji 重shige 北kita 嵜zaki 馬ba 林bayashi 倉kura 浜hama 納nou 東higashi 之浜nohama 瀬se 端bata 鼻bana 角kado 塚zuka
藤fuji 田ta 原wara|hara 井i 本moto 川kawa 沢sawa 岡oka 村mura 野no 島shima 山yama 巻maki 森mori 崎saki 澤sawa 谷tani|ya 代shiro 倉kura 枝eda 林bayashi 永naga 木ki|ki 江e 平hira 掛kake 尾o 嶋shima 中naka 浪nami 生u 元moto 吉yoshi 間ma 沼numa 下shita 瀬se 松matsu 城shiro|ki 橋hashi 波nami 曲magari 根ne 家ie 浦ura 末sue 居i 重shige 内uchi 口guchi 牧maki 田井tai 木戸kido 川原kawara 上kami|ue 室muro 友tomo 垣gaki 坂saka 丸maru 塚tsuka 冨tomi 宮miya 廣hiro 光mitsu 宗mune 里sato 盛mori 方kata 縄nawa 富tomi 河kawa 見mi
藤tou 堂dou 間ma 条jou 後go 崎saki 内nai 平hei
後go 藤tou 閑kan 上jou 神gami 田da
近kon 藤dou 江e 野no
近chika 藤fuji 田da 江e 森mori 松matsu 本moto 澤zawa 沢zawa 岡oka 間ma
遠en 藤dou 田da
遠too 山yama 矢ya 田da 竹take
青ao 木ki 山yama 柳yagi|yanagi 野no 島shima 田ta 沼numa 井i 谷ya|tani 葉ba 池ike 戸to 村mura 地chi 砥to 嶋shima 景kage 江e 崎saki 笹zasa 松matsu 本moto 梨nashi 塚tsuka 石ishi 海mi 沢sawa 澤sawa 森mori 屋ya 根ne 須su 嶌shima 西nishi 鹿ga 竹take 手te 方kata 嵐rashi 園zono 原hara 吹buki 栁yagi
坂saka 本moto 井i 田ta 口guchi 上gami|ue 元moto 野no 下shita 部be 東tou 巻maki 倉kura 根ne 内uchi 牧maki 爪zume 詰zume 手te 梨nashi 西nishi 中naka 入iri 尾o 谷tani 村mura 庭niwa 江e 寄yori 出de 崎zaki 林bayashi 水mizu 間ma 従yori 卷maki 木ki 平hira 場ba 路ji 地chi
坂ban 東dou 内nai 堂dou 野no 野上nogami
阪saka 本moto 口guchi 田ta 上gami 井i 元moto 部be 倉kura 野no
阪han 田da
福fuku 田da 島shima 井i 岡oka 原hara 本moto 山yama 永naga 嶋shima 元moto 村mura 士shi 地chi 富tomi 江e 沢zawa 谷tani 崎saki|zaki 住zumi 室muro 間ma 川kawa 澤zawa 野no 家ie|ya 西nishi 森mori 丸maru 長naga 留tome|dome 良ra 光mitsu 石ishi 盛mori 寿ju 世yo 重shige 林bayashi 中naka 久ku 浦ura 里zato 智chi 豊toyo 岩iwa 吉yoshi 満mitsu 成nari 尾o 與yo 壽ju 代shiro 迫sako 榮ei 王ou 岳oka 知chi 屋ya 水mizu 濱hama 場ba 嶌shima 安yasu 手te 所sho 澄zumi 見mi 垣gaki 徳toku 園zono 冨tomi 増masu 岸gishi 羅ra 瀬se 塚zuka
太oo 田ta 田原tawara
太ta 地ji 宰zai
太da 宰zai
三mi 浦ura 宅yake 上kami 好yoshi 木ki 谷tani|ya 輪wa 原hara 田ta 島shima 村mura 井tsui 沢sawa 枝eda 品shina 橋tsuhashi 瓶kame 嶋shima 竹take 澤sawa 野no 国kuni 森mori 船fune 角sumi 重e 木谷kitani 川kawa 本moto 苫toma 鴨kamo 次yoshi 代yo 留tome 田村tamura 津dzu 林bayashi 尾o 並nami 石ishi 崎saki 輪田wada 塚tsuka 保ho 国谷kuniya 平hira 宮miya 隅sumi 吉yoshi 升masu 条jou 栗tsukuri 山yama 池ike 部be 河kawa 神gami 瀬se 佐sa
三san 田da 条jou 瓶pei 宮nomiya 東tou 本松bonmatsu 遊yuu 戸nohe 宝pou 反tan 分ichi
岡oka 田da 本moto 崎zaki|saki 村mura 部be 野no 山yama 島jima 元moto 安yasu 林bayashi 澤zawa 沢zawa 井i 松matsu 嶋jima 嵜zaki 谷ya|tani 橋hashi 内uchi 原hara 出de 見mi 森mori 上gami 戸do 西nishi 中naka 室muro 光mitsu 倉kura 川kawa 庭niwa 藤fuji 地ji 垣gaki 口guchi 江e 尾o 住zumi 坂saka 重shige 添zoe 野谷noya 久ku 高taka 水mizu 平hira 塚zuka 登to 良ra 木gi 宮miya 浦ura 石ishi 杉sugi -
長naga 田ta 野no 島shima 井i 尾o 沢sawa|zawa 嶋shima 岡oka 谷ya|tani 浜hama 友tomo 瀬se 崎saki 山yama 澤sawa|zawa 倉kura 沼numa 坂saka 江e 塚tsuka 松matsu 村mura 濱hama 屋ya 森mori 津tsu 内uchi 永naga 原hara 縄nawa 本moto 船fune 橋hashi 嶺mine 峰mine 富tomi 浦ura 光mitsu 吉yoshi 福fuku 川kawa 門to 壁kabe 田川tagawa 広hiro 峯mine 廻sako 明ake 地chi 保ho 迫sako 里sato 南nami 妻tsuma 岩iwa 洲su 根ne 政masa
長chou 野no 南nan
長osa 田da 部be 内nai
村mura 上kami 田ta 山yama 松matsu 井i 瀬se 木ki 岡oka 中naka 越koshi 川kawa 野no 尾o 本moto 島shima 沢sawa 澤sawa 嶋shima 主nushi 石ishi 岸kishi 西nishi 林bayashi 部be 谷tani|ya 口guchi 元moto 内uchi 崎saki 雲kumo 杉sugi 橋hashi 下shita 田中tanaka 竹take 方kata 河kawa 治ji 社koso 地chi 形kata 重shige 寿ju 国kuni 串kushi 椿tsubaki 江e 垣gaki 里sato 前mae 角zumi 戸do 濱hama 浜hama 永naga 手te 住zumi 坂saka 辺be 邊be 森mori 関zeki 平hira -
上ue 田da 野no 村mura 原hara 杉sugi 松matsu 山yama 島shima 西nishi 岡oka 嶋shima 木ki 本moto 谷tani 坂saka 条jou 林bayashi 中naka 里sato|zato 地chi 関zeki 川kawa 沢sawa 井i 澤sawa 平hira 園zono 遠tou 之山noyama 妻zuma 敷shiki 浦ura 垣gaki 地ji 月tsuki 床doko 門kado 出de 江e 窪kubo 住zumi 釜gama 代shiro 草kusa 森mori 前mae 加世田kaseda 運天unten 堀bori 塚zuka 脇waki 内uchi 水mizu 橋hashi 保ho 谷ya 尾o 久保kubo 東higashi 高taka 迫sako 武take 永naga 神gami
上kami 山yama 村mura 谷ya|tani 田da 条jou 岡oka 川kawa 坂saka 西nishi 地ji 島jima 林bayashi 松matsu 野no 井i 沢sawa 木ki 原hara 山田yamada 里zato 中naka 遠野toono 泉izumi 垣gaki 倉kura 窪kubo 平hira 久保kubo 瀬se 尾o 門kado 河kawa 別府beppu 岩iwa 森mori 玉利tamari 水mizu 脇waki 前mae 屋ya 下shita 栗kuri 橋hashi 妻tsuma 杉sugi 薗zono 園zono 江洲ezu 地chi 出de 月tsuki
上kou 月zuki
上jou 田da 甲kou 島shima 西nishi
上kan 林bayashi 田da
下shimo 田da 村mura 山yama 川kawa 平hira 地ji 条jou 野no 島jima 坂saka 嶋jima 西nishi 里zato 瀬se 谷ya|tani 岡oka 出de 倉kura 舘date 斗米tomai 津tsu 間ma 園zono 枝eda 沢sawa 柳yanagi 林bayashi 重shige 屋敷yashiki 江e 河kawa 元moto 中naka 井i 垣gaki 浦ura 城shiro 茂moto 鳥tori 原hara 迫sako 堂dou 森mori 澤sawa 门kado 門kado 前mae 窪kubo 野牧nomaki 河原kawara 郡koori 吹fuki 宮miya 本moto 口guchi 川床kawatoko 和田wada 堀bori 橋hashi 杉sugi 赤aka 川原kawara 竹take
原hara - 田da 口guchi 島shima 沢sawa 山yama 澤sawa 嶋shima 野no 川kawa 子ko 崎saki 科shina 岡oka 本moto 井i 内uchi 園zono 中naka 木ki 木gi 賀ga 谷ya 村mura 藤fuji 森mori 林bayashi 西nishi 奈na 尾o 瀬se 国kuni 万man 町machi 矢ya
大oo 野no 塚tsuka 西nishi 谷tani|ya 橋hashi 島shima 川kawa 田ta 山yama 石ishi 久保kubo 村mura 沢sawa|zawa 森mori 原hara 竹take 崎saki 木ki 城shiro|ki 平hira|daira 友tomo 倉kura 内uchi 槻tsuki 坪tsubo 矢ya 沼numa 井i 嶋shima 林bayashi 場ba 庭niwa 畑hata|bata 澤sawa|zawa 和田wada 越koshi|goe 江e 下shita 貫nuki 岩iwa 浦ura 本moto 桃mon 堀hori|bori 垣gaki 家ie|ya 里sato|zato 河内kouchi 関zeki|seki 岡oka 口guchi 道michi 浜hama 濱hama 高taka|daka 賀ga 池ike 泉izumi 野木nogi 滝taki|daki 脇waki 峯mine 東higashi 月tsuki 杉sugi 前mae 栗guri 植ue 屋ya 津tsu 迫sako 窪kubo 薮yabu 海mi 出de 国kuni 重shige 松matsu 輪wa 北kita 坂saka 房fusa 藤fuji|tou 瀧taki 隅sumi 段dan 曲magari 部be 嶺mine 柴shiba 角sumi 宮miya 渕buchi 淵buchi 熊kuma 政masa 勝katsu 鹿shika 嶌shima 内田uchida 河kawa 河原kawara 川原kawara 向muko 戸to 武take 枝eda 須賀suga 上ue|kami 神gami 中naka 園zono 方gata 塩shio 瀬se 田中tanaka 宅yake 串gushi 堂dou 辺be 菅suga 類ruigi 坊bou 仁ni 和wa 葉ba 久ku 寺tera 井川igawa 住zumi 山田yamada 館date 舘date 隈kuma 日向hinata 地ji 町machi 元moto 長naga 丸maru 目me 渡watari
大tai 山zan
大dai 道dou 門mon 東tou 黒koku 王ou
大yama 和to
大o 谷tani 田ta 屋ya 形gata 山yama
今ima 井i 村mura 西nishi 野no 田da 泉izumi 川gawa 枝eda 関zeki 岡oka 尾o 中naka 津tsu 里zato 宮miya 永naga 瀬se 林bayashi 堀hori 本moto 福fuku 江e 崎saki|zaki 橋hashi 成nari 城shiro|ki 坂saka 釜gama 吉yoshi 出de 沢zawa 澤zawa 市ichi 場ba 安yasu 山yama 給kyuu 別府beppu 道michi 松matsu 和泉izumi 日出hide 藤fuji 島shima 谷tani 原hara 屋ya 上gami
今kon 野no 田ta 藤dou -
河kawa 野no 合ai 村mura 原hara|ra 田da 上kami 内uchi|chi 井i 崎saki 本moto 口guchi 西nishi 津zu 島shima 瀬se 辺be 住zumi 嶋shima 北kita 南minami 石ishi 端bata 岸gishi 手te 地chi 相ai 部be 原林ra 岡oka 中naka 元moto 森mori 東higashi 谷tani 波nami 盛mori 木ki 江e 山yama 守mori 竹take 濟zumi 済zumi 角zumi 向mukai 野辺nobe 東田toda 面omo 添zoe 林bayashi 又mata 越goe 澄zumi 尻jiri
河kou 野no 内chi 本moto 村mura 津zu 田da
河ka 東tou
川kawa 上kami 口guchi 崎saki|zaki 村mura 島shima 田da|ta 合ai 本moto 野no 端bata 井i 原hara|ra 瀬se 西nishi 又mata 尻jiri 辺be 嶋shima 名na 北kita 内uchi 添zoe 南minami 中naka 久保kubo 元moto 畑bata 越goe 谷tani|ya 人hito 澄sumi 岸gishi 手te 向mukai 渕buchi 津zu 守mori 路ji 並nami 出de 俣mata 目me 鍋nabe 那na 戸to 淵buchi 森mori 面omote 原田harada 東higashi 勝katsu 満mitsu 除yoke 嵜saki 地ji 住zumi 前mae 平hira 床toko 地chi 原崎harasaki 岡oka 浪nami 松matsu 阪saka 坂saka 城shiro 道michi 連ren 副zoe 名部nabe 波nami 江e 野辺nobe 尾o 浦ura
西nishi 村mura 田da 山yama 川kawa 尾o 本moto 岡oka 野no 沢zawa 原hara 谷tani|ya 島jima 脇waki 井i 澤zawa 口guchi 木ki 森mori 海umi 嶋jima 浦ura 垣gaki 崎zaki 堀bori 巻maki 方kata 林bayashi 内uchi 上ue|gami 園zono 出de 江e 畑hata 宮miya 塚zuka 橋hashi 辻tsuji 條jou 条jou 中naka 片kata 坂saka 館date 舘date 角kado 堂dou 東higashi 平hira 元moto 倉kura 久保kubo 向mukai 松matsu 前mae 岸gishi 竹take 永naga 城shiro 部be 大路ooji 瀬se 目me 盛mori 手te 牧maki 小路kouji 戸to 面men 薗zono 河kawa 土do 地ji 室muro 津tsu 住zumi 宇u 洋you 形gata 屋ya 石ishi 來ki 庄jou 座za 仲naka 水mizu 﨑zaki 濱hama 沖oki 野入noiri
東higashi - 山yama 野no 田da 原hara 谷tani 出de 浦ura 方kata 村mura 口guchi 島jima 久世kuze 恩納onna 江e 條jou 条jou 川kawa 本moto 尾o 瀬se 浜hama 濱hama 崎zaki 園zono 平hira 国hira 岡oka 中naka 坂saka 森mori 端bata 向mukai 内uchi 門kado 木ki 風平gochi
東tou 条jou 條jou 郷gou 海林kairin 城jou 儀gi 野no 田da 松matsu 海kai 馬ma 堂dou 原bara 山yama 宮miya 江e 藤dou
北kita 村mura 川gawa 島jima 原hara 野no 田da 山yama 沢zawa 澤zawa 尾o 口guchi 岡oka 林bayashi 本moto 条jou 谷tani|ya 浦ura 嶋jima 井i 詰zume 上ue|gami 爪zume 崎zaki 畑hata 折ori 目me 中naka 見mi 方kata 森mori 河gawa 大路ooji 里zato 住zumi 御門mikado 倉kura 出de 浜hama 園zono 内uchi 尻jiri 堀bori 條jou 瀬se 奥oku 向mukai 垣gaki 木gi 坂saka 江e 西nishi 脇waki 古賀koga 地ji 市ichi 城shiro 平hira 館date 舘date 辻tsuji 宮miya 濱hama
北hou 条jou 條jou
南minami - 田da 川gawa 野no 出de 谷tani 原hara 山yama 雲gumo 沢zawa 澤zawa 部be 口guchi 井i 方kata 里zato 本moto 島jima 木gi 條jou 崎zaki 浦ura 園zono
南nan 部bu 条jou 條jou 雲un 場ba 郷gou 波ba 里ri 原bara 保ho 光kou 谷ya 野no
南na 雲gumo
杉sugi 山yama 本moto 浦ura 村mura 田ta 原hara 野no 江e 森mori 崎saki|zaki 岡oka 谷tani|ya 林bayashi 下shita 内uchi 沢sawa 澤sawa 井i 尾o 木ki 橋hashi 中naka 島shima 戸to 若waka 生o 町machi 野森nomori 立tachi 平daira 元moto 永naga 浪nami 嶋shima 之原nohara 枝eda 田da 目me 渕buchi 松matsu 川kawa 倉kura 友tomo 良ra 坂saka 政masa 口guchi 瀬se 垣gaki 宮miya 﨑zaki 水mizu -
竹take 内uchi 田da 中naka 下shita 村mura 本moto 山yama 原hara 井i 川kawa 野no 島shima 林bayashi 沢zawa 澤zawa 森mori 岡oka 口guchi 谷tani|ya 之内no'uchi 嶋shima 花hana 崎zaki 尾o 腰goshi 石ishi 上gami|ue 永naga 市ichi 脇waki 松matsu 園zono 浪nami 安yasu 腰koshi 元moto 添zoe 邊be 部be 倉kura 鼻hana 重shige 之下noshita 田津tadzu 歳tose 屋ya 俣mata 越koshi 江e 垣gaki 迫sako 浦ura 辺be 平hira 渕buchi 宮miya 前mae 友tomo 矢ya 波nami 節fushi
武take 田da 藤fuji 内uchi 井i 山yama 本moto 村mura 石ishi 島shima 市ichi 川kawa 居i 智chi 部be 富tomi 久hisa 岡oka 林bayashi 末sue 永naga 谷ya 元moto 原hara 野no 笠gasa 政masa 澤zawa 沢zawa 口guchi 安yasu 邑mura 宮miya 隈kuma 下shita 嶋shima 蔵kura 中naka 松matsu 重shige 友tomo 森mori 江e 正masa 尾o 輪wa 吉yoshi 成nari 和wa 満mitsu 信nobu 州shu 里zato
武mu 藤tou 川kawa 者小路shanokouji 者sha 蔵sashi 舎sha 曽so
武bu 藤tou
新ara 井i 木ki 川kawa 谷ya 田da 垣gaki 居i 山yama 沼numa 海umi 倉kura 島shima 嶋shima 崎saki 保ho 里zato 藤fuji 宮miya 美mi 津tsu 屋ya 家ie 野no 城ki|shiro 妻zuma 関seki 尾o 村mura 岡oka 福fuku
新nii 井i 田da 谷ya 倉kura 島jima 山yama 野no 見mi 沼numa 津tsu 村mura 川kawa 美mi 家ya 妻zuma 居i 庄bou 海mi 関zeki 名na 屋ya 本moto 保ho 藤tou 実mi 垣gaki 原hara 城shiro 澤zawa 留dome 宮miya 里zato 嶋jima 岡oka 子ko
新shin 田da 庄jou 井i 城jou 保bo 村mura 谷tani|ya 海kai 開kai 藤dou 屋ya 地chi 川kawa 宅taku 家ya 垣gaki 行gyou 名na 宮miya 里zato 堂dou 居i 免men 妻zuma 池ike 原hara 納nou 山yama 町machi 福fuku 渡do 出de 濱hama 飼kai
荒ara 木ki 井i 川kawa 山yama 巻maki 牧maki 田ta 谷ya|tani 野no 金gane 尾o 居i 島shima 瀬se 生o|u 深fuka 関zeki 張bari 武take 浪nami 垣gaki 波nami 蒔maki 賀ga 船fune 屋ya 井田ida 海umi 家ie 岡oka 沢sawa 澤sawa 堀hori 嶋shima 原hara 畑hata 内uchi 平hira 松matsu 戸to 明ake 俣mata 城ki
古furu 川kawa 田ta 谷ya 屋ya 賀ga 沢sawa 澤sawa 市ichi 山yama 野no 畑hata 橋hashi 関zeki 木ki 本moto 村mura 河kawa 家ya|ie 内uchi 森mori 島shima 井i 瀬se 城jou|shiro 庄shou 平hira 宮miya 荘shou 林bayashi 館date 舘date 屋敷yashiki 口guchi 財zai 殿dono 里sato 塚zuka 原hara 岡oka 江e 園zono 郡gouri 味mi 越koshi 手te 樋toi 堀hori 崎saki 渡to 尾o 作saku 嶋shima 地chi 坂saka 根ne 神gami 垣gaki 池ike 場ba 町machi 松matsu
古ko 賀ga 林bayashi 谷ya|tani 池ike 泉izumi 山yama 森mori 川kawa 閑kan 西nishi 屋ya 寺dera 島jima 平hira 村mura 沢zawa 関seki 澤zawa 畑bata 藤tou 河kawa 茂田moda 和口waguchi 市ichi 松matsu 城jou 布fu 瀬se 石ishi 宇田uda 堅ken 田da 暮gure 長naga 志ji 玉dama 郡gouri 堀bori 新shin 積zumi 出ide
久hisa 田da 松matsu 永naga 富tomi 我ga 山yama 原hara 島jima 末sue 岡oka 本moto 武take 留dome 住zumi 恒tsune 門kado 光mitsu 間ma 枝eda 村mura 井i 家ya 木ki 次tsugu 貝gai 下shita
久ku 保bo 保田bota 保木boki 米me 世ze 野no 慈ji 我ga 津見tsumi 住sumi 喜ki 貝gai 高daka 間ma 郷gou 山yama 手te 下shita 徳toku 城shiro 田da 富tomi 代shiro 堀hori 原hara 安yasu 場ba 地ji 枝eda 木ki
久kyuu 徳toku
菅suga 原wara|hara 野no 沼numa 谷ya 井i 田ta 家ya|ke 生u|o 本moto 又mata 波nami 村mura 江e 山yama 間ma 森mori 沢sawa 澤sawa 崎saki 瀬se 浪nami 川kawa 島shima 家ie 河kawa 藤fuji 内uchi 尾o -
菅kan 野no 原bara 家ke 田da
菅suge 野no
平hira 野no 田ta 山yama 井i 川kawa 松matsu 岡oka 林bayashi 沢sawa 原hara 塚tsuka 尾o 本moto 良ra 賀ga 島shima 木ki 間ma 沼numa 澤sawa 石ishi 嶋shima 柳yanagi 出de 子ko 口guchi 谷tani|ya 安yasu 中naka 下shita 戸to 瀬se 泉izumi 岩iwa 内uchi 吹buki 居i 江e 目me 手te 光mitsu 敷shiki 元moto 畑hata 栗guri 園zono 形kata 河kawa 垣gaki 村mura 野井noi 向mukai 部be 方kata 森mori 位i 湯yu 家ie 安名anna 古ko 城shiro 坂saka 場ba 崎saki 多ta 久ku 片kata 宮miya 重shige
平hei 安an
市ichi 川kawa 村mura 原hara 橋hashi 田da 野no 瀬se 丸maru 場ba 岡oka 毛ge 本moto 山yama 来ki|rai 東tou 谷tani|ya 之瀬nose 井i 島shima 倉kura 古ko 林bayashi 野瀬nose 江e 河kawa 木ki 堀bori 内uchi 澤zawa 沢zawa 元moto 松matsu 屋ya 坪tsubo 口guchi 森mori 石ishi 坂saka 戸to 塚tsuka 嶋shima 尾o 薗zono 園zono 中naka 浦ura 角zumi 岐ki 成nari 平hira
野no 村mura 田da 口guchi 崎zaki|saki 上gami|ue 沢zawa 島jima 中naka 本moto 原hara 見mi 澤zawa 間ma 津tsu|zu 木gi 々村nomura 々山noyama 嶋jima 末zue 呂ro 地ji|chi 瀬se 坂saka 尻jiri 辺be 元moto 川gawa 林bayashi 添zoe 谷tani|ya 平hira 井i 家ie 路ji 内uchi 々垣nogaki 岡oka 池ike 方kata 宮miya 依yori 下shita 水mizu 仲naka 勢se 垣gaki 河gawa 波nami 田中danaka 寄yori 戸do 嵜zaki 畑bata 里zato 山yama 々口noguchi 倉kura 入iri 網ami 尾o 武take 﨑zaki 宗sou 々下noshita 々宮nomiya 牧maki 手te 城shiro 月zuki 々川nogawa 々上no'ue 出de 久保kubo 間口maguchi
岩iwa 崎saki|zaki 田ta 本moto 井i 瀬se 永naga 佐sa 下shita 間ma 橋hashi 淵buchi 渕buchi 谷tani|ya 村mura 沢sawa 澤sawa 切kiri 川kawa 城ki|shiro 倉kura 波nami 元moto 尾o 島shima 堀hori 上gami|kami 嶋shima 木ki 重shige 名na 館date 舘date 浅asa 見mi 松matsu 立tate 手te 原hara 野no 泉izumi 政masa 山yama 岡oka 室muro 坂saka 垣gaki 部be 根ne 船fune 男o 屋ya 内uchi 月tsuki 水mizu 藤fuji 熊kuma 丸maru 森mori 端hata 河kawa 﨑saki 寺dera 池ike 出de 口guchi 里sato 浪nami 附tsuki 貞sada 坪tsubo 槻tsuki 鶴tsuru
増masu 田da 井i 子ko 山yama 本moto 永naga 岡oka 渕buchi 尾o 村mura 淵buchi 野no 澤zawa 沢zawa 川kawa 原hara 島jima 島shima 谷tani 森mori 岩iwa 成nari 江e 元moto 見mi 嶋jima 塚zuka 木ki 戸do 茂mo 喜ki 崎zaki
益masu 田da 子ko 本moto 山yama 岡oka 永naga 満mitsu 井i 村mura 川kawa
舛masu 添zoe 田da 本moto 井i 岡oka
升masu 田da 本moto 井i 谷tani 野no 川kawa 岡oka
桝masu 田da 本moto 井i 谷tani 岡oka
千chi 葉ba 田da 原hara 野no 種gusa 川kawa 村mura 坂saka 頭kami 島shima 代yo 星boshi 明gira 々和jiwa 歩ho 谷ya 本moto 尋hiro 年tose 綿wata 草gusa 木gi 石ishi 光mitsu 枝eda 々石jiwa 脇waki 江e 家ya
千sen 田da 石goku 賀ga 崎zaki 手ju 波ba 家ge 代dai 原bara 日nichi - 野no 本bon 頭dou
桑kuwa 原hara|bara 田ta 野no 山yama 村mura 島shima|jima 名na 本moto 木ki 折ori 嶋shima 江e 沢sawa 澤sawa 岡oka 子ko 畑hata 崎saki 門kado 垣gaki 鶴zuru 元moto 波nami 水mizu
和wa 田da 泉izumi 久井kui 気ke 賀ga 島jima 久田kuda 辻tsuji 食jiki 智chi 佐sa 知chi 栗guri 嶋jima 氣ke 倉kura 多ta 地chi 久wa 合ai 才sai 久津kutsu 歌ka 深buka 気坂kesaka 崎zaki 家ke
内uchi 田da 山yama 海umi|mi 村mura 野no 川kawa 堀bori 尾o 木ki 島jima 澤zawa 沢zawa 原hara 本moto 嶋jima 倉kura 橋hashi 池ike 園zono 丸maru 間ma 林bayashi 門kado 宮miya 谷ya 森mori 生o 坂saka 西nishi 井i 部be 屋ya 方kata 河kawa 松matsu 家ie 平hira 崎zaki 古閑koga 賀嶋gashima
内nai 藤tou 海kai 記ki 貴ki
内utsu 海mi 木ki
宮miya 崎zaki|saki 本moto 田ta 川gawa 下shita 内uchi 城gi|shiro 原hara|bara 沢zawa 島jima 澤zawa 脇waki 里zato 坂saka 地ji|chi 野no 森mori 越koshi 尾o 部be 嶋jima 井i 木ki 山yama 岡oka 武take 永naga 腰koshi 村mura 口guchi 谷tani|ya 入iri 迫sako 田da 代shiro 西nishi 林bayashi 家ie|ya 平hira 浦ura 垣gaki 薗zono 園zono 前mae 嵜zaki 丸maru 国guni 國guni 瀬se 台dai 倉kura 寺dera 近chika 石ishi 川kawa 津zu 所dokoro 窪kubo 後go 竹take 作saku 元moto 松matsu 路ji 道michi 﨑zaki 中naka 成nari 久保kubo 保ho 藤fuji 定sada 塚zuka 重shige 多ta 上ue|gami 出de 宗mune 岸gishi
宮ku 内nai
酒saka 井i 巻maki 向mukai 匂wa 寄yori 田ta 本moto 見mi
酒sake 井i 田ta 本moto
丸maru 山yama 尾o 田ta 岡oka 茂mo 井i 橋hashi 谷tani|ya 本moto 川kawa 野no 林bayashi 子ko 毛ge 島shima 木ki 目me 岩iwa 藤fuji 嶋shima 市ichi 中naka 塚tsuka 元moto 田da 澤sawa 地chi 原hara 亀game 内uchi 森mori 園zono 石ishi
工ku 藤dou 藤tou
桜sakura 井i 田da 庭ba 木gi 本moto 沢zawa 澤zawa 川gawa 林bayashi 内uchi 山yama 岡oka 堂dou 町machi 間ma 村mura
桜ou 庭ba
櫻sakura 井i 田da 木gi 庭ba 本moto 澤zawa
横yoko 山yama 田ta 井i 川kawa|gawa 尾o 溝mizo 沢sawa 澤sawa 地chi 村mura 内uchi 倉kura 島shima 関zeki 森mori 松matsu 手te 谷ya|tani 塚tsuka 野no 堀bori 瀬se 須賀suka 須su 江e 木ki 前mae 張hari 平hira 大路ooji 浜hama 矢ya 目me 石ishi 嶋shima 濱hama 路ji 道michi 部be 家ie 塚zuka 枕makura 岡oka 幕maku
富tomi 田ta|da 永naga 岡oka 樫kashi|gashi 沢zawa|sawa 澤zawa 山yama 川kawa 井i 松matsu 本moto 士shi 谷tani|ya 安yasu 塚zuka 島shima 村mura 野no 江e 森mori 盛mori 崎zaki 家ie 林bayashi 里zato 原hara 久hisa 元moto 地chi 海umi 重shige 場ba 木ki 賀ga 浦ura 吉yoshi 成nari 来ki 根ne 下shita 嶋shima 水mizu 所dokoro
富to 樫gashi
富fuji 士田shida
冨tomi 田ta|da 永naga 岡oka 山yama 沢zawa 澤zawa 樫kashi 士shi
成nari 田ta 沢sawa 澤sawa 松matsu 島shima 川kawa 宮miya 合ai 海umi|mi 嶋shima 尾o 岡oka 井i 富tomi 毛ke 清kiyo 冨tomi 本moto 重shige 塚tsuka 広hiro 定sada 家ie 木ki 山yama 見mi 谷ya 子ko 相ai 行yuki 末sue 戸to 原hara 吉yoshi
成naru 瀬se 海mi 島shima
水mizu 野no 谷tani|ya 島shima 口guchi 田ta 上kami|gami 嶋shima 越koshi|goe 沼numa 落ochi 本moto 村mura 井i 木ki 沢sawa 原hara 戸to 出de 山yama 流nagare 澤sawa 城shiro|ki 崎saki 内uchi 川kawa 池ike 尾o 橋hashi 垣gaki 岡oka 下shita 守mori 元moto 津tsu 落chi 森mori 鳥dori 戸部tobe 江e 間ma 倉kura 科shina 梨nashi 町machi 部be 迫sako 河kawa 主nushi 浦ura 足tari 濱hama 門kado
水mi 上nakami 谷tani 戸to 原hara
服hatto 部ri
島shima 田da 崎zaki|saki 袋bukuro 村mura 津zu 本moto 野no 倉kura 谷tani|ya 岡oka 川kawa 根ne 貫nuki 内uchi 中naka 尻jiri 森mori 原hara 影kage 山yama 口guchi 林bayashi 尾o 元moto 木ki|gi 井i 沢zawa 居i 宗mune 越goe 地ji 瀬se 浦ura 峰mine 岩iwa 脇waki 方kata 名na 下shita 澤zawa -
嶋shima 田da 崎zaki 村mura 津zu 本moto 野no 倉kura 岡oka 川kawa 根ne 原hara 森mori 谷tani 中naka -
浜hama 田da 口guchi 野no 崎saki|zaki 本moto 中naka 島shima 村mura 岡oka 名na 谷tani|ya 井i 松matsu 辺be 砂suna 元moto 地ji|chi 屋ya 川kawa 家ie 上gami|ue 渦uzu 園zono 尾o 部be 里zato 嶋shima 西nishi 端bata 坂saka 下shita 岸gishi 浦ura 瀬se 住zumi 池ike 原hara 林bayashi 戸do 久ku 内uchi 石ishi 近chika 岩iwa 江e 森mori 山yama 脇waki 場ba 手te 垣gaki
濱hama 田da 口guchi 野no 崎saki|zaki 本moto 中naka 島shima 村mura 岡oka 名na 谷tani 井i 松matsu 元moto 地ji 屋ya 川kawa 上ue|gami 﨑saki 園zono 砂suna 西nishi 部be 家ie 嶋shima
片kata 山yama 岡oka 桐giri 平hira 野no 倉kura 寄yose 瀬se 柳yanagi 渕buchi 貝gai|kai 岸gishi 上gami 田da|ta 沼numa 所dokoro 川kawa 淵buchi 見mi 根ne 江e 島shima 村mura 嶋shima 伯gi 木gi 切giri 庭niwa 浜hama 口guchi 本moto 方kata
広hiro 瀬se 田ta 川kawa 沢sawa 野no 岡oka 井i 島shima 松matsu 本moto 中naka 山yama 津tsu 末sue 重shige 内uchi 谷tani|ya 木ki 原hara 永naga 嶋shima 部be 橋hashi 兼kane 田da 光mitsu 崎saki 常tsune 渡watari 里sato 住zumi 戸to 森mori 実zane 畑hata 村mura 江e 安yasu 目me 池ike 下shita 長naga
廣hiro 瀬se 田ta 川kawa 澤sawa 野no 岡oka 井i 島shima 松matsu 本moto 中naka 山yama 津tsu 末sue 重shige 木ki 谷tani 嶋shima 渡watari 橋hashi 原hara 部be
弘hiro 田ta 中naka 瀬se 前mae 津tsu 岡oka 永naga 光mitsu 本moto 原hara
永naga 田ta 井i 野no 島shima 山yama 友tomo 瀬se 吉yoshi 沢sawa 嶋shima 尾o 岡oka 谷tani|ya 松matsu 原hara 倉kura 澤sawa 森mori 崎saki 富tomi 村mura 江e 木ki 川kawa 塚tsuka 浜hama 作saku 石ishi 安yasu 渕buchi 末sue 冨tomi 峰mine 坂saka 福fuku 濱hama 峯mine 里sato 見mi 楽ra 浦ura 淵buchi 本moto 橋hashi 盛mori 廣hiro 地chi 屋ya 野間noma 家ie
黒kuro 田da 川kawa 木ki|gi 沢sawa 岩iwa 澤sawa 崎saki|zaki 瀬se 須su 柳yanagi 坂saka 羽ha|ba 江e 野no 島shima 山yama 滝taki 石ishi 河kawa 土tsuchi 谷tani|ya 松matsu 住zumi 部be 井i 瀧taki 嶋shima 岡oka 子ko 丸maru 宮miya 目me 古ko 沼numa 水mizu 後go 原hara 神kami 明ake 内uchi 葛katsu 栁yanagi 肥hi 渕buchi 塚tsuka 本moto 森mori 津tsu 薮yabu 飛tobi 藤fuji 濱hama 梅ume 熊kuma 葉ba 鳥tori
秋aki 山yama 田ta 元moto 本moto 葉ba 吉yoshi 野no 場ba 庭niwa|ba 永naga 月zuki 谷tani|ya 好yoshi 岡oka 間ma 沢zawa|sawa 澤zawa|sawa 定sada 保ho|yasu 津tsu 村mura 川kawa 森mori 鹿ka 尾o 丸maru 篠shino 松matsu 原hara|bara 武take 重shige 浜hama 里sato 竹take 満mitsu 濱hama 広hiro 政masa 江e 枝eda 塚tsuka
春haru 田ta 山yama 名na 木ki 原hara 口guchi 本moto 野no 井i 日井hii 見mi
春kasu 日ga 日部kabe
夏natsu 目me 井i 川kawa 木ki 原hara 野no 秋aki 山yama 堀bori
冬fuyu 木ki 野no 柴shiba 室muro
望mochi 月zuki 田da
土tsuchi 屋ya 田da 谷ya|tani 井ya 橋hashi 門kado 岐ki 山yama 本moto 佐sa 村mura 沢zawa 居i 江e 川kawa 持mochi 師shi 澤zawa 倉kura
土do 井i 肥hi 居i 田da 門mon 橋bashi 師shi 岐ki
土to 岐ki 田da 屋ya 肥hi 佐sa 師shi 居i 倉kura 生bu
土hiji 方kata
星hoshi 野no 川kawa 山yama 加ka 合ai 名na 島jima 井i 田da 子ko 崎zaki 谷ya|tani 原hara 飛hi 見mi 出de 埜no 里zato 住zumi 本moto 宮miya -
樋hi 口guchi 山yama 渡watashi 田da 上gami 熊guma 浦ura 渡watari
関seki 口guchi 根ne 谷ya 本moto 川kawa 野no 山yama 戸do 原hara|bara 田ta|da 塚zuka 沢zawa 井i 屋ya 村mura 水mizu 岡oka 谷tani 矢ya 端bata 澤zawa 目me 森mori 元moto 島jima 内uchi 場ba 永naga 崎zaki 家ie 嶋jima 尾o 堂dou 浦ura 藤tou 岸gishi 下shita 沼numa 友tomo -
金kane 子ko 田da|ta 沢zawa 井i 城shiro|ki 山yama 森mori 澤zawa 丸maru 本moto 崎saki|zaki 野no 原hara|bara 岡oka 川kawa|gawa 谷tani|ya 島shima 坂saka 重shige 沼numa 光mitsu 倉kura 藤fuji 平hira 安yasu 尾o 村mura 嶋shima 内uchi 元moto 古ko 木ki 杉sugi 塚zuka 指zashi 久保kubo 石ishi 氏uji 松matsu 場ba 成nari 林bayashi 浜hama 盛mori 築zuki 濱hama 高taka 堂dou 月zuki 屋ya 良ra 海umi 上gami 道michi 津zu 刺zashi 箱bako 広hiro 久ku 巻maki 持mochi 兼kane
金kana 井i 沢zawa 山yama 森mori 丸maru 澤zawa 城gi|shiro 谷ya 木gi 田da 本moto 杉sugi 村mura 崎saki 尾o 岡oka 指zashi 原hara 川gawa 戸to 屋ya 塚zuka 野no 石ishi 築tsuki 平hira 折ori 倉kura 光mitsu 内uchi 江e 武take
金kin 城jou 田ta|da 原hara|bara 藤dou 谷ya
金ko 田nda
兼kane 子ko 田da 松matsu 本moto 井i 重shige 光mitsu 村mura 山yama 古ko 島shima 崎saki 高taka 平hira 行yuki 城shiro 元moto 安yasu 久ku 次tsugu
萩hagi 原wara|hara 野no 本moto 尾o 谷ya|tani 村mura 庭niwa 元moto 森mori 中naka 山yama 島shima 倉kura 澤sawa 生u 平hira 久保kubo
荻ogi 原wara|hara 野no 島shima 田ta 上ue 窪kubo 布nuno 村mura 生u 須su 嶋shima 沼numa
栗kuri 原hara 田ta 山yama 本moto 林bayashi 栖su 城ki 木ki 岡oka 生u 島shima 崎saki 野no 村mura 谷tani|ya 橋hashi 沢sawa 坂saka 川kawa 並nami 下shita 駒koma 塚tsuka 盛mori 飯han 津tsu 澤sawa 花hana 脇waki 嶋shima 屋ya 毛ge 秋aki 又mata 岩iwa 尾o 須su
柴shiba 田ta 崎saki|zaki 山yama 原hara 野no 沼numa 垣gaki 本moto 村mura 草kusa 木ki 橋hashi 宮miya 家ie 生o 辻tsuji 内uchi 尾o 谷tani|ya 森mori 川kawa 岡oka 戸to 江e 田da 倉kura 嵜saki 地ji 島shima 又mata 沢sawa
芝shiba 田ta 崎saki|zaki 山yama 原hara 本moto 野no 池ike 村mura 浦ura 垣gaki 江e 宮miya 辻tsuji 木ki 尾o 井i 内uchi 沼numa 谷tani -
志shi 村mura 賀ga 田da 水mizu 摩ma 茂mo 甫ho 波ba 野no 方kata 岐ki 津tsu 道dou 土do 柿gaki 鎌kama 釜kama 築zuki 磨ma 保bo 和wa 真ma 位i 佐sa 知chi 渡to 垣gaki
塩shio 田da|ta 谷ya|tani 沢zawa 野no 原hara|bara 崎zaki|saki 見mi 川kawa 澤zawa 島jima 入iri 山yama 井i 塚zuka 津tsu 津zu 月tsuki|zuki 飽aku 野谷noya 浜hama 路ji 屋ya 村mura 出de 浦ura 越koshi 濱hama 満mitsu 尻jiri 地chi 本moto 嶋jima 手te 冶ya 釜gama 生nari 木gi 貝gai 坂saka
塩en 谷ya
須su 藤dou|tou 田da 賀ga 山yama 崎zaki|saki 川gawa 永naga 原hara|bara 貝gai 磨ma 長naga 谷gai|tani 子ko 本moto 郷gou 釜gama 佐sa 江e 合ai 向mukai 々木suki 納nou 之内no'uchi 部be 網ami 戸do 加ka 知chi 摩ma 見mi 林bayashi 澤zawa 惠e 浪nami 波nami
宇u 野no 田da 都宮tsunomiya 佐美sami 賀神gajin 井i 田川dagawa 佐見sami 津木tsuki 山yama 川gawa 佐sa 留野runo 都utsu 根ne 梶kaji 部be 津tsu 賀ga 土do 多ta 高taka 住sumi 良ra 佐川sagawa 式shiki 戸to 治ji 津宮tsumiya 於崎osaki 喜多kita 賀田gata 垣gaki 那木nagi 尾o 治野jino 原hara 野沢nozawa 野木nogi 野澤nozawa 都木tsuki
鵜u 飼kai 沢zawa 澤zawa 川kawa 野no 殿dono 木noki 藤dou 瀬se 池ike 沼numa
牛ushi 島jima 山yama 田da 嶋jima 尾o 丸maru 込gome 木ki 窪kubo 久保kubo 腸tako 渡wata 場ba 崎zaki
馬ba 場ba
馬ma 渕buchi 淵buchi 島jima 越goshi 目me 渡watari 瀬se 嶋jima 込gome 原hara 殿dono 橋bashi 杉sugi 上kami
馬uma 場ba 込gome 越koshi 渡watari 島jima
鹿shika 島shima 野no 内uchi 倉kura 田da
鹿ka 島shima 野no 毛ge 嶋shima 子島kojima 内nai 山yama 又mata 川gawa 屋ya 股mata 糠nuka 沼numa
熊kuma 谷gai|gaya|tani 田da 倉kura 木ki 沢zawa 本moto 井i 澤zawa 坂saka 野no 崎zaki 川kawa 原hara 切kiri 代shiro 地ji 耳gami 丸maru 岡oka 野御堂nomidou 林bayashi 手de 木gi 沢sawa 部be 江e 城shiro 取tori
亀kame 井i 田da 山yama 谷gai|ya 岡oka 島shima 川kawa 村mura 崎zaki 倉kura 本moto 高taka 卦川gaiwa 嶋shima 梨nashi 沢zawa 代shiro 石ishi 垣gaki 元moto 野no
龟kame 井i
鶴tsuru 田ta|da 見mi 岡oka 巻maki 谷tani|ya 原hara 丸maru 島shima 澤sawa 沢sawa 崎saki 川kawa 賀ga 留ru 我ga 野no 長naga 園zono 山yama 本moto 貝gai 井i 身mi 町machi 房fusa 嶋shima 蒔maki 若waka 峯mine 尾o 薗zono 間ma
鳥tori 居i 井i 海umi 山yama 越goe|koe 谷tani|ya 羽ba 飼kai 巣su 潟gata 原hara 屋ya 部be 尾o 島shima 生u 澤zawa 養kai 浜hama 濱hama
鳥to 羽ba
鷲washi 尾o 見mi 田da 野no 山yama 巣zu 谷tani 頭zu 塚zuka
鷹taka 野no 取tori 觜nohashi 田da 羽ha 尾o 巣su 見mi 木gi
犬inu 飼kai 塚zuka 養kai 丸maru 山yama 井i 伏bushi 童dou 竹take
猪ino 股mata 俣mata 瀬se 狩kari 野no 木ki 又mata 飼kai 熊kuma 口guchi 原hara 上ue 川kawa 子ko 越koshi
猪i 狩gari 野no 飼kai 熊guma 口guchi 川kawa 岡oka 鹿倉kura 谷tani 本moto 鼻hana 田da 木ki 上gami
稲ina 葉ba 垣gaki 田da 村mura 川gawa 毛ge 積zumi|tsumi 富tomi 森mori 福fuku 本moto 吉yoshi 岡oka 荷ri 木ki 見mi 津zu 沢zawa 場ba 嶺mine 生u 辺be 井i 盛mori 永naga 石ishi 野no 留dome 原hara 元moto 山yama 継tsugi 邊be 澤zawa 塚zuka 次tsugi 光mitsu 舟fune 船fune 部be 浪nami 益masu 数kazu 妻zuma
稻ina 葉ba 垣gaki 田da 村mura
米yone 田da 山yama 沢zawa 倉kura 澤zawa 川kawa 本moto 村mura 谷ya|tani 丸maru 原hara 津zu 持mochi 井i 永naga 元moto 重shige 岡oka 窪kubo 光mitsu 次zu 嶋shima 島shima 林bayashi 内uchi 盛mori 野no 増masu 満mitsu 長naga 森mori 江e
米mai 田ta 谷tani
米kome 田da 谷tani
目me 黒guro 崎zaki 加田kada 良ra 時toki 代shiro 貫nuki 片kata
矢ya 野no 島jima 部be 田da 口guchi 沢zawa 内uchi 作hagi 崎zaki 吹buki 嶋jima 澤zawa 代shiro 沼numa 後go 木gi 川gawa 萩hagi 追oi 原hara 本moto 山yama 幡wata|hata 下shita 倉kura 頭gashira 作部sakube 端hata 上gami 藤tou 田部tabe 板ita 持mochi 花bana 村mura 地ji 富tomi 津tsu 須su 治ji 形gata 敷shiki 尾o 中naka
八ya 木gi 島jima 代shiro 田da 幡hata|wata 巻maki 重樫egashi 嶋jima 谷tani|gai 木沢gisawa 角sumi|kado 尾o 木橋gihashi 沢zawa 塚tsuka|zuka 下noshita 柳nagi 色iro 鍬kuwa 尋hiro 木田gita 澤zawa 重e 須su 本moto 坂saka 川kawa 野no 杉sugi 村mura 子ko 森mori 島shima
八hachi 木ki 巻maki 田da 谷ya 屋ya 村mura 幡man 島jima 丁cchou 戸nohe 賀ga
七nana 尾o 海umi 条jou 沢sawa 五三gosan 原hara 戸to
七shichi 条jou 里ri 戸nohe 野no
五i 十嵐garashi|karashi 味mi 十川sogawa 井i 百旗頭okibe
五go 島tou 味mi 嶋tou 代dai 明myou 月getsu 十棲juzumi 藤tou
六roku 車sha 角kaku 本moto 田ta
六mu 角tsukado
四yo 方mo 元tsumoto 釜kama 戸no 井tsui 月tsuki 谷tsuya 倉kura
四shi 宮nomiya 條jou 条jou 本moto 元moto 宮miya
二ni 宮nomiya 村mura 瓶hei 階堂kaidou 木ki 見mi 川kawa 上kami 反田tanda 又mata 神kami 橋hashi 平hira 岡oka 俣mata 藤tou
二futa 村mura 見mi 木gi 神gami 又mata 俣mata 川gawa 瀬se 葉ba 渡watari 子ko
一ichi 瀬nose 戸nohe 宮nomiya 柳yanagi 色iro 谷tani 木gi 条jou 杉sugi 倉kura 場ba 丸maru 山yama 岡oka 松matsu 橋hashi 木ki 之瀬nose 方kata 條jou 井i 樂raku 見mi 法houji 氏uji 川kawa
一hitotsu 柳yanagi 橋bashi 木gi 松matsu
十to 河gawa 時toki 川gawa
十so 河gou 川gawa
百momo 瀬se 田ta 々momo 井i 武take 谷ya 海mi
万man 代dai 田da 年nen
相ai 沢zawa 川kawa 原hara|bara 馬ba 田da 澤zawa 場ba 良ra 武take 内uchi 磯iso 浦ura 葉ba 羽ba 島jima 本moto 坂saka 木gi 井i 見mi 野no 京kyou 宮miya 楽raku 山yama
相sa 良gara
相sou 馬ma 田da 良ra
会ai 田da 沢zawa 澤zawa 見mi 川kawa
逢ai 沢zawa 坂saka 澤zawa
藍ai 沢zawa 澤zawa 原hara 田da 川kawa 場ba
浅asa 野no 井i 田da 川kawa|gawa 見mi 沼numa 岡oka 香ka 利ri 海umi 倉kura 山yama 尾o 原hara|bara 羽ba 沢zawa 村mura 木gi 澤zawa 島jima 間ma 賀ga 葉ba 枝eda 妻zuma 居i 水mizu 本moto 子ko 里zato 石ishi 坂saka 黄gi 津zu 谷ya 地chi 越koshi 丘oka 生o 輪wa 草kusa
麻a 生sou
麻asa 生o 野no 田da 井i 川kawa
朝asa 倉kura 日hi 比奈hina 岡oka 長naga 山yama 田da 日奈hina 野no 霧giri 香ka 井i 妻zuma 原hara 木gi 見mi 永naga 尾o 海umi 川kawa 比hi 生o 内uchi 本moto 隈kuma
天ama 野no 田da 川kawa 沼numa 羽ba 谷ya|gai 海umi 草kusa 児goi 津tsu 願gan 知chi 内nai 白shiro 根ne 明ake 笠gasa 木gi 宮miya 寺dera 池ike 辰tatsu 春haru
天ten 野no 満man|ma 間ma 本moto 日nichi 竺jiku 童dou 王ou 沼numa
飯ii 田da 島jima 塚zuka 野no 沼numa 村mura 泉zumi 倉kura 山yama 嶋jima 高taka 干hoshi 尾o 室muro 森mori 窪kubo 川kawa 降buri 酒zake 沢zawa 豊toyo 澤zawa 岡oka 原hara 浜hama 牟礼mure 間ma 草kusa 束zuka 國guni 国guni
飯han 田da 山yama
磯iso 野no 部be 田da 村mura 貝gai 崎zaki 谷gai|ya 山yama 川kawa 目me 島jima 上gami|ue 井i 前mae 辺be 端bata 本moto
板ita 倉kura 橋bashi 垣gaki 谷ya 東dou 井i 野no 坂saka 津tsu 山yama 敷shiki 持mochi 良ra 屋ya 原hara 木gi 花bana 子ko 羽ba
泉izumi 谷ya|tani 田da 山yama 川kawa 沢sawa 水mizu 本moto 井i 野no 原hara 尾o 澤sawa 屋ya 崎saki 類rui 宮miya 舘date 地chi 岡oka 浦ura 口guchi 池ike -
糸ito 井i 川kawa 賀ga 数kazu 魚川igawa 山yama 瀬se 洲su
臼usu 井i 田da 杵ki 倉kura 木ki
梅ume 田da 原hara|bara 沢zawa 村mura 津zu|tsu 本moto 木ki 野no 崎zaki 澤zawa 山yama 谷tani|ya 宮miya 川kawa 林bayashi 井i 垣gaki 岡oka 影kage 棹sao 里zato 北kita 島shima 内uchi 森mori 枝eda 屋ya 咲zaki
浦ura 田ta 野no 川kawa 島shima 上gami|kami 部be 山yama 岡oka 崎saki 和wa 谷ya|tani 井i 本moto 沢sawa 口guchi 嶋shima 辺be 東higashi 添soe 壁kabe 西nishi 江e 中naka 瀬se 方kata 林bayashi 元moto 郷gou 底soko 松matsu 浜hama 家ie 木ki 尾o 添zoe -
江e 口guchi 藤tou 崎saki 川gawa 原hara|bara 本moto 島jima 頭tou|gashira 尻jiri 森mori 上gami|ue 戸do 田da|ta 木gi 波nami 村mura 沢zawa 端bata 里zato 成nari 夏natsu 角sumi|zumi 幡bata|hata 嶋jima 野no 見mi 積zumi 坂saka 守mori 副zoe 井i 連zure 南nami 畑bata 向mukai 花bana 澤zawa 越goshi 山yama 浦ura 平hira 谷tani 刺zashi 面zura 國guni 国guni 古koga 草kusa
榎eno 本moto 並nami 木ki 田da 戸kido 園zono
榎enoki - 本moto 田da 原hara 並nami
蛯ebi 名na 原hara 沢sawa 澤sawa 子ko
海e 老名bina 老原bihara 老沢bisawa 老根bine 老澤bisawa
海un 野no
海umi 野no
海kai 野no 原bara 津zu 部fu 江da 東dou 渡to 谷ya 田da 保ho 藤dou
尾o 崎zaki|saki 形gata 上ue|gami 関zeki 田da 本moto 野no 関seki 山yama 島jima 沢zawa 花bana 方kata 原hara 池ike 辻tsuji 澤zawa 股mata 張hari 内uchi 嵜zaki 藤tou 林bayashi 畑bata 嶋jima 越goshi 暮gure 身mi 登nobori 又mata 見mi 家ie 﨑zaki 高taka 松matsu 中naka 石ishi 熊guma 浦ura 台dai 籠gomori 谷tani 坂saka 川gawa 木gi
緒o 方gata 形gata 川gawa 山yama
奥oku 村mura 田da 野no 山yama 平daira 谷tani|ya 原hara 本moto 井i 泉izumi 沢zawa 脇waki 寺dera 西nishi 富tomi 津tsu 森mori 秋aki 住zumi 澤zawa 島shima|jima 川gawa|kawa 貫nuki 岡oka 出de 中naka 瀬se 城shiro 家ie 宮miya 口guchi 戸to 崎zaki 嶋shima 堀bori 林bayashi 浦ura 間ma 石ishi 松matsu 垣gaki 尾o 園zono 木gi 名na 水mizu 畑hata
奥ou 州shuu
落ochi 合ai 石ishi
折ori 原hara 田ta 笠kasa 橋hashi 井i 山yama 口guchi 本moto 居i 戸to 館date 舘date 坂saka 目me 茂mo 田da 登to
柿kaki 沼numa 崎zaki|saki 本moto 原hara|bara 田ta 内uchi 木gi|ki 澤zawa 沢zawa 野no 添zoe 坂saka 島shima 谷tani 元moto 市ichi 平hira 山yama 岡oka 花bana
角kado 田ta 谷ya|tani 川kawa 山yama 倉kura 脇waki 井i 野no 屋ya 岡oka 地chi 松matsu
角kaku 田ta 谷tani
角tsuno 田da
角sumi 田da 谷ya
笠kasa 原hara|wara 井i 松matsu 間ma 置gi 木gi 島shima 川kawa 谷tani|ya 野no 本moto 岡oka 倉kura 神gami 嶋shima 村mura 石ishi 作saku 巻maki 田da
梶kaji 原wara|hara 田ta 川kawa 山yama 谷tani|ya 村mura 本moto 浦ura 井i 野no 尾o 木ki 岡oka 屋ya 間ma 元moto 塚tsuka
鍛ka 治ji 冶ji
柏kashiwa 木gi 原bara|hara 崎zaki 倉kura 葉ba 瀬se 村mura 谷ya 田da 尾o 山yama 岡oka
勝katsu 田ta 又mata 山yama 野no 部be 浦'ura 村mura 間ma 沼numa 俣mata 見mi 井i 島shima 亦mata 木ki 本moto 倉kura 股mata 岡oka 原hara 呂ro 田da 谷ya 連ren 屋ya 海umi 川kawa 目me 瀬se
葛katsu 西sai 城ragi 岡oka 谷ya 山yama 原hara
葛kuzu 西nishi 原hara 谷ya 岡oka 山yama
桂katsura - 木gi 川gawa 田da 山yama
門kado 田ta 脇waki 馬ma 倉kura 間ma 屋ya 松matsu 谷tani|ya 井i 川kawa 野no 口guchi 前mae 山yama
門mon 脇waki 馬ma 田den 間ma 奈na
神kami 山yama 谷ya|tani 田da 林bayashi 野no 崎zaki 尾o 原hara|bara 永naga 村mura 内uchi 保yasu|ho 島shima 川kawa 宮miya 木ki 長naga 本moto 戸to 岡oka 垣gaki 倉kura 井i 里zato 部be 蔵kura 吉yoshi 坂saka 沢sawa 門kado 代shiro 園zono 森mori 澤sawa 納nou 成nari 埜no 館date 生o
神kan 田da 野no 林bayashi 部be 崎zaki 原bara 戸be 藤dou 取dori 尾o 庭ba 納nou 作saku 波nami 津zu 酒zake 主nushi 郡gouri 沢zawa 澤zawa 宮nomiya
神jin 野no 内nai 保bo 宮guu 部be 谷ya 藤dou 馬ba 川kawa
神kou 山yama 野no 戸be 崎zaki 月zuki 田da 津zu 代shiro
神ka 取tori 奈川nagawa 那na
蒲kama 田ta 原hara 池ike 生u
蒲kaba 田ta 原hara 生u
蒲gama 田ta 原hara 池ike
蒲ga 生mou
釜kama 田ta 谷ya 野no 口guchi 井i 石ishi 本moto 谷tani 萢yachi 堀hori
鎌kama 田ta|da 倉kura 形gata 谷ya 野no 原hara 滝taki 塚tsuka 仲naka 上gami 本moto 足tari 木ki 井i
狩ka 野no
狩kari 野no 谷ya 俣mata
刈kari 谷ya 部be 田ta 屋ya 込kome
苅kari 谷ya 部be 田ta
嘉ka 数kazu 納nou 手納dena 陽you 山yama 村mura 藤tou 島shima
岸kishi 本moto 田da 川kawa 野no 上gami|kami 井i 波nami 部be 根ne 谷tani 下shita 村mura 原hara 岡oka 山yama 江e 浪nami 辺be 信nobu 元moto 口guchi 尾o 中naka -
喜ki 多ta 田da 屋武yatake 友名yuna 納na 村mura 多村tamura 多川tagawa 納nou 谷tani 入ire 山yama 安yasu 瀬se 井i 田村damura 久里kusato 藤tou 来kita
菊kiku 地chi 池chi 田ta 川kawa 本moto 井i 山yama 岡oka 谷tani|ya 村mura 原hara 入iri 間ma 永naga 野no 島shima 沢zawa 澤zawa 竹take
君kimi 島shima 塚zuka 嶋shima 野no 和田wada 田da 原hara 川kawa
京kyou 極goku 野no 谷tani|ya 田da 本moto 増masu 山yama 藤dou
草kusa 野no 間ma 刈kari 薙nagi 柳yanagi 場ba 彅nagi 川kawa 深buka 木gi 島jima 地chi 加ka 葉ba 原hara 皆kai 壁kabe
串kushi 田da 間ma 崎zaki 本moto 原hara 岡oka 戸do 橋hashi 山yama
楠kusunoki - 田da
楠kusu 木noki|ki 本moto 田da 瀬se 原hara 山yama 目moku 見mi 美mi
窪kubo 田ta 寺dera 木ki 川kawa 谷tani 内uchi 山yama 倉kura 園zono 野no 島shima
倉kura 田ta 持mochi|mochi 本moto 橋hashi 島shima 岡oka 重shige 林bayashi 沢sawa 澤sawa 石ishi 知chi 増masu 光mitsu 成nari 内uchi 地chi 金kane 山yama 谷tani|ya 嶋shima 形kata 品shina 科shina 掛kake 部be 元moto 野no 井i 又mata 垣gaki 茂mo 富tomi 下shita 永naga 貫nuki
蔵kura 田ta 本moto 野no 前mae
藏kura 田ta
児ko 玉dama 島jima 嶋jima
越koshi 田da 川kawa|gawa 野no 前mae 石ishi 山yama 村mura 水mizu 中naka 谷ya 原hara 塚zuka
越echi 前zen 後go
腰koshi 塚zuka 原hara 越goe
駒koma 井i 田da 形gata 崎zaki 場ba 野no 木gi 沢zawa 村mura 谷tani|ya 林bayashi 澤zawa 込gome
権gon 田da 藤dou 守mori 瓶dou 平pira
郡koori 山yama
郡gun 司ji
纐kou 纈ketsu
是kore 枝eda 永naga
迫sako - 田da
迫haza 間ma
笹sasa 川kawa|gawa 本moto 原hara|bara 沢zawa 木ki 山yama 岡oka 倉kura 田da 井i 澤zawa 野no 島jima 谷tani|ya 森mori 村mura 尾o 部be 生u 嶋jima 平hira 目me 隈guma 子ko 間ma
真ma 鍋nabe 野no 下shimo 柄gara 壁kabe 島jima 木ki 嶋jima 子ko 弓yumi 部be 崎zaki 保ho 中naka 喜屋kiya 渕buchi 境sakai 栄eda 栄城eshiro 山yama 砂sago 船fune 家ie 貝gai 野目nome 瀬se 坂saka 殿dono 淵buchi 柴shiba 辺be 謝ja 鶴zuru
真sana 田da
里sato 見mi 村mura 吉yoshi 中naka 山yama 谷ya 井i 田ta 崎saki 川kawa 岡oka 深fuka 本moto 舘date 内uchi
沢sawa 田da 村mura 井i 野no 本moto 口guchi 木ki 山yama 畑hata 辺be 谷ya|tani 崎zaki 島jima 中naka 地chi 出de 目me 尻jiri 海mi 登nobori 森mori 嶋jima 石ishi 柳yanagi 西nishi 渡watari 川kawa 江e 元moto 藤fuji 栗guri 近chika
澤sawa 田da 村mura 井i 野no 本moto 口guchi 木ki 山yama 畑hata 邊be 谷ya|tani 崎zaki 島jima 地chi 柳yanagi 登nobori 穂ho 石ishi 出de 西nishi
猿saru 渡watari 田ta 橋hashi 谷ya 山yama 川kawa 丸maru
重shige 松matsu 田ta 村mura 永naga 岡oka 本moto 野no 森mori 光mitsu 山yama 盛mori 信nobu 政masa 石ishi 原hara 成nari 枝eda 見mi 富tomi 藤fuji 元moto 久hisa 吉yoshi 住zumi
茂shige 木ki 田ta 野no 原hara 住zumi 松matsu 泉izumi 呂ro 垣gaki 森mori
茂mo 木gi|tegi 田da 原bara 呂木rogi 手木tegi 野no
篠shino 原hara 田da 崎zaki|saki 塚zuka 宮miya 山yama 木ki 沢zawa 澤zawa 川kawa 島jima 倉kura 永naga 村mura 野no 本moto 浦ura 目me 岡oka 井i 藤fuji 部be
篠sasa 山yama 倉kura 本moto 岡oka
渋shibu 谷ya|tani 沢sawa|zawa 江e 井i 川kawa 木ki 澤sawa|zawa 田ta 佐sa 市ichi 屋ya 垂tare 村mura
澁shibu 谷ya|tani 澤sawa|zawa 井i 川kawa 江e
城jou - 田ta 戸to 山yama 島jima 野no 間ma 石ishi 谷tani 倉kura 所sho 本moto
城shiro 田ta 戸to 山yama 谷ya 内uchi 井i 下shita 本moto 口guchi 間ma
城ki 戸do 島jima 内uchi 間ma 所dokoro 下noshita 谷ya
庄shou 司ji 子ji 野no 田da 村mura 山yama 内nai 島jima 原bara
荘shou 司ji
白shira 井i 石ishi 川kawa 鳥tori 木ki 土to|tsuchi 澤sawa 沢sawa 崎saki 山yama 岩iwa 浜hama 尾o 戸to 神gami 旗hata 坂saka 須su 水mizu 柳yanagi 岡oka 倉kura 谷ya 幡hata 髭hige 濱hama 根ne 波nami 瀬se 子ko 樫kashi 藤fuji 谷tani
白shiro 田ta 井i 石ishi 崎saki 土tsuchi 水mizu 谷tani 山yama 川kawa 木ki 岩iwa 間ma 倉kura 鳥tori 沢sawa 野no 尾o 戸to 坂saka 子ko 玉tama
末sue 永naga 広hiro 次tsugu 岡oka 吉yoshi 松matsu 光mitsu 武take 田da 木ki 村mura 長naga 本moto 川kawa 森mori 廣hiro 石ishi 延nobu 盛mori 重shige 原hara
陶sue 山yama
住sumi 田da 吉yoshi 友tomo 谷ya 本moto 川kawa 井i 野no 江e 岡oka 原hara
隅sumi 田da 谷ya 元moto 川kawa
炭sumi 谷ya 田da 野no 山yama
諏su 訪wa
瀬se 戸to 川gawa 尾no'o 下shimo 田ta 古ko 谷ya 口guchi 野no 良ra 崎zaki 沼numa 山yama 能nou 島jima 尾o 之口noguchi 木ki 高taka 名波naha 村mura 長naga 間ma 畑hata 底soko 辺be 楽raku 戸口toguchi 在zai 藤tou 原hara 戸山toyama 上gami 上kami 尻jiri 本moto
妹se 尾no'o 川gawa
芹seri 沢zawa 澤zawa 川kawa 田ta
副soe 島jima 田da 嶋jima
添soe 田da 島jima
曽so 根ne 我ga 我部gabe 田da 山yama 和wa 谷ya 川gawa 木gi 布川bukawa
曾so 根ne 我ga 田da 野no
園sono 田da 部be 山yama 原hara 川kawa 尾o 村mura
反so 町rimachi
反tan 町machi
多ta 田da 賀ga 賀谷gaya 和田wada 々良tara 喜ki 湖ko 胡ko 部be 比良hira 久和kuwa 久島kushima 治見jimi 気ke 鹿ga 喜田kida
多oo - 田ta
垣kaki 内uchi
垣kai 内to
滝taki 沢zawa 川gawa 本moto 口guchi 田ta 澤zawa 野no 井i 島shima 波nami 浪nami 瀬se 内uchi 上gami 原hara 谷ya 山yama 村mura 元moto 下shita 嶋shima
瀧taki 沢zawa 川gawa 本moto 口guchi 澤zawa 野no 井i 田ta 上gami 山yama
立tachi 川kawa|gawa 花bana 石ishi 野no 木ki 入iri
立tate 石ishi 野no 山yama 川kawa 岩iwa 林bayashi 木ki 原hara 松matsu
橘tachibana - 田da 木gi 川gawa
舘tate 野no 山yama 岡oka
館tate 野no 山yama 林bayashi
谷tani 口guchi 川gawa|kawa 本moto 村mura 岡oka 山yama 内uchi 田da 井i 島shima 崎zaki 藤fuji 脇waki 尾o 原hara 上gami|ue 野no 元moto 林bayashi 垣gaki 中naka 相ai 地chi 岸gishi 嶋shima 萩hagi 畑hata 河kawa 水mizu 生o 奥oku 平hira 下shita 津tsu 木gi 石ishi 池ike 所dokoro 浦ura 沢zawa 岩iwa 渕buchi -
谷ya 口guchi 田ta 中naka 崎zaki 津tsu 島jima 部be 井i 原hara 内uchi 萩hagi
玉tama 木ki 川kawa 田da 置ki|oki 城ki|shiro 井i 村mura 手te 山yama 野no 利ri 虫mushi 腰koshi 造tsukuri 那覇naha 那na 元moto 越koshi 野井noi 寄ki 水mizu 林bayashi 津tsu 島shima
丹ni 羽wa|ba
丹tan 野no 羽ba 治ji 下ge 保bo 波ba
築tsuki 山yama
築tsuku 田da
筑chiku 紫shi
塚tsuka 本moto 田da 原hara 越koshi 野no 谷tani 崎zaki 脇waki 口guchi 山yama 平hira 元moto 川kawa
月tsuki 岡oka 野no 山yama 舘date 館date 本moto 島shima 形gata 田da 城shiro 原hara
辻tsuji - 村mura 本moto 井i 野no 田ta 岡oka 川kawa 中naka 内uchi 原hara 元moto 谷tani|ya 林bayashi 尾o 山yama 橋hashi 口guchi 野上no'ue 居i 松matsu
津tsu 田da 村mura 島shima 川kawa 野no 久井kui 嶋shima 久kuda 金gane 幡hata 崎zaki 山yama 下shita 留tome 守mori 々見tsumi 吉yoshi 隈kuma 端bata 布久fuku 江e 秦hata 賀ga 上gami 軽garu 波古hako 曲magari 々井tsui 越koshi 熊kuma 浦ura 坂saka 本moto 久田kuda 雲kumo
都tsu 築zuki 留ru 竹zuku 田da 丸maru
都to 築zuki 丸maru
坪tsubo 井i 田ta 内uchi 倉kura 谷ya|tani 川kawa 山yama 野no 根ne 沼numa
手te 塚zuka|tsuka 島jima 嶋jima 代木shirogi
寺tera 田da 島shima|jima 西nishi 尾o 沢sawa|zawa 本moto 内uchi 岡oka 嶋shima|jima 井i 山yama 門kado 川kawa 崎saki|zaki 村mura 澤sawa|zawa 坂saka 下shita 戸do 脇waki 林bayashi 谷ya|tani 園zono 元moto 原hara 中naka 口guchi 地chi 師shi 垣gaki 光mitsu 前mae 石ishi 町machi 迫sako 岸gishi 倉kura
出de 口guchi 川gawa 井i 田ta 村mura 山yama 原hara 水mizu 野no 雲kumo 来ki 谷tani 町machi 島jima 羽wa 店mise
戸to 田da 塚tsuka 川gawa 谷ya|tani 部be 沢sawa|zawa 澤sawa|zawa 村mura 井i 山yama 高daka|taka 張bari 倉kura 羽bane 来rai 崎zaki 館date 島shima 舘date 口guchi 森mori 坂saka 上gami|ue 根ne 沼numa 松matsu 野no 次tsugu 本moto 嶋shima 花bana 出de 木ki 波nami 枝eda 石ishi 辺be 原hara 津tsu 越koshi 丸maru
徳toku 永naga 田da 山yama 丸maru 本moto 原hara 島shima 岡oka 江e 井i 光mitsu 川gawa 村mura 重shige 元moto 久hisa 武take 増masu 嶋shima 留dome 野no 橋hashi 吉yoshi 升masu 地chi 安yasu 弘hiro 大寺daiji 富tomi 植ue 澄zumi 竹take
德toku 永naga 田da 山yama 丸maru
豊toyo 田da|ta 島shima 岡oka 川kawa 福fuku 嶋shima 永naga 原hara 村mura 泉izumi 住zumi 崎saki|zaki 澤sawa|zawa 沢sawa 里sato 増masu 見mi 口guchi 巻maki 平hira 野no 山yama 本moto 国kuni 浦ura 倉kura 留dome 竹take 富tomi 吉yoshi 満mitsu
豐toyo 田da 島shima
豊bun 後go
外to 山yama 川gawa 崎zaki 岡oka 池no'ike
外soto 山yama 川kawa 村mura
外hoka 間ma
直nao 井i 江e
仲naka 村mura 田ta|da 野no 川gawa 山yama 井i 谷tani|ya 西nishi 本moto 宗mune 尾o 間ma 里zato 根ne 沢zawa 原hara|bara 松matsu 宗根sone 地chi 程hodo 摩ma 道michi 嶺mine 家ie 島jima 澤zawa 濱hama 木gi 森mori 林bayashi 嶋jima 上gami 岡oka 戸to 泊domari 座za 丸maru
半nakara 井i
半han 田da 沢zawa 澤zawa 谷ya 藤dou 野no 間ma 場ba
名na 取tori 和wa 嘉kamura 倉gura|kura 越goshi|goe 古屋goya 護go 嘉真kama 波nami 本moto 雪yuki 城shiro 執tori 嘉ka 畑hata 達dachi 川kawa 村mura 原hara 塩shio
那na 須su 波nami 覇ha 珂ka 木gi
難nan 波ba
難nam 波ba
難nani 波wa
奈na 良ra 良岡raoka 須su 木gi
楢nara 原hara 崎zaki 山yama 本moto 橋hashi
縄nawa 田ta
根ne 本moto 岸gishi 津zu 来rai 田ta 上gami 橋bashi 矢ya 元moto 木ki 市ichi 石ishi 谷tani
沼numa 田ta 倉kura 尻jiri 沢zawa 野no 澤zawa 上gami 山yama 本moto 口guchi 崎zaki 館date 舘date 津zu 井i 波nami
能nou 登to 勢se 見mi 村mura 美mi 代shiro 島jima 城ki 田da 町machi 山yama 原bara 戸to 條jou 木gi
則nori 武take 松matsu
芳ha 賀ga
芳yoshi 賀ga 田da 野no 村mura 川kawa 沢zawa 澤zawa 岡oka 本moto 中naka
羽ha 田da|ta 鳥tori 生nyuu 賀ga 山yama 根ne 野no 柴shiba 地ji 渕buchi 場ba 倉kura 田野tano 毛ke 太ta 佐sa 石ishi 入nyuu 島jima 藤dou
羽hane 田da 石ishi
蓮hasu 見mi 沼numa 池ike 田da 尾o 本moto 井i 実mi
幡hata 野no
畑hata - 中naka 山yama 田da 野no 本moto 谷ya 村mura 井i 瀬se 尾o
畠hata 中naka 山yama 田da 野no
畠hatake 山yama 中naka 田da
秦hata - 野no
秦hada 野no
波ha 多ta 田da 多江tae 戸to 照間teruma
波nami 岡oka 川kawa 平hira
花hana 田da 岡oka 井i 沢zawa 輪wa 房fusa 村mura 山yama 谷ya|tani 野no 形gata 原hara 木ki|gi 島shima 塚zuka 里zato 澤zawa 城shiro 本moto 柳yagi|yanagi 香ka 見mi 嶋shima 土tsuchi 園zono 光mitsu 熊kuma 崎saki 尾o 室muro
早haya 川kawa 坂saka|zaka 田da|ta 瀬se 野no 見mi 船fune 水mizu 山yama 津tsu 間ma 崎saki|zaki 舟fune 嶋shima 島shima 下shita 勢se 藤fuji 矢仕yashi
早sa 乙女otome 苗nae
速haya 水mizu 見mi
疋hiki 田da
日hi 野no 高daka|taka 比野bino 置oki|ki 下shita 向nata|mukai 吉yoshi|hiyoshi 浦ura 原hara 川kawa 笠gasa 村mura 向野gano 暮gure 南na 根ne 馬ma 景kage 比hibi 隈kuma|guma 山yama 沖oki 當tou 端bata 詰zume 影kage 上kami 名na 根野neno
人hito 見mi
肥hi 田da 後go 塚zuka 土do 山yama
菱hishi 田da 沼numa 川kawa 山yama
深fuka 沢zawa 井i 田da 谷ya 川gawa 見mi 津tsu 尾o 澤zawa 瀬se 山yama 町machi 水mizu 野no 堀bori 作saku 江e 松matsu 浦ura 海mi 沼numa 堀hori 代shiro
布fu 施se 川kawa
布nuno 川kawa
舟fune 橋bashi 木ki 山yama
舟funa 橋bashi 木ki 山yama
船funa 橋bashi 木ki 山yama 越koshi 田da 津tsu 水mizu 曳biki 井i 戸to 本moto
船fune 山yama 田da 津tsu 水mizu 本moto
逸hen 見mi
辺hen 見mi
保ho 坂saka 科shina 谷ya 田ta 住zumi 母bo
保yasu 田da 井i 科shina 坂saka 岡oka 本moto 永naga
穂ho 積zumi 坂saka 刈kari 苅kari 高taka
細hoso 川kawa 田da 井i 野no 谷ya 見mi 江e 沼numa 矢ya 木gi 山yama 貝gai 沢zawa 渕buchi 淵buchi 美mi 金gane 越goe 島jima 村mura
堀hori 内uchi|no'uchi 田ta 江e|e 川kawa 井i 口guchi 越koshi|goshi 尾o 籠gome 部be 切kiri 野no 米gome 込gome 合ai 池ike 木ki 場ba 本moto 村mura 之内no'uchi 北kita 地chi 金gane 端bata 毛ke 山yama 澤zawa 水mizu 家ie -
本hon 田da 間ma 多da 山yama 橋bashi 村mura 郷gou 庄jou 城jou|jo 川kawa 宮guu 保bo 谷ya 沢zawa 澤zawa 堂dou 目me 島jima 名na 條jou 荘jou 久ku 所jo 屋ya
本moto 田da 山yama 村mura 木ki|gi 橋hashi 島jima 川kawa 岡oka 吉yoshi 井i 谷ya 永naga 宮miya 島shima 多da
元moto 木ki 山yama 田da 井i 村mura 島shima|jima 永naga 吉yoshi 橋hashi 川kawa 谷ya
牧maki 野no 田ta 瀬se 原hara 山yama 村mura 口guchi 島shima 内uchi 本moto 尾o 谷tani 石ishi 之内no'uchi 浦ura 元moto 志shi 江e 草kusa
槇maki 原hara 田ta 野no 島shima 山yama 村mura 尾o 本moto
槙maki 原hara 田ta 野no 島shima 山yama 村mura 尾o 本moto
政masa 岡oka 木ki 田da 本moto
正masa 木ki 岡oka 田da 井i 本moto 村mura 宗mune
正shou 田da 司ji 源gen 木ki
町machi 田da 井i 野no 山yama 島jima 村mura 谷ya 元moto 屋ya 口guchi
的mato 場ba 野no
円maru 山yama 谷ya
円en 谷ya 山yama
御mi 手洗tarai 園sono 木ki 子柴koshiba 代shiro 厨kuriya
御o 子柴koshiba 村mura
溝mizo 口guchi 渕buchi 上gami|kami|ue 端bata 部be 田ta 淵buchi 辺be 畑hata
道michi 下shita 上ue 岡oka 口guchi 端bata
光mitsu 田da 岡oka 永naga 本moto 井i 武take 山yama 石ishi 吉yoshi 安yasu 元moto 行yuki
皆mina 川gawa|kawa
峯mine 田da 岸gishi 村mura 尾o -
峰mine 岸gishi 松matsu 尾o 村mura 山yama 田da -
嶺mine 井i
箕mi 輪wa 浦ura 田ta 作tsukuri
箕mino 輪wa 浦ura 田ta
蓑mino 田da 島shima 輪wa 毛mo
美mi 濃部nobe 馬ma 甘kamo 輪wa 原hara
宗mune 像kata 田da 形kata 方kata 村mura
棟mune 方kata 田da
向mukai - 井i 山yama 田da
向muko 山yama 井i 田da
向muka 山yama 井i 田da
室muro 井i 田ta 岡oka 伏fushi 屋ya 谷ya|tani 山yama 町machi 賀ga 崎zaki 野no 園zono 橋hashi 本moto 川kawa 木ki 原hara
毛mou 利ri
毛ke 塚zuka
最mo 上gami
持mochi 田da 丸maru 永naga 木ki
桃momo 井i 田ta 瀬se 木ki 原hara
諸moro 橋hashi 岡oka 星boshi 井i 田ta 隈kuma 富tomi 戸to 藤fuji 江e 角zumi 熊kuma 石ishi
師moro 岡oka
屋ya 敷shiki 代shiro 良ra 宜gi 比久biku 嘉ka 部be
柳yanagi - 田ta|da 沢sawa|zawa 澤sawa|zawa 原hara|hara 川gawa 本moto 井i 内uchi 谷ya 橋hashi 瀬se 下shita 町machi 生u 浦ura 堀bori 楽ra
柳yana 井i 瀬se
簗yana 瀬se 田da
梁yana 瀬se 川gawa
薮yabu 田ta 内uchi 下shita 中naka
藪yabu 田ta 内uchi 下shita 中naka
湯yu 浅asa 川kawa 本moto 沢zawa 田da 山yama 澤zawa 口guchi 原hara 谷tani 地chi 村mura 上gami 下shita 淺asa 木ki 舟fune
結yuu 城ki
弓yumi 削ge 場ba 田ta
由yu 井i 利ri 良ra 比hi
油yu 井i 谷tani
油abura 谷ya 井i
与yo 田da 那嶺namine 那覇naha 那城nashiro 座za 儀gi 志shi
余yo 田da 語go
依yo 田da
依yori 田da 光mitsu 藤fuji 岡oka
淀yodo 川gawa
竜ryuu 崎zaki 田ta 野no
竜tatsu 崎zaki 田ta 野no
龍ryuu 崎zaki 田ta 野no
龍tatsu 崎zaki 田ta 野no
若waka 林bayashi 松matsu 山yama 杉sugi 月tsuki 井i 原hara 宮miya 生o 狭sa 尾o 木ki 田ta 島shima 梅ume 江e 園zono 槻tsuki 本moto 葉ba 森mori 竹take 目me 佐sa 野no 美mi 菜na 谷tani|ya
脇waki 坂saka|zaka 田ta 本moto 山yama 元moto 谷ya 村mura 野no 屋ya 島shima 川kawa 水mizu
綿wata 貫nuki 引biki 谷ya
赤aka 木gi|ki 松matsu 井i 坂saka 沢sawa|zawa 池ike 嶺mine 塚tsuka 星boshi 石ishi 城gi 羽ba|bane 堀hori 間ma 荻ogi 川kawa|gawa 尾o 田ta|da 司shi 瀬se 澤sawa|zawa 山yama 岩iwa 羽根bane 地chi 崎saki 座za 土tsuchi 津tsu 穂ho 嶋shima 島shima 祖so 野no 堀bori 岡oka 築tsuki 上gami
芥akuta 川gawa
明aka 石shi
明ake 田da 智chi
芦ashi 田da 沢zawa 原hara 野no 澤zawa 谷ya 川kawa 名na 塚zuka
蘆ashi 田da
足ashi 立date 利kaga
足a 立dachi
跡ato 部be
尼ama 子ko 崎gasaki
雨ama 宮miya 森nomori 谷gai
雨ame 宮miya 森nomori 谷gai
綾aya 部be 小路nokouji 野no
有ari 田ta 馬ma 賀ga 本moto 村mura 吉yoshi 川kawa|gawa 山yama 泉izumi 薗zono 島shima 坂saka 井i 松matsu 野no 友tomo 園zono 元moto 沢zawa 岡oka 江e 森mori 澤zawa 木ki
粟awa 野no 田ta 津zu 屋ya 飯ii
淡awa 路ji
生iku 田ta 島shima 野no 井i
入iri 江e 谷tani 山yama 倉kura 澤sawa 口guchi 沢sawa
色iro 川kawa
色shiki 川kawa
植ue 田da 村mura 木ki 松matsu 草kusa 野no 山yama 竹take 原hara 西nishi 杉sugi 月tsuki 岡oka 森mori 本moto
請uke 川gawa
氏uji 家ie|ke 原hara
碓usu 井i
瓜uri 生u
音oto 羽wa
鬼oni 塚zuka 澤zawa 沢zawa 木ki 丸maru
鬼ki 頭tou
恩on 田da 地chi
各ka 務gami
香ka 川gawa 取tori 山yama 西sai|nishi 月tsuki 村mura
香kou 坂saka 月zuki 西sai 田da 山yama
賀ga 来ku 川gawa
甲ka 斐i
甲kou 田da 賀ga 野no 本moto
貝kai 塚zuka 原hara 沼numa 瀬se 谷ya 田da
影kage 山yama 浦ura
景kage 山yama
蔭kage 山yama
風kaza 間ma 見mi 早haya
風kaze 見mi 早haya
鍵kagi 和田wada 山yama
樫kashi 村mura 本moto 尾o 山yama 田da
粕kasu 谷ya 川kawa
糟kasu 谷ya
唐kara 沢sawa 澤sawa 木ki 津tsu
辛kara 島shima
烏karasu 山yama 丸maru
烏u 山yama 丸maru
軽karu 部be
衣kinu 笠gasa 川gawa
絹kinu 川gawa
桐kiri 山yama 生yuu|u 原hara 谷tani|gaya 島shima 村mura
霧kiri 島shima
釘kugi 宮miya
国kuni 友tomo 井i 本moto 吉yoshi 安yasu 枝eda 松matsu 広hiro 武take 見mi 谷ya
國kuni 分bu 友tomo 井i 本moto 吉yoshi
国koku 分bu 府fu
隈kuma 元moto 部be 本moto -
来kuru 栖su
車kuruma 谷tani 田da
剣ken 持mochi
幸kou 田da 村mura 地chi 野no
幸sachi 田da
幸yuki 田da
鴻kou 池noike 上kami 巣nosu
勢se 川gawa
込komi 山yama
才sai 田da 木ki
榊sakaki - 原bara|hara
崎saki 山yama 田da 本moto
崎zaki 山yama
作saku 田ta 間ma
指sashi 田da
貞sada 方kata
定sada 方kata
鮫same 島jima
更sara 科shina
寒samu 川kawa|gawa 河gawa
寒san 川kawa|gawa 河gawa
椎shii 名na 野no 木ki 葉ba
敷shiki 島shima
宍shishi 戸do 倉kura
雫shizuku 石ishi
品shina 川gawa 田da
信shino 田da 太da
信nobu 田da
首shu 藤tou
進shin 藤dou
真shin 藤dou
仁ni 科shina 木ki 田ta
陣jin 内nouchi|nai
吹sui 田ta
吹fuki 田ta
砂suna 川gawa|kawa 田da 原hara
仙sen 石goku 波ba 道dou 田da
染some 谷ya
醍dai 醐go
代dai 田ta
代shiro 田ta
当tou 間ma 山yama 麻ma 真ma 銘me
當tou 間ma 山yama 麻ma
堂dou 本moto 前mae 園zono
常toki 田ta 盤wa
常tsune 田ta
利to 根川negawa
伴ban - 野no
伴tomo - 野no
友tomo 田da 野no 井i 部be 利ri 寄yori 永naga 成nari 岡oka
錦nishiki 織ori
乗nori 松matsu
箱hako 田da 崎zaki
間hazama 瀬se 宮miya
間ma 瀬se 宮miya 部be 中naka 島jima
初hatsu 田ta 鹿shika 芝shiba
鳩hato 山yama
張hari 本moto 谷ya
針hari 谷ya|gai
播hari 磨ma
彦hiko 坂saka
昼hiru 間ma
蛭hiru 田ta 川kawa
不fu 破wa
伏fushi 見mi
伏fuse 見mi
文fumi 元moto
別be 府ppu 所ssho
又mata 吉yoshi 野no
俣mata 野no
満man 田da
満mitsu 田da
右migi 田ta
妙myou 中chuu
頼yori 富tomi
嵐arashi - 田da
鰐wani 渕buchi 淵buchi
椿tsubaki - 原hara
筒tsutsu 井i
露tsuyu 木ki
釣tsuri 谷tani
釣tsuru 谷tani
勅te 使河原shigawara
蝶chou 野no
笛fue 木ki 吹fuki
栃tochi 木gi|ki 原hara
粂kume - 川gawa
辰tatsu 巳mi 野no
舞mai 田ta
槌tsuchi 屋ya 田da
鎗yari 田ta
鑓yari 水mizu
箭ya 内nai
洲su 崎saki
洞hora 口guchi
梨nashi 本moto 木ki 田da
貴ki 志shi 田da 島jima
貴taka 田da
陸riku 田da 川kawa
力riki 石ishi 武take 丸maru
蝦ebi 名na
`

/** Further ones as a whole. */
export const JAPANESE_FAMILIES_WHOLE = `
服部hattori 和泉izumi 諏訪suwa 東海林shouji|tokairin 越智ochi 春日kasuga 伊達date 新井arai 新田nitta|niita 長谷hase|nagaya 長谷川hasegawa 長谷部hasebe 吉川yoshikawa|kikkawa 吉良kira 葛西kasai 楠nanjou 海野unno|umino 四月一日watanuki 八月一日hozumi 小鳥遊takanashi 五十嵐igarashi
菅野kanno|sugano 逸見hemmi|henmi|itsumi 渡会watarai 日下kusaka 日下部kusakabe 日向hyuuga|hinata 飛田tobita|hida 飛鳥asuka 目黒meguro 米倉yonekura 土井doi 土師haji 物部mononobe 蘇我soga 源minamoto 平taira 東雲shinonome 神田kanda|kamida 神戸kanbe|koube 羽生hanyuu|hanyu|habu 生田ikuta
生駒ikoma 生井namai 生方ubukata 生島ikushima 生沼oinuma 西園寺saionji 勅使河原teshigawara 武者小路mushanokouji 綾小路ayanokouji 鳳ootori 九条kujou 九鬼kuki 久邇kuni 九重kokonoe 鷹司takatsukasa 一色isshiki 一柳hitotsuyanagi|ichiyanagi 一橋hitotsubashi 四方yomo|shikata 十河sogou|togawa
三枝saegusa|mieda 三田村mitamura 三本松sanbonmatsu 秩父chichibu 金田一kindaichi 金田kaneda|kanada 今日出kyoude 仲代nakadai 仲間nakama 具志堅gushiken 我妻agatsuma|wagatsuma 吾妻agatsuma|azuma 安室amuro 安里asato 伊良部irabu 比嘉higa 金城kinjou|kaneshiro 玉城tamashiro|tamaki
宮城miyagi|miyashiro 大城ooshiro 島袋shimabukuro 新垣aragaki|arakaki|shingaki 新里shinzato|niisato 上原uehara 上地uechi 仲宗根nakasone 知念chinen 照屋teruya 喜納kina 又吉matayoshi 与那嶺yonamine 翁長onaga 渡嘉敷tokashiki 具志gushi 屋良yara 屋宜yagi 我那覇ganaha 国仲kuninaka 砂川sunagawa
平良taira 下地shimoji 友利tomori 池間ikema 与座yoza 与謝野yosano 石動ishidou|isurugi 鬼頭kitou 塩谷shioya|enya|shiotani 塩出shiode 安威ai 安次富ashitomi 柳生yagyuu 柳楽yagira|nagira 鈴鹿suzuka 丹下tange 丹生nibu|tanshou 茂木mogi|motegi|shigeki 毛利mouri 妹尾senoo|seo 妻夫木tsumabuki
妻鹿mega|tsumaga 早乙女saotome 早稲田waseda 薬師寺yakushiji 薬丸yakumaru 薬袋minai 月見里yamanashi 纐纈kouketsu 瑞慶覧zukeran 鴨下kamoshita 鴨川kamogawa 鴨志田kamoshida 賀茂kamo 賀屋kaya 蜂谷hachiya 蜂須賀hachisuka 鮎川ayukawa 鮎沢ayusawa 鮫島samejima 鯉沼koinuma 鯨岡kujiraoka 兎沢tosawa
兔澤tozawa 猫田nekota 蜷川ninagawa 蛭子ebisu 戎ebisu 胡ebisu 夷ebisu 蓬田yomogida 蓮見hasumi 萱野kayano 萱間kayama 茅野kayano|chino 茅原kayahara|chihara 茅根chinone 茨木ibaraki 薄井usui 薄田usuda|susukida 藁谷waragai 藍原aihara 蕗谷fukiya 虻川abukawa 袴田hakamada|hakamata
衣笠kinugasa 衛藤etou 裏松uramatsu 要kaname 角倉suminokura 言水kotomizu 計良keira 訓覇kurube 詫間takuma 宅間takuma 詫摩takuma 託摩takuma 谷田部yatabe 谷津yatsu 谷貝yagai 豆田mameda 貝塚kaizuka 赤染akazome 足利ashikaga 足立adachi 足達adachi 越前echizen 越後echigo 越野koshino 辛島karashima
辰巳tatsumi 辰野tatsuno 巽tatsumi 迎mukae 辺見henmi|hemmi 辺土名hentona 遊佐yusa 邑上murakami 那須nasu 郡司gunji 都築tsuzuki 都筑tsuzuki 都留tsuru 都丸tomaru 釘宮kugimiya 釘本kugimoto 鈎magari 鍋島nabeshima 鍋田nabeta 鍋谷nabetani 鍵本kagimoto 鎗田yarita 門倉kadokura 間宮mamiya 間島majima
間瀬mase 間野mano 間中manaka 間部manabe 間bannai 阪内sakauchi 陶山suyama 随木zuiki 雪田yukita 雪野yukino 雨宮amemiya|amamiya 雨森amenomori 青天目nabatame|namatame 生天目namatame|namame 静谷shizutani 鞍馬kurama 音喜多otokita 音川otokawa 須江sue 頓宮tonguu 頼住yorizumi 額賀nukaga 飛騨hida
飛島tobishima|tojima 飯盛iimori 香山kayama|kouyama 香取katori 香西kousai|kouzai 駿河suruga 高坏takatsuki 高麗koma 鬼塚onizuka 魚住uozumi 魚谷uotani 鯵坂ajisaka 鳩山hatoyama 鳴海narumi 鳴瀬naruse 鳴門naruto 鳴沢narusawa 鴇田tokita 鵜飼ukai 鶯谷uguisudani 鷲尾washio 鷺坂sagisaka
鷺谷sagitani 鹿島kashima 麦島mugishima 麦倉mugikura 麦谷mugitani 麻生asou 黛mayuzumi 龍造寺ryuuzouji 巌iwao 巖iwao 帖佐chousa 幾田ikuta 幾島ikushima 庵野anno 庭野niwano 庭田niwata 庵原ihara 押井oshii 押田oshida 押尾oshio 押川oshikawa 押切oshikiri 石破ishiba 本庶honjo 森mori 折口orikuchi 志位shii 枝野edano 玄葉genba 甘利amari 額田nukada 世耕sekou 稲盛inamori 盛田morita 御手洗mitarai 嘉納kanou 羽仁hani 若尾wakao 熊井kumai 神代kumashiro 瀬々zeze 是枝koreeda 安彦yasuhiko 出崎dezaki 芝山shibayama 富野tomino 幾原ikuhara 湯浅yuasa 磯iso 關seki 乾inui 塙hanawa 紀ki|kino 鱸suzuki 宗sou 湊minato 佃tsukuda 堤tsutsumi 筧kakei 峠touge
`
