/**
 * Characters that are read otherwise as family names than elsewhere, with tone; a second reading after `|` is in use by other families. Source: what dictionaries of modern Chinese mark as family-name readings, from general knowledge, not checked against an edition.
 * Keys are simplified forms. It stands above `pinyin-pro`, which reads 种, 祭, 秘 and 洗 as common words and 宁 as 甯.
 */
export const SURNAME_READINGS: Readonly<Record<string, string>> = {
  单: 'Shàn', 仇: 'Qiú', 解: 'Xiè', 查: 'Zhā', 区: 'Ōu', 曾: 'Zēng', 盖: 'Gě|Gài', 任: 'Rén', 华: 'Huà', 朴: 'Piáo|Pǔ', 乐: 'Yuè|Lè', 翟: 'Zhái|Dí', 缪: 'Miào', 覃: 'Qín|Tán', 尉: 'Wèi', 洗: 'Xiǎn|Xǐ', 冼: 'Xiǎn', 种: 'Chóng', 祭: 'Zhài', 秘: 'Bì|Mì', 宁: 'Níng|Nìng', 员: 'Yùn', 折: 'Shé', 召: 'Shào',
  哈: 'Hǎ', 那: 'Nā', 燕: 'Yān', 逄: 'Páng', 纪: 'Jǐ|Jì', 隗: 'Wěi|Kuí', 繁: 'Pó', 过: 'Guō', 要: 'Yāo', 葛: 'Gě', 应: 'Yīng', 能: 'Nài', 牟: 'Móu|Mù', 乜: 'Niè', 薄: 'Bó', 曲: 'Qū', 谌: 'Chén|Shèn', 郗: 'Xī|Chī', 郇: 'Huán|Xún', 黑: 'Hēi|Hè', 卜: 'Bǔ', 车: 'Chē', 盛: 'Shèng', 石: 'Shí', 柏: 'Bǎi|Bó',
  佘: 'Shé', 厍: 'Shè', 仉: 'Zhǎng', 於: 'Yū', 郄: 'Qiè|Xì', 费: 'Fèi|Bì', 贾: 'Jiǎ', 臧: 'Zāng', 訾: 'Zī', 莘: 'Shēn|Xīn', 瞿: 'Qú', 宓: 'Mì|Fú', 沈: 'Shěn', 俞: 'Yú', 佴: 'Nài', 吕: 'Lǚ', 闾: 'Lǘ',
  万俟: 'Mòqí', 尉迟: 'Yùchí', 单于: 'Chányú', 长孙: 'Zhǎngsūn', 令狐: 'Línghú', 澹台: 'Tántái', 皇甫: 'Huángfǔ', 鲜于: 'Xiānyú', 相里: 'Xiànglǐ', 濮阳: 'Púyáng', 宿: 'Sù', 欧阳: 'Ōuyáng', 司马: 'Sīmǎ', 上官: 'Shàngguān', 诸葛: 'Zhūgě', 夏侯: 'Xiàhóu', 公孙: 'Gōngsūn', 慕容: 'Mùróng', 司徒: 'Sītú', 东方: 'Dōngfāng', 南宫: 'Nángōng', 闾丘: 'Lǘqiū', 拓跋: 'Tuòbá', 亓官: 'Qíguān', 独孤: 'Dúgū',
}
