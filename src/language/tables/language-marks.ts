/**
 * What people write into the name of a file, folder or layer to say which language it holds, or that it is a translation or the original. From general knowledge of file
 * names in Chinese, Korean and English; lower case. Latin marks stand apart from other letters; those in Chinese and Korean end or begin a name.
 */
export const LANGUAGE_MARKS: Readonly<Record<'zh' | 'ko' | 'translation' | 'original', string>> = {
  zh: 'zh zho chi chn chs cn zh-cn zh_cn zhhans chinese ch 中文 中文版 中 汉语 汉文 중문 중국어 중어 한문',
  ko: 'ko kor kr kp ko-kr ko_kr ko-kp korean hangul 韩 韩文 韩语 韩国语 朝 朝文 朝语 朝鲜语 朝鲜文 조선어 조선말 조선문 한국어 한글 국문',
  translation: 'tr trans transl translated translation 译 译文 译本 翻译 翻译件 번역 번역본 번역문 역문',
  original: 'orig original source 原文 原稿 原件 원문 원본',
}
