/**
 * Common characters by who writes them. From Unicode Unihan (kSimplifiedVariant, kTraditionalVariant) and the Jōyō kanji list (2010).
 * Simplified Chinese only: neither traditional Chinese nor Japanese has the form.
 */
export const SIMPLIFIED_ONLY = '头线细边镜动门见这个们说让给过还进运长时间颜误问题样难设计对话发开关东车马风页图层书师绘听级组织红绿请轻转换摄调么吗为从几应该张帧轮阳阴阶队鸟鱼鸡龙飞饭馆钟铅钥锁错键银链闪闭闻际须顶顺预领频额颗骑验齿软较载辆输达迟适选递邮针钉钱铁锅阅顾颈饰驾鲜鸭两严义买亚产亲仅仓价众优传伤侧倾儿兴养兽军农冲决况冻净减击划则刚创删剑剧办务劳势华协单卖卫厂历压县变叹吓启员响喷团园围圆场坏块坚墙处备复够夹奖妈婴实审宽导寻尘岁岛币带帮帘库弹录忆态总恶悬惊惯愿懒戏战执扩扫扬抛护报择挂挡挤挥损摆摇显枪极构标栏树桥检欢气汉汤泪洁测浓涂涨滚满灭灵热爱爷狮现环码确种稳竖笔简紧纸纹终结络统继续维绳缩缝罗罢职联肤脑脏脸腾艺节苹药获营蓝虽袜补规视览觉订认讨训记讲许论证评译试详语诉词读课谁谢负败货质贴费资赶趋跃踪连迹遥释钢铃铜锐锤镇闹险隐雾顿飘馒骂鹅齐'

/** Traditional forms that Japanese replaced by others. */
export const TRADITIONAL_ONLY = '條邊這們說樣對發關圖聽畫聲會國學來點寫體臺號萬與繪單價檢處廣步每雜歸變擇兒團專淺產縣綠顏讓麼嗎您嚴實當從應將戰數斷燈爐獨盡禮稱絕經續總縱聯藝藥蟲觀覺譯讀賣贊轉辭鄰醫釋鐵雙靈靜驗髮鬥黃黨齊齒妳壓'

/** Traditional forms that Japanese still writes: alone they do not tell the two apart. */
export const TRADITIONAL_AND_JAPANESE = '頭線細鏡動門見個給過運長時間誤問題計話開東車馬風頁書層師級組織紅請輕輪陽階隊鳥魚飛飯館銀鍵閉聞順預領額騎輸達選設問題職驚飲陰難幾還'

/** Japanese only: neither the simplified nor the traditional form. */
export const JAPANESE_ONLY = '込働畑駅図対応発転実験売読続絵単価検処広黒歩毎雑帰変戻択仏仮児円団専浅渓産県軽巻営'

/** Forms that simplified Chinese and Japanese share and traditional Chinese does not use. */
export const SIMPLIFIED_AND_JAPANESE = '画声会国学来点当写体台号万与'
