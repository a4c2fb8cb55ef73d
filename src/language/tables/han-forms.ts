/**
 * Forms of names and old print that neither Unicode's compatibility forms nor OpenCC's tables fold, each with the form it stands for. Written for this project from
 * the forms that Japanese family registers, Korean print and Chinese hand-made fonts use beside the common one (Unihan kZVariant and kSemanticVariant name the same pairs).
 */
export const HAN_FORMS: ReadonlyMap<string, string> = new Map(
  '髙高 﨑崎 嵜崎 邉边 邊边 濵滨 濱滨 𠮷吉 鉃铁 畵画 畫画 𣘺桥 栁柳 槗桥 舘馆 曻升 冨富 嶌岛 嶋岛 渕渊 凉凉 圡土 﨟腊 眞真 昻昂 緖绪 顏颜 顔颜 產产 産产 黃黄 黑黑 綠绿 緑绿 靑青 淸清 淨净 絕绝 絶绝 說说 説说 稅税 脫脱 閱阅 銳锐 戶户 戸户 强强 強强 彊强'
    .split(' ')
    .map((pair) => [...pair] as [string, string]),
)
