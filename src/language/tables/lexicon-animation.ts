/**
 * Terms of animation work that are attested in the North, with the Southern ones beside them; format as in lexicon-body.ts. Sources: the Northern words of film
 * reference works and of the one studio sentence that was published (a newspaper of April 2024, of which 转头, 按原画, 前部分 and 比较准确 are the Chinese counterparts);
 * glossaries of Chinese studios and schools for the Chinese. The last line holds ordinary words that are written from general knowledge.
 */
export const ANIMATION = `
动画/动画片:만화영화,애니메이션 剧本:영화문학,시나리오,대본 导演:연출가,감독 美术指导:미술가,미술감독 原画师/原画者/原画员:원도가,원화가 描线上色:채색,색칠 合成:합성 场景:장면,씬
眨眼:눈깜박임,눈껌벅임,눈깜빡임 走形:형태가틀,오프모델 制片/制作进行:제작지도원,제작진행 按原画:원화대로 转头/转过头/把头转过来:고개를돌리-,머리를돌리- 前部分:앞부분 后部分:뒤부분,뒷부분 比较准确:비교적정확
停格/定格:멈춤,정지 动作检查/动检:동화검사,동화검열 挤压拉伸:누름과늘임 转面图:돌림그림,턴어라운드 职员表:제작성원,크레딧 截稿期/交稿期:기일,마감기일,마감 外包/分包:위탁가공,하청,외주
`
