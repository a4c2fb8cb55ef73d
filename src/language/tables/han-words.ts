/** Words of Chinese notes that Japanese does not use, in letters that both write, as alternatives of a pattern. Written for this project. */
export const CHINESE_WORDS =
  '修改|返修|重画|重做|改成|改一|不能|不是|不好|不行|不到|没有|一下|一点|一些|太大|太小|太多|太高|太低|太短|太粗|太少|太快|再加|再大|再小|再改|再画|就是|都是|也要|也是|按原|按照|跟原|跟上|照原|以及|今天|明天|昨天|下巴|屁股|耳朵|裙子|袖子|帽子|杯子|桌子|鼻子|脖子|影子'

/** Words of Japanese notes and of the Japanese trade that Chinese does not use, in letters that both write. Written for this project. */
export const JAPANESE_WORDS =
  '仕上|作打|作監|美監|撮影|撮出|撮入|線撮|本撮|兼用|差替|引継|納品|欠番|打合|目元|口元|手元|足元|首元|胸元|目頭|目尻|眉尻|原図|美打|演打|動検|仕検|特効|台本|色替|色味|色見本|書込|書出|入替|切替|修正願|追加願|至急|御願|今回|話数|総作|氏名|株式会社|有限会社|中割|止絵|用紙|指示書|指示通|人差指|親指|靴下|空気感|影付'

/** Letters that carry the grammar of Chinese, which kana carries in Japanese: two of them in one text without kana are a sign of Chinese. Written for this project. */
export const CHINESE_GRAMMAR = '的了是在我他其之此被就得把太也而或'
