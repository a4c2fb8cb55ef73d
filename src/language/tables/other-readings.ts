/**
 * Sino-Korean characters with more than one common reading (traditional form, then all readings in use), from general knowledge of Korean; the first reading of the
 * `hanja` package is added to these. Initial ㄹ/ㄴ alternation is derived and not listed.
 */
export const OTHER_READINGS: ReadonlyMap<string, readonly string[]> = new Map(
  `率률율솔 樂락악요 金금김 更갱경 不불부 車차거 畫화획 參참삼 省성생 便편변 宅택댁 見견현 降강항 復복부 殺살쇄 讀독두 識식지 則칙즉 惡악오 北북배 切절체 茶차다 糖당탕 拾습십 索색삭 布포보 易이역 洞동통 狀상장 說설세열 推추퇴 暴폭포 否부비 塞색새
  度도탁 著저착 什집십 著착저 合합 覆복부 輻폭복 刺자척 提제 炒초 六륙육 十십시 列렬열 烈렬열 裂렬열 律률율 栗률율 慄률율 里리이 裏리이 理리이 兩량양 量량양 女녀여 年년연 尿뇨요 料료요 流류유 類류유 力력역 歷력역 曆력역 連련연 聯련연 練련연 錄록녹 綠록녹 來래내 路로노 勞로노 老로노 論론논 樓루누 立립입 例례예 禮례예 龍룡용 輪륜윤 隆륭융 臨림임 林림임
  線선 顔안 色색 兒아 個개 麼마 喇라나 內내 羅라나 浪랑낭 冷랭냉 落락낙 卵란난 亂란난 暖난 欄란난 料료요 輛량양 良량양 涼량양 糧량양 旅려여 麗려여 鈴령영 零령영 領령영 靈령영 齡령영 隸례예 陸륙육 留류유 硫류유 離리이 利리이 履리이 李리이 鄰린인 輝휘 廊랑낭 露로노 爐로노 鹿록녹 弄롱농 雷뢰뇌 累루누 淚루누 漏루누 嶺령영 匿닉익 念념염 鬧뇨 寧녕영`
    .trim()
    .split(/\s+/)
    .map((entry) => [entry.charAt(0), [...entry.slice(1)]] as const),
)
